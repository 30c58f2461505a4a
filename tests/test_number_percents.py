"""What a percentage is taken of."""

import pytest
from number_finding import draft, told

from nlp_claims.numbers import percents
from nlp_claims.numbers.contexts import Contexts
from nlp_claims.numbers.pieces import cut


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wśród zaszczepionych 85 proc. to lekarze.", [(85, "zaszczepiony")]),
        (
            "Najlepszy wynik jest wśród studentów (65 proc.), gorszy wśród emerytów (34 proc.).",
            [(65, "student"), (34, "emeryt")],
        ),
        ("Popiera ją jedna trzecia (34 proc.) badanych.", [(0.3333, "badany"), (34, "badany")]),
        (
            "Straci 2 proc. PKB. Wzrost spadł do 1,4 proc. wobec 2,5 proc. we Francji i 4 proc. w Polsce.",
            [(2, "PKB"), (1.4, None), (2.5, None), (4, None)],
        ),
        ("To więcej od 3,6 proc. przewidywanych w prognozie.", [(3.6, None)]),
        ("Zbudowano 90 aut, z czego ok. 60 proc. na wywóz.", [(90, "auto"), (60, "auto")]),
        ("Wśród posłów aż 85 proc. było za.", [(85, "poseł")]),
        ("Wśród pracujących w porcie dźwigowych jedna trzecia jest chora.", [(0.3333, "dźwigowy")]),
        ("Dochód wyniósł 68 proc. średniej unijnej.", [(68, "średnia")]),
        ("Dochód sięga 75 proc. średniej UE.", [(75, "średnia")]),
        ("Zmiana osłabi wzrost gospodarczy, obniżając go o ok. 2 proc.", [(2, None)]),
        ("Wśród kobiet poparcie dla niej wyniosło 41 proc.", [(41, "kobieta")]),
        ("Ufa mu 41 proc. Norwegów, a wśród Szwedów 2 proc.", [(41, "Norweg"), (2, "Szwed")]),
        ("Wśród Republikanów odsetek ten wyniósł 88 proc.", [(88, "republikanin")]),
        ("Wśród państw wspólnoty inflacja spadła do 41 proc.", [(41, None)]),
        ("Zaufało jej 40 proc. spośród zapytanych posiadaczy konsoli.", [(40, "posiadacz")]),
        ("Podatek wynosi 19 proc. od zysków kapitałowych.", [(19, "zysk")]),
        ("Firma zarobiła 40 proc. od początku roku.", [(40, None)]),
        ("Zaszczepiono 40 proc. chętnych Polaków.", [(40, "Polak")]),
        ("Ufa mu 88 proc. ankietowanych Polaków.", [(88, "Polak")]),
        ("Partia może liczyć na 27 proc. głosów, a Lewica na 9 proc.", [(27, "głos"), (9, "głos")]),
        ("Deficyt liczony na 2 proc. PKB wzrośnie do 4 proc.", [(2, "PKB"), (4, "PKB")]),
        ("Popiera go 52 proc. posłów. Inflacja wzrosła do 4 proc.", [(52, "poseł"), (4, None)]),
        (
            "Pomoc w pierwszym roku to 5 proc., w drugim 4 proc. i w trzecim 3 proc. przychodów.",
            [(5, "przychód"), (4, "przychód"), (3, "przychód")],
        ),
        ("Zysk wyniósł 5,5 proc. BMW odnotowało wzrost.", [(5.5, None)]),
    ],
)
def test_the_set_of_a_percentage(text, expected):
    assert [(value, noun) for value, _, noun in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "part"),
    [("Przyszło 90 osób, z czego 30 stało.", True), ("Przyszło 90 osób, a 30 stało.", False)],
)
def test_a_part_is_told_by_its_opening(text, part):
    assert percents.is_part(*draft(text, "30")) is part


def test_sentence_ends_are_counted_before_capitals_only():
    pieces = cut("Wydał 5 mln. dol. na domy. Potem 7.")
    assert percents.sentences_between(pieces, 0, len(pieces)) == 1


def test_a_percentage_keeps_the_noun_after_its_brackets():
    text = "Większość (46 proc.) Norwegów"
    pieces, one = draft(text, "46")
    one.after = next(index for index, piece in enumerate(pieces) if piece.text == ")")
    percents.complete(pieces, one, [], Contexts())
    assert one.noun is not None
    assert one.noun.noun == "Norweg"
