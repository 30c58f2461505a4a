"""Memory over a stream: the vocabulary forgets the words that pass, and what is found stays the same."""

import pytest

from nlp_claims import pipeline
from nlp_claims.reading.documents import Document

_NAMES = [f"{head}{middle}owicz" for head in ("Brul", "Czam", "Dreg", "Fłon") for middle in ("asz", "ebor", "ymk")]
_TEXTS = [f"Ceny skarpet wzrosły o {n} proc. – poinformował Jan {name}." for n, name in enumerate(_NAMES, start=2)]


def _documents(texts):
    return [Document(id=str(n), text=text, meta={}, error=None) for n, text in enumerate(texts)]


@pytest.fixture
def small(monkeypatch):
    """Every batch is read as if the vocabulary were full."""
    monkeypatch.setattr(pipeline, "_VOCABULARY", 0)


@pytest.mark.usefixtures("small")
def test_new_words_are_forgotten_after_their_batch(nlp):
    for _ in pipeline.extract(nlp, _documents([f"Wiceprezes Adam {name} milczy." for name in _NAMES]), batch_size=2):
        pass
    assert not [name for name in _NAMES if name in nlp.vocab.strings]
    assert not nlp.vocab.in_memory_zone


def test_findings_do_not_depend_on_what_is_forgotten(nlp, monkeypatch):
    monkeypatch.setattr(pipeline, "_VOCABULARY", 0)
    # twice: what the components remember of a word must not point to what the vocabulary has forgotten
    forgetful = [list(pipeline.extract(nlp, _documents(_TEXTS), batch_size=3)) for _ in range(2)]
    monkeypatch.undo()
    assert not [found[-1].error for found in forgetful[1] if found[-1].error]
    assert forgetful == [list(pipeline.extract(nlp, _documents(_TEXTS), batch_size=3))] * 2


@pytest.mark.usefixtures("small")
def test_two_streams_may_be_read_in_turn(nlp):
    one, other = (pipeline.extract(nlp, _documents(_TEXTS), batch_size=4) for _ in range(2))
    assert [first == second for first, second in zip(one, other, strict=True)] == [True] * len(_TEXTS)


@pytest.mark.usefixtures("small")
def test_a_zone_of_the_callers_own_is_not_nested(nlp):
    with nlp.memory_zone():
        (found,) = pipeline.extract(nlp, _documents(_TEXTS[:1]))
        assert nlp.vocab.in_memory_zone
    assert found[-1].error is None
