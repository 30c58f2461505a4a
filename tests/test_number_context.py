"""What a number leaves to the words around it: gapped clauses, elided nouns and units, parts of a set."""

from decimal import Decimal

import pytest

from nlp_claims.numbers import percents
from nlp_claims.numbers.contexts import Contexts
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.finder import Finder
from nlp_claims.numbers.numerals import Numeral
from nlp_claims.numbers.pieces import cut
from nlp_claims.numbers.ranges import joined

FINDER = Finder()


def told(text):
    return [(each.value, each.unit, each.noun) for each in FINDER.find(text)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zieloni mają 22 mandaty, Ludowcy 13.", [(22, "count", "mandat"), (13, "count", "mandat")]),
        ("Nowak miał 643, a Kowalska 790 głosów.", [(643, "count", "głos"), (790, "count", "głos")]),
        ("Zdobył 50 proc., a jego rywal – 47 proc. głosów.", [(50, "percent", "głos"), (47, "percent", "głos")]),
        ("Ma 53 proc. poparcia, a rywal 41.", [(53, "percent", "poparcie"), (41, "percent", "poparcie")]),
        ("Ma 74 lata, a jego siostra 77.", [(74, "duration:year", None), (77, "duration:year", None)]),
        ("Liczba łóżek wynosi 650, a respiratorów 18.", [(650, "count", "łóżko"), (18, "count", "respirator")]),
        ("Wśród zaszczepionych 85 proc. to lekarze.", [(85, "percent", "zaszczepiony")]),
        ("Rozdano 90 kart, z czego 80 proc. w stolicy.", [(90, "count", "karta"), (80, "percent", "karta")]),
        ("Najwięcej zakażeń wykryto w powiecie (45).", [(45, "count", "zakażenie")]),
        ("Leży tam 385 osób, o 12 mniej niż wczoraj.", [(385, "count", "osoba"), (12, "count", "osoba")]),
        ("Mamy 143 nowe i potwierdzone przypadki.", [(143, "count", "przypadek")]),
        ("Jeden na czterech badanych ufa rządowi.", [(1, "count", "badany"), (4, "count", "badany")]),
        ("Zginęły dwie osoby, a pięć zostało rannych.", [(2, "count", "osoba"), (5, "count", "osoba")]),
        ("Głosów jest w sumie 538.", [(538, "count", "głos")]),
        ("Przeszło stosunkiem głosów 6 do 3.", [(None, "score", None)]),
        ("Współczynnik R = 1,2 nie rośnie.", [(1.2, "count", None)]),
        ("Nauka zdalna obejmie klasy 4-8 szkół podstawowych.", []),
        ("Linie kupiły nowy Boeing 737.", []),
    ],
)
def test_what_the_neighbours_say(text, expected):
    assert told(text) == expected


def draft(text, figure):
    pieces = cut(text)
    at = next(index for index, piece in enumerate(pieces) if piece.text == figure)
    value = Decimal(figure)
    numeral = Numeral(at, at + 1, value, value, Decimal(1), frozenset(), spelled=False)
    return pieces, Draft(numeral, at, at + 1, after=at + 1, lead=at)


@pytest.mark.parametrize(
    ("text", "part"),
    [("Przyszło 90 osób, z czego 30 stało.", True), ("Przyszło 90 osób, a 30 stało.", False)],
)
def test_a_part_is_told_by_its_opening(text, part):
    assert percents.is_part(*draft(text, "30")) is part


def test_sentence_ends_are_counted_before_capitals_only():
    pieces = cut("Wydał 5 mln. dol. na domy. Potem 7.")
    assert percents.sentences_between(pieces, 0, len(pieces)) == 1


def test_a_percentage_keeps_the_noun_after_its_brackets():
    text = "Większość (46 proc.) Norwegów"
    pieces, one = draft(text, "46")
    one.after = next(index for index, piece in enumerate(pieces) if piece.text == ")")
    percents.complete(pieces, one, [], Contexts())
    assert one.noun is not None
    assert one.noun.noun == "Norweg"


def test_two_ends_are_one_range_and_two_values_are_not():
    def ranged(text):
        pieces = cut(text)
        drafts = [draft(text, piece.text)[1] for piece in pieces if piece.kind == "figure"]
        return [(float(each.numeral.low), float(each.numeral.high)) for each in joined(pieces, drafts)]

    assert ranged("Przyjdzie od 5 do 7 osób") == [(5, 7)]
    assert ranged("Liczba spadła z 9 do 7 osób") == [(9, 9), (7, 7)]
