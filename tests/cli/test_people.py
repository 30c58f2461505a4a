"""show, report, compare, lexicon in a shell: what is printed where, and how they end."""

import json
import os
import pty
import subprocess
import sys

import pytest
from test_report import article

from nlp_claims import lexicons, records

COMMAND = (sys.executable, "-c", "from nlp_claims.cli.app import main; main()")
TEXT = "Wzrost wyniesie 3 proc. – powiedziała minister Anna Nowak.\n"


@pytest.fixture
def extracted(tmp_path):
    """Two articles that disagree, and their records, as extract leaves them."""
    found = [article(0), article(1)]
    lines = []
    for each in found:
        (tmp_path / each.doc).write_text(each.text, encoding="utf-8")
        lines += [records.encode(record) for record in (*each.actors, *each.statements, *each.numbers, each.closing)]
    (tmp_path / "records.jsonl").write_bytes(b"".join(lines))
    return found


def test_show_prints_the_text_on_a_pipe_without_colour(claims, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = claims("show", "a.txt")
    assert done.returncode == 0
    assert "minister Anna Nowak" in done.stdout.decode()
    assert b"\x1b" not in done.stdout


def test_show_of_a_missing_file_says_so_and_goes_on(claims, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = claims("show", "none.txt", "a.txt")
    assert "no such file" in done.stdout.decode()
    assert "minister Anna Nowak" in done.stdout.decode()
    assert done.returncode == 3


def test_show_neutralises_escapes_of_a_document(claims):
    done = claims("show", stdin=b"Nowak \x1b[31mczerwony\x1b]0;x\x07.\n")
    assert b"\x1b" not in done.stdout
    assert "Nowak ␛[" in done.stdout.decode()


@pytest.mark.usefixtures("extracted")
def test_report_is_written_whole_to_a_file(claims, tmp_path):
    done = claims("report", "records.jsonl", "-o", "out.html", "--title", "Kładka")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert (tmp_path / "out.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert not (tmp_path / "out.html.part").exists()


def test_report_says_which_texts_it_misses(claims, extracted, tmp_path):
    (tmp_path / extracted[0].doc).write_text("inny tekst", encoding="utf-8")
    done = claims("report", stdin=(tmp_path / "records.jsonl").read_bytes())
    assert done.stdout.startswith(b"<!DOCTYPE html>")
    assert "no text for 1 of 2 documents; name it with --texts" in done.stderr.decode()


def test_report_takes_texts_from_json_lines(claims, extracted, tmp_path):
    lines = [json.dumps({"url": each.doc, "body": each.text}) for each in extracted]
    (tmp_path / "texts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for each in extracted:
        (tmp_path / each.doc).unlink()
    options = ("--texts", "texts.jsonl", "--text-field", "body", "--id-field", "url")
    done = claims("report", "records.jsonl", *options)
    assert done.stderr == b""


@pytest.mark.parametrize("verb", ["compare", "report"])
@pytest.mark.usefixtures("extracted")
def test_texts_that_cannot_be_read_are_told(claims, tmp_path, verb):
    (tmp_path / "texts.jsonl").write_text('{"text": "artykuł"}\n{"tekst"\n', encoding="utf-8")
    done = claims(verb, "records.jsonl", "--texts", "none.jsonl", "--texts", "texts.jsonl")
    missing, broken = done.stderr.decode().splitlines()
    assert "none.jsonl: no such file" in missing
    assert "texts.jsonl:2: not valid JSON" in broken
    assert done.returncode == 3
    assert done.stdout


def test_report_refuses_what_is_no_record(claims, tmp_path):
    (tmp_path / "x.jsonl").write_text('{"text": "artykuł"}\n', encoding="utf-8")
    done = claims("report", "x.jsonl", "-o", "out.html")
    assert done.returncode == 1
    assert done.stderr.decode().startswith("nlp-claims: x.jsonl:1: not a record")
    assert not (tmp_path / "out.html").exists()


@pytest.mark.usefixtures("extracted")
def test_compare_prints_json_lines_on_a_pipe(claims):
    done = claims("compare", "records.jsonl")
    first, *_ = [json.loads(line) for line in done.stdout.splitlines()]
    assert (first["type"], first["verdict"]) == ("comparison", "disagree")
    assert sorted(claim["value"] for claim in first["claims"]) == [3_500_000, 4_500_000]
    assert {
        each["verdict"]
        for each in map(json.loads, claims("compare", "records.jsonl", "--disagree").stdout.splitlines())
    } == {"disagree"}


@pytest.mark.usefixtures("extracted")
def test_compare_prints_a_table_for_eyes(claims):
    done = claims("compare", "records.jsonl", "--to", "table", "--width", "100")
    assert "disagree by 22%" in done.stdout.decode()
    assert "same predicate: pochłonąć; words: odbudowa" in done.stdout.decode()


@pytest.mark.usefixtures("extracted")
def test_compare_on_a_terminal_is_a_table(environment, tmp_path):
    control, terminal = pty.openpty()
    process = subprocess.Popen([*COMMAND, "compare", "records.jsonl"], cwd=tmp_path, env=environment, stdout=terminal)
    os.close(terminal)
    shown = b""
    try:
        while block := os.read(control, 65536):
            shown += block
    except OSError:  # Linux says so when the other end of a terminal is closed
        pass
    os.close(control)
    assert process.wait() == 0
    assert "disagree" in shown.decode()
    assert b'{"type"' not in shown


def test_compare_without_a_pair_prints_nothing(claims):
    done = claims("compare", "--to", "table", stdin=b"")
    assert (done.returncode, done.stdout) == (0, b"")
    assert "nothing to compare" in done.stderr.decode()


def test_lexicon_lists_and_shows_what_ships(claims):
    names = [line.split("\t")[0] for line in claims("lexicon", "list").stdout.decode().splitlines()]
    assert names == lexicons.names()
    rows = claims("lexicon", "show", "quantities").stdout.decode().splitlines()
    assert rows[0] == "lemma\tkind\tclass"
    assert len(rows) == len(lexicons.read("quantities")) + 1


def test_lexicon_show_of_an_unknown_name_lists_the_known(claims):
    done = claims("lexicon", "show", "cuse")
    assert done.returncode == 2
    assert "quantities" in done.stderr.decode()


def test_lexicon_lint_names_what_to_mend(claims, tmp_path):
    (tmp_path / "cuse.tsv").write_text("lemma\n", encoding="utf-8")
    (tmp_path / "given_names.tsv").write_text("lemma\tgender\nIlona\tf\n", encoding="utf-8")
    (tmp_path / "source_phrases.tsv").write_text("lemma\tcase\nwedle\n", encoding="utf-8")
    done = claims("lexicon", "lint", ".")
    assert done.returncode == 1
    first, second, third = done.stderr.decode().splitlines()
    assert "cuse.tsv: no word list of this name" in first
    assert "given_names.tsv: given_names cannot be changed" in second
    assert "source_phrases.tsv:2: 1 fields where the header has 2" in third


def test_lexicon_lint_is_content_with_good_files(claims, tmp_path):
    (tmp_path / "source_phrases.tsv").write_text("lemma\tcase\nw słowach\tgen\n", encoding="utf-8")
    assert claims("lexicon", "lint", ".").returncode == 0


@pytest.mark.parametrize("verb", [["extract", "-q"], ["show"], ["lexicon", "show", "cues"]])
def test_word_lists_that_cannot_be_used_end_a_command_with_2(claims, tmp_path, verb):
    done = claims(*verb, "--lexicon", "typo", stdin=TEXT.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert "typo: no such folder; make it, or mend the path" in done.stderr.decode()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "units.tsv").write_text("lemma\tform\tunit\tsize\nparsek\tword\n", encoding="utf-8")
    done = claims(*verb, "--lexicon", "mine", stdin=TEXT.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert "mine/units.tsv:2: 2 fields where the header has 4" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.usefixtures("extracted")
def test_closed_pipe_is_silent(start):
    process = start("compare", "records.jsonl")
    process.stdout.close()
    errors = process.stderr.read()
    process.wait(timeout=60)
    assert (process.returncode, errors) == (141, b"")
