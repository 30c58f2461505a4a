"""Worker processes on this machine: order kept, input read no faster than it is worked off, no worker's death fatal.

A thread reads the documents, one thread a worker feeds its process, and the caller takes the results in order. At
most two batches a worker are under way. A worker that dies (out of memory, killed) is replaced; the documents that it
left unfinished are tried once more, each alone, and only the one that kills its worker again is given up.
"""

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from nlp_claims.engines import worker
from nlp_claims.engines.work import EngineError, Result, Work, batches, rejected
from nlp_claims.reading.documents import Document

COMMAND = (sys.executable, "-m", "nlp_claims.engines.worker")
_AHEAD = 2  # batches a worker: one in work, one waiting
_result = msgspec.msgpack.Decoder(Result)
_greeting = msgspec.msgpack.Decoder(worker.Ready | worker.Failed)


class _Died(Exception):  # noqa: N818 - an event that is dealt with
    """The process at the other end is gone."""


class _Batch:
    """Documents under way, and their results as they come in."""

    def __init__(self, documents: list[Document]) -> None:
        self.documents = documents
        self.results: queue.SimpleQueue[Result | BaseException] = queue.SimpleQueue()


class _Process:
    """One worker process, started when it is first needed and again when it died."""

    def __init__(self, command: Sequence[str], work: Work) -> None:
        self.model = ""
        self._command = command
        self._work = work
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False
        self._lock = threading.RLock()  # stop() may come from a signal handler, in the midst of stop()

    def results(self, documents: list[Document]) -> Iterator[Result]:
        """The results of the documents, in order.

        Raises:
            _Died: the process ended before the last one.
            EngineError: it cannot load the pipeline.
        """
        to, back = self._pipes(self._process or self._start())
        try:
            worker.send(to, documents)
        except BrokenPipeError:
            raise _Died from None
        for _ in documents:
            frame = worker.receive(back)
            if frame is None:
                raise _Died
            yield _result.decode(frame)

    @staticmethod
    def _pipes(process: "subprocess.Popen[bytes]") -> tuple[int, int]:
        assert process.stdin is not None  # noqa: S101 - for the type checker: _start() made both
        assert process.stdout is not None  # noqa: S101
        return process.stdin.fileno(), process.stdout.fileno()

    def _start(self) -> "subprocess.Popen[bytes]":
        with self._lock:
            if self._stopped:
                raise _Died
            # one BLAS thread each: the workers are the parallelism
            environment = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", **os.environ}
            try:
                process = self._process = subprocess.Popen(  # noqa: S603
                    self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, bufsize=0
                )
            except OSError as error:
                raise EngineError(f"cannot start a worker process: {error.strerror}; use fewer --jobs") from error
        to, back = self._pipes(process)
        with contextlib.suppress(BrokenPipeError):  # the missing greeting says it
            worker.send(to, self._work)
        frame = worker.receive(back)
        if frame is None:
            end = self.bury()
            raise EngineError(f"a worker process ended while it loaded the pipeline ({end}); try fewer --jobs")
        greeting = _greeting.decode(frame)
        if isinstance(greeting, worker.Failed):
            raise EngineError(greeting.message)
        self.model = greeting.model
        return process

    def bury(self) -> str:
        """Make room for a new process; returns how the old one ended."""
        process, self._process = self._process, None
        if process is None:
            return "stopped"
        try:
            code = process.wait(1)
        except subprocess.TimeoutExpired:  # it closed its pipes and lives on
            process.kill()
            code = process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"

    def stop(self) -> None:
        """End the process now, and let no other be started."""
        with self._lock:
            self._stopped = True
            process = self._process
        if process is not None:
            process.kill()
            process.wait()


class Pool:
    """Worker processes for one run.

    Args:
        work: what they do.
        jobs: how many they are.
        command: what starts one.
    """

    def __init__(self, work: Work, jobs: int, *, command: Sequence[str] = COMMAND) -> None:
        self._work = work
        self._processes = [_Process(command, work) for _ in range(jobs)]
        self._stopped = False
        # not a semaphore: stop() runs in a signal handler, and may interrupt this very thread in the midst of a release
        self._slots: queue.SimpleQueue[None] = queue.SimpleQueue()
        for _ in range(jobs * _AHEAD):
            self._slots.put(None)
        self._waiting: queue.SimpleQueue[_Batch | None] = queue.SimpleQueue()
        self._ordered: queue.SimpleQueue[_Batch | BaseException | None] = queue.SimpleQueue()

    def run(self, documents: Iterable[Document]) -> Iterator[Result]:
        """The results in the order of the documents.

        Raises:
            EngineError: the pipeline cannot be loaded.
            Exception: what reading the documents raised, after the results of those before.
        """
        reader = threading.Thread(target=self._read, args=(documents,), daemon=True)
        feeders = [threading.Thread(target=self._feed, args=(one,), daemon=True) for one in self._processes]
        # Ctrl-C is for the caller's thread alone; a process that a thread starts inherits the mask, and so is spared
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
        for thread in (reader, *feeders):
            thread.start()
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        try:
            while batch := self._ordered.get():
                if isinstance(batch, BaseException):
                    raise batch
                for _ in batch.documents:
                    result = batch.results.get()
                    if isinstance(result, BaseException):
                        raise result
                    yield result
                self._slots.put(None)
        finally:
            self.stop()
            for thread in feeders:  # not the reader: it may wait for input that never comes
                thread.join()

    def stop(self) -> None:
        """End every worker now. Safe to call again, and from a signal handler."""
        self._stopped = True
        self._slots.put(None)  # the reading thread may wait for one
        for process in self._processes:
            process.stop()
            self._waiting.put(None)

    def _read(self, documents: Iterable[Document]) -> None:
        end: BaseException | None = None
        try:
            for group in batches(documents, self._work.batch_size):
                self._slots.get()
                if self._stopped:
                    return
                batch = _Batch(group)
                self._waiting.put(batch)
                self._ordered.put(batch)
        except BaseException as error:  # noqa: BLE001 - it belongs to the caller's thread
            end = error
        self._ordered.put(end)
        for _ in self._processes:
            self._waiting.put(None)

    def _feed(self, process: _Process) -> None:
        while batch := self._waiting.get():
            try:
                self._finish(process, batch)
            except BaseException as error:  # noqa: BLE001 - it belongs to the caller's thread
                batch.results.put(error)
                break
        process.bury()

    def _finish(self, process: _Process, batch: _Batch) -> None:
        done = 0
        try:
            for result in process.results(batch.documents):
                batch.results.put(result)
                done += 1
        except _Died:
            process.bury()
            for document in batch.documents[done:]:
                batch.results.put(self._alone(process, document))

    def _alone(self, process: _Process, document: Document) -> Result:
        try:
            return next(process.results([document]))
        except _Died:
            end = process.bury()
            return rejected(document, process.model, f"its worker process ended twice ({end}); is memory short?")
