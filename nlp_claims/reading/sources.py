"""Where input comes from: standard input, files, folders and patterns, decompressed, in bounded memory.

Paths come in the order given; the files of a folder by name. Nothing here knows what a document is.
"""

import bz2
import glob
import gzip
import io
import lzma
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePath
from typing import Any, BinaryIO, NamedTuple, cast

STDIN = "-"
_BLOCK = 1 << 16
_TEXT, _LINES, _PAGES = frozenset({".txt"}), frozenset({".jsonl", ".ndjson"}), frozenset({".html", ".htm"})
# what a decompressor raises on a damaged or cut file, besides OSError
DAMAGED = (EOFError, lzma.LZMAError, zlib.error)


class InputError(Exception):
    """An input that cannot be read: says where (file, line), what is wrong and what to do."""

    def __init__(self, where: str, problem: str) -> None:
        super().__init__(f"{where}: {problem}")
        self.where = where
        self.problem = problem


class Oversize(Exception):  # noqa: N818 - a finding about the data, turned into an InputError by the reader
    """A text or line longer than its limit."""


def _zstd(path: str) -> BinaryIO:
    try:
        from compression import zstd  # type: ignore[import-not-found,unused-ignore]  # Python 3.14 brings it
    except ImportError:
        from backports import zstd  # type: ignore[import-not-found,no-redef,unused-ignore]
    return cast("BinaryIO", zstd.open(path, "rb"))


_OPENERS: dict[str, Callable[[str], BinaryIO]] = {
    ".gz": lambda path: cast("BinaryIO", gzip.open(path, "rb")),
    ".bz2": lambda path: cast("BinaryIO", bz2.open(path, "rb")),
    ".xz": lambda path: cast("BinaryIO", lzma.open(path, "rb")),
    ".zst": _zstd,
}


def readable(path: str) -> str:
    """A path as it can be printed: bytes of a file name that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def suffix(path: str) -> str:
    """The suffix that tells the format, without that of the compression («a.jsonl.gz» → «.jsonl»)."""
    pure = PurePath(path)
    return (pure.with_suffix("") if pure.suffix.lower() in _OPENERS else pure).suffix.lower()


def is_json_lines(path: str) -> bool:
    """Whether the name says JSON Lines."""
    return suffix(path) in _LINES


def is_html(path: str) -> bool:
    """Whether the name says a web page."""
    return suffix(path) in _PAGES


def is_remote(path: str) -> bool:
    """Whether the path is a URL of a remote file («s3://bucket/a.jsonl»)."""
    return "://" in path


def _remote(path: str, *, seek: bool = False) -> Any:
    try:
        from pyarrow import fs
    except ImportError:
        raise InputError(path, "remote files are read by pyarrow; pip install 'nlp-claims[parquet]'") from None
    try:
        files, inner = fs.FileSystem.from_uri(path)
        return files.open_input_file(inner) if seek else files.open_input_stream(inner)
    except (OSError, ValueError) as error:
        raise InputError(path, f"cannot be opened: {error}") from error


def open_table(path: str) -> Any:
    """A Parquet file, open for reading anywhere in it."""
    return _remote(path, seek=True) if is_remote(path) else open(path, "rb")


def open_binary(path: str) -> BinaryIO:
    """The decompressed bytes of a file, or standard input for ``-``.

    Raises:
        InputError: it cannot be opened.
    """
    if path == STDIN:
        # unbuffered: a thread that waits here must not hold the lock of ``sys.stdin`` when the process ends
        return cast("BinaryIO", io.FileIO(sys.stdin.fileno(), closefd=False))
    if is_remote(path):
        return cast("BinaryIO", _remote(path))
    try:
        opener = _OPENERS.get(PurePath(path).suffix.lower())
        return opener(path) if opener else open(path, "rb", buffering=0)
    except OSError as error:
        raise InputError(path, _explain(error)) from error


def _explain(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path (a pattern needs quotes only if the shell must not expand it)"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return error.strerror or str(error)


def expand(sources: Sequence[str], *, pages: bool = False) -> Iterator[str | InputError]:
    """The files that the sources mean, one by one; a source that means none becomes an error in its place.

    Of a folder these are its text and JSON Lines files, or its web pages if ``pages`` is set.
    """
    for source in sources or (STDIN,):
        if source == STDIN or is_remote(source):
            yield source
        elif os.path.lexists(source):
            yield from _walk(source, _PAGES if pages else _TEXT | _LINES) if os.path.isdir(source) else (source,)
        elif glob.has_magic(source):
            yield from _match(source)
        else:
            yield InputError(source, _explain(FileNotFoundError()))


def _match(pattern: str) -> Iterator[str | InputError]:
    found = False
    for path in sorted(glob.iglob(pattern, recursive=True)):
        if os.path.isfile(path):
            found = True
            yield path
    if not found:
        yield InputError(pattern, "no file matches this pattern")


def _walk(folder: str, suffixes: frozenset[str]) -> Iterator[str | InputError]:
    """The files with such names under a folder, by name; hidden ones and other kinds are left out.

    Links are followed, each folder is entered once: a link to a parent does not loop.
    """
    seen: set[tuple[int, int]] = set()
    todo = [folder]
    found = False
    while todo:
        path = todo.pop()
        if not os.path.isdir(path):
            found = True
            yield path
            continue
        try:
            status = os.stat(path)
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            names = sorted(os.listdir(path), reverse=True)
        except OSError as error:
            found = True
            yield InputError(path, _explain(error))
            continue
        for name in names:
            inner = os.path.join(path, name)
            if not name.startswith(".") and (os.path.isdir(inner) or _readable(inner, suffixes)):
                todo.append(inner)
    if not found:
        kinds = ".html" if suffixes == _PAGES else ".txt or .jsonl"
        yield InputError(folder, f"no {kinds} files in this folder (compressed ones count too)")


def _readable(path: str, suffixes: frozenset[str]) -> bool:
    return suffix(path) in suffixes and (os.path.isfile(path) or os.path.islink(path))


def whole(stream: BinaryIO, limit: int) -> bytes:
    """Everything in the stream.

    Raises:
        Oversize: it holds more than ``limit`` bytes; no more than that is read (a few kB can unpack to a terabyte).
    """
    blocks: list[bytes] = []
    size = 0
    while block := stream.read(_BLOCK):
        size += len(block)
        if size > limit:
            raise Oversize
        blocks.append(block)
    return b"".join(blocks)


class Line(NamedTuple):
    """One line without its break; ``data`` is None where it is longer than the limit."""

    number: int
    data: bytes | None


def lines(stream: BinaryIO, limit: int) -> Iterator[Line]:
    """The lines of a stream as they arrive, the last one with or without its break.

    A line over ``limit`` bytes is skipped to its end, in bounded memory. Blank lines come too: they count.
    """
    number, kept, size = 1, list[bytes](), 0
    while block := stream.read(_BLOCK):
        *complete, rest = block.split(b"\n")
        for piece in complete:
            whole_line = b"".join((*kept, piece)) if kept else piece
            yield Line(number, whole_line if size + len(piece) <= limit else None)
            number, kept, size = number + 1, [], 0
        size += len(rest)
        if size > limit:
            kept = []
        elif rest:
            kept.append(rest)
    if size:
        yield Line(number, b"".join(kept) if size <= limit else None)
