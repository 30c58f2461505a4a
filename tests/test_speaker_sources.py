"""Who said it, by the bundled pipeline: sources, functions, writings, quantities."""

import pytest

from nlp_claims.annotations import claims_of


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Według wstępnych szacunków na moście stało 300 osób.", "wstępne szacunki"),
        ("W sondażu 33 proc. badanych uważa, że most runie.", "badani"),
        ("Brytyjska firma Rolls poinformowała, że zwolni 300 osób.", "Rolls"),
        ("Rząd w Londynie powtórzył, że most runie.", "rząd w Londynie"),
        ("Biuro prasowe linii podaje, że samolot nie odleci.", "biuro prasowe linii"),
        ("Tygodnik „Polityka” napisał, że rząd ustąpi.", "Polityka"),
    ],
)
def test_a_source_is_called_by_its_name_or_by_its_noun_in_the_nominative(nlp, raw, expected):
    (statement,) = claims_of(nlp(raw))["statements"]
    assert statement["speaker"]["name"] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("W „Kurierze” napisano, że most stoi.", "Kurier"),
        ("W komunikacie resortu zdrowia podano, że most stoi.", "resort zdrowia"),
        ("Wydano raport firmy. Wynika z niego, że most stoi.", "firma"),
        ("Coraz więcej kierowców uważa, że most runie.", "kierowcy"),
        ("– Most stoi – tłumaczy MSW.", "MSW"),
        ("Jak poinformował ratusz, stary most stoi już od wieku.", "ratusz"),
    ],
)
def test_impersonals_and_quantities_have_their_source(nlp, raw, expected):
    (statement,) = claims_of(nlp(raw))["statements"]
    assert statement["speaker"]["name"] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # the function is somebody's further on in the text
        ("Prawnik oświadczył, że wyjeżdża. Wsparcie obiecał prawnik Jan Kos.", ["Jan Kos"]),
        # «prokurator» after a politician is another man, «polityk» is the same
        ("Poseł Prawicy Jan Kos mówił, że pada. – Wieje – ocenił prokurator.", ["Jan Kos", "prokurator"]),
        ("Poseł Prawicy Jan Kos mówił, że pada. – Wieje – ocenił polityk.", ["Jan Kos", "Jan Kos"]),
        # the lead names the function, the next sentence the man
        ("Polityk przyznał, że odchodzi. – Rezygnuję – tłumaczył Jan Kos.", ["Jan Kos", "Jan Kos"]),
    ],
)
def test_a_function_without_a_name_means_its_bearer(nlp, raw, expected):
    assert [s["speaker"]["name"] for s in claims_of(nlp(raw))["statements"]] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Wyniki badania Eurobarometru pokazują, że ludzie się boją.", "Eurobarometr"),
        ("Komentator z Radia Lublin przyznał, że most runie.", "komentator z Radia Lublin"),
        ("Związkowcy w Belgii zapowiadają, że most stanie.", "związkowcy w Belgii"),
        ("Zdecydowana większość uznało, że most runie.", "zdecydowana większość"),
        ("Powodem jest pismo, w którym resort zażądał, żeby spółka zbadała most.", "resort"),
        ("Jak podała agencja Reutera, Anna Lis, zwolniona z pracy, obecnie mieszka w Rzymie.", "agencja Reutera"),
        # the noun that heads the phrase, counted or joined to another, stands in the nominative
        ("Z przedstawionych podczas narady danych wynika, że eksport rośnie.", "dane"),
        ("Z wielu opracowań i danych wynika, że płace są niskie.", "opracowania i dane"),
        ("Według niektórych relacji most runie.", "niektóre relacje"),
        ("Z tych dokumentów wynika, że most stoi.", "dokumenty"),
        ("Według trzech przedstawicieli służb most stoi.", "przedstawiciele służb"),
        ("Z opublikowanych dziś danych urzędu statystycznego wynika, że most stoi.", "urząd statystyczny"),
    ],
)
def test_an_unnamed_source_has_its_phrase_and_no_more(nlp, raw, expected):
    (statement,) = claims_of(nlp(raw))["statements"]
    assert statement["speaker"]["name"] == expected


