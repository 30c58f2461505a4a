"""Numbers about the same thing meet; numbers that only look alike do not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_builders import Article

from nlp_claims.compare import context, values
from nlp_claims.compare.comparisons import compare


def crash(doc, text, words, number, value, **fields):
    article = Article(doc, text)
    for name in ("Zalesie", "Krystyna Bąk"):
        if name in text:
            article.actor(name, kind="place" if name == "Zalesie" else "person")
    fields = {"noun": "osoba", "phrase": "osoba", "predicate": "zginąć"} | fields
    return article.number(words, number, value, **fields).findings()


FIRST = "W zderzeniu autobusu z ciężarówką w Zalesie zginęło 12 osób. Śledztwo prowadzi Krystyna Bąk."
SECOND = "Śledztwo prowadzi Krystyna Bąk. W zderzeniu ciężarówki z autobusem (Zalesie) zginęło 14 osób."


def one(**fields):
    return crash("a.txt", FIRST, "12 osób", "12", 12, **fields)


def other(**fields):
    return crash("b.txt", SECOND, "14 osób", "14", 14, **fields)


def test_two_tolls_of_one_crash_disagree():
    (found,) = compare([one(), other()])
    assert found.verdict == "disagree"
    assert [(claim.doc, claim.value) for claim in found.claims] == [("a.txt", 12), ("b.txt", 14)]
    assert found.spread == pytest.approx(2 / 14, abs=0.001)
    assert found.claims[1].sentence.text == "W zderzeniu ciężarówki z autobusem (Zalesie) zginęło 14 osób."


def test_evidence_names_what_is_shared():
    (found,) = compare([one(), other()])
    shared = {evidence.kind: evidence.texts for evidence in found.evidence}
    assert shared["predicate"] == ("zginąć",)
    assert shared["actors"] == ("Zalesie",)
    assert set(shared["words"]) >= {"autobus", "zderzenie"}


@pytest.mark.parametrize(
    "fields",
    [
        {"predicate": "ranić"},
        {"noun": "dron", "phrase": "dron"},
        {"unit": "percent"},
        {"change": "up"},
        {"per": "rok"},
        {"modality": "planned"},
        {"time": "w 2019 r."},
        {"place": "w Krakowie"},
        {"noun": "osoba", "phrase": "osoba w Krakowie"},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_what_speaks_against_a_pair_ends_it(fields):
    base = {"time": "w 2021 r.", "place": "w Warszawie", "phrase": "osoba w Warszawie"}
    assert compare([one(**base), other(**base)]), "alike in all of it, the two are compared"
    assert compare([one(**base), other(**(base | fields))]) == []


def test_verbs_of_one_meaning_say_the_same():
    (found,) = compare([one(predicate="zginąć"), other(predicate="umrzeć")])
    assert found.verdict == "disagree"


def test_unrelated_articles_do_not_meet():
    elsewhere = Article("c.txt", "W pożarze kamienicy zginęło 14 osób. Burmistrz Jan Kos ogłosił żałobę.")
    elsewhere.actor("Jan Kos").number("14 osób", "14", 14, noun="osoba", phrase="osoba", predicate="zginąć")
    assert compare([one(), elsewhere.findings()]) == []


def test_figures_of_one_list_are_not_taken_for_each_other():
    text = "Na partię Zorza głosuje 31 proc. ankietowanych, na partię Świt głosuje 24 proc. ankietowanych."
    article = Article("a.txt", text)
    for number, value in (("31", 31), ("24", 24)):
        article.number(f"{number} proc.", number, value, unit="percent", predicate="głosować")
    assert compare([article.findings()]) == []


def test_within_a_document_a_headline_may_disagree_with_the_text():
    text = (
        "Zawaliła się hala w Zalesie, zginęło 12 osób\n"
        "W katastrofie hali targowej w Zalesie zginęło 13 osób. Hala zawaliła się nocą."
    )
    article = Article("a.txt", text).actor("Zalesie", kind="place")
    mention = article.actors[0].mentions[0]
    second = text.index("Zalesie", mention.end)
    again = type(mention)(start=second, end=second + 7, text="Zalesie", base="Zalesie")
    article.actors[0] = type(article.actors[0])(
        doc="a.txt", id="a1", name="Zalesie", kind="place", roles=(), acts=(), mentions=(mention, again)
    )
    for number, value in (("12", 12), ("13", 13)):
        article.number(f"{number} osób", number, value, noun="osoba", phrase="osoba", predicate="zginąć")
    (found,) = compare([article.findings()])
    assert [claim.id for claim in found.claims] == ["n1", "n2"]


def test_widest_disagreement_comes_first():
    third = crash("c.txt", SECOND.replace("14", "40"), "40 osób", "40", 40, predicate="ranić")
    fourth = crash("d.txt", FIRST.replace("12", "10"), "10 osób", "10", 10, predicate="ranić")
    found = compare([one(), other(), third, fourth])
    assert [each.predicate for each in found] == ["ranić", "zginąć"]
    assert [each.id for each in found] == ["c1", "c2"]


def test_every_two_claims_of_a_group_match():
    # «osoba z Polski» and «osoba z Niemiec» each match plain «osoba», never one another
    polish = crash("a.txt", FIRST, "12 osób", "12", 12, phrase="osoba z Polski")
    plain = crash("b.txt", SECOND, "14 osób", "14", 14)
    german = crash("c.txt", FIRST.replace("12", "15"), "15 osób", "15", 15, phrase="osoba z Niemiec")
    for found in compare([polish, plain, german]):
        assert {claim.doc for claim in found.claims} != {"a.txt", "b.txt", "c.txt"}
        assert {"a.txt", "c.txt"} - {claim.doc for claim in found.claims}


def numeric(text, number, value, **fields):
    return values.quantity(Article("x", text).number(text, number, value, **fields).numbers[0])


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (("12 osób", "12", 12), ("12 osób", "12", 12), "agree"),
        (("12 osób", "12", 12), ("14 osób", "14", 14), "disagree"),
        (("500 osób", "500", 500), ("497 osób", "497", 497), "compatible"),
        (("20 osób", "20", 20), ("19 osób", "19", 19), "disagree"),
        (("1,2 mln", "1,2 mln", 1_200_000), ("1 234 567", "1 234 567", 1_234_567), "compatible"),
        (("1,2 mln", "1,2 mln", 1_200_000), ("1,5 mln", "1,5 mln", 1_500_000), "disagree"),
        (("5 proc.", "5", 5), ("5,2 proc.", "5,2", 5.2), "compatible"),
        (("5,1 proc.", "5,1", 5.1), ("5,2 proc.", "5,2", 5.2), "disagree"),
    ],
)
def test_verdict_knows_rounding(first, second, verdict):
    assert values.verdict(numeric(*first), numeric(*second)) == verdict


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"bound": "over", "value": 10, "min": 10, "max": None}, "compatible"),
        ({"bound": "under", "value": 10, "min": None, "max": 10}, "disagree"),
        ({"bound": "about", "value": 13, "min": 13, "max": 13}, "compatible"),
        ({"bound": "range", "value": None, "min": 10, "max": 20}, "compatible"),
        ({"bound": "range", "value": None, "min": 20, "max": 30}, "disagree"),
        ({"bound": "almost", "value": 13, "min": None, "max": 13}, "compatible"),
    ],
)
def test_verdict_knows_bounds(fields, verdict):
    value = fields.pop("value")
    assert values.verdict(numeric("12", "12", 12), numeric("10 lub 13", "10", value, **fields)) == verdict


def test_units_of_one_dimension_are_converted():
    metres = numeric("5000 m", "5000", 5000, unit="length:m")
    kilometres = numeric("5 km", "5", 5, unit="length:km")
    assert values.verdict(metres, kilometres) == "agree"
    assert values.dimension("duration:year")[0] == values.dimension("duration:month")[0]
    assert values.dimension("money:PLN")[0] != values.dimension("money:EUR")[0]


@pytest.mark.parametrize("fields", [{"bound": "vague", "min": 3, "max": 9}, {"min": None, "max": None}])
def test_a_number_without_bounds_is_not_compared(fields):
    assert numeric("kilka osób", "kilka", None, **fields) is None


@given(st.text(max_size=80))
def test_context_reads_any_text(text):
    assert isinstance(context.words(text, frozenset()), frozenset)
    assert not context.clash(context.times(text), context.times(text))
    assert not context.clash(context.calendar(text), context.calendar(text))
    assert context.places(text) == context.places(text)


@pytest.mark.parametrize(
    ("one", "other", "clashes"),
    [
        ("w maju", "w czerwcu", True),
        ("w maju 2023 r.", "w maju 2024 r.", True),
        ("w maju 2023 r.", "w maju", False),
        ("w ubiegłym roku", "w tym tygodniu", False),
        ("w poniedziałek", "we wtorek", True),
        ("w maju", "w 2023 r.", True),
        ("wczoraj", None, False),
    ],
)
def test_times_clash_where_a_reader_would_say_so(one, other, clashes):
    assert context.clash(context.times(one), context.times(other)) is clashes


@pytest.mark.parametrize("text", ["twierdzi burmistrz Anna Maj", "przez dwa lata", "na wiele lat"])
def test_not_every_may_is_a_month(text):
    assert context.times(text) == frozenset()


def test_adjectives_belong_to_their_nouns():
    words = context.words("Dodatkowe koszty irlandzkich linii lotniczych wzrosły, a broń dotarła.", frozenset())
    assert words == {"koszt dodatkowy", "linia irlandzki lotniczy", "broń"}


@pytest.mark.parametrize(
    ("before", "expected"), [("odwołano 104 z ponad ", True), ("spośród ", True), ("odwołano ", False)]
)
def test_the_whole_is_not_the_part(before, expected):
    assert context.partitive(before) is expected


def test_a_long_list_is_read_in_linear_time():
    text = "Sprzedano " + ", ".join(f"{n} sztuk broni w Zalesie" for n in range(3000))
    article = Article("a.txt", text).actor("Zalesie", kind="place")
    for n in range(0, 3000, 3):
        article.number(f" {n} sztuk", str(n), n, noun="sztuka", phrase="sztuka broni", predicate="sprzedać")
    started = time.process_time()
    assert compare([article.findings()]) == []
    assert time.process_time() - started < 10
