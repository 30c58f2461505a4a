"""Who said it: subjects by case and agreement, roles, listeners, and dropped subjects by discourse."""

import pytest
import spacy

from nlp_claims.annotations import claims_of
from nlp_claims.statements import component
from nlp_claims.statements.speakers.agreement import settled

KINDS = {"p": "person", "o": "organization", "l": "place", "g": "group"}


@pytest.fixture(scope="module")
def statements():
    """The statements of a text whose names are given: surface → (name, kind, gender)."""
    nlp = spacy.blank("pl")
    write = component.create(nlp, "claims_statements", "")

    def run(raw, names):
        doc = nlp(raw)
        actors = claims_of(doc)["actors"]
        index = {}
        for surface, (name, kind, gender) in names.items():
            if name not in index:
                index[name] = len(actors)
                actors.append(
                    {
                        "name": name,
                        "kind": KINDS[kind],
                        "roles": [],
                        "acts": [],
                        "mentions": [],
                        "references": [],
                        "gender": gender,
                        "plural": kind == "g",
                    }
                )
            at = raw.find(surface)
            while at >= 0:
                base = surface if surface in name else name
                actors[index[name]]["mentions"].append({"start": at, "end": at + len(surface), "base": base})
                at = raw.find(surface, at + 1)
        write(doc)
        return doc, claims_of(doc)

    return run


ANNA = {"Anna Lis": ("Anna Lis", "p", "f"), "Anną Lis": ("Anna Lis", "p", "f"), "Annie Lis": ("Anna Lis", "p", "f")}
JAN = {"Jan Kos": ("Jan Kos", "p", "m"), "Janem Kosem": ("Jan Kos", "p", "m"), "Jana Kosa": ("Jan Kos", "p", "m")}
PAP = {"PAP": ("PAP", "o", None)}
MOST = {"Mostostal": ("Mostostal", "o", None)}


