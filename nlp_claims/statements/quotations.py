"""The quotations of a text by token, and what can be told of one by itself."""

from bisect import bisect_right
from collections.abc import Sequence

from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Range
from nlp_claims.statements.narration import speech_end
from nlp_claims.statements.quotes import Quote
from nlp_claims.statements.text import Text

_TITLED = frozenset({"tytułem", "hasłem", "nazwą", "tytule", "nazwie", "pseudonimem"})  # «promocje pod hasłem „…”»
# tokens that know the quotation they stand in: quotations one in another each write their whole length, which without
# a limit would cost their square; no speech that a paper prints is as long, a quotation that lost its mark may be
_LONGEST = 4000


class Quotations:
    """The quotations of a text by token: which one a token stands in, and what stands around each."""

    def __init__(self, text: Text, quotes: Sequence[Quote], cues: dict[int, Cue]) -> None:
        self.text = text
        self.quotes = quotes
        self.inner: list[Range] = [(text.at(q.inner), text.at(q.inner_end)) for q in quotes]
        self.outer: list[Range] = [(text.at(q.start), text.at(max(q.end - 1, q.start)) + 1) for q in quotes]
        for n, quote in enumerate(quotes):
            first, last = self.inner[n]
            if not quote.closed and not quote.resumed and first < last:
                # no mark closes it: it ends where the narrator takes over, at the latest
                stop = min(last, speech_end(text, first, last, cues))
                self.inner[n], self.outer[n] = (first, stop), (self.outer[n][0], stop)
        self.tops = [n for n, q in enumerate(quotes) if q.depth == 0]
        self._innermost = [-1] * len(text.tokens)
        for n, (first, last) in enumerate(self.inner):
            # by start, longest first: an inner quotation overwrites the outer one
            if last - first <= _LONGEST:
                self._innermost[first:last] = [n] * (last - first)
        self._top_starts = [self.outer[n][0] for n in self.tops]

    def at(self, place: int) -> int | None:
        """The innermost quotation whose inside holds the token."""
        n = self._innermost[place] if place < len(self._innermost) else -1
        return None if n < 0 else n

    def top(self, place: int) -> int | None:
        """The outermost quotation that holds the token, marks included."""
        k = bisect_right(self._top_starts, place) - 1
        if k < 0:
            return None
        n = self.tops[k]
        return n if self.outer[n][0] <= place < self.outer[n][1] else None

    def bounds(self, place: int) -> Range:
        """The sentence of a token, no further than the quotation around it reaches."""
        start, end = self.text.sentence(place)
        n = self.at(place)
        if n is not None:
            start, end = max(start, self.inner[n][0]), min(end, self.inner[n][1])
        return start, end

    def reach(self, start: int, end: int) -> int:
        """Where a clause that runs to its sentence's end must reach: a quotation that opens in it runs on.

        «powiedział, że „wody brakło. Nikt nie zdążył”»: the clause ends with its quotation.
        """
        n = self.top(end - 1)
        if n is None or self.outer[n][0] < start or self.outer[n][1] <= end:
            return end
        close = self.outer[n][1]
        following = self.text.tokens[close].text if close < len(self.text.tokens) else "."
        goes_on = following == "," or following[0].islower()
        return self.text.sentence(close)[1] if goes_on else close

    def whole(self, part: Range) -> Range | None:
        """The inside of the quotation that makes up the whole of a range, its full stop lost or not.

        «stwierdził, że „wygląda na to, iż …”», «Jak mówi Lis, „nie warto liczyć” Kos dodał, że …»
        """
        first, last = part
        n = self.top(first) if first < last else None
        if n is None or self.outer[n][0] != first:
            return None
        close = self.outer[n][1]
        lost = close < last and self.text.tokens[close].text[0].isupper() and not self.is_title(n)
        return self.inner[n] if last <= close <= last + 1 or lost else None

    def is_title(self, n: int) -> bool:
        """Whether the quotation is a name or a title («w rozmowie z „Gazetą Polską”») rather than words said."""
        first, last = self.inner[n]
        opening = self.outer[n][0]
        head = self.text.tokens[first].text
        if not head[0].isalpha() or (opening > 1 and self.text.lowers[opening - 1] in _TITLED):
            return True
        if head[0].isupper():
            return not (has_verb(self.text, first, last) and last - first > 2)  # noqa: PLR2004
        return opening > 0 and self.text.lowers[opening - 1] in {"tzw", "zwany", "zwana", "zwane"}


def has_verb(text: Text, first: int, last: int) -> bool:
    """Whether a finite verb stands in the range."""
    return any(text.words[at].finite for at in range(first, last))
