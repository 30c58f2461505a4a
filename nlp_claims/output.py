"""JSON Lines out: whole documents only, on standard output or into a file, and where to go on after a stop.

Three ways to write. Standard output: each document's records leave together, at once. ``-o FILE``: into
``FILE.part``, which becomes FILE when all is done, so FILE is never half made. ``-o FILE --resume``: FILE grows in
place, and what a killed run left in it is taken up.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

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
        self._file = stat.S_ISREG(os.fstat(descriptor).st_mode)

    def write(self, records: bytes) -> None:
        """Write one document's lines.

        Raises:
            Closed: nobody reads any more.
            OutputError: the disk is full, or the like. A file keeps the complete documents.
        """
        view = memoryview(records)
        try:
            while view:
                view = view[os.write(self._descriptor, view) :]
        except BrokenPipeError:
            raise Closed from None
        except OSError as error:
            self._drop(len(records) - len(view))
            raise OutputError(_explain(self._name, error)) from error

    def _drop(self, written: int) -> None:
        """Take back the first part of a document whose rest did not fit."""
        if self._file and written:
            end = os.lseek(self._descriptor, -written, os.SEEK_CUR)
            os.ftruncate(self._descriptor, end)

    def finish(self) -> None:
        """Everything is written: put the file in its place."""

    def close(self) -> None:
        """Let go of the file, finished or not."""


class StandardOutput(Sink):
    """Records to standard output."""

    def __init__(self) -> None:
        sys.stdout.flush()
        super().__init__(sys.stdout.fileno(), "standard output")


class File(Sink):
    """Records to a file that appears when it is complete."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.part = path + PART
        self._place = self.part
        super().__init__(_open(self.part, os.O_TRUNC), path)

    def finish(self) -> None:
        """Make the part the file, whatever stood there before."""
        try:
            os.fsync(self._descriptor)
            if self._place != self.path:
                os.replace(self._place, self.path)
        except OSError as error:
            raise OutputError(_explain(self.path, error)) from error

    def close(self) -> None:
        """Close the file."""
        os.close(self._descriptor)


class Resumed(File):
    """Records appended to what an earlier run left: complete documents stay, a torn tail is cut off."""

    def __init__(self, path: str) -> None:
        self.path = self._place = path
        self.part = path + PART
        if not os.path.lexists(path) and os.path.isfile(self.part):
            os.replace(self.part, path)
        Sink.__init__(self, _open(path, 0), path)
        self.kept = _complete(path)
        os.ftruncate(self._descriptor, self.kept)
        os.lseek(self._descriptor, self.kept, os.SEEK_SET)

    def done(self) -> Iterator[Done]:
        """The documents that are in the file, in order; read as they are asked for.

        Raises:
            OutputError: a line is no record of ours.
        """
        with open(self.path, "rb") as stream:
            for number, line in enumerate(_limited(stream, self.kept), start=1):
                if line.startswith(_CLOSING):
                    try:
                        yield _done.decode(line)
                    except (msgspec.DecodeError, UnicodeDecodeError) as error:
                        raise OutputError(f"{self.path}:{number}: not a record ({error}); start without it") from None


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
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | flags, 0o666)
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
