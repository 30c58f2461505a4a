"""How a number is bounded: «ponad 10», «nie więcej niż 10», «dłuższe niż trzy godziny», «10 lub więcej»."""

from collections.abc import Sequence
from itertools import takewhile

from nlp_claims import lexicons
from nlp_claims.annotations import Bound
from nlp_claims.morphology import analyse
from nlp_claims.numbers import nouns
from nlp_claims.numbers.contexts import Contexts, lemmas
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.pieces import Piece, cut

_NEAR = 10  # pieces back to a word that tells a limit from a goal
_LONGEST = 4  # pieces in a bounding phrase
_PREPOSITIONS = frozenset({"o", "z", "ze", "na", "w", "we", "od", "po", "za", "przez", "dla", "u", "przed"})
_CHANGES = ("change_up", "change_down", "change")
_FLIPPED: dict[Bound, Bound] = {"over": "at_most", "under": "at_least"}
_INCLUDED: dict[Bound, Bound] = {"over": "at_least", "under": "at_most"}
_OR = frozenset({"i", "lub", "albo", "bądź"})
_SUMS = frozenset({"sumy", "kwoty", "wysokości", "limitu", "pułapu"})
_INSERTED = frozenset({"jednak", "już", "zarazem", "zresztą"})
_MODAL_REACH = 8  # pieces back from a verb to the «nie może» that governs it
_EXACT_CASES = ("gen", "inst")
"""What «z» governs as a preposition; before any other case it is «about»."""


class Bounds:
    """The bounding phrases, ready to match."""

    def __init__(self, contexts: Contexts, overlay: str = "") -> None:
        """Read ``bounds.tsv``; ``overlay`` is a folder of lexicons laid over it, or empty."""
        self._contexts = contexts
        self._phrases: dict[str, dict[tuple[str, ...], Bound]] = {"before": {}, "after": {}}
        self._lemmas: dict[str, dict[str, Bound]] = {"comparative": {}, "verb": {}}
        self._between: set[str] = set()
        for row in lexicons.read("bounds", overlay):
            if row["side"] == "between":
                self._between.add(row["lemma"])
                continue
            bound: Bound = row["bound"]  # type: ignore[assignment]  # lexicons.schema keeps to the six, test_lexicons.py tests it
            if row["side"] in self._phrases:
                self._phrases[row["side"]][tuple(piece.lower for piece in cut(row["lemma"]))] = bound
            else:
                self._lemmas[row["side"]][row["lemma"]] = bound

    def of(self, pieces: Sequence[Piece], draft: Draft, after: int, ends: set[int]) -> Bound:
        """The bound that the words around set; ``ends`` are the pieces at which numbers end."""
        if draft.score or draft.upper is not None or not draft.numeral.exact:
            return "exact" if draft.score else "range" if draft.upper is not None else "vague"
        for at in dict.fromkeys((after, draft.after, draft.last)):
            if found := self.after(pieces, at):
                return found[0]
        before = None if _compares_times(pieces, draft) else self.before(pieces, draft.lead)
        if before:
            draft.lead = min(draft.lead, before[1])
            return before[0]
        if _roughly(pieces, draft):
            return "about"
        quoted = draft.unit is not None and draft.unit.symbol.isupper() and "/" in draft.unit.symbol
        if draft.lead - 1 in ends or draft.adjective or quoted:
            return "exact"  # «62 proc. do 38 proc.», «odbicie EUR/USD do 1,16»
        return "at_most" if self._up_to(pieces, draft) else "exact"

    def _up_to(self, pieces: Sequence[Piece], draft: Draft) -> bool:
        """Whether «do» before the number is a limit («kara do ośmiu lat») and no goal («do osiemnastu gmin»)."""
        at = draft.lead - 1
        if at >= 0 and self._may_reach(pieces, at):
            return True
        if at > 0 and pieces[at].lower in _SUMS:
            at -= 1  # «do sumy 1 mln euro»
        if at < 0 or pieces[at].lower != "do":
            return False
        near = [piece for piece in _clause_before(pieces, at) if piece.kind == "word"]
        after = pieces[draft.after : draft.after + 2]  # «do 0,5 proc. podniesiono wynik»
        if any(self._changes(piece) for piece in (*near, *after)):
            return False
        if draft.unit is not None and not draft.code.startswith("count"):
            return not any(self._contexts.has(piece, "to_value") for piece in near[-2:])
        if (
            near
            and near[-1].end <= pieces[at].start
            and any(each.tag.startswith("praet:sg:n") for each in analyse(near[-1].lower))
        ):
            return not self._contexts.has(near[-1], "to_value")  # «przyszło do 50 osób»: they are the subject
        limited = any(self._contexts.has(piece, "limit") for piece in near[-4:])
        return limited and not any(self._contexts.has(piece, "to_value") for piece in near[-3:])

    def _changes(self, piece: Piece) -> bool:
        """Whether a word makes «do» the end of a change; but «stracili do 200 miejsc» says how many at most."""
        changing = any(self._contexts.has(piece, role) for role in _CHANGES)
        return changing and not self._contexts.has(piece, "gain")

    def _may_reach(self, pieces: Sequence[Piece], at: int) -> bool:
        """«może sięgać 2,5 tys. zł», «może sięgnąć nawet 5 mln»: what may be reached is the most."""
        while at > 0 and pieces[at].lower in ("nawet", "i", "kwoty", "aż", "poziomu", "wartości", "do"):
            at -= 1
        reaching = not lemmas(pieces[at].text).isdisjoint(("sięgać", "sięgnąć"))
        return reaching and any("móc" in lemmas(piece.text) for piece in pieces[max(0, at - 4) : at])

    def before(self, pieces: Sequence[Piece], at: int) -> tuple[Bound, int] | None:
        """The bound that the words before piece ``at`` set, and the piece where they start."""
        found = self._directly_before(pieces, at)
        if found is None and at > 1 and pieces[at - 1].lower in _PREPOSITIONS:
            found = self._directly_before(pieces, at - 1)  # «przynajmniej z 7 domów», «niemal o 20 proc.»
        return found or self._exceeding(pieces, at)

    def after(self, pieces: Sequence[Piece], at: int) -> tuple[Bound, int] | None:
        """The bound set by words from piece ``at`` on («lub więcej»), and the piece after them."""
        words = tuple(piece.lower for piece in pieces[at : at + _LONGEST])
        for length in range(len(words), 0, -1):
            if bound := self._phrases["after"].get(words[:length]):
                return bound, at + length
        if len(words) > 1 and words[0] in _OR and not _counts(pieces, at + 1):
            compared = self._comparative(words[1])  # «w wieku 24 lat i młodszych»
            return (_INCLUDED[compared], at + 2) if compared in _INCLUDED else None
        return None

    def _comparative(self, form: str) -> Bound | None:
        """What a comparative says of a limit: «dłuższy», «więcej» are over it."""
        readings = (each for each in analyse(form) if each.has("com") and each.lemma in self._lemmas["comparative"])
        return next((self._lemmas["comparative"][each.lemma] for each in readings), None)

    def _directly_before(self, pieces: Sequence[Piece], at: int) -> tuple[Bound, int] | None:
        near = list(
            takewhile(lambda index: index >= 0 and not pieces[index + 1].breaks, range(at - 1, at - 1 - _LONGEST, -1))
        )
        words = tuple(pieces[index].lower for index in reversed(near))
        for length in range(len(words), 0, -1):
            if bound := self._phrases["before"].get(words[-length:]):
                return bound, at - length
        if words[-1:] in (("niż",), ("od",)):  # «dłuższe niż trzy godziny», «nie więcej jednak niż»
            here = -2 if _INSERTED.isdisjoint(words[-2:-1]) else -3
            bound = self._comparative(words[here]) if len(words) >= -here else None
            if bound:
                negated = words[here - 1 : here] == ("nie",)
                return (_FLIPPED[bound] if negated else bound), at + here - negated
        return None

    def _exceeding(self, pieces: Sequence[Piece], at: int) -> tuple[Bound, int] | None:
        """«przekroczyła już 100 osób», «nie przekracza 5 proc.»: the verb says that the number is passed."""
        index = at - 1
        while index >= 0 and at - index < _LONGEST and pieces[index].lower in self._between:
            index -= 1
        if index < 0 or pieces[index].kind != "word":
            return None
        for reading in analyse(pieces[index].lower):
            bound = self._lemmas["verb"].get(reading.lemma)
            if bound and reading.pos in ("fin", "praet", "inf", "pact", "imps", "pcon", "ger"):
                return (_FLIPPED[bound] if _negated(pieces, index) else bound), index
        return None


