"""What single words of names may be: dictionary, tables and endings."""

import pytest

from nlp_claims.actors.guesses import guessed_adjective, guesses
from nlp_claims.actors.lookup import (
    is_acronym,
    is_club,
    is_given,
    is_national,
    is_oblique_given,
    is_place_too,
    is_state_body,
    is_unit,
)
from nlp_claims.actors.words import candidates, split_ending


@pytest.mark.parametrize(("word", "parts"), [("Farage'a", ("Farage", "gen")), ("PiS-u", ("PiS", "gen")), ("Lis", None)])
def test_an_ending_written_apart_is_split_off(word: str, parts: tuple[str, str] | None) -> None:
    assert split_ending(word) == parts


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("Hubei", "Hubei"),
        ("Rosniefti", "Rosnieft"),
        ("AstraZeneką", "AstraZeneca"),
        ("AstraZeneki", "AstraZeneca"),
        ("Googlem", "Google"),
    ],
)
def test_what_the_tables_have_beats_what_endings_suggest(word: str, base: str) -> None:
    assert candidates(word, "place" if word == "Hubei" else "organization")[0].base == base


def test_one_form_may_be_of_two_surnames() -> None:
    assert {"Wyli", "Wylie"} <= {item.base for item in candidates("Wyliego", "person")}
    assert "Jourova" in {item.base for item in candidates("Jourovej", "person")}


def test_a_given_name_of_the_table_is_the_base_of_its_forms() -> None:
    assert candidates("Baracka", "person")[0].base == "Barack"


def test_a_given_name_in_another_case() -> None:
    assert [word for word in ("Borisa", "Boris", "Rudy", "Stan") if is_oblique_given(word)] == ["Borisa"]
    assert not is_oblique_given("Pedro"), "it has one form"
    assert not is_oblique_given("Ali"), "Ala has one like it"


def test_nouns_that_lead_to_names() -> None:
    assert is_unit("hrabstwie")
    assert not is_unit("ulicy")
    assert is_state_body("agencji")
    assert not is_state_body("spółki")


def test_single_words() -> None:
    assert is_acronym("PiS-u")
    assert not is_acronym("Polska")
    assert is_club("Legia", "Warszawa")
    assert not is_club("Nowa", "Warszawa")
    assert is_given("Hunter")
    assert not is_given("HUNTER")
    assert is_national("Brytyjczykom")
    assert not is_national("Francja")
    assert not is_national("Wikipedii")
    assert is_place_too("Georgia")
    assert not is_place_too("Zofia")


def test_endings_that_no_dictionary_has() -> None:
    assert "Bidon" in {item.base for item in guesses("Bidona", "person")}
    assert {item.base for item in guessed_adjective("Nadodrzańskiej")} == {"Nadodrzańska"}
    assert guessed_adjective("Biden") == ()
