"""Unnamed people and bodies in real sentences: who takes part in what is told, and how far the phrase goes."""

import pytest
from spacy.language import Language

from nlp_claims.annotations import claims_of


def unnamed(nlp: Language, raw: str) -> set[str]:
    return {actor["name"] for actor in claims_of(nlp(raw))["actors"] if actor["name"][:1].islower()}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # an authority, whatever is told of it
        ("Spadło zaufanie do włoskiego rządu.", {"włoski rząd"}),
        ("Droga do władzy była długa.", set()),
        ("Poprawki zgłoszono w parlamencie.", set()),
        # a relative clause tells what they do
        ("Pomagamy lekarzom, którzy wyjechali do Kenii.", {"lekarze"}),
        ("Pomagamy ludziom, którzy wyjechali do Kenii.", set()),
        # they are spoken to, or dealt with
        ("Minister wezwał nauczycieli do rozmów.", {"nauczyciele"}),
        ("Jan Kos spotkał się w piątek z górnikami.", {"górnicy"}),
        ("W sklepie widziano górników.", set()),
        # a share of them acts
        ("Za strajkiem głosowało 40 proc. pielęgniarek z Radomia.", {"pielęgniarki z Radomia"}),
        # whose subject is joined to another
        ("Premier i czołowi ministrowie przygotowali plan.", {"czołowi ministrowie"}),
    ],
)
def test_people_and_bodies_take_part(nlp: Language, raw: str, expected: set[str]) -> None:
    assert unnamed(nlp, raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Mąż Anny Kowalskiej uciekł do Niemiec.", {"mąż Anny Kowalskiej"}),
        ("Mąż Anny Kowalskiej, Jan Kowalski, uciekł do Niemiec.", set()),
        ("Kierowca uciekł do lasu.", set()),
        ("Każdy pracownik firmy podpisał umowę.", set()),
    ],
)
def test_one_unnamed_person_is_told_by_whose_he_is(nlp: Language, raw: str, expected: set[str]) -> None:
    assert unnamed(nlp, raw) == expected


def test_one_who_speaks_and_is_named_is_no_second_actor(nlp: Language) -> None:
    doc = nlp(
        "Do Pragi przyjechał prezydent Francji Emmanuel Macron. – Europa się zmieni – powiedział prezydent Francji."
    )
    assert [a["name"] for a in claims_of(doc)["actors"] if a["kind"] == "person"] == ["Emmanuel Macron"]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Negocjatorzy Chin i Indii przygotowali umowę.", "negocjatorzy Chin i Indii"),
        ("Załogi w Belgii, Szwecji i Irlandii ogłosiły strajk.", "załogi w Belgii, Szwecji i Irlandii"),
        ("Prawnicy reprezentujący państwo odrzucili skargę.", "prawnicy reprezentujący państwo"),
        ("Lekarze zatrudnieni w szpitalu odrzucili ofertę.", "lekarze"),
        ("Minister poinformował dziennikarzy 10 maja o zmianach.", "dziennikarze"),
        ("Firmy te odrzuciły ofertę.", "firmy"),
        ("Zajmujący się tą sprawą sąd odrzucił skargę.", "sąd"),
        ("Związkowcy hiszpańscy, portugalscy i włoscy odrzucili plan.", "związkowcy hiszpańscy, portugalscy i włoscy"),
        ("Ofertę odrzuciło 300 pracowników fabryki.", "pracownicy fabryki"),
        ("Posłowie odmówili rządowi prawa weta.", "rząd"),
        ("Posłowie poparli rząd premiera Kosa.", "rząd premiera Kosa"),
        ("Pasażerowie z Gdyni z powodu mgły wrócili do domów.", "pasażerowie z Gdyni"),
        ("Sami mieszkańcy wioski odrzucili plan.", "mieszkańcy wioski"),
        ("Osoby zatrudnione w szpitalu odrzuciły ofertę.", "osoby zatrudnione w szpitalu"),
        ("Targi zorganizowała wczoraj ambasada brytyjska.", "ambasada brytyjska"),
        ("Targi zorganizowane przez ambasadę brytyjską trwają tydzień.", "ambasada brytyjska"),
        ("Krytykuje się podjęte przez władze próby.", "władze"),
        ("Większość posłów po głosowaniu milczała.", "większość posłów"),
        ("Przedstawiciele tych firm odrzucili ofertę.", "przedstawiciele tych firm"),
    ],
)
def test_a_phrase_ends_with_what_belongs_to_it(nlp: Language, raw: str, name: str) -> None:
    assert name in unnamed(nlp, raw)


def test_the_government_is_named_as_the_text_names_it(nlp: Language) -> None:
    raw = "Wielka Brytania opuszcza Unię. Rząd ogłosił termin. Wielka Brytania czeka. Brytyjski rząd odrzucił skargę."
    assert "brytyjski rząd" in unnamed(nlp, raw)


def test_the_press_is_no_single_paper(nlp: Language) -> None:
    doc = nlp("Dziennik „The Times” opisał spór. Brytyjska prasa doniosła, że rozmowy trwają.")
    assert claims_of(doc)["statements"][0]["speaker"]["name"] == "brytyjska prasa"


def test_a_text_may_end_with_an_office(nlp: Language) -> None:
    assert claims_of(nlp("Decyzję podjął Minister"))["actors"] == []
