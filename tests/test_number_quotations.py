"""Exchange rates: bare decimals where a pair of currencies is named."""

import pytest
from number_finding import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kurs EUR/USD spadł poniżej progu 1,16.", [(1.16, "rate:EUR/USD", None)]),
        ("Na wykresie GBPUSD opór jest przy 1,3260.", [(1.326, "rate:GBP/USD", None)]),
        ("Funt do dolara umocnił się do 1,3050.", [(1.305, "rate:GBP/USD", None)]),
        ("Złoty utknął przy 4,26 za EUR.", [(4.26, "rate:EUR/PLN", None)]),
        ("USD/PLN zyskał 0,4 proc. Dziś to 3,47.", [(0.4, "percent", None), (3.47, "rate:USD/PLN", None)]),
        ("Kurs EUR/USD rósł, a za euro płacono 4,30 zł.", [(4.3, "money:PLN", None)]),
        ("Kurs EUR/USD rósł przez 12 sesji.", [(12, "count", "sesja")]),
        ("Za dolara płacono mniej. Współczynnik to 1,16.", [(1.16, "other:index", None)]),
    ],
)
def test_rates(text, expected):
    assert told(text) == expected
