"""Which two numbers are one range."""

from number_finding import draft, found

from nlp_claims.numbers.pieces import cut
from nlp_claims.numbers.ranges import joined


def test_two_ends_are_one_range_and_two_values_are_not():
    def ranged(text):
        pieces = cut(text)
        drafts = [draft(text, piece.text)[1] for piece in pieces if piece.kind == "figure"]
        return [(float(each.numeral.low), float(each.numeral.high)) for each in joined(pieces, drafts)]

    assert ranged("Przyjdzie od 5 do 7 osób") == [(5, 7)]
    assert ranged("Liczba spadła z 9 do 7 osób") == [(9, 9), (7, 7)]


def test_neighbouring_round_words_are_one_guess():
    def ends(text):
        return [(each.low, each.high) for each in found(text)]

    assert ends("Przyszło trzydzieści, czterdzieści kobiet.") == [(30, 40)]
    assert ends("Zbierze się dwieście, trzysta osób.") == [(200, 300)]
    assert ends("Na kolejnych zebraniach było trzydzieści, pięćdziesiąt i sześć osób.") == [(30, 30), (50, 50), (6, 6)]
