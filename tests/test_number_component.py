"""The component: numeric claims on a Doc, the clause around them, and who makes them. No model is needed."""

import time

import pytest
import spacy
from spacy.tokens import Doc

from nlp_claims.annotations import Statement, claims_of


@pytest.fixture(scope="module")
def blank():
    nlp = spacy.blank("pl")
    nlp.add_pipe("claims_numbers")
    nlp.max_length = 10_000_000
    return nlp


def only(nlp, text):
    (number,) = claims_of(nlp(text))["numbers"]
    return number


def test_claim_of_a_clause(blank):
    number = only(blank, "Od sierpnia do portu miało dotrzeć 10 dostaw broni.")
    assert (number["noun"], number["phrase"]) == ("dostawa", "dostawa broni")
    assert (number["predicate"], number["modality"], number["time"]) == ("dotrzeć", "reported", "Od sierpnia")
    assert number["rule"] == "number.count"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Zginęło 12 osób.", "asserted"),
        ("Miało zginąć 12 osób.", "reported"),
        ("Podobno zginęło 12 osób.", "reported"),
        ("Szacuje się, że zginęło 12 osób.", "estimated"),
        ("Może zginąć 12 osób.", "possible"),
        ("Most ma kosztować 12 mln zł.", "planned"),
        ("Gmina planuje wydać 12 mln zł.", "planned"),
        ("Nie zginęło 12 osób.", "denied"),
        ("Przewaga nie przekraczała 12 punktów.", "asserted"),
        ("Straty oceniono na 12 mln zł.", "estimated"),
        ("Ocenia się, że zginęło 12 osób.", "estimated"),
        ("Źle ocenia go 12 posłów.", "asserted"),
        ("Deficyt sięgnął planowanych 12 mld zł.", "planned"),
        ("Deficyt sięgnął 12 mld zł w planowanym terminie.", "asserted"),
    ],
)
def test_modality(blank, text, modality):
    assert only(blank, text)["modality"] == modality


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Ceny wzrosły o 5 proc.", ["up"]),
        ("Spadek o 5 proc. zaskoczył rynek.", ["down"]),
        ("Zysk zmalał o 7 proc. do 40 mln zł.", ["down", "to"]),
        ("Liczba mandatów spadła z 60 do 45.", ["from", "to"]),
        ("Zdobyli 21 mandatów mniej.", ["down"]),
        ("Cena jest o 20 proc. wyższa.", ["up"]),
        ("Indeks poszedł w górę o 2 proc.", ["up"]),
        ("Partia straciła 6 mandatów.", ["down"]),
        ("Indeks spadł 2 proc.", ["down"]),
        ("W nocy spadło 20 cm śniegu.", [None]),
        ("Skoczył 138 m.", [None]),
        ("Zatrzymano 6 osób.", [None]),
        ("Dotarł do 6 szkół.", [None]),
        ("Rachunki będą wyższe o 6 proc.", ["up"]),
        ("Ceny będą inne o 6 proc. Spadną za rok.", [None]),
    ],
)
def test_change(blank, text, changes):
    assert [number["change"] for number in claims_of(blank(text))["numbers"]] == changes


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Benzyna kosztuje 6 zł za litr.", "litr"),
        ("Zarabia 90 tys. zł rocznie.", "rok"),
        ("Dochód to 800 zł na osobę.", "osoba"),
        ("Zachorowało 35 osób na 100 tys. mieszkańców.", "100 tys. mieszkańców"),
        ("Wydał 800 zł na lody.", None),
    ],
)
def test_per(blank, text, per):
    assert claims_of(blank(text))["numbers"][0]["per"] == per


def test_spans_stand_on_the_doc(blank):
    doc = blank("Zginęło 12 osób, a straty to 3 mln zł.")
    assert [(span.text, span.label_) for span in doc.spans["claims_numbers"]] == [
        ("12 osób", "number.count"),
        ("3 mln zł", "number.money"),
    ]


def test_a_claim_belongs_to_the_innermost_statement(blank):
    text = "Policja podaje, że według świadka zginęło 12 osób."
    outer, inner = (text.index("według"), len(text) - 1), (text.index("zginęło"), len(text) - 1)
    doc = blank.make_doc(text)

    def said(part, name):
        speaker = {"actor": None, "name": name, "start": None, "end": None}
        return Statement(
            mode="indirect", parts=[part], speaker=speaker, cue=None, via=None, negated=False, rule="statement.indirect"
        )

    claims_of(doc)["statements"] = [said(outer, "policja"), said(inner, "świadek")]
    (number,) = claims_of(blank.get_pipe("claims_numbers")(doc))["numbers"]
    assert (number["statement"], number["source"]["name"]) == (1, "świadek")


def test_a_claim_outside_statements_has_no_source(blank):
    number = only(blank, "Zginęło 12 osób.")
    assert number["statement"] is None
    assert number["source"] is None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "12", "–", "\u00ad12\u00ad osób", "a" * 5000])
def test_odd_texts_do_no_harm(blank, text):
    assert claims_of(blank(text))["numbers"] is not None


def test_a_long_list_takes_linear_time(blank):
    def seconds(count):
        doc = blank("5 osób, " * count)
        start = time.process_time()
        blank.get_pipe("claims_numbers")(doc)
        return time.process_time() - start

    seconds(10)
    assert seconds(3000) < 24 * seconds(500) + 1


def test_sentence_is_that_of_the_pipeline(blank):
    text = "Padało. Zginęło 12 osób. Potem przestało."
    number = only(blank, text)
    assert text[slice(*number["sentence"])] == "Zginęło 12 osób."


def test_the_predicate_of_a_passive_is_the_participle(blank):
    # «Składka ma zostać obniżona o 3 proc.»: what is planned is to lower, neither to have nor to become
    words = ["Składka", "ma", "zostać", "obniżona", "o", "3", "proc", "."]
    doc = Doc(
        blank.vocab,
        words=words,
        spaces=[True] * 6 + [False, False],
        heads=[1, 1, 3, 1, 6, 6, 3, 1],
        deps=["nsubj", "ROOT", "aux:pass", "xcomp", "case", "nummod", "obl", "punct"],
        pos=["NOUN", "VERB", "AUX", "ADJ", "ADP", "NUM", "NOUN", "PUNCT"],
        lemmas=["składka", "mieć", "zostać", "obniżyć", "o", "3", "procent", "."],
    )
    (number,) = claims_of(blank.get_pipe("claims_numbers")(doc))["numbers"]
    assert (number["predicate"], number["modality"], number["change"]) == ("obniżyć", "planned", "down")
