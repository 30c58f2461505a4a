"""What the numbers of a list share."""

import pytest
from number_finding import draft, found

from nlp_claims.numbers import sharing
from nlp_claims.numbers.bounds import Bounds
from nlp_claims.numbers.contexts import Contexts
from nlp_claims.numbers.units import Unit


def test_a_list_shares_unit_and_multiplier():
    assert [(c.value, c.unit) for c in found("Dostali 5, 7 i 9 mln zł.")] == [
        (5_000_000, "money:PLN"),
        (7_000_000, "money:PLN"),
        (9_000_000, "money:PLN"),
    ]
    assert [(c.value, c.noun) for c in found("Ruszyło 5, 7 i 9 pociągów.")] == [
        (5, "pociąg"),
        (7, "pociąg"),
        (9, "pociąg"),
    ]


def test_an_adverb_does_not_part_a_number_from_its_unit():
    claims = found("Tydzień pracy skrócono z 36 do zasadniczo 33 godzin.")
    assert [(claim.value, claim.unit) for claim in claims] == [(36, "duration:hour"), (33, "duration:hour")]


def test_parallel_parts_share_unit_and_multiplier():
    claims = found("Gazety zarobią 778, radio – 708, a Internet – 827 mln zł.")
    assert [(claim.value, claim.unit) for claim in claims] == [
        (778_000_000, "money:PLN"),
        (708_000_000, "money:PLN"),
        (827_000_000, "money:PLN"),
    ]


def test_a_clause_of_its_own_lends_nothing():
    claims = found("Gospodarka traci 30 milionów, a tysiąc osób nie dotarło do pracy.")
    assert [(claim.value, claim.noun) for claim in claims] == [(30_000_000, None), (1000, "osoba")]


def test_a_fraction_is_of_no_unit_that_comes_later():
    claims = found("Zużycie wzrosło o jedną piątą, do 27 MW.")
    assert [(claim.value, claim.unit) for claim in claims] == [(0.2, "other:fraction"), (27, "power:MW")]
    claims = found("Powstaje tam jedna trzecia z 900 aut.")
    assert [(claim.value, claim.noun) for claim in claims] == [(0.3333, "auto"), (900, "auto")]


def test_the_whole_may_be_graded():
    claims = found("Gwarancje dostanie 130 tys. spośród ogółem 230 tys. pracowników.")
    assert [(claim.value, claim.noun) for claim in claims] == [(130_000, "pracownik"), (230_000, "pracownik")]


@pytest.mark.parametrize(
    "text",
    [
        "Ponad 2150 z jego 2400 rozkładowych kursów odbędzie się o czasie.",
        "Odwołano 17 proc. z łącznie ponad 2400 kursów.",
        "Odwołano blisko 400, czyli około 17 proc. kursów.",
        "Po decyzji 94 (27 proc.) z naszych ponad 350 kursów zamknięto dworzec.",
    ],
)
def test_part_and_whole_are_of_the_same(text):
    claims = found(text)
    assert len(claims) > 1
    assert {claim.noun for claim in claims} == {"kurs"}


def test_a_part_of_a_number_takes_its_noun():
    assert [(c.value, c.noun) for c in found("Odwołano 150 z 400 lotów.")] == [(150, "lot"), (400, "lot")]


@pytest.mark.parametrize(
    ("text", "one", "two", "shared"),
    [
        ("Kupił 5 i 7 kg śliwek", "5", "7", True),
        ("Radio zarobi 778, a gazety – 827 kg złota", "778", "827", True),
        ("Kupił 5 śliwek. Zjadł 7 kg", "5", "7", False),
    ],
)
def test_a_bare_number_takes_the_unit_of_the_next_in_its_list(text, one, two, shared):
    pieces, first = draft(text, one)
    second = draft(text, two)[1]
    second.unit = Unit("mass:kg", second.last + 1)
    second.after = second.last + 1
    sharing.forward(pieces, [first, second], Bounds(Contexts()))
    assert (first.unit is not None) is shared
