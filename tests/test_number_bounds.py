"""How the words around a number bound it."""

import pytest
from number_finding import found, only


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
        ("Inflacja zostanie poniżej poziomu 3 proc.", "under", None, 3),
        ("Kurs EUR/USD krążył w okolicach poziomu 1,21.", "about", 1.21, 1.21),
        ("Kurs EUR/USD krążył wokół 1,21.", "about", 1.21, 1.21),
        ("Taśmę opuszcza do 300 tys. aut.", "at_most", None, 300_000),
        ("Grozi mu kara do lat trzech.", "at_most", None, 3),
        ("Wytwórnia liczy w przybliżeniu 2000-2500 lat.", "range", 2000, 2500),
        ("Stracą na tym dziesiątek tysięcy osób.", "vague", 10_000, None),
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
        ("Zniżka jest dla osób w wieku 26 lat i młodszych.", "at_most", None, 26),
        ("Pokój mieści trzy osoby lub więcej.", "at_least", 3, None),
        ("Stypendium nie może w tym roku przekraczać 900 zł.", "at_most", None, 900),
        ("Zwrócą mu koszty do kwoty 700 zł.", "at_most", None, 700),
        ("Dostanie zasiłek, nie więcej jednak niż 700 zł.", "at_most", None, 700),
        ("Odebrała ze czterdzieści telefonów.", "about", 40, 40),
        ("Czekaliśmy z dwie godziny.", "about", 2, 2),
        ("Wyszedł z dwiema siostrami.", "exact", 2, 2),
        ("Sądzi, ze obie opcje są złe.", "exact", 2, 2),
        ("Frekwencja była wyższa niż przed pięcioma laty.", "exact", 5, 5),
        ("Pracę straci do 200 osób.", "at_most", None, 200),
        ("Liczba pracowników spadła do 200.", "exact", 200, 200),
        ("Wciąż daleko nam do 13 krajów z czołówki.", "exact", 13, 13),
        ("Kupił trzy auta i większy dom.", "exact", 3, 3),
    ],
)
def test_bounds(text, bound, low, high):
    claim = only(text)
    assert (claim.bound, claim.low, claim.high) == (bound, low, high)
    assert (claim.value is None) == (bound in ("range", "vague"))


def test_by_how_much_and_to_what_are_two_claims():
    claims = found("Udział wzrósł o prawie 1 proc. do 4 proc.")
    assert [(claim.value, claim.bound) for claim in claims] == [(1, "almost"), (4, "exact")]


def test_before_and_after_are_two_claims():
    text = "Liczba mandatów spadła z 60 do 45."
    assert [(c.value, c.noun, c.bound) for c in found(text)] == [(60, "mandat", "exact"), (45, "mandat", "exact")]
