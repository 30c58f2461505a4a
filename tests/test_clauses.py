"""Where the words of a content clause begin and end."""

import pytest
from drafts import contents, said


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # a participle of the narrator's closes the clause
        ("Poseł mówił, że odejdzie, dodając, że żałuje.", ["odejdzie", "żałuje"]),
        # a participle of those who are told of
        (
            "Według „Kuriera” Kos odmówił, tłumacząc, że jest chory.",
            ["Kos odmówił, tłumacząc, że jest chory", "jest chory"],
        ),
        ("Ocenił, że radni szkodzą miastu, żądając podwyżki.", ["radni szkodzą miastu, żądając podwyżki"]),
        # matter set in with a participle of its own
        ("Kos poinformował, przedstawiając plan prac, że most stanie w maju.", ["most stanie w maju"]),
        # «temu» counts back, «fakt» stands for its clause
        ("Kurier pisał kilka miesięcy temu, że wały pękną.", ["wały pękną"]),
        ("Adwokat poparł wniosek, uzasadniając to faktem, że wał pękł.", ["wał pękł"]),
        ("Radni poparli wniosek, choć fakt, że wał pękł, pominęli.", []),
        # an adjective that looks like a verb
        ("Zarząd podał w ubiegły piątek, że most runął.", ["most runął"]),
        ("Naczelnik ogłosił, że gmina wraca do planu w przyszły wtorek.", ["gmina wraca do planu w przyszły wtorek"]),
        # a subject in the genitive after a numeral
        ("Wielu lekarzy dowodzi, że wirus słabnie.", ["wirus słabnie"]),
        # what a body resolved
        ("Sąd zdecydował, że umowa jest nieważna.", ["umowa jest nieważna"]),
        # somebody else reports, or nobody knows
        ("Kos zapewnia, że susza minie, ale rzeczniczka Ligi Wsi ostrzega, że wróci.", ["susza minie", "wróci"]),
        ("Kos zapewnia, że znajdzie wyjście, ale wciąż nie wiadomo, jakie.", ["znajdzie wyjście"]),
        ("Kos dodał, że Anna zostanie w partii, ale dalej krytykował jej pracę.", ["Anna zostanie w partii"]),
        (
            "Jak podał „Kurier”, piloci milczą i narzekają, że brak im snu.",
            ["piloci milczą i narzekają, że brak im snu", "brak im snu"],
        ),
        ("Dwie trzecie ankietowanych uważa, że most runie, a 45 proc. popiera budowę.", ["most runie"]),
        ("Zarząd zwrócił się z prośbą do załogi, by wróciła.", ["wróciła"]),
        # «i» behind a comma goes on with the main clause; a verb of saying in the past after another tense, too
        ("Anna ogłosiła, że prace ruszą w 2030 r., i w tym samym roku odeszła.", ["prace ruszą w 2030 r."]),
        ("Anna mówiła, że liczy na zgodę oraz zaapelowała do rady o spokój.", ["liczy na zgodę"]),
        (
            "Kos zapowiedział, że firma odejdzie, co zagrozi wielu rodzinom.",
            ["firma odejdzie, co zagrozi wielu rodzinom"],
        ),
        ("Związek upierał się, by most zamknąć.", ["most zamknąć"]),
        ("Radni próbują przekonać wójta, by otworzył most.", ["otworzył most"]),
        ("Kos wyraził obawę o to, czy most wytrzyma.", ["most wytrzyma"]),
        ("Prezydent nie zdecydował, czy podpisze ustawę.", []),
        # a relative clause on the last noun belongs to it
        ("Poseł mówił, że zna projekt, który trafił do Sejmu.", ["zna projekt, który trafił do Sejmu"]),
        # a function beside the source, with its field, is no part of what is said
        ("Zdaniem Jana Kosa, łódzkiego konsultanta w dziedzinie chorób serca, wirus słabnie.", ["wirus słabnie"]),
        # the main clause resumes after a relative one
        ("Poseł, który mówił, że odejdzie, został.", ["odejdzie"]),
        ("Pytany, czy odejdzie, odparł, że zostaje.", ["odejdzie", "zostaje"]),
        # inserted matter between the verb and its clause
        ("Oświadczył w środę w Łodzi wojewoda, Jan Kos, że wały wytrzymały.", ["wały wytrzymały"]),
        ("Powiedział Watt, który biegł od lat, że wygra.", ["wygra"]),
        # one clause in two halves, two statements of two verbs
        ("Ogłosił, że most runął oraz, że ofiar nie ma.", ["most runął oraz, że ofiar nie ma"]),
        ("Ogłosił, że most runął, i wyjaśnił, kiedy ruszy ruch.", ["most runął", "kiedy ruszy ruch"]),
        # what was not told is no content
        ("Ogłosił, że most runął, ale nie ujawnił, kiedy ruszy ruch.", ["most runął"]),
        # another source inside the sentence
        ("Szli, jak twierdzą organizatorzy, w 900 osób, podczas gdy według straży – w 300.", None),
        # an explanation after the colon stays
        ("Dodał, że cel jest jeden: wody nie może zabraknąć.", ["cel jest jeden: wody nie może zabraknąć"]),
        # somebody's own words after it do not
        ("Dodał, że zyska port: Możemy mieć więcej statków.", ["zyska port"]),
        # the agency's signature is no content
        ("Rzecznik zapewnił, że lot się odbędzie. (PAP)", ["lot się odbędzie"]),
        # a purpose clause gives way to a concession of the main one
        ("Zarząd zwrócił się do załogi, by wróciła do pracy, mimo że rozmowy trwają.", ["wróciła do pracy"]),
        # a number after the source begins what it says, unless it counts the sources
        ("Według ministra 12 szkół zostanie zamkniętych.", ["12 szkół zostanie zamkniętych"]),
        ("Wg informacji podanych przez dziennik 70% udziałów sprzedano.", ["70% udziałów sprzedano"]),
        ("Według przedstawicieli 27 krajów decyzja zapadnie w maju.", ["decyzja zapadnie w maju"]),
        # a function beside the source is no content
        ("Zdaniem Jana Kosa, prezesa spółki Alfa, fabryka ruszy jesienią.", ["fabryka ruszy jesienią"]),
        ("Według Anny Lis, rzeczniczki urzędu, droga jest zamknięta.", ["droga jest zamknięta"]),
        ("Według policji, drogi, mosty i tory są zamknięte.", ["drogi, mosty i tory są zamknięte"]),
        # an adverb between the verb and its subject
        (
            "Bezrobocie spada, a jak podawała niedawno Izba Handlu na obsadzenie czeka sto miejsc.",
            ["na obsadzenie czeka sto miejsc"],
        ),
        # the main verb without its comma
        ("Zapytany, czy odejdzie powiedział: „Tak, jutro”.", ["odejdzie", "Tak, jutro"]),
        # conjunctions that only look alike
        ("Padało tak, że odwołano mecz, mimo że kasy otwarto.", []),
        ("Prezes powiedział to, żeby uspokoić rynek.", []),
        ("Ostrzegł protestujących, że użyje siły.", ["użyje siły"]),
        ("Bank prognozuje, ze inflacja spadnie.", ["inflacja spadnie"]),
        # a quotation of several sentences ends the clause that it opens in
        ('Wójt mówił, że wody było "mało. Nikt nie zdążył". Potem wyszedł.', ['wody było "mało. Nikt nie zdążył"']),
        ('Wójt mówił, że "wody było mało. Nikt nie zdążył". Potem wyszedł.', ["wody było mało. Nikt nie zdążył"]),
        # a proposal goes on with what it would bring; somebody else's estimate in brackets is not part of it
        ("Wójt zaproponował, by powstał most, co skróciłoby drogę.", ["powstał most, co skróciłoby drogę"]),
        ("Dodał, że most runął (według straży o świcie).", ["most runął", "o świcie"]),
        ("Goście spytali, od kiedy mogą wejść.", ["od kiedy mogą wejść"]),
        ("Kos, który mówił, że chce raczej pisać niż czytać, przyjął gości.", ["chce raczej pisać niż czytać"]),
        ("Kos prosił, by przyjęli ofertę, ale jest rozczarowany.", ["przyjęli ofertę"]),
        ("Wyjaśnił, że wydawca – spółka Druk – podał powód.", ["wydawca – spółka Druk – podał powód"]),
        ("Kos potwierdził tylko, że odejdzie.", ["odejdzie"]),
        ("Kos mówi, że najbardziej martwi go, iż zima wróci.", ["najbardziej martwi go, iż zima wróci"]),
        ("Kos mówi, że wola jest taka jak przed rokiem - dodał Lis.", None),
        ("Kos potwierdził, że pada, powiedział jednak, że to chwilowe.", ["pada", "to chwilowe"]),
        # what others said may be denied
        ("Wójt zdementował doniesienia, że odejdzie.", ["odejdzie"]),
        # a source named again is no second statement, an attitude of somebody else is
        ("Wójt dodał, że jego zdaniem most runie.", ["jego zdaniem most runie"]),
        (
            "Z sondażu wynika, że Polacy uważają, iż będzie lepiej.",
            ["Polacy uważają, iż będzie lepiej", "będzie lepiej"],
        ),
    ],
)
def test_where_a_content_clause_ends(raw, expected):
    if expected is None:
        assert contents(raw)[-1] in {"w 300", "wola jest taka jak przed rokiem"}
    else:
        assert contents(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "Aż 71 proc. badanych uważa, że szkoły trzeba otworzyć, co stanowi wzrost o 4 punkty.",
            "szkoły trzeba otworzyć",
        ),
        ("63 proc. Polaków twierdzi, że kraj idzie w złą stronę – to o 3 punkty więcej.", "kraj idzie w złą stronę"),
        ("12 proc. uważa, że będzie lepiej (na wsi 20 proc.), a reszta nie ma zdania.", "będzie lepiej"),
        ("40 proc. ankietowanych sądzi, że most jest zbędny, podczas gdy 55 go chce.", "most jest zbędny"),
        ("50 proc. badanych mówi, że zagłosuje, a tylko ok. 30 proc. zostanie w domu.", "zagłosuje"),
        # what a share of people says of itself is theirs
        (
            "40 proc. ankietowanych sądzi, że most, który stoi pusty, jest zbędny.",
            "most, który stoi pusty, jest zbędny",
        ),
        ("71 proc. badanych mówi, że odeszło, a potem żałowało.", "odeszło, a potem żałowało"),
        # somebody's own comparison is
        ("Prezes mówi, że sprzedaż rośnie, co stanowi sukces firmy.", "sprzedaż rośnie, co stanowi sukces firmy"),
        (
            "Bank twierdzi, że 20 proc. firm upadnie, podczas gdy 5 proc. zyska.",
            "20 proc. firm upadnie, podczas gdy 5 proc. zyska",
        ),
    ],
)
def test_the_pollsters_remark_is_not_what_the_polled_said(raw, expected):
    assert contents(raw) == [expected]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Poseł twierdzi, że by ratować szpital, trzeba zmienić ustawę.", "by ratować szpital, trzeba zmienić ustawę"),
        (
            "Ogłosił, że choć most stoi, a droga jest gotowa, ruch nie ruszy.",
            "choć most stoi, a droga jest gotowa, ruch nie ruszy",
        ),
        ("Poseł, który mówił, że jeśli zdąży, wygra, został w domu.", "jeśli zdąży, wygra"),
    ],
)
def test_a_clause_that_opens_with_another_holds_both(raw, expected):
    assert contents(raw) == [expected]


