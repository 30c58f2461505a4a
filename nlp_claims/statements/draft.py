"""A statement on its way: what was said is known, who said it is still to be found."""

from dataclasses import dataclass

from nlp_claims.annotations import Mode, StatementRule
from nlp_claims.statements.cues import Cue

Range = tuple[int, int]

# the rules by which a medium passes on what somebody said: «Jak podało Radio X, …», «… – pisze „Kurier”»
RELAYING: frozenset[StatementRule] = frozenset({"statement.as", "statement.dash_closed", "statement.comma_closed"})


@dataclass(slots=True)
class Draft:
    """Token ranges throughout, ends exclusive.

    ``after`` and ``before`` are where the speaker may stand, in that order of preference unless
    ``subject_first``; ``named`` is the phrase that is known to name the speaker («według policji»).
    ``others`` says that the verb has a subject of its own where it stands in another's words («badani uważają, że»).
    """

    mode: Mode
    parts: list[Range]
    rule: StatementRule
    cue: Cue | None = None
    after: Range = (0, 0)
    before: Range = (0, 0)
    subject_first: bool = False
    named: Range | None = None
    frame: Range = (0, 0)
    nested: bool = False
    others: bool = False

    @property
    def start(self) -> int:
        """The first token of the words said."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """The end of the words said."""
        return self.parts[-1][1]

    @property
    def span(self) -> range:
        """All tokens from the first word said to the last."""
        return range(self.start, self.end)

    @property
    def place(self) -> int:
        """Where the statement is made in the narration: its verb, or its first word."""
        return self.cue.verb if self.cue is not None else self.start
