"""A grammar of Polish cardinals over a small lexicon: figures, words and mixtures of both.

The lexicon (``lexicons/numerals.tsv``) holds lemmas only: Morfeusz knows their forms, so every case,
gender and collective comes for free («dwiema», «pięciorgiem», «siedmiuset»; :mod:`numeral_words`). The grammar::

    number   = [sign] (figure | words) [scale ...] [lower number]
    words    = [hundred] [ten] [unit | teen] | part | unit "i" part
    fraction = unit nth («dwie trzecie») | figure with a slash

Arithmetic is decimal: 1,1 mln is 1100000 and not 1100000.0000000001.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from nlp_claims.morphology import CASES
from nlp_claims.numbers import digits
from nlp_claims.numbers.numeral_words import GENITIVE, Entry, entry
from nlp_claims.numbers.pieces import Piece

PLACES = {"hundred": 3, "ten": 2, "teen": 1, "unit": 1}
MASS = frozenset({"pl:gen", "sg:gen"})
_PART = frozenset({"sg:gen"})
_OBLIQUE = frozenset({"pl:gen", "pl:dat", "pl:inst", "pl:loc"})
_ANY_PLURAL = frozenset(f"pl:{case}" for case in CASES)
_ANY_SINGULAR = frozenset(f"sg:{case}" for case in CASES)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as read from pieces ``first`` to ``last`` (half-open).

    ``low`` and ``high`` are equal where it is exact; ``high`` is ``None`` where it is open
    («tysiące»). ``scale`` is the multiplier already applied (10⁶ for «5 mln»).
    """

    first: int
    last: int
    low: Decimal
    high: Decimal | None
    scale: Decimal
    governs: frozenset[str]
    spelled: bool
    fraction: bool = False
    needs_noun: bool = False
    lemma: str = ""
    """The lemma of its only word («jeden», «pół»); empty where it has several or none."""

    @property
    def exact(self) -> bool:
        """Whether it says one value."""
        return self.low == self.high

    def rounded(self) -> "Numeral":
        """A fraction to four places, as it is reported (two thirds are 0.6667)."""
        value = self.low.quantize(Decimal("0.0001")).normalize()
        return replace(self, low=value, high=value)

    def times(self, factor: Decimal) -> "Numeral":
        """The same number with another multiplier: the 5 of «od 5 do 7 mln»."""
        return replace(
            self, low=self.low * factor, high=None if self.high is None else self.high * factor, scale=factor
        )


_THOUSAND = 1000
_DEPTH = 6


def governed_by_figure(value: Decimal) -> frozenset[str]:
    """What may follow a figure: «3 osoby», «5 osób», «1 osoba», «1,5 osoby», in any case of the clause."""
    if value != value.to_integral_value():
        return MASS
    if value == 1:
        return _ANY_SINGULAR
    if value % 10 in (2, 3, 4) and value % 100 not in (12, 13, 14):
        return _ANY_PLURAL
    return _OBLIQUE


def _piece(pieces: Sequence[Piece], at: int) -> Piece | None:
    """The piece at ``at`` unless a blank line cuts it off."""
    return pieces[at] if at < len(pieces) and not pieces[at].breaks else None


def _word(pieces: Sequence[Piece], at: int) -> Entry | None:
    piece = _piece(pieces, at)
    return entry(piece.text) if piece and piece.kind == "word" else None


def read(pieces: Sequence[Piece], at: int) -> Numeral | None:
    """The longest number that starts at piece ``at``, or ``None``."""
    piece = pieces[at]
    sign = 1
    start = at
    if piece.lower == "minus" or (piece.text in ("-", "−", "–") and at + 1 < len(pieces) and pieces[at + 1].glued):
        following = _piece(pieces, at + 1)
        if following is None or following.kind not in ("figure", "word"):
            return None
        sign, at, piece = -1, at + 1, following
    numeral = _unsigned(pieces, at, _DEPTH)
    if numeral is None:
        return None
    if sign < 0:
        high = None if numeral.high is None else -numeral.high
        return replace(numeral, first=start, low=-numeral.low, high=high)
    return numeral


def _unsigned(pieces: Sequence[Piece], at: int, depth: int) -> Numeral | None:
    """A number without its sign; ``depth`` is how many lower scales may still follow («mld … mln … tys. …»)."""
    kind = pieces[at].kind
    return _figure(pieces, at, depth) if kind == "figure" else _words(pieces, at, depth) if kind == "word" else None


