"""JSON Lines out: whole documents only, on standard output or into a file, and where to go on after a stop.

Three ways to write. Standard output: each document's records leave together, at once. ``-o FILE``: into
``FILE.part``, which becomes FILE when all is done, so FILE is never half made. ``-o FILE --resume``: FILE grows in
place, and what a killed run left in it is taken up.
"""

import errno
import os
import select
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from nlp_claims.reading.documents import Document

PART = ".part"
_CLOSING = b'{"type":"document",'


class OutputError(Exception):
    """The output cannot be written; the message names the file and what to do."""


class Closed(Exception):  # noqa: N818 - the reader has enough: nothing went wrong
    """The other end of the pipe is closed («| head -1»)."""


class Done(msgspec.Struct, frozen=True):
    """What identifies a document that the output holds already."""

    doc: str
    sha256: str
    model: str
    version: str


_done = msgspec.json.Decoder(Done)


class Sink:
    """Where records go. ``write`` takes all records of a document and has handed them on when it returns."""

    def __init__(self, descriptor: int, name: str) -> None:
        self._descriptor = descriptor
        self._name = name

    def write(self, records: bytes) -> None:
        """Write one document's lines.

        Raises:
            Closed: nobody reads any more.
            OutputError: the disk is full, or the like. A file of ours keeps the complete documents alone.
        """
        view = memoryview(records)
        try:
            while view:
                try:
                    view = view[os.write(self._descriptor, view) :]
                except BlockingIOError:  # somebody made the pipe non-blocking, for their end of it
                    select.select((), (self._descriptor,), ())
        except BrokenPipeError:
            raise Closed from None
        except OSError as error:
            self._take_back(len(records) - len(view))
            raise OutputError(_explain(self._name, error)) from error

    def _take_back(self, written: int) -> None:
        """Remove the first part of a document whose rest did not fit."""

    def finish(self) -> None:
        """Everything is written."""

    def close(self) -> str | None:
        """Let go, finished or not; returns the file that holds what an unfinished run has written."""
        return None


class File(Sink):
    """Records to a file that appears when it is complete."""

    def __init__(self, path: str, place: str, flags: int) -> None:
        self.path = path
        self._place = place
        self._finished = False
        super().__init__(_open(place, os.O_RDWR | flags), path)

    def _take_back(self, written: int) -> None:
        os.ftruncate(self._descriptor, os.lseek(self._descriptor, -written, os.SEEK_CUR))

    def finish(self) -> None:
        """Make the part the file, whatever stood there before.

        Raises:
            OutputError: the file cannot be put there.
        """
        try:
            os.fsync(self._descriptor)
            if self._place != self.path:
                os.replace(self._place, self.path)
        except OSError as error:
            raise OutputError(_explain(self.path, error)) from error
        self._finished = True

    def close(self) -> str | None:
        """Close the file. An empty part is removed."""
        empty = not os.fstat(self._descriptor).st_size
        os.close(self._descriptor)
        if not self._finished and self._place != self.path and empty:
            os.unlink(self._place)
        return None if self._finished or empty else self._place


class Resumed(File):
    """Records appended to what an earlier run left: complete documents stay, a torn tail is cut off."""

    def __init__(self, path: str) -> None:
        if not os.path.lexists(path) and os.path.isfile(path + PART):
            os.replace(path + PART, path)
        super().__init__(path, path, 0)
        self._kept = _complete(path)
        os.ftruncate(self._descriptor, self._kept)
        os.lseek(self._descriptor, self._kept, os.SEEK_SET)

    def done(self) -> Iterator[Done]:
        """The documents that were in the file at the start, in order; read as they are asked for.

        Raises:
            OutputError: a line is no record of ours.
        """
        with open(self.path, "rb") as stream:
            for number, line in enumerate(_limited(stream, self._kept), start=1):
                if line.startswith(_CLOSING):
                    try:
                        yield _done.decode(line)
                    except (msgspec.DecodeError, UnicodeDecodeError) as error:
                        raise OutputError(f"{self.path}:{number}: not a record ({error}); start without it") from None


def open_sink(path: str | None, *, resume: bool = False) -> Sink:
    """Where to write.

    Args:
        path: a file, or None for standard output. A device or a named pipe is written to as it is.
        resume: go on in the file.

    Raises:
        OutputError: it cannot be written to.
    """
    if path is None:
        return Sink(1, "standard output")
    path = os.path.realpath(path)
    if os.path.exists(path) and not os.path.isfile(path):
        return Sink(_open(path, os.O_WRONLY), path)
    return Resumed(path) if resume else File(path, path + PART, os.O_TRUNC)


def identify(records: bytes) -> Done:
    """The document that these lines close."""
    return _done.decode(records[records.rindex(_CLOSING) :])


def remaining(documents: Iterable[Document], sink: Resumed) -> Iterator[Document]:
    """The documents that are not in the file yet.

    Raises:
        OutputError: the file holds other documents than the input, or in another order.
    """
    incoming = iter(documents)
    for number, kept in enumerate(sink.done(), start=1):
        document = next(incoming, None)
        if document is None or (document.id, document.sha256) != (kept.doc, kept.sha256):
            now = "none" if document is None else f"'{document.id}'" + (", changed" if document.id == kept.doc else "")
            raise OutputError(
                f"{sink.path}: its document {number} is '{kept.doc}', the input's is {now}; "
                "give the same input as then, or start anew without --resume"
            )
    yield from incoming


def _limited(stream: BinaryIO, end: int) -> Iterator[bytes]:
    at = 0
    for line in stream:
        at += len(line)
        if at > end:
            return
        yield line


def _complete(path: str) -> int:
    """The offset behind the last complete ``document`` line.

    Raises:
        OutputError: the file holds something else than our records.
    """
    at = end = 0
    with open(path, "rb") as stream:
        for line in stream:
            at += len(line)
            if at == len(line) and not line.startswith(b'{"type":"'[: len(line)]):
                raise OutputError(f"{path}: not an output of 'extract'; --resume would destroy it, give another -o")
            if line.startswith(_CLOSING) and line.endswith(b"}\n"):
                end = at
    return end


def _open(path: str, flags: int) -> int:
    try:
        return os.open(path, os.O_CREAT | os.O_CLOEXEC | flags, 0o666)
    except OSError as error:
        raise OutputError(_explain(path, error)) from error


def _explain(name: str, error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return f"{name}: no space left; free some, then go on with --resume"
    if isinstance(error, FileNotFoundError):
        return f"{name}: the folder does not exist; make it first"
    if isinstance(error, IsADirectoryError):
        return f"{name}: is a folder; give a file"
    return f"{name}: cannot be written: {error.strerror or error}"
