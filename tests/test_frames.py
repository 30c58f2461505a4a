"""What frames words without a conjunction: sources, marks, dashes, colons, headlines."""

import pytest
from drafts import contents, said

from nlp_claims.statements.contents.extract import extract
from nlp_claims.statements.cues import lexicon
from nlp_claims.statements.nouns import phrase_end
from nlp_claims.statements.text import read


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("W opinii rządu w Pradze, sprawa nie jest przesądzona.", "sprawa nie jest przesądzona"),
        ("Według ministra finansów w rządzie Jana Kosa, dług rośnie.", "dług rośnie"),
        ("Według policji w sobotę doszło do trzech kradzieży.", "w sobotę doszło do trzech kradzieży"),
        (
            "Zdaniem banku w tym roku, podobnie jak w zeszłym, ceny wzrosną.",
            "w tym roku, podobnie jak w zeszłym, ceny wzrosną",
        ),
    ],
)
def test_a_place_beside_the_source_is_no_content(raw, expected):
    assert contents(raw) == [expected]


def test_who_called_it_so_in_the_passive():
    raw = "Poprawki zostały określone przez polityków koalicji jako „nie do przyjęcia”."
    assert said(raw) == [("direct", "nie do przyjęcia", "określone")]


def test_a_sentence_without_a_verb_after_a_colon():
    raw = "Były trener był dosadniejszy: „Taka gra to wstyd dla klubu”."
    assert contents(raw) == ["Taka gra to wstyd dla klubu"]


def test_speech_gives_way_to_a_named_source_and_its_aside():
    raw = (
        "– Ta machina się toczy. Zdaniem Kosa to koniec, co nazwał „hańbą dla kraju”. "
        "Jednak – jak dodał – nikt nie ucieknie."
    )
    assert contents(raw) == ["Ta machina się toczy", "to koniec", "hańbą dla kraju", "nikt nie ucieknie"]


def test_a_closing_mark_alone_frames_speech_as_a_dash_does():
    assert said("Droga jest wolna, a most stoi” oświadczył w środę wójt.") == [
        ("direct", "Droga jest wolna, a most stoi", "oświadczył")
    ]
    assert contents("– Będzie dobrze. Nie ma paniki” – mówił Kos.") == ["Będzie dobrze. Nie ma paniki"]


def test_a_quotation_after_a_frame_runs_over_its_sentences():
    raw = "Jak podkreślił, „cokolwiek się dzieje, budzi niepokój. Tym bardziej, że zima jest blisko”."
    assert said(raw) == [
        ("direct", "cokolwiek się dzieje, budzi niepokój. Tym bardziej, że zima jest blisko", "podkreślił")
    ]


def test_what_a_headline_is_labelled_with_is_not_said():
    assert contents("Biskup: Zapowiadało się gorzej, więc nie jest źle [WYWIAD]") == [
        "Zapowiadało się gorzej, więc nie jest źle"
    ]


@pytest.mark.parametrize(
    ("raw", "ends_before"),
    [
        # the tagger's nominative is the subject of what is said, where its form allows one
        ("tezy prezentowanej przez prokuraturę członkowie rady kupowali poparcie.", "członkowie"),
        ("dziennika powołującego się na członka komisji Wielka Brytania wyszła.", "Wielka"),
        ("prawników zajmujących się prawami pasażera są dwie drogi.", "są"),
        # a name that no case changes goes with the function before it, whatever the tagger says
        ("premier May nikt nie ucieknie.", "nikt"),
        ("ministra Polska zyska.", "Polska"),
    ],
)
def test_a_phrase_beside_a_source_leaves_the_subject_out(raw, ends_before):
    text = read(raw)
    place = text.lowers.index(ends_before.lower())
    assert phrase_end(text, 0, "gen", {place: "nom", 1: "nom"} if place else {}) == place


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Dr Kos ostrzega: najgorsze dopiero przed nami", "najgorsze dopiero przed nami"),
        ("Kos nie ma wątpliwości: epidemia potrwa do maja", "epidemia potrwa do maja"),
    ],
)
def test_a_verb_at_the_colon_reports_even_without_another(raw, expected):
    assert contents(raw) == [expected]
    assert contents("Kos zapowiedział w maju budowę: szkoły, drogi, mosty.") == []