def _figure(pieces: Sequence[Piece], at: int, depth: int) -> Numeral | None:
    value = digits.read(pieces[at].text)
    if value is None:
        return None
    last = at + 1
    following = _piece(pieces, last)
    if following and following.kind == "figure" and following.gap == " " and value == value.to_integral_value():
        part = digits.fraction(following.text)
        if part is not None:  # «2 1/2»
            value, last = value + part, last + 1
    part, after = _and_a_half(pieces, last)
    value, last = value + part, after
    fraction = "/" in pieces[at].text or (value < 1 and not pieces[at].text[0].isdigit())
    governs = governed_by_figure(value)
    return _scaled(
        pieces, Numeral(at, last, value, value, Decimal(1), governs, spelled=False, fraction=fraction), depth
    )


def _and_a_half(pieces: Sequence[Piece], at: int) -> tuple[Decimal, int]:
    """The «i pół» after «dwa», with where it ends; 0 where there is none."""
    piece = _piece(pieces, at)
    part = _word(pieces, at + 1) if piece and piece.lower == "i" else None
    if part and part.place == "part" and part.low < 1:
        return part.low, at + 2
    return Decimal(0), at


def _words(pieces: Sequence[Piece], at: int, depth: int) -> Numeral | None:
    first = entry(pieces[at].text)
    if first is None or first.place == "nth":
        return None
    if first.place in ("scale", "set scale", "set"):
        return _bare_scale(pieces, at, first, depth)
    if first.place in ("part", "half", "zero"):
        part = first.place != "zero"
        alone = Numeral(
            first=at,
            last=at + 1,
            low=first.low,
            high=first.high,
            scale=Decimal(1),
            governs={"part": _PART, "half": MASS}.get(first.place, GENITIVE),
            spelled=True,
            fraction=part and first.low < 1,
            lemma=first.lemma,
        )
        return _scaled(pieces, alone, depth)
    below = _below_thousand(pieces, at)
    if below is None or below.high is None:
        return None
    if fraction := _fraction(pieces, below):
        fraction = _scaled(pieces, fraction, depth)  # «trzy czwarte miliona»
        return fraction.rounded() if fraction.fraction else fraction
    half, after = _and_a_half(pieces, below.last)
    if half:
        below = replace(below, last=after, low=below.low + half, high=below.high + half, governs=_PART, lemma="")
    return _scaled(pieces, below, depth)


def _fraction(pieces: Sequence[Piece], numerator: Numeral) -> Numeral | None:
    """«dwie trzecie»: the numerator is feminine, so «dwa trzecie miejsca» is none."""
    nth = _word(pieces, numerator.last)
    if nth is None or nth.place != "nth" or not numerator.exact or not 0 < numerator.low < nth.low:
        return None
    if not _feminine(pieces, numerator):
        return None
    value = numerator.low / nth.low
    return replace(numerator, last=numerator.last + 1, low=value, high=value, governs=MASS, fraction=True, lemma="")


def _feminine(pieces: Sequence[Piece], numeral: Numeral) -> bool:
    last = entry(pieces[numeral.last - 1].text)
    return last is not None and (last.feminine or last.lemma not in ("jeden", "dwa"))


def _below_thousand(pieces: Sequence[Piece], at: int) -> Numeral | None:
    """«dwieście trzydzieści pięć», «sto kilkadziesiąt», «dwadzieścia kilka»."""
    low = high = Decimal(0)
    place, last, governs, lemma = 4, at, GENITIVE, ""
    while word := _word(pieces, last) if last > at else entry(pieces[at].text):
        here = PLACES.get(word.place.removeprefix("several "), 9)
        if here >= place:
            break
        if word.lemma != "jeden" or last == at:
            governs = word.cases  # «dwadzieścia jeden osób»: «jeden» governs nothing there
        low, high, place, last = low + word.low, high + word.high, here, last + 1
        lemma = word.lemma if last == at + 1 else ""
        if word.place in ("teen", "unit") or word.place.startswith("several"):
            break
    if last == at:
        return None
    return Numeral(at, last, low, high, Decimal(1), governs, spelled=True, lemma=lemma)


