"""Which feminine nouns are women."""

import pytest

from nlp_claims.women import is_woman

MADE = ["zawodniczka", "mówczyni", "sprzedawczyni", "sąsiadka", "aktywistka", "mistrzyni", "radna", "uczestniczka"]
LISTED = ["lekarka", "posłanka", "matka", "osoba", "pani"]
THINGS = [
    "wyspa",
    "skrzynka",
    "kuchnia",
    "umowa",
    "marynarka",
    "drukarka",
    "polityka",
    "średnia",
    "kierownica",
    "czapka",
]


@pytest.mark.parametrize("lemma", MADE + LISTED)
def test_a_noun_made_of_a_mans_or_known_for_itself_is_a_woman(lemma: str) -> None:
    assert is_woman(lemma)


@pytest.mark.parametrize("lemma", THINGS)
def test_a_thing_is_no_woman(lemma: str) -> None:
    assert not is_woman(lemma)
