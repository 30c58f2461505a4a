"""Who has spoken so far: whom a reader has in mind when a verb comes without a subject."""

from collections.abc import Iterator
from typing import NamedTuple

from nlp_claims.statements.draft import RELAYING, Draft
from nlp_claims.statements.speakers.cast import Cast, Who
from nlp_claims.statements.speakers.subjects import subordinate
from nlp_claims.statements.speakers.voices import NARRATOR, Voices
from nlp_claims.statements.text import Text

#: Speakers that a reader still has in mind.
SPAN = 12


class Spoken(NamedTuple):
    """Where somebody spoke and who, which statement it was, and where its words begin."""

    place: int
    actor: int
    statement: int
    start: int


class Memory:
    """The speakers of the narration, statement by statement.

    Attributes:
        relays: media that pass on what others say.
        narrated: the voices that tell the story: the narrator's, and what such media pass on.
        by_sentence: the last speaker of a sentence, by its first token.
    """

    def __init__(self, text: Text, cast: Cast, voices: Voices) -> None:
        self._text, self._cast, self._voices = text, cast, voices
        self._spoken: list[Spoken] = []
        self.relays: set[int] = set()
        self.narrated = {NARRATOR}
        self.by_sentence: dict[int, int] = {}

    def keep(self, n: int, draft: Draft, who: Who | None, *, holder: int, told: Who | None) -> None:
        """Remember who made a statement.

        Args:
            n: the statement's index.
            draft: the statement.
            who: its speaker.
            holder: the statement in whose words it is made, or the narrator.
            told: who made that one.
        """
        if who is None:
            return
        if draft.rule in RELAYING and self._cast.kind(who.actor) == "organization":
            self.relays.add(who.actor)
            self.narrated.add(n)
        if holder != NARRATOR:
            # «Jak relacjonuje Reuter, O'Leary dał do zrozumienia, że …. Mówił, że …» goes on about O'Leary
            if told is None or told.actor not in self.relays or who.span is None:
                return
        elif draft.cue is not None and subordinate(self._text, self._voices, draft.cue.first):
            return  # «Skomentował to, że Trump nazwał kraj „zadupiem”. Dodał, że»: Trump does not go on
        self._spoken.append(Spoken(draft.place, who.actor, n, draft.start))
        del self._spoken[:-SPAN]
        self.by_sentence[self._text.sentence(draft.place)[0]] = who.actor

    @property
    def last_place(self) -> int | None:
        """Where somebody spoke last."""
        return self._spoken[-1].place if self._spoken else None

    @property
    def last(self) -> "Spoken | None":
        """Who spoke last."""
        return self._spoken[-1] if self._spoken else None

    def speakers(self, since: int = 0) -> Iterator[int]:
        """Who spoke since a token, the last first."""
        return (spoken.actor for spoken in reversed(self._spoken) if spoken.place >= since)
