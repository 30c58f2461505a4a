"""How far the times and places of a sentence reach: into their own clause, and from its opening into every clause.

«W Czechach wykryto 12 tys. zakażeń, na Słowacji 2,5 tys.»: each number has its place. «W niedzielę zmarło pięć osób, a
siedem zostało rannych»: both on Sunday.
"""

from collections.abc import Sequence
from typing import NamedTuple

from nlp_claims.morphology import analyse
from nlp_claims.numbers.contexts import is_verb
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.pieces import Piece

CLAUSE_MARKS = frozenset(",;:()–—")
RELATIVE = frozenset({"których", "którym", "której", "gdzie", "kiedy", "gdy"})
_COMPARED = 5  # words of «niż Kowalski w zeszłym sezonie»
_BASES = frozenset({"z", "ze", "wobec", "zamiast"})
_OPENS_NUMBER = frozenset("–—:(")


class Scope(NamedTuple):
    """A number in its sentence, pieces ``first`` to ``last``, and in its clause, ``start`` to ``end``."""

    pieces: Sequence[Piece]
    first: int
    last: int
    start: int
    end: int
    draft: Draft
    others: Sequence[Draft]
    """The numbers near, without this one."""

    def distance(self, start: int, end: int) -> int | None:
        """How far a phrase stands from the number, or ``None`` where it says nothing of it."""
        if start < self.draft.after and self.draft.first < end:
            return None  # it holds the number
        if self._compared(start) or not self._reaches(start, end):
            return None
        return max(self.draft.first - end, start - self.draft.after)

    def holding(self, start: int, end: int) -> list[Draft]:
        """The other numbers that stand in pieces ``start`` to ``end``."""
        return [other for other in self.others if start < other.after and other.lead < end]

    def _reaches(self, start: int, end: int) -> bool:
        if start < self.end and self.start < end:
            return True
        if end <= self.draft.first and (self._opens(start) or self._taken_up(end)):
            return True
        low, high = start, end
        while low > self.first and self.pieces[low - 1].text not in CLAUSE_MARKS:
            low -= 1
        while high < self.last and self.pieces[high].text not in CLAUSE_MARKS:
            high += 1
        if high < self.last and self.pieces[high].text in _OPENS_NUMBER:
            high += 1 + (high + 1 < self.last)  # «najwięcej na Pomorzu – 12 tys.»: that number's
        verbal = any(is_verb(piece.lower) for piece in self.pieces[low:high] if _plain(piece))
        return not verbal and not self.holding(low, high)

    def _taken_up(self, end: int) -> bool:
        """«bazy w Niemczech, w których pracuje 400 pilotów»: a relative clause goes on with what stands before it."""
        opening = [piece.lower for piece in self.pieces[self.start : self.start + 2]]
        return end + 1 == self.start and not RELATIVE.isdisjoint(opening)

    def _opens(self, start: int) -> bool:
        """Whether nothing but marks and conjunctions stands before a phrase in its sentence."""
        return not any(
            piece.kind != "mark" and not any(each.pos in ("conj", "comp", "part") for each in analyse(piece.lower))
            for piece in self.pieces[self.first : start]
        )

    def _compared(self, start: int) -> bool:
        """«o jedną więcej niż rywal w zeszłym sezonie», «rok do roku»: a time to compare with."""
        if start > self.first and self.pieces[start - 1].lower == "rok" and self.pieces[start].lower == "do":
            return True
        if start > self.first and self.pieces[start - 1].lower == "jak" and self.pieces[start].lower != "dotąd":
            return True  # «10 dni, a nie – jak wcześniej – dwa tygodnie»
        if any(piece.lower == "niż" for piece in self.pieces[max(self.first, start - _COMPARED) : start]):
            return True
        return any(self._base(other) for other in self.others if self.draft.first < other.first < start)

    def _base(self, other: Draft) -> bool:
        """«do 6,1 proc. z 5,9 proc. w maju», «12 mln zł wobec 9 mln zł rok wcześniej»: the time of what is compared."""
        if self.draft.code == "count" and other.lead - 1 == self.draft.after:
            return False  # «30 z 290 lotów»
        return other.lead > 0 and self.pieces[other.lead - 1].lower in _BASES


def _plain(piece: Piece) -> bool:
    """A word that is not also a preposition or such: «na», «po» are verbs of the dictionary's making."""
    return piece.kind == "word" and not any(
        each.pos in ("prep", "conj", "comp", "num") for each in analyse(piece.lower)
    )
