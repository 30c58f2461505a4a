"""Long texts in pieces: the analysis of one is held in memory at once, and grows with its length.

A piece ends where the analysis loses least: after an empty line, else after a line, else after a sentence, else after
a word. Together the pieces are the text, so offsets into them add up.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

LENGTH = 50_000
# spaCy's tokenizer takes affixes off one by one: a word of 5,000 dashes takes it minutes and gigabytes
WORD = 200
_overlong = re.compile(rf"\S{{{WORD}}}")
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


def short_words(text: str) -> list[str]:
    """The text in pieces none of which holds a word of more than ``WORD`` characters."""
    ends = [match.end() for match in _overlong.finditer(text)]
    return [text[start:end] for start, end in pairwise([0, *ends, len(text)]) if start < end] or [text]


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
