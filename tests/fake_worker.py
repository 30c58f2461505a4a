"""Stands for the extraction where its own cost does not matter: commands in the text say how to misbehave.

As a program it is a worker process: ``python fake_worker.py [COUNTER]``; it needs no spaCy.
"""

import os
import signal
import sys
import time
from pathlib import Path

import msgspec

from nlp_claims.engines import worker
from nlp_claims.engines.work import EngineError, Result, rejected


def lines(document):
    """What it makes of a document: a record that repeats the text, and the closing one."""
    record = msgspec.json.encode({"type": "actor", "text": document.text})
    return record + b"\n" + rejected(document, Fake.model, "").lines


class Fake:
    """Obeys «die», «exit», «once FILE» (die the first time), «slow», «print» and «sleep»."""

    model = "pl_fake-1"

    def __init__(self, work):
        if work.model == "missing":
            raise EngineError("no such pipeline")
        if work.model == "dies":
            os.kill(os.getpid(), signal.SIGKILL)

    def __call__(self, documents):
        for document in documents:
            command, _, argument = document.text.partition(" ")
            if command == "die":
                os.kill(os.getpid(), signal.SIGKILL)
            if command == "exit":
                os._exit(7)
            if command == "once" and not Path(argument).exists():
                Path(argument).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if command == "print":
                sys.stdout.write("this must not get between the frames")
            time.sleep({"slow": 0.05, "sleep": 60}.get(command, 0))
            yield Result(lines(document), None, len(document.text))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        with Path(sys.argv[1]).open("a", encoding="utf-8") as pids:
            pids.write(f"{os.getpid()}\n")
    worker.serve(Fake)
