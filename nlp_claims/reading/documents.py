"""Documents in: text files, one document a line, or JSON Lines, from any of the sources.

The text of a document is exactly what was decoded: UTF-8 without a byte-order mark at its start, line breaks
(CRLF too), odd spaces and combining marks as they came. All offsets in the output are into it.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from hashlib import sha256
from typing import Any, BinaryIO, Literal

import msgspec

from nlp_claims.reading import sources as inputs
from nlp_claims.reading.sources import InputError, Oversize

__all__ = ["MAX_CHARS", "Document", "Format", "InputError", "Reading", "read"]

Format = Literal["auto", "text", "lines", "jsonl", "html"]
MAX_CHARS = 20_000_000
_BOM = b"\xef\xbb\xbf"
_UTF8_WIDTH = 4
_JSON_WIDTH = 12  # «\ud83d\ude00»: what escaped JSON takes at most for one character
_JSON_ROOM = 1 << 20  # for the other fields of the line
_object = msgspec.json.Decoder(dict[str, msgspec.Raw])
_any = msgspec.json.Decoder()


class Document(msgspec.Struct, frozen=True):
    """A text with its name, the input fields to carry along, and why it could not be read, if so.

    ``source`` is where it came from, for messages: a file, or file and line.
    """

    id: str
    text: str
    meta: dict[str, Any] = {}
    error: str | None = None
    source: str = ""

    @property
    def sha256(self) -> str:
        """Of the text in UTF-8."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


def read(
    sources: Sequence[str],
    *,
    format: Format = "auto",  # noqa: A002 - the name of the option
    text_field: str = "text",
    id_field: str | None = None,
    keep: Collection[str] = (),
    skip_errors: bool = False,
    max_chars: int = MAX_CHARS,
) -> Iterator[Document]:
    """Read documents one by one, as they arrive.

    Args:
        sources: files, folders (their .txt and .jsonl files, or .html for ``html``, by name), patterns; none or
            ``-`` is standard input.
        format: ``text`` is one document a file, ``lines`` one a line, ``jsonl`` one JSON object a line, ``html`` one
            saved page a file; ``auto`` goes by the name, and takes standard input for text.
        text_field: the JSON field of the text.
        id_field: the JSON field of the document's id; by default ``file:line``. The id of a text file is its path.
        keep: JSON fields to carry into ``meta``.
        skip_errors: an input that cannot be read becomes a document with ``error`` set, in its place.
        max_chars: longer texts are refused.

    Raises:
        InputError: an input cannot be read, and ``skip_errors`` is not set.
    """
    reader = _Reader(text_field, id_field, tuple(keep), max_chars)
    for path in inputs.expand(sources, pages=format == "html"):
        items = iter((path,)) if isinstance(path, InputError) else reader.file(path, format)
        for item in items:
            if isinstance(item, Document):
                yield item
            elif skip_errors:
                where = inputs.readable(item.where)
                yield Document(id=where, text="", error=item.problem, source=where)
            else:
                raise item


class Reading(msgspec.Struct, frozen=True):
    """How documents are read: the arguments of :func:`read` but for the sources, to be sent to workers."""

    format: Format = "auto"
    text_field: str = "text"
    id_field: str | None = None
    keep: tuple[str, ...] = ()
    max_chars: int = MAX_CHARS

    def read(self, sources: Sequence[str], *, skip_errors: bool = False) -> Iterator[Document]:
        """The documents of the sources, as :func:`read` gives them."""
        return read(sources, skip_errors=skip_errors, **msgspec.structs.asdict(self))


