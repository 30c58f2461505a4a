"""What was said and where it ends: pure rules on text, no pipeline."""

import time

import pytest
from drafts import contents, said
from hypothesis import given
from hypothesis import strategies as st

from nlp_claims.statements.contents.extract import extract
from nlp_claims.statements.cues import lexicon
from nlp_claims.statements.text import read


@pytest.mark.parametrize(
    "raw",
    [
        "Okazało się, że pada.",
        "Oznacza to, że pada.",
        "Deszcz sprawił, że mecz odwołano.",
        "Wiadomo, że pada.",
        "Minister zapowiedział obniżkę podatków i podał się do dymisji.",
        "Liczy 300 osób, a zarządza nią prezes.",
        "Gdyby powiedział, że odejdzie, nikt by nie uwierzył.",
        "Decyzja pokazuje, że rząd się boi.",
        "Związek „Rosa” oraz gazeta „Głos” milczą.",
        "Most zbudowano według planu z 1934 roku.",
        "„Zimna wojna” to film, a nie „wojna”.",
        "W domu - jak zwykle - było cicho.",
        "- chleb\n- mleko\n- ser",
        "Wszystko wskazuje na to, że jutro będzie padać.",
        "Nie ma wątpliwości, że jutro będzie padać.",
        "To bym pomyślał, że pada.",
        "Żebyśmy się nie obawiali, że jutro będzie padać.",
        "Mylił się ten, kto sądził, że to koniec.",
        "Głosów „za” odnotowano 205.",
        "To są „ataki” - tylko że brzmi to nieźle.",
        "Zgodziła się gazeta „Rolnik”, związek proponuje zmiany.",
        "Zapowiadało się, że będzie gorzej.",
        "Kos zwrócił uwagę na promocje pod hasłem „bilet za złotówkę”.",
        "Kos mówił o gościach: * Anna Lis * Jan Sum",
        "Posłowie oceniają „polskość” ministra.",
        "Piosenkarz działa według pierwszej z nich.",
        "Firma działa według trzeciej strategii.",
        "Możemy odetchnąć, zakładając, że jutro nie będzie padać.",
        "Zapytano ich o pogodę: połowa woli deszcz.",
        "Film nosi tytuł: „Nie lubię wczesnych poniedziałków”.",
    ],
)
def test_no_statement(raw):
    assert said(raw) == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # where one verb frames several sentences, they are one statement
        ("„A to co? – pytał Kos. – Nic. Zupełnie nic.”", [("direct", "A to co? … Nic. Zupełnie nic", "pytał")]),
        ("„Idę”, powiedział. „Wrócę.”", [("direct", "Idę", "powiedział")]),
        ("– Idę – rzucił Kos. – Wrócę – dodał.", [("direct", "Idę", "rzucił"), ("direct", "Wrócę", "dodał")]),
        (
            "– Idę – rzekł Kos i dodał – Wrócę.",
            [("direct", "Idę", "rzekł"), ("direct", "Wrócę", "dodał")],
        ),
        # speech keeps its own dashes
        (
            "– Jestem stąd – z Łodzi – i tu zostanę – podkreślił.",
            [("direct", "Jestem stąd – z Łodzi – i tu zostanę", "podkreślił")],
        ),
        # a hyphen stuck to the last word
        ("– Nie mieli racji- stwierdziła Kos.", [("direct", "Nie mieli racji", "stwierdziła")]),
        # the writer's voice resumes
        (
            "– Idę – rzekł Kos. – Wrócę. Dodał, że pada.",
            [("direct", "Idę … Wrócę", "rzekł"), ("indirect", "pada", "Dodał")],
        ),
        # speech in speech
        (
            "– Czy to nie Kos powiedział: „prawo się zmienia”? – pytała.",
            [
                ("direct", "Czy to nie Kos powiedział: „prawo się zmienia”?", "pytała"),
                ("direct", "prawo się zmienia", "powiedział"),
            ],
        ),
        # speech whose marks were lost, or typed close
        ("„Jesteśmy gotowi – powiedział Kos.", [("direct", "Jesteśmy gotowi", "powiedział")]),
        ("To już koniec sporu”, powiedział Kos.", [("direct", "To już koniec sporu", "powiedział")]),
        ("- Nie mieli racji -stwierdziła Kos.", [("direct", "Nie mieli racji", "stwierdziła")]),
        ("Nuci „W mieście”. Lis powiedział: „Mamy czas. Kos dodał: „Mamy wodę.", None),
        ("Nie czekał tam Kos - Ja nigdy nie czekam - powiedział.", [("direct", "Ja nigdy nie czekam", "powiedział")]),
        (
            "Padało. Uważam, że to błąd. Wejdziemy jutro - powiedział Kos.",
            [("indirect", "Uważam, że to błąd. Wejdziemy jutro", "powiedział")],
        ),
        (
            "Lis wyraziła swój żal i sprzeciw: - „Nie zdążyliśmy z budową”.",
            [("direct", "Nie zdążyliśmy z budową", "wyraziła")],
        ),
        (
            "To zły projekt - tak Anna Lis, komisarz ds. rolnictwa w Unii, skomentowała plany.",
            [("indirect", "To zły projekt", "skomentowała")],
        ),
        (
            "Padało. Moja rada jest taka. Wejdziemy jutro - powiedział Kos.",
            [("indirect", "Moja rada jest taka. Wejdziemy jutro", "powiedział")],
        ),
        # a heading that was put into the paragraph
        ("Padało. Premier: nie pozwolimy na to. Padało.", [("direct", "nie pozwolimy na to", None)]),
        # where nothing tells the narrator, long speech goes as far as its first person
        (
            "– Idę – rzekł Kos. – Wrócę. Padało w nocy. Rano było zimno. Drogi stały. Sklepy stały. Nikt nie szedł.",
            [("direct", "Idę … Wrócę", "rzekł")],
        ),
        # a verb that no list or dictionary has
        ("– Powodzenia życzę wszystkim – wyzłośliwia się dyplomata.", None),
        ("– Nie mieli racji – powedziała Anna Kos.", [("direct", "Nie mieli racji", "powedziała")]),
        ("„Nie mieli racji” – bronił decyzji radny.", [("direct", "Nie mieli racji", "bronił")]),
        # a verb before the dash, a narrator between two speakers
        (
            "– Idę – rzekł Kos. Inny dodał: – Wrócę do domu.",
            [("direct", "Idę", "rzekł"), ("direct", "Wrócę do domu", "dodał")],
        ),
        (
            "– Idę – rzekł Kos. Padało. – Wszyscy chcemy wrócić do domu.",
            [("direct", "Idę", "rzekł"), ("direct", "Wszyscy chcemy wrócić do domu", None)],
        ),
        # a sentence cut in two by its frame
        ("Wisła – przyznał trener – jest słaba.", [("indirect", "Wisła … jest słaba", "przyznał")]),
        ("Miłość, wyjaśniał Kos, jest ślepa.", [("indirect", "Miłość … jest ślepa", "wyjaśniał")]),
        # words after a colon that no verb introduces
        ("Kos nie ustąpi: „Nie zamierzam teraz stąd odejść”.", [("direct", "Nie zamierzam teraz stąd odejść", None)]),
        # one's own attitude is no second statement
        ("– Myślę, że wygramy – powiedział Kos.", [("direct", "Myślę, że wygramy", "powiedział")]),
        ("Dodał, że spodziewa się, iż wygrają.", [("indirect", "spodziewa się, iż wygrają", "Dodał")]),
    ],
)
def test_direct_speech(raw, expected):
    if expected is None:
        assert contents(raw) in (["Mamy czas", "Mamy wodę"], ["Powodzenia życzę wszystkim"])
    else:
        assert said(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Gazeta podała, że prawnik twierdził, że skłamała sąsiadka, która mówiła, że nic nie wie.", 3),
        ("Jak donosi portal, według lotników lot opóźnił się o dobę.", 2),
    ],
)
def test_a_chain_of_sources_is_a_statement_each(raw, expected):
    assert len(said(raw)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Strajk, według zarządu, jest nielegalny.", ["Strajk … jest nielegalny"]),
        ("Miał ruszyć, nielegalny według zarządu, strajk.", ["nielegalny"]),
        ("Choć zdaniem prawników są one konieczne, nikt ich nie płaci.", ["są one konieczne"]),
        ("Jej zdaniem to błąd.", ["to błąd"]),
        ("To był błąd, jak zaznaczyła posłanka.", ["To był błąd"]),
        ("Jak wynika z raportu, ceny wzrosły.", ["ceny wzrosły"]),
        ("Jak dodał Jan Lis, były prezes, a dziś radny, w maju ruszy budowa.", ["w maju ruszy budowa"]),
        ("Jak wskazują ci, którzy byli – ceny wzrosły.", ["ceny wzrosły"]),
        ("Jak powiedział szef straży, Marek Kos, w maju ruszy budowa.", ["w maju ruszy budowa"]),
        ("Zgodnie z analizą ryzyka firma odejdzie.", ["firma odejdzie"]),
        ("Zgodnie z prawem firma odejdzie.", []),
        ("Trwa wielki spór, o czym poinformowali w środę rano.", ["Trwa wielki spór"]),
        ("Jak mówi Lis, „wcale nie warto tego liczyć” Kos dodał, że pada.", ["wcale nie warto tego liczyć", "pada"]),
        ("Zmiana dokonuje się sama. Tak sugeruje Anna Lis.", ["Zmiana dokonuje się sama"]),
        ("Jeśli tak będzie, to według premiera spadnie deszcz.", ["Jeśli tak będzie, to … spadnie deszcz"]),
        ("Nic nie widać - ale zmiana dokonuje się sama. Tak uważa Anna Lis.", ["zmiana dokonuje się sama"]),
        ("Jak twierdzą eksperci, chleb zdrożeje zimą.", ["chleb zdrożeje zimą"]),
        ("Padało, jednak zdaniem sądu droga była sucha.", ["droga była sucha"]),
        ("W maju staną tu, a w czerwcu staną tam, o czym poinformowali wczoraj.", ["w czerwcu staną tam"]),
        ("Co więcej, zdaniem sądu język jest krótki, często żywy.", ["Co więcej … język jest krótki, często żywy"]),
        ("O tym, że ustawę podpisano, poinformował marszałek.", ["ustawę podpisano"]),
    ],
)
def test_named_sources(raw, expected):
    assert contents(raw) == expected


