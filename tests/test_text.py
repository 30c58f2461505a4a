"""Sentences and paragraphs by characters: abbreviations, initials, lines that the page broke."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp_claims.statements.text import read


def sentences(raw):
    text = read(raw)
    bounds = [*text.sentences, len(text.tokens)]
    return [raw[text.tokens[a].start : text.tokens[b - 1].end] for a, b in pairwise(bounds)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Sprzedaż wzrosła o 5 proc. Dodał, że to mało.", ["Sprzedaż wzrosła o 5 proc.", "Dodał, że to mało."]),
        ("Mówi 46 proc. Polaków i 30 proc. Szkotów.", ["Mówi 46 proc. Polaków i 30 proc. Szkotów."]),
        ("Popiera go 45 proc. Republikanów.", ["Popiera go 45 proc. Republikanów."]),
        ("Zajętych jest 17 tys. 492 łóżek. Reszta czeka.", ["Zajętych jest 17 tys. 492 łóżek.", "Reszta czeka."]),
        ("Wzrosła o 5 proc. Ceny stoją w miejscu.", ["Wzrosła o 5 proc.", "Ceny stoją w miejscu."]),
        ("Cel to ok. 7,5 proc. Inaczej sądzą banki.", ["Cel to ok. 7,5 proc.", "Inaczej sądzą banki."]),
        ("W 2010 r. Nowak został szefem.", ["W 2010 r. Nowak został szefem."]),
        ("Został szefem w 2010 r. Nowak odszedł.", ["Został szefem w 2010 r.", "Nowak odszedł."]),
        ("Wyjazd z W. Brytanii i rozmowa z gen. Kosem.", ["Wyjazd z W. Brytanii i rozmowa z gen. Kosem."]),
        ("Gościem był m.in. Adam Kos.", ["Gościem był m.in. Adam Kos."]),
        ("Zarząd liczy, że Wlk. Brytania zapłaci.", ["Zarząd liczy, że Wlk. Brytania zapłaci."]),
        (
            "Most stoi pusty. zobacz więcej – Nikt go nie chce – mówi Kos.",
            ["Most stoi pusty.", "zobacz więcej", "– Nikt go nie chce – mówi Kos."],
        ),
        ("Panele dają 85 W zamiast 110 W.", ["Panele dają 85 W zamiast 110 W."]),
        (
            "Lot odwołano wczoraj (godz. 8.55), jutra też nie będzie.",
            ["Lot odwołano wczoraj (godz. 8.55), jutra też nie będzie."],
        ),
        ("Zobacz także: Kos o moście.", ["Zobacz także: Kos o moście."]),
        ("Most stanie w maju. źródło: Kurier", ["Most stanie w maju.", "źródło: Kurier"]),
        ("Wójt otwiera most Według radnych za późno.", ["Wójt otwiera most", "Według radnych za późno."]),
        (
            "Radni Prawa i Lewicy czytali w I kwartale Na Szlaku.",
            ["Radni Prawa i Lewicy czytali w I kwartale Na Szlaku."],
        ),
        ("– Tak jest! – zawołał. – Idziemy.", ["– Tak jest! – zawołał.", "– Idziemy."]),
        ("„Po co?” – pytał. Nikt nie wiedział.", ["„Po co?” – pytał.", "Nikt nie wiedział."]),
    ],
)
def test_sentences(raw, expected):
    assert sentences(raw) == expected


def test_a_short_line_is_a_headline_and_a_long_one_may_be_broken_by_the_page():
    raw = "Nowy most\nMost, który od lat obiecywano mieszkańcom obu brzegów rzeki,\nstanie w maju. Koniec."
    text = read(raw)
    assert [raw[text.tokens[at].start :][:4] for at in text.paragraphs] == ["Nowy", "Most"]


@given(st.text(max_size=300))
def test_tokens_cover_everything_but_white_space(raw):
    text = read(raw)
    assert "".join(token.text for token in text.tokens) == "".join(raw.split())
    assert all(raw[token.start : token.end] == token.text for token in text.tokens)
    assert list(text.sentences) == sorted(set(text.sentences))
    assert set(text.paragraphs) <= set(text.sentences)
