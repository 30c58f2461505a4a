"""What a number leaves unsaid because it was said before.

«90 tys. ludzi, a według policji 35 tys.»; «43 proc. Szkotów chce …, a 57 proc. opowiada się …».
"""

from collections.abc import Sequence

from nlp_claims.numbers import fronted, percents, points, pronouns
from nlp_claims.numbers.contexts import Contexts, grades, is_verb, lead_word
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.percents import ENDS, FARTHEST, is_part, sentences_between
from nlp_claims.numbers.phrases import NounPhrase
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.stops import Opinion

_THOUSAND = 1000
_HUNDRED = 100
_MONEYED = 10**6
_MONEY_REACH = 150
_TOLD_ONCE = ("duration", "percent", "temperature")
_NUMBERS = 6  # numbers back to the noun that one leaves out
_CLAUSE = 8  # pieces from a number to one that has its unit
_PRONOUNS = frozenset({"jeden", "oba", "obydwa"})
_AGAIN = frozenset({"czyli", "tj", "(", "znaczy"})
_ATTACHING = frozenset({"z", "ze", "w", "we", "dla", "od"})
_OF_THAT = ["w", "tym"]
_PARTS = ("percent", "other:fraction")


def backward(
    pieces: Sequence[Piece], drafts: Sequence[Draft], contexts: Contexts, opinion: Opinion, bare: frozenset[str]
) -> None:
    """Complete drafts in place from what was said before them."""
    points.settle(pieces, drafts, contexts)
    for index, draft in enumerate(drafts):
        if draft.score or draft.adjective or draft.index or draft.numeral.lemma in _PRONOUNS:
            continue
        before = drafts[max(0, index - _NUMBERS) : index]
        weak = _weak(pieces, draft, contexts)
        if draft.noun is None and (draft.bare or draft.code == "percent"):
            draft.noun = pronouns.of_them(pieces, draft, before)
        if draft.bare and not draft.numeral.fraction and draft.numeral.low >= 0:  # «leki (-600 mln)» are a loss
            draft.noun = _said(pieces, draft, before, contexts, opinion, bare)
        if draft.bare and draft.numeral.fraction:
            draft.noun = percents.among(pieces, draft, contexts)
        part = draft.numeral.fraction and lead_word(pieces, draft.lead) == "o"  # «o prawie jedną trzecią»
        # «otwarto odcinek ósemki» is about a road, and no eight of anything
        if (draft.bare and not part and not draft.numeral.needs_noun) or weak:
            _backward(pieces, draft, before)
        elif draft.code == "percent" and draft.noun is None:
            percents.complete(pieces, draft, before, contexts)
        if draft.noun is None and _measure(pieces, draft):
            floor = before[-1].after if before else 0
            draft.noun = fronted.genitive(pieces, draft, floor, opinion, bare, contexts)


def _anew(pieces: Sequence[Piece], before: Draft, draft: Draft, contexts: Contexts) -> NounPhrase | None:
    """The noun that stands before the number before: «liczba łóżek wzrosła o 5, a respiratorów – o 7, do 90».

    A new «liczba» has a noun of its own.
    """
    fronted_there = before.noun is not None and before.noun.first < before.first
    renewed = any(contexts.has(piece, "amount") for piece in pieces[before.after : draft.lead])
    return before.noun if fronted_there and before.code == draft.code and not renewed else None


def _weak(pieces: Sequence[Piece], draft: Draft, contexts: Contexts) -> bool:
    """Whether an adjective after the number says less than the noun before it.

    «35 proc. reprezentowanych», «60 testów, w tym 22 antygenowe»; but «57 proc. pytanych» are people.
    """
    if draft.noun is None or not draft.noun.weak or draft.noun.noun in contexts.members("people"):
        return False
    return draft.code == "percent" or (draft.code == "count" and is_part(pieces, draft))


def _said(
    pieces: Sequence[Piece],
    draft: Draft,
    before: Sequence[Draft],
    contexts: Contexts,
    opinion: Opinion,
    bare: frozenset[str],
) -> NounPhrase | None:
    """The noun of a bare number in its own clause, before it."""
    counted = bool(before) and before[-1].noun is not None  # «31 przypadków odry. Rok temu było ich pięć.»
    near = counted and sentences_between(pieces, before[-1].after, draft.first) <= 1
    same = counted and not sentences_between(pieces, before[-1].after, draft.first)
    return (
        fronted.bracketed(pieces, draft)
        or fronted.restated(pieces, draft, bare)
        or fronted.genitive(pieces, draft, before[-1].after if before else 0, opinion, bare, contexts)
        or (_anew(pieces, before[-1], draft, contexts) if same else None)
        or pronouns.theirs(pieces, draft, _last_count(before) if near else None)
        or fronted.amount(pieces, draft, opinion, bare, contexts)
    )


def _measure(pieces: Sequence[Piece], draft: Draft) -> bool:
    """Whether a quantity is of something: «śniegu spadło 20 cm», «zwolenników jest o 10 punktów więcej»."""
    if draft.code == "percentage_point":
        after = pieces[draft.after].lower if draft.after < len(pieces) else ""
        return after in ("więcej", "mniej") and draft.lead > 0 and pieces[draft.lead - 1].lower == "o"
    return draft.code.partition(":")[0] in ("length", "mass", "volume", "area", "rate", "energy")