def names_of(statements, raw, names):
    _, claims = statements(raw, names)
    return [s["speaker"] and s["speaker"]["name"] for s in claims["statements"]]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("– Idę – powiedział wójt gminy Jan Kos.", ["Jan Kos"]),
        ("– Idę – powiedział PAP wójt Jan Kos.", ["Jan Kos"]),
        ("Jan Kos, wójt gminy, zapewnił, że idzie.", ["Jan Kos"]),
        ("Rzecznik gminy, związanej z lasem, Jan Kos przyznał, że idzie.", ["Jan Kos"]),
        ("W rozmowie z Anną Lis przyznał w środę Jan Kos, że idzie.", ["Jan Kos"]),
        ("Anna Lis i Jan Kos mówili, że idą.", ["Jan Kos"]),
        ("Spotkanie z Janem Kosem trwało. Mostostal podał, że idzie.", ["Mostostal"]),
        ("Zdaniem wójta Jana Kosa most stoi.", ["Jan Kos"]),
        ("Anna Lis wyszła. – Idę – mówi politolog z uczelni, prof. Jan Kos.", ["Jan Kos"]),
        ("Spółka Mostostal poinformowała, że idzie.", ["Mostostal"]),
        ("Polska spółka Mostostal poinformowała, że idzie.", ["Mostostal"]),
        ("– Idę – dodał ekspert, Jan Kos. – Wrócę – obiecał.", ["Jan Kos", "Jan Kos"]),
    ],
)
def test_the_subject_of_the_verb_speaks(statements, raw, expected):
    assert names_of(statements, raw, ANNA | JAN | PAP | MOST) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # the one who agrees, not the nearest name
        ("Anna Lis mówiła, że zna Jana Kosa. Dodała, że go ceni.", ["Anna Lis", "Anna Lis"]),
        ("Jan Kos mówił, że pada. Anna Lis mówiła, że nie. Dodał, że żałuje.", ["Jan Kos", "Anna Lis", "Jan Kos"]),
        # whom a subordinate clause is about is not who goes on
        ("Adam Rys mówił, że pada. Zbagatelizował to, że Jan Kos zmókł. Dodał, że wieje.", ["Adam Rys", "Adam Rys"]),
        (
            "Adam Rys mówił, że pada. Skomentował to, że Jan Kos nazwał deszcz „katastrofą dekady”. Dodał, że wieje.",
            ["Adam Rys", "Jan Kos", "Adam Rys"],
        ),
        # somebody whom the narrator has just introduced
        ("Jan Kos mówił, że pada. Głos zabrał Adam Rys. – Nie – rzucił.", ["Jan Kos", "Adam Rys"]),
        # pronouns
        ("Jan Kos mówił, że pada. Jego zdaniem to koniec.", ["Jan Kos", "Jan Kos"]),
        ("Anna Lis wyszła, a Jan Kos mówił, że pada. W jej ocenie to koniec.", ["Jan Kos", "Anna Lis"]),
        # who took the picture says nothing
        ("Adam Rys wyszedł (Fot. Jan Kos). Mówił, że pada.", ["Adam Rys"]),
        # a share is of those who have just spoken, and stands on either side of its verb
        ("Sondaż trwa. 67 proc. badanych mówi, że warto, a 9 proc. twierdzi, że nie.", ["badani", "badani"]),
        ("Jan Kos mówił, że pada. Na polu jest ciepło – twierdzi prawie 48 proc. badanych.", ["Jan Kos", "badani"]),
        # participles share the subject
        ("Anna Lis mówiła, że pada, dodając, że wieje.", ["Anna Lis", "Anna Lis"]),
        # a function stands for the person named before
        ("Jan Kos mówił, że pada. – Wieje – dodał polityk.", ["Jan Kos", "Jan Kos"]),
        # whom a medium relays goes on speaking
        ("Jak podaje PAP, Jan Kos przyznał, że pada. Mówił, że wieje.", ["PAP", "Jan Kos", "Jan Kos"]),
    ],
)
def test_a_dropped_subject_goes_to_the_last_speaker_who_agrees(statements, raw, expected):
    names = ANNA | JAN | PAP | {"Adam Rys": ("Adam Rys", "p", "m")}
    assert names_of(statements, raw, names) == expected


def test_a_dropped_subject_has_no_span(statements):
    _, claims = statements("Anna Lis mówiła, że pada. Dodała, że wieje.", ANNA)
    named, dropped = (s["speaker"] for s in claims["statements"])
    assert (named["start"], named["end"]) == (0, 8)
    assert (dropped["start"], dropped["end"]) == (None, None)


@pytest.mark.parametrize("raw", ["Mówi się, że będzie susza.", "Pytany, czy odejdzie, milczał."])
def test_nobody_is_named_where_nobody_speaks(statements, raw):
    assert names_of(statements, raw, ANNA) == [None]


@pytest.mark.parametrize(
    "raw",
    [
        "– Idę – powiedziała PAP Anna Lis.",
        "– Idę – powiedziała w rozmowie z PAP Anna Lis.",
        "Anna Lis, cytowana przez PAP, powiedziała, że idzie.",
    ],
)
def test_the_medium_is_the_relay_and_not_the_speaker(statements, raw):
    _, claims = statements(raw, ANNA | PAP)
    (statement,) = claims["statements"]
    assert statement["speaker"]["name"] == "Anna Lis"
    assert statement["via"]["name"] == "PAP"


def test_speaking_is_an_act(statements):
    _, claims = statements("Anna Lis mówiła, że pada.", ANNA)
    assert claims["actors"][0]["acts"] == ["mówić"]


def test_spans_carry_the_rule(statements):
    doc, _ = statements("Anna Lis mówiła, że pada.", ANNA)
    (span,) = doc.spans["claims_statements"]
    assert span.text == "pada"
    assert span.id_ == "statement.clause"


