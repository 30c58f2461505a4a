"""The clause around a number, read from pieces: change, ``per``, modality. No parser needed.

Everything here looks a bounded number of pieces to either side, inside one sentence.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from nlp_claims.annotations import Change, Modality
from nlp_claims.morphology import analyse
from nlp_claims.numbers.contexts import Contexts, lemmas
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.scope import CLAUSE_MARKS
from nlp_claims.numbers.units import PERIODS

_NEAR = 10  # pieces to either side that may tell of a change
_FROM_TO = 3  # pieces from «z 5» to «do 7» that need no verb of change
_PLACE_PHRASE = 3
_NEAR_VERB = 3  # pieces from an auxiliary to its participle
_SPACES = ("area", "length", "volume")
_MODALITIES: tuple[tuple[str, Modality], ...] = (
    ("possible", "possible"),
    ("estimate", "estimated"),
    ("planned", "planned"),
)
_FINITE = ("fin", "praet", "imps", "winien", "bedzie", "pred", "impt")


def change(pieces: Sequence[Piece], draft: Draft, following: Draft | None, contexts: Contexts) -> Change | None:
    """Whether the number is the size of a change (up, down), or its start or end (from, to)."""
    lead = pieces[draft.lead - 1].lower if draft.lead else ""
    at = draft.after if draft.noun is None else max(draft.after, draft.noun.last)
    compared = _comparative(pieces[at : at + 2], contexts)
    if lead == "o" and not compared:
        compared = _comparative(pieces[max(0, draft.lead - 2) : draft.lead - 1], contexts)  # «wyższe o 3 proc.»
    if compared and (lead == "o" or compared[1]):
        return compared[0]
    direction = _direction(pieces, draft, contexts)
    if lead == "o":
        return direction
    if lead == "do" and direction and draft.bound not in ("at_most", "under"):
        return "to"
    if lead in ("z", "ze") and _goes_on(pieces, draft, following, directed=direction is not None):
        return "from"
    return direction if lead and _says_change(pieces[draft.lead - 1], draft, contexts) else None


def _goes_on(pieces: Sequence[Piece], draft: Draft, following: Draft | None, *, directed: bool) -> bool:
    """Whether «z 751» goes on with «do 705»."""
    if following is None or pieces[following.lead - 1].lower != "do":
        return False
    return directed or following.lead - draft.after <= _FROM_TO


def _says_change(word: Piece, draft: Draft, contexts: Contexts) -> bool:
    """Whether the verb just before the number is one of change («stracił 6 p.p.», «zyskując 5 mandatów»).

    «Indeks spadł 2 proc.», but «spadło 20 cm śniegu», «skoczył 138 m» change nothing.
    """
    if not draft.code.startswith(("percent", "other:times")) and not contexts.has(word, "gain"):
        return False
    verb = any(each.pos in (*_FINITE, "pcon", "pant", "inf") for each in analyse(word.lower))
    return verb and _turn(word, contexts) is not None


def _comparative(after: Sequence[Piece], contexts: Contexts) -> tuple[Change, bool] | None:
    """«o 20 proc. niższy», «21 mandatów mniej»: the direction, and whether it needs no «o»."""
    for piece in after:
        if piece.kind != "word" or piece.breaks:
            return None
        readings = [each for each in analyse(piece.lower) if each.has("com")]
        for reading in readings:
            if reading.lemma in contexts.members("more") or piece.lower == "więcej":
                return "up", piece.lower == "więcej"
            if reading.lemma in contexts.members("less") or piece.lower == "mniej":
                return "down", piece.lower == "mniej"
    return None


def _direction(pieces: Sequence[Piece], draft: Draft, contexts: Contexts) -> Change | None:
    """The nearest word of change before the number, else just after it («o 5 proc. wzrosły ceny»)."""
    for piece in _backwards(pieces, draft.lead, _NEAR):
        if found := _turn(piece, contexts):
            return found
    for piece in pieces[draft.after : draft.after + 3]:
        if piece.text in CLAUSE_MARKS or piece.breaks or piece.text[:1].isupper():
            break  # the next sentence starts: «o 5 proc. Spadły …»
        if found := _turn(piece, contexts):
            return found
    return None


def _turn(piece: Piece, contexts: Contexts) -> Change | None:
    if piece.kind != "word":
        return None
    roles = contexts.roles(piece.text)
    if "change_down" in roles:
        return "down"
    return "up" if "change_up" in roles else None


def _backwards(pieces: Sequence[Piece], before: int, most: int) -> Iterator[Piece]:
    """The pieces before one, nearest first, to the start of the sentence."""
    for index in range(before - 1, max(-1, before - 1 - most), -1):
        if pieces[index].text in (".", "!", "?", ";") and (
            index + 1 >= len(pieces) or pieces[index + 1].text[:1].isupper()
        ):
            return
        yield pieces[index]
        if pieces[index].breaks:
            return


def per(text: str, pieces: Sequence[Piece], draft: Draft, following: Draft | None, contexts: Contexts) -> str | None:
    """What the number is told by: «rocznie», «za litr», «na 100 tys. mieszkańców», «na 15 m kw.»."""
    if draft.unit is not None and draft.unit.per is not None:
        return draft.unit.per
    at = max(draft.after, draft.noun.last if draft.noun is not None and draft.noun.first >= draft.last else 0)
    if at >= len(pieces) or pieces[at].breaks:
        return None
    if pieces[at].lower in PERIODS:
        return PERIODS[pieces[at].lower][1]
    return _per_measure(text, pieces, at, following, contexts) if pieces[at].lower in ("na", "za", "/") else None


def _per_measure(
    text: str, pieces: Sequence[Piece], at: int, following: Draft | None, contexts: Contexts
) -> str | None:
    """What stands after the «na», «za» or slash at piece ``at``."""
    if following is not None and following.first == at + 1 and following.code.startswith(_SPACES):
        return text[pieces[at + 1].start : pieces[following.after - 1].end]
    end = at + 1
    while (
        end < len(pieces)
        and end < at + 4
        and (
            pieces[end].kind == "figure"
            or pieces[end].lower
            in ("tys", ".", "mln", "każdy", "każde", "każdą", "jednego", "jedną", "jeden", "milion", "tysiąc")
        )
    ):
        end += 1
    if end < len(pieces) and contexts.has(pieces[end], "rate_noun") and (end > at + 1 or _singular(pieces[end])):
        return text[pieces[at + 1].start : pieces[end].end] if end > at + 1 else _base(pieces[end])
    return None


def _base(piece: Piece) -> str:
    """The nominative of a noun, «baryłkę» to «baryłka»; an abbreviation as it stands."""
    return next((each.lemma for each in analyse(piece.lower) if each.pos == "subst"), piece.text)


def _singular(piece: Piece) -> bool:
    readings = [each for each in analyse(piece.lower) if each.pos == "subst"]
    return not readings or any(each.has("sg") and (each.has("acc") or each.has("nom")) for each in readings)


def bounds(pieces: Sequence[Piece], draft: Draft, first: int, last: int) -> tuple[int, int]:
    """The clause of a number as pieces: between punctuation that parts clauses, inside ``first`` to ``last``."""
    low, high = start(pieces, draft.lead, first), max(draft.after, draft.last)
    if low > first + 1 and pieces[low].lower in ("że", "iż", "jakoby"):
        low = start(pieces, low - 1, first)  # «Szacuje się, że zginęło 500 osób»
    while high < last and not _parts(pieces[high]):
        high += 1
    return low, high


def restated(pieces: Sequence[Piece], opening: int, first: int) -> int:
    """Where a clause starts that «czyli» says again: «płaca w Niemczech wynosi 9 euro, czyli 38 zł»."""
    again = opening > first + 1 and pieces[opening].lower in ("czyli", "tj")
    return start(pieces, opening - 1, first) if again else opening


def start(pieces: Sequence[Piece], at: int, first: int) -> int:
    """Where the clause of piece ``at`` starts, no earlier than ``first``."""
    while at > first and not _parts(pieces[at - 1]):
        at -= 1
    return at


def _parts(piece: Piece) -> bool:
    """Whether a mark parts clauses; a hyphen does for a dash, between blanks."""
    return piece.text in CLAUSE_MARKS or (piece.text == "-" and bool(piece.gap))


def verbs(pieces: Sequence[Piece], start: int, end: int) -> list[int]:
    """The pieces of a clause that may be verbs, and read as nothing commoner."""
    found = []
    for index in range(start, end):
        readings = analyse(pieces[index].lower) if pieces[index].kind == "word" else ()
        finite = any(each.pos in (*_FINITE, "inf") for each in readings)
        if finite and not any(each.pos in ("prep", "conj", "part", "comp", "num") for each in readings):
            found.append(index)
    return found


def modality(
    pieces: Sequence[Piece], start: int, end: int, predicate: int | None, draft: Draft, contexts: Contexts
) -> Modality:
    """How firmly the clause says the number: «miało dotrzeć», «szacuje się», «może sięgnąć», «ma kosztować»."""
    roles: set[str] = set()
    near = range(draft.lead - _NEAR_VERB, draft.lead)
    for index, piece in enumerate(pieces[start:end], start):
        said = contexts.roles(piece.text) if piece.kind == "word" else frozenset()
        if said and (index in near or not _describes(piece.lower)):
            roles |= said
    if "hearsay" in roles:
        return "reported"
    if predicate is not None and (having := _having(pieces, start, predicate)):
        return having
    limited = draft.bound in ("at_most", "at_least")  # «nie przekracza dwóch punktów» says how many at most
    if predicate is not None and not limited and _negated(pieces, start, predicate):
        return "denied"
    firmness = next((found for role, found in _MODALITIES if role in roles), None)
    if firmness is None and "assess" in roles and _assessed(pieces, start, end, draft, contexts):
        return "estimated"
    return firmness or "asserted"


@lru_cache(maxsize=3_000)
def _describes(form: str) -> bool:
    """Whether a word is an adjective, which tells of its noun alone: «12 mld zł wobec planowanych 20»."""
    readings = analyse(form)
    return bool(readings) and all(each.pos in ("adj", "ppas") for each in readings)


def _assessed(pieces: Sequence[Piece], start: int, end: int, draft: Draft, contexts: Contexts) -> bool:
    """«straty oceniono na 5 mln», «ocenia się, że zginęło 500 osób»; but «dwie trzecie badanych ocenia go źle»."""
    by_amount = draft.lead > 0 and pieces[draft.lead - 1].lower == "na"
    return any(
        contexts.has(pieces[index], "assess") and (by_amount or (index + 1 < end and pieces[index + 1].lower == "się"))
        for index in range(start, end)
    )


def _negated(pieces: Sequence[Piece], start: int, predicate: int) -> bool:
    """«nie przyniósł», «nie został przyjęty»; but «nie żyją cztery osoby» says that four are dead."""
    if "żyć" in lemmas(pieces[predicate].text):
        return False
    before = predicate - 1
    if before > start and not lemmas(pieces[before].text).isdisjoint(("być", "zostać")):
        before -= 1
    return before >= start and pieces[before].lower == "nie"


def _having(pieces: Sequence[Piece], start: int, predicate: int) -> Modality | None:
    """«mieć» with an infinitive: hearsay in the past («miało dotrzeć»), a plan in the present («ma kosztować»)."""
    infinitive = any(each.pos == "inf" for each in analyse(pieces[predicate].lower))
    passive = any(piece.lower in ("być", "zostać") for piece in pieces[max(start, predicate - _NEAR_VERB) : predicate])
    if not (infinitive or passive):  # «ma zostać obniżona»
        return None
    for index in range(predicate - 1, max(start, predicate - 6) - 1, -1):
        for each in analyse(pieces[index].lower):
            if each.lemma == "mieć" and each.pos in ("praet", "fin"):
                return "reported" if each.pos == "praet" else "planned"
    return None


def place_before(pieces: Sequence[Piece], index: int, contexts: Contexts) -> int:
    """The piece where a place phrase starts: its preposition, over adjectives («w południowej Polsce»)."""
    start = index
    while start > 0 and index - start < _PLACE_PHRASE and pieces[start - 1].kind == "word":
        start -= 1
        if pieces[start].lower in contexts.members("place_preposition"):
            return -1 if pieces[start + 1].lower == "tym" else start  # «27 krajów, w tym Niemcy»
        if not any(each.pos == "adj" for each in analyse(pieces[start].lower)):
            break
    return -1


def verb_lemma(form: str) -> str:
    """The infinitive of a verb form by the dictionary."""
    readings = analyse(form)
    verbal = (each.lemma for each in readings if each.pos in (*_FINITE, "inf"))
    return next(verbal, readings[0].lemma if readings else form)
