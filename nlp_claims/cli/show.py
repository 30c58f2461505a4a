"""``nlp-claims show``: an article in the terminal, with what was found in it."""

import sys
from dataclasses import replace
from typing import Annotated

import typer

from nlp_claims.cli.options import Format, IdField, InputFormat, Lexicon, Model, Paths, TextField


def show(
    paths: Paths = None,
    rules: Annotated[bool, typer.Option("--rules", help="Name the rule that found each record.")] = False,
    width: Annotated[int | None, typer.Option(min=20, help="Columns. [default: the terminal's]")] = None,
    input_format: Format = InputFormat.auto,
    text_field: TextField = "text",
    id_field: IdField = None,
    model: Model = None,
    lexicon: Lexicon = "",
) -> None:
    """Show articles in the terminal, marked up.

    Statements are green (direct) or blue (indirect), speakers violet, numbers yellow. Where there is no colour
    (NO_COLOR, a pipe), statements and numbers stand in brackets with their ids.

    For example:

      nlp-claims show article.txt

      nlp-claims show --rules article.txt | less
    """
    from nlp_claims import models, pipeline
    from nlp_claims.cli import gather
    from nlp_claims.findings import group
    from nlp_claims.lexicons import LexiconError
    from nlp_claims.reading import documents
    from nlp_claims.report import terminal

    if sys.stdin.isatty() and (not paths or "-" in paths):
        typer.echo("nlp-claims: reading standard input; end it with Ctrl-D", err=True)
    screen = terminal.console(width)
    rejected = False
    try:
        nlp = pipeline.load(model, overlay=lexicon)
        for document in documents.read(
            paths or (), format=input_format.value, text_field=text_field, id_field=id_field, skip_errors=True
        ):
            (records,) = pipeline.extract(nlp, [document])
            (found,) = group(records)
            rejected = rejected or bool(found.closing and found.closing.error)
            screen.print(
                terminal.document(
                    replace(found, text=document.text),
                    colour=screen.color_system is not None and not screen.no_color,
                    width=screen.width,
                    rules=rules,
                )
            )
    except (models.ModelError, LexiconError) as error:
        gather.fail(str(error))
    if rejected:
        raise typer.Exit(3)
