"""Dropped subjects: «dodał», «jej zdaniem» go to the last speaker who agrees, not to the nearest name."""

from bisect import bisect_left
from collections.abc import Sequence

from nlp_claims.statements.agreement import Agreement
from nlp_claims.statements.candidates import agreement_of
from nlp_claims.statements.cast import UNNAMED, UNRESOLVED, Cast, Who
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.phrases import unnamed
from nlp_claims.statements.speakers import find_speaker
from nlp_claims.statements.text import Text

_NOUNS = frozenset({"subst", "depr"})
_RELAYING = frozenset({"statement.as", "statement.dash_closed", "statement.comma_closed"})
_PARTICIPLES = frozenset({"pcon", "pant"})
_MEMORY = 12  # speakers that a reader still has in mind
_BACK = 2  # sentences in which a new subject takes the floor from the last speaker
_REACH = 40


def resolve(text: Text, cast: Cast, drafts: Sequence[Draft]) -> list[Who | None]:
    """The speaker of each statement, in the order of ``drafts``."""
    return _Discourse(text, cast, drafts).speakers()


class _Discourse:
    """Who has spoken so far, statement by statement in the order of the narration."""

    def __init__(self, text: Text, cast: Cast, drafts: Sequence[Draft]) -> None:
        self.text = text
        self.cast = cast
        self.drafts = drafts
        self.found: list[Who | None] = [None] * len(drafts)
        self.outer = _outer(drafts)
        self.subjects = _subjects(text, cast, _said(drafts, len(text.tokens)))
        self.memory: list[tuple[int, int]] = []  # where, and which actor
        self.relays: set[int] = set()  # media that pass on what others say
        self.by_sentence: dict[int, int] = {}

    def speakers(self) -> list[Who | None]:
        order = sorted(range(len(self.drafts)), key=lambda n: (self.drafts[n].place, n))
        for n in order:
            self.found[n] = self._speaker(n)
            self._remember(n)
        # a headline in quotation marks stands before everybody: it is the article's first speaker's
        first = next((self.found[n] for n in order if self.found[n] is not None and self.outer[n] is None), None)
        for n in order:
            if self.found[n] is None and self.drafts[n].rule == "statement.floating" and first is not None:
                self.found[n] = Who(first.actor, None)
            elif self.found[n] is not None:
                break
        return self.found

    def _speaker(self, n: int) -> Who | None:
        draft = self.drafts[n]
        if draft.cue is not None and draft.cue.form in _PARTICIPLES:
            # «tłumaczył, dodając, że»: one subject
            same = self.by_sentence.get(self.text.sentence(draft.place)[0])
            if same is not None:
                return Who(same, None)
        who = find_speaker(self.text, self.cast, draft)
        if who is not None and who.actor == UNRESOLVED and who.span is not None:
            return self._bearer(who.span, n)
        return self._recall(n) if who is None and _is_dropped(draft) else who

    def _remember(self, n: int) -> None:
        who, draft, holder = self.found[n], self.drafts[n], self.outer[n]
        if who is None:
            return
        if draft.rule in _RELAYING and self.cast.kind(who.actor) == "organization":
            self.relays.add(who.actor)
        if holder is not None:
            told = self.found[holder]
            # «Jak relacjonuje Reuter, O'Leary dał do zrozumienia, że …. Mówił, że …» goes on about O'Leary
            if told is None or told.actor not in self.relays or who.span is None:
                return
        self.memory.append((draft.place, who.actor))
        del self.memory[:-_MEMORY]
        self.by_sentence[self.text.sentence(draft.place)[0]] = who.actor

    def _recall(self, n: int) -> Who | None:
        draft = self.drafts[n]
        agreement = agreement_of(self.text, draft)
        inside = self.outer[n]
        if inside is not None:
            nearest = self._subject(self.drafts[inside].start, draft.place, agreement)
            if nearest is not None:
                return Who(nearest, None)
            holder = self.found[inside]
            if holder is not None and self.cast.agrees(holder.actor, agreement):
                return Who(holder.actor, None)
        # somebody whom the narrator made the subject since: «… wypowiedział się Banks. „…” – ostrzegł.»
        since = self.memory[-1][0] + 1 if self.memory else 0
        floor = max(since, self._sentences_back(draft.place, _BACK if self.memory else 2 * _BACK))
        recent = self._subject(floor, draft.place, agreement)
        if recent is not None and self.cast.kind(recent) == "person":
            return Who(recent, None)
        actor = self._last_speaker(draft, agreement)
        if actor is None:
            actor = recent if recent is not None else self._subject(0, draft.place, agreement)
        if actor is None and agreement.number == "pl":
            actor = self._several(draft.place)
        return None if actor is None else Who(actor, None)

    def _last_speaker(self, draft: Draft, agreement: Agreement) -> int | None:
        """The last one who spoke and agrees; a medium that only relays comes after those whom it relays."""
        impersonal = draft.cue is not None and draft.cue.form == "imps"
        fitting = [actor for _, actor in reversed(self.memory) if self.cast.agrees(actor, agreement)]
        if impersonal:  # «dodano w komunikacie»: an institution's voice
            fitting = [actor for actor in fitting if self.cast.kind(actor) != "person"]
        own = [actor for actor in fitting if actor not in self.relays]
        return next(iter(own or fitting), None)

    def _several(self, place: int) -> int | None:
        """«W Strasburgu przemawiali Tusk oraz Juncker. Ich zdaniem …»: the last of those named together."""
        start = self._sentences_back(place, 1)
        low, high = bisect_left(self.subjects, (start, -1)), bisect_left(self.subjects, (place, -1))
        named = [actor for _, actor in self.subjects[low:high] if actor >= 0]
        return named[-1] if len(named) > 1 else None

    def _bearer(self, span: Range, n: int) -> Who | None:
        """Whom a bare «polityk», «rzecznik» means: an earlier speaker of that function, else the last who spoke."""
        head = next((at for at in range(*span) if self.text.words[at].has_case("nom", _NOUNS)), span[0])
        noun = self.text.lowers[head]
        for _, actor in reversed(self.memory):
            known = self.cast.actors[actor]
            if noun in known["name"].lower().split() or any(noun in role.lower().split() for role in known["roles"]):
                return Who(actor, span)
        who = self._recall(n)
        if who is not None and self.cast.kind(who.actor) == "person":
            return Who(who.actor, span)
        added = self.cast.add(span[0], span[1], head)
        return None if added is None else Who(added, span)

    def _unnamed(self, head: int, agreement: Agreement) -> int | None:
        if agreement.number is None or not any(
            agreement.fits(n) for n in self.text.words[head].nouns if n.pos in _NOUNS
        ):
            return None
        who = unnamed(self.text, self.cast, head)
        return None if who is None else who.actor

    def _sentences_back(self, place: int, count: int) -> int:
        start = self.text.sentence(place)[0]
        for _ in range(count):
            if start == 0:
                break
            start = self.text.sentence(start - 1)[0]
        return start

    def _subject(self, start: int, end: int, agreement: Agreement) -> int | None:
        """The last subject of a range that agrees; people before organizations where both stand there."""
        low, high = bisect_left(self.subjects, (start, -1)), bisect_left(self.subjects, (end, -1))
        fallback: int | None = None
        for k in range(high - 1, max(low, high - _REACH) - 1, -1):
            actor = self.subjects[k][1]
            if actor == UNRESOLVED:
                if fallback is None and agreement.number != "pl":
                    return None  # «szef rządu» stands nearer: whoever spoke last bears it
                continue
            if actor == UNNAMED:
                who = self._unnamed(self.subjects[k][0], agreement)
                if who is None or fallback is not None:
                    continue
                return who
            if not self.cast.agrees(actor, agreement):
                continue
            if self.cast.kind(actor) == "person":
                return actor
            fallback = actor if fallback is None else fallback
        return fallback


