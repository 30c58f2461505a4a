"""One run of ``extract``: results from the engine into the output, and how it ended."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from nlp_claims import __version__
from nlp_claims.cli.interrupts import Interrupts
from nlp_claims.cli.progress import Progress
from nlp_claims.engines import local, work
from nlp_claims.reading.documents import Document, InputError, Reading
from nlp_claims.writing import output, tables
from nlp_claims.writing.output import Closed, OutputError, Resumed

Form = Literal["jsonl", "csv", "parquet"]
DONE, FAILED, REJECTS, CLOSED = 0, 1, 3, 141


def say(message: str) -> None:
    """A line for the user."""
    print(f"nlp-claims: {message}", file=sys.stderr, flush=True)  # noqa: T201 - standard error is for this


class _Until:
    """The documents before the first input that cannot be read, and that input's error."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = documents
        self.error: InputError | None = None

    def __iter__(self) -> Iterator[Document]:
        try:
            yield from self._documents
        except InputError as error:
            self.error = error


class Run:
    """Runs the work on documents and writes what it finds."""

    def __init__(self, todo: work.Work, *, jobs: int, progress: Progress, interrupts: Interrupts) -> None:
        self._work = todo
        self._jobs = jobs
        self._progress = progress
        self._interrupts = interrupts

    def __call__(
        self, documents: Iterable[Document], path: str | None, *, form: Form = "jsonl", resume: bool = False
    ) -> int:
        """Write the records of the documents to ``path`` or standard output; returns the exit status.

        Tables (``form``) go into a folder ``path``.

        What ends a run early leaves the complete documents before it written.
        """
        try:
            sink = output.open_sink(path, resume=resume) if form == "jsonl" else tables.Tables(str(path), form)
        except OutputError as error:
            say(str(error))
            return FAILED
        readable = _Until(documents)
        try:
            self._write(readable, sink)
            if readable.error is None:
                sink.finish()
        except Closed:
            return CLOSED
        except (OutputError, work.EngineError) as error:
            self._report(str(error))
            return FAILED
        finally:
            self._progress.clear()
            if unfinished := sink.close():
                say(f"what is done so far is in {unfinished}; --resume goes on from there")
        if readable.error is not None:
            self._report(f"{readable.error} (--skip-errors goes on past it)")
            return FAILED
        if rejected := self._progress.rejected:
            say(f"{rejected} of {self._progress.documents} documents rejected: see their 'error' in the output")
            return REJECTS
        return DONE

    def _write(self, documents: Iterable[Document], sink: output.Sink | tables.Tables) -> None:
        results = self._resumed(documents, sink) if isinstance(sink, Resumed) else self._results(documents)
        for result in results:
            with self._interrupts.held():
                sink.write(result.lines)
            self._progress.add(result.chars, rejected=result.error is not None)
            if result.error is not None:
                self._report(f"{output.identify(result.lines).doc}: {result.error}")

    def _resumed(self, documents: Iterable[Document], sink: Resumed) -> Iterator[work.Result]:
        before = next(sink.done(), None)
        for result in self._results(output.remaining(documents, sink)):
            if before is not None:
                _same_making(before, output.identify(result.lines), sink)
                before = None
            yield result

    def _results(self, documents: Iterable[Document]) -> Iterator[work.Result]:
        if self._jobs == 1:
            return work.run(documents, self._work)
        pool = local.Pool(self._work, self._jobs)
        self._interrupts.at_end(pool.stop)
        return pool.run(documents)

    def _report(self, message: str) -> None:
        self._progress.clear()
        say(message)


def on_cluster(
    paths: Sequence[str],
    folder: str,
    todo: work.Work,
    reading: Reading,
    jobs: int,
    address: str | None,
    *,
    resume: bool,
) -> int:
    """Run the work on a Ray cluster; returns the exit status."""
    from nlp_claims.engines import ray

    try:
        summary = ray.run(paths, folder, todo, reading, jobs=jobs, address=address, resume=resume)
    except (work.EngineError, InputError) as error:
        say(str(error))
        return FAILED
    say(f"{summary.documents} documents in {summary.shards} shards, {summary.rejected} rejected: {folder}")
    return REJECTS if summary.rejected else DONE


def _same_making(before: output.Done, now: output.Done, sink: Resumed) -> None:
    """Refuse to put two pipelines' or versions' findings into one file."""
    if (before.model, before.version) != (now.model, now.version):
        raise OutputError(
            f"{sink.path}: made by {before.model} and version {before.version}, this is {now.model} and "
            f"{__version__}; use the same, or start anew without --resume"
        )
