"""What the verbs for people share: records and texts in, errors in one line, a terminal or not."""

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from nlp_claims.findings import Findings
    from nlp_claims.records import Record

_LONGEST = 1 << 28  # bytes of a line: a whole long document may be one statement

RecordPaths = Annotated[
    list[str] | None,
    typer.Argument(metavar="RECORDS", help="What 'extract' wrote: files or patterns; none or - is standard input."),
]
Texts = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PATH",
        help="Where the texts are: what 'extract' read. Repeatable. [default: the files that the ids name]",
        show_default=False,
    ),
]


def fail(message: str) -> NoReturn:
    """End with status 1, saying why.

    Raises:
        typer.Exit: always.
    """
    typer.echo(f"nlp-claims: {message}", err=True)
    raise typer.Exit(1)


def findings(
    paths: Sequence[str] | None, texts: Sequence[str] | None, text_field: str, id_field: str | None
) -> "tuple[list[Findings], bool]":
    """The documents of some record files, with the texts that can be found.

    Returns:
        The documents, and whether all of ``texts`` could be read; what could not is told on standard error.

    Raises:
        typer.Exit: a file cannot be read or holds no records; the message says so.
    """
    from nlp_claims.findings import RecordError, group, with_texts
    from nlp_claims.reading import documents

    if sys.stdin.isatty() and (not paths or "-" in paths):
        typer.echo("nlp-claims: reading records from standard input; end it with Ctrl-D", err=True)
    try:
        found = group(_records(paths or ()))
        given = documents.read(texts, text_field=text_field, id_field=id_field, skip_errors=True) if texts else ()
        by_id, whole = {}, True
        for document in given:
            if document.error is None:
                by_id[document.id] = document.text
                continue
            typer.echo(f"nlp-claims: {document.source}: {document.error}", err=True)
            whole = False
        return with_texts(found, by_id), whole
    except (RecordError, documents.InputError) as error:
        fail(str(error))


def _records(paths: Sequence[str]) -> "Iterator[Record]":
    from nlp_claims.findings import parse
    from nlp_claims.reading import sources

    for path in sources.expand(paths):
        if isinstance(path, sources.InputError):
            raise path
        try:
            with sources.open_binary(path) as stream:
                yield from parse((line.data or b"" for line in sources.lines(stream, _LONGEST)), path)
        except (OSError, *sources.DAMAGED) as error:
            raise sources.InputError(path, f"cannot be read: {error}") from error


def write(data: bytes, path: str | None) -> None:
    """Write to a file, whole or not at all, or to standard output.

    Raises:
        typer.Exit: it cannot be written, or nobody reads it (141).
    """
    from nlp_claims.writing import output

    try:
        sink = output.open_sink(path)
        sink.write(data)
        sink.finish()
        sink.close()
    except output.Closed:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(141) from None
    except output.OutputError as error:
        fail(str(error))
