"""Numbers with their units: what stands between digits and claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from nlp_claims.annotations import Bound
from nlp_claims.morphology import analyse
from nlp_claims.numbers import compounds, numerals
from nlp_claims.numbers.nouns import modifies
from nlp_claims.numbers.numeral_words import entry
from nlp_claims.numbers.numerals import Numeral
from nlp_claims.numbers.phrases import NounPhrase
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.units import Unit, Units

_CARDINAL_ENDINGS = frozenset({"tu", "ciu", "stu", "cioma", "ma", "oma", "ch", "u", "miu", "ech"})
_NAME = 3  # pieces of «Anna Nowak (»


@dataclass(slots=True)
class Draft:
    """A number on its way to a claim: pieces ``first`` to ``last`` (half-open) are the number itself."""

    numeral: Numeral
    first: int
    last: int
    unit: Unit | None = None
    upper: Numeral | None = None
    """The other end of a range."""
    prefixed: bool = False
    adjective: str = ""
    """The word after the hyphen of «21-letnia»."""
    after: int = 0
    """The piece after number and unit."""
    score: bool = False
    index: bool = False
    """Whether it is the value of an index, and counts nothing («wskaźnik R spadł do 0,9»)."""
    noun: NounPhrase | None = None
    noun_name: str | None = None
    bound: Bound = "exact"
    lead: int = 0
    """The first piece of what belongs to the number before it («od», «ponad»)."""

    @property
    def bare(self) -> bool:
        """Whether nothing yet says what is counted."""
        return self.unit is None and self.noun is None and self.noun_name is None

    @property
    def code(self) -> str:
        """The unit's code."""
        if self.score:
            return "score"
        if self.unit is not None:
            return self.unit.code
        return "other:fraction" if self.numeral.fraction else "count"


def raw(text: str, pieces: Sequence[Piece], units: Units) -> Iterator[Draft]:
    """Every number of the text with its unit, in order, nothing joined yet."""
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if _plain(piece):
            at += 1
            continue
        if piece.kind == "ratio" and piece.text.count(":") == 1:
            zero = Numeral(at, at + 1, Decimal(0), Decimal(0), Decimal(1), frozenset(), spelled=False)
            yield Draft(zero, at, at + 1, score=True, after=at + 1, lead=at)
            at += 1
            continue
        if compound := _compound_word(pieces, at, units):
            yield compound
            at += 1
            continue
        numeral = numerals.read(pieces, at) if piece.kind != "code" else None
        if numeral is None or (numeral.low < 0 and not _negative(pieces, at)):
            at += 1
            continue
        draft = _with_unit(text, pieces, units, numeral)
        if piece.text == "–" and not draft.code.startswith(("temperature", "percent", "money")):
            at += 1  # a dash, no minus: «–12 osób»
            continue
        yield draft
        at = max(draft.last, draft.after, at + 1)  # «6 l na 100 km»: the 100 is part of the unit


def _plain(piece: Piece) -> bool:
    """Whether no number can start here: nearly every piece of a text, so the answer has to be quick."""
    if piece.kind == "word":
        return not _is_numeral(piece.text)
    return piece.kind not in ("figure", "ratio") and piece.text not in ("-", "−", "–")


@lru_cache(maxsize=10_000)
def _is_numeral(form: str) -> bool:
    """Whether a word is a number, has one inside, or signs one."""
    return entry(form) is not None or compounds.read(form) is not None or form in ("minus", "Minus")


def _compound_word(pieces: Sequence[Piece], at: int, units: Units) -> Draft | None:
    """«dwudniowy», «kilkugodzinna»: a measure in one word."""
    parts = compounds.read(pieces[at].text) if pieces[at].kind == "word" else None
    if parts is None or not units.measures(parts[2]):
        return None
    low, high, rest = parts
    numeral = Numeral(at, at + 1, low, high, Decimal(1), frozenset(), spelled=True)
    return Draft(numeral, at, at + 1, adjective=rest, after=at + 1, lead=at)


