"""``nlp-claims score``: how good records are, measured on annotations made by hand."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from nlp_claims.scoring import Report


def score(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="GOLD... RECORDS",
            help="The annotations (a folder of NAME.json, or JSON Lines), then the records ('-' for stdin).",
            show_default=False,
        ),
    ],
    texts: Annotated[
        Path | None, typer.Option(help="Folder of the annotated texts, if not beside the annotations.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every miss, false alarm and wrong field.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only check whether annotations are usable.")] = False,
) -> None:
    """Score records against annotations made by hand, your own or those in data/gold.

    GOLD is a folder of annotated documents (NAME.json about NAME.txt: statements, numbers, actors), or JSON Lines of
    number expressions ("number") or of documents with all their names ("mentions").
    """
    from nlp_claims import scoring

    try:
        if check:
            raise typer.Exit(_check(paths, texts))
        if len(paths) == 1:
            raise typer.BadParameter("give the records after the annotations, or --check to check annotations only")
        report = scoring.score(paths[:-1], str(paths[-1]), texts)
    except (scoring.GoldError, scoring.InputError) as error:
        typer.echo(f"nlp-claims: {error}", err=True)
        raise typer.Exit(1) from None
    _print(report, errors=errors, as_json=as_json)
    if report.bad_slices:
        typer.echo(f"nlp-claims: {report.bad_slices} records do not slice out of their texts: other texts?", err=True)
        raise typer.Exit(1)


def _check(folders: list[Path], texts: Path | None) -> int:
    from nlp_claims.scoring import gold

    status = 0
    for folder in folders:
        for document in gold.read(folder, texts):
            found = list(gold.problems(document))
            status = 1 if found else status
            for problem in found:
                typer.echo(f"{folder / document.name}.json: {problem}")
            if not found:
                typer.echo(f"{folder / document.name}.json: OK")
    return status


def _print(report: "Report", *, errors: bool, as_json: bool) -> None:
    import json

    if errors:
        for finding in report.findings:
            typer.echo("\t".join(finding))
    if as_json:
        typer.echo(json.dumps(report.figures, ensure_ascii=False))
    else:
        for name, figure in report.figures.items():
            typer.echo(f"{name:24}{_plain(figure)}")


def _plain(figure: Any) -> str:
    if isinstance(figure, dict):
        return "  ".join(f"{name} {_plain(value)}" for name, value in figure.items())
    return f"{figure:.4f}" if isinstance(figure, float) else str(figure)
