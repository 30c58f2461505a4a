"""Numeric claims of a text, for the tests of every module of numbers. No model is needed."""

from nlp_claims.numbers.finder import Finder, Found

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
