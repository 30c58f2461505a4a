"""Numeric claims of a text, for the tests of every module of numbers. No model is needed."""

from decimal import Decimal

from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.finder import Finder
from nlp_claims.numbers.found import Found
from nlp_claims.numbers.numerals import Numeral, governed_by_figure
from nlp_claims.numbers.pieces import Piece, cut

_FINDER = Finder()


def found(text: str) -> list[Found]:
    """Every claim of ``text``."""
    return _FINDER.find(text)[1]


def only(text: str) -> Found:
    """The one claim of ``text``."""
    (claim,) = found(text)
    return claim


def told(text: str) -> list[tuple[float | None, str, str | None]]:
    """Value, unit and noun of every claim."""
    return [(each.value, each.unit, each.noun) for each in found(text)]


def draft(text: str, figure: str) -> tuple[list[Piece], Draft]:
    """The pieces of ``text``, and its ``figure`` as a draft that nothing is known of."""
    pieces = cut(text)
    at = next(index for index, piece in enumerate(pieces) if piece.text == figure)
    value = Decimal(figure)
    numeral = Numeral(at, at + 1, value, value, Decimal(1), governed_by_figure(value), spelled=False)
    return pieces, Draft(numeral, at, at + 1, after=at + 1, lead=at)
