"""What a list says of its numbers: items are numbered, and what stands beside a date is a date too.

«1. Wakacje 2. Stary zamek», «17 i 18 października».
"""

from collections.abc import Callable, Collection, Sequence

from nlp_claims.numbers import phrases
from nlp_claims.numbers.dates import clock, day_of_month
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.view import View

Check = Callable[[View], bool]
_LINKS = frozenset({",", "i", "oraz", "lub", "albo", "a", "do", "na", "-", "–", "—", "/", "czy", "ewentualnie"})
_DASHES = frozenset("-–—")
_SENTENCE_ENDS = frozenset(".!?:…")


def numbering(view: View) -> bool:
    """«1. Wstęp», «2) …» at the start of a line, or of a sentence: «Zadania są trzy. 1. Przygotujcie …»."""
    following, after, first = view.following, view.after(1), view.draft.first
    if not view.digits or following is None or not following.glued or following.text not in (".", ")"):
        return False
    if first == 0 or "\n" in view.first.gap:
        return True
    before = view.pieces[first - 1].text
    opens = (before in _SENTENCE_ENDS or (following.text == ")" and before != "(")) and not view.first.glued
    return opens and not view.measured and after is not None and after.text[:1].isupper()


def go_on(pieces: Sequence[Piece], drafts: Sequence[Draft], reasons: list[Check | None]) -> None:
    """Dismiss the numbers that a numbered list goes on with inside a line: «1. Wakacje 2. Stary zamek 3. Las»."""
    expected: int | None = None
    for index, draft in enumerate(drafts):
        number = draft.numeral.low
        following = pieces[draft.last : draft.last + 2]
        marked = [piece.text[:1].isupper() or piece.text == "." for piece in following] == [True, True]
        if reasons[index] is numbering:
            expected = int(number) + 1
        elif reasons[index] is None and number == expected and marked and following[0].text == "." and _plain(draft):
            reasons[index] = numbering
            expected = int(number) + 1


def spread(
    pieces: Sequence[Piece], drafts: Sequence[Draft], reasons: list[Check | None], spreading: Collection[Check]
) -> None:
    """Dismiss the bare numbers that are listed with one dismissed for a reason that spreads.

    «17 i 18 października», «art. 5 i 6».
    """
    for index in range(len(drafts) - 2, -1, -1):
        open_ = reasons[index] is None and _plain(drafts[index])
        if (
            open_
            and reasons[index + 1] in spreading
            and _listed(pieces, drafts[index], drafts[index + 1], reasons[index + 1])
        ):
            reasons[index] = reasons[index + 1]
    for index in range(1, len(drafts)):
        before = reasons[index - 1]
        if reasons[index] is None and before in spreading and _plain(drafts[index]):
            ranged = pieces[drafts[index].first].glued  # «klasy 4–8 szkół»
            counts = before is not clock and not ranged and _counts(pieces, drafts[index])  # «9 maja i 20 osób»
            if not counts and _listed(pieces, drafts[index - 1], drafts[index], before):
                reasons[index] = before


def _plain(draft: Draft) -> bool:
    """A whole number in figures that nothing measures: only such are days, years and labels."""
    whole = draft.numeral.low == draft.numeral.low.to_integral_value() and not draft.numeral.spelled
    return whole and draft.unit is None and draft.numeral.scale == 1 and not draft.adjective


def _listed(pieces: Sequence[Piece], one: Draft, two: Draft, reason: Check | None) -> bool:
    between = pieces[one.last : two.first]
    if len(between) != 1 or between[0].breaks or pieces[two.first].breaks or between[0].lower not in _LINKS:
        return False
    loose = between[0].text in _DASHES and not between[0].glued
    return not loose or reason is day_of_month  # «23 – 27 lipca», but «w 2003 – 18 proc.»


def _counts(pieces: Sequence[Piece], draft: Draft) -> bool:
    phrase = phrases.read(pieces, draft.after, draft.numeral.governs, lambda _: None, frozenset())
    return phrase is not None and not phrase.weak
