"""Speed and memory, side by side: ``make bench``, or ``python data/bench/run.py [PATH]... [--documents N]``.

Rates are tokens per second of processor time on one core, so that a busy machine changes them little; the rounds of
what is compared alternate. Where waiting counts (two processes, starting), it is the wall clock's best of several.
"""

import argparse
import gc
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start compiles what a user's second start finds compiled
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

import reference
import spacy

from nlp_claims import models, pipeline, records
from nlp_claims.reading import documents

ROUNDS = 3
CLAIMS = (sys.executable, "-c", "from nlp_claims.cli.app import main; main()")
# a process starts with the memory of the one that started it, as far as its peak goes: so a small one starts it
STARTER = """
import json, os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(json.dumps([status, time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))
"""
TYPER = "import typer\napp = typer.Typer()\n@app.command()\ndef hello(count: int = 1): pass\napp()"


def say(name: str, value: str, target: str = "") -> None:
    """A row of the table."""
    print(f"| {name} | {value} | {target} |", flush=True)


def seconds(work: Callable[[], Any]) -> float:
    """Processor time of one call."""
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def best(*works: Callable[[], Any], rounds: int = ROUNDS) -> list[float]:
    """The best time of each, taken in turn."""
    taken = [[seconds(work) for work in works] for _ in range(rounds)]
    return [min(column) for column in zip(*taken, strict=True)]


def drain(items: Iterable[Any]) -> None:
    """Take them all, keep none."""
    for _ in items:
        pass


def command(*arguments: str, program: tuple[str, ...] = CLAIMS) -> tuple[float, float, float]:
    """Run a program: wall seconds, processor seconds, peak megabytes of the largest process."""
    done = subprocess.run((sys.executable, "-c", STARTER, *program, *arguments), capture_output=True, check=True)  # noqa: S603
    status, wall, busy, kilobytes = json.loads(done.stdout)
    if status:
        raise SystemExit(f"{' '.join(arguments)}: exit status {os.waitstatus_to_exitcode(status)}")
    return wall, busy, kilobytes / 1024


def rates(texts: list[documents.Document], sample: int) -> float:
    """In one process: the bare pipeline, the extraction, the reference's architecture. Returns the bare rate."""
    some = texts[:sample]
    raw = [document.text for document in some]
    plain = spacy.load(models.BUNDLED)
    ours = pipeline.load(str(models.BUNDLED))
    other = reference.make(raw)
    tokens = sum(len(doc) for doc in plain.tokenizer.pipe(raw))
    once = seconds(lambda: drain(pipeline.extract(ours, some)))  # no word has been seen before

    def extract() -> None:
        for found in pipeline.extract(ours, some):
            for record in found:
                records.encode(record)

    works = (
        lambda: drain(plain.pipe(raw, batch_size=32)),
        extract,
        lambda: drain(other.pipe(raw, batch_size=32)),
    )
    bare, full, architecture = (tokens / taken for taken in best(*works))
    say("bundled pipeline, bare `nlp.pipe`", f"{bare:,.0f} tokens/s")
    say("reference's architecture, random weights, bare", f"{architecture:,.0f} tokens/s")
    say("extraction in the process, records encoded", f"{full:,.0f} tokens/s")
    say("the same, the first time that these texts are read", f"{tokens / once:,.0f} tokens/s")
    say("extraction's time over the bare pipeline's", f"{bare / full:.2f}", "≤ 1.10")
    say("extraction's rate over the reference architecture's, bare", f"{full / architecture:.2f}", "≥ 1.7")
    say("the bundled pipeline's rate over the reference architecture's", f"{bare / architecture:.2f}", "≥ 2")
    return bare


