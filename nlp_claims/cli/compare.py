"""``nlp-claims compare``: numeric claims about the same thing, side by side."""

import sys
from enum import Enum
from typing import Annotated

import typer

from nlp_claims.cli.gather import RecordPaths, Texts, findings, write
from nlp_claims.cli.options import IdField, Output, TextField


class Shape(str, Enum):
    """How comparisons are printed."""

    auto = "auto"
    jsonl = "jsonl"
    table = "table"


def compare(
    records: RecordPaths = None,
    texts: Texts = None,
    to: Annotated[
        Shape, typer.Option(help="A table for eyes or JSON Lines; auto: the table on a terminal.")
    ] = Shape.auto,
    disagree: Annotated[bool, typer.Option("--disagree", help="Only numbers that cannot all be right.")] = False,
    output: Output = None,
    width: Annotated[int | None, typer.Option(min=40, help="Columns of the table. [default: the terminal's]")] = None,
    text_field: TextField = "text",
    id_field: IdField = None,
) -> None:
    """Set numbers about the same thing side by side.

    Those that disagree come first, the widest apart before the others. Two numbers are about the same thing where
    unit, noun, change, verb, time and place allow it and the sentences or documents share names or words; what
    they share is printed as the evidence. With the texts more is found.

    For example:

      nlp-claims extract news/ | nlp-claims compare

      nlp-claims compare records.jsonl --to jsonl | jq -c 'select(.verdict=="disagree") | [.claims[].value]'
    """
    from nlp_claims import records as shapes
    from nlp_claims.compare import comparisons

    found, whole = findings(records, texts, text_field, id_field)
    made = [each for each in comparisons.compare(found) if each.verdict == "disagree" or not disagree]
    if to is Shape.jsonl or (to is Shape.auto and (output is not None or not sys.stdout.isatty())):
        write(b"".join(map(shapes.encode, made)), output)
    else:
        from nlp_claims.report import terminal

        screen = terminal.console(width, terminal=None if output is None else False)
        with screen.capture() as captured:
            for each in terminal.comparisons(made):
                screen.print(each)
        write(captured.get().encode(), output)
        if not made:
            typer.echo(f"nlp-claims: nothing to compare in {len(found)} documents", err=True)
    if not whole:
        raise typer.Exit(3)
