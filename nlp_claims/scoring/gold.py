"""Documents annotated by hand: ``NAME.json`` about ``NAME.txt``; reading, locating, checking."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

import msgspec

from nlp_claims.annotations import Bound, Kind, Mode

Located = tuple[int, int]
NUMBER_FIELDS = ("value", "min", "max", "bound", "unit", "noun")


class GoldError(Exception):
    """An annotation that cannot be used; the message says which and what to do."""


class Ref(msgspec.Struct, frozen=True):
    """A place in the text: the ``nth`` occurrence of the string ``s``, counted from 1."""

    s: str
    nth: int | None = None


class Actor(msgspec.Struct, frozen=True):
    """Who says or does something; ``mentions`` are its other forms in the text."""

    name: str
    kind: Kind
    mentions: tuple[str, ...]


class Statement(msgspec.Struct, frozen=True):
    """What the text attributes to a source. ``alt_mode`` and ``co_speakers`` would be right as well."""

    mode: Mode
    content: tuple[Ref, ...]
    speaker: Ref | None
    speaker_name: str | None
    cue: Ref | None
    alt_mode: Mode | None = None
    co_speakers: tuple[str, ...] = ()
    optional: bool = False


class Number(msgspec.Struct, frozen=True):
    """A quantity that the text gives."""

    number: Ref
    value: int | float | None
    min: int | float | None
    max: int | float | None
    bound: Bound
    unit: str
    noun: str | None
    attributed_to: str | None
    optional: bool = False


class Annotation(msgspec.Struct, frozen=True):
    """All annotations of one document."""

    doc: str
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    numbers: tuple[Number, ...]


class Annotated(msgspec.Struct, frozen=True):
    """A document with its annotation."""

    name: str
    text: str
    gold: Annotation


def find(text: str, ref: Ref) -> Located:
    """Where a reference points.

    Raises:
        GoldError: the text does not hold the string that often.
    """
    at = -1
    for _ in range(ref.nth or 1):
        at = text.find(ref.s, at + 1)
        if at < 0:
            raise GoldError(f"{ref.s!r}{f' (nth {ref.nth})' if ref.nth else ''} is not in the text")
    return at, at + len(ref.s)


def read(folder: Path, texts: Path | None = None) -> list[Annotated]:
    """The annotated documents of a folder, by name; texts are beside them or in ``texts``.

    Raises:
        GoldError: there are none, one is malformed, or its text is missing.
    """
    # baseline figures may lie in the same folder: an annotation is a file that says which document it is about
    documents = [document for path in sorted(folder.glob("*.json")) if (document := _read(path, texts))]
    if not documents:
        raise GoldError(f'{folder}: no annotated documents (NAME.json with a "doc" field) in this folder')
    return documents


def _read(path: Path, texts: Path | None) -> Annotated | None:
    try:
        raw = msgspec.json.decode(path.read_bytes().removeprefix(BOM_UTF8))
        if not isinstance(raw, dict) or "doc" not in raw:
            return None
        annotation = msgspec.convert(raw, Annotation)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: not an annotation: {error}") from error
    beside = path.with_suffix(".txt")
    text = beside if beside.is_file() or texts is None else texts / beside.name
    try:
        # as extraction reads it: offsets do not count the mark, and line breaks stay as they are
        content = text.read_bytes().removeprefix(BOM_UTF8).decode("utf-8")
    except FileNotFoundError:
        raise GoldError(f"{path}: its text {text} is missing; say where the texts are with --texts") from None
    except UnicodeDecodeError as error:
        raise GoldError(f"{text}: not UTF-8: {error}") from error
    return Annotated(path.stem, content, annotation)


def problems(document: Annotated) -> Iterator[str]:
    """What is wrong with an annotation: strings that are not in the text, or that leave open which one is meant."""
    text, gold = document.text, document.gold
    for actor in gold.actors:
        yield from (f"mention of {actor.name!r} not in the text: {m!r}" for m in actor.mentions if m not in text)
    for ref in _references(gold):
        try:
            find(text, ref)
        except GoldError as error:
            yield str(error)
            continue
        if ref.nth is None and text.find(ref.s, text.find(ref.s) + 1) >= 0:
            yield f"occurs more than once, give nth: {ref.s!r}"


def _references(gold: Annotation) -> Iterator[Ref]:
    for statement in gold.statements:
        yield from statement.content
        yield from (ref for ref in (statement.speaker, statement.cue) if ref)
    yield from (number.number for number in gold.numbers)
