"""What a percentage is taken of, where it was said before or stands apart.

«52 proc. Brytyjczyków …, a przeciwnego zdania było 48 proc.»; «Wśród zaszczepionych 85 proc. to medycy».
"""

from collections.abc import Sequence
from dataclasses import replace

from nlp_claims.numbers import phrases
from nlp_claims.numbers.contexts import Contexts, grades, lead_word
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.phrases import NounPhrase
from nlp_claims.numbers.pieces import Piece

ENDS = frozenset(".!?")
FARTHEST = 60  # pieces back to the noun of an ellipsis
_SENTENCES = 2  # sentence ends back to the percentage of the same people
_OF_WHICH = (("z", "czego"), ("z", "tego"), ("w", "tym"))
_AMONG = 8  # pieces from «wśród» to the percentage
_LEADS = frozenset({"o", "do", "z", "od", "na"})


def complete(pieces: Sequence[Piece], draft: Draft, before: Sequence[Draft], contexts: Contexts) -> None:
    """«52 proc. Brytyjczyków …, a przeciwnego zdania było 48 proc.»: the same people, if none else is named."""
    lead = lead_word(pieces, draft.lead)
    if lead in _LEADS and not is_part(pieces, draft) and not (before and _goes_on(pieces, lead, before[-1], draft)):
        return
    draft.noun = _bracketed(pieces, draft, contexts) or among(pieces, draft, contexts)
    if draft.noun is not None:
        return
    for other in reversed(before):
        if draft.first - other.after > FARTHEST or sentences_between(pieces, other.after, draft.first) > _SENTENCES:
            return
        if _without_set(pieces, other, draft):
            return
        part = other.code == "count" and is_part(pieces, draft)  # «rozdano 190 tys. kart, z czego 90 proc. w stolicy»
        if other.noun is not None and not other.adjective and (part or other.code in ("percent", "other:fraction")):
            draft.noun = other.noun if part or not _own_subject(pieces, draft, other, contexts) else None
            return


def _without_set(pieces: Sequence[Piece], other: Draft, draft: Draft) -> bool:
    """«wzrost spadł do 1,4 proc. wobec 2,5 proc. we Francji»: a percentage of nothing in the same sentence."""
    if other.code != "percent" or other.noun is not None or sentences_between(pieces, other.after, draft.first):
        return False
    parted = any(piece.text == ";" for piece in pieces[other.after : draft.first])
    return not parted and lead_word(pieces, other.lead) != "o"


def _goes_on(pieces: Sequence[Piece], lead: str, before: Draft, draft: Draft) -> bool:
    """«liczy na 27 proc. poparcia, a Lewica na 9 proc.», «deficyt z 2 proc. PKB wzrośnie do 4 proc.»: the same set."""
    if before.code != "percent" or sentences_between(pieces, before.after, draft.first):
        return False
    return lead in ("do", "z") or (lead == "na" and before.lead > 0 and pieces[before.lead - 1].lower == "na")


def _bracketed(pieces: Sequence[Piece], draft: Draft, contexts: Contexts) -> NounPhrase | None:
    """«większość (46 proc.) Brytyjczyków», «94 (27 proc.) z pilotów»: the set stands after the brackets."""
    first, last = draft.lead, draft.after
    if first == 0 or pieces[first - 1].text != "(" or last + 1 >= len(pieces) or pieces[last].text != ")":
        return None
    if first > 1 and (told := among(pieces, replace(draft, lead=first - 1), contexts)):
        return told  # «najwięcej wśród studentów (65 proc.), najmniej wśród emerytów (34 proc.)»
    skipped = pieces[last + 1].lower in ("z", "ze", "spośród")
    bare = contexts.members("not_nominal")  # «(27 proc.) z naszych 350 pilotów»
    phrase = phrases.read(pieces, last + 1 + skipped, frozenset({"pl:gen"}), lambda _: None, bare)
    return phrase if phrase is not None and not phrase.weak else None


def among(pieces: Sequence[Piece], draft: Draft, contexts: Contexts) -> NounPhrase | None:
    """«Wśród zaszczepionych 85 proc. to medycy», «wśród Norwegów poparcie wyniosło 2 proc.»: the set stands before."""
    for index in range(draft.lead - 1, max(-1, draft.lead - 1 - _AMONG), -1):
        if pieces[index].kind == "mark" or pieces[index].breaks:
            return None
        if pieces[index].lower in ("wśród", "spośród"):
            phrase = phrases.read(pieces, index + 1, frozenset({"pl:gen"}), lambda _: None, frozenset())
            if phrase is None or phrase.last > draft.lead:
                return None
            between = pieces[phrase.head + 1 : draft.lead]
            share = all(grades(piece.lower) or piece.lower == "aż" for piece in between)  # «wśród badanych aż 42 proc.»
            share = share or any(contexts.has(piece, "poll") for piece in between)
            return phrase if share or _repeats(pieces, index) else None
    return None


def _repeats(pieces: Sequence[Piece], among: int) -> bool:
    """«…, a wśród Szwedów 2 proc.»: a clause that leaves its verb out."""
    return among > 0 and pieces[among - 1].lower in ("a", "zaś", "natomiast")


def _own_subject(pieces: Sequence[Piece], draft: Draft, other: Draft, contexts: Contexts) -> bool:
    """Whether the clause of the percentage has a subject of its own («Inflacja wyniosła 4,4 proc.»)."""
    start = draft.lead
    while start > other.after and pieces[start - 1].text not in ENDS | {",", ";", "–", "-", "("}:
        start -= 1
    if start == other.after and pieces[draft.lead - 1].lower in _LEADS:
        return False  # «deficyt liczony na 2 proc. PKB wzrośnie do 4 proc.» is one clause
    return any(
        contexts.has(piece, "measure_verb")
        and piece.lower not in ("było", "jest", "są", "będzie", "były", "ma", "mają")
        for piece in pieces[start : draft.lead]
    )


def is_part(pieces: Sequence[Piece], draft: Draft) -> bool:
    """«wyłożą 80 miliardów euro, z czego 30 w tym roku»: thirty milliards too."""
    at = draft.lead
    if at > 1 and pieces[at - 1].text == "." and pieces[at - 2].lower == "ok":
        at -= 2  # «z czego ok. 60 proc.»
    while at > 1 and grades(pieces[at - 1].lower) and pieces[at - 1].lower not in ("czego", "tego"):
        at -= 1
    return tuple(piece.lower for piece in pieces[max(0, at - 2) : at]) in _OF_WHICH


def sentences_between(pieces: Sequence[Piece], start: int, end: int) -> int:
    """How many sentence ends lie between two pieces; an abbreviation's dot stays low before small letters."""
    count = 0
    for index in range(start, min(end, len(pieces))):
        piece = pieces[index]
        if piece.breaks or (piece.text in ENDS and index + 1 < len(pieces) and pieces[index + 1].text[:1].isupper()):
            count += 1
    return count
