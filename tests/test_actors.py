"""Actors on hand-built Docs: each test says what Polish tells of the names in it."""

import pytest
from actor_docs import ACTORS, NLP, actors, build, names
from spacy.tokens import Doc

from nlp_claims.actors.registry import find_actor
from nlp_claims.actors.unnamed import add_unnamed
from nlp_claims.annotations import claims_of


def test_a_title_stands_outside_the_name_and_is_a_role() -> None:
    doc = build("Wczoraj", "gen", ".", "Jan/PROPN", "Kowalski/PROPN", "milczał")
    found = actors(doc)
    assert [(a["name"], a["kind"], a["roles"]) for a in found] == [("Jan Kowalski", "person", ["generał"])]
    assert doc.text[found[0]["mentions"][0]["start"] : found[0]["mentions"][0]["end"]] == "Jan Kowalski"


def test_a_role_after_the_name_is_put_into_the_nominative() -> None:
    nouns = "NOUN///Case=Ins|Gender=Masc|Animacy=Hum|Number=Sing"
    doc = build(
        "Rozmawiał", "z/ADP", "Janem/PROPN///Case=Ins", "Kowalskim/PROPN///Case=Ins", ",", f"prezesem/{nouns}",
        "spółki/NOUN///Case=Gen", ".",
    )  # fmt: skip
    assert actors(doc)[0]["roles"] == ["prezes spółki"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Wczoraj prezydent Kędzierzyna-Koźla Anna Lis milczała.", {"Anna Lis": ["prezydent Kędzierzyna-Koźla"]}),
        ("Wczoraj spikerka Izby Reprezentantów Nancy Lis milczała.", {"Nancy Lis": ["spikerka Izby Reprezentantów"]}),
        ("Wczoraj Rzecznik Praw Obywatelskich Jan Lis milczał.", {"Jan Lis": ["rzecznik Praw Obywatelskich"]}),
        ("Anna Lis, autorka „Zimowej drogi” i poetka, milczy.", {"Anna Lis": ["autorka „Zimowej drogi” i poetka"]}),
        (
            "Milczą Jan Lis, prezydent Gdyni Anna Wilk i premier Adam Kos.",
            {"Jan Lis": [], "Anna Wilk": ["prezydent Gdyni"], "Adam Kos": ["premier"]},
        ),
    ],
)
def test_a_role_is_the_nearest_persons_and_keeps_its_words(text: str, roles: dict[str, list[str]]) -> None:
    found = {actor["name"]: actor["roles"] for actor in actors(NLP(text)) if actor["kind"] == "person"}
    assert found == roles


def test_the_head_word_makes_an_organization_of_what_was_called_a_place() -> None:
    doc = build("W/ADP", "Ministerstwie/PROPN///Case=Loc", "Zdrowia/PROPN", "trwa", entities=[(1, 3, "placeName")])
    assert names(doc) == [("Ministerstwo Zdrowia", "organization")]


def test_a_preposition_with_a_capital_is_no_name_wherever_it_stands() -> None:
    assert names(build("2023-11/X", "Od/ADP", "sierpnia/NOUN", "pada/VERB", ".", entities=[(1, 2, "persName")])) == []


def test_what_a_name_is_about_is_no_part_of_it() -> None:
    doc = build("Spór/NOUN", "ws", ".", "Katalonii/PROPN///Case=Gen", "trwa/VERB", ".", entities=[(1, 4, "placeName")])
    assert names(doc) == [("Katalonia", "place")]


@pytest.mark.parametrize("word", ["Środa", "Wtorek", "Jednak", "Powinniśmy"])
def test_a_common_word_that_opens_a_sentence_is_no_name(word: str) -> None:
    doc = build(f"{word}/NOUN", "minął", "spokojnie", entities=[(0, 1, "orgName")])
    assert names(doc) == []


def test_a_name_found_once_is_found_elsewhere() -> None:
    doc = build(
        "Mówił", "Brian/PROPN///Case=Nom", "Turlington/PROPN///Case=Nom",
        ".", "Turlingtonem/PROPN///Case=Ins", "gardzą",
        entities=[(1, 3, "persName")],
    )  # fmt: skip
    found = actors(doc)
    assert [(a["name"], len(a["mentions"])) for a in found] == [("Brian Turlington", 2)]
    assert found[0]["mentions"][1]["base"] == "Turlington"


def test_two_names_side_by_side_are_two() -> None:
    doc = build("premier", "Wielkiej", "Brytanii", "Theresa", "May", "milczy")
    assert names(doc) == [("Wielka Brytania", "place"), ("Theresa May", "person")]


