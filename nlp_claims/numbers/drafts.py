"""Numbers with their units, joined into ranges and compound measures: what stands between digits and claims."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from nlp_claims.annotations import Bound
from nlp_claims.morphology import analyse
from nlp_claims.numbers import compounds, numerals
from nlp_claims.numbers.contexts import Contexts
from nlp_claims.numbers.nouns import NounPhrase
from nlp_claims.numbers.numerals import Numeral
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.units import Unit, Units

_DASHES = frozenset("-–—‑−")
_CARDINAL_ENDINGS = frozenset({"tu", "ciu", "stu", "cioma", "ma", "oma", "ch", "u", "miu", "ech"})
_NAME = 3  # pieces of «Anna Nowak (»
_MOST_POINTS = 200
_SCORE_REACH = 3  # pieces from a word of sport to a result
_HIGHEST_RATIO = 1000  # a range whose ends are farther apart is two numbers


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
    noun: NounPhrase | None = None
    noun_name: str | None = None
    bound: Bound = "exact"
    rule: str = ""
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
        known = numerals.entry(piece.text) is not None or compounds.read(piece.text) is not None
        return not known and piece.text not in ("minus", "Minus")
    return piece.kind not in ("figure", "ratio") and piece.text not in ("-", "−", "–")


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
        draft.after = adjective + 1  # «w 15-tu szpitalach»: an ending, not a word
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
    draft.unit = units.after(text, pieces, numeral.last)
    if draft.unit is not None:
        draft.after = draft.unit.last
        draft.noun_name = draft.unit.noun or None
        if draft.unit.code == "volume:l" and _bracketed(pieces, numeral.first, draft.unit.last):
            draft.unit = draft.unit._replace(code="duration:year")  # «Anna Nowak (28 l.)»
    elif _age(pieces, numeral):
        draft.unit = Unit("duration:year", numeral.last)
    elif currency := units.before(pieces, numeral.first):
        draft.unit, draft.prefixed, draft.lead = Unit(currency, numeral.last), True, numeral.first - 1
    return draft


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
        if following.glued and following.kind == "word" and numerals.entry(following.text) is None:
            return at + 1
    return None


def _adjective_follows(pieces: Sequence[Piece], at: int, units: Units) -> bool:
    """«22 procentowa stawka», «680 kilometrowej trasy»: the hyphen is often left out."""
    piece = pieces[at] if at < len(pieces) and not pieces[at].breaks else None
    if piece is None or piece.kind != "word" or not any(each.pos == "adj" for each in analyse(piece.lower)):
        return False
    return units.adjective(piece.lower) is not None


def joined(pieces: Sequence[Piece], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with ranges («od 5 do 7 mln») and measures in two units («1 godz. 20 min») made one each."""
    found: list[Draft] = []
    at = 0
    while at < len(drafts):
        draft = drafts[at]
        step = 1
        while at + step < len(drafts) and _compound(pieces, draft, drafts[at + step]):
            draft = _merged(draft, drafts[at + step])
            step += 1
        if step == 1 and at + 1 < len(drafts) and (ranged := _range(pieces, draft, drafts[at + 1])):
            draft, step = ranged, 2
        found.append(draft)
        at += step
    return found


def _compound(pieces: Sequence[Piece], one: Draft, two: Draft) -> bool:
    """Whether «two» goes on with a smaller unit of the same measure: «2 godziny, 5 minut i 11 sekund»."""
    a, b = one.unit, two.unit
    if a is None or b is None or not a.base or a.base != b.base or a.size is None or b.size is None:
        return False
    if (
        b.size >= a.size
        or one.upper
        or not (one.numeral.exact and two.numeral.exact)
        or two.numeral.low >= a.size / b.size
    ):
        return False
    between = [piece.lower for piece in pieces[a.last : two.first]]
    return between in ([], ["i"], [","], ["oraz"]) and not any(piece.breaks for piece in pieces[a.last : two.first + 1])


def _merged(one: Draft, two: Draft) -> Draft:
    """The quantity of both in the unit of the second; :func:`_compound` has seen to it that they have sizes."""
    assert one.unit and two.unit  # noqa: S101, PT018  # for the type checker
    ratio = (one.unit.size or Decimal(1)) / (two.unit.size or Decimal(1))
    value = one.numeral.low * ratio + two.numeral.low
    unit = two.unit
    if one.unit.code.startswith("money"):
        value, unit = value / ratio, one.unit  # «3 zł 50 gr» is 3,50 zł
    numeral = Numeral(one.first, two.unit.last, value, value, Decimal(1), numerals.MASS, spelled=one.numeral.spelled)
    return Draft(numeral, one.first, two.unit.last, unit, after=two.unit.last, lead=one.lead)


