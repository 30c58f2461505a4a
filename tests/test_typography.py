"""Typography decides nothing: the same article in other marks, dashes and line breaks holds the same statements."""

from pathlib import Path

import pytest

from nlp_claims.statements.contents.extract import extract
from nlp_claims.statements.cues import lexicon
from nlp_claims.statements.quotes import pair
from nlp_claims.statements.text import read

SAMPLES = sorted((Path(__file__).parent.parent / "data" / "samples").glob("*.txt"))
TURNS = {"statement.headline", "statement.turn"}


def statements(raw, *, without=frozenset()):
    """What is said by whose verb, in letters alone: marks, dashes and blanks are left out."""
    text = read(raw)
    found = []
    for draft in extract(text, lexicon()):
        words = "".join(c for a, b in text.spans(draft.parts) for c in raw[a:b] if c.isalnum())
        cue = None if draft.cue is None else draft.cue.entry.lemma
        if draft.rule not in without:
            found.append((draft.mode, words, cue))
    return sorted(found, key=str)


def in_marks(raw, opening, closing):
    """The outermost quotations of a text in marks of another kind."""
    text = read(raw)
    starts = [text.tokens[at].start for at in text.paragraphs]
    at, out = 0, []
    for quote in pair(raw, starts):
        if quote.depth == 0:
            out += [raw[at : quote.start], opening, raw[quote.inner : quote.inner_end], closing if quote.closed else ""]
            at = quote.end
    return "".join([*out, raw[at:]])


def with_dashes(raw, dash):
    for other in "–—-":
        raw = raw.replace(f" {other} ", f" {dash} ").replace(f"\n{other} ", f"\n{dash} ")
    return raw


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("marks", ["„ ”", "„ “", "“ ”", "« »", "» «", '" "', "‚ ’", ",, ''"], ids=repr)
def test_kinds_of_quotation_marks(path, marks):
    raw = path.read_text(encoding="utf-8")
    opening, closing = marks.split()
    assert statements(in_marks(raw, opening, closing)) == statements(raw)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("dash", ["–", "—", "-"])
def test_kinds_of_dashes(path, dash):
    raw = path.read_text(encoding="utf-8")
    assert statements(with_dashes(raw, dash)) == statements(raw)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("line_break", ["\n", "\n\n\n", "\r\n\r\n"], ids=repr)
def test_line_breaks(path, line_break):
    raw = path.read_text(encoding="utf-8")
    assert statements(line_break.join(raw.split("\n\n"))) == statements(raw)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_paragraphs_on_one_line(path):
    """Paragraphs that a scraper joined; headings, speech between dashes and reopened quotations need their own."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    paragraphs = [
        p.strip() for p in blocks if p.rstrip()[-1:] in set(".!?") and not set("–—-*") & set(p) and p[0] != "„"
    ]
    assert statements(" ".join(paragraphs), without=TURNS) == statements("\n\n".join(paragraphs), without=TURNS)
