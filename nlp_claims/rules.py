"""What a rule is: a stable id that records carry, the reason it exists, and examples that tests run."""

from dataclasses import dataclass

from nlp_claims.annotations import NumberRule, StatementRule


@dataclass(frozen=True, slots=True)
class Example:
    """A Polish sentence, and the ``text`` of every record that the rule must make of it.

    An empty ``finds`` says that the rule must stay silent there.
    """

    text: str
    finds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of finding something. ``id`` is stable across versions: users filter on it."""

    id: StatementRule | NumberRule
    why: str
    examples: tuple[Example, ...]
