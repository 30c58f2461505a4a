"""Days, years, decades and times of the clock, each check by itself."""

import pytest
from number_finding import draft

from nlp_claims.numbers import dates
from nlp_claims.numbers.contexts import Contexts
from nlp_claims.numbers.view import View

CONTEXTS = Contexts()


def view(text, figure):
    pieces, one = draft(text, figure)
    return View(text, pieces, CONTEXTS, one, 0, tied=False)


@pytest.mark.parametrize(
    ("text", "figure", "day"),
    [
        ("Spotkają się 17 października.", "17", True),
        ("Termin minął 5 br.", "5", True),
        ("W piątek 13 odwołano próby.", "13", True),
        ("W piątek 13 osób zachorowało.", "13", False),
        ("Urodzili się 6 V 2020 r.", "6", True),
        ("Zatrudniono 17 kelnerek.", "17", False),
        ("Padło 42 maja.", "42", False),
    ],
)
def test_day_of_month(text, figure, day):
    assert dates.day_of_month(view(text, figure)) is day


@pytest.mark.parametrize(
    ("text", "figure", "year"),
    [
        ("Ustawę uchwalono w 1997 roku.", "1997", True),
        ("Wybory w 2019 wygrała opozycja.", "2019", True),
        ("Jesienią 1944 wrócił do domu.", "1944", True),
        ("W zeszłym roku 1500 sklepów upadło.", "1500", False),
        ("W ostatnich latach 2000 szkół zamknięto.", "2000", False),
        ("W pamiętnym roku 1989 upadł mur.", "1989", True),
        ("Grozi mu kara do 1 roku więzienia.", "1", False),
        ("Wstęp mają dzieci do 1 roku życia.", "1", True),
        ("Przyszło 1997 osób.", "1997", False),
        ("Uczą o tym w 2000 szkołach.", "2000", False),
        ("Leczy się wielu, z czego 1981 pod respiratorem.", "1981", False),
        ("Zapłacił 450 złotych.", "450", False),
    ],
)
def test_year(text, figure, year):
    assert dates.year(view(text, figure)) is year


@pytest.mark.parametrize(
    ("text", "figure", "decade"),
    [
        ("Dorastał w latach 80 na wsi.", "80", True),
        ("Wrócił w późnych latach 80 do kraju.", "80", True),
        ("W ostatnich latach 80 szkół zamknięto.", "80", False),
        ("Ma 80 lat.", "80", False),
    ],
)
def test_decade(text, figure, decade):
    assert dates.decade(view(text, figure)) is decade


@pytest.mark.parametrize(
    ("text", "figure", "clock"),
    [
        ("Zaczną o godz. 6 w hali.", "6", True),
        ("Wyjechali o 5 rano.", "5", True),
        ("Dyżur trwa od 8 w przychodni.", "8", True),
        ("Wrócił o 14 do biura.", "14", True),
        ("Było ich o 14 mniej.", "14", False),
        ("Liczba wzrosła o 14 w tydzień.", "14", False),
        ("Wypiła 2 herbaty.", "2", False),
    ],
)
def test_clock(text, figure, clock):
    assert dates.clock(view(text, figure)) is clock
