"""``make extract`` does again only what has changed, and leaves nothing half done."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="no make on this machine")

# stands in for nlp-claims: fails on articles that say so, after it has begun to write
STUB = """#!/bin/sh
echo "$3" >> "$LOG"
printf 'record\\n' > "$5"
! grep -q broken "$3"
"""


@pytest.fixture
def make(tmp_path):
    source, out, venv = tmp_path / "in", tmp_path / "out", tmp_path / "venv"
    source.mkdir()
    venv.mkdir()
    (venv / ".installed").touch()
    command = tmp_path / "claims"
    command.write_text(STUB)
    command.chmod(0o755)
    log = tmp_path / "log"

    def run(*options):
        log.write_text("")
        settings = (f"SRC={source}", f"OUT={out}", f"VENV={venv}", f"CLAIMS={command}")
        environment = {**os.environ, "LOG": str(log)}
        arguments = ["make", "--no-print-directory", "-C", str(ROOT), "-o", "pyproject.toml", "extract", *settings]
        done = subprocess.run([*arguments, *options], env=environment, capture_output=True, check=False)
        return done, sorted(Path(line).name for line in log.read_text().splitlines())

    run.source, run.out = source, out
    return run


def test_only_what_changed_is_extracted_again(make):
    for name in ("a", "b"):
        (make.source / f"{name}.txt").write_text("artykuł")
    (make.source / "deep").mkdir()
    (make.source / "deep" / "c.txt").write_text("artykuł")
    assert make("-j2")[1] == ["a.txt", "b.txt", "c.txt"]
    assert make()[1] == []
    later = time.time() + 10
    os.utime(make.source / "b.txt", (later, later))
    assert make()[1] == ["b.txt"]
    assert (make.out / "deep" / "c.jsonl").is_file()


def test_a_failed_document_leaves_no_output_and_the_others_are_done(make):
    (make.source / "a.txt").write_text("broken")
    (make.source / "b.txt").write_text("artykuł")
    done, _ = make("-k")
    assert done.returncode == 2
    assert not (make.out / "a.jsonl").exists()
    assert (make.out / "b.jsonl").is_file()


def test_a_name_with_a_blank_is_named(make):
    (make.source / "z odstępem.txt").write_text("artykuł")
    (make.source / "a.txt").write_text("artykuł")
    done, extracted = make()
    assert extracted == ["a.txt"]
    assert "z odstępem.txt" in done.stderr.decode()


@pytest.mark.parametrize("target", ["model", "model-eval"])
def test_training_without_corpora_says_so_before_anything_is_made(tmp_path, target):
    command = ["make", "-C", str(ROOT), target, f"CORPORA={tmp_path}/none", f"VENV={tmp_path}/venv"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 2
    assert "set CORPORA=...; see data/model/README.md" in done.stderr.decode()
    assert not (tmp_path / "venv").exists()


def test_help_names_every_target():
    shown = subprocess.run(["make", "-C", str(ROOT), "help"], capture_output=True, check=True).stdout.decode()
    for target in ("install", "demo", "extract", "test", "eval", "docs"):
        assert f"\n{target} " in f"\n{shown}"
