"""``--resume``: killed at any moment, any number of times, the output is that of a run that was left alone."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import fake_worker

from nlp_claims.reading import documents

KILLS = 50
# the run itself, on workers that need no pipeline: starting spaCy 50 times would test nothing more
SCRIPT = """
import functools, sys
from nlp_claims.reading import documents
from nlp_claims.cli import running
from nlp_claims.cli.interrupts import Interrupts
from nlp_claims.cli.progress import Progress
from nlp_claims.engines.work import Work
worker, source, target = sys.argv[1:]
running.local.Pool = functools.partial(running.local.Pool, command=(sys.executable, worker))
run = running.Run(Work(batch_size=5), jobs=2, progress=Progress(shown=False), interrupts=Interrupts())
sys.exit(run(documents.read([source]), target, resume=True))
"""


def test_fifty_kills_lose_nothing_and_repeat_nothing(tmp_path):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    chance = random.Random(7)
    texts = ["ż" * chance.randrange(1, 60_000) for _ in range(150)]  # longer than a pipe holds: writes can be cut
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    expected = b"".join(fake_worker.lines(document) for document in documents.read([str(source)]))
    command = [sys.executable, "-c", SCRIPT, fake_worker.__file__, str(source), str(target)]
    for _ in range(KILLS):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        before = target.stat().st_size if target.exists() else 0
        goal = before + chance.randrange(len(expected) // KILLS // 3)
        while process.poll() is None and (not target.exists() or target.stat().st_size <= goal):
            time.sleep(0.0005)
        process.kill()
        assert process.wait() == -signal.SIGKILL, "it was done before it could be killed"
        written = target.stat().st_size if target.exists() else 0
        if written and chance.random() < 0.2:
            os.truncate(target, chance.randrange(max(0, written - 500), written))  # what a crashed machine leaves
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    assert done.stderr == b""
    assert target.read_bytes() == expected