def whole(path: str, tokens: int, count: int, bare: float) -> None:
    """The command on all documents, with one process and with two."""
    one, one_busy, memory = command("extract", path, "-j", "1")
    two, two_busy, _ = command("extract", path, "-j", "2")
    say(f"whole command, {count:,} documents, start included", f"{tokens / one_busy:,.0f} tokens/s")
    say("the same over the bare pipeline's rate", f"{tokens / one_busy / bare:.2f}", "≥ 0.85")
    say("two processes over one, wall clock", f"{one / two:.2f}", "≥ 1.8")
    say("processor time of two processes over that of one", f"{two_busy / one_busy:.2f}")
    say("peak memory of one process", f"{memory:,.0f} MB", "< 600 MB")


def starting(folder: Path, article: str) -> None:
    """What a user waits for before anything is done."""
    python = (sys.executable, "-c")
    file = folder / "one.txt"
    file.write_text(article, encoding="utf-8")

    def least(*arguments: str, program: tuple[str, ...] = CLAIMS) -> float:
        return min(command(*arguments, program=program)[1] for _ in range(ROUNDS))

    typer = least(TYPER, "--help", program=python)
    say("--help over a bare Typer app", f"{least('--help') / typer:.2f}", "< 1.5")
    say("schema over a bare Typer app", f"{least('schema') / typer:.2f}", "< 1.5")
    load = least(f"import spacy; spacy.load({str(models.BUNDLED)!r})", program=python)
    say(
        "extract one article, beyond importing spaCy and loading",
        f"{least('extract', str(file)) - load:.2f} s",
        "≤ 0.3 s",
    )


def memory(folder: Path, texts: list[documents.Document]) -> None:
    """Many short documents, and one long one: time and memory as they grow."""
    sentences = [line for document in texts for line in document.text.splitlines() if line][:1000]
    peaks = {}
    for count in (1000, 10_000):
        path = folder / f"{count}.txt"
        path.write_text("\n".join(sentences[n % len(sentences)] for n in range(count)), encoding="utf-8")
        _, busy, peaks[count] = command("extract", str(path), "-f", "lines")
        say(f"{count:,} one-paragraph documents", f"{busy:.1f} s, {peaks[count]:,.0f} MB")
    say("peak memory, 10,000 over 1,000", f"{peaks[10_000] / peaks[1000]:.2f}", "≤ 1.2")
    article = "\n\n".join(document.text for document in texts[:20])
    taken = {}
    for length in (250_000, 500_000, 1_000_000):
        path = folder / f"long{length}.txt"
        path.write_text((article * (length // len(article) + 1))[:length], encoding="utf-8")
        _, taken[length], peak = command("extract", str(path))
        say(f"one document of {length:,} characters", f"{taken[length]:.1f} s, {peak:,.0f} MB", "< 600 MB")
    grown = (taken[1_000_000] - taken[500_000]) / (taken[500_000] - taken[250_000])
    say("time of its second half over that of its second quarter", f"{grown:.1f}", "2.0: linear")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", default=["data/samples"], help="text to measure on, multiplied")
    parser.add_argument("--documents", type=int, default=1000, help="how many the whole command reads")
    parser.add_argument("--sample", type=int, default=100, help="how many the comparison in one process reads")
    options = parser.parse_args()
    found = list(documents.read(options.paths))
    count = max(options.documents, options.sample)
    texts = [found[n % len(found)] for n in range(count)]
    make_doc = spacy.blank("pl").make_doc
    lengths = {document.id: len(make_doc(document.text)) for document in found}
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
          f"spaCy {spacy.__version__}; {len(found)} texts, {sum(lengths.values()):,} tokens, multiplied\n")  # fmt: skip
    say("What", "Measured", "Target")
    say("---", "---", "---")
    bare = rates(texts, options.sample)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "documents.jsonl"
        lines = (json.dumps({"text": document.text}, ensure_ascii=False) for document in texts[: options.documents])
        path.write_text("\n".join(lines), encoding="utf-8")
        tokens = sum(lengths[document.id] for document in texts[: options.documents])
        whole(str(path), tokens, options.documents, bare)
        starting(folder, found[0].text)
        memory(folder, texts)
    say("peak memory of this benchmark", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
