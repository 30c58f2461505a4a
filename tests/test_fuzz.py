"""Anything may stand in a text: no failure, every offset slices back, and time grows no faster than the length."""

import gc
import time

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp_claims import pipeline, records
from nlp_claims.reading import chunks
from nlp_claims.reading.documents import Document
from nlp_claims.statements.contents.extract import extract
from nlp_claims.statements.cues import lexicon
from nlp_claims.statements.text import read

PIECES = (
    """
Anna Nowak|prof. dr hab. Jan Kowalski
powiedziała|– dodał –|, że |według |zdaniem |5|3,5 proc.|1 200 000 zł|od 2 do 3 mln
dwa tysiące|ponad |„|”|»|«|"|'|–|—|-|(|)|:|.|…|?!| |😀|👩‍👩‍👧|مرحبا|שלום|İ|ß|ǆ|ż|Ż|1/2|½|٣|²|10^9|0x1F|1e999|−7|%
""".strip()
    .replace("\n", "|")
    .split("|")
)
PIECES += ["\n", "\n\n", "\r\n", "\t", "\u00a0", "\u200b", "\u00ad", "\u0301", "\ud800", "\x00", "\x1b[31m", "\u2028"]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join)


def extracted(nlp, text):
    """The records of a text, checked as the contract says."""
    (found,) = pipeline.extract(nlp, [Document("d", text)])
    assert found[-1].error is None
    for record in found:
        check(msgspec.to_builtins(record), text)
    return found


def check(value, text):
    """Every span, however deep, slices back."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and "text" in value:
            assert 0 <= value["start"] < value["end"] <= len(text)
            assert value["text"] == text[value["start"] : value["end"]]
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            check(part, text)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_any_text_is_read_and_its_offsets_slice_back(nlp, text):
    extracted(nlp, text)


HOSTILE = {
    "opening quotes": "„",
    "closing quotes": "”",
    "straight quotes": '"',
    "digits": "7",
    "digits and spaces": "123 ",
    "dashes": "–",
    "dashes in lines": "– \n",
    "one long word": "a",
    "capitals": "Ala ",
    "full stops": ".",
    "line breaks": "\n",
    "commas and że": ", że ",
    "brackets": "(",
    "combining marks": "\u0301",
    "right to left": "م ",
    "numbers in words": "tysiąc ",
    "speech": "– Tak – powiedział Jan Nowak. ",
    "percentages": "5 proc. ",
}


def growth(work, size):
    """How many times as long ``work`` takes for four times ``size``: 4 where it is linear, 16 where quadratic.

    The best of rounds that alternate, all caches filled: what else the machine does slows a round, never all of them.
    The shorter a round, the more of them.
    """
    taken = {size: [], 4 * size: []}
    while len(taken[size]) < 3 or (len(taken[size]) < 16 and sum(taken[size]) < 0.3):
        for each, times in taken.items():
            gc.collect()
            gc.disable()  # its visits to all that lives are not the text's time
            start = time.process_time()
            work(each)
            times.append(time.process_time() - start)
            gc.enable()
    small, large = (min(times[1:]) for times in taken.values())
    return large / small


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_four_times_the_text_takes_four_times_as_long(nlp, piece):
    assert growth(lambda length: extracted(nlp, piece * (length // len(piece))), 1_000) < 7


# what a book is full of and no article: each line again and again, # for a number
BOOKS = {
    "one person": "Premier Anna Nowak powiedziała, że budżet wzrośnie. Szefowa rządu dodała, że premier wie.\n",
    "many people": "Poseł Jan Kaleb# powiedział, że firma Nowex# SA zaprzecza. Rzecznik dodał, że poseł się myli.\n",
    "many numbers": "Prezes zapewnił, że # osób dostanie # zł, a # osób ponad # zł.\n",
}


@pytest.mark.parametrize("line", BOOKS.values(), ids=BOOKS.keys())
def test_a_book_takes_as_long_as_its_chapters(nlp, line):
    def read(length):
        extracted(nlp, "".join(line.replace("#", str(n)) for n in range(length // len(line))))

    assert growth(read, 6_000) < 7


# what each line of a long document may hang on all lines before it: for the rules alone, without the pipeline's models
LINES = {
    "a quotation that every paragraph opens again": "„To dobry rok dla gminy.\n\n",
    "a quotation that every paragraph closes and opens": "„To dobry rok” – dodał wójt. „Czekamy na więcej.\n\n",
    "turns of an interview": "Jan Kos: Lis mówił: „Idę do domu”. I poszedł.\n\n",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_four_times_the_lines_take_the_rules_four_times_as_long(line):
    words = lexicon()

    texts = {lines: read(line * lines + "„To koniec” – zapewnił wójt.") for lines in (500, 2_000)}

    def find(lines):
        assert extract(texts[lines], words)

    assert growth(find, 500) < 7


@pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\ud800", "\ufeff", "5", "„", "–", "\u0301", "😀"])
def test_next_to_nothing_is_a_document_too(nlp, text):
    (closing,) = [record for record in extracted(nlp, text) if isinstance(record, records.Document)]
    assert closing.chars == len(text)


ARTICLE = (
    "Minister zdrowia Anna Nowak powiedziała w poniedziałek, że budżet wzrośnie o 5 proc.\n\n"
    "– Nie będzie podwyżek – dodała Nowak. Szpital zatrudni 120 lekarzy.\n\n"
)


def test_a_long_text_is_read_as_one_across_the_cuts(nlp):
    times = 2 * chunks.LENGTH // len(ARTICLE) + 1
    found = extracted(nlp, ARTICLE * times)
    names = {record.name for record in found if isinstance(record, records.Actor) and record.mentions}
    people = [record for record in found if isinstance(record, records.Actor) and record.name == "Anna Nowak"]
    assert len(people) == 1, names
    assert len(people[0].mentions) >= 2 * times
    said = [record for record in found if isinstance(record, records.Statement)]
    assert len(said) == 2 * times
    assert {record.speaker.actor for record in said} == {people[0].id}
    assert sum(isinstance(record, records.NumericClaim) for record in found) == 2 * times


@given(st.text(st.sampled_from("aB .\n„”"), max_size=300), st.integers(2, 40))
def test_the_pieces_are_the_text(text, length):
    pieces = list(chunks.split(text, length))
    assert "".join(pieces) == text
    assert all(len(piece) <= length for piece in pieces)
    assert all(pieces) or not text
