"""Records read back and put together by document, for the verbs that people read.

``show``, ``report`` and ``compare`` need a document's records side by side, and its text, which
records do not carry. A record file may have been filtered on the way (``jq 'select(…)'``): a
document is complete with whatever of it is there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from nlp_claims.build import digest
from nlp_claims.reading import documents
from nlp_claims.records import Actor, Document, NumericClaim, Record, Statement, decode

_HEADLINE = 150  # characters: a longer first line is a paragraph


class RecordError(ValueError):
    """A line that holds no record; the message names the file, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What one document holds. ``text`` is the document as read, ``None`` where it is not at hand."""

    doc: str
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    numbers: tuple[NumericClaim, ...] = ()
    closing: Document | None = None
    text: str | None = None

    @property
    def title(self) -> str:
        """What to call the document: its ``title`` field where the input had one, its headline, else its id."""
        title = self.closing.meta.get("title") if self.closing else None
        if isinstance(title, str) and title.strip():
            return title.strip()
        headline = (self.text or "").strip().partition("\n")[0].strip()
        return headline if 0 < len(headline) <= _HEADLINE else self.doc


@dataclass(slots=True)
class _Open:
    actors: list[Actor] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    numbers: list[NumericClaim] = field(default_factory=list)
    closing: Document | None = None

    def add(self, record: Record) -> None:
        if isinstance(record, Actor):
            self.actors.append(record)
        elif isinstance(record, Statement):
            self.statements.append(record)
        elif isinstance(record, NumericClaim):
            self.numbers.append(record)
        else:
            self.closing = record

    def close(self, doc: str) -> Findings:
        return Findings(doc, tuple(self.actors), tuple(self.statements), tuple(self.numbers), self.closing)


def parse(lines: Iterable[bytes], name: str) -> Iterator[Record]:
    """The records of a JSON Lines stream; blank lines are passed over.

    Raises:
        RecordError: a line is not JSON or no record; ``name`` and the line number are in the message.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield decode(line)
        except msgspec.ValidationError as error:
            raise RecordError(f"{name}:{number}: not a record of nlp-claims: {error}") from error
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise RecordError(f"{name}:{number}: not JSON ({error}); expected the output of `extract`") from error


def group(records: Iterable[Record]) -> list[Findings]:
    """Records put together by document, documents in the order of their first record."""
    opened: dict[str, _Open] = {}
    for record in records:
        opened.setdefault(record.doc, _Open()).add(record)
    return [held.close(doc) for doc, held in opened.items()]


def with_texts(findings: Iterable[Findings], texts: Mapping[str, str]) -> list[Findings]:
    """The findings with their texts, where there are any that the records were made from.

    A text is taken from ``texts`` by document id, else from the file that the id names. One whose
    digest differs from the document record's has changed since: its offsets would lie, so it is
    left out.
    """
    return [_with_text(each, texts.get(each.doc)) for each in findings]


def _with_text(findings: Findings, text: str | None) -> Findings:
    if text is None:
        text = _file_text(findings.doc)
    if text is None or (findings.closing and findings.closing.sha256 != digest(text)):
        return findings
    return replace(findings, text=text)


def _file_text(doc: str) -> str | None:
    try:
        if doc == "-" or not Path(doc).is_file():
            return None
        return next((document.text for document in documents.read([doc], format="text")), None)
    except (OSError, ValueError, documents.InputError):  # not a path at all, unreadable, not UTF-8
        return None
