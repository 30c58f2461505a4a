"""``nlp-claims score`` as a command: figures, errors, and messages that name the fix."""

import json

import pytest
import typer
from typer.testing import CliRunner

from nlp_claims.cli.score import score

TEXT = "Według policji na rynku było 300 osób."
GOLD = {
    "doc": "a",
    "actors": [{"name": "policja", "kind": "organization", "mentions": ["policji"]}],
    "statements": [
        {
            "mode": "indirect",
            "content": [{"s": "na rynku było 300 osób"}],
            "speaker": {"s": "policji"},
            "speaker_name": "policja",
            "cue": {"s": "Według"},
        }
    ],
    "numbers": [],
}
STATEMENT = {
    "type": "statement",
    "doc": "x/a.txt",
    "mode": "indirect",
    "start": 15,
    "end": 37,
    "text": "na rynku było 300 osób",
    "speaker": None,
    "cue": {"start": 0, "end": 6, "text": "Według"},
}


@pytest.fixture
def folder(tmp_path):
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (gold / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "r.jsonl").write_text(json.dumps(STATEMENT), encoding="utf-8")
    return tmp_path


def run(*arguments, **options):
    app = typer.Typer(rich_markup_mode=None)
    app.command()(score)
    return CliRunner().invoke(app, [str(each) for each in arguments], **options)


def test_figures_are_printed_one_a_line(folder):
    done = run(folder / "gold", folder / "r.jsonl")
    assert done.exit_code == 0
    assert " ".join(done.stdout.splitlines()[3].split()) == "statements p 1.0000 r 1.0000 f 1.0000 tp 1 pred 1 gold 1"


def test_json_is_one_object(folder):
    figures = json.loads(run(folder / "gold", folder / "r.jsonl", "--json").stdout)
    assert figures["statement_fields"] == {"speaker": 0.0, "speaker_name": 0.0, "mode": 1.0, "cue": 1.0, "tight": 1.0}


def test_errors_say_what_is_wrong(folder):
    lines = run(folder / "gold", folder / "r.jsonl", "--errors").stdout.splitlines()
    assert lines[0] == "a\tspeaker\tgold 'policja' got None: 'na rynku było 300 osób'"
    assert lines[1] == "a\tactor\tgold 'policja' got []"


def test_records_of_another_text_fail(folder):
    (folder / "gold" / "a.txt").write_text("Uwaga! " + TEXT, encoding="utf-8")
    done = run(folder / "gold", folder / "r.jsonl")
    assert done.exit_code == 1
    assert "do not slice" in done.stderr


def test_checking_needs_no_records(folder):
    done = run(folder / "gold", "--check")
    assert (done.exit_code, done.stdout) == (0, f"{folder / 'gold' / 'a'}.json: OK\n")
    (folder / "gold" / "a.txt").write_text("Nic.", encoding="utf-8")
    done = run(folder / "gold", "--check")
    assert done.exit_code == 1
    assert "'Według' is not in the text" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["gold"], 2, "--check"),
        (["gold", "nothing.jsonl"], 1, "no such file"),
        (["nothing", "r.jsonl"], 1, "no such file or folder"),
        (["r.jsonl", "r.jsonl"], 1, "neither a number expression"),
    ],
)
def test_what_cannot_be_scored_is_named(folder, arguments, status, message):
    done = run(*(folder / name for name in arguments))
    assert done.exit_code == status
    assert message in done.stderr
