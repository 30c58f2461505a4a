"""A worker process: ``python -m nlp_claims.engines.worker``, started by :mod:`nlp_claims.engines.local`.

It reads frames from standard input and writes frames to standard output: four bytes of length, then MessagePack.
First comes the :class:`Work`, answered by :class:`Ready` or :class:`Failed`; then batches of documents, each answered
by as many results, one by one as they are made. Anything that prints goes to standard error instead.
"""

import os
import queue
import signal
import struct
import threading
from collections.abc import Callable, Iterator

import msgspec

from nlp_claims.engines.work import EngineError, Extract, Extractor, Result, Work
from nlp_claims.reading.documents import Document

_LENGTH = struct.Struct(">Q")
_BLOCK = 1 << 20


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The pipeline of this name is loaded."""

    model: str


class Failed(msgspec.Struct, frozen=True, tag=True):
    """It cannot be loaded."""

    message: str


def send(descriptor: int, message: object) -> None:
    """Write one frame.

    Raises:
        BrokenPipeError: the other side is gone.
    """
    data = msgspec.msgpack.encode(message)
    view = memoryview(_LENGTH.pack(len(data)) + data)
    while view:
        view = view[os.write(descriptor, view) :]


def receive(descriptor: int) -> bytes | None:
    """Read one frame; None where the other side is gone, be it in the middle of one."""
    head = _exactly(descriptor, _LENGTH.size)
    return None if head is None else _exactly(descriptor, _LENGTH.unpack(head)[0])


def _exactly(descriptor: int, size: int) -> bytes | None:
    data = bytearray()
    while len(data) < size:
        block = os.read(descriptor, min(size - len(data), _BLOCK))
        if not block:
            return None
        data += block
    return bytes(data)


def _frames(descriptor: int) -> Iterator[bytes]:
    """The frames as they come. At the end of them the process ends, whatever it is doing.

    The parent closes the pipe when it has all it wants, or by dying: there is nobody left to work for.
    """
    arrived: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def read() -> None:
        while (frame := receive(descriptor)) is not None:
            arrived.put(frame)
        os._exit(0)

    threading.Thread(target=read, daemon=True).start()
    while True:
        yield arrived.get()


def serve(loader: Callable[[Work], Extract] = Extractor) -> None:
    """Work until the parent closes the pipe. ``loader`` makes the extraction from the settings."""
    # the parent holds them back from its threads, and a child starts with the mask of the thread that started it;
    # SIGINT stays blocked: Ctrl-C reaches the parent, which ends its workers
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGHUP})
    incoming, outgoing = os.dup(0), os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)  # what a library prints must not get between the frames
    frames = _frames(incoming)
    work = msgspec.msgpack.decode(next(frames), type=Work)
    try:
        extract = loader(work)
    except EngineError as error:
        send(outgoing, Failed(str(error)))
        return
    send(outgoing, Ready(extract.model))
    for frame in frames:
        for result in extract(msgspec.msgpack.decode(frame, type=list[Document])):
            send(outgoing, result)


__all__ = ["Failed", "Ready", "Result", "receive", "send", "serve"]

if __name__ == "__main__":
    serve()
