"""What is counted: the noun phrase after a number."""

import pytest
from number_finding import found, only

from nlp_claims.numbers import stops
from nlp_claims.numbers.pieces import cut


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Wybudowano cztery budynki mieszkalne.", "budynek mieszkalny"),
        ("Oferta obejmuje 12 planów taryfowych firmy.", "plan taryfowy firmy"),
        ("Otwarto dwa domy pomocy społecznej.", "dom pomocy społecznej"),
        ("Sprzedano 30 dostaw nowej broni.", "dostawa nowej broni"),
        ("Ucierpiało pięć zakładów koncernu położonych na Śląsku.", "zakład koncernu"),
        ("Odkręcono trzy śrubki przytrzymujące kołpak.", "śrubka"),
        ("Zamówiono 12 śmigłowców bojowych typu Apache.", "śmigłowiec bojowy"),
        ("Stracono 40 proc. majątku narodowego gromadzonego latami.", "majątek narodowy"),
        ("Po przeliczeniu 99 proc. kart Joe Biden prowadzi.", "karta"),
        ("Protestują ministrowie 27 krajów UE.", "kraj UE"),
        ("Wstawiono troje drzwi wejściowych.", "drzwi wejściowe"),
    ],
)
def test_the_phrase_stands_in_the_nominative(text, phrase):
    assert only(text).phrase == phrase


def test_a_sentence_after_per_cent_is_not_counted():
    assert only("Spadek wyniósł 7,6 proc. Inwestorów to zaskoczyło.").noun is None


def test_a_sentence_after_an_abbreviation_is_not_counted():
    claims = found("PKB spadł o ok. 2 proc. Wielka Brytania rozpoczęła rozmowy o 75 tys. Stopa wzrosła.")
    assert [claim.noun for claim in claims] == [None, None]


def test_an_adjective_alone_takes_the_noun_from_before():
    claims = found("Zamknięto 8 nowych reaktorów i 2 stare, po zakończeniu remontów.")
    assert [(claim.value, claim.noun) for claim in claims] == [(8, "reaktor"), (2, "reaktor")]


def test_an_agreeing_adjective_tells_a_noun_that_looks_like_a_verb():
    pieces = cut("łączy stacjonarnych ubyło")
    assert not stops.sure_verb(pieces, 0, lambda _: ("VERB", "łączyć"))
    assert stops.sure_verb(cut("łączy je przyjaźń"), 0, lambda _: ("VERB", "łączyć"))
