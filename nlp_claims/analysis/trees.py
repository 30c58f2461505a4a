"""The best tree of a sentence from the scores of its arcs."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def heads_of(scores: Scores) -> list[int]:
    """Head of each word in the best tree with one root.

    Args:
        scores: (words, 1 + words): column 0 is the root, column ``h + 1`` word ``h``.

    Returns:
        For each word 0 for the root, else ``h + 1``.
    """
    count = len(scores)
    scores = scores.copy()
    scores[np.arange(count), np.arange(count) + 1] = -np.inf
    heads: list[int] = scores.argmax(1).tolist()
    if heads.count(0) == 1 and not _cycle(heads):
        return heads
    # one root: the word that loses least by it; then cycles are opened where it costs least
    gain = scores[:, 0] - scores[:, 1:].max(1, initial=-1e9)
    root = int(gain.argmax())
    full = np.full((count + 1, count + 1), -np.inf, dtype=np.float64)
    full[1:, 1:] = scores[:, 1:]
    full[root + 1, :] = -np.inf
    full[root + 1, 0] = 0.0
    return [int(h) for h in _edmonds(full)[1:]]


def _cycle(heads: list[int]) -> list[int]:
    """Some cycle of ``heads`` (word ``i`` is node ``i + 1``), or nothing."""
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for start in range(1, len(state)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at - 1]
        if state[at] == 1:
            return path[path.index(at) :]
        for node in path:
            state[node] = 2
    return []


def _edmonds(scores: NDArray[np.float64]) -> NDArray[Any]:
    """Chu and Liu's algorithm: ``scores[d, h]``, node 0 the root; the heads of the best arborescence."""
    heads: NDArray[Any] = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads[1:].tolist())
    if not cycle:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    size = len(rest) + 1
    ring = np.asarray(cycle)
    small = np.full((size, size), -np.inf)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    out = scores[np.ix_(rest, ring)]
    small[:-1, -1] = out.max(1)
    gains = scores[np.ix_(ring, rest)] - scores[ring, heads[ring]][:, None]
    small[-1, :-1] = gains.max(0)
    small[0] = -np.inf
    np.fill_diagonal(small, -np.inf)
    contracted = _edmonds(small)
    result = heads.copy()
    entry = int(contracted[-1])
    result[ring[gains[:, entry].argmax()]] = rest[entry]
    for k, node in enumerate(rest.tolist()):
        if node:
            head = int(contracted[k])
            result[node] = ring[out[k].argmax()] if head == size - 1 else rest[head]
    return result
