"""A document's text cut into runs, each with what was found there; shared by the terminal and the page."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from nlp_claims.findings import Findings

MarkKind = Literal["statement", "speaker", "cue", "via", "number", "actor"]

# what may move the cursor, colour the terminal or turn the text around: ESC, C0 and C1, bidi overrides
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
_PICTURES, _DELETE = 0x2400, 0x7F


class Mark(NamedTuple):
    """A span of the text and the record that it belongs to."""

    start: int
    end: int
    kind: MarkKind
    id: str


class Run(NamedTuple):
    """A stretch of text under the same marks, the outermost first."""

    start: int
    text: str
    marks: tuple[Mark, ...]


def marks(findings: Findings) -> list[Mark]:
    """Every span that the records of a document name."""
    return sorted(_marks(findings), key=lambda mark: (mark.start, -mark.end, mark.kind, mark.id))


def _marks(findings: Findings) -> Iterator[Mark]:
    for statement in findings.statements:
        for part in statement.parts:
            yield Mark(part.start, part.end, "statement", statement.id)
        if statement.cue:
            yield Mark(statement.cue.start, statement.cue.end, "cue", statement.id)
        if statement.speaker and statement.speaker.start is not None and statement.speaker.end is not None:
            yield Mark(statement.speaker.start, statement.speaker.end, "speaker", statement.id)
        if statement.via and statement.via.start is not None and statement.via.end is not None:
            yield Mark(statement.via.start, statement.via.end, "via", statement.id)
    for number in findings.numbers:
        yield Mark(number.start, number.end, "number", number.id)
    for actor in findings.actors:
        for mention in actor.mentions:
            yield Mark(mention.start, mention.end, "actor", actor.id)


def runs(text: str, spans: Iterable[Mark]) -> list[Run]:
    """The whole text, in order, cut wherever a mark begins or ends. Marks may nest and overlap."""
    spans = [mark for mark in spans if 0 <= mark.start < mark.end <= len(text)]
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, set[Mark]] = {}
    for mark in spans:
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, set()).add(mark)
    cut = sorted({0, len(text), *opening, *closing})
    found: list[Run] = []
    current: list[Mark] = []
    for start, end in pairwise(cut):
        ended = closing.get(start, set())
        current = [mark for mark in current if mark not in ended] + opening.get(start, [])
        found.append(Run(start, text[start:end], tuple(current)))
    return found


def harmless(text: str) -> str:
    """The text with terminal controls made visible: «␛» for ESC. Line breaks and tabs stay; so does the length."""
    return "".join(map(_visible, text)) if any(map(_controls, text)) else text


def _controls(character: str) -> bool:
    return character in _BIDI or (unicodedata.category(character) in {"Cc", "Cs"} and character not in "\n\t")


def _visible(character: str) -> str:
    if not _controls(character):
        return character
    code = ord(character)
    if code == _DELETE:
        return "␡"
    return chr(_PICTURES + code) if code < ord(" ") else "�"