def test_a_denied_and_a_negated_report():
    text = read("Rzecznik nie powiedział, że lot się odbędzie. Nie ukrywa, że się boi.")
    first, second = extract(text, lexicon())
    assert first.cue.negated
    assert not second.cue.negated, "«nie ukrywa» says it openly"


def test_the_class_of_the_cue_is_the_lexicons():
    classes = {lemma: entry.class_ for lemma, entry in lexicon().verbs.items()}
    assert classes["zaprzeczyć"] == "deny"
    assert classes["szacować"] == "estimate"
    assert classes["obiecać"] == "promise"


@given(st.text(alphabet='abąż ABŻ,.:;!?–-„”"()\n0że powiedział dodał według jak ', max_size=250))
def test_never_raises_and_parts_stay_in_the_text(raw):
    text = read(raw)
    for draft in extract(text, lexicon()):
        assert draft.parts == sorted(draft.parts)
        for start, end in draft.parts:
            assert 0 <= start < end <= len(text.tokens)


@pytest.mark.parametrize(
    "unit", ["– ", "„", '"', "że ", "powiedział, że ", "według ", "jak podał ", ": ", "(", ", ", "który "]
)
def test_hostile_repetition_takes_linear_time(unit):
    text = read(unit * 20_000)
    started = time.perf_counter()
    extract(text, lexicon())
    assert time.perf_counter() - started < 30
