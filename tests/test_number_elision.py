"""What a number leaves unsaid because it was said before."""

import pytest
from number_finding import draft, found, only, told

from nlp_claims.numbers import elision, fronted
from nlp_claims.numbers.contexts import Contexts
from nlp_claims.numbers.phrases import NounPhrase
from nlp_claims.numbers.units import Unit


def test_an_ellipsis_takes_the_noun_from_before():
    text = "Według organizatorów przyszło 90 tys. ludzi, a według policji – 35 tys."
    assert [(c.value, c.noun) for c in found(text)] == [(90_000, "człowiek"), (35_000, "człowiek")]
    text = "Za wyjściem było 52 proc. wyborców, a przeciw 48 proc."
    assert [(c.value, c.noun) for c in found(text)] == [(52, "wyborca"), (48, "wyborca")]


def test_a_rate_takes_no_noun_from_before():
    text = "Umowę popiera 52 proc. wyborców. Inflacja wyniosła 4,4 proc."
    assert [(c.value, c.noun) for c in found(text)] == [(52, "wyborca"), (4.4, None)]


def test_a_pronoun_stands_for_what_is_counted():
    assert only("Na placu stanęły nowe ławki. Jest ich 19.").noun == "ławka"
    assert only("Przyszli pielgrzymi. Ich dochody wyniosły 5 mln zł.").noun is None


def test_a_part_has_the_multiplier_of_the_whole():
    claims = found("Kraje wyłożą 80 miliardów euro, z czego 30 już w tym roku.")
    assert [(claim.value, claim.unit) for claim in claims] == [(8e10, "money:EUR"), (3e10, "money:EUR")]


def test_what_is_counted_is_said_anew():
    claims = found("Liczba zakażonych wzrosła do 900, a zmarłych do 40.")
    assert [(claim.value, claim.noun) for claim in claims] == [(900, "zakażony"), (40, "zmarły")]


