"""A book is read in parts: what is found is what is found in the whole, wherever the parts meet."""

from functools import partial

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_claims import pipeline, records
from nlp_claims.reading import chunks
from nlp_claims.reading.documents import Document

PARAGRAPHS = (
    "Burmistrz Łomży Anna Wróblewska ogłosiła w środę, że gmina zbuduje 120 mieszkań.",
    "– Zaczniemy od ulicy Wierzbowej – powiedziała Wróblewska. Dodała, że koszt wyniesie 35 mln zł.",
    "Radny Jan Ćwikliński z klubu Nasza Gmina jest przeciw. „To dziesięć razy za drogo. Poczekajmy do wiosny.",
    "Wtedy ceny spadną” – ocenił Ćwikliński.",
    "Zdaniem radnego połowa mieszkań stanie pusta. Według Anny Wróblewskiej chętnych jest ponad 400.",
    "Bank Spółdzielczy w Łomży (BSŁ) pożyczy gminie 20 mln zł. BSŁ zastrzegł, że decyzję podejmie rada.",
    "Jak podał bank, spłata potrwa 15 lat.",
    "Mieszkańcy mówią, że czekają na klucze od 2015 roku.",
)
TEXT = "\n\n".join(PARAGRAPHS)


def read(nlp, text):
    (found,) = pipeline.extract(nlp, [Document("book", text)])
    assert found[-1].error is None
    return found


@pytest.fixture
def in_parts(monkeypatch):
    """Makes texts of any length be read in parts of the given length."""

    def make(length, beside=250):
        monkeypatch.setattr(chunks, "LENGTH", 0)
        monkeypatch.setattr(chunks, "parts", partial(chunks.parts, length=length, beside=beside))

    return make


def in_order(found):
    """Records whose actors' acts are in one order: a text's are by rule first, and in its parts by part."""
    return [
        msgspec.structs.replace(each, acts=tuple(sorted(each.acts))) if isinstance(each, records.Actor) else each
        for each in found
    ]


@pytest.mark.parametrize("length", range(100, 380, 40))
def test_parts_are_read_as_the_whole(nlp, in_parts, length):
    whole = read(nlp, TEXT)
    in_parts(length)
    assert len(list(chunks.parts(TEXT))) > 1
    assert in_order(read(nlp, TEXT)) == in_order(whole)


def test_who_is_who_is_settled_over_all_parts(nlp, in_parts):
    text = "\n\n".join([*PARAGRAPHS, *(f"– Rok {2000 + n} był dobry – dodał Ćwikliński." for n in range(30))])
    in_parts(300)
    assert len(list(chunks.parts(text))) > 5  # most of them without his given name
    found = read(nlp, text)
    (radny,) = [each for each in found if isinstance(each, records.Actor) and "Ćwikliński" in each.name]
    assert radny.name == "Jan Ćwikliński"
    assert len(radny.mentions) == 32
    said = [each for each in found if isinstance(each, records.Statement) and each.text.startswith("Rok")]
    assert len(said) == 30
    assert {each.speaker.actor for each in said} == {radny.id}


@given(st.text(st.sampled_from("aB .\n„”"), max_size=400), st.integers(2, 60), st.integers(0, 30))
def test_parts_follow_one_another_and_see_a_little_more(text, length, beside):
    parts = list(chunks.parts(text, length, beside))
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert parts[-1].end == len(text)
    for part in parts:
        assert 0 <= part.start - part.first <= beside
        assert 0 <= part.last - part.end <= beside
        assert part.end - part.start <= length + beside
