"""The training recipe's converters: one label scheme out of treebanks of several years."""

import importlib
import lzma
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

FOLDER = Path(__file__).parents[1] / "data/model"
MODULES = ("scheme", "treebank", "conventions", "weights", "blend")


@pytest.fixture(scope="module")
def recipe():
    if not FOLDER.is_dir():
        pytest.skip("the recipe is not part of this distribution")
    sys.path.insert(0, str(FOLDER))
    yield SimpleNamespace(**{name: importlib.import_module(name) for name in MODULES})
    sys.path.remove(str(FOLDER))
    for name in MODULES:
        del sys.modules[name]


def write(folder: Path, rows: str, name: str = "x.conllu.xz") -> Path:
    path = folder / name
    text = "\n".join("\t".join(line.split()) if not line.startswith("#") else line for line in rows.strip().split("\n"))
    path.write_bytes(lzma.compress((text + "\n\n").encode()))
    return path


def test_agglutinate_is_merged_and_gives_its_person(recipe, tmp_path):
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
    (sentence,) = recipe.treebank.read(path, recipe.scheme.Lexicon(), frozenset({"ROOT", "obj", "punct"}))
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
def test_relations_of_other_versions_are_renamed(recipe, old, new):
    assert recipe.scheme.relation(old, frozenset({"ROOT", "obl:cmpr", "expl:pv", "nmod"})) == new


def test_perfective_present_is_a_future(recipe):
    _, feats = recipe.scheme.Lexicon().features("fin", ["sg", "ter", "perf"], "zrobić", "zrobi")
    assert "Tense=Fut" in feats.split("|")


def test_outermost_continuous_names_are_kept(recipe):
    comments = [
        "# ner = 1-2\tpersName\tJan Nowak",
        "# ner = 1-1\tpersName-forename\tJan",
        "# ner = 4-6\torgName\tUrząd Miasta Łodzi",
        "# ner = 6-6\tplaceName-settlement\tŁódź",
        "# ner = 8-11*\tgeogName\tulica Długa",
    ]
    groups = {i: i - 1 for i in range(1, 12)}
    assert recipe.treebank.read_names(comments, groups) == [(0, 2, "persName"), (3, 6, "orgName")]


def test_learnt_lexicon_tells_determiners_from_adjectives(recipe):
    rows = [("adj", "który", "DET", "Case=Nom|Gender=Fem|Number=Sing|PronType=Rel")]
    pos, feats = recipe.scheme.Lexicon.learn(rows).features("adj", ["sg", "gen", "f", "pos"], "który", "której")
    assert pos == "DET"
    assert feats == "Case=Gen|Gender=Fem|Number=Sing|PronType=Rel"


def test_noun_without_a_singular_is_told_by_the_dictionary(recipe):
    lexicon = recipe.scheme.Lexicon()
    assert "Number=Ptan" in lexicon.features("subst", ["pl", "nom", "n"], "drzwi", "drzwi")[1]
    assert "Number=Plur" in lexicon.features("subst", ["pl", "nom", "n"], "okno", "okna")[1]


def sentence(recipe, origin: str, *words: tuple[str, str, str, str, str, int, str]):
    made = [recipe.treebank.Word(*word, space=True) for word in words]
    return recipe.treebank.Sentence(made, origin=origin)


def relations(recipe, one, objects: frozenset[str] = frozenset()) -> list[str]:
    return [w.relation for w in recipe.conventions.modern(one, objects).words]


def test_participle_of_an_older_treebank_is_an_adjectival_modifier(recipe):
    words = (
        ("umowa", "umowa", "SUBST", "NOUN", "Case=Nom", 0, "ROOT"),
        ("podpisana", "podpisać", "PPAS", "ADJ", "Case=Nom", 0, "acl"),
    )
    assert relations(recipe, sentence(recipe, "pl_pdb-ud-2019-devtest", *words)) == ["ROOT", "amod"]
    assert relations(recipe, sentence(recipe, "pl_pdb-ud-dev", *words)) == ["ROOT", "acl"]


def test_argument_of_a_noun_is_adnominal(recipe):
    words = (
        ("rozmowa", "rozmowa", "SUBST", "NOUN", "Case=Nom", 0, "ROOT"),
        ("o", "o", "PREP", "ADP", "AdpType=Prep", 2, "case"),
        ("pracy", "praca", "SUBST", "NOUN", "Case=Loc", 0, "obl:arg"),
    )
    assert relations(recipe, sentence(recipe, "pl_pdb-ud-2019-devtest", *words)) == ["ROOT", "case", "nmod:arg"]


def test_what_an_older_treebank_does_not_tell_apart_is_left_open(recipe):
    words = (
        ("poszła", "pójść", "PRAET", "VERB", "Gender=Fem", 0, "ROOT"),
        ("nie", "nie", "QUB", "PART", "Polarity=Neg", 0, "advmod"),
        ("domu", "dom", "SUBST", "NOUN", "Case=Gen", 0, "obl"),
    )
    assert relations(recipe, sentence(recipe, "pl_lfg-ud-dev", *words)) == ["ROOT", "advmod:neg", ""]


def test_numeral_governs_a_genitive_unless_it_is_one(recipe):
    def label(case: str) -> str:
        words = (
            ("osób", "osoba", "SUBST", "NOUN", "Case=Gen", 0, "ROOT"),
            ("pięć", "pięć", "NUM", "NUM", f"Case={case}", 0, "nummod"),
        )
        return relations(recipe, sentence(recipe, "parseme-1", *words))[1]

    assert [label("Nom"), label("Gen")] == ["nummod:gov", "nummod"]


def test_word_that_a_corpus_tags_in_its_own_way_is_left_open(recipe):
    how = ("jak", "jak", "COMP", "SCONJ", "", 0, "ROOT"), ("jak", "jak", "ADV", "ADV", "PronType=Int", 0, "ROOT")
    house = ("dom", "dom", "SUBST", "NOUN", "Case=Nom", 0, "ROOT")
    newest = [sentence(recipe, "pl_pdb-ud-dev", how[0], house)] * 20
    corpus = [sentence(recipe, "nkjp1m", how[1], house)] * 20
    forms = recipe.conventions.disputed([*newest, *corpus])["nkjp"]
    assert forms == {"jak"}
    opened = recipe.conventions.opened(corpus[0], forms)
    assert [w.tag for w in opened.words] == ["", "SUBST"]


def test_average_keeps_new_layers_as_trained(recipe):
    start = {"a": np.zeros(2, dtype=np.float16), "grown": np.zeros(1, dtype=np.float16)}
    trained = {"a": np.full(2, 4, dtype=np.float16), "grown": np.ones(2, dtype=np.float16), "new": np.ones(1)}
    found = recipe.blend.blend(start, trained, 0.25)
    assert {name: values.tolist() for name, values in found.items()} == {"a": [1, 1], "grown": [1, 1], "new": [1]}
