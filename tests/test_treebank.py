"""The training recipe's converter: one label scheme out of treebanks of several years."""

import importlib.util
import lzma
import sys
from pathlib import Path

import pytest

FILE = Path(__file__).parents[1] / "data/model/treebank.py"


@pytest.fixture(scope="module")
def treebank():
    if not FILE.is_file():
        pytest.skip("the recipe is not part of this distribution")
    spec = importlib.util.spec_from_file_location("treebank", FILE)
    module = importlib.util.module_from_spec(spec)
    sys.modules["treebank"] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    yield module
    del sys.modules["treebank"]


def write(folder: Path, rows: str, name: str = "x.conllu.xz") -> Path:
    path = folder / name
    text = "\n".join("\t".join(line.split()) if not line.startswith("#") else line for line in rows.strip().split("\n"))
    path.write_bytes(lzma.compress((text + "\n\n").encode()))
    return path


def test_agglutinate_is_merged_and_gives_its_person(treebank, tmp_path):
    path = write(
        tmp_path,
        """
1-2 Widziałam _ _ _ _ _ _ _ _
1 Widziała widzieć VERB praet:sg:f:imperf _ 0 root _ _
2 m być AUX aglt:sg:pri:imperf:nwok _ 1 aux:clitic _ _
3 kota kot NOUN subst:sg:acc:m2 _ 1 obj _ SpaceAfter=No
4 . . PUNCT interp _ 1 punct _ _
""",
    )
    (sentence,) = treebank.read(path, treebank.Lexicon(), frozenset({"ROOT", "obj", "punct"}))
    verb, noun, stop = sentence.words
    assert (verb.form, verb.lemma, verb.tag, verb.relation, verb.head) == ("Widziałam", "widzieć", "PRAET", "ROOT", 0)
    assert "Person=1" in verb.feats.split("|")
    assert "Gender=Fem" in verb.feats.split("|")
    assert (noun.head, noun.relation, noun.space) == (0, "obj", False)
    assert noun.feats == "Animacy=Nhum|Case=Acc|Gender=Masc|Number=Sing"
    assert stop.head == 0


@pytest.mark.parametrize(
    ("old", "new"), [("root", "ROOT"), ("obl:cmp", "obl:cmpr"), ("expl:impers", "expl:pv"), ("nmod:unheard", "nmod")]
)
def test_relations_of_other_versions_are_renamed(treebank, old, new):
    assert treebank.relation(old, frozenset({"ROOT", "obl:cmpr", "expl:pv", "nmod"})) == new


def test_perfective_present_is_a_future(treebank):
    _, feats = treebank.Lexicon().features("fin", ["sg", "ter", "perf"], "zrobić", "zrobi")
    assert "Tense=Fut" in feats.split("|")


def test_outermost_continuous_names_are_kept(treebank):
    comments = [
        "# ner = 1-2\tpersName\tJan Nowak",
        "# ner = 1-1\tpersName-forename\tJan",
        "# ner = 4-6\torgName\tUrząd Miasta Łodzi",
        "# ner = 6-6\tplaceName-settlement\tŁódź",
        "# ner = 8-11*\tgeogName\tulica Długa",
    ]
    groups = {i: i - 1 for i in range(1, 12)}
    assert treebank.read_names(comments, groups) == [(0, 2, "persName"), (3, 6, "orgName")]


def test_learnt_lexicon_tells_determiners_from_adjectives(treebank):
    rows = [("adj", "który", "DET", "Case=Nom|Gender=Fem|Number=Sing|PronType=Rel")]
    pos, feats = treebank.Lexicon.learn(rows).features("adj", ["sg", "gen", "f", "pos"], "który", "której")
    assert pos == "DET"
    assert feats == "Case=Gen|Gender=Fem|Number=Sing|PronType=Rel"
