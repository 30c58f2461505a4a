"""Numeric claims in text: value, bound, unit, noun; and what is no claim. No model is needed."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp_claims.numbers.finder import Finder
from nlp_claims.numbers.rules import RULES

FINDER = Finder()
IDS = {rule.id for rule in RULES}


def found(text):
    return FINDER.find(text)[1]


def only(text):
    (claim,) = found(text)
    return claim


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
        ("Stężenie pyłu: 80 mikrogramów na metr sześcienny.", 80, "rate:ug/m3", "pył"),
        ("Kraj wydobywa 2 mln baryłek dziennie.", 2_000_000, "rate:bbl/day", None),
        ("Na szczycie było -12 stopni.", -12, "temperature:C", None),
        ("Podróż trwa 1 godz. 20 min.", 80, "duration:minute", None),
        ("Odsiedział dwa lata i trzy miesiące.", 27, "duration:month", None),
        ("Zatrzymano 19-letniego pasażera.", 19, "duration:year", None),
        ("Nową 22 procentową stawkę odrzucono.", 22, "percent", None),
        ("Indeks stracił 30 pkt.", 30, "count", "punkt"),
        ("Strajk ogłoszono w 15-tu szpitalach.", 15, "count", "szpital"),
        ("Liczba sprzedawanych biletów sięgnęła 2,7 mln.", 2_700_000, "count", "bilet"),
        ("Umorzono 40 miliardów zadłużenia.", 40_000_000_000, "count", "zadłużenie"),
        ("Przebadano 2 tys. 300 kierowców.", 2300, "count", "kierowca"),
        ("Kosztowało to 3 zł 50 gr.", 3.5, "money:PLN", None),
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
    ("text", "bound", "low", "high"),
    [
        ("Przyszło ponad 200 osób.", "over", 200, None),
        ("Przyszło przeszło sto osób.", "over", 100, None),
        ("Protest trwał dłużej niż trzy godziny.", "over", 3, None),
        ("Opóźnienie nie dłuższe niż 20 minut jest dopuszczalne.", "at_most", None, 20),
        ("Zginęło co najmniej 12 górników.", "at_least", 12, None),
        ("Przynajmniej o 5 proc. wzrosły ceny.", "at_least", 5, None),
        ("Bilet kosztuje nie mniej niż 30 zł.", "at_least", 30, None),
        ("Mniej niż 40 gmin złożyło wniosek.", "under", None, 40),
        ("Na sali było najwyżej 50 widzów.", "at_most", None, 50),
        ("Grozi mu do pięciu lat więzienia.", "at_most", None, 5),
        ("Kara może sięgnąć 10 tys. zł.", "at_most", None, 10_000),
        ("Zebrano około 700 podpisów.", "about", 700, 700),
        ("Zebrano ok. 700 podpisów.", "about", 700, 700),
        ("Chodzi o kwotę rzędu 5 mln zł.", "about", 5_000_000, 5_000_000),
        ("Prawie 90 rodzin czeka na pomoc.", "almost", None, 90),
        ("Lot trwał niespełna dwie godziny.", "almost", None, 2),
        ("Na wiec przyszło 300 osób lub więcej.", "at_least", 300, None),
        ("Dom ma siedemdziesiąt lat z okładem.", "over", 70, None),
        ("Zatrzymano zaledwie 3 osoby.", "exact", 3, 3),
        ("Zysk wzrósł do 40 mln zł.", "exact", 40_000_000, 40_000_000),
        ("Pomoc trafiła do 18 szkół.", "exact", 18, 18),
        ("Zginęło 5–7 osób.", "range", 5, 7),
        ("Koszt to od 5 do 7 mln zł.", "range", 5_000_000, 7_000_000),
        ("Zapłaci między 300 a 450 zł.", "range", 300, 450),
        ("Przyszło pięć, sześć osób.", "range", 5, 6),
        ("Potrwa to dwa–trzy tygodnie.", "range", 2, 3),
        ("Czynsz będzie wyższy o 3 do 5 proc.", "range", 3, 5),
        ("Kara to od pół roku do trzech lat więzienia.", "range", 0.5, 3),
        ("Przyszło kilkadziesiąt osób.", "vague", 20, 99),
        ("Przyszły tysiące osób.", "vague", 1000, None),
        ("Wynik nie będzie przekraczał 5 proc.", "at_most", None, 5),
        ("Liczba chorych przekroczyła już 900.", "over", 900, None),
        ("Cena zbliżyła się do 80 zł.", "almost", None, 80),
        ("Przyszło do 50 osób.", "at_most", None, 50),
        ("Przyszło plus minus 40 osób.", "about", 40, 40),
        ("Zjawiło się 40 z górą osób.", "over", 40, None),
    ],
)
def test_bounds(text, bound, low, high):
    claim = only(text)
    assert (claim.bound, claim.low, claim.high) == (bound, low, high)
    assert (claim.value is None) == (bound in ("range", "vague"))


@pytest.mark.parametrize(
    "text",
    [
        "Ustawę uchwalono w 1997 roku, a zmieniono w 2003 r.",
        "Spotkają się 17 i 18 października.",
        "Urodziła się 23.04.1951 w Wilnie.",
        "Strajk potrwa od 3 do 7 maja.",
        "Zjazd odbędzie się 25-26 lipca br.",
        "Rejs odleci o 14.30 albo o godz. 6:05, a wróci o 22.",
        "Zbiórka zaczyna się o 5 rano.",
        "Dzieciństwo spędził w latach 80. na wsi.",
        "Trwa 18. edycja konkursu, a 4-go maja rusza druga.",
        "Powołał się na art. 50 ust. 3 traktatu i par. 7 regulaminu.",
        "Linia 175 jedzie ulicą Lipową 15.",
        "Boeing 737 MAX i myśliwiec F-16 wylądowały obok A320.",
        "Oglądali mecz w TVP 1 i słuchali Polskiego Radia 24.",
        "Prosimy dzwonić pod numer 22 517 10 00.",
        "Program „500 plus” zostanie utrzymany.",
        "Sygnatura akt: II K 118/17, rozporządzenie nr 261/2004.",
        "Obchodzono święto Trzech Króli.",
        "Rozmawiali w cztery oczy.",
        "Jeden z nich wyszedł, a drugi po raz trzeci został.",
        "Więcej na www.example.org/a1/2019 i pod adresem jan.12@example.org.",
        "1. Wstęp\n2. Zakończenie",
        "Zasady są proste. 1. Czytamy. 2. Piszemy.",
        "Dziecko urodziło się między 37 a 40 tygodniem.",
        "Remontują tężnię numer dwa, obok mieszka lokator 19 piętra.",
        "W ramach programu: 1. Wakacje 2. Stary zamek 3. Las",
        "Rozmowy trwały w godzinach 11.00 – 12.00, w lok. 30.",
        "Badania zleciła 23andMe i oddział 2+3.",
        "Umowa obowiązuje do marca 2011 G+J.",
        "Wkładamy drugą parę butów.",
        "Do spotkania doszło wczoraj (6 III) w grupie G–7.",
        "Zrezygnował ze stanowiska przy Grupie Ośmiu (G-8).",
        "Bezrobocie rosło od marca 2008 do marca 2009 W Szwecji.",
        "Otwarto nowy odcinek ekspresowej ósemki.",
        "Montaż: 1) Odkręcamy koło 2) Wyjmujemy oś",
        "Słowenia to 13 kraj wspólnoty.",
        "Użyto ładunku Goma 2 ECO.",
        "Zagłosują nad „Propozycją 8” zarządu.",
        "Serwer działa pod systemem Fedora 4.3 bez przerwy.",
        "Wybory w 2019 wygrała opozycja.",
        "Mieszka na 3 piętrze i zajął 2 miejsce.",
        "Windows 10 traci wsparcie, a iPhone 12 nie.",
        "Zamachy z 9/11 wstrząsnęły światem.",
        "Sklep jest czynny od 8 do 16.",
        "Nagrodę dostał w ramach 15. Festiwalu Filmów.",
        "Umowę z 12 V 2020 podpisano w nocy z 5/6 maja.",
        "Z jednej strony mówią tak, w drugiej połowie meczu inaczej.",
        "Był przemysł 4.0, a teraz wersja 2.1.3.",
        "Drużyna z powiatu jechała w latach 2010–2015 i w sezonie 2018/2019.",
    ],
)
def test_claims_nothing(text):
    assert [text[slice(*claim.number)] for claim in found(text)] == []


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


def test_an_ellipsis_takes_the_noun_from_before():
    text = "Według organizatorów przyszło 90 tys. ludzi, a według policji – 35 tys."
    assert [(c.value, c.noun) for c in found(text)] == [(90_000, "człowiek"), (35_000, "człowiek")]
    text = "Za wyjściem było 52 proc. wyborców, a przeciw 48 proc."
    assert [(c.value, c.noun) for c in found(text)] == [(52, "wyborca"), (48, "wyborca")]


def test_a_rate_takes_no_noun_from_before():
    text = "Umowę popiera 52 proc. wyborców. Inflacja wyniosła 4,4 proc."
    assert [(c.value, c.noun) for c in found(text)] == [(52, "wyborca"), (4.4, None)]


def test_before_and_after_are_two_claims():
    text = "Liczba mandatów spadła z 60 do 45."
    assert [(c.value, c.noun, c.bound) for c in found(text)] == [(60, "mandat", "exact"), (45, "mandat", "exact")]


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


def test_by_how_much_and_to_what_are_two_claims():
    claims = found("Udział wzrósł o prawie 1 proc. do 4 proc.")
    assert [(claim.value, claim.bound) for claim in claims] == [(1, "almost"), (4, "exact")]


def test_an_adjective_alone_takes_the_noun_from_before():
    claims = found("Zamknięto 8 nowych reaktorów i 2 stare, po zakończeniu remontów.")
    assert [(claim.value, claim.noun) for claim in claims] == [(8, "reaktor"), (2, "reaktor")]


def test_a_sentence_after_per_cent_is_not_counted():
    assert only("Spadek wyniósł 7,6 proc. Inwestorów to zaskoczyło.").noun is None


def test_a_pronoun_stands_for_what_is_counted():
    assert only("Na placu stanęły nowe ławki. Jest ich 19.").noun == "ławka"
    assert only("Przyszli pielgrzymi. Ich dochody wyniosły 5 mln zł.").noun is None


def test_a_part_has_the_multiplier_of_the_whole():
    claims = found("Kraje wyłożą 80 miliardów euro, z czego 30 już w tym roku.")
    assert [(claim.value, claim.unit) for claim in claims] == [(8e10, "money:EUR"), (3e10, "money:EUR")]


def test_the_whole_may_be_graded():
    claims = found("Gwarancje dostanie 130 tys. spośród ogółem 230 tys. pracowników.")
    assert [(claim.value, claim.noun) for claim in claims] == [(130_000, "pracownik"), (230_000, "pracownik")]


def test_what_is_counted_is_said_anew():
    claims = found("Liczba zakażonych wzrosła do 900, a zmarłych do 40.")
    assert [(claim.value, claim.noun) for claim in claims] == [(900, "zakażony"), (40, "zmarły")]


def test_a_length_takes_no_noun_of_another_number():
    claims = found("Rurociąg tłoczy 55 mld m sześc. gazu rocznie i liczy 1230 km.")
    assert [(claim.unit, claim.noun) for claim in claims] == [("rate:m3/year", "gaz"), ("length:km", None)]


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
        ("Wstawiono troje drzwi wejściowych.", "drzwi wejściowe"),
    ],
)
def test_the_phrase_stands_in_the_nominative(text, phrase):
    assert only(text).phrase == phrase


def test_a_part_of_a_number_takes_its_noun():
    assert [(c.value, c.noun) for c in found("Odwołano 150 z 400 lotów.")] == [(150, "lot"), (400, "lot")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Wygrali mecz 3:1.", "number.score"),
        ("Uchwałę przyjęto stosunkiem głosów 12 do 3.", "number.score"),
        ("Uchwałę przyjęto większością głosów (12 do 3).", "number.score"),
        ("Głosowano 9:6 w radzie, stosunkiem głosów.", "number.score"),
    ],
)
def test_scores(text, rule):
    claim = only(text)
    assert (claim.rule, claim.unit, claim.value) == (rule, "score", None)


def test_a_sentence_after_an_abbreviation_is_not_counted():
    claims = found("PKB spadł o ok. 2 proc. Wielka Brytania rozpoczęła rozmowy o 75 tys. Stopa wzrosła.")
    assert [claim.noun for claim in claims] == [None, None]


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
def test_never_raises_and_every_claim_lies_in_the_text(text):
    last = 0
    for claim in found(text):
        start, end = claim.number
        assert 0 <= claim.start <= start < end <= claim.end <= len(text)
        assert last <= start
        assert claim.rule in IDS
        last = end


@pytest.mark.parametrize("unit", ["1", "5 osób, ", "od 1 do 2 zł i ", "12.30 ", "3 maja, ", "sto ", "5 proc. "])
def test_a_large_text_takes_linear_time(unit):
    def seconds(size):
        start = time.process_time()
        found(unit * (size // len(unit)))
        return time.process_time() - start

    seconds(1000)
    assert seconds(30_000) < 24 * seconds(5_000) + 1
