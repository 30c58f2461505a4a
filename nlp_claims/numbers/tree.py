"""What a tagger and a parser see in a piece of text, where they have read it."""

from bisect import bisect_left
from functools import cached_property

import numpy as np
from spacy.tokens import Doc, Token

from nlp_claims.numbers.pieces import Piece
from nlp_claims.surface import surface_of

_PARTICLE = 3  # tokens from a verb to its «się»
_HOPS = 12  # heads to climb from a number to its verb


class Tree:
    """What an annotated Doc says of a piece; an unannotated one says nothing."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._tagged = doc.has_annotation("POS")
        self._parsed = doc.has_annotation("DEP")
        self._starts = surface_of(doc).starts

    def _token(self, offset: int) -> Token | None:
        index = bisect_left(self._starts, offset)
        return self._doc[index] if index < len(self._starts) and self._starts[index] == offset else None

    @cached_property
    def _infinitives(self) -> dict[int, list[int]]:
        """The open complements of each verb, left to right."""
        found: dict[int, list[int]] = {}
        for place, head in self._dependents("xcomp"):
            found.setdefault(head, []).append(place)
        return found

    @cached_property
    def _copulas(self) -> dict[int, int]:
        """The verb of each nominal clause, by what it says: «frekwencja była o 3 pkt proc. wyższa»."""
        return {head: place for place, head in self._dependents("cop")}

    def _dependents(self, relation: str) -> list[tuple[int, int]]:
        """The tokens with a relation, and their heads; asking a token for its children walks the sentence."""
        table = self._doc.to_array(["DEP", "HEAD"])
        places = np.flatnonzero(table[:, 0] == self._doc.vocab.strings[relation]).tolist()
        return [(place, place + int(table[place, 1].astype("int64"))) for place in places]

    def opinion(self, piece: Piece) -> tuple[str, str] | None:
        """Part of speech and lemma in context."""
        token = self._token(piece.start) if self._tagged else None
        if token is None or len(token) != len(piece.text):
            return None
        return token.pos_, token.lemma_

    def counted(self, piece: Piece) -> int | None:
        """The offset of the noun that the tree hangs a number on."""
        token = self._token(piece.start) if self._parsed else None
        if token is None or not token.dep_.startswith("nummod"):
            return None
        return token.head.idx if token.head.pos_ in ("NOUN", "PROPN", "ADJ") else None

    def lemma(self, piece: Piece) -> str | None:
        """The lemma in context."""
        seen = self.opinion(piece)
        return seen[1] if seen and seen[1] else None

    def reflexive(self, piece: Piece) -> bool:
        """Whether «się» belongs to the verb: «odbędzie się», «się odbyło»; but «szacuje się» has nobody to do it."""
        token = self._token(piece.start) if self._parsed else None
        if token is None:
            return False
        near = range(max(0, token.i - _PARTICLE), min(token.i + _PARTICLE + 1, len(self._doc)))
        particles = (self._doc[at] for at in near if at != token.i)
        return any(each.dep_ == "expl:pv" and each.lower_ == "się" and each.head.i == token.i for each in particles)

    def nominal(self, piece: Piece) -> bool:
        """Whether a tagger sees a noun where the dictionary may have a verb: the «lata» of «cztery lata temu»."""
        seen = self.opinion(piece)
        return seen is not None and seen[0] in ("NOUN", "PROPN")

    def verbal(self, piece: Piece) -> bool:
        """Whether a tagger sees a verb."""
        seen = self.opinion(piece)
        return seen is not None and seen[0] in ("VERB", "AUX")

    def predicate(self, offset: int) -> int | None:
        """The offset of the verb that governs the number there, by the tree.

        An infinitive rather than its modal («ma kosztować»), a participle rather than its auxiliary («ma zostać
        obniżona»).
        """
        token = self._token(offset) if self._parsed else None
        for _ in range(_HOPS):
            if token is None or token.head.i == token.i:
                break
            token = token.head
            if token.dep_ == "aux:pass":
                token = token.head
            if token.i in self._copulas:
                return self._doc[self._copulas[token.i]].idx
            if token.pos_ in ("VERB", "AUX") or _passive(token):
                lower = (self._doc[place] for place in self._infinitives.get(token.i, ()))
                return next((each for each in lower if each.pos_ == "VERB" or _passive(each)), token).idx
        return None


def _passive(token: Token) -> bool:
    """Whether a participle is the verb of its clause: «została przyjęta», not «przyjęta ustawa»."""
    return token.pos_ == "ADJ" and any(each.dep_ == "aux:pass" for each in token.children)
