"""What «show» and «compare» print, with colour and without, wide and narrow."""

import io

import pytest
from rich.console import Console
from test_compare import one, other
from test_report import article

from nlp_claims.compare.comparisons import compare
from nlp_claims.report import labels, terminal


def printed(shown, width=80, *, colour=False):
    out = io.StringIO()
    screen = Console(file=out, width=width, force_terminal=colour, color_system="standard" if colour else None)
    for each in shown:
        screen.print(each)
    return out.getvalue()


def shown(findings, width=80, *, colour=False, **options):
    return printed([terminal.document(findings, colour=colour, width=width, **options)], width, colour=colour)


def test_without_colour_spans_stand_in_brackets():
    assert (
        "– [s1 Usłyszeliśmy huk] – powiedział rzecznik Jan Kos. – [s2 Na kładce stało [n1 około 60 osób]] – dodał."
        in (" ".join(shown(article()).split()))
    )


def test_with_colour_the_text_is_as_written():
    text = shown(article(), width=200, colour=True)
    assert "[s1 " not in text
    assert "\x1b[32mUsłyszeliśmy huk" in text


@pytest.mark.parametrize("width", [20, 40, 80, 109, 110, 200])
def test_nothing_is_wider_than_the_terminal(width):
    assert max(len(line) for line in shown(article(), width).splitlines()) <= width


def test_wide_terminals_have_the_actors_beside_the_text():
    (heading,) = [line for line in shown(article(), 120).splitlines() if "Actors" in line]
    assert not heading.startswith("Actors")
    assert "\nActors" in shown(article(), 80)


def test_rules_are_named_when_asked():
    assert "statement.dash" not in shown(article())
    assert "statement.dash" in shown(article(), rules=True)


def test_escapes_of_a_document_do_not_reach_the_terminal():
    assert "\x1b[31m" not in shown(article(tail="\x1b[31mczerwone\x1b]0;tytuł\x07"), colour=True)


def test_comparison_shows_values_claimants_and_evidence():
    text = printed(terminal.comparisons(compare([one(), other()])), 120)
    assert "disagree by 14%" in text
    assert "zginęło 12 osób" in text
    assert "predicate: zginąć" in text


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1_500_000, "1 500 000"), (0.25, "0.25"), (5.0, "5"), (-2.5, "-2.5"), (3.1e12, "3 100 000 000 000")],
)
def test_figures_have_their_thousands_apart(number, expected):
    assert labels.figure(number).replace("\N{NARROW NO-BREAK SPACE}", " ") == expected
