"""What the numbers of a list share: «5, 7 i 9 pociągów», «z 15 do 20 proc.», «gazety 778, radio – 708 mln zł»."""

from collections.abc import Sequence
from itertools import takewhile

from nlp_claims.numbers.bounds import Bounds
from nlp_claims.numbers.contexts import grades, is_verb, lemmas
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.nouns import is_function_word, modifies
from nlp_claims.numbers.pieces import Piece

_LINKS = frozenset(", i oraz lub albo a do na - – — / czy nawet lecz ale tylko x ×".split())  # noqa: SIM905
_PARTITIVE = frozenset({"z", "ze", "spośród"})
_POSSESSIVES = frozenset({"nasz", "wasz", "swój", "jego", "jej", "ich", "ten", "wszystek"})
_MARKS = frozenset(".,;:!?()–—")
_LEAST_PARALLEL, _MOST_PARALLEL = 3, 5  # pieces of «, a Internet –»
_THOUSAND = 1000
_CLAUSE = 8  # pieces to either side of two numbers that may hold their verbs


def forward(pieces: Sequence[Piece], drafts: Sequence[Draft], bounds: Bounds) -> None:
    """Complete bare drafts in place from the next in their list."""
    for index in range(len(drafts) - 2, -1, -1):
        bound = bounds.before(pieces, drafts[index + 1].lead)  # «dziewięciu, góra dziesięciu miesięcy»
        _forward(pieces, drafts[index], drafts[index + 1], bound[1] if bound else drafts[index + 1].lead)


def _forward(pieces: Sequence[Piece], draft: Draft, following: Draft, lead: int) -> None:
    """«32, 33 i 34 kg», «z 15 do 20 proc.»: a bare number takes unit, noun and multiplier of the next in its list."""
    if _unlike(pieces, draft, following):
        return
    between = list(pieces[draft.after : lead])
    if _same_noun(pieces, draft, following, between):
        draft.noun = following.noun
    if not draft.bare:
        return
    if len(between) > 1 and between[-1].lower in ("o", "z", "ze", "po", "od", "w", "na"):
        between.pop()  # «o 5 i o 7 proc.»
    if len(between) > 1 and grades(between[-1].lower):
        between.pop()  # «z 28 do zasadniczo 33 godzin»
    if any(piece.breaks for piece in between) or not (_linked(between) or _parallel(between)):
        return
    if between[-1].lower == "a" and _predicated(pieces, draft, following):
        return
    whole = draft.numeral.low == draft.numeral.low.to_integral_value()
    if between[0].lower == "na" and (draft.index or not whole):
        return  # «wskaźnik 56,3 na 100 tys. mieszkańców» counts none of them
    _share(draft, following, scaled=between[0].lower != "na")


def _unlike(pieces: Sequence[Piece], draft: Draft, following: Draft) -> bool:
    """Whether two numbers can share nothing: results, ages, «o jedną piątą, do 27 tys. MW»; but «jedna trzecia z 9»."""
    if draft.adjective or following.adjective or draft.score or following.score or following.bare:
        return True
    part = draft.after < len(pieces) and pieces[draft.after].lower in _PARTITIVE
    return draft.numeral.fraction and not (following.numeral.fraction or part)


def _same_noun(pieces: Sequence[Piece], draft: Draft, following: Draft, between: Sequence[Piece]) -> bool:
    """Whether two numbers are of the same, whatever their units: «50 proc., a jego rywal – 47 proc. głosów»."""
    if draft.noun is not None or following.noun is None:
        return False
    if draft.code == following.code == "percent" and (_parallel(between) or _placed(between)):
        return True
    if draft.bare and _told_as_share(pieces, between, following):
        return True
    return _of_whole(pieces, draft, between)


def _of_whole(pieces: Sequence[Piece], draft: Draft, between: Sequence[Piece]) -> bool:
    """«150 z 400 lotów», «17 proc. z łącznie 2400 lotów», «(27 proc.) z naszych 350 pilotów»: part and whole."""
    words = [piece.lower for piece in between]
    if words[:1] == [")"] and pieces[draft.lead - 1].text == "(":
        words = words[1:]
    if not words or words[0] not in _PARTITIVE or draft.noun_name:
        return False
    part = draft.unit is None or draft.code == "percent"
    return part and all(_POSSESSIVES & lemmas(word) or grades(word) or modifies(word) for word in words[1:])


def _told_as_share(pieces: Sequence[Piece], between: Sequence[Piece], following: Draft) -> bool:
    """«400, czyli 17 proc. lotów», «94 (27 proc.) z naszych pilotów»: the number, then the same as a share."""
    link = [piece.lower for piece in between]
    closed = [piece.lower for piece in pieces[following.after : following.after + 2]]
    return link in (["czyli"], [",", "czyli"]) or (link == ["("] and closed[:1] == [")"] and closed[-1] in _PARTITIVE)


def _linked(between: Sequence[Piece]) -> bool:
    return len(between) in (1, 2) and all(piece.lower in _LINKS for piece in between)


def _parallel(between: Sequence[Piece]) -> bool:
    """«gazety zarobią 778, radio – 708, a Internet – 827 mln zł»: each names whose number comes next.

    After «, a» the dash may be left out: «Nowak miał 2643, a Kowalski 2790 głosów».
    """
    if not _LEAST_PARALLEL <= len(between) <= _MOST_PARALLEL or between[0].text != ",":
        return False
    dash = between[-1].text in "–—-"
    named = between[1 : len(between) - dash]
    return (dash or between[1].lower in ("a", "zaś")) and all(
        piece.kind == "word" and not is_verb(piece.lower) for piece in named
    )


def _placed(between: Sequence[Piece]) -> bool:
    """«w pierwszym roku 5 proc., w drugim 4 proc. i w trzecim 3 proc. przychodów»: each has its time or place."""
    if not _LEAST_PARALLEL <= len(between) <= _MOST_PARALLEL or between[0].lower not in (",", "i", "oraz", "a"):
        return False
    return is_function_word(between[1].lower) and not any(
        piece.kind != "word" or is_verb(piece.lower) for piece in between[1:]
    )


def _predicated(pieces: Sequence[Piece], draft: Draft, following: Draft) -> bool:
    """Whether both numbers have verbs of their own: «traci 5 mln, a 3 tys. osób nie przyszło»."""
    end = following.after if following.noun is None else max(following.after, following.noun.last)
    before = reversed(pieces[max(0, draft.lead - _CLAUSE) : draft.lead])
    return all(
        any(_is_verb(piece) for piece in takewhile(lambda piece: piece.text not in _MARKS and not piece.breaks, near))
        for near in (before, pieces[end : end + _CLAUSE])
    )


def _is_verb(piece: Piece) -> bool:
    return piece.kind == "word" and is_verb(piece.lower)


def _share(draft: Draft, following: Draft, *, scaled: bool) -> None:
    """Give a bare draft the unit, noun and, where ``scaled``, multiplier of the next."""
    draft.unit, draft.noun, draft.noun_name = following.unit, following.noun, following.noun_name
    if draft.unit is not None:
        draft.unit = draft.unit._replace(last=draft.last, per=following.unit.per if following.unit else None)
    scale = following.numeral.scale
    if scaled and scale > 1 and draft.numeral.scale == 1 and draft.numeral.low < _THOUSAND:
        draft.numeral = draft.numeral.times(scale)
