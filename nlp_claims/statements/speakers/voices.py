"""Whose words each token is: a name inside somebody's words is no speaker in the narration around them."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from nlp_claims.statements.draft import Draft

NARRATOR = -1
_REACH = 40


class Voices:
    """The narrator and the statements of a text by token, the innermost statement first."""

    def __init__(self, drafts: Sequence[Draft], size: int) -> None:
        self._at = [NARRATOR] * size
        parts = sorted(((a, b, n) for n, draft in enumerate(drafts) for a, b in draft.parts), key=lambda p: p[0] - p[1])
        for start, end, n in parts:
            self._at[start:end] = [n] * (end - start)
        # «Pytany, czy odejdzie odpowiedział, że nie»: no question holds its answer, though its comma is missing
        spans = sorted((a, b, n) for a, b, n in parts if not _asks(drafts[n]))
        starts = [span[0] for span in spans]
        self._outer = [_holder(spans, bisect_left(starts, d.place + 1), n, d.place) for n, d in enumerate(drafts)]

    def at(self, place: int) -> int:
        """The index of the innermost statement whose words the token is, or ``NARRATOR``."""
        return self._at[place]

    def around(self, n: int) -> int:
        """The innermost other statement in whose words a statement is made, or ``NARRATOR``."""
        return self._outer[n]

    def beside(self, n: int) -> Callable[[int], bool]:
        """Whether a token is in the voice that makes the statement, or in a frame that interrupts it."""
        own = {n, self._outer[n]}
        return lambda place: self._at[place] in own


def _asks(draft: Draft) -> bool:
    return draft.cue is not None and draft.cue.form == "ppas"


def _holder(spans: list[tuple[int, int, int]], until: int, n: int, place: int) -> int:
    """The innermost of the spans, sorted by start, that covers the place and is not the statement itself."""
    best: tuple[int, int] | None = None
    for start, end, other in spans[max(until - _REACH, 0) : until]:
        if other != n and start <= place < end and (best is None or end - start < best[0]):
            best = end - start, other
    return NARRATOR if best is None else best[1]