def test_a_length_takes_no_noun_of_another_number():
    claims = found("Rurociąg tłoczy 55 mld m sześc. gazu rocznie i liczy 1230 km.")
    assert [(claim.unit, claim.noun) for claim in claims] == [("rate:m3/year", "gaz"), ("length:km", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zieloni mają 22 mandaty, Ludowcy 13.", [(22, "count", "mandat"), (13, "count", "mandat")]),
        ("Nowak miał 643, a Kowalska 790 głosów.", [(643, "count", "głos"), (790, "count", "głos")]),
        ("Zdobył 50 proc., a jego rywal – 47 proc. głosów.", [(50, "percent", "głos"), (47, "percent", "głos")]),
        ("Ma 53 proc. poparcia, a rywal 41.", [(53, "percent", "poparcie"), (41, "percent", "poparcie")]),
        ("Ma 74 lata, a jego siostra 77.", [(74, "duration:year", None), (77, "duration:year", None)]),
        ("Liczba łóżek wynosi 650, a respiratorów 18.", [(650, "count", "łóżko"), (18, "count", "respirator")]),
        ("Wśród zaszczepionych 85 proc. to lekarze.", [(85, "percent", "zaszczepiony")]),
        ("Rozdano 90 kart, z czego 80 proc. w stolicy.", [(90, "count", "karta"), (80, "percent", "karta")]),
        ("Najwięcej zakażeń wykryto w powiecie (45).", [(45, "count", "zakażenie")]),
        ("Leży tam 385 osób, o 12 mniej niż wczoraj.", [(385, "count", "osoba"), (12, "count", "osoba")]),
        ("Mamy 143 nowe i potwierdzone przypadki.", [(143, "count", "przypadek")]),
        ("Jeden na czterech badanych ufa rządowi.", [(1, "count", "badany"), (4, "count", "badany")]),
        ("Zginęły dwie osoby, a pięć zostało rannych.", [(2, "count", "osoba"), (5, "count", "osoba")]),
        ("Głosów jest w sumie 538.", [(538, "count", "głos")]),
        ("Przeszło stosunkiem głosów 6 do 3.", [(None, "score", None)]),
        ("Leży tu 118 chorych, a miejsc jest 120.", [(118, "count", "chory"), (120, "count", "miejsce")]),
        ("Leczono 40 osób. Rok temu było ich pięć.", [(40, "count", "osoba"), (5, "count", "osoba")]),
        ("Tego oczekuje 27 rad.", [(27, "count", "rada")]),
        (
            "W sondażu 48 proc. badanych chce zmian, podczas gdy 46 jest przeciw.",
            [(48, "percent", "badany"), (46, "percent", "badany")],
        ),
        (
            "Cieszy się z tego 43 proc. badanych, a niemal jednej trzeciej jest to obojętne.",
            [(43, "percent", "badany"), (0.3333, "other:fraction", "badany")],
        ),
        (
            "Wykonano 60 testów, w tym 22 antygenowe.",
            [(60, "count", "test"), (22, "count", "test")],
        ),
        (
            "Poparło go 43 proc. wyborców. W innym badaniu był to wybór 57 proc. pytanych.",
            [(43, "percent", "wyborca"), (57, "percent", "pytany")],
        ),
        (
            "Oddano na nią 61 tys. głosów, czyli 52 proc. wszystkich oddanych.",
            [(61_000, "count", "głos"), (52, "percent", "głos")],
        ),
        (
            "Na szczycie jest minus 14 stopni, a w dolinie minus 9.",
            [(-14, "temperature:C", None), (-9, "temperature:C", None)],
        ),
        (
            "Leczy się 21 897 chorych, z czego 1981 pod respiratorem.",
            [(21_897, "count", "chory"), (1981, "count", "chory")],
        ),
        ("Zapadalność wynosi 54 na 90 tys. osób.", [(54, "count", None), (90_000, "count", "osoba")]),
        ("Wskaźnik zakażeń spadł poniżej progu 70.", [(70, "other:index", None)]),
        ("Wskaźnik wzrósł. Zmarło 12 osób, a 7 zniknęło.", [(12, "count", "osoba"), (7, "count", "osoba")]),
        (
            "Liczba łóżek wzrosła o 312, a respiratorów – o 27, do 90.",
            [(312, "count", "łóżko"), (27, "count", "respirator"), (90, "count", "respirator")],
        ),
        ("Wśród 90 górników u 46 wynik był dodatni.", [(90, "count", "górnik"), (46, "count", "górnik")]),
        (
            "Zmarły 502 osoby, o 118 więcej niż rano. Chorych jest 2149. Łóżek zostało 14, a respiratorów niespełna 8.",
            [
                (502, "count", "osoba"),
                (118, "count", "osoba"),
                (2149, "count", "chory"),
                (14, "count", "łóżko"),
                (8, "count", "respirator"),
            ],
        ),
        (
            "Wskaźnik rozwoju (WR) spadł z 0,53 do 0,52.",
            [(0.53, "other:index", None), (0.52, "other:index", None)],
        ),
        (
            "W maju zużyto 2,5 mln ton stali. Miesiąc wcześniej było to zaledwie 800 tys.",
            [(2_500_000, "mass:t", "stal"), (800_000, "mass:t", "stal")],
        ),
        ("Współczynnik R = 1,2 nie rośnie.", [(1.2, "other:index", None)]),
        (
            "Liczba posłów spadnie z 751 do 705, lecz liczba miejsc wzrośnie (z 51 do 52).",
            [(751, "count", "poseł"), (705, "count", "poseł"), (51, "count", "miejsce"), (52, "count", "miejsce")],
        ),
        (
            "Najwięcej przybyło Szwedów (978), Holendrów (640) i Belgów (506).",
            [(978, "count", "Szwed"), (640, "count", "Holender"), (506, "count", "Belg")],
        ),
        (
            "Wpłynęło 48 pozwów, mniej niż w przypadku Włoch (161) i Francji (195).",
            [(48, "count", "pozew"), (161, "count", "pozew"), (195, "count", "pozew")],
        ),
        (
            "Radę tworzy 37 delegatów załóg z 24 krajów, w tym 10 z Niemiec i po trzech z Włoch.",
            [(37, "count", "delegat"), (24, "count", "kraj"), (10, "count", "delegat"), (3, "count", "delegat")],
        ),
        ("Wzrost populacji żubrów o 90 cieszy leśników.", [(90, "count", "żubr")]),
        ("Najwięcej paszportów wydały Niemcy (978).", [(978, "count", "paszport")]),
        ("Zginęło dziewięciu celników, a 40 innych uwięziono.", [(9, "count", "celnik"), (40, "count", "celnik")]),
        (
            "Prawo to nabywa się po 25-ciu latach pracy, w tym po 20-tu w szkole.",
            [(25, "duration:year", None), (20, "duration:year", None)],
        ),
        (
            "Straciły sektory aut (1,2 mld euro) i leków (-600 mln).",
            [(1_200_000_000, "money:EUR", None), (-600_000_000, "money:EUR", None)],
        ),
        ("Nauka zdalna obejmie klasy 4-8 szkół podstawowych.", []),
        ("Linie kupiły nowy Boeing 737.", []),
    ],
)
def test_what_the_neighbours_say(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "one", "two", "unit", "noun"),
    [
        ("Przyszło 90 ludzi, a według policji 35", "90", "35", None, "człowiek"),
        ("Zapłacił 90, a jego brat 35", "90", "35", "money:PLN", None),
        ("Popiera go 90, a rywala 35", "90", "35", "percent", "człowiek"),
        ("Wydał 90. Potem padało. Wrócił. Ma 35", "90", "35", None, None),
    ],
)
def test_a_number_is_completed_from_the_one_before(text, one, two, unit, noun):
    pieces, first = draft(text, one)
    second = draft(text, two)[1]
    first.unit = Unit(unit, first.last) if unit else None
    first.noun = NounPhrase(noun, noun, first.last, first.last, first.last + 1, frozenset({"pl:gen"})) if noun else None
    elision.backward(pieces, [first, second], Contexts(), lambda _: None, frozenset())
    assert (second.unit.code if second.unit else None, second.noun.noun if second.noun else None) == (unit, noun)


def test_the_noun_may_stand_before_its_number():
    pieces, one = draft("Leży tu wielu, a miejsc jest 90", "90")
    found_there = fronted.genitive(pieces, one, 0, lambda _: None, frozenset(), Contexts())
    assert found_there is not None
    assert found_there.noun == "miejsce"
    pieces, one = draft("Liczba zajętych łóżek wzrosła do 90", "90")
    counted = fronted.amount(pieces, one, lambda _: None, frozenset(), Contexts())
    assert counted is not None
    assert counted.noun == "łóżko"
