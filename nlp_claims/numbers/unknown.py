"""Counted nouns that no dictionary knows: makes, and words younger than it."""

from collections.abc import Sequence

from nlp_claims.morphology import analyse
from nlp_claims.numbers.nouns import modifies
from nlp_claims.numbers.phrases import NounPhrase
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.stops import Opinion


def read(pieces: Sequence[Piece], at: int, cases: frozenset[str], opinion: Opinion) -> NounPhrase | None:
    """A noun that no dictionary knows: «dwa Boguty», «dwóch dużych SUV», «12 paczkomatów».

    A make is counted by its name as it stands; what a tagger takes for a common noun, by the lemma that it gives.
    """
    if at + 1 < len(pieces) and pieces[at].text.islower() and modifies(pieces[at].lower) & cases:
        at += 1
    piece = pieces[at] if at < len(pieces) else None
    if piece is None or piece.kind != "word" or piece.breaks or analyse(piece.text) or analyse(piece.lower):
        return None
    noun = piece.text
    if piece.text.islower():
        seen = opinion(piece)
        if seen is None or seen[0] != "NOUN":
            return None
        noun = seen[1]
    elif pieces[at - 1].text == ".":
        return None
    return NounPhrase(noun, noun, at, at, at + 1, cases)
