"""The noun that a participle describes, past what belongs to the participle.

«51 proc. przepytanych przez gazetę turystów», «jedna szósta zaplanowanych na dziś lotów».
"""

from collections.abc import Iterator, Sequence

from nlp_claims.morphology import analyse
from nlp_claims.numbers.nouns import modifies, nouns
from nlp_claims.numbers.pieces import Piece

_PARTICIPLES = ("ppas", "pact")
_ALONE = ("ppron3", "ppron12", "siebie", "adv")
"""What stands after a preposition and takes no genitive: «ze sobą», «na dzisiaj»."""
_NOUN = frozenset(f"{number}:{case}" for number in ("sg", "pl") for case in ("gen", "dat", "acc", "inst", "loc"))
_INSTRUMENTAL = frozenset({"sg:inst", "pl:inst"})
_JOINS = frozenset({"i", "oraz", "lub", "albo"})
_TIMES = frozenset({"czas", "dzień", "godzina", "miesiąc", "rok", "sezon", "tydzień", "weekend"})
_COMPLEMENTS = 3  # adverbs and prepositions with their nouns before a participle
_MODIFIERS = 3  # words between a preposition and its noun


def starts(pieces: Sequence[Piece], participle: int) -> Iterator[tuple[int, bool]]:
    """Where the described noun may start, nearest first, and whether a genitive there can be no one else's.

    «zatrudnionych w fabryce samochodów» may be of cars that the factory makes; «zaplanowanych na dziś lotów» and
    «współpracujących ze sobą graczy» may not.
    """
    if not _is_participle(pieces[participle].lower):
        return
    at, sure = participle + 1, True
    if at < len(pieces) and pieces[at].lower == "się":
        at += 1
    while at < len(pieces) and not pieces[at].breaks and (reached := _complement(pieces, at)):
        at, alone = reached
        sure = sure and alone
        yield at, sure


def participle(pieces: Sequence[Piece], at: int) -> int | None:
    """The participle that what stands at a piece belongs to: «ściśle ze sobą współpracujących»."""
    for _ in range(_COMPLEMENTS):
        reached = None if at >= len(pieces) or pieces[at].breaks else _complement(pieces, at)
        if reached is None:
            return None
        at = reached[0]
        if at < len(pieces) and _is_participle(pieces[at].lower):
            return at
    return None


def _is_participle(form: str) -> bool:
    return any(reading.pos in _PARTICIPLES for reading in analyse(form))


def _complement(pieces: Sequence[Piece], at: int) -> tuple[int, bool] | None:
    """The piece after an adverb, a preposition with its noun, or an instrumental; and whether it ends in no noun."""
    piece = pieces[at]
    if piece.kind != "word":
        return None
    if piece.lower in _JOINS:
        another = at + 1 < len(pieces) and _is_participle(pieces[at + 1].lower)
        return (at + 2, True) if another else None  # «odwołanych i opóźnionych wczoraj lotów»
    readings = analyse(piece.lower)
    if any(reading.pos == "prep" for reading in readings):
        return _noun(pieces, at + 1, _NOUN)
    if any(reading.pos == "adv" for reading in readings):
        return at + 1, True
    return _noun(pieces, at, _INSTRUMENTAL)


def _noun(pieces: Sequence[Piece], at: int, cases: frozenset[str]) -> tuple[int, bool] | None:
    for index in range(at, min(at + _MODIFIERS, len(pieces))):
        piece = pieces[index]
        if piece.kind != "word" or piece.breaks:
            return None
        if any(reading.pos in _ALONE for reading in analyse(piece.lower)):
            return index + 1, True
        if found := nouns(piece.text, cases):
            return index + 1, piece.text[:1].isupper() or found[0].noun in _TIMES
        if not modifies(piece.lower) & cases:
            return None
    return None
