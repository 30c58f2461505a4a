"""Inflection by the dictionary."""

import pytest

from nlp_claims.morphology import analyse, is_word, nominative, shaped


@pytest.mark.parametrize(
    ("form", "pos", "number", "case", "gender", "base"),
    [
        ("pilotów", ("subst",), "pl", "gen", "m1", "piloci"),
        ("belgijskiego", ("adj",), "sg", "gen", "m1", "belgijski"),
        ("największej", ("adj",), "sg", "gen", "f", "największa"),
        ("władz", ("subst",), "pl", "gen", "f", "władze"),
        ("strajkujących", ("pact", "adj"), "pl", "gen", "m1", "strajkujący"),
        ("Włochom", ("subst",), "pl", "dat", "m1", "Włosi"),
        ("założeń", ("subst", "ger"), "pl", "gen", "n", "założenia"),
        ("obserwatorów", ("subst",), "pl", "gen", "m1", "obserwatorzy"),
        ("dokumentów", ("subst",), "pl", "gen", "m3", "dokumenty"),
    ],
)
def test_nominative_keeps_number_and_degree(
    form: str, pos: tuple[str, ...], number: str, case: str, gender: str, base: str
) -> None:
    assert nominative(form, pos, number, case=case, gender=gender) == base


def test_nominative_of_an_unknown_word_is_none() -> None:
    assert nominative("Xyzqwertym", ("subst",), "sg") is None


@pytest.mark.parametrize(
    ("word", "model", "shape"), [("polska", "Polskiej", "Polska"), ("polska", "POLSKIEJ", "POLSKA")]
)
def test_shape_follows_the_model(word: str, model: str, shape: str) -> None:
    assert shaped(word, model) == shape


def test_two_words_in_one_are_a_word_without_a_reading() -> None:
    assert is_word("zrobiłem")
    assert analyse("zrobiłem") == ()
    assert not is_word("xyzqwert")


@pytest.mark.parametrize("odd", ["", " ", "\n", "\u00ad", "a b", "😀"])
def test_odd_forms_do_not_raise(odd: str) -> None:
    assert isinstance(analyse(odd), tuple)
    assert isinstance(is_word(odd), bool)
