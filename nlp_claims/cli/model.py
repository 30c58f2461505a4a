"""``nlp-claims model``: which pipeline analyses the text, and how to get the reference one."""

import subprocess
import sys
from typing import Annotated

import typer

from nlp_claims import models

app = typer.Typer(help="Tell which pipelines are installed and in use.", invoke_without_command=True)


@app.callback()
def status(context: typer.Context) -> None:
    """Tell which Polish pipelines are installed, and which one 'extract' uses."""
    if context.invoked_subcommand:
        return
    choice = models.choose()
    typer.echo(f"in use: {models.describe(choice)} ({choice.why})")
    for pipeline in models.installed():
        typer.echo(f"{pipeline.where}: {pipeline.name} {pipeline.version}")
    typer.echo(f"choose one with --model NAME_OR_PATH or {models.VARIABLE}")


@app.command()
def install(name: Annotated[str, typer.Argument(help="A pipeline that spaCy offers.")] = models.REFERENCE) -> None:
    """Install a pipeline by spaCy's own download, from the network."""
    done = subprocess.run([sys.executable, "-m", "spacy", "download", name], check=False)  # noqa: S603
    if done.returncode:
        typer.echo(
            f"nlp-claims: spaCy could not download '{name}' (see above): wrong name, or the network refuses it.\n"
            "Carry its wheel here by other means and 'pip install' it, or go on with the bundled pipeline.",
            err=True,
        )
        raise typer.Exit(1)
    typer.echo(f"installed {name}", err=True)
