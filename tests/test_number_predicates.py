"""The verb that says a number, with a tree and without."""

import pytest
import spacy
from spacy.tokens import Doc

from nlp_claims.annotations import claims_of


@pytest.fixture(scope="module")
def blank():
    nlp = spacy.blank("pl")
    nlp.add_pipe("claims_numbers")
    return nlp


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Rano odnotowano minus 9 stopni; w nocy spadnie 12 cm śniegu.", ["odnotować", "spaść"]),
        ("Linia ogłosiła, że zwróciła 12 biletów.", ["zwrócić"]),
    ],
)
def test_without_a_tree_the_nearest_verb_of_the_clause(blank, text, verbs):
    assert [number["predicate"] for number in claims_of(blank(text))["numbers"]] == verbs


def parsed(nlp, words, heads, deps, pos):
    doc = Doc(nlp.vocab, words=words, heads=heads, deps=deps, pos=pos, lemmas=[word.lower() for word in words])
    return [number["predicate"] for number in claims_of(nlp.get_pipe("claims_numbers")(doc))["numbers"]]


def test_a_nominal_clause_has_its_copula(blank):
    words = ["Cena", "była", "o", "12", "zł", "wyższa"]
    deps = ["nsubj", "cop", "case", "nummod", "obl", "ROOT"]
    assert parsed(blank, words, [5, 5, 4, 4, 5, 5], deps, ["NOUN", "AUX", "ADP", "NUM", "NOUN", "ADJ"]) == ["była"]


@pytest.mark.parametrize(("relation", "verb"), [("expl:pv", "odbyło się"), ("expl:impers", "odbyło")])
def test_the_particle_belongs_to_the_verb_or_to_nobody(blank, relation, verb):
    words, deps = ["Odbyło", "się", "12", "prób"], ["ROOT", relation, "nummod", "nsubj"]
    assert parsed(blank, words, [0, 0, 3, 0], deps, ["VERB", "PRON", "NUM", "NOUN"]) == [verb]


def test_a_verb_of_the_next_clause_is_not_taken_over(blank):
    words = ["Za", "było", "215", "posłów", ",", "przeciw", "235", ",", "dwóch", "milczało"]
    heads = [1, 1, 3, 1, 9, 9, 9, 9, 9, 1]
    deps = ["advmod", "ROOT", "nummod", "nsubj", "punct", "advmod", "nsubj", "punct", "nsubj", "conj"]
    pos = ["ADV", "VERB", "NUM", "NOUN", "PUNCT", "ADV", "NUM", "PUNCT", "NUM", "VERB"]
    assert parsed(blank, words, heads, deps, pos) == ["było", "było", "milczało"]


def test_a_clause_with_a_verb_takes_none_of_another(blank):
    words = ["Ceny", "rosną", ",", "pracy", "szuka", "12", "osób"]
    heads = [1, 1, 4, 4, 1, 6, 1]
    deps = ["nsubj", "ROOT", "punct", "obj", "conj", "nummod", "obl"]
    pos = ["NOUN", "VERB", "PUNCT", "NOUN", "VERB", "NUM", "NOUN"]
    assert parsed(blank, words, heads, deps, pos) == ["szuka"]
