"""Unnamed actors on hand-built Docs: who is one, and how far its phrase goes."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp_claims.actors import component
from nlp_claims.actors.complements import whole_phrase
from nlp_claims.actors.countries import country_of, ministry, whose
from nlp_claims.actors.nounphrases import phrase_base
from nlp_claims.actors.participants import is_people
from nlp_claims.annotations import Actor, Mention, claims_of

NLP = spacy.blank("pl")
ACTORS = component.create(NLP, "claims_actors", "")
MEN = "NOUN/Animacy=Hum|Case={}|Gender=Masc|Number=Plur"
BODY = "NOUN/Animacy=Inan|Case={}|Gender=Masc|Number=Sing"


def build(*rows: tuple[str, str, str, int]) -> Doc:
    """A Doc of ``(text, POS/features, dep, head)``; lemmas are the dictionary's, where one is given after a «=»."""
    texts = [text.partition("=")[0] for text, *_ in rows]
    return Doc(
        NLP.vocab,
        words=texts,
        lemmas=[text.partition("=")[2] or text.lower() for text, *_ in rows],
        pos=[tag.partition("/")[0] for _, tag, *_ in rows],
        morphs=[tag.partition("/")[2] for _, tag, *_ in rows],
        deps=[dep for _, _, dep, _ in rows],
        heads=[head for *_, head in rows],
    )


def unnamed(doc: Doc) -> list[tuple[str, str]]:
    return [(a["name"], a["kind"]) for a in claims_of(ACTORS(doc))["actors"] if a["name"][:1].islower()]


def test_whose_deed_it_is_acts() -> None:
    def of(noun: str, lemma: str) -> Doc:
        men = (f"{noun}={lemma}", MEN.format("Gen"), "nmod:arg", 1)
        return build(("Ruszył=ruszyć", "VERB/Number=Sing", "ROOT", 0), ("strajk", BODY.format("Nom"), "nsubj", 0), men)

    assert unnamed(of("pilotów", "pilot")) == [("piloci", "group")]
    strike = of("pilotów", "pilot")
    strike[1].lemma_ = "wiek"
    assert unnamed(strike) == [], "an age is nothing that anybody does"


def test_a_body_acts_whatever_it_does_and_a_group_only_where_it_does_or_wants_something() -> None:
    has = ("ma=mieć", "VERB/Number=Sing|Tense=Pres", "ROOT", 1)
    assert unnamed(build(("Rząd=rząd", BODY.format("Nom"), "nsubj", 1), has, ("czas", "NOUN", "obj", 1))) == [
        ("rząd", "organization")
    ]
    men = ("Piloci=pilot", MEN.format("Nom"), "nsubj", 1)
    have = ("mają=mieć", "VERB/Number=Plur|Tense=Pres", "ROOT", 1)
    assert unnamed(build(men, have, ("czas", "NOUN", "obj", 1))) == []
    assert unnamed(build(men, have, ("podpisać", "VERB", "xcomp", 1))) == [("piloci", "group")]
    are = ("są=być", "AUX/Number=Plur", "cop", 2)
    ready = ("gotowi=gotowy", "ADJ/Number=Plur", "ROOT", 2)
    young = ("młodzi=młody", "ADJ/Number=Plur", "ROOT", 2)
    men = (*men[:3], 2)
    assert unnamed(build(men, are, ready)) == [("piloci", "group")]
    assert unnamed(build(men, are, young)) == []


def test_parties_to_a_talk_and_women_act_as_men_do() -> None:
    did = ("uzgodniły=uzgodnić", "VERB/Number=Plur", "ROOT", 1)
    for noun, lemma in (("Strony", "strona"), ("Pielęgniarki", "pielęgniarka")):
        subject = (f"{noun}={lemma}", "NOUN/Case=Nom|Gender=Fem|Number=Plur", "nsubj", 1)
        assert unnamed(build(subject, did)) == [(noun.lower(), "group")]
    things = ("Szafy=szafa", "NOUN/Case=Nom|Gender=Fem|Number=Plur", "nsubj", 1)
    assert unnamed(build(things, did)) == []


@pytest.mark.parametrize("word", ["strajkujących", "oskarżeni", "zatrudnionym", "bezrobotnymi"])
def test_adjectives_and_participles_may_mean_people(word: str) -> None:
    assert is_people(word)
    assert not is_people("zadowolonych")
    assert not is_people("oskarżone")


def test_many_of_them_are_they_and_three_of_them_are_counted() -> None:
    men = ("lekarzy=lekarz", MEN.format("Gen"), "nsubj", 2)
    says = ("odeszło=odejść", "VERB/Number=Sing", "ROOT", 2)
    many = ("Wielu=wiele", "DET/Case=Nom|Number=Plur", "det:numgov", 1)
    assert unnamed(build(many, men, says)) == [("lekarze", "group")]
    assert unnamed(build(("Trzech=trzy", "NUM/Case=Nom|Number=Plur", "nummod:gov", 1), men, says)) == []


