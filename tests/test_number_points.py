"""Points that are per cents, and points that are not."""

import pytest
from number_finding import told

POINTS = "percentage_point"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Według sondażu poparcie dla partii spadło o 4 punkty i wynosi 36 proc.",
            [(4, POINTS, None), (36, "percent", None)],
        ),
        ("Ufa mu 5 proc. rolników, o dwa punkty mniej niż w maju.", [(5, "percent", "rolnik"), (2, POINTS, None)]),
        ("Miał 8,4 pkt proc. przewagi. Wygrał o 0,7.", [(8.4, POINTS, "przewaga"), (0.7, POINTS, None)]),
        (
            "Przewaga spadła o 8 pkt proc., a różnica wyniosła cztery i pół.",
            [(8, POINTS, None), (4.5, POINTS, None)],
        ),
        ("Indeks stracił 1,2 proc., czyli 30 punktów.", [(1.2, "percent", None), (30, "other:point", None)]),
        ("Wykres zawrócił poniżej oporu przy 80,55 pkt.", [(80.55, "other:point", None)]),
        ("Poszło 68 proc. wyborców, o prawie siedem punktów więcej.", [(68, "percent", "wyborca"), (7, POINTS, None)]),
        ("Koszykarz zdobył 20 punktów.", [(20, "count", "punkt")]),
        (
            "W drużynie ufa mu 45 proc. graczy, a zdobył 20 punktów w meczu.",
            [(45, "percent", "gracz"), (20, "count", "punkt")],
        ),
        ("Zwolenników jest o 10 punktów procentowych więcej.", [(10, POINTS, "zwolennik")]),
    ],
)
def test_points(text, expected):
    assert told(text) == expected
