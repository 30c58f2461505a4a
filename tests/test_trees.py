"""Trees from arc scores: always one root, never a cycle, the best where that can be checked."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_claims.analysis.trees import heads_of


def is_tree(heads: list[int]) -> bool:
    """One root, and every word reaches it."""
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


def total(scores: np.ndarray, heads: list[int]) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads)))


def best_with_root(scores: np.ndarray, root: int) -> float:
    """By trying every assignment of heads in which word ``root`` is the root."""
    count = len(scores)
    options = [[0] if i == root else range(1, count + 1) for i in range(count)]
    return max(total(scores, list(h)) for h in itertools.product(*options) if is_tree(list(h)))


def test_single_word_is_the_root():
    assert heads_of(np.zeros((1, 2), dtype=np.float32)) == [0]


def test_greedy_heads_that_make_a_tree_are_kept():
    scores = np.full((3, 4), -5, dtype=np.float32)
    scores[0, 2] = scores[1, 0] = scores[2, 2] = 1  # both others hang on the second word
    assert heads_of(scores) == [2, 0, 2]


def test_cycle_is_opened_where_it_costs_least():
    scores = np.full((3, 4), -50, dtype=np.float32)
    scores[0, 0] = 5  # the root
    scores[1, 3], scores[2, 2] = 10, 10  # second and third word want each other
    scores[1, 1], scores[2, 1] = 1, 4  # the third loses less by turning to the first
    assert heads_of(scores) == [0, 3, 1]


def test_second_root_finds_another_head():
    scores = np.full((2, 3), -1, dtype=np.float32)
    scores[0, 0], scores[1, 0] = 3, 9
    assert heads_of(scores) == [2, 0]


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_best_tree_for_its_root(count: int):
    generator = np.random.default_rng(count)
    for _ in range(20):
        scores = generator.normal(size=(count, count + 1)).astype(np.float32)
        heads = heads_of(scores)
        assert is_tree(heads)
        assert total(scores, heads) == pytest.approx(best_with_root(scores, heads.index(0)), abs=1e-4)


@given(st.integers(1, 30), st.integers(0, 2**32 - 1))
def test_always_a_tree(count: int, seed: int):
    scores = np.random.default_rng(seed).normal(size=(count, count + 1)).astype(np.float32)
    assert is_tree(heads_of(scores))
