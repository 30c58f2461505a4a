"""Runs give the text back, and nothing in a text reaches the terminal as a control."""

from hypothesis import given
from hypothesis import strategies as st

from nlp_claims.report.marks import Mark, harmless, runs


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=8))
def test_runs_give_back_the_text_and_every_span_in_it(text, spans):
    marks = [Mark(start, end, "statement", f"s{n}") for n, (start, end) in enumerate(spans)]
    cut = runs(text, marks)
    assert "".join(run.text for run in cut) == text
    for mark in marks:
        covered = "".join(run.text for run in cut if mark in run.marks)
        inside = 0 <= mark.start < mark.end <= len(text)
        assert covered == (text[mark.start : mark.end] if inside else "")


@given(st.text())
def test_harmless_text_keeps_its_length_and_loses_its_controls(text):
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not any(ord(character) < 32 and character not in "\n\t" for character in shown)


def test_harmless_shows_what_an_escape_was():
    assert harmless("a\x1b[31mczerwone\x9b0m\u202eobrót") == "a␛[31mczerwone�0m�obrót"
