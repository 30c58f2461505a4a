"""What there is to do, however it is distributed: settings, batches, and the results of a document."""

import contextlib
import gc
import os
from collections.abc import Iterable, Iterator
from typing import Protocol

import msgspec

from nlp_claims import build, records
from nlp_claims.reading.documents import Document

EVERYTHING = frozenset({"actors", "statements", "numbers"})
# Long texts share a batch with few others: the analysis of a batch is held in memory at once.
_BATCH_CHARS = 200_000


class EngineError(Exception):
    """The work cannot go on; the message says why and what to do."""


class Work(msgspec.Struct, frozen=True):
    """The settings of a run, as every worker gets them.

    ``model`` is an installed pipeline or a folder (None: the default), ``only`` what to find, ``overlay`` a folder
    of lexicons laid over ours, or empty.
    """

    model: str | None = None
    only: frozenset[str] = EVERYTHING
    overlay: str = ""
    batch_size: int = 32


class Result(msgspec.Struct, frozen=True):
    """All records of a document as lines, whether it was rejected, and its length in characters."""

    lines: bytes
    error: str | None
    chars: int


class Extract(Protocol):
    """Turns a batch of documents into their results, in order. ``model`` names the pipeline, as records do."""

    model: str

    def __call__(self, documents: list[Document]) -> Iterator[Result]:
        """The results of a batch."""
        ...


class Extractor:
    """The extraction proper, its pipeline loaded once.

    Raises:
        EngineError: the pipeline or the lexicons cannot be used.
    """

    def __init__(self, work: Work) -> None:
        # one thread for matrix products (numpy reads it when it is imported): --jobs is the parallelism
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        with _uncollected():
            from nlp_claims import models, pipeline
            from nlp_claims.lexicons import LexiconError

            try:
                self._nlp = pipeline.load(work.model, only=work.only, overlay=work.overlay)
            except (models.ModelError, LexiconError) as error:
                raise EngineError(str(error)) from error
        self._only = work.only
        self.model = models.identity(self._nlp)

    def __call__(self, documents: list[Document]) -> Iterator[Result]:
        """The results of a batch, in order."""
        from nlp_claims import pipeline

        found = pipeline.extract(self._nlp, documents, only=self._only, batch_size=len(documents))
        for document, one in zip(documents, found, strict=True):
            yield Result(b"".join(map(records.encode, one)), _error(one), len(document.text))


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Lets the garbage collector rest while a pipeline is loaded, and leave alone what is there then.

    A pipeline is a million objects that live as long as its process: to look through them again and again takes a
    seventh of a start. A threshold of nothing, because a library on the way turns the collector on.
    """
    thresholds = gc.get_threshold()
    gc.set_threshold(0)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        gc.freeze()


def _error(found: list[records.Record]) -> str | None:
    closing = found[-1]
    return closing.error if isinstance(closing, records.Document) else None


def batches(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    """The documents in the groups that are analysed together, the same whatever runs them."""
    batch: list[Document] = []
    chars = 0
    try:
        for document in documents:
            batch.append(document)
            chars += len(document.text)
            if len(batch) >= size or chars >= _BATCH_CHARS:
                yield batch
                batch, chars = [], 0
    except Exception:
        if batch:
            yield batch  # what was read before is good
        raise
    if batch:
        yield batch


def rejected(document: Document, model: str, error: str) -> Result:
    """The result of a document that no worker could bring to an end."""
    record = build.rejected(doc=document.id, text=document.text, model=model, meta=document.meta, error=error)
    return Result(records.encode(record), error, len(document.text))


def run(documents: Iterable[Document], work: Work) -> Iterator[Result]:
    """Do the work in this process.

    Raises:
        EngineError: the pipeline or the lexicons cannot be used.
    """
    extract: Extractor | None = None
    for batch in batches(documents, work.batch_size):
        extract = extract or Extractor(work)  # not before there is something to do: a wrong path is told at once
        yield from extract(batch)
