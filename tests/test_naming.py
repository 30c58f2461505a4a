"""The canonical name of an actor."""

import pytest

from nlp_claims.actors.naming import fullest


@pytest.mark.parametrize(
    ("bases", "name"),
    [
        (["Komisja", "Komisja Europejska", "Komisja"], "Komisja Europejska"),
        (["UE", "Unia"], "UE"),
        (["UE"], "UE"),
        (["W. Brytania"], "Wielka Brytania"),
        (["Korea Płn."], "Korea Północna"),
        (["NBP", "Narodowy Bank Polski"], "Narodowy Bank Polski"),
        (["Pakistański Sąd Najwyższy", "Sąd Najwyższy"], "Sąd Najwyższy"),
        (["Pakistański Sąd Najwyższy"], "Pakistański Sąd Najwyższy"),
    ],
)
def test_the_fullest_name_that_the_text_supports(bases: list[str], name: str) -> None:
    assert fullest(bases, "place" if "Korea" in name or "Brytania" in name else "organization") == name


def test_reuter_is_the_one_of_the_agency_unless_the_text_has_him_in_the_nominative() -> None:
    assert fullest(["Reuter", "Reuter"], "organization", declined=True) == "agencja Reutera"
    assert fullest(["Reuter"], "organization") == "Reuter"
    assert fullest(["Reuter", "Reuters"], "organization", declined=True) == "Reuters"


def test_people_have_no_table() -> None:
    assert fullest(["Unia", "Anna Unia"], "person") == "Anna Unia"
