"""The quality gate: floors, falls, and updates that never lower a floor unseen."""

import importlib.util
import json
from pathlib import Path

import pytest

from nlp_claims.scoring.report import prf

PATH = Path(__file__).parent.parent / "data" / "gold" / "gate.py"
FIGURES = {
    "statements": prf(8, 10, 10),
    "statements_attributed": prf(7, 10, 10),
    "direct_recall": 0.9,
    "indirect_recall": 0.7,
    "statement_fields": {"speaker": 0.875, "mode": 1.0},
    "numbers": prf(9, 10, 10),
    "numbers_full": prf(8, 10, 10),
    "numbers_attributed": prf(7, 10, 10),
    "number_fields": {"value": 0.29},
    "actors": {"gold": 20, "found": 0.95, "name": 0.9, "kind": 0.95, "split": 0.05},
}


@pytest.fixture
def gate(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("gate", PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "BASELINE", tmp_path / "baseline.json")
    monkeypatch.setattr(module, "measure", lambda records: module.flatten(FIGURES))
    return module


def test_flat_figures_are_all_better_when_higher(gate):
    flat = gate.flatten(FIGURES)
    assert flat["statements"] == 0.8
    assert flat["statement_fields.speaker"] == 0.875
    assert flat["actors.whole"] == 0.95, "of the actors, 5 in 100 are split"
    assert "actors.gold" not in flat, "a count is no quality"


@pytest.mark.parametrize(("figure", "floor"), [(0.8777, 0.87), (0.29, 0.29), (1.0, 1.0), (0.0, 0.0), (0.58, 0.58)])
def test_a_floor_is_the_figure_rounded_down(gate, figure, floor):
    assert gate.floor(figure) == floor


def test_a_figure_under_its_floor_or_gone_has_fallen(gate):
    assert gate.fallen({"a": 0.5, "b": 0.4}, {"a": 0.5, "b": 0.41, "c": 0.1}) == ["b", "c"]


def test_without_floors_the_gate_fails_and_says_how_to_pin_them(gate, capsys):
    assert gate.main([]) == 1
    assert "--update" in capsys.readouterr().out


def test_pinned_floors_pass_until_a_figure_falls(gate, monkeypatch, capsys):
    assert gate.main(["--update"]) == 0
    assert gate.main([]) == 0
    monkeypatch.setattr(gate, "measure", lambda records: gate.flatten({**FIGURES, "direct_recall": 0.85}))
    assert gate.main([]) == 1
    assert "direct_recall" in capsys.readouterr().out.splitlines()[-1]


def test_update_raises_floors_but_lowers_none_without_leave(gate, monkeypatch):
    gate.main(["--update"])
    pinned = json.loads(gate.BASELINE.read_text())
    monkeypatch.setattr(
        gate, "measure", lambda records: gate.flatten({**FIGURES, "direct_recall": 0.85, "indirect_recall": 0.8})
    )
    assert gate.main(["--update"]) == 1
    assert json.loads(gate.BASELINE.read_text()) == pinned, "nothing is written where a floor would fall"
    assert gate.main(["--update", "--allow-regression"]) == 0
    floors = json.loads(gate.BASELINE.read_text())["floors"]
    assert (floors["direct_recall"], floors["indirect_recall"]) == (0.85, 0.8)


def test_floors_of_other_annotations_do_not_count(gate, capsys):
    gate.main(["--update"])
    pinned = json.loads(gate.BASELINE.read_text())
    gate.BASELINE.write_text(json.dumps({**pinned, "gold": "0" * 64}))
    assert gate.main([]) == 1
    assert "changed" in capsys.readouterr().out


def test_the_digest_sees_texts_and_annotations_but_not_the_floors(gate, tmp_path):
    gold, samples = tmp_path / "gold", tmp_path / "samples"
    gold.mkdir()
    samples.mkdir()
    (gold / "a.json").write_text("{}")
    (samples / "a.txt").write_text("Nic.")
    before = gate.digest(gold, samples)
    (gold / "baseline.json").write_text("{}")
    assert gate.digest(gold, samples) == before
    (samples / "a.txt").write_text("Nic?")
    assert gate.digest(gold, samples) != before
