"""Small coins and the currency that they are a part of."""

import pytest
from number_finding import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chleb podrożał o 50 gr, do 4 zł.", [(0.5, "money:PLN", None), (4, "money:PLN", None)]),
        ("Ropa kosztuje 43 dolary, o 12 centów mniej.", [(43, "money:USD", None), (0.12, "money:USD", None)]),
        ("Z 3 euro zostało mu 10 centów.", [(3, "money:EUR", None), (0.1, "money:EUR", None)]),
        ("Znalazł 12 centów.", [(12, "other:cent", None)]),
        ("Dostał 5 i 10 gr.", [(0.05, "money:PLN", None), (0.1, "money:PLN", None)]),
        ("Znalazł 10 cm drutu.", [(10, "length:cm", "drut")]),
    ],
)
def test_a_coin_is_told_in_its_currency(text, expected):
    assert told(text) == expected