def test_the_listener_in_capitals_is_no_part_of_the_speakers_name() -> None:
    doc = build(
        "–/PUNCT",
        "To/PRON",
        "–/PUNCT",
        "powiedział/VERB",
        "PAP/PROPN",
        "Nowak/PROPN",
        ".",
        entities=[(4, 6, "orgName")],
    )
    assert names(doc) == [("PAP", "organization"), ("Nowak", "person")]


def test_a_title_in_quotation_marks_names_what_the_noun_before_says() -> None:
    doc = build("Dziennik/NOUN", "„/PUNCT", "Rzeczpospolita/PROPN", "”/PUNCT", "pisze/VERB", "o/ADP", "suszy/NOUN", ".")
    assert ("Rzeczpospolita", "organization") in names(doc)


def test_two_fields_of_one_ministry_are_one_name_and_two_bodies_two() -> None:
    doc = build("Ministerstwo/NOUN", "Rolnictwa/PROPN", "i/CCONJ", "Rozwoju/PROPN", "Wsi/PROPN", "milczy/VERB", ".")
    assert names(doc) == [("Ministerstwo Rolnictwa i Rozwoju Wsi", "organization")]
    doc = build(
        "Ministerstwo/NOUN", "Finansów/PROPN", "i/CCONJ", "Narodowy/ADJ", "Bank/NOUN", "Polski/ADJ", "milczą/VERB", "."
    )
    assert names(doc) == [("Ministerstwo Finansów", "organization"), ("Narodowy Bank Polski", "organization")]


def test_a_noun_that_leads_to_a_company_is_that_company_and_no_other() -> None:
    doc = build(
        "Brytyjska/ADJ/amod/1/Case=Nom|Gender=Fem|Number=Sing",
        "firma/NOUN/nsubj/3/Case=Nom|Gender=Fem|Number=Sing",
        "Rolls/PROPN/flat/1/Case=Nom|Gender=Masc|Number=Sing",
        "sprzedała/VERB/ROOT/3",
        "fabrykę/NOUN/obj/3",
        ".",
        entities=[(2, 3, "orgName")],
    )
    (rolls,) = actors(doc)
    assert rolls["name"] == "Rolls"
    assert (0, 15) in rolls["references"]


def test_an_adjective_may_stand_between_such_a_noun_and_its_name() -> None:
    doc = build(
        "Linie/NOUN/nsubj/3/Case=Nom|Gender=Fem|Number=Plur",
        "lotnicze/ADJ/amod/0/Case=Nom|Gender=Fem|Number=Plur",
        "Ryanair/PROPN/flat/0/Case=Nom|Gender=Masc|Number=Sing",
        "zawiesiły/VERB/ROOT/3/Number=Plur",
        "loty/NOUN/obj/3",
        ".",
        entities=[(2, 3, "orgName")],
    )
    (ryanair,) = actors(doc)
    assert ryanair["name"] == "Ryanair"
    assert (0, 5) in ryanair["references"]


def test_a_company_named_with_an_acronym_is_one_name() -> None:
    doc = build(
        "Rozmowy/NOUN", "z/ADP", "TVN/PROPN", "Discovery/PROPN", "trwają/VERB", ".", entities=[(2, 4, "orgName")]
    )
    assert names(doc) == [("TVN Discovery", "organization")]


def test_an_acronym_in_brackets_is_the_same_organization() -> None:
    doc = build("to", "Narodowy", "Bank", "Polski", "(", "NBP", ")", "i", "NBP")
    assert names(doc) == [("Narodowy Bank Polski", "organization")]


def test_of_two_short_names_the_acronym_is_the_name_and_an_abbreviation_gives_the_full_one() -> None:
    assert names(build("Wczoraj", "liderzy", "UE", "i", "całej", "Unii", "milczeli")) == [("UE", "organization")]
    assert names(build("Wczoraj", "liderzy", "UE", "milczeli")) == [("UE", "organization")]
    assert names(build("Rząd", "Wlk", ".", "Brytanii", "milczy")) == [("Wielka Brytania", "place")]


def test_reuter_is_the_one_of_the_agency() -> None:
    assert names(build("Podała", "to", "agencja/NOUN", "Reutera/PROPN///Case=Gen")) == [
        ("agencja Reutera", "organization")
    ]


def test_a_surname_of_the_document_is_no_national() -> None:
    man = "PROPN///Case={}|Gender=Masc|Animacy=Hum|Number=Sing"
    first = ["Leszek/" + man.format("Nom"), "Mazur/" + man.format("Nom"), "odszedł", "."]
    doc = build(*first, "Następcą", "Mazura/" + man.format("Gen"), "zostaje", "sędzia", entities=[(0, 2, "PER")])
    assert names(doc) == [("Leszek Mazur", "person")]