def test_a_quoted_headline_is_signed_behind_it():
    text = read("„Nie oddamy nigdy tego miasta”. Jan Kos do mieszkańców\n\nW środę rada obradowała.")
    (draft,) = extract(text, lexicon())
    assert draft.named is not None
    assert [token.text for token in text.tokens[slice(*draft.named)]] == ["Jan", "Kos"]
    (draft,) = extract(read("„Nie oddamy nigdy tego miasta”. W środę debata\n\nRada obradowała."), lexicon())
    assert draft.named is None


def test_a_sentence_framed_on_both_sides_is_one_statement():
    assert said("Jak dodał, most wytrzyma zimę - wyjaśnił.") == [("indirect", "most wytrzyma zimę", "dodał")]


def test_a_conjunction_too_many_is_not_said():
    assert contents("Zdaniem szefa banku, że inflacja spada od maja.") == ["inflacja spada od maja"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Według jednej z nich, Ewy Dudy, awansowali tylko mężczyźni.", "awansowali tylko mężczyźni"),
        ("Zdaniem dyrektora szkoły, Jana Kosa, budynek runie.", "budynek runie"),
        ("Zdaniem ministra, Polska, Czechy i Litwa zyskają.", "Polska, Czechy i Litwa zyskają"),
        ("Zgodnie z nim rachunek może urosnąć.", "rachunek może urosnąć"),
    ],
)
def test_a_name_or_a_pronoun_beside_a_source_is_no_content(raw, expected):
    assert contents(raw) == [expected]


def test_words_after_a_colon_reach_the_mark_that_closes_them():
    raw = "Anna Lis powiedziała: Nie mam sobie nic do zarzucenia. A co zrobili inni?” Potem wyszła."
    assert contents(raw) == ["Nie mam sobie nic do zarzucenia. A co zrobili inni?"]


def test_a_label_may_open_its_sentence():
    assert said("„Paranoją” nazwał obawy sąsiadów.") == [("direct", "Paranoją", "nazwał")]
    assert contents("„Kurier” nazwał wójta uparciuchem.") == []


def test_a_headline_of_somebody_may_do_without_a_verb():
    raw = "Kos: most blisko miasta, ale bez drogi\n\nRada obradowała w środę."
    assert contents(raw) == ["most blisko miasta, ale bez drogi"]
    assert contents("Kos: nowy most\n\nRada obradowała w środę.") == []


@pytest.mark.parametrize("label", ["Foto", "Video", "Źródło", "Czytaj także"])
def test_nobody_speaks_behind_a_label_of_the_page(label):
    assert contents(f"Most stoi od maja.\n\n{label}: EPA Rachunek za most. Ile zapłaci miasto.") == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # a dash glued to the word before it frames, an aside between dashes does not
        (
            "Sąd unieważnił wyrok na kobiecie oskarżonej o zdradę– podaje BBC.",
            ["Sąd unieważnił wyrok na kobiecie oskarżonej o zdradę"],
        ),
        ("Anna Lis została pobita i – według straży – przyznała się do winy.", ["przyznała się do winy"]),
        (
            "– Proszę o pomoc i – w miarę możliwości – zapewnienie nam wolności – powiedział Kos.",
            ["Proszę o pomoc i – w miarę możliwości – zapewnienie nam wolności"],
        ),
        (
            "Jak podaje Kurier powołując się na dane urzędu liczba osób spadła o połowę.",
            ["liczba osób spadła o połowę"],
        ),
    ],
)
def test_which_dash_frames_and_where_a_frame_ends(raw, expected):
    assert contents(raw) == expected


def test_a_relative_source_has_only_what_follows_it():
    assert contents("Inaczej widzą to analitycy banku, według których stopy wzrosną.") == ["stopy wzrosną"]
    assert contents("Opublikowano opinię inżynierów, zdaniem których most runie.") == ["most runie"]


def test_a_clause_of_those_who_are_quoted_leaves_their_frame_alone():
    raw = "„To koniec zimy” – czytamy w liście lekarzy, którzy twierdzą, że lód pęka."
    assert contents(raw) == ["To koniec zimy", "lód pęka"]


