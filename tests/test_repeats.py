"""The mentions of a name in a text agree on what it is."""

import numpy as np
import pytest

from nlp_claims.analysis.bioes import decode
from nlp_claims.analysis.repeats import repeated, settle, stem

TAGS = [
    "O",
    "B-orgName",
    "I-orgName",
    "E-orgName",
    "S-orgName",
    "B-placeName",
    "I-placeName",
    "E-placeName",
    "S-placeName",
]
STARTS = [0, 1, 5]


def scores(*words: dict[str, float]) -> np.ndarray:
    """A row for each word: what its tags score, the rest little."""
    table = np.full((len(words), len(TAGS)), -9.0, dtype=np.float32)
    for i, word in enumerate(words):
        for tag, value in word.items():
            table[i, TAGS.index(tag)] = value
    return table


@pytest.mark.parametrize(
    ("one", "other"), [("Płock", "Płocka"), ("Orlen", "Orlenu"), ("Tuska", "Tuskiem"), ("Warszawa", "Warszawą")]
)
def test_cases_of_a_name_share_a_stem(one, other):
    assert stem(one) == stem(other) != ""


def test_words_in_small_letters_and_short_ones_have_no_stem():
    assert [stem(word) for word in ("orlen", "W", "Na", "12", "–")] == [""] * 5


def test_only_what_stands_twice_and_is_a_name_somewhere_is_repeated():
    stems = ["Orle", "", "Orle", "Płoc", "Dziś", "Dziś", ""]
    assert repeated(stems, [True, True, False, True, False, False, True]) == [[0, 2]]


def test_doubtful_mention_follows_the_sure_one():
    table = scores({"S-orgName": 9, "O": 1}, {"O": 5}, {"S-placeName": 2, "S-orgName": 1.5})
    settle(table, [np.asarray([0, 2])], STARTS)
    assert [decode(row[None], TAGS) for row in table] == [[(0, 1, "orgName")], [], [(0, 1, "orgName")]]


def test_name_missed_once_is_found():
    table = scores({"S-orgName": 9}, {"S-orgName": 8}, {"S-orgName": 1, "O": 2})
    settle(table, [np.arange(3)], STARTS)
    assert table.argmax(1).tolist() == [4, 4, 4]


def test_name_is_not_talked_away():
    table = scores({"S-orgName": 3, "O": 2}, {"O": 9}, {"O": 9})
    before = table.copy()
    settle(table, [np.arange(3)], STARTS)
    np.testing.assert_array_equal(table, before)


def test_parts_of_a_name_stay_what_they_are():
    table = scores({"B-orgName": 5, "S-orgName": 1}, {"S-placeName": 2, "B-placeName": 0, "S-orgName": 0})
    settle(table, [np.arange(2)], STARTS)
    assert TAGS[table[0].argmax()] == "B-orgName"
    assert np.isclose(table[1, 8] - table[1, 5], 2)


def test_nothing_is_repeated():
    table = scores({"O": 1})
    settle(table, [], STARTS)
    assert table[0, 0] == 1
