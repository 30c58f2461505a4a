"""Which two numbers are one range."""

from number_finding import draft

from nlp_claims.numbers.pieces import cut
from nlp_claims.numbers.ranges import joined


def test_two_ends_are_one_range_and_two_values_are_not():
    def ranged(text):
        pieces = cut(text)
        drafts = [draft(text, piece.text)[1] for piece in pieces if piece.kind == "figure"]
        return [(float(each.numeral.low), float(each.numeral.high)) for each in joined(pieces, drafts)]

    assert ranged("Przyjdzie od 5 do 7 osób") == [(5, 7)]
    assert ranged("Liczba spadła z 9 do 7 osób") == [(9, 9), (7, 7)]