@pytest.mark.parametrize(
    ("preposition", "noun", "features", "end"),
    [
        ("do", "poniedziałku=poniedziałek", "NOUN/Case=Gen", 1),
        ("od", "lat=rok", "NOUN/Case=Gen|Number=Plur", 1),
        ("po", "spotkaniu=spotkanie", "NOUN/Case=Loc", 1),
        ("z", "uśmiechem=uśmiech", "NOUN/Case=Ins", 1),
        ("z", "bazy=baza", "NOUN/Case=Gen", 3),
        ("od", "energetyki=energetyka", "NOUN/Case=Gen", 3),
        ("do", "spraw=sprawa", "NOUN/Case=Gen|Number=Plur", 3),
        ("w", "kraju=kraj", "NOUN/Case=Loc", 3),
        ("w", "złości=złość", "NOUN/Case=Loc", 1),
    ],
)
def test_a_phrase_holds_what_belongs_to_the_noun_and_no_circumstance(
    preposition: str, noun: str, features: str, end: int
) -> None:
    doc = build(
        ("eksperci=ekspert", MEN.format("Nom"), "nsubj", 3), (preposition, "ADP", "case", 2),
        (noun, features, "nmod", 0), ("milczą=milczeć", "VERB/Number=Plur", "ROOT", 3),
    )  # fmt: skip
    claims_of(doc)
    assert whole_phrase(doc, 0, 3, doc[0]) == (0, end)


def test_the_share_belongs_to_those_who_share_it() -> None:
    doc = build(
        ("Tak", "ADV", "advmod", 1), ("twierdzi=twierdzić", "VERB/Number=Sing", "ROOT", 1), ("40", "NUM", "nummod", 3),
        ("proc", "NOUN", "nsubj", 1), (".", "PUNCT", "punct", 3), ("badanych=badany", MEN.format("Gen"), "nmod", 3),
    )  # fmt: skip
    claims_of(doc)
    assert whole_phrase(doc, 3, 4, doc[3]) == (2, 6)


def test_the_adjective_of_a_complement_is_left_as_it_is() -> None:
    doc = build(
        ("Zdaniem=zdanie", "ADP", "case", 1), ("sympatyków=sympatyk", MEN.format("Gen"), "obl", 1),
        ("radykalnych=radykalny", "ADJ/Case=Gen|Number=Plur", "amod", 3),
        ("ugrupowań=ugrupowanie", "NOUN/Case=Gen|Gender=Neut|Number=Plur", "nmod", 1),
    )  # fmt: skip

    claims_of(doc)
    assert phrase_base(doc, 1, 4, doc[1]) == "sympatycy radykalnych ugrupowań"


def _place(name: str, mentions: int) -> Actor:
    each = [Mention(start=at, end=at + 1, base=name) for at in range(mentions)]
    return Actor(name=name, kind="place", roles=[], acts=[], mentions=each, references=[], gender=None, plural=False)


def test_the_government_is_that_of_the_foreign_country_that_a_text_is_about() -> None:
    assert country_of([_place("Pakistan", 4), _place("Kanada", 1)], ["Sąd", "uniewinnił"]) == "Pakistanu"
    assert country_of([_place("USA", 3)], []) == "Stanów Zjednoczonych"
    assert country_of([_place("Pakistan", 4)], ["polskie", "media"]) is None, "Poland's may be meant"
    assert country_of([_place("Pakistan", 4), _place("Kanada", 3)], []) is None, "either may be meant"
    assert country_of([_place("Lizbona", 4)], []) is None, "a town has no government"


def test_a_country_and_its_adjective_have_one_government() -> None:
    assert whose("pakistański rząd") == whose("rząd pakistański") == "rząd Pakistanu"
    assert whose("francuskie władze") == "władze Francji"
    assert whose("lokalne władze") == "lokalne władze"
    assert whose("pakistański sąd") == "pakistański sąd"


def test_a_ministry_is_that_of_the_country_before_it() -> None:
    assert ministry("MSZ", ["rosyjskie", "rosyjskiego"]) == "rosyjskie MSZ"
    assert ministry("MSZ", ["niemieckiego"]) == "niemiecki MSZ"
    assert ministry("MSZ", ["rosyjskie", "niemieckie"]) == "MSZ", "there are two"
    assert ministry("MSZ", ["polskie", "w"]) == "MSZ"
    assert ministry("NATO", ["rosyjskie"]) == "NATO"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Sztab Joe Bidena poinformował, że wygrał.", "sztab Joe Bidena"),
        ("Doradcy Joe Bidena twierdzą, że wygrają.", "doradcy Joe Bidena"),
        ("Rząd poparł Joe Bidena i ogłosił, że pomoże.", "rząd"),
    ],
)
def test_whose_body_it_is_belongs_to_its_name(nlp: Language, raw: str, expected: str) -> None:
    claims = claims_of(nlp(raw))
    assert claims["statements"][0]["speaker"]["name"] == expected
    assert len(claims["actors"]) == len({actor["name"] for actor in claims["actors"]})
    assert all(actor["name"] in {expected, "Joe Biden"} for actor in claims["actors"])