def test_findings_survive_a_round_trip_of_bytes(statements):
    doc, claims = statements("Anna Lis mówiła, że pada.", ANNA)
    again = spacy.tokens.Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert (
        claims_of(again)["statements"]
        == [{**s, "parts": [list(part) for part in s["parts"]]} for s in claims["statements"]]
        or claims_of(again)["statements"] == claims["statements"]
    )


@pytest.mark.parametrize(
    "raw", ["", " ", "\n\n", "„", "–", "że", "powiedział", ":", "\u00ad\ufeff", "🙂 powiedział, że 🙂"]
)
def test_odd_texts_do_not_raise(statements, raw):
    statements(raw, {})


@pytest.mark.parametrize(
    ("guess", "told", "gender"),
    [("f", ["m", "m"], "m"), ("f", ["m"], None), (None, ["f"], "f"), ("m", [], "m"), (None, [], None)],
)
def test_the_verbs_beside_a_name_correct_a_guessed_gender(guess, told, gender):
    assert settled(guess, told) == gender


def test_a_name_of_the_wrong_guessed_gender_still_speaks_beside_its_verb(statements):
    names = {"Lee": ("Robin Lee", "p", "f"), "Jan Kos": ("Jan Kos", "p", "m")}
    raw = "Jan Kos wyszedł. – Rezygnuję – tłumaczył Lee. Lee wyjaśniał, że się spieszył. Dodał, że wróci."
    assert names_of(statements, raw, names) == ["Robin Lee"] * 3


def test_a_noun_in_another_case_before_a_name_does_not_govern_it(statements):
    raw = "Kiedy prowadząca audycję Anna Lis stwierdziła, że pada, goście wyszli."
    assert names_of(statements, raw, ANNA) == ["Anna Lis"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        # a name in somebody's words is no speaker in the sentence around them
        ("Anna Lis nazywa to „błędem Mostostalu” i przypomina, że idzie.", ["Anna Lis", "Anna Lis"]),
        ("„Mostostal kłamie” – rzucił Jan Kos i dodał, że idzie.", ["Jan Kos", "Jan Kos"]),
        # the relative word is the subject only in the nominative
        ("Mostostal wydał oświadczenie, w którym pisze, że idzie.", ["Mostostal"]),
        ("Firma Lipex wydała oświadczenie, w którym poinformowała, że idzie.", ["Lipex"]),
        ("Jan Kos, który twierdzi, że idzie, wyszedł.", ["Jan Kos"]),
        # what stands beside a name is set off by marks
        ("Jan Kos, CEO Lipex, powiedział, że idzie.", ["Jan Kos"]),
        ("Anna Lis, której rywalem jest Jan Kos powiedziała, że idzie.", ["Anna Lis"]),
        # one who is only mentioned, where the pronoun or the verb can mean nobody else
        ("Powodem jest raport Anny Lis. Uznała ona, że idzie.", ["Anna Lis"]),
        # the first function after the name is the name's
        ("Anna Lis mówiła, że pada. Jan Kos, prezes klubu, przeczy. Argumentuje, że wieje.", ["Anna Lis", "Jan Kos"]),
        # what a medium passes on is told
        ("Jak podała PAP, Mostostal zamknął most. Jan Kos milczał. Ocenił, że pada.", ["PAP", "Jan Kos"]),
        ("Pytany, czy Mostostal zamknie most odpowiedział, że nie. – Nie – dodał Jan Kos.", [None, None, "Jan Kos"]),
    ],
)
def test_the_speaker_stands_in_the_voice_that_reports(statements, raw, expected):
    names = (
        JAN
        | MOST
        | PAP
        | {"Lipex": ("Lipex", "o", None), "Anny Lis": ("Anna Lis", "p", "f")}
        | ANNA
        | {"Mostostalu": ("Mostostal", "o", None)}
    )
    assert names_of(statements, raw, names) == expected