@pytest.mark.parametrize(
    "raw",
    [
        "Rozmowy były długie – porozumiały się w sprawie cen.",
        "Załogi żądają od firmy podwyżek – która latami broniła się przed związkami.",
        "Obie partie – Lewica i Ruch – deklarują wreszcie, jak widzą przyszłość.",
    ],
)
def test_a_dash_before_what_is_no_frame(raw):
    assert said(raw) == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Według opublikowanych w piątek danych urzędu, ceny spadną.", ["ceny spadną"]),
        ("Zgodnie z przedstawionym niedawno przez starostę raportem, most runie.", ["most runie"]),
        ("Według ankiety, przygotowanej przez tygodnik, most runie.", ["most runie"]),
        ("Według sondażu dla „Kuriera” aż 40 proc. pytanych nie czyta.", ["aż 40 proc. pytanych nie czyta"]),
        ("Według gazet „Kurier” i „Echo” most runie.", ["most runie"]),
        ("Według „Kuriera” Kos odmówił.", ["Kos odmówił"]),
        ("Według raportu ujawnionego przez „Kurier”, a potwierdzonego przez gminę, most runie.", ["most runie"]),
        ("Według rankingu Kos Human Consulting, most runie.", ["most runie"]),
        ("Zdaniem zarządu NBP obniży stopy.", ["NBP obniży stopy"]),
        ("Zdaniem grupy, most runie.", ["most runie"]),
        ("Według grupy wiekowej, most runie.", []),
        ("Zdaniem rzecznika NBP należy obniżyć stopy.", ["należy obniżyć stopy"]),
    ],
)
def test_where_the_name_of_a_source_ends(raw, expected):
    assert contents(raw) == expected


def test_a_frame_at_the_head_of_the_next_paragraph():
    raw = "Most bez zgody\n\nWójt zwołał radę.\n\nZabrakło nam wszystkim czasu.\n\n— mówił Kos. Dodał, że odejdzie."
    assert contents(raw) == ["Zabrakło nam wszystkim czasu", "odejdzie"]
    # a paragraph of the narrator's is not what was said
    assert contents("Wieści\n\nKos ogłosił, że odejdzie.\n\n— mówił Kos.") == ["odejdzie"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Rada milczy. „Nikt nas nie pytał” Wójt zwołał mieszkańców.", ["Nikt nas nie pytał"]),
        ("– Odejdę – ogłosił Kos. „Mamy słabą pozycję” Tymczasem zebrał się zarząd.", ["Odejdę", "Mamy słabą pozycję"]),
        ("Pokazano „Dom, który runął” Jana Kosa.", []),
        ("„Nie ma mocnych nad Wisłą” Jana Kosa zebrało nagrody.", []),
        ("„Idziemy dziś wszyscy do domu” – takie słowa usłyszał wójt.", ["Idziemy dziś wszyscy do domu"]),
    ],
)
def test_a_heading_in_quotation_marks_runs_into_the_sentence_below(raw, expected):
    assert contents(raw) == expected


def test_a_reason_that_is_somebodys_opinion_is_a_claim_of_its_own():
    raw = "Zapewnił, że zima minie, bo jego zdaniem lód pęka."
    assert contents(raw) == ["zima minie, bo jego zdaniem lód pęka", "lód pęka"]


def test_speech_without_marks_reaches_back_to_its_first_person():
    raw = "Rzecznik zabrał głos. Potwierdzam, że most runął. Straż bada przyczyny. Prosimy o spokój - powiedział Kos."
    assert contents(raw) == ["Potwierdzam, że most runął. Straż bada przyczyny. Prosimy o spokój"]
    # not over what the narrator reports
    raw = "Poprosiłem o wywiad. Rzecznik dodał, że ma czas. Prosimy o spokój - powiedział Kos."
    assert contents(raw)[-1] == "Prosimy o spokój"


def test_an_attitude_that_a_paper_passes_on():
    raw = "Posłowie widzą zmiany, ale uważają, że prace trwają za długo - czytamy w komunikacie."
    assert contents(raw)[-1] == "prace trwają za długo"


def test_what_was_rejected_as_a_label():
    assert contents("Prawnicy odrzucili wczorajsze wnioski sąsiadów jako „prawniczą fikcję”.") == ["prawniczą fikcję"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Nieśli transparenty: „Chcemy mostu”, „Nie oddamy szkoły”.", ["Nie oddamy szkoły"]),
        ("„Domagamy się mostu”, „Mamy dość” - to hasła mieszkańców.", ["Domagamy się mostu"]),
        ("Zjazd odbył się pod hasłem „Domagamy się mostu”.", []),
    ],
)
def test_what_people_carry_on_banners(raw, expected):
    assert contents(raw) == expected
