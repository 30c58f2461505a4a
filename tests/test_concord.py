"""Features that a tree tells: adjectives agree with their nouns, predicates with their subjects."""

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nlp_claims.analysis.concord import agree

PLURAL = "Case={}|Gender={}|Number=Plur"
ADJECTIVE = "Case={}|Degree=Pos|Gender={}|Number=Plur"
PAST = "Aspect=Perf|Gender={}|Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin|Voice=Act"


def made(words: list[str], morphs: list[str], pos: list[str], heads: list[int], deps: list[str]) -> Doc:
    return Doc(Vocab(), words=words, morphs=morphs, pos=pos, heads=heads, deps=deps)


def test_adjective_takes_the_case_of_its_noun():
    morphs = [ADJECTIVE.format("Acc", "Fem"), PLURAL.format("Nom", "Fem")]
    doc = made(["Nowe", "kasety"], morphs, ["ADJ", "NOUN"], [1, 1], ["amod", "ROOT"])
    agree(doc)
    assert str(doc[0].morph) == ADJECTIVE.format("Nom", "Fem")


def test_predicate_takes_the_gender_of_its_subject():
    morphs = [PLURAL.format("Nom", "Neut"), PAST.format("Fem")]
    doc = made(["Dzieci", "zasnęły"], morphs, ["NOUN", "VERB"], [1, 1], ["nsubj", "ROOT"])
    agree(doc)
    assert str(doc[1].morph) == PAST.format("Neut")


@pytest.mark.parametrize(
    ("word", "own", "noun", "label"),
    [
        ("nowych", ADJECTIVE.format("Gen", "Fem"), PLURAL.format("Nom", "Fem"), "amod"),  # no nominative
        ("nowe", ADJECTIVE.format("Acc", "Fem"), PLURAL.format("Nom", "Fem"), "conj"),  # no modifier
        ("zasnęły", PAST.format("Fem"), PLURAL.format("Gen", "Neut"), "nmod"),  # no adjective
    ],
)
def test_other_features_stay(word, own, noun, label):
    doc = made([word, "kasety"], [own, noun], ["ADJ", "NOUN"], [1, 1], [label, "ROOT"])
    agree(doc)
    assert str(doc[0].morph) == own


@pytest.mark.parametrize(("relation", "kind"), [("acl:relcl", "Rel"), ("ccomp", "Int"), ("ROOT", "Int")])
def test_question_word_is_relative_in_a_relative_clause(relation, kind):
    """«To, co mówi», «Nie wiem, co mówi», «Co mówi?»."""
    told = "Case=Acc|Gender=Neut|Number=Sing|PronType={}"
    other = "Int" if kind == "Rel" else "Rel"
    words = ["wszystko", "co", "mówi"]
    heads, deps = ([2, 2, 2], ["obj", "obj", "ROOT"]) if relation == "ROOT" else ([0, 2, 0], ["ROOT", "obj", relation])
    doc = made(words, ["", told.format(other), ""], ["PRON", "PRON", "VERB"], heads, deps)
    agree(doc)
    assert doc[1].morph.get("PronType") == [kind]
