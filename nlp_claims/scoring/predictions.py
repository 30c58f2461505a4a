"""Records as scoring reads them: only the fields that are scored, so that records of other tools pass too."""

import io
from collections import defaultdict
from pathlib import PurePath
from typing import cast

import msgspec

from nlp_claims.reading import sources
from nlp_claims.reading.sources import InputError


class Span(msgspec.Struct):
    """A piece of the document."""

    start: int
    end: int
    text: str | None = None


class Named(msgspec.Struct):
    """A speaker or a source."""

    name: str | None = None
    text: str | None = None


class Statement(msgspec.Struct):
    """A statement record."""

    start: int
    end: int
    text: str
    mode: str
    parts: list[Span] | None = None
    speaker: Named | None = None
    cue: Span | None = None

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where its words are: several places where the frame interrupts them."""
        return [(part.start, part.end) for part in self.parts] if self.parts else [(self.start, self.end)]

    @property
    def said(self) -> str | None:
        """The name of its source."""
        return self.speaker.name if self.speaker else None


class Number(msgspec.Struct):
    """A numeric claim record."""

    start: int
    end: int
    text: str
    number: Span
    value: int | float | None = None
    min: int | float | None = None
    max: int | float | None = None
    bound: str | None = None
    unit: str | None = None
    noun: str | None = None
    source: Named | None = None


class Mention(msgspec.Struct):
    """A mention of an actor."""

    start: int
    end: int
    text: str
    base: str | None = None


class Actor(msgspec.Struct):
    """An actor record."""

    name: str
    kind: str
    mentions: list[Mention]
    id: str | None = None


class Document:
    """The records of one document, in their order."""

    def __init__(self) -> None:
        self.actors: list[Actor] = []
        self.statements: list[Statement] = []
        self.numbers: list[Number] = []


class _Head(msgspec.Struct):
    type: str
    doc: str | int


Records = dict[str, Document]


def read(path: str) -> Records:
    """Read JSON Lines of records by document id; a path or ``-``, compressed or not.

    Raises:
        InputError: the file cannot be read, or a line is no record; names the line.
    """
    documents: defaultdict[str, Document] = defaultdict(Document)
    with io.BufferedReader(cast("io.RawIOBase", sources.open_binary(path))) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                head = msgspec.json.decode(line, type=_Head)
                _add(documents[str(head.doc)], head.type, line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                raise InputError(f"{path}:{number}", f"not a record of 'nlp-claims extract': {error}") from error
    return dict(documents)


def _add(document: Document, kind: str, line: bytes) -> None:
    if kind == "actor":
        document.actors.append(msgspec.json.decode(line, type=Actor))
    elif kind == "statement":
        document.statements.append(msgspec.json.decode(line, type=Statement))
    elif kind == "numeric_claim":
        document.numbers.append(msgspec.json.decode(line, type=Number))


def by_stem(records: Records) -> Records:
    """The same by file stem: «news/a.txt» → «a». Documents of one stem are put together."""
    stems: defaultdict[str, Document] = defaultdict(Document)
    for doc, document in records.items():
        stem = stems[PurePath(doc).stem]
        stem.actors += document.actors
        stem.statements += document.statements
        stem.numbers += document.numbers
    return dict(stems)
