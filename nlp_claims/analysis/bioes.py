"""Names from BIOES scores: the best sequence that is well formed."""

import itertools

import numpy as np
from numpy.typing import NDArray


def allowed(tags: tuple[str, ...]) -> NDArray[np.bool_]:
    """Whether tag ``j`` may follow tag ``i``; the last row and column stand for the edges of a sentence."""
    edge = "O"
    rows = (*tags, edge)
    table = np.zeros((len(rows), len(rows)), dtype=bool)
    for i, before in enumerate(rows):
        part, _, label = before.partition("-")
        for j, after in enumerate(rows):
            next_part, _, next_label = after.partition("-")
            opened = part in {"B", "I"}
            table[i, j] = (next_part in {"I", "E"} and label == next_label) if opened else next_part in {"O", "B", "S"}
    return table


_TABLES: dict[tuple[str, ...], NDArray[np.bool_]] = {}


def decode(scores: NDArray[np.float32], tags: list[str]) -> list[tuple[int, int, str]]:
    """Names (start, end, label) of a sentence from ``scores`` (words, tags); ``tags[0]`` is «O»."""
    key = tuple(tags)
    if key not in _TABLES:
        _TABLES[key] = allowed(key)
    table = _TABLES[key]
    best: list[int] = scores.argmax(1).tolist()
    path = [len(tags), *best, len(tags)]
    if not all(table[a, b] for a, b in itertools.pairwise(path)):
        best = _viterbi(scores, table)
    found, start = [], 0
    for i, tag in enumerate(best):
        part, _, label = tags[tag].partition("-")
        if part in {"B", "S"}:
            start = i
        if part in {"E", "S"}:
            found.append((start, i + 1, label))
    return found


def _viterbi(scores: NDArray[np.float32], table: NDArray[np.bool_]) -> list[int]:
    size = scores.shape[1]
    cost = np.where(table, 0.0, -1e9)
    total = scores[0] + cost[-1, :size]
    back = []
    for row in scores[1:]:
        options = total[:, None] + cost[:size, :size]
        back.append(options.argmax(0))
        total = options.max(0) + row
    tag = int((total + cost[:size, -1]).argmax())
    path = [tag]
    for pointers in reversed(back):
        tag = int(pointers[tag])
        path.append(tag)
    return path[::-1]