def test_another_source_of_the_sentence_ends_the_clause():
    raw = "Urząd podał, że bezrobocie spadło do 3 proc., a jak podawała niedawno Izba Handlu, brakuje rąk do pracy."
    assert contents(raw) == ["bezrobocie spadło do 3 proc.", "brakuje rąk do pracy"]


def test_a_line_torn_in_the_middle_of_a_sentence_goes_on():
    raw = "Zdaniem posła, który odszedł z rządu, sam proces jest\n\n„bardziej złożony, niż sądzono”, a to nie koniec."
    assert contents(raw) == ["sam proces jest\n\n„bardziej złożony, niż sądzono”, a to nie koniec"]
    assert (
        contents("Poseł mówił przez cały wieczór, że odejdzie z rządu\n\nRada zbierze się w maju.")[0]
        == "odejdzie z rządu"
    )


def test_a_clause_may_open_the_sentence_that_reports_it():
    raw = "O tym, że Łomża ma stać się siedzibą urzędu, już wcześniej informowali lokalni radni."
    assert said(raw) == [("indirect", "Łomża ma stać się siedzibą urzędu", "informowali")]
    assert contents("O tym, że Łomża jest piękna, nikt nie wątpi.") == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # the second verb is the speaker's: it agrees with the first and has no subject of its own
        (
            "Hutnicy uważają, że należy im się udział w zyskach i żądają lepszej oferty.",
            ["należy im się udział w zyskach"],
        ),
        ("Poseł powiedział, że ustawy są złe, i wyszedł z sali.", ["ustawy są złe"]),
        ("Poseł powiedział, że rząd jest zły i wyszedł na tym źle.", ["rząd jest zły i wyszedł na tym źle"]),
        ("Lekarz mówił, że chorzy są ranni i zmarł jeden człowiek.", ["chorzy są ranni i zmarł jeden człowiek"]),
        ("Rzecznik zaprzeczył, jakoby doszło do zgody i nazwał wypowiedź kłamstwem.", ["doszło do zgody"]),
    ],
)
def test_a_verb_that_goes_with_the_reporting_one_is_not_said(raw, expected):
    assert contents(raw) == expected


