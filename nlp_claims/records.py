"""The records that are printed: typed, immutable, one JSON object a line.

Keys come in the order of the fields below and are never missing: what is absent is ``null``.
Offsets are half-open, in Unicode code points of the document text as read, and
``text == document[start:end]`` for every record and sub-span.
"""

import re
from typing import Any, Literal

import msgspec

from nlp_claims.annotations import Bound, Change, Kind, Modality, Mode

Value = int | float | None


class _Plain(msgspec.Struct, frozen=True, kw_only=True):
    """Shared settings: immutable, every key required. An unknown key is skipped: later versions may add some."""


class Span(_Plain, frozen=True, kw_only=True):
    """A piece of the document."""

    start: int
    end: int
    text: str


class Sentence(_Plain, frozen=True, kw_only=True):
    """Where the sentence of a number stands."""

    start: int
    end: int


class Mention(_Plain, frozen=True, kw_only=True):
    """A name as it stands in the text; ``base`` is this mention in the nominative («Milleya» → «Milley»)."""

    start: int
    end: int
    text: str
    base: str


class Source(_Plain, frozen=True, kw_only=True):
    """Who says something or relays it; ``start``, ``end`` and ``text`` are null where it is dropped («dodał»)."""

    actor: str | None
    name: str | None
    start: int | None
    end: int | None
    text: str | None


class Claimant(_Plain, frozen=True, kw_only=True):
    """Who claims a number: the speaker of the innermost statement that it stands in."""

    actor: str | None
    name: str | None


class Cue(_Plain, frozen=True, kw_only=True, rename={"class_": "class"}):
    """The reporting verb or phrase, its lemma, and what it does («say», «deny», «estimate», …)."""

    start: int
    end: int
    text: str
    lemma: str
    class_: str


class Actor(_Plain, frozen=True, kw_only=True, tag="actor"):
    """A named person, organization or place, or somebody unnamed who speaks or acts."""

    doc: str
    id: str
    name: str
    kind: Kind
    roles: tuple[str, ...]
    acts: tuple[str, ...]
    mentions: tuple[Mention, ...]


class Statement(_Plain, frozen=True, kw_only=True, tag="statement"):
    """Something attributed to a source; ``parts`` are several where the frame interrupts it."""

    doc: str
    id: str
    mode: Mode
    start: int
    end: int
    text: str
    parts: tuple[Span, ...]
    speaker: Source | None
    cue: Cue | None
    via: Source | None
    negated: bool
    rule: str


class NumericClaim(_Plain, frozen=True, kw_only=True, tag="numeric_claim"):
    """A number with what it measures and who claims it. ``statement`` is a statement's id."""

    doc: str
    id: str
    start: int
    end: int
    text: str
    number: Span
    value: Value
    min: Value
    max: Value
    bound: Bound
    unit: str
    noun: str | None
    phrase: str | None
    change: Change | None
    per: str | None
    predicate: str | None
    modality: Modality
    time: str | None
    place: str | None
    sentence: Sentence
    statement: str | None
    source: Claimant | None
    rule: str


class Document(_Plain, frozen=True, kw_only=True, tag="document"):
    """Closes the records of one document. ``error`` says why it has none; then all counts are 0."""

    doc: str
    sha256: str
    chars: int
    sentences: int
    actors: int
    statements: int
    numeric_claims: int
    model: str
    version: str
    meta: dict[str, Any]
    error: str | None


EvidenceKind = Literal["noun", "predicate", "actors", "place", "time", "words", "topic"]


class Evidence(_Plain, frozen=True, kw_only=True):
    """One thing that two numeric claims share; ``topic`` is names that both documents hold."""

    kind: EvidenceKind
    texts: tuple[str, ...]


class Compared(_Plain, frozen=True, kw_only=True):
    """A numeric claim in a comparison; ``id`` is that of its record. ``sentence`` is null without the text."""

    doc: str
    id: str
    start: int
    end: int
    text: str
    value: Value
    min: Value
    max: Value
    bound: Bound
    unit: str
    modality: Modality
    source: Claimant | None
    time: str | None
    place: str | None
    sentence: Span | None


class Comparison(_Plain, frozen=True, kw_only=True, tag="comparison"):
    """Numeric claims about the same thing, as ``nlp-claims compare`` prints them, those that disagree first.

    ``spread`` is how far the outermost values are apart, as a share of the larger (0 to 1).
    """

    id: str
    verdict: Literal["disagree", "compatible", "agree"]
    spread: float
    unit: str
    noun: str | None
    phrase: str | None
    predicate: str | None
    change: Change | None
    per: str | None
    evidence: tuple[Evidence, ...]
    claims: tuple[Compared, ...]


Record = Actor | Statement | NumericClaim | Document
Kinds = Literal["actor", "statement", "numeric_claim", "document", "comparison"]
KINDS: dict[Kinds, type[Record | Comparison]] = {
    "actor": Actor,
    "statement": Statement,
    "numeric_claim": NumericClaim,
    "document": Document,
    "comparison": Comparison,
}
_encoder = msgspec.json.Encoder()
_surrogate = re.compile("[\ud800-\udfff]")
_decoder: Any = msgspec.json.Decoder(Record)


def encode(record: Record | Comparison) -> bytes:
    """One record as a line of JSON, UTF-8, with the closing newline.

    A lone surrogate, which a Python string may hold and UTF-8 has not, becomes U+FFFD: offsets stay as they are.
    """
    try:
        return _encoder.encode(record) + b"\n"
    except UnicodeEncodeError:
        return _encoder.encode(_encodable(msgspec.to_builtins(record))) + b"\n"


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return _surrogate.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_encodable(key): _encodable(each) for key, each in value.items()}
    return [_encodable(each) for each in value] if isinstance(value, list | tuple) else value


def decode(line: bytes | str) -> Record:
    """A line back into its record.

    Raises:
        msgspec.ValidationError: the line is JSON but no record; the message names the field.
        msgspec.DecodeError: the line is not JSON.
    """
    record: Record = _decoder.decode(line)
    return record


def schema(kind: Kinds | None = None) -> dict[str, Any]:
    """The JSON Schema of a line of ``extract``, or of one kind of record."""
    shape: Any = KINDS[kind] if kind else Record
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(shape)}
