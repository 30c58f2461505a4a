"""Dictionary readings as the network sees them, and the lemmas chosen among them."""

import pytest

from nlp_claims.analysis.lemmatizer import DictionaryLemmatizer, condition, from_dictionary
from nlp_claims.analysis.readings import readings


def test_agglutinate_is_one_word():
    (reading,) = readings("zrobiłem")
    assert reading.lemma == "zrobić"
    assert reading.tag.startswith("praet:sg")
    assert reading.tag.endswith("aglt:sg:pri")


def test_headline_capitals_are_read_as_a_plain_word_too():
    assert "rząd" in {r.lemma for r in readings("RZĄD")}


def test_unknown_word_has_no_reading():
    assert readings("xqvzt") == ()


@pytest.mark.parametrize(
    ("form", "tag", "feats", "proper", "lemma"),
    [
        ("mam", "FIN", "Number=Sing|Person=1", False, "mieć"),
        ("mam", "SUBST", "Case=Gen|Gender=Fem|Number=Plur", False, "mama"),
        ("Unii", "SUBST", "Case=Gen|Gender=Fem|Number=Sing", False, "unia"),
        ("Kowalskiego", "SUBST", "Animacy=Hum|Case=Gen|Gender=Masc|Number=Sing", True, "Kowalski"),
    ],
)
def test_lemma_agrees_with_tag_and_features(form, tag, feats, proper, lemma):
    assert from_dictionary(form, tag, condition(tag, feats), proper=proper) == lemma


def test_unknown_name_loses_the_ending_that_was_learnt():
    lemmatizer = DictionaryLemmatizer()
    lemmatizer.set_tables({}, {"SUBST gen.m1.sg a": "1+"})
    feats = "Animacy=Hum|Case=Gen|Gender=Masc|Number=Sing"
    assert lemmatizer.lemma("Xqvzta", "SUBST", feats, proper=True) == "Xqvzt"


def test_exceptions_come_before_the_dictionary():
    lemmatizer = DictionaryLemmatizer()
    lemmatizer.set_tables({"kotem SUBST inst.m2.sg": "kocur"}, {})
    assert lemmatizer.lemma("kotem", "SUBST", "Animacy=Nhum|Case=Ins|Gender=Masc|Number=Sing") == "kocur"
