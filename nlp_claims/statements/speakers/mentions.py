"""Names and references in the order of the text, and the sentences around a place."""

from bisect import bisect_left
from collections.abc import Iterator

from nlp_claims.statements.speakers.cast import Cast
from nlp_claims.statements.speakers.layout import Named
from nlp_claims.statements.text import Text

_BEFORE, _AFTER = 40, 20


class Mentions:
    """The names and references of a document."""

    def __init__(self, cast: Cast) -> None:
        self._all = list(cast.mentions())

    def before(self, place: int) -> Iterator[Named]:
        """Those before a token, the last first."""
        at = bisect_left(self._all, (place,))
        return reversed(self._all[max(at - _BEFORE, 0) : at])

    def after(self, place: int) -> Iterator[Named]:
        """Those that begin at a token or after it."""
        at = bisect_left(self._all, (place,))
        return iter(self._all[at : at + _AFTER])


def sentences_back(text: Text, place: int, count: int) -> int:
    """The first token of the sentence that is so many sentences before the one of ``place``."""
    start = text.sentence(place)[0]
    for _ in range(count):
        if start == 0:
            break
        start = text.sentence(start - 1)[0]
    return start


def sentences_on(text: Text, place: int, count: int) -> int:
    """The end of the sentence that is so many sentences after the one of ``place``."""
    end = text.sentence(place)[1]
    for _ in range(count):
        end = text.sentence(end)[1] if end < len(text.tokens) else end
    return end
