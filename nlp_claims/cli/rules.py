"""``nlp-claims rules``: every rule, why it exists, and what it finds."""

from typing import Annotated

import typer

from nlp_claims.cli.gather import write


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
    lines = []
    for rule in chosen:
        lines += [rule.id, f"  {rule.why}"]
        for example in rule.examples:
            lines += [f"    {example.text}", *(f"      → {found}" for found in example.finds)]
    write("".join(f"{line}\n" for line in lines).encode(), None)
