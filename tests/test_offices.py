"""Offices by other names, and who a function with a complement does not mean."""

import pytest

from nlp_claims.annotations import claims_of
from nlp_claims.offices import bodies, office


@pytest.mark.parametrize(
    ("leader", "body", "held"),
    [
        ("szef", "MSZ", "minister"),
        ("szefowa", "resortu", "minister"),
        ("wiceszef", "MON", "wiceminister"),
        ("szefowa", "rządu", "premier"),
        ("rzecznik", "MSZ", None),
        ("szef", "NATO", None),
        ("szef", "", None),
    ],
)
def test_the_office_of_who_leads_a_body(leader, body, held):
    assert office(leader, body, frozenset({"szef", "szefowa"})) == held


def test_only_common_nouns_say_what_the_holder_of_an_office_leads():
    assert "resortu" in bodies("minister")
    assert "MSZ" not in bodies("minister")
    assert bodies("sołtys") == ()


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        (
            "– Jesteśmy gotowi – mówi szef MSZ Jan Kowalski. Minister zaznaczył, że nie zna terminu.",
            ["Jan Kowalski", "Jan Kowalski"],
        ),
        (
            "Premier Anna Nowak przyjechała do Radomia. Szefowa rządu obiecała, że most powstanie.",
            ["Anna Nowak"],
        ),
        (
            (
                "Głos zabrała posłanka Anna Nowak. Stwierdziła, że pada. Premier Jan Kowalski milczał. "
                "Kanclerz Niemiec powiedziała, że zdjęcia ją zasmuciły."
            ),
            ["Anna Nowak", "kanclerz Niemiec"],
        ),
        (
            "Prezydent powtórzył, że głosy policzono źle. "
            + "Komisja bada protokoły od poniedziałku i nie podaje żadnych szczegółów. " * 9
            + "Wynik skomentował też prezydent Jan Kowalski.",
            ["prezydent"],
        ),
    ],
)
def test_a_function_means_its_bearer_or_nobody_named(nlp, raw, names):
    statements = claims_of(nlp(raw))["statements"]
    assert [statement["speaker"] and statement["speaker"]["name"] for statement in statements] == names
