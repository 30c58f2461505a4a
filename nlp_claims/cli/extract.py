"""``nlp-claims extract``: documents in, records out."""

import os
import sys
from enum import Enum
from typing import Annotated

import typer

from nlp_claims.cli.interrupts import Interrupts
from nlp_claims.cli.options import Format, IdField, InputFormat, Lexicon, Model, Output, Paths, TextField
from nlp_claims.cli.progress import Progress

_EVERYTHING = ("actors", "statements", "numbers")


class Shape(str, Enum):
    """How the records are written."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class Engine(str, Enum):
    """What runs the extraction."""

    local = "local"
    ray = "ray"


def _only(value: str) -> str:
    if unknown := {part for part in value.split(",") if part not in _EVERYTHING}:
        raise typer.BadParameter(f"{', '.join(sorted(unknown))}: give some of {', '.join(_EVERYTHING)}")
    return value


def extract(
    paths: Paths = None,
    input_format: Format = InputFormat.auto,
    text_field: TextField = "text",
    id_field: IdField = None,
    keep: Annotated[list[str] | None, typer.Option(help="A JSON field to carry into 'meta'. Repeatable.")] = None,
    model: Model = None,
    only: Annotated[
        str, typer.Option(callback=_only, help="Find just these: some of actors,statements,numbers.")
    ] = ",".join(_EVERYTHING),
    lexicon: Lexicon = "",
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=0, help="Worker processes; 0: one a core.")] = 1,
    batch_size: Annotated[int, typer.Option(min=1, help="Documents analysed together; 1 for 'tail -f'.")] = 32,
    to: Annotated[
        Shape, typer.Option(help="JSON Lines, or a table for each type of record in the folder -o.")
    ] = Shape.jsonl,
    output: Output = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where the run that wrote FILE stopped.")] = False,
    skip_errors: Annotated[
        bool, typer.Option("--skip-errors", help="Go on past inputs that cannot be read; exit status 3.")
    ] = False,
    max_chars: Annotated[int | None, typer.Option(min=1, help="Refuse longer documents. [default: 20 million]")] = None,
    engine: Annotated[Engine, typer.Option(help="Run here, or on a Ray cluster into the folder -o.")] = Engine.local,
    address: Annotated[
        str | None, typer.Option(metavar="URL", help="The Ray cluster. [default: one on this machine]")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say how long it took.")] = False,
) -> None:
    """Extract actors, statements and numeric claims as JSON Lines.

    For example:

      nlp-claims extract article.txt | jq -r 'select(.type=="statement").text'

      cat news.jsonl | nlp-claims extract -f jsonl --text-field body --id-field url > records.jsonl

      nlp-claims extract archive/ -j 0 -o records.jsonl --resume
    """
    interrupts = Interrupts()
    interrupts.install()
    if resume and not output:
        raise typer.BadParameter("it needs -o FILE: the file that a stopped run left", param_hint="--resume")
    if to is not Shape.jsonl and (resume or not output):
        raise typer.BadParameter("tables need -o DIR, and are made anew each time", param_hint="--to")

    if engine is Engine.ray and (to is not Shape.jsonl or not output):
        raise typer.BadParameter("ray writes shards of JSON Lines: it needs -o DIR", param_hint="--engine")

    from nlp_claims import models
    from nlp_claims.cli import running
    from nlp_claims.engines.work import Work
    from nlp_claims.reading import documents

    if not quiet:
        choice = models.choose(model)
        running.say(f"pipeline: {models.describe(choice)} ({choice.why})")
        if sys.stdin.isatty() and (not paths or "-" in paths):
            running.say("reading standard input; end it with Ctrl-D")
    work = Work(model=model, only=frozenset(only.split(",")), overlay=lexicon, batch_size=batch_size)
    reading = documents.Reading(
        format=input_format.value,
        text_field=text_field,
        id_field=id_field,
        keep=tuple(keep or ()),
        max_chars=max_chars or documents.MAX_CHARS,
    )
    processes = jobs or len(os.sched_getaffinity(0))
    if engine is Engine.ray:
        status = running.on_cluster(paths or (), str(output), work, reading, processes, address, resume=resume)
    else:
        progress = Progress(shown=not quiet)
        run = running.Run(work, jobs=processes, progress=progress, interrupts=interrupts)
        incoming = reading.read(paths or (), skip_errors=skip_errors)
        status = run(incoming, output, form=to.value, resume=resume)
        if verbose:
            running.say(str(progress))
    if status:
        raise typer.Exit(status)