def _compares_times(pieces: Sequence[Piece], draft: Draft) -> bool:
    """«więcej niż dziesięć lat temu», «wyższa niż przed pięcioma laty» compare with a time, and bound nothing."""
    lead, after = draft.lead, draft.after
    if lead > 1 and pieces[lead - 1].lower == "przed":
        return pieces[lead - 2].lower == "niż"
    since = after < len(pieces) and pieces[after].lower in ("temu", "wcześniej", "później")
    return since and lead > 0 and pieces[lead - 1].lower == "niż"


def _roughly(pieces: Sequence[Piece], draft: Draft) -> bool:
    """«odebrał ze czterdzieści telefonów», «trwało to z dwie godziny»: «z» before the accusative is «about»."""
    if draft.lead == 0 or pieces[draft.lead - 1].lower not in ("z", "ze") or not draft.numeral.spelled:
        return False
    if draft.numeral.lemma in ("jeden", "oba", "obydwa"):
        return False  # «uważa, ze obie opcje» has a letter wrong
    readings = analyse(pieces[draft.first].lower)
    return bool(readings) and not any(reading.has(case) for reading in readings for case in _EXACT_CASES)


def _counts(pieces: Sequence[Piece], at: int) -> bool:
    """Whether an adjective stands before its noun: «dwa auta i większy dom» bounds nothing."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    return following is not None and bool(nouns.nouns(following.text, nouns.modifies(pieces[at].lower)))


def _clause_before(pieces: Sequence[Piece], at: int) -> Sequence[Piece]:
    """The few pieces before one, inside its sentence."""
    start = at
    while start > 0 and at - start < _NEAR and not pieces[start].breaks:
        if pieces[start - 1].text in ".!?" and pieces[start].text[:1].isupper():
            break
        start -= 1
    return pieces[start:at]


def _negated(pieces: Sequence[Piece], verb: int) -> bool:
    """«nie przekracza», «nie będzie przekraczał», «nie może przekroczyć»."""
    if verb > 1 and not lemmas(pieces[verb - 1].text).isdisjoint(("być", "móc", "powinien")):
        verb -= 1
    if verb > 0 and pieces[verb - 1].lower == "nie":
        return True
    for index in range(verb - 1, max(0, verb - _MODAL_REACH), -1):  # «nie może ono w tym roku przekraczać»
        if pieces[index].text in ".,;:!?" or pieces[index].breaks:
            return False
        if pieces[index - 1].lower == "nie" and "móc" in lemmas(pieces[index].text):
            return True
    return False
