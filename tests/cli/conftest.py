"""The command line as a real process, on a pipeline that loads in no time."""

import os
import subprocess
import sys

import pytest
import tiny

COMMAND = (sys.executable, "-c", "from nlp_claims.cli.app import main; main()")


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory):
    return str(tiny.make(tmp_path_factory.mktemp("tiny") / "model"))


@pytest.fixture
def environment(tiny_model):
    return {**os.environ, "NLP_CLAIMS_MODEL": tiny_model, "OMP_NUM_THREADS": "1"}


@pytest.fixture
def claims(environment, tmp_path):
    """Runs ``nlp-claims`` in an empty folder; the process with what it wrote."""

    def run(*arguments, stdin=b"", **options):
        return subprocess.run(
            [*COMMAND, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            check=False,
            timeout=120,
            **{"cwd": tmp_path, "env": environment, **options},
        )

    return run


@pytest.fixture
def start(environment, tmp_path):
    """Starts ``nlp-claims`` and leaves it running; it is ended with the test."""
    running = []

    def run(*arguments, **options):
        options = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        process = subprocess.Popen([*COMMAND, *map(str, arguments)], cwd=tmp_path, env=environment, **options)
        running.append(process)
        return process

    yield run
    for process in running:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe:
                pipe.close()