def test_a_reason_with_a_frame_of_its_own_is_another_statement():
    raw = "Kos ostrzegł, że będzie gorzej, gdyż, jak zaznaczył, „nikt nie inwestował”."
    assert contents(raw) == ["będzie gorzej", "nikt nie inwestował"]


def test_a_second_demand_without_a_conjunction():
    raw = "Komisja postulowała, by sędziów nie zwalniano, domagała się również gwarancji, aby wybory były jawne."
    assert contents(raw) == ["sędziów nie zwalniano", "wybory były jawne"]


def test_a_noun_with_its_addressee_and_a_noun_that_says_nothing():
    assert contents("Wójt wysłał zapytanie do elektrowni, czy reaktor ruszył.") == ["reaktor ruszył"]
    assert contents("Opis zawiera status, z którego jasno wynika, że firma jest w związku.") == []
    assert contents("Dostał list, z którego wynikało, że firma jest w związku.") == ["firma jest w związku"]


def test_one_verb_reports_a_clause_and_the_speech_after_it():
    raw = "Kos powiedział, że spór nie dotyczy Polski: „Jeśli strony się kłócą, to umowy są złe”."
    assert said(raw) == [
        ("indirect", "spór nie dotyczy Polski", "powiedział"),
        ("direct", "Jeśli strony się kłócą, to umowy są złe", "powiedział"),
    ]


