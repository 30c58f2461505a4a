"""Quotation marks: paired by kind and nesting, and a stray one never flips the rest."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_claims.statements.quotes import pair

MARKS = "„”“\"«»,'’‚‘ \nAa1.–-"


def paragraphs(text):
    return [0, *(at + 2 for at in range(len(text) - 2) if text[at : at + 2] == "\n\n")]


def quoted(text, *, depth=0):
    return [text[q.inner : q.inner_end] for q in pair(text, paragraphs(text)) if q.depth == depth]


@pytest.mark.parametrize(
    "text",
    [
        "Rzekł: „tak jest” i wyszedł.",
        'Rzekł: "tak jest" i wyszedł.',
        "Rzekł: «tak jest» i wyszedł.",
        "Rzekł: »tak jest« i wyszedł.",
        "Rzekł: ,,tak jest'' i wyszedł.",
        "Rzekł: „tak jest“ i wyszedł.",
        "Rzekł: “tak jest” i wyszedł.",
        'Rzekł: „tak jest" i wyszedł.',
        'Rzekł:"tak jest"- i wyszedł.',
    ],
)
def test_every_kind_of_mark_pairs(text):
    assert quoted(text) == ["tak jest"]


def test_a_quotation_within_a_quotation_is_deeper():
    text = "„Słyszałem „nigdy” dwa razy” – dodał."
    assert quoted(text) == ["Słyszałem „nigdy” dwa razy"]
    assert quoted(text, depth=1) == ["nigdy"]


def test_same_straight_marks_nest_by_their_spaces():
    assert quoted('"Zespół "Rosa" gra" – dodał.') == ['Zespół "Rosa" gra']


def test_one_stray_straight_mark_does_not_flip_the_rest():
    text = 'Zespół "Rosa zagrał. "Było pięknie" – dodał. "Wrócimy" – obiecał.'
    assert quoted(text)[-2:] == ["Było pięknie", "Wrócimy"]


def test_a_lost_opening_mark_costs_only_its_own_quotation():
    assert quoted('Było pięknie" – dodał. "Wrócimy" – obiecał.') == ["Wrócimy"]


def test_a_stray_mark_stops_at_its_paragraph():
    assert quoted('Zespół "Rosa zagrał.\n\nBył "bis" i koniec".') == ["bis"]


def test_inches_are_no_quotation():
    assert quoted('Telewizor 55" i drugi 40" stały obok.') == []


def test_apostrophes_are_no_quotation():
    assert quoted("Plan Lawson'a i d'Estainga, O’Leary’ego.") == []


def test_paragraphs_that_open_again_without_closing_are_one_quotation():
    text = "„Pierwszy rok.\n\n„Drugi rok” – dodał."
    first, second = pair(text, paragraphs(text))
    assert text[first.inner : first.inner_end] == "Pierwszy rok."
    assert text[second.inner : second.inner_end] == "Drugi rok"
    assert second.resumed
    assert not first.resumed


def test_a_quotation_that_opens_after_a_closed_one_resumes_nothing():
    text = "„Pierwszy rok.\n\n„Drugi rok” – dodał. „Trzeci rok.\n\n„Czwarty rok” – dodał."
    assert [quote.resumed for quote in pair(text, paragraphs(text))] == [False, True, False, True]


def test_a_quotation_runs_over_paragraphs_to_its_closing_mark():
    assert quoted("„Pierwszy rok.\n\nDrugi rok” – dodał.") == ["Pierwszy rok.\n\nDrugi rok"]


@given(st.text(alphabet=MARKS, max_size=200))
def test_offsets_slice_back_and_quotations_nest(text):
    found = pair(text, paragraphs(text))
    for quote in found:
        assert 0 <= quote.start < quote.inner <= quote.end <= len(text)
        assert quote.inner_end <= quote.end
    assert [q.start for q in found] == sorted(q.start for q in found)


@pytest.mark.parametrize("unit", ["„", '"', '"a ', 'a" ', ",,", "«»", "„a\n\n"])
def test_a_hundred_thousand_marks_take_linear_time(unit):
    text = unit * 100_000
    started = time.perf_counter()
    pair(text, paragraphs(text) if "\n" in unit else [0])
    assert time.perf_counter() - started < 20
