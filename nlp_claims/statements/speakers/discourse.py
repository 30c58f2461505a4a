"""Dropped subjects: «dodał», «jej zdaniem» go to the last speaker who agrees, not to the nearest name."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from nlp_claims.offices import SOON
from nlp_claims.statements.draft import RELAYING, Draft, Range
from nlp_claims.statements.speakers.agreement import Agreement, genders_of_head
from nlp_claims.statements.speakers.antecedents import carrier
from nlp_claims.statements.speakers.bearers import Bearers, Function, bearer, function, may_bear
from nlp_claims.statements.speakers.candidates import agreement_of
from nlp_claims.statements.speakers.cast import UNRESOLVED, Cast, Named, Who
from nlp_claims.statements.speakers.counted import bare_share
from nlp_claims.statements.speakers.find import find_speaker
from nlp_claims.statements.speakers.subjects import Subjects, subordinate
from nlp_claims.statements.speakers.voices import NARRATOR, Voices
from nlp_claims.statements.text import Text

_PARTICIPLES = frozenset({"pcon", "pant"})
_GOES_ON = frozenset({"add", "stress"})  # «dodał», «podkreślił»: the one who spoke goes on
_MEMORY = 12  # speakers that a reader still has in mind
_VOICE = 3  # sentences in which an institution's statement goes on without naming it («dodano»)
_BACK = 2  # sentences in which a new subject takes the floor from the last speaker
_ALIKE = 0.7  # of the words of a headline that are somebody's words in the text
_AHEAD = 4  # sentences within which a function without a name gets its name: «Polityk odszedł. … – mówił Jan Kos»


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
        self.voices = Voices(drafts, len(text.tokens))
        self.subjects = Subjects(text, cast, self.voices)
        self.mentions = list(cast.mentions())
        self.bearers = Bearers(cast)
        self.memory: list[tuple[int, int]] = []  # where, and which actor
        self.relays: set[int] = set()  # media that pass on what others say
        self.narrated = {NARRATOR}  # the voices that tell the story: the narrator's, and what such media pass on
        self.by_sentence: dict[int, int] = {}

    def speakers(self) -> list[Who | None]:
        order = sorted(range(len(self.drafts)), key=lambda n: (self.drafts[n].place, n))
        for n in order:
            self.found[n] = self._speaker(n)
            self._remember(n)
        self._headline(order)
        return self.found

    def _headline(self, order: Sequence[int]) -> None:
        """A headline stands before everybody: it is whose words it repeats, or the article's first speaker's."""
        alone = len(self.text.paragraphs) < 2  # noqa: PLR2004
        end = len(self.text.tokens) if alone else self.text.paragraphs[1]
        titles = [n for n in order if self.drafts[n].place < end and _is_dropped(self.drafts[n])][:_MEMORY]
        for n in titles:
            quoted = self.drafts[n].rule == "statement.floating"
            if not quoted and (alone or self.found[n] is not None):
                continue
            who = self._repeated(n, order) if quoted else None
            if who is None and self.found[n] is None:
                said = (k for k in order if self.voices.around(k) == NARRATOR and self.found[k] is not None)
                who = next((self.found[k] for k in said), None)
            if who is not None and self.cast.agrees(who.actor, agreement_of(self.text, self.drafts[n])):
                self.found[n] = Who(who.actor, None)

    def _repeated(self, n: int, order: Sequence[int]) -> Who | None:
        """Who says the same words further on in the text."""
        title = self._words(n)
        for k in order:
            who = self.found[k]
            if k != n and who is not None and len(title & self._words(k)) >= _ALIKE * len(title):
                return who
        return None

    def _words(self, n: int) -> frozenset[str]:
        return frozenset(word for a, b in self.drafts[n].parts for word in self.text.lowers[a:b] if word.isalnum())

    def _speaker(self, n: int) -> Who | None:
        draft = self.drafts[n]
        if draft.cue is not None and draft.cue.form in _PARTICIPLES:
            # «tłumaczył, dodając, że»: one subject
            same = self.by_sentence.get(self.text.sentence(draft.place)[0])
            if same is not None:
                return Who(same, None)
        rest = self._rest(n) if draft.cue is not None and bare_share(self.text, draft.cue) else None
        who = rest or find_speaker(self.text, self.cast, draft, self.voices.beside(n))
        if who is not None and who.actor == UNRESOLVED and who.span is not None:
            return self._bearer(who.span, n)
        return self._recall(n) if who is None and _is_dropped(draft) else who

    def _remember(self, n: int) -> None:
        who, draft, holder = self.found[n], self.drafts[n], self.voices.around(n)
        if who is None:
            return
        if draft.rule in RELAYING and self.cast.kind(who.actor) == "organization":
            self.relays.add(who.actor)
            self.narrated.add(n)
        if holder != NARRATOR:
            told = self.found[holder]
            # «Jak relacjonuje Reuter, O'Leary dał do zrozumienia, że …. Mówił, że …» goes on about O'Leary
            if told is None or told.actor not in self.relays or who.span is None:
                return
        elif draft.cue is not None and subordinate(self.text, draft.cue.first):
            return  # «Skomentował to, że Trump nazwał kraj „zadupiem”. Dodał, że»: Trump does not go on
        self.memory.append((draft.place, who.actor))
        del self.memory[:-_MEMORY]
        self.by_sentence[self.text.sentence(draft.place)[0]] = who.actor

    def _recall(self, n: int) -> Who | None:
        draft = self.drafts[n]
        agreement = agreement_of(self.text, draft)
        holder = self.voices.around(n)
        if holder != NARRATOR:
            within = self.drafts[holder].start
            nearest = self.subjects.last(within, draft.place, agreement, {holder})
            if nearest is not None:
                return Who(nearest, None)
            told = self.found[holder]
            if told is not None and self.cast.agrees(told.actor, agreement):
                return Who(told.actor, None)
        actor = self._recalled(n, agreement, draft.place)
        return None if actor is None else Who(actor, None)

    def _rest(self, n: int) -> Who | None:
        """«67 proc. Polaków uważa, że A, a 22 proc. twierdzi, że B»: the same group, where one has just spoken."""
        place = self.drafts[n].place
        since = self._sentences_back(place, 1)
        near = ((self.drafts[k].place, self.found[k]) for k in range(max(n - _MEMORY, 0), n))
        groups = [
            (at, who.actor)
            for at, who in near
            if who is not None and since <= at < place and self.cast.kind(who.actor) == "group"
        ]
        return Who(max(groups)[1], None) if groups else None

    def _recalled(self, n: int, agreement: Agreement, place: int) -> int | None:
        """Whom a dropped subject of the narration means.

        The subject of the sentence so far; a person whom the narrator made one since the last statement; the last
        speaker; a body that was one since; anybody in the sentences before; several together.

        Args:
            n: the statement's index.
            agreement: number and gender that its speaker must have.
            place: where the speaker would stand.
        """
        draft = self.drafts[n]
        voices = self.narrated  # «Jak podała PAP, sąd zakazał zbiórki. Ocenił, że»: the court
        if draft.rule == "statement.comma_closed":  # «Rząd zdecyduje o celach, o czym poinformował regiony»
            voices = voices | {n}
        start = self.text.sentence(place)[0]
        since = self.memory[-1][0] + 1 if self.memory else 0
        if (same := self.subjects.last(max(start, since), place, agreement, voices, things=True)) is not None:
            return same
        # somebody whom the narrator made the subject since: «… wypowiedział się Banks. „…” – ostrzegł.»
        floor = max(since, self._sentences_back(place, _BACK if self.memory else 2 * _BACK))
        recent = self.subjects.last(floor, place, agreement, voices)
        if recent is not None and (self.cast.kind(recent) == "person" or self._takes_over(draft, floor)):
            return recent
        actor = self._last_speaker(draft, agreement)
        if actor is None and draft.cue is not None and draft.cue.form == "imps":
            writing = carrier(self.text, self.cast, draft, bare=True)  # «W tekście podkreślono»
            return None if writing is None else writing.actor
        if actor is None:
            actor = recent if recent is not None else self.subjects.last(0, place, agreement, voices)
        if actor is None:
            actor = self._mentioned(place, agreement)
        if actor is None and agreement.number == "pl":
            actor = self.subjects.together(self._sentences_back(place, 1), place)
        return actor

    def _takes_over(self, draft: Draft, floor: int) -> bool:
        """Whether a body that has become the subject speaks, and not the last speaker: «Firma upadła. Oceniła, że»."""
        if draft.cue is None or draft.cue.entry.class_ in _GOES_ON:
            return False
        return floor >= self._sentences_back(draft.place, 1) or not self.memory or self.memory[-1][0] < floor

    def _last_speaker(self, draft: Draft, agreement: Agreement) -> int | None:
        """The last one who spoke and agrees; a medium that only relays comes after those whom it relays."""
        impersonal = draft.cue is not None and (draft.cue.form == "imps" or draft.cue.entry.lemma == "czytać")
        since = self._sentences_back(draft.place, _VOICE) if impersonal else 0
        fitting = [a for place, a in reversed(self.memory) if place >= since and self.cast.agrees(a, agreement)]
        if impersonal:  # «dodano w komunikacie»: an institution's voice
            fitting = [actor for actor in fitting if self.cast.kind(actor) != "person"]
        fitting.sort(key=lambda actor: not self.cast.agrees(actor, agreement, strictly=True))
        own = [actor for actor in fitting if actor not in self.relays]
        return next(iter(own or fitting), None)

    def _mentioned(self, place: int, agreement: Agreement) -> int | None:
        """«Powodem jest raport Komisji Śledczej. Uznała ona, że»: somebody named in another case."""
        if agreement.number is None:
            return None
        start = self._sentences_back(place, 1)
        for named in self._before(place):
            if named.first < start:
                return None
            kind = self.cast.kind(named.actor)
            if self.voices.at(named.first) == NARRATOR and kind != "place" and self._surely(named.actor, agreement):
                return named.actor
        return None

    def _surely(self, actor: int, agreement: Agreement) -> bool:
        who = self.cast.actors[actor]
        told = who["gender"] if who["kind"] == "person" else genders_of_head(who["name"])
        return bool(agreement.genders and told) and self.cast.agrees(actor, agreement, strictly=True)

    def _before(self, place: int) -> Iterator[Named]:
        """Names and references before a token, the last first."""
        at = bisect_left(self.mentions, (place,))
        return reversed(self.mentions[max(at - 40, 0) : at])

    def _bearer(self, span: Range, n: int) -> Who | None:
        """Whom a bare «polityk», «rzecznik» means: who has the function, else the last who spoke, else nobody known."""
        draft = self.drafts[n]
        agreement = agreement_of(self.text, draft)
        head, what = function(self.text, self.cast, span)
        spoken = [actor for _, actor in reversed(self.memory)]
        named = [named.actor for named in self._before(span[0])]
        known = [actor for actor in dict.fromkeys(chain(spoken, named)) if self.cast.agrees(actor, agreement)]
        recalled = self._recalled(n, agreement, min(draft.place, span[0]))
        if recalled is not None and not (
            may_bear(self.cast, recalled, what) and self._nobody_since(recalled, what, span)
        ):
            recalled = None
        if (
            recalled is not None
            and draft.cue is not None
            and draft.cue.entry.class_ in _GOES_ON
            and not what.complement
        ):
            return Who(recalled, span)  # «Jan Kos mówił, że … – Tak – dodał minister»: the same man
        found = bearer(self.cast, what, known)
        if found is None:
            found = recalled
        if found is None:
            soon = self.text.tokens[span[0]].start + SOON
            later = [
                actor
                for actor in self.bearers.of(what)
                if self._first(actor) <= soon and self.cast.agrees(actor, agreement)
            ]
            found = bearer(self.cast, what, later, surely=True)
        if found is None and what.anybody and not any(self.cast.kind(actor) == "person" for actor in known):
            found = self._to_come(span[1], agreement)
        if found is not None:
            return Who(found, span)
        added = self.cast.add(span[0], span[1], head)
        return None if added is None else Who(added, span)

    def _nobody_since(self, actor: int, what: Function, span: Range) -> bool:
        """«Kanclerz Niemiec» is not the woman who spoke before two other leaders did: her office names somebody new."""
        if what.anybody or not what.complement:
            return True
        people = (
            named.actor for named in self._before(span[0]) if named.name and self.cast.kind(named.actor) == "person"
        )
        return next(people, actor) == actor

    def _first(self, actor: int) -> int:
        """Where the actor is named first, in characters; 0 where nothing names it."""
        return next((mention["start"] for mention in self.cast.actors[actor]["mentions"]), 0)

    def _to_come(self, place: int, agreement: Agreement) -> int | None:
        """The person whom the lead calls by a function only, and the next sentences by name."""
        end = self.text.sentence(place)[1]
        for _ in range(_AHEAD):
            end = self.text.sentence(end)[1] if end < len(self.text.tokens) else end
        low = bisect_left(self.mentions, (place,))
        for named in self.mentions[low : low + 20]:
            if named.first >= end:
                return None
            if named.name and self.cast.kind(named.actor) == "person" and self.cast.free_subject(named):
                return named.actor if self.cast.agrees(named.actor, agreement) else None
        return None

    def _sentences_back(self, place: int, count: int) -> int:
        start = self.text.sentence(place)[0]
        for _ in range(count):
            if start == 0:
                break
            start = self.text.sentence(start - 1)[0]
        return start


def _is_dropped(draft: Draft) -> bool:
    """Whether somebody known must have said it, though nobody is named: not «mówi się, że», not «pytany, czy»."""
    cue = draft.cue
    if cue is None:
        return draft.rule == "statement.floating"
    return cue.form not in {"ppas", "noun"} and not (cue.impersonal and cue.form != "imps")