def test_nationals_are_a_group_and_their_country_a_place() -> None:
    doc = build(
        "dla/ADP", "Polaków/NOUN///Case=Gen|Gender=Masc|Animacy=Hum|Number=Plur", "w/ADP", "Polsce/PROPN///Case=Loc"
    )
    assert names(doc) == [("Polacy", "group"), ("Polska", "place")]


def test_events_units_and_currencies_are_no_actors() -> None:
    doc = build("za", "PKB", "i", "Puchar", "Polski", "i", "USD")
    assert ("PKB", "organization") not in names(doc)
    assert not any(name.startswith("Puchar") or name == "USD" for name, _ in names(doc))


def test_a_noun_for_a_company_means_the_one_the_text_is_about() -> None:
    doc = build(
        "o/ADP", "Voltarze/PROPN///Case=Loc", "dla/ADP", "Voltary/PROPN///Case=Gen",
        "z/ADP", "Voltarą/PROPN///Case=Ins",
        "spółka/NOUN///Case=Nom|Number=Sing", entities=[(1, 2, "orgName"), (3, 4, "orgName"), (5, 6, "orgName")],
    )  # fmt: skip
    found = actors(doc)
    assert [a["name"] for a in found] == ["Voltara"]
    assert find_actor(doc, doc[6]) == 0


def test_an_unnamed_speaker_is_named_by_its_nominative_phrase() -> None:
    doc = build(
        "według/ADP", "belgijskich/ADJ/amod/2/Case=Gen|Number=Plur",
        "pilotów/NOUN///Case=Gen|Gender=Masc|Animacy=Hum|Number=Plur",
        "NATO",
    )  # fmt: skip
    index = add_unnamed(doc, 1, 4, 2)
    found = claims_of(doc)["actors"][index]
    assert (found["name"], found["kind"], found["plural"]) == ("belgijscy piloci NATO", "group", True)
    assert find_actor(doc, doc[2]) == index
    assert add_unnamed(doc, 1, 4, 2) == index


@pytest.mark.parametrize(
    ("noun", "features", "kind"),
    [
        ("rzecznik", "Gender=Masc|Animacy=Hum", "person"),
        ("rzeczniczka", "Gender=Fem", "person"),
        ("sąsiadka", "Gender=Fem", "person"),
        ("rząd", "Gender=Masc|Animacy=Inan", "organization"),
        ("firma", "Gender=Fem", "organization"),
    ],
)
def test_the_head_noun_tells_the_kind(noun: str, features: str, kind: str) -> None:
    doc = build(f"{noun}/NOUN/nsubj/1/Case=Nom|Number=Sing|{features}", "milczy/VERB")
    index = add_unnamed(doc, 0, 1, 0)
    assert claims_of(doc)["actors"][index]["kind"] == kind


@pytest.mark.parametrize("text", ["", " ", "\n\n", "???", "A", "I. I. I.", "– – –", "„”", "X" * 5000, "Ą-Ę-/'’a"])
def test_no_text_raises(text: str) -> None:
    assert claims_of(ACTORS(NLP(text)))["statements"] == []


def test_the_findings_survive_bytes() -> None:
    doc = ACTORS(build("Mówi", "Jan", "Kowalski"))
    copy = Doc(NLP.vocab).from_bytes(doc.to_bytes())
    assert claims_of(copy)["actors"][0]["name"] == "Jan Kowalski"
    assert find_actor(copy, copy[2]) == 0


def test_the_noun_that_leads_to_a_name_is_that_organization() -> None:
    agency = "agencja/NOUN/nsubj/0/Case=Nom|Gender=Fem|Number=Sing"
    doc = build("podała/VERB/ROOT/0", agency, "Interfax/PROPN/appos/1", entities=[(2, 3, "ORG")])
    actors(doc)
    known = find_actor(doc, doc[2])
    assert add_unnamed(doc, 1, 3, 1) == known
    assert find_actor(doc, doc[1]) == known


def test_supporters_are_no_role_of_the_one_they_support() -> None:
    supporters = "zwolenników/NOUN///Case=Gen|Gender=Masc|Animacy=Hum|Number=Plur"
    trump = ["Donalda/PROPN///Case=Gen", "Trumpa/PROPN///Case=Gen"]
    assert actors(build("tłum", supporters, *trump, "."))[0]["roles"] == []
    deputies = supporters.replace("zwolenników", "posłów")
    pair = build("zdaniem", deputies, "Jana/PROPN///Case=Gen", "Lisa/PROPN///Case=Gen", "i", "Anny/PROPN", "Wilk/PROPN")
    assert actors(pair)[0]["roles"] == ["poseł"]
