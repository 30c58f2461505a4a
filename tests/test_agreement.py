"""The dictionary's veto over predicted features."""

import pytest

from nlp_claims.analysis.agreement import allowed


@pytest.mark.parametrize(
    ("form", "pos", "feats", "expected"),
    [
        ("szpitalach", "NOUN", "Animacy=Inan|Case=Loc|Gender=Masc|Number=Plur", True),
        ("szpitalach", "NOUN", "Animacy=Inan|Case=Gen|Gender=Masc|Number=Plur", False),  # -ach is a locative
        ("drzwi", "NOUN", "Case=Nom|Gender=Neut|Number=Plur", False),  # no singular: a plurale tantum
        ("drzwi", "NOUN", "Case=Nom|Gender=Neut|Number=Ptan", True),
        ("Reuters", "PROPN", "Animacy=Inan|Case=Nom|Gender=Masc|Number=Sing", True),  # an agency, not a man
        ("zrobiłem", "VERB", "Animacy=Hum|Gender=Masc|Number=Sing|Person=1|Tense=Past|VerbForm=Fin", True),
        ("pisanie", "NOUN", "Case=Nom|Gender=Neut|Number=Sing|VerbForm=Part", False),  # a gerund is no participle
        ("blorgu", "NOUN", "Case=Dat|Gender=Fem|Number=Plur", True),  # an unknown word may be anything
    ],
)
def test_dictionary_allows(form: str, pos: str, feats: str, *, expected: bool):
    assert allowed(form, pos, feats) is expected
