"""The verb that says a number: the tree's, but none of another clause where the number's own has one."""

from bisect import bisect_left
from collections.abc import Sequence

from nlp_claims.numbers import clause
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.scope import CLAUSE_MARKS, RELATIVE, Scope
from nlp_claims.numbers.tree import Tree


def find(scope: Scope, start: int, end: int, tree: Tree) -> int | None:
    """The piece of the verb; ``start`` to ``end`` is the number's clause."""
    pieces, at = scope.pieces, scope.draft.first
    told = _at(pieces, tree.predicate(pieces[at].start), (scope.first, scope.last))
    start = max(start, clause.start(pieces, at, scope.first))  # «ogłoszono, że zwrócono 5 zł»: what was said
    if told is not None and start <= told < end:
        return told
    verbs = [index for index in clause.verbs(pieces, start, end) if not tree.nominal(pieces[index])]
    if told is None or _parted(pieces, at, told):
        return _nearest(verbs, at)
    if sure := [index for index in verbs if tree.verbal(pieces[index])]:
        return _nearest(sure, at)
    if _of_the_next(scope, end, told):
        earlier = [index for index in clause.verbs(pieces, scope.first, start) if tree.verbal(pieces[index])]
        return earlier[-1] if earlier else told
    return told


def _at(pieces: Sequence[Piece], offset: int | None, window: tuple[int, int]) -> int | None:
    """The piece of the window that starts at a character, if one does."""
    if offset is None:
        return None
    index = bisect_left(pieces, offset, *window, key=lambda piece: piece.start)
    return index if index < window[1] and pieces[index].start == offset else None


def _of_the_next(scope: Scope, end: int, verb: int) -> bool:
    """«za było 215, przeciwko 235, dwóch wstrzymało się»: one comma, and the verb has a number of its own."""
    between = [piece.text for piece in scope.pieces[end:verb]]
    parted = between[:1] == [","] and CLAUSE_MARKS.isdisjoint(between[1:]) and RELATIVE.isdisjoint(between[1:3])
    return parted and bool(scope.holding(end, verb))


def _parted(pieces: Sequence[Piece], one: int, two: int) -> bool:
    """Whether a semicolon stands between two pieces: «rano minus 9; w nocy spadnie śnieg»."""
    return any(piece.text == ";" for piece in pieces[min(one, two) : max(one, two)])


def _nearest(verbs: Sequence[int], at: int) -> int | None:
    return min(verbs, key=lambda index: (abs(index - at), index), default=None)