class _Reader:
    """Turns one file into documents; what cannot be read comes out as an error in its place."""

    def __init__(self, text_field: str, id_field: str | None, keep: tuple[str, ...], max_chars: int) -> None:
        self.text_field, self.id_field, self.keep, self.max_chars = text_field, id_field, keep, max_chars

    def file(self, path: str, format: Format) -> Iterator[Document | InputError]:  # noqa: A002
        name = inputs.readable(path)
        try:
            if inputs.suffix(path) == ".parquet" and format == "auto":
                yield from self._rows(path)
                return
            with inputs.open_binary(path) as stream:
                if format == "lines":
                    yield from self._per_line(name, stream, self._line)
                elif format == "jsonl" or (format == "auto" and inputs.is_json_lines(path)):
                    yield from self._per_line(name, stream, self._object)
                elif format == "html" or (format == "auto" and inputs.is_html(path)):
                    yield self._page(name, stream)
                else:
                    yield self._text(name, stream)
        except InputError as error:
            yield error
        except inputs.DAMAGED as error:
            yield InputError(path, f"the compressed file is damaged or cut short ({error}); fetch or make it again")
        except OSError as error:
            yield InputError(path, f"cannot be read: {error.strerror or error}")
        except ValueError as error:
            yield InputError(path, f"cannot be read: {error}")  # pyarrow, of what is no Parquet file

    def _text(self, path: str, stream: BinaryIO) -> Document:
        return Document(id=path, text=self._decode(path, self._whole(path, stream).removeprefix(_BOM)), source=path)

    def _page(self, path: str, stream: BinaryIO) -> Document:
        from nlp_claims.reading import html_input

        try:
            article = html_input.read(self._whole(path, stream))
        except html_input.Unreadable as error:
            raise InputError(path, str(error)) from error
        return Document(id=path, text=article.text, meta=article.meta, source=path)

    def _whole(self, path: str, stream: BinaryIO) -> bytes:
        try:
            return inputs.whole(stream, self.max_chars * _UTF8_WIDTH + len(_BOM))
        except Oversize:
            raise self._too_long(path) from None

    def _per_line(
        self, path: str, stream: BinaryIO, parse: Callable[[str, bytes], Document]
    ) -> Iterator[Document | InputError]:
        for number, data in inputs.lines(stream, self.max_chars * _JSON_WIDTH + _JSON_ROOM):
            where = f"{path}:{number}"
            if data is None:
                yield self._too_long(where)
                continue
            line = data.removeprefix(_BOM) if number == 1 else data
            if not line.strip():
                continue
            try:
                yield parse(where, line)
            except InputError as error:
                yield error

    def _rows(self, path: str) -> Iterator[Document | InputError]:
        """The rows of a Parquet file; columns are named as JSON fields are."""
        try:
            from pyarrow import parquet
        except ImportError:
            raise InputError(path, "Parquet is read by pyarrow; pip install 'nlp-claims[parquet]'") from None
        number = 0
        with inputs.open_table(path) as stream, parquet.ParquetFile(stream) as table:
            wanted = (self.text_field, self.id_field, *self.keep)
            columns = [name for name in table.schema_arrow.names if name in wanted]
            for group in table.iter_batches(batch_size=256, columns=columns):
                for row in group.to_pylist():
                    number += 1
                    where = f"{path}:{number}"
                    try:
                        yield self._object(where, msgspec.json.encode(row))
                    except InputError as error:
                        yield error

    def _line(self, where: str, data: bytes) -> Document:
        return Document(id=where, text=self._decode(where, data.removesuffix(b"\r")), source=where)

    def _object(self, where: str, data: bytes) -> Document:
        try:
            fields = _object.decode(data)
        except msgspec.ValidationError:
            raise InputError(where, "not a JSON object; each line must be one, or use --format lines") from None
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise InputError(where, f"not valid JSON ({error}); each line must be one object") from None
        except RecursionError:
            raise InputError(where, "the JSON is nested too deep; remove the field that is") from None
        text = self._string(where, fields, self.text_field, "--text-field")
        if len(text) > self.max_chars:
            raise self._too_long(where)
        name = where if self.id_field is None else self._string(where, fields, self.id_field, "--id-field")
        meta = {field: self._value(where, field, fields[field]) for field in self.keep if field in fields}
        return Document(id=name, text=text, meta=meta, source=where)

    def _string(self, where: str, fields: dict[str, msgspec.Raw], field: str, option: str) -> str:
        if field not in fields:
            raise InputError(where, f"no field '{field}'; name the right one with {option} (here: {_names(fields)})")
        value = self._value(where, field, fields[field])
        if isinstance(value, int) and not isinstance(value, bool) and option == "--id-field":
            return str(value)
        if not isinstance(value, str):
            raise InputError(where, f"field '{field}' is not a string; name another one with {option}")
        return value

    def _value(self, where: str, field: str, raw: msgspec.Raw) -> Any:
        try:
            return _any.decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise InputError(where, f"field '{field}' is not valid ({error})") from None
        except RecursionError:
            raise InputError(where, f"field '{field}' is nested too deep") from None

    def _decode(self, where: str, data: bytes) -> str:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError(where, _not_utf8(data, error)) from None
        if len(text) > self.max_chars:
            raise self._too_long(where)
        return text

    def _too_long(self, where: str) -> InputError:
        return InputError(where, f"longer than {self.max_chars} characters; raise --max-chars if that is meant")


def _names(fields: dict[str, msgspec.Raw], most: int = 8) -> str:
    shown = ", ".join(list(fields)[:most]) or "none"
    return shown + (", …" if len(fields) > most else "")


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> str:
    """What the bytes probably are, and how to turn them into UTF-8."""
    if data.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")):
        return "compressed data; give the file the suffix .gz, .bz2, .xz or .zst, or pipe it through zcat"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8"
    line = data.count(b"\n", 0, error.start) + 1
    return (
        f"not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start}, line {line}); "
        "convert it: iconv -f WINDOWS-1250 -t UTF-8"
    )
