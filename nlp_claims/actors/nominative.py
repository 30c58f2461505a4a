"""What is known around a name that is to be put into the nominative, and what comes of it."""

from dataclasses import dataclass
from typing import NamedTuple

from nlp_claims.actors.guesses import CASES, PRIOR

_TAGGED, _UNTAGGED = 1.5, -0.7
_GOVERNED, _UNGOVERNED = 0.8, -3.0


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a name.

    ``case``: the tagger's, or empty; ``governed``: the cases that the preposition before it takes, or
    empty; ``gender``: of the person, where a title or a verb tells («m», «f»), or empty; ``subject``: how
    much speaks for its being the subject of a verb.
    """

    case: str = ""
    governed: frozenset[str] = frozenset()
    gender: str = ""
    subject: float = 0.0

    def weights(self) -> dict[str, float]:
        """How likely each case is around the name, natural logarithms with the prior in them."""
        weights = dict(PRIOR)
        for case in CASES:
            if self.case:
                weights[case] += _TAGGED if case == self.case else _UNTAGGED
            if self.governed:
                weights[case] += _GOVERNED if case in self.governed else _UNGOVERNED
            elif self.subject:
                weights[case] += self.subject if case == "nom" else -self.subject
        return weights


class BaseForm(NamedTuple):
    """A name in the nominative, and what its form tells: case, gender and number, empty if nothing.

    ``margin``: by how much it beat the next reading with other words, a natural logarithm.
    """

    text: str
    case: str
    gender: str
    number: str
    score: float
    margin: float = 0.0
