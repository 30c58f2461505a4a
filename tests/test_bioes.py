"""Names from scores of tags: well formed whatever the scores say."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nlp_claims.analysis.bioes import decode

TAGS = ["O", "B-persName", "I-persName", "E-persName", "S-persName", "B-orgName", "I-orgName", "E-orgName", "S-orgName"]


def scores(*best: str) -> np.ndarray:
    table = np.zeros((len(best), len(TAGS)), dtype=np.float32)
    for row, tag in zip(table, best, strict=True):
        row[TAGS.index(tag)] = 5
    return table


def test_well_formed_sequence_is_taken_as_it_is():
    found = decode(scores("S-orgName", "O", "B-persName", "I-persName", "E-persName"), TAGS)
    assert found == [(0, 1, "orgName"), (2, 5, "persName")]


def test_name_never_ends_in_another_class():
    table = scores("B-persName", "E-orgName")
    table[0, TAGS.index("B-orgName")] = 4  # the cheapest way to agree
    assert decode(table, TAGS) == [(0, 2, "orgName")]


def test_name_that_never_ends_is_closed_or_dropped():
    table = scores("O", "B-persName")
    table[1, TAGS.index("S-persName")] = 4
    assert decode(table, TAGS) == [(1, 2, "persName")]


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_names_never_overlap(count: int, seed: int):
    table = np.random.default_rng(seed).normal(size=(count, len(TAGS))).astype(np.float32)
    found = decode(table, TAGS)
    assert all(0 <= a < b <= count for a, b, _ in found)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(found))