def _backward(pieces: Sequence[Piece], draft: Draft, before: Sequence[Draft]) -> None:
    """A bare number takes unit and noun of the nearest earlier one that counts or costs something."""
    if draft.numeral.scale >= _MONEYED and draft.unit is None:  # «prognoza zysku 1,1–1,2 mld»
        money = next((other for other in reversed(before) if other.code.startswith("money")), None)
        if money and money.unit and draft.first - money.after < _MONEY_REACH:
            draft.unit = money.unit._replace(last=draft.last, per=None)
            return
    if _same_measure(pieces, draft, before):
        draft.unit, draft.noun = before[-1].unit, before[-1].noun
        return
    if other := _it_was(pieces, draft, before):
        draft.unit, draft.noun = other.unit and other.unit._replace(last=draft.last), other.noun
        return
    other = _lender(pieces, draft, before)
    if other is None:
        return
    draft.noun, draft.noun_name = other.noun, other.noun_name
    if draft.unit is None and other.unit is not None and not draft.numeral.fraction:
        draft.unit = other.unit._replace(last=draft.last)
        if is_part(pieces, draft) and draft.numeral.scale == 1 and draft.numeral.low < _THOUSAND:
            draft.numeral = draft.numeral.times(other.numeral.scale)


def _lender(pieces: Sequence[Piece], draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The nearest earlier number that a bare one may take unit and noun of."""
    part = is_part(pieces, draft)
    for index, other in reversed(list(enumerate(before))):
        sentences = sentences_between(pieces, other.after, draft.first)
        if part and index and _attached(pieces, before[index - 1], other):
            continue
        if draft.first - other.after > FARTHEST or sentences > 1 or (draft.numeral.scale >= _MONEYED and sentences):
            return None  # «gospodarka traci kilkadziesiąt milionów»: money that is not said
        lends = _lends(draft, other) or _told_again(pieces, draft, other)
        if lends and not (draft.numeral.fraction and sentences):
            return other
    return None


def _last_count(before: Sequence[Draft]) -> Draft | None:
    return next((other for other in reversed(before) if other.code == "count" and other.noun is not None), None)


def _attached(pieces: Sequence[Piece], before: Draft, draft: Draft) -> bool:
    """«37 posłów z 24 krajów, w tym 10 z Niemiec»: the countries only tell which members."""
    link = pieces[draft.lead - 1].lower if draft.lead > before.after else ""
    between = pieces[before.after : draft.lead]
    return link in _ATTACHING and before.noun is not None and all(piece.kind == "word" for piece in between)


def _it_was(pieces: Sequence[Piece], draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """«W 2016 r. zużyto 2,5 mln ton stali. Rok wcześniej było to 800 tys.»: the same quantity, at another time."""
    at = draft.lead - 1
    while at > 1 and grades(pieces[at].lower):
        at -= 1
    if at < 1 or {pieces[at].lower, pieces[at - 1].lower} != {"było", "to"}:
        return None
    other = next((one for one in reversed(before) if not one.bare and not one.code.startswith("duration")), None)
    near = other is not None and sentences_between(pieces, other.after, draft.first) <= 1
    return other if near and other is not None and not other.adjective else None


def _same_measure(pieces: Sequence[Piece], draft: Draft, before: Sequence[Draft]) -> bool:
    """«Ma 74 lata, a jego rywal 77», «10 dni zamiast 14», «53 proc. głosów, a Nowak 41»: the sentence has no other."""
    if not before or draft.numeral.scale > 1 or draft.numeral.fraction:
        return False
    if not _stands_alone(pieces, draft.last) and not _of_that(pieces, draft):
        return False
    share = before[-1].code == "percent" and draft.numeral.low <= _HUNDRED  # «48 proc. chce zmian, podczas gdy 46 nie»
    if draft.first - before[-1].after > (FARTHEST if share else _CLAUSE):
        return False
    here = [other for other in before if not sentences_between(pieces, other.after, draft.first)]
    return bool(here) and all(other.code.startswith(_TOLD_ONCE) for other in here) and not here[-1].adjective


def _of_that(pieces: Sequence[Piece], draft: Draft) -> bool:
    """«po 25 latach pracy, w tym po 20 w szkole»: a part of the same."""
    before = [piece.lower for piece in pieces[max(0, draft.lead - len(_OF_THAT) - 1) : draft.lead]]
    return before[-2:] == _OF_THAT or (len(before) > len(_OF_THAT) and before[:-1] == _OF_THAT)


def _told_again(pieces: Sequence[Piece], draft: Draft, other: Draft) -> bool:
    """«61 tys. głosów, czyli 52 proc. wszystkich ważnie oddanych»: the same, as a share."""
    again = draft.lead > 0 and pieces[draft.lead - 1].lower in _AGAIN
    return again and draft.code == "percent" and other.code == "count" and other.noun is not None


def _stands_alone(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a clause ends after a number, or goes on with its verb."""
    ends = at >= len(pieces) or pieces[at].breaks or pieces[at].text in {*ENDS, ",", ";", ")"}
    return ends or (pieces[at].text.islower() and is_verb(pieces[at].lower))


def _lends(draft: Draft, other: Draft) -> bool:
    """Whether a bare number may mean what an earlier one counts or costs."""
    if other.adjective or other.bare or other.numeral.lemma in ("oba", "obydwa"):
        return False
    if other.noun is not None and other.noun.noun == "raz":
        return False
    if draft.code == "percent":
        return other.code == "percent" and other.noun is not None
    if other.code == "count" or (draft.numeral.fraction and other.code in _PARTS):
        return other.noun is not None
    return other.code.startswith("money") and not draft.numeral.fraction
