"""Ways of finding a speaker, asked in their order: each a row with a name, a reason and examples that the tests run."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Situation_contra = TypeVar("Situation_contra", contravariant=True)
Answer_co = TypeVar("Answer_co", covariant=True)


class Example(NamedTuple):
    """Sentences, and the speaker that the strategy finds for the last statement in them.

    An empty speaker: the strategy says that the sentence names nobody; none: it leaves the statement to others.
    """

    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Strategy(Generic[Situation_contra, Answer_co]):
    """One way of finding a speaker.

    Attributes:
        id: its name.
        why: what it stands on.
        concerns: whether the situation is one of its kind.
        answer: the speaker, or ``None``.
        examples: where it answers, and where it must not.
        last: whether nobody else is asked where it concerns the situation, also if it finds nobody.
    """

    id: str
    why: str
    concerns: Callable[[Situation_contra], bool]
    answer: Callable[[Situation_contra], Answer_co | None]
    examples: tuple[Example, ...]
    last: bool = False


def ask(
    strategies: Iterable[Strategy[Situation_contra, Answer_co]], situation: Situation_contra
) -> tuple[Strategy[Situation_contra, Answer_co] | None, Answer_co | None]:
    """The first answer and the strategy that gave it (or that says that nobody is named)."""
    for strategy in strategies:
        if strategy.concerns(situation):
            answer = strategy.answer(situation)
            if answer is not None or strategy.last:
                return strategy, answer
    return None, None