def _bare_scale(pieces: Sequence[Piece], at: int, word: Entry, depth: int) -> Numeral | None:
    """«tysiąc stu», «milion», «tuzin»; in the plural an open interval: «tysiące», «setki tysięcy»."""
    scaled = _word(pieces, at + 1)
    many = pieces[at].lower == "dziesiątek" and scaled is not None and scaled.place == "scale"
    if word.place != "scale" and word.plural is False and (many or pieces[at].lower in ("setki", "dziesiątki")):
        word = word._replace(plural=True)  # also genitive singular, but nobody writes «bez setki osób»
    if word.plural and pieces[at].lower.startswith(("dziesiąt", "set", "tysi", "milion", "miliard", "bilion")):
        low, last = word.low, at + 1
        higher = _word(pieces, last)
        if higher and higher.place == "scale" and word.place != "scale":
            low, last = low * higher.low, last + 1
        return Numeral(at, last, low, None, Decimal(1), GENITIVE, spelled=True)
    if word.place == "scale":
        if pieces[at].text.lower() in ("tys", "tyś", "mln", "mld", "bln"):
            return None  # an abbreviation multiplies figures only
        one = Numeral(at, at, Decimal(1), Decimal(1), Decimal(1), GENITIVE, spelled=True)
        return _scaled(pieces, one, depth)
    last = at + 1
    return Numeral(at, last, word.low, word.high, Decimal(1), GENITIVE, spelled=True, needs_noun=True, lemma=word.lemma)


def _scaled(pieces: Sequence[Piece], numeral: Numeral, depth: int) -> Numeral:
    """Apply the multipliers after a number, and add what follows them: «2 mln 300 tys.», «tysiąc stu»."""
    scale = _scale_at(pieces, numeral.last, opens=numeral.first == numeral.last)
    if scale is None or numeral.high is None:
        return numeral
    factor, last = scale
    low, high = numeral.low * factor, numeral.high * factor
    governs, total_scale = GENITIVE, factor
    lower = _lower(pieces, last, factor, depth - 1, spelled=numeral.spelled) if depth else None
    if lower is not None and lower.high is not None:
        low, high, last = low + lower.low, high + lower.high, lower.last
        governs, total_scale = lower.governs, lower.scale
    return replace(numeral, last=last, low=low, high=high, scale=total_scale, governs=governs, fraction=False, lemma="")


def _scale_at(pieces: Sequence[Piece], at: int, *, opens: bool) -> tuple[Decimal, int] | None:
    """The product of the multipliers at ``at`` («tysięcy», «mln», «tys. mln») and where they end.

    ``opens`` says that the number starts here, so that a blank line before it does not matter.
    """
    factor, last = Decimal(1), at
    while (
        (word := entry(pieces[at].text) if opens and last == at else _word(pieces, last))
        and word.place == "scale"
        and factor <= 10**6
    ):
        factor, last = factor * word.low, last + 1
        dot = _piece(pieces, last)
        if dot and dot.text == "." and dot.glued and pieces[last - 1].lower in ("tys", "tyś", "mln", "mld", "bln"):
            last += 1
    return (factor, last) if last > at else None


def _lower(pieces: Sequence[Piece], at: int, below: Decimal, depth: int, *, spelled: bool) -> Numeral | None:
    """The rest of a compound number: a lower scale, or in words what is below a thousand."""
    piece = _piece(pieces, at)
    joined = piece is not None and piece.lower == "i"  # «dwa miliony i trzysta tysięcy»
    if joined:
        at += 1
        piece = _piece(pieces, at)
    if piece is None or (pieces[at - 1].text == "." and piece.kind == "word"):
        return None
    rest = _unsigned(pieces, at, depth)
    if rest is None or rest.high is None or rest.fraction or rest.needs_noun or rest.low >= below:
        return None
    thousand = not spelled and below == _THOUSAND and not rest.spelled and len(piece.text) == len("300")
    alone = rest.scale == 1 and (rest.spelled or rest.last == at + 1)  # but «2 mln 10 tys. 244 zakażenia» goes on
    if alone and (joined or not ((spelled and rest.spelled) or (thousand and piece.text.isdigit()))):
        return None  # «2 tys. 300 osób» is one number, «2 mln 300 osób» none, nor is «tysiąc i jedna noc» 1001 nights
    return rest
