"""``nlp-claims rules``: every rule, why it exists, and what it finds."""

from typing import Annotated

import typer


def rules(
    prefix: Annotated[str, typer.Argument(help="Only rules whose id starts so, e.g. statement.")] = "",
) -> None:
    """Print every rule, why it exists, and examples.

    Records carry the id of the rule that found them. An example without an arrow is one
    where the rule must stay silent.
    """
    from nlp_claims.numbers.rules import RULES as NUMBERS
    from nlp_claims.statements.rules import RULES as STATEMENTS

    chosen = [rule for rule in (*STATEMENTS, *NUMBERS) if rule.id.startswith(prefix)]
    if not chosen:
        raise typer.BadParameter(f"no rule starts with '{prefix}'; 'nlp-claims rules' prints them all")
    for rule in chosen:
        typer.echo(f"{rule.id}\n  {rule.why}")
        for example in rule.examples:
            found = " | ".join(example.finds)
            typer.echo(f"    {example.text}" + (f"\n      → {found}" if found else ""))