def _negative(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a hyphen is a minus sign: «-27 stopni», but neither «5-7» nor a dialogue's dash."""
    if pieces[at].kind == "word":
        return at == 0 or pieces[at - 1].lower != "plus"  # «plus minus 40»
    return at > 0 and (bool(pieces[at].gap) or pieces[at - 1].text == "(")


def _with_unit(text: str, pieces: Sequence[Piece], units: Units, numeral: Numeral) -> Draft:
    draft = Draft(numeral, numeral.first, numeral.last, after=numeral.last, lead=numeral.first)
    adjective = _hyphenated(pieces, numeral.last)
    if adjective is not None and pieces[adjective].lower in _CARDINAL_ENDINGS:
        draft.after = adjective + 1  # «w 15-tu szpitalach», «po 25-ciu latach»: an ending, not a word
        if (unit := units.after(text, pieces, draft.after)) is not None:
            draft.unit, draft.after, draft.noun_name = unit, unit.last, unit.noun or None
        return draft
    if (
        adjective is None
        and numeral.scale == 1
        and not numeral.spelled
        and _adjective_follows(pieces, numeral.last, units)
    ):
        adjective = numeral.last
    if adjective is not None:
        draft.adjective, draft.after = pieces[adjective].lower, adjective + 1
        return draft
    if (unit := units.after(text, pieces, numeral.last)) is not None:
        if unit.code == "volume:l" and _bracketed(pieces, numeral.first, unit.last):
            unit = unit._replace(code="duration:year")  # «Anna Nowak (28 l.)»
        draft.unit, draft.after, draft.noun_name = unit, unit.last, unit.noun or None
        if unit.code == "percent" and (ending := _hyphenated(pieces, unit.last)) is not None:
            draft.adjective, draft.after = f"procent{pieces[ending].lower}", ending + 1  # «50%-owa obniżka»
        return _one_before(pieces, units, draft, unit) or draft
    if _age(pieces, numeral):
        draft.unit = Unit("duration:year", numeral.last)
    elif currency := units.before(pieces, numeral.first):
        draft.unit, draft.prefixed, draft.lead = Unit(currency, numeral.last), True, numeral.first - 1
    return draft


def _one_before(pieces: Sequence[Piece], units: Units, draft: Draft, unit: Unit) -> Draft | None:
    """«godzinę i 12 minut», «rok i trzy miesiące»: one of the larger unit says no number."""
    first = draft.first - 2
    if first < 0 or pieces[first + 1].lower != "i" or unit.size is None or pieces[first + 1].breaks:
        return None
    larger = units.named(pieces[first].lower) if _is_one(pieces, first) else None
    if larger is None or larger.base != unit.base or larger.size is None or larger.size <= unit.size:
        return None
    value = draft.numeral.low + larger.size / unit.size
    if not draft.numeral.exact or draft.numeral.low >= larger.size / unit.size:
        return None
    numeral = replace(draft.numeral, first=first, last=unit.last, low=value, high=value, spelled=True)
    return replace(draft, numeral=numeral, first=first, last=unit.last, lead=first)


def _is_one(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a noun can only be singular, and nothing before it tells which one («w pierwszą godzinę»)."""
    readings = [each for each in analyse(pieces[at].lower) if each.pos == "subst"]
    if at and (pieces[at - 1].kind == "figure" or modifies(pieces[at - 1].lower) or entry(pieces[at - 1].text)):
        return False
    return bool(readings) and all(each.has("sg") for each in readings)


def _bracketed(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """Whether brackets hold nothing but «28 l.»."""
    closing = [piece.text for piece in pieces[last : last + 2]]
    return first > 0 and pieces[first - 1].text == "(" and closing[:2] == [".", ")"]


def _age(pieces: Sequence[Piece], numeral: Numeral) -> bool:
    """«Anna Nowak (42)»: a bare number in brackets after the name of a person."""
    first, last = numeral.first, numeral.last
    if first < _NAME or last >= len(pieces) or pieces[first - 1].text != "(" or pieces[last].text != ")":
        return False
    years = last - first == 1 and pieces[first].text.isdigit() and len(pieces[first].text) == len("42")
    name = pieces[first - 2]
    marks = {mark for reading in analyse(name.text) for mark in reading.marks}
    person = name.text[:1].isupper() and (not marks or not marks.isdisjoint(("imię", "nazwisko")))
    return years and person and pieces[first - 3].text[:1].isupper()


def _hyphenated(pieces: Sequence[Piece], at: int) -> int | None:
    """The piece of the adjective in «21-letnia» or «5-krotny», where the number is glued to one."""
    if at + 1 < len(pieces) and pieces[at].text in ("-", "–", "‑") and pieces[at].glued:
        following = pieces[at + 1]
        numeral = entry(following.text) if following.glued and following.kind == "word" else None
        if following.glued and following.kind == "word" and (numeral is None or numeral.place == "nth"):
            return at + 1  # «30-tysięczna» is an adjective, and as a numeral the thousandth
    return None


def _adjective_follows(pieces: Sequence[Piece], at: int, units: Units) -> bool:
    """«22 procentowa stawka», «680 kilometrowej trasy»: the hyphen is often left out."""
    piece = pieces[at] if at < len(pieces) and not pieces[at].breaks else None
    if piece is None or piece.kind != "word" or not any(each.pos == "adj" for each in analyse(piece.lower)):
        return False
    return units.adjective(piece.lower) is not None
