"""What the components of the bundled pipeline share: weights on disk, docs in batches, columns of attributes."""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from nlp_claims.analysis.network import Arrays, Floats, read_arrays, write_arrays

#: Words that go through the network together.
CHUNK = 4000


class Component:
    """Arrays and labels from disk, docs in batches: what the components share."""

    def __init__(self) -> None:
        self._arrays: Arrays = {}
        self._labels: list[str] = []
        self._more: dict[str, Any] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """What the component may predict."""
        return tuple(self._labels)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        self.annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate documents in batches, in order."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            self.annotate(batch)
            yield from batch

    def annotate(self, docs: list[Doc]) -> None:
        """Annotate documents together."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Lay out the arrays for use, once they are known."""

    def set_weights(self, arrays: Arrays, labels: list[str], more: dict[str, Any] | None = None) -> None:
        """Take trained arrays, labels and whatever else the component keeps."""
        self._arrays, self._labels, self._more = arrays, labels, more or {}
        self.prepare()

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write ``weights.npz`` and ``labels.json`` into the folder ``path``."""
        path.mkdir(parents=True, exist_ok=True)
        write_arrays(path / "weights.npz", self._arrays)
        text = json.dumps({"labels": self._labels, **self._more}, ensure_ascii=False, indent=0)
        (path / "labels.json").write_text(text + "\n", encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "Component":  # noqa: ARG002
        """Read what ``to_disk`` wrote."""
        more = json.loads((Path(path) / "labels.json").read_text(encoding="utf-8"))
        labels = more.pop("labels")
        self.set_weights(read_arrays(Path(path) / "weights.npz"), labels, more)
        return self


def is_space(doc: Doc) -> NDArray[np.bool_]:
    """Which tokens are white space."""
    flags: NDArray[np.bool_] = doc.to_array("IS_SPACE").astype(bool)
    return flags


def grouped(docs: list[Doc]) -> Iterator[list[Doc]]:
    """The docs in order, as many together as ``CHUNK`` words take."""
    group: list[Doc] = []
    size = 0
    for doc in docs:
        group.append(doc)
        size += len(doc)
        if size >= CHUNK:
            yield group
            group, size = [], 0
    if group:
        yield group


def stacked(docs: list[Doc], function: Callable[[Floats], NDArray[Any]]) -> Iterator[NDArray[Any]]:
    """``function`` on the states of all docs at once, its result cut up again by doc."""
    for group in grouped(docs):
        states = np.concatenate([np.asarray(doc.tensor, dtype=np.float32) for doc in group])
        cuts = range(2 * CHUNK, len(states) - CHUNK, 2 * CHUNK)  # a long text: scores take kilobytes a word
        result = np.concatenate([function(part) for part in np.split(states, cuts)])
        done = 0
        for doc in group:
            yield result[done : done + len(doc)]
            done += len(doc)


def write(doc: Doc, attributes: list[str], values: NDArray[Any]) -> None:
    """Set token attributes: one column of ``values`` for each."""
    doc.from_array(cast("Any", attributes), cast("Any", values))


def hashes(doc: Doc, values: list[str]) -> NDArray[Any]:
    """The keys of strings, which are made known."""
    return np.asarray([doc.vocab.strings.add(value) for value in values], dtype=np.uint64)


def spaced(doc: Doc, values: NDArray[Any], space: int) -> NDArray[Any]:
    """``values`` with ``space`` where a token is white space."""
    values[is_space(doc)] = space
    return values
