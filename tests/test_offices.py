"""Offices by other names, and who a function with a complement does not mean."""

import pytest

from nlp_claims.annotations import claims_of
from nlp_claims.offices import bodies, in_full, office


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


@pytest.mark.parametrize(
    ("role", "held"),
    [
        ("szef msz", "minister spraw zagranicznych"),
        ("były szef brytyjskiego msz", "były minister brytyjskiego spraw zagranicznych"),
        ("wiceszefowa resortu zdrowia", "wiceminister zdrowia"),
        ("szefowa rządu", "premier"),
        ("szef policji", "szef policji"),
        ("pracownik msz", "pracownik msz"),
    ],
)
def test_a_role_in_full_says_the_office(role, held):
    assert " ".join(in_full(role.split(), frozenset({"szef", "szefowa"}))) == held


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


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "Minister obrony Jan Kos wrócił. Poseł Adam Lis mówił, że pada. Szef MON zapowiedział, że zostanie.",
            "Jan Kos",
        ),
        (
            "Wiceminister spraw wewnętrznych Anna Lis wyszła. Adam Kos śpiewał. Wiceszefowa MSW oceniła, że wieje.",
            "Anna Lis",
        ),
        ("Były szef MSZ Jan Kos wstał. Były minister spraw zagranicznych zapowiedział, że zostanie.", "Jan Kos"),
        ("Radna Anna Lis mówiła, że pada. Adam Kos twierdził, że wieje. Radna oceniła, że jest zimno.", "Anna Lis"),
        # nothing is said of him, and the other one comes later
        ("– Pada – mówił Kos. – Wieje – dodał minister. Potem skrytykował ministra finansów Adama Lisa.", "Kos"),
    ],
)
def test_an_office_by_another_name_is_the_same_person(nlp, raw, expected):
    assert claims_of(nlp(raw))["statements"][-1]["speaker"]["name"] == expected
