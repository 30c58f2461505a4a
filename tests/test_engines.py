"""Worker processes: order, backpressure, and what becomes of a document that kills its worker."""

import os
import sys
import time
from pathlib import Path

import fake_worker
import pytest

from nlp_claims import records
from nlp_claims.engines import work
from nlp_claims.engines.local import Pool
from nlp_claims.engines.work import EngineError, Work
from nlp_claims.reading.documents import Document, InputError

FAKE = str(Path(__file__).parent / "fake_worker.py")


def pool(jobs=2, *, batch_size=3, model=None, pids=None):
    command = (sys.executable, FAKE, *([str(pids)] if pids else []))
    return Pool(Work(batch_size=batch_size, model=model), jobs, command=command)


def documents(*texts):
    return [Document(f"d{number}", text) for number, text in enumerate(texts)]


def expected(incoming):
    return [fake_worker.lines(document) for document in incoming]


def alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_documents(jobs):
    incoming = documents(*(["slow"] + ["ż"] * 7) * 3)
    assert [result.lines for result in pool(jobs).run(incoming)] == expected(incoming)


def test_a_batch_is_full_by_documents_or_by_characters():
    incoming = documents("a", "b", "c", "x" * 300_000, "d", "e")
    assert [[d.id for d in batch] for batch in work.batches(incoming, 2)] == [
        ["d0", "d1"],
        ["d2", "d3"],
        ["d4", "d5"],
    ]


def test_a_document_that_kills_its_worker_costs_itself_alone():
    incoming = documents("a", "die", "b", "c", "exit", "d", "e")
    found = list(pool().run(incoming))
    assert [result.error is None for result in found] == [True, False, True, True, False, True, True]
    assert "killed by SIGKILL" in found[1].error
    assert "exit status 7" in found[4].error
    closing = records.decode(found[1].lines)
    assert (closing.doc, closing.model, closing.chars, closing.actors) == ("d1", "pl_fake-1", 3, 0)
    kept = [incoming[n] for n in (0, 2, 3, 5, 6)]
    assert [result.lines for result in found if result.error is None] == expected(kept)


def test_a_worker_that_is_killed_from_outside_costs_nothing(tmp_path):
    incoming = documents("a", f"once {tmp_path / 'died'}", "b", "c")
    assert [result.lines for result in pool().run(incoming)] == expected(incoming)


def test_input_is_read_no_faster_than_it_is_worked_off():
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield Document("d", "a")

    results = pool(2, batch_size=1).run(endless())
    for _ in range(10):
        next(results)
    time.sleep(0.2)
    assert taken <= 10 + 2 * 2 + 1
    results.close()


def test_a_result_does_not_wait_for_the_next_document():
    def one_and_then_nothing():
        yield Document("d0", "a")
        time.sleep(30)

    results = pool(2, batch_size=1).run(one_and_then_nothing())
    start = time.monotonic()
    assert [next(results).lines] == expected(documents("a"))
    assert time.monotonic() - start < 20
    results.close()


def test_what_reading_raises_comes_after_the_results_before_it():
    def broken():
        yield from documents("a", "b", "c", "d")
        raise InputError("x.jsonl:5", "not valid")

    results = pool().run(broken())
    assert [next(results).lines for _ in range(4)] == expected(documents("a", "b", "c", "d"))
    with pytest.raises(InputError, match=r"x\.jsonl:5"):
        next(results)


@pytest.mark.parametrize(("model", "says"), [("missing", "no such pipeline"), ("dies", "while it loaded")])
def test_a_pipeline_that_does_not_load_ends_the_run(model, says):
    with pytest.raises(EngineError, match=says):
        list(pool(model=model).run(documents("a", "b")))


def test_printing_does_not_get_into_the_results():
    incoming = documents("print", "a")
    assert [result.lines for result in pool(1).run(incoming)] == expected(incoming)


def test_no_process_is_left_when_the_caller_stops(tmp_path):
    pids = tmp_path / "pids"
    results = pool(2, batch_size=1, pids=pids).run(documents("a", *["sleep"] * 5))
    next(results)
    while len(pids.read_text().split()) < 2:
        time.sleep(0.01)
    start = time.monotonic()
    results.close()
    assert time.monotonic() - start < 5
    assert [pid for pid in pids.read_text().split() if alive(pid)] == []


def test_the_workers_end_with_a_parent_that_is_killed(tmp_path):
    pids = tmp_path / "pids"
    script = (
        "import sys\n"
        "from nlp_claims.engines.local import Pool, Work\n"
        "from nlp_claims.reading.documents import Document\n"
        f"pool = Pool(Work(batch_size=1), 2, command=(sys.executable, {FAKE!r}, {str(pids)!r}))\n"
        "list(pool.run([Document('d', 'sleep')] * 2))"
    )
    parent = os.posix_spawn(sys.executable, [sys.executable, "-c", script], os.environ)
    deadline = time.monotonic() + 30
    while (not pids.exists() or len(pids.read_text().split()) < 2) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.kill(parent, 9)
    os.waitpid(parent, 0)
    deadline = time.monotonic() + 10
    while (left := [pid for pid in pids.read_text().split() if alive(pid)]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []
