"""Figures as Polish writes them: «1 234,56», «1.200.000», «12.500», «3.5», «2¾», «3/4»."""

import re
import unicodedata
from decimal import Decimal

from nlp_claims.numbers.pieces import VULGAR

LONGEST = 18  # digits; a longer row is an identifier, not a quantity
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?:,(\d+))?\Z")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,(\d+))?\Z")
_COMMAS = re.compile(r"[1-9]\d{0,2}(?:(?:,\d{3}){2,}(?:\.\d+)?|,000)\Z")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?\Z")
_FRACTION = re.compile(r"(\d{1,3})[/⁄](\d{1,4})\Z")
_DENOMINATORS = frozenset({*range(2, 13), 15, 16, 20, 24, 25, 32, 50, 100})
_VULGAR = re.compile(rf"(\d*)([{VULGAR}])\Z")


def ratio(part: int, whole: int) -> Decimal:
    """``part/whole`` to four places, as a fraction is reported (2/3 is 0.6667)."""
    return (Decimal(part) / Decimal(whole)).quantize(Decimal("0.0001")).normalize()


def read(text: str) -> Decimal | None:
    """The quantity that a figure means in Polish, or ``None`` where it is no quantity.

    A comma is the decimal mark; a dot before three figures groups thousands («12.500 zł» is
    12500), before fewer it is a decimal mark after the English fashion («3.5»).
    """
    if len(text) > 2 * LONGEST or sum(character.isdigit() for character in text) > LONGEST:
        return None
    text = text.translate(_ASCII)
    if _GROUPED.match(text) or _DOTTED.match(text):
        return Decimal(re.sub(r"[^\d,]", "", text).replace(",", "."))
    if _COMMAS.match(text):  # «1,200,000», «200,000»: no Polish decimal has two commas or three noughts
        return Decimal(text.replace(",", ""))
    if _PLAIN.match(text):
        return Decimal(text.replace(",", "."))
    if mixed := _VULGAR.match(text):
        return int(mixed[1] or 0) + Decimal(str(round(unicodedata.numeric(mixed[2]), 4)))
    return fraction(text)


def fraction(text: str) -> Decimal | None:
    """The value of a proper fraction («3/4»), or ``None``: «24/7» and «261/2004» are none."""
    match = _FRACTION.match(text)
    if not match:
        return None
    part, whole = int(match[1]), int(match[2])
    return ratio(part, whole) if 0 < part < whole and whole in _DENOMINATORS else None


class _Ascii(dict[int, int]):
    """Figures of any script as ASCII ones; all else as it is."""

    def __missing__(self, code: int) -> int:
        character = chr(code)
        return ord(str(int(character))) if character.isdecimal() else code


_ASCII = _Ascii()
