"""The ``nlp-claims`` command: its verbs, its version, and how it ends.

The modules of the verbs import nothing heavy at their top, so that ``--help`` is quick.
"""

import os
import sys
from typing import Annotated

import typer

from nlp_claims import __version__
from nlp_claims.cli import compare, extract, lexicon, model, report, rules, schema, score, show

EPILOG = "Exit status: 0 done, 1 failed, 2 wrong usage, 3 finished but some inputs were rejected."

app = typer.Typer(
    name="nlp-claims",
    help="Who said what, and which numbers, in Polish news: actors, statements and numeric claims as JSON Lines.",
    epilog=EPILOG,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(extract.extract)
app.command()(show.show)
app.command()(report.report)
app.command()(compare.compare)
app.command()(rules.rules)
app.add_typer(lexicon.app, name="lexicon")
app.command()(score.score)
app.command()(schema.schema)
app.add_typer(model.app, name="model")


def _version(value: bool) -> None:
    if not value:
        return
    from nlp_claims import models

    choice = models.choose()
    typer.echo(f"nlp-claims {__version__}")
    typer.echo(f"spaCy {models.spacy_version()}")
    typer.echo(f"pipeline {models.describe(choice)} ({choice.why})")
    raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the versions of tool and pipeline."),
    ] = False,
) -> None:
    """Options that stand before the verb."""


def main() -> None:
    """The console entry point: UTF-8 out, and a closed pipe is no error of ours."""
    # before NumPy is imported: sums of several threads differ in the last bit, and the output must not hang on --jobs
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(threads, "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        app()
    except BrokenPipeError:
        # «| head -1» closed the pipe: Python would complain once more while flushing at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(141) from None
