"""Drafts that are one quantity together: ranges, measures in two units, results written by a hyphen."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from nlp_claims.numbers import numerals
from nlp_claims.numbers.contexts import Contexts, lead_word
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.numerals import Numeral
from nlp_claims.numbers.pieces import Piece

_DASHES = frozenset("-–—‑−")
_BEFORE = 2  # pieces of «od roku»
_MOST_POINTS, _MOST_VOTES = 200, 1000
_SCORE_REACH = 3  # pieces from a word of sport to a result
_ROUND = frozenset({10, 100})
_HIGHEST_RATIO = 1000  # a range whose ends are farther apart is two numbers


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
        found.append(_from_one(pieces, draft) or draft)
        at += step
    return found


def _from_one(pieces: Sequence[Piece], draft: Draft) -> Draft | None:
    """«od roku do 10 lat»: the lower end is one of the unit, and says no number."""
    at = draft.lead - 1
    if (
        draft.unit is None
        or draft.unit.code != "duration:year"
        or draft.upper
        or at < _BEFORE
        or draft.numeral.low <= 1
    ):
        return None
    if [piece.lower for piece in pieces[at - _BEFORE : at + 1]] != ["od", "roku", "do"]:
        return None
    first = at - _BEFORE
    numeral = replace(draft.numeral, first=first, low=Decimal(1))
    return replace(draft, numeral=numeral, first=first, upper=draft.numeral, lead=first)


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
    before = lead_word(pieces, one.lead)
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
        elif before is not None and (_two_points(pieces, before, draft) or _ratio(pieces, before, draft, contexts)):
            found[-1] = replace(before, last=draft.last, after=draft.last, score=True)
            continue
        found.append(draft)
    return found


def _two_points(pieces: Sequence[Piece], one: Draft, two: Draft) -> bool:
    """Whether two numbers fall over a hyphen: no range runs downwards."""
    between = pieces[one.last : two.first]
    hyphen = len(between) == 1 and between[0].text in _DASHES and between[0].glued and pieces[two.first].glued
    return hyphen and _bare_points(one) and _bare_points(two) and one.numeral.low >= two.numeral.low


def _ratio(pieces: Sequence[Piece], one: Draft, two: Draft, contexts: Contexts) -> bool:
    """Whether two numbers are a result in words: «stosunkiem głosów 2 do 1», «wynikiem 96 do 0»."""
    link = pieces[one.last : two.first]
    votes = _bare_points(one, _MOST_VOTES) and _bare_points(two, _MOST_VOTES)
    if len(link) != 1 or link[0].lower != "do" or not votes:
        return False
    if pieces[one.first - 1].text == "(" and pieces[two.last : two.last + 1] and pieces[two.last].text == ")":
        return True  # «większością głosów (94 do 3)»
    if pieces[one.first - 1].lower in ("z", "ze", "od", "o"):
        return False  # «większość spadła z 60 do 55»
    near = pieces[max(0, one.first - _SCORE_REACH) : one.first]
    return any(piece.kind == "word" and contexts.has(piece, "result") for piece in near)


def _bare_points(draft: Draft, most: int = _MOST_POINTS) -> bool:
    numeral = draft.numeral
    small = numeral.high is not None and numeral.scale == 1 and numeral.low >= 0 and numeral.high <= most
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
    round_ = step in _ROUND and lower.low % step == 0  # «trzydzieści, czterdzieści osób», «dwieście, trzysta»
    return step == 1 or round_ or step == lower.scale == upper.scale
