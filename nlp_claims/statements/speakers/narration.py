"""What a reader has before him where a speaker is to be found: the names, the subjects, and who has spoken so far."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlp_claims.statements.draft import Draft
from nlp_claims.statements.speakers.agreement import Agreement
from nlp_claims.statements.speakers.cast import Cast
from nlp_claims.statements.speakers.memory import Memory
from nlp_claims.statements.speakers.mentions import Mentions
from nlp_claims.statements.speakers.subjects import Subjects
from nlp_claims.statements.speakers.voices import Voices
from nlp_claims.statements.text import Text


@dataclass(frozen=True, slots=True)
class Narration:
    """The story of a document as far as it has been told."""

    text: Text
    cast: Cast
    voices: Voices
    subjects: Subjects
    mentions: Mentions
    memory: Memory

    @classmethod
    def of(cls, text: Text, cast: Cast, drafts: Sequence[Draft]) -> "Narration":
        """The story before anybody has spoken."""
        voices = Voices(drafts, len(text.tokens))
        return cls(text, cast, voices, Subjects(text, cast, voices), Mentions(cast), Memory(text, cast, voices))


@dataclass(frozen=True, slots=True)
class Dropped:
    """A statement whose speaker the sentence does not name.

    Attributes:
        told: the narration up to it.
        n: the statement's index.
        draft: the statement.
        agreement: number and gender that its speaker must have.
        place: where the speaker would stand.
    """

    told: Narration
    n: int
    draft: Draft
    agreement: Agreement
    place: int

    @property
    def opens(self) -> int:
        """Where the statement begins, its words or its verb: the sentences before it are not its own."""
        return min(self.place, self.draft.start)

    @property
    def impersonal(self) -> bool:
        """«dodano w komunikacie», «czytamy»: an institution's voice."""
        cue = self.draft.cue
        return cue is not None and (cue.form == "imps" or cue.entry.lemma == "czytać")
