"""What actors do: the verbs whose subject they are."""

from actor_docs import actors, build, names


def test_verbs_of_the_subject_are_its_acts_and_those_joined_to_them() -> None:
    doc = build(
        "Jan/PROPN/nsubj/2/Case=Nom", "Kowalski/PROPN/flat/0/Case=Nom", "powiedział/VERB/ROOT//Number=Sing",
        "i/CCONJ/cc/4",
        "dodał/VERB/conj/2/Number=Sing",
    )  # fmt: skip
    assert actors(doc)[0]["acts"] == ["powiedział", "dodał"]


def test_an_act_has_the_sie_of_its_verb() -> None:
    who = "Jan/PROPN/nsubj/2/Case=Nom", "Kowalski/PROPN/flat/0/Case=Nom"
    # «się» on the verb, and on the infinitive behind it, where the parser may hang it
    doc = build(*who, "boi/VERB/ROOT//Number=Sing", "się/PRON/expl:pv/2")
    assert actors(doc)[0]["acts"] == ["boi się"]
    doc = build(*who, "stara/VERB/ROOT//Number=Sing", "się/PRON/expl:pv/4", "pomóc/VERB/xcomp/2")
    assert actors(doc)[0]["acts"] == ["stara się"]


def test_piloci_who_act_are_a_group_and_those_who_are_are_not() -> None:
    who = "Piloci/NOUN/nsubj/1/Case=Nom|Gender=Masc|Animacy=Hum|Number=Plur"
    assert names(build(who, "odrzucili/VERB/ROOT/1")) == [("piloci", "group")]
    assert names(build(who, "być/VERB/ROOT/1")) == []


def test_who_stands_in_the_dative_does_nothing() -> None:
    doc = build(
        "Donald/PROPN/nsubj/2/Case=Nom", "Tusk/PROPN/flat/0", "podziękował/VERB/ROOT/2",
        "Kamali/PROPN/nsubj/2/Case=Dat", "Harris/PROPN/flat/3", entities=[(0, 2, "PER"), (3, 5, "PER")],
    )  # fmt: skip
    assert {actor["name"]: actor["acts"] for actor in actors(doc)}["Kamala Harris"] == []
