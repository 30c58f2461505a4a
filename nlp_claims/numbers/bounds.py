"""How a number is bounded: «ponad 10», «nie więcej niż 10», «dłuższe niż trzy godziny», «10 lub więcej»."""

from collections.abc import Sequence
from itertools import takewhile

from nlp_claims import lexicons
from nlp_claims.annotations import Bound
from nlp_claims.morphology import analyse
from nlp_claims.numbers.contexts import Contexts, lemmas
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.pieces import Piece, cut

_NEAR = 10  # pieces back to a word that tells a limit from a goal
_LONGEST = 4  # pieces in a bounding phrase
_PREPOSITIONS = frozenset({"o", "z", "ze", "na", "w", "we", "od", "po", "za", "przez", "dla", "u", "przed"})
_CHANGES = ("change_up", "change_down", "change")
_FLIPPED: dict[Bound, Bound] = {"over": "at_most", "under": "at_least"}


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
        compared = draft.lead > 0 and pieces[draft.lead - 1].lower == "niż" and _since(pieces, draft.after)
        if not compared and (before := self.before(pieces, draft.lead)):
            draft.lead = min(draft.lead, before[1])
            return before[0]
        if draft.lead - 1 in ends or draft.adjective:
            return "exact"  # «62 proc. do 38 proc.»
        return "at_most" if self._up_to(pieces, draft) else "exact"

    def _up_to(self, pieces: Sequence[Piece], draft: Draft) -> bool:
        """Whether «do» before the number is a limit («kara do ośmiu lat») and no goal («do osiemnastu gmin»)."""
        at = draft.lead - 1
        if at >= 0 and self._may_reach(pieces, at):
            return True
        if at < 0 or pieces[at].lower != "do":
            return False
        near = [piece for piece in _clause_before(pieces, at) if piece.kind == "word"]
        after = pieces[draft.after : draft.after + 2]  # «do 0,5 proc. podniesiono wynik»
        if any(self._contexts.has(piece, role) for piece in (*near, *after) for role in _CHANGES):
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
        return None

    def _directly_before(self, pieces: Sequence[Piece], at: int) -> tuple[Bound, int] | None:
        near = list(
            takewhile(lambda index: index >= 0 and not pieces[index + 1].breaks, range(at - 1, at - 1 - _LONGEST, -1))
        )
        words = tuple(pieces[index].lower for index in reversed(near))
        for length in range(len(words), 0, -1):
            if bound := self._phrases["before"].get(words[-length:]):
                return bound, at - length
        if len(words) > 1 and words[-1] in ("niż", "od"):  # «dłuższe niż trzy godziny», «nie dłużej niż»
            for reading in analyse(words[-2]):
                bound = self._lemmas["comparative"].get(reading.lemma) if reading.has("com") else None
                if bound:
                    negated = words[-3:-2] == ("nie",)
                    return (_FLIPPED[bound] if negated else bound), at - 2 - negated
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


def _since(pieces: Sequence[Piece], at: int) -> bool:
    """«więcej niż dziesięć lat temu» compares with a time, and bounds nothing."""
    return at < len(pieces) and pieces[at].lower in ("temu", "wcześniej", "później")


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
    return verb > 0 and pieces[verb - 1].lower == "nie"
