"""``nlp-claims extract`` in a shell: a filter that streams, says what is wrong, and stops when told."""

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

TEXT = "Wzrost wyniesie 3 proc. – powiedziała minister Anna Nowak.\n\nKoszt to 5 mln zł.\n"


def closing(output):
    """The ``document`` records."""
    records = [json.loads(line) for line in output.splitlines()]
    return [record for record in records if record["type"] == "document"]


def write(path, count):
    lines = [json.dumps({"text": f"{TEXT} Numer {n}.", "url": f"u{n}"}, ensure_ascii=False) for n in range(count)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def until(condition):
    """Wait for something to come true; a test must not hang."""
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def children(pid):
    """The processes that any thread of this one has started."""
    return [child for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]


def test_files_come_in_order_and_each_is_closed(claims, tmp_path):
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    done = claims("extract", "b.txt", "a.txt")
    assert done.returncode == 0
    assert [record["doc"] for record in closing(done.stdout)] == ["b.txt", "a.txt"]
    assert closing(done.stdout)[0]["sha256"] == sha256(TEXT.encode()).hexdigest()
    assert closing(done.stdout)[0]["chars"] == len(TEXT)
    assert done.stderr.decode() == "nlp-claims: pipeline: pl_tiny 0.0.1 (from NLP_CLAIMS_MODEL)\n"


def test_standard_input_is_read_without_a_path_and_quiet_is_quiet(claims):
    done = claims("extract", "-q", stdin=TEXT.encode())
    assert [record["doc"] for record in closing(done.stdout)] == ["-"]
    assert done.stderr == b""


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_name_that_is_no_utf8_can_be_read_and_printed(claims, tmp_path, jobs):
    for name, text in ((b"\xff.txt", TEXT.encode()), (b"\xfe.txt", b"\xff")):
        (tmp_path / os.fsdecode(name)).write_bytes(text)
    done = claims("extract", "-q", ".", "--skip-errors", "-j", jobs)
    assert done.returncode == 3
    assert [record["doc"] for record in closing(done.stdout)] == ["./\ufffd.txt", "./\ufffd.txt"]
    assert "not UTF-8" in done.stderr.decode()


def test_json_lines_keep_their_ids_and_fields(claims):
    line = json.dumps({"body": TEXT, "url": "https://x/1", "n": 1, "tags": ["ż"]}).encode()
    done = claims(
        "extract",
        "-f",
        "jsonl",
        "--text-field",
        "body",
        "--id-field",
        "url",
        "--keep",
        "n",
        "--keep",
        "tags",
        stdin=line,
    )
    (record,) = closing(done.stdout)
    assert (record["doc"], record["meta"]) == ("https://x/1", {"n": 1, "tags": ["ż"]})


def test_the_bytes_do_not_depend_on_jobs_or_batches(claims, tmp_path):
    write(tmp_path / "in.jsonl", 50)
    once = claims("extract", "in.jsonl").stdout
    assert len(closing(once)) == 50
    assert claims("extract", "in.jsonl", "-j", "2", "--batch-size", "7").stdout == once
    assert claims("extract", "in.jsonl", "--batch-size", "1").stdout == once


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["missing.txt"], "missing.txt: no such file"),
        (["empty"], "empty: no .txt or .jsonl files"),
        (["latin.txt"], "latin.txt: not UTF-8"),
        (["bad.jsonl"], "bad.jsonl:2: not valid JSON"),
        (["good.txt", "--model", "pl_missing"], "pl_missing"),
        (["good.txt", "-o", "no/out.jsonl"], "folder does not exist"),
        (["good.txt", "-j", "2", "--model", "pl_missing"], "pl_missing"),
    ],
)
def test_what_is_wrong_is_said_in_a_line_and_the_run_fails(claims, tmp_path, arguments, says):
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "latin.txt").write_text(TEXT, encoding="cp1250")
    (tmp_path / "bad.jsonl").write_text('{"text": "Raz."}\n{"text": \n{"text": "Dwa."}\n', encoding="utf-8")
    done = claims("extract", "-q", *arguments)
    assert done.returncode == 1
    assert says in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_was_read_before_a_bad_line_is_extracted(claims, tmp_path, jobs):
    (tmp_path / "bad.jsonl").write_text('{"text": "Raz."}\n{"text": \n{"text": "Dwa."}\n', encoding="utf-8")
    done = claims("extract", "bad.jsonl", "-j", jobs)
    assert [record["doc"] for record in closing(done.stdout)] == ["bad.jsonl:1"]
    done = claims("extract", "bad.jsonl", "--skip-errors", "-j", jobs)
    assert done.returncode == 3
    assert [record["error"] is None for record in closing(done.stdout)] == [True, False, True]
    assert "bad.jsonl:2: not valid JSON" in done.stderr.decode()
    assert "1 of 3 documents rejected" in done.stderr.decode()


@pytest.mark.parametrize(
    "arguments",
    [["--format", "pdf"], ["--only", "verbs"], ["-j", "-1"], ["--resume"], ["--batch-size", "0"], ["--nonsense"]],
)
def test_wrong_usage_ends_with_2(claims, arguments):
    done = claims("extract", *arguments)
    assert done.returncode == 2
    assert done.stdout == b""


