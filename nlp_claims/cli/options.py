"""Options that several verbs share, spelled once."""

from enum import Enum
from typing import Annotated

import typer


class InputFormat(str, Enum):
    """What a file holds."""

    auto = "auto"
    text = "text"
    lines = "lines"
    jsonl = "jsonl"
    html = "html"


def _sound(folder: str) -> str:
    """Refuse word lists that cannot be used, before anything is read or loaded."""
    if folder:
        from nlp_claims.lexicons import LexiconError, lint

        try:
            lint.check(folder)
        except LexiconError as error:
            raise typer.BadParameter(f"{error}\nSee 'nlp-claims lexicon lint'.") from error
    return folder


Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Files, folders, patterns; none or - is standard input."),
]
Format = Annotated[
    InputFormat,
    typer.Option("--format", "-f", help="One document a file (text, html), a line (lines), a JSON object (jsonl)."),
]
TextField = Annotated[str, typer.Option(help="The JSON field of the text.")]
IdField = Annotated[str | None, typer.Option(help="The JSON field of the id. [default: file:line]")]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME_OR_PATH",
        help="The spaCy pipeline; it may run code: trust it. [default: see 'nlp-claims model']",
    ),
]
Lexicon = Annotated[
    str,
    typer.Option(metavar="DIR", help="A folder of word lists laid over ours.", show_default=False, callback=_sound),
]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write here, whole or not at all.")]
