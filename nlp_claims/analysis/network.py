"""The trained network in NumPy: embeddings of forms, BiLSTMs over sentences, linear heads.

All shapes are written (rows, columns); weights are float32 in memory, half precision on disk.
"""

import itertools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp_claims.analysis.features import BAG_SIZE, BAGS, SINGLE, form_features
from nlp_claims.analysis.keeping import WORDS, make_room

Floats = NDArray[np.float32]
Arrays = dict[str, NDArray[Any]]

#: Words on either side that tell whether a sentence starts.
WINDOW = 3
#: Rows of a table of embeddings that is kept in full precision.
SMALL = 1000


def read_arrays(path: Path) -> Arrays:
    """The arrays of an ``.npz`` file, weights widened to float32 but for the tables, of which few rows are used."""
    with np.load(path) as saved:
        arrays = {name: saved[name] for name in saved.files}
    return {
        k: v.astype(np.float32) if v.dtype == np.float16 and not k.startswith("tables.") else v
        for k, v in arrays.items()
    }


def write_arrays(path: Path, arrays: Arrays) -> None:
    """The arrays as an ``.npz`` file, weights in half precision."""
    narrow = {k: v.astype(np.float16) if v.dtype == np.float32 else v for k, v in arrays.items()}
    np.savez(path, allow_pickle=False, **narrow)


class FormEmbedder:
    """Vectors of word forms, each computed once."""

    def __init__(self, arrays: Arrays, vocabulary: dict[str, list[str]]) -> None:
        tables = [arrays[f"tables.{name}_.weight"] for name in (*SINGLE, *BAGS)]
        # half precision saves memory, and to widen it costs time: a small table is widened once
        self._tables = [t.astype(np.float32) if len(t) < SMALL else t for t in tables]
        self._ids = [{value: i for i, value in enumerate(vocabulary[name], start=1)} for name in (*SINGLE, *BAGS)]
        # of every two outputs the greater counts: they are laid apart here, all first ones before all second ones
        self.width = len(arrays["mix.bias"]) // 2
        pairs = np.arange(2 * self.width).reshape(-1, 2).T.ravel()
        self._weight = np.ascontiguousarray(arrays["mix.weight"][pairs].T)
        self._bias = arrays["mix.bias"][pairs]
        self._index: dict[int, int] = {}
        self._matrix: Floats = np.zeros((WORDS, self.width), dtype=np.float32)  # touched as it fills

    def __call__(self, keys: Sequence[int], strings: Any) -> Floats:
        """Vectors (len(keys), width) of forms given by their hashes; ``strings`` maps a hash to the form."""
        index = self._index
        new = {key for key in keys if key not in index}
        if new:
            make_room(index, len(new))
            new = {key for key in keys if key not in index}
            self._add(sorted(new), strings)
        return self._matrix[[index[key] for key in keys]]

    def _add(self, keys: list[int], strings: Any) -> None:
        start = len(self._index)
        end = start + len(keys)
        if end > len(self._matrix):
            grown = np.zeros((max(end, 2 * len(self._matrix)), self.width), dtype=np.float32)
            grown[:start] = self._matrix[:start]
            self._matrix = grown
        for at in range(0, len(keys), 2048):
            part = keys[at : at + 2048]
            self._matrix[start + at : start + at + len(part)] = self.embed([strings[key] for key in part])
        self._index.update(zip(keys, range(start, end), strict=True))

    def embed(self, forms: Iterable[str]) -> Floats:
        """Vectors (forms, width), computed."""
        features = [form_features(form) for form in forms]
        parts: list[Floats] = []
        for i, column in enumerate(zip(*(f.single for f in features), strict=True)):
            number = self._ids[i].get
            parts.append(self._tables[i][[number(value, 0) for value in column]].astype(np.float32, copy=False))
        for b, column in enumerate(zip(*(f.bags for f in features), strict=True)):
            parts.append(self._means(b, column))
        mixed = np.concatenate(parts, 1) @ self._weight + self._bias
        vectors: Floats = np.maximum(mixed[:, : self.width], mixed[:, self.width :])
        return vectors

    def _means(self, b: int, bags: Sequence[tuple[str, ...]]) -> Floats:
        """The mean vector of the known values of each bag of the kind ``BAGS[b]``; like bags are read once."""
        number, table = self._ids[len(SINGLE) + b].get, self._tables[len(SINGLE) + b]
        order = {bag: k for k, bag in enumerate(dict.fromkeys(bags))}
        size = BAG_SIZE[BAGS[b]]
        rows = np.asarray([[number(v, 0) for v in bag] + [0] * (size - len(bag)) for bag in order], dtype=np.int64)
        found = np.maximum((rows > 0).sum(1, keepdims=True), 1).astype(np.float32)
        means: Floats = table[rows].astype(np.float32, copy=False).sum(1) / found
        return means[[order[bag] for bag in bags]]


