"""Times and places of a sentence, and the numbers that they reach."""

import pytest
import spacy
from number_finding import draft

from nlp_claims.annotations import claims_of
from nlp_claims.numbers import clause
from nlp_claims.numbers.clause import bounds
from nlp_claims.numbers.contexts import Contexts
from nlp_claims.numbers.scope import Scope
from nlp_claims.numbers.times import time

CONTEXTS = Contexts()


def scope(text, figure):
    pieces, one = draft(text, figure)
    others = [draft(text, each)[1] for each in ("3", "7", "12") if each != figure and each in text.split()]
    start, end = bounds(pieces, one, 0, len(pieces))
    return Scope(pieces, 0, len(pieces), start, end, one, others)


def test_what_is_named_among_others_is_no_place():
    pieces, _ = draft("Kraje wydaliły 12 posłów, w tym Niemcy", "12")
    assert clause.place_before(pieces, len(pieces) - 1, CONTEXTS) == -1
    pieces, _ = draft("Kraje wydaliły 12 posłów z Niemiec", "12")
    assert clause.place_before(pieces, len(pieces) - 1, CONTEXTS) == len(pieces) - 2


@pytest.mark.parametrize(
    ("text", "figure", "phrase", "reaches"),
    [
        ("W niedzielę zmarło 5 osób, a 7 zostało rannych", "7", "W niedzielę", True),
        ("Zmarło 5 osób, a w niedzielę 7", "5", "w niedzielę", False),
        ("Bez prądu jest 34 gmin, najwięcej na Pomorzu – 12", "34", "na Pomorzu", False),
        ("Bez prądu jest 34 gmin, najwięcej na Pomorzu – 12", "12", "na Pomorzu", True),
        ("Strajkują bazy w Niemczech, w których pracuje 400 osób", "400", "w Niemczech", True),
        ("Ma 41 goli, o 3 więcej niż rywal w zeszłym sezonie", "41", "w zeszłym sezonie", False),
        ("Jak podano w piątek, zmarło 5 osób", "5", "w piątek", False),
        ("Kwarantanna trwa 5 dni, a nie – jak wcześniej – 12", "5", "wcześniej", False),
        ("Zarobił 5 tys. euro wobec 3 tys. euro w ubiegłym roku", "5", "w ubiegłym roku", False),
        ("Odwołano 3 z 12 rejsów do Belgii", "3", "do Belgii", True),
    ],
)
def test_what_a_phrase_reaches(text, figure, phrase, reaches):
    here = scope(text, figure)
    start = next(index for index, piece in enumerate(here.pieces) if text.index(phrase) == piece.start)
    assert (here.distance(start, start + len(phrase.split())) is not None) is reaches


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("W 2018 r. zginęło 5 osób", "5", "W 2018 r."),
        ("Sprzedaż wzrosła o 5 sztuk rok do roku", "5", None),
        ("Pokonał 9 rywali w godzinę", "9", None),
        ("Zginęło 5 osób w wieku podeszłym", "5", None),
        ("Od jesieni przybyło 5 osób", "5", "Od jesieni"),
        ("Rok wcześniej zrobiło tak 5 osób", "5", "Rok wcześniej"),
    ],
)
def test_when_a_number_holds(text, figure, expected):
    assert time(text, scope(text, figure), CONTEXTS) == expected


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Dostanie 1000 zł, nie więcej niż 2 tys. zł.", [None, None]),
        ("Za kradzież grozi do 5 lat więzienia, za rozbój 12.", [None, None]),
        ("Od 5 lat mieszka tu 9 osób.", [None, "Od 5 lat"]),
        ("Dwa lata temu było ich 9.", [None, "Dwa lata temu"]),
        ("Zatrzymano 9 osób w wieku od 19 do 34 lat.", [None, None]),
    ],
)
def test_lengths_of_time_and_sums_are_no_times(text, times):
    nlp = spacy.blank("pl")
    nlp.add_pipe("claims_numbers")
    assert [number["time"] for number in claims_of(nlp(text))["numbers"]] == times
