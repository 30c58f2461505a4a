"""``nlp-claims lexicon``: the word lists that the rules read."""

from pathlib import Path
from typing import Annotated

import typer

from nlp_claims import lexicons
from nlp_claims.cli.gather import write
from nlp_claims.cli.options import Lexicon

app = typer.Typer(help="Look at the word lists that the rules read, and check your own.", no_args_is_help=True)


@app.command("list")
def list_() -> None:
    """Name the word lists, with their size and columns."""
    for name in lexicons.names():
        rows = lexicons.read(name)
        typer.echo(f"{name}\t{len(rows)}\t{', '.join(rows[0])}")


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="One of the names that 'list' prints.")], lexicon: Lexicon = ""
) -> None:
    """Print a word list as tab-separated values, yours laid over ours."""
    if name not in lexicons.names():
        raise typer.BadParameter(f"no word list '{name}'; there are: {', '.join(lexicons.names())}")
    rows = lexicons.read(name, lexicon)
    lines = ["\t".join(rows[0]), *("\t".join(row.values()) for row in rows)]
    write("".join(f"{line}\n" for line in lines).encode(), None)


@app.command()
def lint(folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Your folder.")]) -> None:
    """Check a folder of your own word lists: names, columns, values, duplicates, encoding."""
    from nlp_claims.lexicons import lint as checks

    problems = list(checks.problems(folder))
    for problem in problems:
        typer.echo(f"nlp-claims: {problem}", err=True)
    if problems:
        raise typer.Exit(1)
    typer.echo(f"nlp-claims: {folder}: all in order", err=True)
