"""Numeric claims in text: value, unit, noun; scores; and that no text does harm. No model is needed."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from number_finding import found, only

from nlp_claims.numbers.rules import RULES

IDS = {rule.id for rule in RULES}


@pytest.mark.parametrize(
    ("text", "value", "unit", "noun"),
    [
        ("Fundacja wydała dwieście czterdzieści ciepłych posiłków.", 240, "count", "posiłek"),
        ("Do zatoki wpłynęło 7 ogromnych norweskich statków.", 7, "count", "statek"),
        ("Opiekunka zajęła się czworgiem maluchów.", 4, "count", "maluch"),
        ("Umowę przedstawiono trzem rannym.", 3, "count", "ranny"),
        ("Zatrzymano dwie kobiety.", 2, "count", "kobieta"),
        ("Skoczek oddał 3,5 tys. skoków.", 3500, "count", "skok"),
        ("Kupili dwa A380.", 2, "count", "A380"),
        ("Trasę pokonało dwadzieścia jeden zawodniczek.", 21, "count", "zawodniczka"),
        ("Czwórka turystów utknęła w jaskini.", 4, "count", "turysta"),
        ("Zaginęło 40 ludzi.", 40, "count", "człowiek"),
        ("Budowa pochłonęła 2 mln 300 tys. zł.", 2_300_000, "money:PLN", None),
        ("Zapłacili 300 dolarów kanadyjskich.", 300, "money:CAD", None),
        ("Kosztuje to 5 tys. amerykańskich dolarów.", 5000, "money:USD", None),
        ("Cena wyniosła €12,5 mln.", 12_500_000, "money:EUR", None),
        ("Wydano na to CHF 700.", 700, "money:CHF", None),
        ("Sprzedał obraz za 90 tys. koron szwedzkich.", 90_000, "money:SEK", None),
        ("Niezdecydowanych jest 14 proc. badanych.", 14, "percent", "badany"),
        ("Poparcie urosło o 3 pkt proc.", 3, "percentage_point", None),
        ("Straty wzrosły o osiem punktów procentowych Lecha.", 8, "percentage_point", None),
        ("Rada obniżyła stopy o 25 punktów bazowych.", 25, "other:basis_point", None),
        ("Zagłosowały dwie trzecie akcjonariuszy.", 0.6667, "other:fraction", "akcjonariusz"),
        ("Strajkuje pół miasta.", 0.5, "other:fraction", "miasto"),
        ("Zebrano 18 t jabłek.", 18, "mass:t", "jabłko"),
        ("Wyciekło pół litra oleju.", 0.5, "volume:l", "olej"),
        ("Powierzchnia to 62 m kw.", 62, "area:m2", None),
        ("Most ma 300 m długości.", 300, "length:m", None),
        ("Śniegu spadło 20 cm.", 20, "length:cm", "śnieg"),
        ("Wiatr wieje z prędkością 90 km/h.", 90, "speed:km/h", None),
        ("Auto pali 6 l na 100 km.", 6, "rate:l/100km", None),
        ("Autobus spala trzydzieści litrów na sto kilometrów.", 30, "rate:l/100km", None),
        ("Jeszcze o drugiej trzydzieści osób tańczyło.", 30, "count", "osoba"),
        ("Za dywan zapłaciła 900 lir tureckich.", 900, "money:TRY", None),
        ("Stężenie pyłu: 80 mikrogramów na metr sześcienny.", 80, "rate:ug/m3", "pył"),
        ("Kraj wydobywa 2 mln baryłek dziennie.", 2_000_000, "rate:bbl/day", None),
        ("Na szczycie było -12 stopni.", -12, "temperature:C", None),
        ("Podróż trwa 1 godz. 20 min.", 80, "duration:minute", None),
        ("Odsiedział dwa lata i trzy miesiące.", 27, "duration:month", None),
        ("Skazano go na rok i trzy miesiące więzienia.", 15, "duration:month", None),
        ("Mecz trwał godzinę i 12 minut.", 72, "duration:minute", None),
        ("Bieg trwał 1 godzinę i 12 minut.", 72, "duration:minute", None),
        ("Przez pierwszą godzinę i 12 minut padało.", 12, "duration:minute", None),
        ("Stracili dwa razy tyle.", 2, "other:times", None),
        ("Bilans ofiar wzrósł do 28.", 28, "count", "ofiara"),
        ("Zatrzymano 19-letniego pasażera.", 19, "duration:year", None),
        ("Wyklucza to 50%-ową obniżkę cen.", 50, "percent", "obniżka"),
        ("Opór leży przy 80,50 pkt.", 80.5, "other:point", None),
        ("Komputer ma akumulator 3000 miliamperogodzin.", 3000, "other:mAh", None),
        ("Rezystor ma 330 kΩ.", 330, "other:kohm", None),
        ("Nową 22 procentową stawkę odrzucono.", 22, "percent", "stawka"),
        ("Osadę założono dla 30-tysięcznej załogi.", 30_000, "count", "załoga"),
        ("Indeks stracił 30 pkt.", 30, "other:point", None),
        ("Strajk ogłoszono w 15-tu szpitalach.", 15, "count", "szpital"),
        ("Liczba sprzedawanych biletów sięgnęła 2,7 mln.", 2_700_000, "count", "bilet"),
        ("Umorzono 40 miliardów zadłużenia.", 40_000_000_000, "count", "zadłużenie"),
        ("Przebadano 2 tys. 300 kierowców.", 2300, "count", "kierowca"),
        ("Kosztowało to 3 zł 50 gr.", 3.5, "money:PLN", None),
        ("Znaczek kosztuje 90 groszy.", 90, "other:grosz", None),
        ("Bułka podrożała o 20 pensów.", 20, "other:pens", None),
        ("Wykryto dotąd 2 mln 10 tys. 244 zakażenia.", 2_010_244, "count", "zakażenie"),
        ("Gniazdo daje 12 V.", 12, "voltage:V", None),
        ("Trwa dwudniowy strajk.", 2, "duration:day", None),
        ("Tłum był trzykrotnie większy.", 3, "other:times", None),
        ("Połowa mieszkańców wyjechała.", 0.5, "other:fraction", "mieszkaniec"),
        ("Przyjechało o sto tysięcy mniej turystów.", 100_000, "count", "turysta"),
        ("Otwarte są dwie inne, zasadnicze kwestie.", 2, "count", "kwestia"),
        ("Kupili pięć dużych SUV.", 5, "count", "SUV"),
        ("Obaj kandydaci milczą.", 2, "count", "kandydat"),
        ("Jeden radny się wstrzymał.", 1, "count", "radny"),
        ("Jan Kowalski, lat 42, milczy.", 42, "duration:year", None),
        ("Rafineria przerabia 400 tys. baryłek ropy dziennie.", 400_000, "rate:bbl/day", "ropa"),
        ("Trzęsienie miało 6,2 stopnia w skali Richtera.", 6.2, "other:richter", None),
        ("Ustawę przyjęto większością 60 proc. posłów PO.", 60, "percent", "poseł"),
        ("Remont potrwa 18 następnych miesięcy.", 18, "duration:month", None),
        ("Przywieziono 12 pełnych ton piasku.", 12, "mass:t", "piasek"),
        ("Jacht płynął z prędkością 8 węzłów.", 8, "speed:kn", None),
        ("Sieć uczelni ma 8 węzłów.", 8, "count", "węzeł"),
        ("Port przeładuje 500 tys. TEU.", 500_000, "count", "TEU"),
        ("Dysk mieści 4 terabajty.", 4, "other:TB", None),
        ("Pole miało indukcję 13,5 tesli.", 13.5, "other:T", None),
        ("Wydano 3,5 mld starych zł.", 3_500_000_000, "money:PLN", None),
        ("Kosztuje to 40 nowych złotych.", 40, "money:PLN", None),
        ("Zamknięto 400 funkcjonujących dziś hurtowni.", 400, "count", "hurtownia"),
        ("Komputer jest 10 razy szybszy.", 10, "other:times", None),
        ("Zawór otwarto 10 razy.", 10, "count", "raz"),
        ("Nakład zwiększono 10 razy.", 10, "other:times", None),
        ("Chałupa kosztowała 177.000 SKK.", 177_000, "money:SKK", None),
        ("Wypłacą to w trzech równych, rocznych transzach.", 3, "count", "transza"),
        ("Karta ma 8 MB rozszerzalnej pamięci.", 8, "other:MB", "pamięć"),
    ],
)
def test_value_unit_and_noun(text, value, unit, noun):
    claim = only(text)
    assert (claim.value, claim.unit, claim.noun) == (value, unit, noun)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Wygrali mecz 3:1.", "number.score"),
        ("Uchwałę przyjęto stosunkiem głosów 12 do 3.", "number.score"),
        ("Uchwałę przyjęto większością głosów (12 do 3).", "number.score"),
        ("Utrzymali większość: 222 do 213.", "number.score"),
        ("Głosowano 9:6 w radzie, stosunkiem głosów.", "number.score"),
    ],
)
def test_scores(text, rule):
    claim = only(text)
    assert (claim.rule, claim.unit, claim.value) == (rule, "score", None)


WORDS = (  # noqa: SIM905
    "sto pięć dwie trzecie i tysiąc mln tys. kilka - – 5 1,5 2019 000 3/4 ½ 7:3 , . do od z a % proc. zł "
    "€ lat roku maja o ok. ponad 12.30 A320 nr osób rannych więcej niż Boeing godz. -letnia ( ) „ ”"
).split(" ")
WRITTEN = st.lists(st.sampled_from([*WORDS, "\n\n"]), max_size=30)


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(
        st.text(max_size=120),
        st.lists(st.sampled_from([*WORDS, "\n\n"]), max_size=30).map(" ".join),
        st.lists(st.sampled_from([*WORDS, "\n\n"]), max_size=30).map("".join),
    )
)
@example("0LAT 1")
def test_never_raises_and_every_claim_lies_in_the_text(text):
    last = 0
    for claim in found(text):
        start, end = claim.number
        assert 0 <= claim.start <= start < end <= claim.end <= len(text)
        assert last <= start
        assert claim.rule in IDS
        last = end


@pytest.mark.parametrize(
    "unit",
    ["1", "5 osób, ", "od 1 do 2 zł i ", "12.30 ", "3 maja, ", "sto ", "5 proc. ", "Trzy z nich, ", "rok i 3 dni "],
)
def test_a_large_text_takes_linear_time(unit):
    def seconds(size):
        start = time.process_time()
        found(unit * (size // len(unit)))
        return time.process_time() - start

    seconds(1000)
    assert seconds(30_000) < 24 * seconds(5_000) + 1
