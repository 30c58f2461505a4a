"""The analysed copy of a text, and the way back from its offsets."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_claims.reading.normalise import normalise


def test_clean_text_is_passed_through_as_it_is():
    text = "Zażółć „gęślą” jaźń – 5 proc.\n\nKoniec… 😀"
    found = normalise(text)
    assert found.text is text
    assert found.span(3, 7) == (3, 7)


@pytest.mark.parametrize(
    ("text", "analysed"),
    [
        ("1\u00a0200\u202fzł\u2009i", "1 200 zł i"),
        ("wy\u00adra\u200bził\ufeff", "wyraził"),
        ("Tak.\r\nNie.\r\rNo\u2028tak", "Tak.\nNie.\n\nNo\ntak"),
        ("z\u0307o\u0301\u0142w, Ste\u0328pien\u0301", "żółw, Stępień"),
        ("biało\u2011czerwony", "biało-czerwony"),
        ("a\x00b\x1b[31mc\td", "a b [31mc d"),
        ("x\ud800y", "x\ufffdy"),
        ("O\u2019Leary\u2019ego ‚tak’ ’a", "O'Leary'ego ‚tak’ ’a"),
        ("\u200e„Tak\u200f”", "„Tak”"),
    ],
)
def test_what_is_odd_is_made_plain(text, analysed):
    assert normalise(text).text == analysed


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("On wy\u00adra\u00adził zgodę", "wyraził", "wy\u00adra\u00adził"),
        ("Pan Ste\u0328pien\u0301 wyszedł", "Stępień", "Ste\u0328pien\u0301"),
        ("\u200bPan\u200b poszedł", "Pan", "Pan"),
        ("Tak.\r\nNie.", "Nie", "Nie"),
        ("Tak.\r\nNie.", "Tak.\nNie", "Tak.\r\nNie"),
    ],
)
def test_a_word_of_the_copy_is_found_again_in_the_text(text, word, original):
    found = normalise(text)
    at = found.text.index(word)
    start, end = found.span(at, at + len(word))
    assert text[start:end] == original


ODD = st.text(
    st.sampled_from("aż’ \u0301\u0328\u0307\u00ad\u200b\r\n\u00a0\ud800😀\ufe0fé\u1100\u1161\u0958"), max_size=40
)


@given(st.one_of(st.text(), ODD))
def test_every_stretch_of_the_copy_has_one_in_the_text(text):
    found = normalise(text)
    length = len(found.text)
    last = 0
    for at in range(length):
        start, end = found.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last
        last = start
        assert found.span(0, at + 1)[1] == end
        assert found.span(at, length)[0] == start
    assert not any("\ud800" <= character <= "\udfff" for character in found.text)


@given(st.text(st.sampled_from("aeoz ąłż\u0301\u0328\u0307„”–😀"), max_size=40))
def test_the_copy_is_composed_as_unicode_composes(text):
    assert normalise(text).text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "text",
    [
        "a" + "\u0315\u0300" * 500_000,
        "\u00ad" * 1_000_000,
        "e\u0301" * 500_000,
        "a\r\n" * 300_000,
        "\ud800" * 1_000_000,
    ],
    ids=["marks on one letter", "soft hyphens", "decomposed", "CRLF", "surrogates"],
)
def test_a_hostile_megabyte_takes_a_moment(text):
    start = time.process_time()
    normalise(text)
    assert time.process_time() - start < 5
