"""Memory over a stream: the vocabulary forgets the words that pass, and what is found stays the same."""

import weakref

import pytest
from spacy.tokens import Doc

from nlp_claims import pipeline
from nlp_claims.analysis.merging import merge
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


def test_pieces_of_a_text_are_put_together_as_spacy_does(nlp):
    texts = [
        "Premier Anna Nowak powiedziała, że ceny wzrosną.\n\n",
        "Zaprzeczył temu minister ",
        "Jan Kowalski z Łodzi.",
    ]
    docs = list(nlp.pipe(texts))
    one, other = merge(nlp.vocab, iter(docs)), Doc.from_docs(docs, ensure_whitespace=False, exclude=["user_data"])
    columns = ["ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE"]
    assert (one.to_array(columns) == other.to_array(columns)).all()
    assert one.text == "".join(texts)
    assert [str(ent) for ent in one.ents] == [str(ent) for ent in other.ents]


def test_no_pieces_make_an_empty_doc(nlp):
    assert len(merge(nlp.vocab, [])) == 0


def test_piece_of_a_long_text_is_let_go_when_the_next_is_read(nlp):
    alive = weakref.WeakSet()

    def pieces():
        for _ in range(6):
            doc = nlp.make_doc("Nic się nie stało. " * 50)
            alive.add(doc)
            assert len(alive) <= 2
            yield doc
            del doc

    merge(nlp.vocab, pieces())
