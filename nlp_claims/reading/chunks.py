"""Long texts in pieces: the analysis of one is held in memory at once, and grows with its length.

A piece ends where the analysis loses least: after an empty line, else after a line, else after a sentence, else after
a word. Together the pieces are the text, so offsets into them add up.

The rules read what the pieces say as one text, so far as a chapter goes: a book is read in parts. Each part is read
with some of what stands before and after it, so that nothing is torn: who spoke last is known, and a quotation ends.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

LENGTH = 50_000
# characters that the rules read as one, and those that they read beyond either end of a part
PART, BESIDE = 390_000, 5_000
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


class Part(NamedTuple):
    """A part of a text from ``start`` to ``end`` (exclusive), read from ``first`` to ``last``."""

    start: int
    end: int
    first: int
    last: int


def parts(text: str, length: int = PART, beside: int = BESIDE) -> Iterator[Part]:
    """The parts of a text in order, one where the text is next to no longer than a part: what is found belongs to one.

    Args:
        text: the text.
        length: of a part at most.
        beside: characters read before and after it at most; none beyond the text.
    """
    start, size = 0, len(text)
    while size - start > length + beside:
        end = _cut(text, start, start + length)
        yield Part(start, end, _back(text, start, beside), _cut(text, end, min(end + beside, size)))
        start = end
    yield Part(start, size, _back(text, start, beside), size)


def _back(text: str, place: int, beside: int) -> int:
    """Where to begin to read what stands before a part."""
    first = max(place - beside, 0)
    return _cut(text, first, first + beside // 2) if first else 0


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