class BiLSTM:
    """Bidirectional LSTM layers over a batch of sentences, as many as there are in ``arrays``."""

    def __init__(self, arrays: Arrays) -> None:
        self._layers: list[tuple[Floats, Floats, Floats]] = []
        for layer in itertools.takewhile(lambda n: f"lstm.weight_hh_l{n}" in arrays, itertools.count()):
            inputs, recurrent, biases = [], [], []
            for suffix in ("", "_reverse"):
                key = f"l{layer}{suffix}"
                hidden = arrays[f"lstm.weight_hh_{key}"].shape[1]
                # sigmoid(x) = (1 + tanh(x / 2)) / 2: the halves are folded into the weights of the three gates,
                # which are put together: input, forget, output, cell
                half = np.full((4 * hidden, 1), 0.5, dtype=np.float32)
                half[3 * hidden :] = 1.0
                gates = np.r_[: 2 * hidden, 3 * hidden : 4 * hidden, 2 * hidden : 3 * hidden]
                inputs.append((arrays[f"lstm.weight_ih_{key}"][gates] * half).T)
                recurrent.append((arrays[f"lstm.weight_hh_{key}"][gates] * half).T)
                biases.append((arrays[f"lstm.bias_ih_{key}"] + arrays[f"lstm.bias_hh_{key}"])[gates] * half[:, 0])
            self._layers.append((np.stack(inputs), np.stack(recurrent), np.stack(biases)))
        self.hidden = hidden

    def __call__(self, x: Floats, lengths: Sequence[int]) -> Floats:
        """States (words, 2 * hidden) for the words of sentences written one after another."""
        sizes = np.asarray(lengths, dtype=np.int64)
        order = np.argsort(-sizes, kind="stable")
        longest = int(sizes[order[0]]) if len(sizes) else 0
        active = np.searchsorted(-sizes[order], -np.arange(longest), side="left")
        first = np.cumsum(sizes) - sizes
        # packed by time: word t of every sentence that has one, longest sentence first; and the same from the end
        forward = np.concatenate([first[order[:n]] + t for t, n in enumerate(active)]) if longest else sizes[:0]
        last = first + sizes - 1
        backward = np.concatenate([last[order[:n]] - t for t, n in enumerate(active)]) if longest else sizes[:0]
        for inputs, recurrent, bias in self._layers:
            x = self._layer(x, (inputs, recurrent, bias), (forward, backward), active.tolist())
        return x

    def _layer(
        self,
        x: Floats,
        weights: tuple[Floats, Floats, Floats],
        orders: tuple[NDArray[np.int64], NDArray[np.int64]],
        active: list[int],
    ) -> Floats:
        """One layer, both directions at once; ``active`` sentences are still running at each time."""
        size = self.hidden
        inputs, recurrent, bias = weights
        gates = np.empty((2, len(x), 4 * size), dtype=np.float32)
        for way, order in enumerate(orders):
            np.matmul(x[order], inputs[way], out=gates[way])
        gates += bias[:, None]
        out = np.empty((2, len(x), size), dtype=np.float32)
        count = active[0] if active else 0
        state = np.zeros((2, count, size), dtype=np.float32)
        cell = np.zeros((2, count, size), dtype=np.float32)
        at = 0
        for n in active:
            step = gates[:, at : at + n]
            if at:
                step += state[:, :n] @ recurrent
            np.tanh(step, out=step)
            new = step[:, :, 3 * size :]
            sigmoids = step[:, :, : 3 * size]
            sigmoids += 1.0
            sigmoids *= 0.5
            cell = cell[:, :n]
            cell *= step[:, :, size : 2 * size]
            new *= step[:, :, :size]
            cell += new
            state = out[:, at : at + n]
            np.tanh(cell, out=state)
            state *= step[:, :, 2 * size : 3 * size]
            at += n
        joined = np.empty((len(x), 2 * size), dtype=np.float32)
        for way, order in enumerate(orders):
            joined[order, way * size : (way + 1) * size] = out[way]
        return joined


class Splitter:
    """Where sentences start, from the embeddings of a few words on either side."""

    def __init__(self, arrays: Arrays) -> None:
        self._inner = np.ascontiguousarray(arrays["split_in.weight"].T)
        self._inner_bias = arrays["split_in.bias"]
        self._outer = arrays["split_out.weight"][0]
        self._outer_bias = float(arrays["split_out.bias"][0])

    def __call__(self, x: Floats) -> NDArray[np.bool_]:
        """Whether a sentence starts at each word of one text."""
        count, width = x.shape
        padded = np.zeros((count + 2 * WINDOW, width), dtype=np.float32)
        padded[WINDOW : WINDOW + count] = x
        inner = np.repeat(self._inner_bias[None], count, 0)
        for k in range(2 * WINDOW + 1):
            inner += padded[k : k + count] @ self._inner[k * width : (k + 1) * width]
        np.maximum(inner, 0, out=inner)
        starts: NDArray[np.bool_] = inner @ self._outer + self._outer_bias > 0
        return starts


def linear(arrays: Arrays, name: str) -> tuple[Floats, Floats]:
    """Weight (inputs, outputs) and bias of a linear layer."""
    return np.ascontiguousarray(arrays[f"{name}.weight"].T), arrays[f"{name}.bias"]
