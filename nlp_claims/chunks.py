"""Long texts in pieces: the analysis of one is held in memory at once, and grows with its length.

A piece ends where the analysis loses least: after an empty line, else after a line, else after a sentence, else after
a word. Together the pieces are the text, so offsets into them add up.
"""

import re
from collections.abc import Iterator

LENGTH = 50_000
# in the order of preference; what ends a piece stays with it
_ENDS = tuple(
    re.compile(pattern) for pattern in (r"\n[ \n]*\n", r"\n", r"[.!?…][”»\"]?\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ„–-])", r"\s+")
)


def split(text: str, length: int = LENGTH) -> Iterator[str]:
    """The pieces of a text, none longer than ``length`` characters; a text that fits is its own."""
    start = 0
    while len(text) - start > length:
        end = _cut(text, start, start + length)
        yield text[start:end]
        start = end
    yield text[start:]


def _cut(text: str, start: int, limit: int) -> int:
    """Where to end the piece: the last good place in its second half, which keeps pieces from getting small."""
    middle = start + (limit - start) // 2
    for end in _ENDS:
        last = None
        for last in end.finditer(text, middle, limit):  # noqa: B007 - the last one is wanted
            pass
        if last and last.end() > start:
            return last.end()
    return limit