def test_another_function_is_another_person(nlp):
    raw = "Prawnik kobiety Jan Kos mówił, że pada. Dyrektor więzienia potwierdził, że dostał nakaz."
    assert [s["speaker"]["name"] for s in claims_of(nlp(raw))["statements"]] == ["Jan Kos", "dyrektor więzienia"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # a participle has the subject of its verb, also a country
        ("Rosja odrzuca cenę, argumentując, że potrzebuje czasu.", "Rosja"),
        # a verb joined to the first of a relative clause
        ("O zdanie spytano Jana Kosa, który cytuje poetów i dodaje, że wierzy ludziom.", "Jan Kos"),
        ("Jan Kos przebadał 8000 osób i twierdzi, że ludzie są zdrowi.", "Jan Kos"),
        # whoever made a finding
        ("Przeprowadzona przez Eurostat analiza pokazuje, że ceny rosną.", "Eurostat"),
        # an apposition of several functions
        ("Wrócił Jan Kos, były poseł, a dziś wójt gminy, który zapewniał, że most stanie.", "Jan Kos"),
    ],
)
def test_a_verb_shares_its_subject(nlp, raw, expected):
    (statement,) = claims_of(nlp(raw))["statements"]
    assert statement["speaker"]["name"] == expected


def test_a_headline_is_whose_words_it_repeats(nlp):
    raw = (
        "Protest na moście. „Nadszedł czas, by zatrzymać bałagan”\n\n"
        "Protest zwołał związek. – Most runie – mówił Jan Kos. "
        "Anna Lis oświadczyła, że „nadszedł czas, by zatrzymać bałagan”."
    )
    headline, *_ = claims_of(nlp(raw))["statements"]
    assert headline["speaker"]["name"] == "Anna Lis"


def test_a_headline_without_a_verb_is_said_by_the_main_speaker_alone(nlp):
    body = "– Most stoi – mówi Jan Kos. – Droga jest gotowa – dodaje. Anna Lis twierdzi, że most runie."
    (headline, *_) = claims_of(nlp(f"Kos: most blisko miasta, ale bez drogi\n\n{body}"))["statements"]
    assert (headline["rule"], headline["speaker"]["name"]) == ("statement.headline", "Jan Kos")
    rules = [s["rule"] for s in claims_of(nlp(f"Lis: dwadzieścia lat w Radzie Miasta\n\n{body}"))["statements"]]
    assert "statement.headline" not in rules


def test_a_source_phrase_may_be_a_function(nlp):
    raw = "Jan Kos mówił, że pada. W ocenie posła Prawicy to koniec lata."
    assert [s["speaker"]["name"] for s in claims_of(nlp(raw))["statements"]] == ["Jan Kos", "Jan Kos"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Badanie wśród członków związku wykazało, że większość popiera strajk.", "badanie"),
        ("W raporcie o kolejach w sprawie Brexitu podano, że port działa.", "raport o kolejach"),
        ("W komunikacie wydanym przez Mostostal podano, że most stoi.", "Mostostal"),
        ("Polski rząd zdecyduje o celach wydatków, o czym poinformował wczoraj.", "polski rząd"),
        ("– To zły pomysł – mówią kraje Bałtyku.", "kraje Bałtyku"),
    ],
)
def test_writings_and_states_speak(nlp, raw, expected):
    (statement,) = claims_of(nlp(raw))["statements"]
    assert statement["speaker"]["name"].startswith(expected)


def test_the_former_premier_is_not_the_premier(nlp):
    raw = "Premier Anna Lis mówiła, że pada. Były premier uznał, że wieje."
    assert [s["speaker"]["name"] for s in claims_of(nlp(raw))["statements"]] == ["Anna Lis", "były premier"]


def test_a_part_of_a_group_takes_the_singular(nlp):
    (statement,) = claims_of(nlp("Jan Kos wyszedł. Część brytyjskich posłów uważa, że most runie."))["statements"]
    assert statement["speaker"]["name"] == "część brytyjskich posłów"


