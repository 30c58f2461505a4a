"""Records: fixed key order, nothing missing, and a schema that is the committed one."""

import json
from pathlib import Path

import msgspec
import pytest

from nlp_claims import records

ROOT = Path(__file__).parents[1]

ACTOR = records.Actor(
    doc="a.txt",
    id="a1",
    name="Anna Żółć",
    kind="person",
    roles=("minister",),
    acts=("powiedzieć",),
    mentions=(records.Mention(start=0, end=4, text="Annę", base="Anna"),),
)
CUE = records.Cue(start=5, end=15, text="powiedział", lemma="powiedzieć", class_="say")


def test_line_is_unescaped_utf8_and_ends_with_a_newline():
    line = records.encode(ACTOR)
    assert line.endswith(b"}\n")
    assert "Anna Żółć" in line.decode("utf-8")
    assert b"\\u" not in line


def test_what_utf8_has_not_is_replaced_one_for_one():
    odd = records.Mention(start=0, end=4, text="a\ud83d\ude00b", base="\udcff")
    line = records.encode(msgspec.structs.replace(ACTOR, doc="\udcff.txt", mentions=(odd,)))
    (mention,) = json.loads(line)["mentions"]
    assert mention == {"start": 0, "end": 4, "text": "a\ufffd\ufffdb", "base": "\ufffd"}
    assert json.loads(line)["doc"] == "\ufffd.txt"


def test_keys_come_in_the_order_of_the_contract():
    assert list(json.loads(records.encode(ACTOR))) == ["type", "doc", "id", "name", "kind", "roles", "acts", "mentions"]


def test_cue_class_is_called_class_on_the_line():
    assert json.loads(msgspec.json.encode(CUE)) == {
        "start": 5,
        "end": 15,
        "text": "powiedział",
        "lemma": "powiedzieć",
        "class": "say",
    }


def test_absent_is_null_never_missing():
    statement = records.Statement(
        doc="a.txt",
        id="s1",
        mode="direct",
        start=0,
        end=3,
        text="Tak",
        parts=(records.Span(start=0, end=3, text="Tak"),),
        speaker=None,
        cue=None,
        via=None,
        negated=False,
        rule="statement.colon",
    )
    line = json.loads(records.encode(statement))
    assert {"speaker": None, "cue": None, "via": None}.items() <= line.items()


@pytest.mark.parametrize("value", [ACTOR])
def test_decode_gives_back_what_was_encoded(value):
    assert records.decode(records.encode(value)) == value


def test_decode_skips_a_key_of_a_later_version():
    line = json.loads(records.encode(ACTOR)) | {"later": 1}
    assert records.decode(json.dumps(line)) == ACTOR


def test_decode_names_the_field_that_is_wrong():
    line = json.loads(records.encode(ACTOR)) | {"kind": "robot"}
    with pytest.raises(msgspec.ValidationError, match="kind"):
        records.decode(json.dumps(line))


def test_committed_schema_is_the_printed_one():
    committed = json.loads((ROOT / "data/schema/records.json").read_text(encoding="utf-8"))
    assert committed == records.schema()