def test_output_is_a_file_when_it_is_done_and_a_part_when_it_failed(claims, tmp_path):
    (tmp_path / "bad.jsonl").write_text('{"text": "Raz."}\nx\n', encoding="utf-8")
    done = claims("extract", "bad.jsonl", "-o", "out.jsonl")
    assert (done.returncode, done.stdout) == (1, b"")
    assert not (tmp_path / "out.jsonl").exists()
    assert "out.jsonl.part" in done.stderr.decode()
    (tmp_path / "bad.jsonl").write_text('{"text": "Raz."}\n{"text": "Dwa."}\n', encoding="utf-8")
    assert claims("extract", "bad.jsonl", "-o", "out.jsonl", "--resume").returncode == 0
    assert (tmp_path / "out.jsonl").read_bytes() == claims("extract", "bad.jsonl").stdout


def test_results_of_one_pipeline_are_not_continued_with_another(claims, tmp_path, tiny_model):
    write(tmp_path / "in.jsonl", 2)
    whole = claims("extract", "in.jsonl").stdout
    (tmp_path / "out.jsonl").write_bytes(whole[: whole.index(b"\n", whole.index(b'"type":"document"')) + 1])
    other = tmp_path / "other"
    shutil.copytree(tiny_model, other)
    meta = json.loads((other / "meta.json").read_text())
    (other / "meta.json").write_text(json.dumps({**meta, "version": "0.0.2"}))
    done = claims("extract", "in.jsonl", "-o", "out.jsonl", "--resume", "--model", other)
    assert done.returncode == 1
    assert "made by pl_tiny-0.0.1" in done.stderr.decode()


def test_documents_leave_as_they_are_done(start):
    process = start("extract", "-q", "-f", "lines", "--batch-size", "1")
    for n in range(3):
        process.stdin.write(f"Numer {n}.\n".encode())
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["doc"] == f"-:{n + 1}"  # hangs where output is held back
    process.stdin.close()
    assert process.wait(30) == 0


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed")
def test_jq_reads_it_and_slices_the_same(claims, tmp_path):
    (tmp_path / "a.txt").write_text("😀 " + TEXT, encoding="utf-8")
    out = claims("extract", "a.txt").stdout
    query = 'select(.type=="document") | [.doc, .chars] | @tsv'
    done = subprocess.run(["jq", "-r", query], input=out, capture_output=True, check=True)
    assert done.stdout.decode() == f"a.txt\t{len(TEXT) + 2}\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_closed_pipe_is_silent_and_leaves_no_process(start, tmp_path, jobs):
    write(tmp_path / "in.jsonl", 2000)
    process = start("extract", "-q", "in.jsonl", "-j", jobs, "--batch-size", "4")
    process.stdout.readline()
    left = children(process.pid)
    process.stdout.close()
    assert process.wait(30) == 141
    assert process.stderr.read() == b""
    assert len(left) == (jobs if jobs > 1 else 0)
    assert [pid for pid in left if Path(f"/proc/{pid}").exists()] == []


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_signal_ends_it_with_whole_documents_behind_it(start, tmp_path, number, status, jobs):
    write(tmp_path / "in.jsonl", 5000)
    with (tmp_path / "out").open("wb") as out:
        process = start("extract", "-q", "in.jsonl", "-j", jobs, "--batch-size", "4", stdout=out)
        until(lambda: (tmp_path / "out").stat().st_size or process.poll() is not None)
        left = children(process.pid)
        process.send_signal(number)
        assert process.wait(30) == status
    assert process.stderr.read() == b""
    written = (tmp_path / "out").read_bytes()
    assert written.endswith(b"}\n")
    assert json.loads(written.splitlines()[-1])["type"] == "document"
    assert [pid for pid in left if Path(f"/proc/{pid}").exists()] == []


def test_ctrl_c_ends_it_while_it_waits_for_input(start):
    process = start("extract", "-q")
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    assert process.stderr.read() == b""


def test_a_worker_that_is_killed_costs_nothing_but_time(start, claims, tmp_path):
    write(tmp_path / "in.jsonl", 400)
    process = start("extract", "-q", "in.jsonl", "-j", "2", "--batch-size", "4", bufsize=0)
    first = process.stdout.readline()
    os.kill(int(children(process.pid)[0]), signal.SIGKILL)
    rest, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, b"")
    assert first + rest == claims("extract", "in.jsonl").stdout


def test_a_full_disk_fails_with_a_line(claims, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = claims("extract", "-q", "a.txt", "-o", "/dev/full")
    assert done.returncode == 1
    assert "no space left" in done.stderr.decode()


def test_progress_is_for_a_terminal_and_says_what_it_waits_for(start, tmp_path):
    write(tmp_path / "in.jsonl", 100)
    ours, theirs = pty.openpty()
    process = start("extract", "in.jsonl", "--batch-size", "2", stderr=theirs, stdout=subprocess.DEVNULL)
    assert process.wait(60) == 0
    os.close(theirs)
    shown = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert "documents, " in shown
    assert shown.endswith("\r\x1b[K")  # nothing stays behind
    ours, theirs = pty.openpty()
    process = start("extract", stdin=theirs)
    assert b"pipeline" in process.stderr.readline()
    assert b"reading standard input" in process.stderr.readline()
    process.kill()
    process.communicate()
    os.close(ours)
    os.close(theirs)


def test_the_network_is_not_used(environment, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    script = (
        "import os, sys\n"
        "sys.addaudithook(lambda event, _: os._exit(99) if event in FORBIDDEN else None)\n"
        "FORBIDDEN = {'socket.connect', 'socket.getaddrinfo', 'socket.gethostbyname', 'socket.sendto'}\n"
        "sys.argv[1:] = ['extract', '-q', 'a.txt']\n"
        "from nlp_claims.cli.app import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, cwd=tmp_path, env=environment, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(closing(done.stdout)) == 1
