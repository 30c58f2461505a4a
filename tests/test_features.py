"""What the network is told of a form: its shape, its letters, what the dictionary knows."""

import pytest

from nlp_claims.analysis.features import SINGLE, form_features, shape


@pytest.mark.parametrize(
    ("form", "seen"),
    [
        ("a", "x"),
        ("żółw", "xxx"),
        ("Łódź", "Xxxx"),
        ("Jan", "Xxx"),
        ("Ę", "X"),
        ("UE", "XX"),
        ("PiS", "XxX"),
        ("NATO", "XXX"),
        ("McDonald", "XxXxxx"),
        ("16-letni", "dd-xxx"),
        ("1200000", "ddd"),
        ("€", "€"),
    ],
)
def test_shape_cuts_runs_at_three(form, seen):
    assert shape(form) == seen


@pytest.mark.parametrize("marks", ["„", "”", "«", "''", ",,"])
def test_quotation_marks_are_one(marks):
    assert form_features(marks) == form_features('"')


def test_long_number_is_told_by_its_length():
    assert form_features("2020").single[0] == "0000"
    assert form_features("20").single[0] == "20"


def test_dictionary_speaks_in_order():
    told = dict(zip(SINGLE, form_features("mam").single, strict=True))
    assert told["classes"] == "fin|impt|subst"  # «ja mam», «mam!», «tych mam»
    assert told["tags"].split("|") == sorted(told["tags"].split("|"))
    assert set(form_features("mam").bags[0]) == {"mama", "mieć", "mamić"}