def _is_dropped(draft: Draft) -> bool:
    """Whether somebody known must have said it, though nobody is named: not «mówi się, że», not «pytany, czy»."""
    cue = draft.cue
    if cue is None:
        return draft.rule == "statement.floating"
    return cue.form not in {"ppas", "noun"} and not (cue.impersonal and cue.form != "imps")


def _outer(drafts: Sequence[Draft]) -> list[int | None]:
    """For each statement, the smallest other one whose words hold its verb."""
    spans = sorted((a, b, n) for n, d in enumerate(drafts) for a, b in d.parts)
    starts = [span[0] for span in spans]
    return [_holder(spans, bisect_left(starts, draft.place + 1), n, draft.place) for n, draft in enumerate(drafts)]


def _holder(spans: list[tuple[int, int, int]], until: int, n: int, place: int) -> int | None:
    for start, end, other in reversed(spans[max(until - _REACH, 0) : until]):
        if other != n and start <= place < end:
            return other
    return None


def _said(drafts: Sequence[Draft], size: int) -> bytearray:
    """Which tokens are somebody's words rather than the narrator's."""
    said = bytearray(size)
    for draft in drafts:
        for start, end in draft.parts:
            said[start:end] = b"\1" * (end - start)
    return said


def _subjects(text: Text, cast: Cast, said: bytearray) -> list[tuple[int, int]]:
    """(place, actor) of everybody whom the narrator makes a subject; ``UNRESOLVED`` for a bare function."""
    found: list[tuple[int, int]] = []
    over = 0
    for place, theirs in enumerate(said):
        if theirs or place < over:
            continue
        named = cast.at(place)
        if named is not None:
            over = named.last
            if cast.free_subject(named) and cast.kind(named.actor) != "place":
                found.append((place, named.actor))
        elif cast.governed[place]:
            continue
        elif _is_bare_office(text, cast, place):
            found.append((place, UNRESOLVED))
        elif _is_unnamed_subject(text, cast, place):
            found.append((place, UNNAMED))
    return found


def _is_unnamed_subject(text: Text, cast: Cast, head: int) -> bool:
    """A common noun for people that the parser too sees as a subject: «Jej sąsiad wzrusza ramionami»."""
    if head not in cast.subject_places:
        return False
    return any(
        noun.pos in _NOUNS and "nom" in noun.cases and "m1" in noun.genders and not noun.lemma[:1].isupper()
        for noun in text.words[head].nouns
    )


def _is_bare_office(text: Text, cast: Cast, head: int) -> bool:
    """Whether a function stands as a subject with no name after it: «szef rządu udzielił», not «szef Jan Nowak»."""
    if not cast.is_office(head) or cast.hints.cases.get(head, "nom") != "nom":
        return False
    if cast.subject_noun(head, Agreement("sg", frozenset())) is None:
        return False
    for at in range(head + 1, min(head + 8, len(text.tokens))):
        named = cast.at(at)
        if text.words[at].finite or text.tokens[at].text in ".;:":
            return True
        if named is not None and named.nominative and cast.kind(named.actor) == "person":
            return False
    return True
