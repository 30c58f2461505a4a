"""Points that are no points of a game: per cents of a poll («poparcie spadło o 4 punkty»), or those of an index."""

import re
from collections.abc import Sequence

from nlp_claims.numbers.contexts import Contexts, lead_word
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.percents import ENDS, sentences_between
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.units import Unit

_POINT, _INDEX_POINT = "percentage_point", "other:point"
_HUNDREDTHS = re.compile(r",\d\d\Z")
_SENTENCE = 40  # pieces to either side that may tell of an index or a game
_NEAR = 100  # pieces to a percentage, or to a word of polls


def settle(pieces: Sequence[Piece], drafts: Sequence[Draft], contexts: Contexts) -> None:
    """Give points of polls and markets their unit, in place; a bare difference after points is told in them too."""
    for index, draft in enumerate(drafts):
        if unit := _unit(pieces, drafts, index, contexts):
            last = draft.noun.last if draft.noun is not None and draft.noun.first == draft.after else draft.after
            draft.unit, draft.after = Unit(unit, last), last
            draft.noun = draft.noun_name = None
        elif index and draft.bare and _difference(pieces, drafts[index - 1], draft):
            draft.unit = Unit(_POINT, draft.last)


def _unit(pieces: Sequence[Piece], drafts: Sequence[Draft], index: int, contexts: Contexts) -> str | None:
    """What kind of points a number tells, if it tells any that are no points of a game."""
    draft = drafts[index]
    if draft.code != "count" or not _is_point(draft):
        return None
    if _of_index(pieces, draft, contexts):
        return _INDEX_POINT
    return _POINT if _of_percents(pieces, drafts, index, contexts) else None


def _of_index(pieces: Sequence[Piece], draft: Draft, contexts: Contexts) -> bool:
    """«WIG20 zyskał 12 punktów», «opór przy 80,50 pkt»: points of a market, which alone are told in hundredths."""
    hundredths = _HUNDREDTHS.search(pieces[draft.last - 1].text)
    return bool(hundredths) or any(contexts.has(piece, "market") for piece in _sentence(pieces, draft))


def _is_point(draft: Draft) -> bool:
    return draft.noun_name == "punkt" or (draft.noun is not None and draft.noun.phrase == "punkt")


def _of_percents(pieces: Sequence[Piece], drafts: Sequence[Draft], index: int, contexts: Contexts) -> bool:
    """Whether the points are a difference of percentages: they stand near, and no word of games does."""
    draft = drafts[index]
    if any(contexts.has(piece, "points_word") for piece in _sentence(pieces, draft)):
        return False
    if index and lead_word(pieces, draft.lead) == "o":
        before = drafts[index - 1]  # «5 proc. badanych, o dwa punkty mniej niż we wrześniu»
        if before.code == "percent" and not sentences_between(pieces, before.after, draft.first):
            return True
    near = [other for other in drafts[max(0, index - 3) : index + 4] if abs(other.first - draft.first) < _NEAR]
    if any(other.code == _POINT for other in near):
        return True
    around = pieces[max(0, draft.first - _NEAR) : draft.last + _NEAR]
    polled = any(piece.kind == "word" and contexts.has(piece, "poll") for piece in around)
    return polled and any(other.code == "percent" for other in near)


def _sentence(pieces: Sequence[Piece], draft: Draft) -> Sequence[Piece]:
    """The words of the sentence, as far as they are near."""
    start, end = draft.first, draft.last
    while start > 0 and draft.first - start < _SENTENCE and not _ends(pieces, start - 1):
        start -= 1
    while end < len(pieces) and end - draft.last < _SENTENCE and not _ends(pieces, end):
        end += 1
    return [piece for piece in pieces[start:end] if piece.kind != "mark"]


def _ends(pieces: Sequence[Piece], at: int) -> bool:
    return pieces[at].text in ENDS and (at + 1 == len(pieces) or pieces[at + 1].text[:1].isupper())


def _difference(pieces: Sequence[Piece], before: Draft, draft: Draft) -> bool:
    """«przewagę 8,4 pkt proc., tymczasem różnica wyniosła cztery i pół», «Wygrał o 0,7.»: a part, or by how much."""
    if before.code != _POINT or draft.numeral.scale != 1 or sentences_between(pieces, before.after, draft.first) > 1:
        return False
    ends = draft.after >= len(pieces) or pieces[draft.after].text in {*ENDS, ",", ";", ")"}
    part = draft.numeral.low != draft.numeral.low.to_integral_value() and not draft.numeral.fraction
    return ends and (part or lead_word(pieces, draft.lead) == "o")