def test_several_experts_are_not_the_one_who_spoke(nlp):
    raw = "Premier Jan Kos mówił, że pada. Zdaniem ekspertów premier nie jest winny kryzysu."
    assert [s["speaker"]["name"] for s in claims_of(nlp(raw))["statements"]] == ["Jan Kos", "eksperci"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Źródło z KE mówi, że plan jest gotowy.", "źródło z KE"),
        ("Według źródła z KE budżet zostanie obcięty.", "źródło z KE"),
        ("Źródło agencji Reutera podało, że plan jest gotowy.", "źródło agencji Reutera"),
    ],
)
def test_a_source_somewhere_is_somebody_and_not_that_body(nlp, raw, expected):
    (statement,) = claims_of(nlp(raw))["statements"]
    assert statement["speaker"]["name"] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Jan Kos mówi, że pada. Polskie MSZ oceniło, że to koniec.", "MSZ"),
        ("Jan Kos mówi, że pada. Rosyjskie MSZ podało, że to koniec.", "rosyjskie MSZ"),
        ("Jan Kos mówi, że pada. Francuskie MON podało, że to koniec.", "francuskie MON"),
    ],
)
def test_an_adjective_that_opens_the_sentence_does_not_hide_its_body(nlp, raw, expected):
    assert claims_of(nlp(raw))["statements"][-1]["speaker"]["name"] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Minister Jan Kos, jak podaje PAP, zapowiedział, że most stoi.", "Jan Kos"),
        ("– Nie wiadomo, gdzie pójdzie – przekazał AFP jej adwokat.", "adwokat"),
        ("– Most stoi – przypomina AFP.", "AFP"),
        ("Bruksela i Dublin uważają, że most stoi.", "Dublin"),
        ("Według wójta most stoi. – Runie za rok – informuje w czwartek AFP.", "AFP"),
        ("Rynek wierzy w Lipex\n\nLipex nie wyklucza, że zamknie hutę.", "Lipex"),
        ("– Most stoi – zwrócił uwagę Werner Hauer.", "Werner Hauer"),
        # a name that would have an ending in another case
        ("Wójt Jan Kos milczał. Kierujący unijnym zespołem Michel Garnier ogłosił, że wieje.", "Michel Garnier"),
        ("Organizacja polskich producentów i sprzedawców rowerów PROW oświadczyła, że most stoi.", "PROW"),
    ],
)
def test_the_subject_is_whoever_stands_in_its_place(nlp, raw, expected):
    statement = claims_of(nlp(raw))["statements"][-1]
    assert statement["speaker"]["name"] == expected
    assert statement["speaker"]["start"] is not None


def test_a_name_that_opens_its_sentence_is_the_subject_whatever_ending_it_seems_to_have(nlp):
    raw = "Wójt Jan Kos mówił, że pada. Willie Rennie z tego klubu wyraził nadzieję, że przestanie."
    speaker = claims_of(nlp(raw))["statements"][-1]["speaker"]
    assert raw[speaker["start"] : speaker["end"]] == "Willie Rennie"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # the «że» is in his own words, not over them
        (
            "Bank podał, że ceny rosną. Ludzie boją się, że zabraknie ich – mówi wójt Jan Kos. – Pomożemy – dodał.",
            "Jan Kos",
        ),
        ("Część posłów uważa, że to błąd. Ponadto wskazują, że brakuje pieniędzy.", "część posłów"),
        # a pronoun that need not be there means somebody new
        (
            "Minister Jan Kos zgłosił pomysł. Został on przyjęty przez Adama Lisa. Uznał on, że warto spróbować.",
            "Adam Lis",
        ),
        ("Wójt mówił, że pada. Spotkał się z lekarkami. Te oceniły, że będzie gorzej.", "lekarki"),
        # however many sentences his words have
        (
            "Sąd podał, że pada. Wójt Jan Kos zabrał głos w tej sprawie. – Nie wierzę. Mam iść? Naprawdę? – pytał.",
            "Jan Kos",
        ),
        # no proposal goes on speaking where the verb asks for a man
        ("Wójt Jan Kos wstał. Padało. Było zimno. Z propozycji wynika, że most runie. Mówił, że wieje.", "Jan Kos"),
        # a question is about anybody
        ("Wójt Jan Kos mówił, że pada. Ile zarabia nauczyciel w mieście? – Mało – tłumaczył.", "Jan Kos"),
        # «jak opisano» is said by no person
        ("„Kurier Górski” pisał o wójcie. Jan Kos wyszedł z sali. Jak opisano, most jest stary.", "Kurier Górski"),
        # a paper is the subject before its verb, wherever it stands
        (
            "BBC podała, że most stoi. Tymczasem dziennik „Sunday Courier” opublikował list. Jak opisano, jest stary.",
            "Sunday Courier",
        ),
        # the company is the one that has a name
        ("Lipex zwolni ludzi. Wzrosły koszty. Sama firma zamyka hutę. Ogłosiła, że to koniec.", "Lipex"),
    ],
)
def test_whoever_spoke_goes_on(nlp, raw, expected):
    statement = claims_of(nlp(raw))["statements"][-1]
    assert statement["speaker"]["name"] == expected
    assert statement["speaker"]["start"] is None
