"""One draft among its neighbours, as the checks that dismiss numbers see it."""

from collections.abc import Sequence
from typing import NamedTuple

from nlp_claims.numbers import phrases
from nlp_claims.numbers.contexts import Contexts
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.pieces import Piece

_QUOTES = frozenset('„"»«“')
_OPENERS = frozenset('.!?:…–—-(„"»•*;')


class View(NamedTuple):
    """A draft, the text around it, and the plain questions that more than one check asks.

    ``taken`` is the first piece that is no part of the number before it. ``tied`` says that a dash ties the
    number to one with a unit («na poziomie 12–15 mld euro»).
    """

    text: str
    pieces: Sequence[Piece]
    contexts: Contexts
    draft: Draft
    taken: int
    tied: bool

    @property
    def first(self) -> Piece:
        """The number's first piece."""
        return self.pieces[self.draft.first]

    @property
    def previous(self) -> Piece | None:
        """The piece before the number, in the same paragraph and of no other number."""
        before = self.draft.first - 1
        return self.pieces[before] if before >= self.taken and not self.first.breaks else None

    @property
    def following(self) -> Piece | None:
        """The piece after the number, in the same paragraph."""
        return self.after(0)

    def after(self, places: int) -> Piece | None:
        """The piece some places after the number, in the same paragraph."""
        upto = self.pieces[self.draft.last : self.draft.last + places + 1]
        if len(upto) <= places:
            return None
        for piece in upto:
            if piece.breaks:
                return None
        return upto[-1]

    @property
    def figure(self) -> bool:
        """Whether the number is one figure and no words."""
        return self.draft.last - self.draft.first == 1 and self.first.kind == "figure"

    @property
    def digits(self) -> bool:
        """Whether it is a row of digits, with no mark in it."""
        return self.figure and self.first.text.isdigit()

    @property
    def measured(self) -> bool:
        """Whether a unit or a multiplier says that it is a quantity."""
        return self.tied or self.draft.unit is not None or self.draft.numeral.scale != 1

    def sentence_start(self, index: int) -> bool:
        """Whether piece ``index`` opens a sentence, so that its capital means nothing."""
        if index == 0 or "\n" in self.pieces[index].gap:
            return True
        abbreviated = (
            index > 1 and self.pieces[index - 1].text == "." and self.contexts.has(self.pieces[index - 2], "label")
        )
        if self.pieces[index - 1].text in _QUOTES and index > 1 and self.pieces[index - 2].kind == "word":
            return False  # «nad „Propozycją 8”» quotes a name
        return self.pieces[index - 1].text in _OPENERS and not abbreviated  # «pl. Trzech Krzyży»

    def counted(self) -> phrases.NounPhrase | None:
        """The noun that agrees with the number, if one follows."""
        bare = self.contexts.members("not_nominal")
        return phrases.read(self.pieces, self.draft.after, self.draft.numeral.governs, lambda _: None, bare)
