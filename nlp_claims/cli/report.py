"""``nlp-claims report``: records as one page for a browser."""

import sys
from enum import Enum
from typing import Annotated

import typer

from nlp_claims.cli.gather import RecordPaths, Texts, fail, findings, write
from nlp_claims.cli.options import IdField, Output, TextField


class Language(str, Enum):
    """What the page speaks."""

    en = "en"
    pl = "pl"


def report(
    records: RecordPaths = None,
    texts: Texts = None,
    output: Output = None,
    title: Annotated[str, typer.Option(help="The heading of the page.", show_default=False)] = "",
    language: Annotated[Language, typer.Option("--lang", help="The language of the page's own words.")] = Language.en,
    text_field: TextField = "text",
    id_field: IdField = None,
) -> None:
    """Make one HTML page of records.

    It holds the texts with highlights, what each speaker said, tables of numbers and actors that sort and filter,
    numbers that disagree, and charts. It needs no network and can be mailed as it is. A text is shown where it is
    still the one that the records were made from.

    For example:

      nlp-claims report records.jsonl -o report.html

      nlp-claims report records.jsonl --texts news.jsonl --text-field body --id-field url -o report.html
    """
    if output is None and sys.stdout.isatty():
        fail("the page would fill the terminal; name a file with -o")

    from nlp_claims.compare.comparisons import compare
    from nlp_claims.report import html

    found, whole = findings(records, texts, text_field, id_field)
    if missing := sum(each.text is None for each in found):
        typer.echo(f"nlp-claims: no text for {missing} of {len(found)} documents; name it with --texts", err=True)
    write(html.page(found, compare(found), title, language.value).encode(), output)
    if not whole:
        raise typer.Exit(3)