def _range(pieces: Sequence[Piece], one: Draft, two: Draft) -> Draft | None:
    """One draft of two that are the ends of an interval, or ``None``."""
    if one.score or two.score or one.upper or one.adjective or not _same_measure(one, two):
        return None
    if one.numeral.fraction and one.unit is None and not two.numeral.fraction:
        return None  # «zmalała o połowę do 5 tys.»
    between = pieces[one.after : two.lead]
    if len(between) != 1 or between[0].breaks or pieces[two.first].breaks:
        return None
    lower, upper = _scaled_alike(one, two)
    if lower.high is None or upper.high is None or upper.high <= lower.low:
        return None
    first = _opening(pieces, one, two, lower, upper)
    if first is None:
        return None
    numeral = replace(
        two.numeral,
        first=first,
        low=lower.low,
        high=upper.high,
        fraction=two.numeral.fraction and one.numeral.fraction,
        lemma="",
    )
    return Draft(
        numeral,
        first,
        two.last,
        two.unit or one.unit,
        upper,
        after=two.after,
        lead=min(first, one.lead),
        adjective=two.adjective,
        noun_name=two.noun_name,
    )


def _opening(pieces: Sequence[Piece], one: Draft, two: Draft, lower: Numeral, upper: Numeral) -> int | None:
    """The piece where the range starts («od», «między» are part of it), or ``None`` where the link makes none."""
    link = pieces[one.after].lower
    before = pieces[one.lead - 1].lower if one.lead else ""
    if link == "do":  # «z 15 do 20» and «o 4 mln do 138 mln» are two values
        two_values = before in ("z", "ze") or (before == "o" and (one.unit is not None or one.numeral.scale > 1))
        return None if two_values else one.first - (before == "od")
    if lower.low > 0 and (upper.high or 0) / lower.low > _HIGHEST_RATIO:
        return None
    if link in ("a", "i") and before in ("między", "pomiędzy"):
        return one.first - 1
    if link in _DASHES:
        return one.first if _dash_range(pieces, one, two) else None
    guess = link in (",", "lub", "albo", "czy") and _neighbours(lower, upper, link)
    return one.first if guess else None


def results(pieces: Sequence[Piece], drafts: Sequence[Draft], contexts: Contexts) -> list[Draft]:
    """The drafts with results written by a hyphen made one each: «wygrali mecz 2-1», «55-45»."""
    found: list[Draft] = []
    for draft in drafts:
        before = found[-1] if found else None
        if draft.upper is not None and _bare_points(draft) and _told_as_score(pieces, draft, contexts):
            draft.score = True
        elif before is not None and _two_points(pieces, before, draft):
            found[-1] = replace(before, last=draft.last, after=draft.last, score=True)
            continue
        found.append(draft)
    return found


def _two_points(pieces: Sequence[Piece], one: Draft, two: Draft) -> bool:
    """Whether two numbers fall over a hyphen: no range runs downwards."""
    between = pieces[one.last : two.first]
    hyphen = len(between) == 1 and between[0].text in _DASHES and between[0].glued and pieces[two.first].glued
    return hyphen and _bare_points(one) and _bare_points(two) and one.numeral.low >= two.numeral.low


def _bare_points(draft: Draft) -> bool:
    numeral = draft.numeral
    small = numeral.high is not None and numeral.scale == 1 and numeral.low >= 0 and numeral.high <= _MOST_POINTS
    return small and not numeral.spelled and draft.unit is None and not draft.adjective and not draft.score


def _told_as_score(pieces: Sequence[Piece], draft: Draft, contexts: Contexts) -> bool:
    """Whether a word of sport or voting stands just before («przegrali 0-3»)."""
    near = pieces[max(0, draft.first - _SCORE_REACH) : draft.first]
    return any(piece.kind == "word" and contexts.has(piece, "score") for piece in near)


def _same_measure(one: Draft, two: Draft) -> bool:
    return one.unit is None or two.unit is None or one.unit.code == two.unit.code


def _scaled_alike(one: Draft, two: Draft) -> tuple[Numeral, Numeral]:
    """«5–7 mln»: the first end takes the multiplier of the second, unless it is larger as it stands."""
    lower, upper = one.numeral, two.numeral
    if lower.scale == 1 and upper.scale > 1 and one.unit is None and lower.low * upper.scale < (upper.high or 0):
        return lower.times(upper.scale), upper
    return lower, upper


def _dash_range(pieces: Sequence[Piece], one: Draft, two: Draft) -> bool:
    """Whether a dash joins two ends («5–10», «2 – 3 mln») and does not part two clauses."""
    dash, following = pieces[one.after], pieces[two.lead]
    if dash.glued != following.glued:
        return False
    return dash.glued or (one.unit is None and one.numeral.spelled == two.numeral.spelled)


def _neighbours(lower: Numeral, upper: Numeral, link: str) -> bool:
    """«pięć, sześć osób», «dwa lub trzy»: neighbouring words, of the same scale, are one guess."""
    if not lower.exact and not upper.exact:
        return link != ","  # «kilka lub kilkanaście godzin»
    if lower.high is None or (link == "," and not (lower.spelled and upper.spelled)):
        return False
    step = upper.low - lower.low
    return step == 1 or step == lower.scale == upper.scale
