"""Exchange rates: a bare decimal where a pair of currencies is spoken of is their rate.

«Kurs EUR/USD spadł poniżej 1,16», «funt do dolara umocnił się do 1,3050», «konsolidacja 4,26–4,30 za EUR».
"""

from collections.abc import Sequence

from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.units import Unit, Units

_REACH = 150  # pieces back to the pair
_NEAR = 20  # pieces back to the currency of «4,30 za EUR»
_CODE = 3  # letters of an ISO code
_DIGITS = 2  # decimals that a rate has at least
_AGAINST = frozenset({"do", "wobec", "względem"})


def settle(pieces: Sequence[Piece], drafts: Sequence[Draft], units: Units) -> None:
    """Give exchange rates their unit, in place."""
    for draft in drafts:
        if not _may_be_rate(pieces, draft):
            continue
        pair = _per_unit(pieces, draft, units) or _pair_before(pieces, draft.lead, units)
        if pair is not None:
            draft.unit, draft.noun = Unit(f"rate:{pair[0]}/{pair[1]}", draft.after), None


def _may_be_rate(pieces: Sequence[Piece], draft: Draft) -> bool:
    """Whether a number is a bare decimal («1,1626»): a percentage has its sign, a price its currency."""
    if draft.unit is not None or draft.score or draft.adjective or draft.numeral.spelled or draft.numeral.scale != 1:
        return False
    decimals = pieces[draft.last - 1].text.replace(",", ".").partition(".")[2]
    return len(decimals) >= _DIGITS and decimals.isdigit() and (draft.noun is None or draft.noun.weak)


def _per_unit(pieces: Sequence[Piece], draft: Draft, units: Units) -> tuple[str, str] | None:
    """The pair of «złoty … 4,26–4,30 za EUR»."""
    if draft.after + 1 >= len(pieces) or pieces[draft.after].lower != "za":
        return None
    base = units.currency(pieces[draft.after + 1])
    near = range(draft.lead - 1, max(-1, draft.lead - 1 - _NEAR), -1)
    quoted = (units.currency(pieces[index]) for index in near)
    other = next((code for code in quoted if code not in (None, base)), None)
    return (base, other) if base and other else None


def _pair_before(pieces: Sequence[Piece], at: int, units: Units) -> tuple[str, str] | None:
    """The nearest pair that is named before a piece."""
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if pieces[index].kind == "word" and (pair := _pair(pieces, index, units)):
            return pair
    return None


def _pair(pieces: Sequence[Piece], at: int, units: Units) -> tuple[str, str] | None:
    """«EURUSD», «EUR/USD», «funta do dolara»: the two currencies that are named from a piece on."""
    piece = pieces[at]
    if len(piece.text) == 2 * _CODE and piece.text.isupper():
        halves = (piece.text[:_CODE], piece.text[_CODE:])
        return halves if units.iso(halves[0]) and units.iso(halves[1]) else None
    base = units.currency(piece)
    if base is None or at + 2 >= len(pieces):
        return None
    link = pieces[at + 1]
    if (link.text in ("/", "-") and link.glued) or link.lower in _AGAINST:
        other = units.currency(pieces[at + 2])
        return (base, other) if other not in (None, base) else None
    return None
