"""The NumPy network computes what its equations say, whatever the company a sentence is in."""

import numpy as np
import pytest

from nlp_claims.analysis.features import BAGS, SINGLE
from nlp_claims.analysis.names import Neighbours, Reader
from nlp_claims.analysis.network import BiLSTM, read_arrays, write_arrays

WIDTH, HIDDEN = 6, 4


@pytest.fixture(scope="module")
def arrays() -> dict[str, np.ndarray]:
    generator = np.random.default_rng(1)
    made = {}
    for layer, width in ((0, WIDTH), (1, 2 * HIDDEN)):
        for way in ("", "_reverse"):
            for name, shape in (("weight_ih", (4 * HIDDEN, width)), ("weight_hh", (4 * HIDDEN, HIDDEN)),
                                ("bias_ih", (4 * HIDDEN,)), ("bias_hh", (4 * HIDDEN,))):  # fmt: skip
                made[f"lstm.{name}_l{layer}{way}"] = generator.normal(size=shape).astype(np.float32)
    return made


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-x))


def by_the_book(x: np.ndarray, arrays: dict[str, np.ndarray]) -> np.ndarray:
    """One sentence, word by word, gates in the order input, forget, cell, output."""
    for layer in range(sum(name.startswith("lstm.weight_hh") for name in arrays) // 2):
        sides = []
        for way in ("", "_reverse"):
            get = lambda name: arrays[f"lstm.{name}_l{layer}{way}"]  # noqa: E731, B023
            state, cell, out = np.zeros(HIDDEN), np.zeros(HIDDEN), []
            for word in x if not way else x[::-1]:
                gates = get("weight_ih") @ word + get("bias_ih") + get("weight_hh") @ state + get("bias_hh")
                enter, keep, new, leave = np.split(gates, 4)
                cell = sigmoid(keep) * cell + sigmoid(enter) * np.tanh(new)
                state = sigmoid(leave) * np.tanh(cell)
                out.append(state)
            sides.append(np.stack(out if not way else out[::-1]))
        x = np.concatenate(sides, 1)
    return x


def test_lstm_by_the_book(arrays):
    lengths = [3, 1, 7, 3]
    x = np.random.default_rng(2).normal(size=(sum(lengths), WIDTH)).astype(np.float32)
    found = BiLSTM(arrays)(x, lengths)
    at = 0
    for n in lengths:
        np.testing.assert_allclose(found[at : at + n], by_the_book(x[at : at + n], arrays), atol=1e-5)
        at += n


def test_sentence_is_the_same_alone_and_in_company(arrays):
    lstm = BiLSTM(arrays)
    x = np.random.default_rng(3).normal(size=(12, WIDTH)).astype(np.float32)
    np.testing.assert_allclose(lstm(x, [5, 7])[:5], lstm(x[:5], [5]), atol=1e-6)


def test_weights_survive_the_disk_in_half_precision(tmp_path):
    write_arrays(tmp_path / "w.npz", {"a": np.asarray([0.5, -2.25], dtype=np.float32)})
    read = read_arrays(tmp_path / "w.npz")["a"]
    assert read.dtype == np.float32
    assert read.tolist() == [0.5, -2.25]


def test_name_is_seen_with_its_neighbours_and_not_across_sentences():
    generator = np.random.default_rng(4)
    sizes = {"ner_in": (5, 6), "ner_near": (5, 15), "ner_out": (3, 5)}
    arrays = {f"{name}.weight": generator.normal(size=size).astype(np.float32) for name, size in sizes.items()}
    arrays |= {f"{name}.bias": generator.normal(size=size[0]).astype(np.float32) for name, size in sizes.items()}
    finder = Neighbours(arrays)
    inner = np.abs(generator.normal(size=(5, 5))).astype(np.float32)
    found = finder.scores(inner, np.asarray([1, 1, 1, 2, 2]))
    padded = np.concatenate([np.zeros((1, 5)), inner[:3], np.zeros((1, 5))])
    for i in range(3):
        near = arrays["ner_near.weight"] @ padded[i : i + 3].ravel() + arrays["ner_near.bias"]
        scores = arrays["ner_out.weight"] @ np.maximum(near, 0) + arrays["ner_out.bias"]
        np.testing.assert_allclose(found[i], scores, atol=1e-4)
    np.testing.assert_allclose(found[3:], finder.scores(inner[3:], np.asarray([1, 1])), atol=1e-4)


def test_reader_of_names_by_the_book_and_not_across_sentences(arrays):
    generator = np.random.default_rng(4)
    sizes = {"inner": (5, 2 * HIDDEN + WIDTH), "outer": (3, 5)}
    own = {name: array for name, array in arrays.items() if "_l0" in name}
    own |= {f"{name}.weight": generator.normal(size=size).astype(np.float32) for name, size in sizes.items()}
    own |= {f"{name}.bias": generator.normal(size=size[0]).astype(np.float32) for name, size in sizes.items()}
    own |= {f"tables.{name}_.weight": np.zeros((1, 1), dtype=np.float32) for name in (*SINGLE, *BAGS)}
    own |= {"mix.weight": np.zeros((2 * WIDTH, 11), dtype=np.float32), "mix.bias": np.zeros(2 * WIDTH)}
    reader = Reader(own, {name: [] for name in (*SINGLE, *BAGS)})
    x = generator.normal(size=(5, WIDTH)).astype(np.float32)
    found = reader.scores(x, [3, 2])
    for first, last in ((0, 3), (3, 5)):
        seen = np.concatenate([by_the_book(x[first:last], own), x[first:last]], 1)
        inner = np.maximum(seen @ own["inner.weight"].T + own["inner.bias"], 0)
        np.testing.assert_allclose(found[first:last], inner @ own["outer.weight"].T + own["outer.bias"], atol=1e-4)


def test_lstm_of_no_words_at_all(arrays):
    assert BiLSTM(arrays)(np.zeros((0, WIDTH), dtype=np.float32), []).shape == (0, 2 * HIDDEN)
