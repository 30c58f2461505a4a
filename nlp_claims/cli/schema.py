"""``nlp-claims schema``: the JSON Schema of the output."""

from enum import Enum
from typing import Annotated

import typer


class Kind(str, Enum):
    """The record types."""

    actor = "actor"
    statement = "statement"
    numeric_claim = "numeric_claim"
    document = "document"
    comparison = "comparison"


def schema(
    kind: Annotated[Kind | None, typer.Argument(help="One type of record; all of them without it.")] = None,
) -> None:
    """Print the JSON Schema that every line of output follows."""
    import json

    from nlp_claims import records

    typer.echo(json.dumps(records.schema(kind.value if kind else None), ensure_ascii=False, indent=2))
