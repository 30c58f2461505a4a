r"""The copy of a text that the analysis sees, and the way back from its offsets.

Letters with separate combining marks are composed (NFC), odd spaces become spaces, line breaks of any kind «\n»,
an apostrophe inside a word is the straight one (as in most text: «O’Leary» and «O'Leary» are one name), and
what cannot be seen (soft hyphens, zero-width and direction marks) is left out: «wy\u00adraził» is one word.
A text that needs nothing of this is passed through as it is.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_SPACES = "\t\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_HYPHENS = "\u2010\u2011"
_SURROGATES = "\ud800-\udfff"
_odd = re.compile(f"[{_SPACES}{_BREAKS}{_UNSEEN}{_HYPHENS}{_SURROGATES}]")
_unseen = re.compile(f"[{_UNSEEN}]")
_left_out = re.compile(f"\\r(?=\\n)|[{_UNSEEN}]+")
_surrogate = re.compile(f"[{_SURROGATES}]")
_apostrophe = re.compile(r"(?<=[^\W\d_])[\u2019\u02bc\u00b4](?=[^\W\d_])")
_space, _break, _hyphen = (re.compile(f"[{group}]") for group in (_SPACES, _BREAKS, _HYPHENS))

# a character below U+0300 is composed already, and changes only with a mark that follows it
_foreign = re.compile("[\x00-\u02ff]?[^\x00-\u02ff]+")
# Python sorts a run of marks in quadratic time: 200,000 of them take half a minute. Unicode's own «stream-safe»
# limit is 30 marks a letter.
_MARKS = 30


class Normalised(NamedTuple):
    """A text as analysed. Piece ``i`` starts at ``starts[i]`` here and stands for ``origins[i]`` there.

    Within a piece the characters correspond one to one, or the piece is one cluster («z» + dot above → «ż»);
    ``None`` says that nothing was moved.
    """

    text: str
    starts: list[int] | None = None
    origins: list[tuple[int, int]] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the text as read. What was left out inside belongs to it, at its edges it does not."""
        if self.starts is None or self.origins is None:
            return start, end
        if start >= end:
            at = self._origin(start)[0] if start < len(self.text) else (self.origins[-1][1] if self.origins else 0)
            return at, at
        return self._origin(start)[0], self._origin(end - 1)[1]

    def _origin(self, at: int) -> tuple[int, int]:
        """Where one character came from."""
        assert self.starts is not None  # noqa: S101 - for the type checker: span() has looked
        assert self.origins is not None  # noqa: S101
        piece = bisect_right(self.starts, at) - 1
        first, last = self.origins[piece]
        end = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        if end - self.starts[piece] == last - first:
            here = first + at - self.starts[piece]
            return here, here + 1
        return first, last


def normalise(text: str) -> Normalised:
    """The text to analyse for ``text``. Takes time linear in its length, whatever it holds."""
    composed = unicodedata.is_normalized("NFC", text)
    if composed and not _odd.search(text) and not _apostrophe.search(text):
        return Normalised(text)
    replaced = _replace(text)
    if composed and not _left_out.search(text):
        return Normalised(replaced)
    return _join(text, replaced, () if composed else _clusters(replaced))


def _replace(text: str) -> str:
    """Everything that is one character for another."""
    text = _break.sub("\n", _space.sub(" ", text))
    return _surrogate.sub("\ufffd", _apostrophe.sub("'", _hyphen.sub("-", text)))


def _clusters(text: str) -> Iterator[tuple[int, int, str]]:
    """Every letter with its marks that composes or reorders, and what it becomes."""
    for run in _foreign.finditer(text):
        if unicodedata.is_normalized("NFC", run.group()):
            continue
        start = run.start()
        while start < run.end():
            end = start + 1
            while end < run.end() and end - start <= _MARKS and unicodedata.combining(text[end]):
                end += 1
            cluster = text[start:end]
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster and not _unseen.match(cluster):
                yield start, end, composed
            start = end


def _join(text: str, replaced: str, clusters: Iterator[tuple[int, int, str]] | tuple[()]) -> Normalised:
    """The pieces that stay, the clusters that change and nothing of what is left out, with the way back."""
    left_out = ((match.start(), match.end(), "") for match in _left_out.finditer(text))
    parts: list[str] = []
    starts: list[int] = []
    origins: list[tuple[int, int]] = []
    length = 0

    def add(start: int, end: int, new: str) -> None:
        nonlocal length
        if new:
            parts.append(new)
            starts.append(length)
            origins.append((start, end))
            length += len(new)

    done = 0
    for start, end, new in sorted((*left_out, *clusters)):
        add(done, start, replaced[done:start])
        add(start, end, new)
        done = end
    add(done, len(text), replaced[done:])
    return Normalised("".join(parts), starts, origins)