def test_the_main_clause_after_a_concession_may_open_with_a_participle():
    raw = "Choć kupcy podkreślają, że zależy im na targu, przebywający w Łodzi minister, Karol Lis, uważa inaczej."
    assert contents(raw) == ["zależy im na targu"]


def test_where_a_report_was_made_does_not_report():
    raw = "Szef kadr dodał w komunikacie dla prasy, że spodziewa się, iż te „umowy zachęcą związki”."
    assert said(raw)[0] == ("indirect", "spodziewa się, iż te „umowy zachęcą związki”", "dodał")


def test_a_letter_in_a_name_closes_its_sentence_before_a_common_word():
    assert contents("Jak napisał Kurier, wybór pada na Mac OS X. Przed wyborem stoją wszyscy.") == [
        "wybór pada na Mac OS X"
    ]
    assert contents("Kos mówił, że W. Brytania wyjdzie.") == ["W. Brytania wyjdzie"]


def test_a_negated_verb_takes_zeby_for_ze():
    assert contents("Minister nie przewiduje, żeby kraj został w unii.") == ["kraj został w unii"]
    assert contents("Minister przewiduje, żeby kraj został w unii.") == []


def test_what_nothing_announces_is_not_said():
    assert contents("Ceny rosną i nic nie zapowiada, by spadły.") == []
    assert contents("Kos stwierdził jednak, ze nowa umowa jest dobra.") == ["nowa umowa jest dobra"]
