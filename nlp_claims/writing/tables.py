"""Records as flat tables, one a record type, for spreadsheets, DuckDB and pandas.

Columns follow from the record types: a nested object becomes columns with its name before theirs
(``speaker_name``), a list of words is joined by ``; `` in CSV and stays a list in Parquet, a list of
spans becomes their number (mentions have a table of their own).
"""

import csv
import json
import types
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TextIO, Union, get_args, get_origin, get_type_hints

import msgspec

from nlp_claims import records
from nlp_claims.records import Record
from nlp_claims.writing.output import OutputError

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetWriter

Format = Literal["csv", "parquet"]
_NAMES = {"actor": "actors", "statement": "statements", "numeric_claim": "numeric_claims", "document": "documents"}
_MENTIONS = "mentions"
_ROWS = 10_000  # of a Parquet row group


class Column(NamedTuple):
    """A column: its name, the attributes that lead to it, and the kind of its values."""

    name: str
    path: tuple[str, ...]
    kind: Literal["text", "integer", "number", "flag", "words", "count", "object"]


def columns(shape: type[msgspec.Struct]) -> list[Column]:
    """The flat columns of a record type, in the order of its fields."""
    return list(_columns(shape, (), ()))


def _columns(shape: type[msgspec.Struct], name: tuple[str, ...], path: tuple[str, ...]) -> Iterator[Column]:
    hints = get_type_hints(shape)
    for field in msgspec.structs.fields(shape):
        kind = _plain(hints[field.name])
        names, attributes = (*name, field.encode_name), (*path, field.name)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            yield from _columns(kind, names, attributes)
        else:
            yield Column("_".join(names), attributes, _kind(kind))


def _plain(hint: Any) -> Any:
    """The type without «or None»."""
    if get_origin(hint) in {Union, types.UnionType}:
        rest = [each for each in get_args(hint) if each is not type(None)]
        return rest[0] if len(rest) == 1 else float
    return hint


def _kind(hint: Any) -> Any:
    if get_origin(hint) is tuple:
        return "words" if get_args(hint)[0] is str else "count"
    if get_origin(hint) is dict:
        return "object"
    return {int: "integer", float: "number", bool: "flag"}.get(hint, "text")


def cell(record: msgspec.Struct, column: Column) -> Any:
    """The value of one column, ``None`` where any object on the way is absent."""
    found: Any = record
    for attribute in column.path:
        found = getattr(found, attribute, None)
    if found is None:
        return None
    if column.kind == "object":
        return json.dumps(found, ensure_ascii=False)
    if column.kind == "count":
        return len(found)
    return list(found) if column.kind == "words" else found


class Mention(msgspec.Struct, frozen=True):
    """A row of the mentions table."""

    doc: str
    actor: str
    start: int
    end: int
    text: str
    base: str


_SHAPES: dict[str, type[msgspec.Struct]] = {
    **{name: records.KINDS[kind] for kind, name in _NAMES.items()},  # type: ignore[index]
    _MENTIONS: Mention,
}


def rows(record: Record) -> Iterator[tuple[str, msgspec.Struct]]:
    """The tables that a record goes into, with its row there."""
    yield _NAMES[str(record.__struct_config__.tag)], record
    if isinstance(record, records.Actor):
        for mention in record.mentions:
            yield (
                _MENTIONS,
                Mention(record.doc, record.id, mention.start, mention.end, mention.text, mention.base),
            )


class Tables:
    """A folder of tables being written: whole when finished, not there before.

    It takes what an output takes: the lines of one document at a time.

    Raises:
        OutputError: the folder cannot be made, or pyarrow is missing.
    """

    def __init__(self, folder: str, form: Format) -> None:
        self._folder = Path(folder)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            make = _Csv if form == "csv" else _Parquet
            self._tables = {
                name: make(self._folder / f"{name}.{form}.part", columns(shape)) for name, shape in _SHAPES.items()
            }
        except OSError as error:
            raise OutputError(f"{folder}: {error.strerror}; --to {form} writes a folder, name one with -o") from error

    def write(self, lines: bytes) -> None:
        """Add the records of a document.

        Raises:
            OutputError: the disk is full, or the like.
        """
        try:
            for line in lines.splitlines():
                for name, row in rows(records.decode(line)):
                    self._tables[name].add(row)
        except OSError as error:
            raise OutputError(f"{self._folder}: {error.strerror or error}") from error

    def finish(self) -> None:
        """Everything is written: give the files their names."""
        for table in self._tables.values():
            table.close()
            table.path.replace(table.path.with_suffix(""))

    def close(self) -> str | None:
        """Let go; what is unfinished is removed."""
        for table in self._tables.values():
            table.close()
            table.path.unlink(missing_ok=True)
        return None


class _Csv:
    """One CSV file. It starts with a byte-order mark: spreadsheets take it for UTF-8 only then."""

    def __init__(self, path: Path, shape: list[Column]) -> None:
        self.path, self._columns = path, shape
        self._file: TextIO = path.open("w", encoding="utf-8-sig", newline="", errors="replace")
        self._writer = csv.writer(self._file)
        self._writer.writerow([column.name for column in shape])

    def add(self, row: msgspec.Struct) -> None:
        self._writer.writerow([self._shown(cell(row, column)) for column in self._columns])

    @staticmethod
    def _shown(value: Any) -> Any:
        if isinstance(value, list):
            return "; ".join(value)
        if isinstance(value, bool):
            return "true" if value else "false"
        return int(value) if isinstance(value, float) and value.is_integer() else value

    def close(self) -> None:
        self._file.close()


class _Parquet:
    """One Parquet file, written in row groups."""

    def __init__(self, path: Path, shape: list[Column]) -> None:
        try:
            import pyarrow as pa
            from pyarrow import parquet
        except ImportError:
            raise OutputError("Parquet needs pyarrow: pip install 'nlp-claims[parquet]'") from None
        kinds = {
            "integer": pa.int64(),
            "count": pa.int64(),
            "number": pa.float64(),  # a count too: one column has one type
            "flag": pa.bool_(),
            "words": pa.list_(pa.string()),
        }
        self.path, self._columns = path, shape
        self._schema = pa.schema([(column.name, kinds.get(column.kind, pa.string())) for column in shape])
        self._table = pa.Table
        self._writer: ParquetWriter = parquet.ParquetWriter(path, self._schema)
        self._rows: list[dict[str, Any]] = []

    def add(self, row: msgspec.Struct) -> None:
        self._rows.append({column.name: cell(row, column) for column in self._columns})
        if len(self._rows) == _ROWS:
            self._flush()

    def _flush(self) -> None:
        self._writer.write_table(self._table.from_pylist(self._rows, schema=self._schema))
        self._rows = []

    def close(self) -> None:
        if self._writer.is_open:
            if self._rows:
                self._flush()
            self._writer.close()
