"""Who makes each statement of a document, in the order of the narration."""

from collections.abc import Sequence

from nlp_claims.statements.draft import Draft
from nlp_claims.statements.speakers.agreement import agreement_of
from nlp_claims.statements.speakers.bodies import Bodies, bare_body, is_body
from nlp_claims.statements.speakers.cast import UNRESOLVED, Cast, Who
from nlp_claims.statements.speakers.counted import bare_share, polled
from nlp_claims.statements.speakers.dropped import BACK, voices_of
from nlp_claims.statements.speakers.find import Sentence, find_speaker
from nlp_claims.statements.speakers.functions import Functions
from nlp_claims.statements.speakers.headlines import give_headlines, headline_end
from nlp_claims.statements.speakers.memory import SPAN
from nlp_claims.statements.speakers.mentions import sentences_back
from nlp_claims.statements.speakers.narration import Dropped, Narration
from nlp_claims.statements.speakers.phrases import head_of, noun_phrase
from nlp_claims.statements.speakers.recall import recall
from nlp_claims.statements.speakers.voices import NARRATOR
from nlp_claims.statements.text import Text

_PARTICIPLES = frozenset({"pcon", "pant"})


def resolve(text: Text, cast: Cast, drafts: Sequence[Draft]) -> list[Who | None]:
    """The speaker of each statement, in the order of ``drafts``."""
    return _Discourse(text, cast, drafts).speakers()


class _Discourse:
    """Who has spoken so far, statement by statement."""

    def __init__(self, text: Text, cast: Cast, drafts: Sequence[Draft]) -> None:
        self.text = text
        self.cast = cast
        self.drafts = drafts
        self.found: list[Who | None] = [None] * len(drafts)
        self.told = Narration.of(text, cast, drafts)
        self.functions = Functions(self.told)
        self.bodies = Bodies(self.told)

    def speakers(self) -> list[Who | None]:
        order = sorted(range(len(self.drafts)), key=lambda n: (self.drafts[n].place, n))
        for n in order:
            self.found[n] = self._speaker(n)
            holder = self.told.voices.around(n)
            told = None if holder == NARRATOR else self.found[holder]
            self.told.memory.keep(n, self.drafts[n], self.found[n], holder=holder, told=told)
        end = headline_end(self.text)
        titles = [n for n in order if self.drafts[n].place < end and _is_dropped(self.drafts[n])]
        give_headlines(self.text, self.cast, self.drafts, titles, self.found, self.told.voices)
        return self.found

    def _speaker(self, n: int) -> Who | None:
        draft = self.drafts[n]
        if draft.cue is not None and draft.cue.form in _PARTICIPLES:
            # «tłumaczył, dodając, że»: one subject
            same = self.told.memory.by_sentence.get(self.text.sentence(draft.place)[0])
            if same is not None:
                return Who(same, None)
        rest = self._rest(n) if draft.cue is not None and bare_share(self.text, draft.cue) else None
        who = rest or find_speaker(Sentence(self.text, self.cast, draft, self.told.voices.beside(n)))
        if who is not None and who.actor == UNRESOLVED and who.span is not None:
            office = any(self.cast.is_office(at) for at in range(*who.span))
            body = not office and is_body(self.text, who.span)
            return self.bodies.meant(who.span) if body else self.functions.meant(who.span, n, draft)
        return self._dropped(n) if who is None and _is_dropped(draft) else who

    def _dropped(self, n: int) -> Who | None:
        """Whom a dropped subject means: in another's words first of all those words' subject or speaker."""
        draft = self.drafts[n]
        agreement = agreement_of(self.text, draft)
        holder = self.told.voices.around(n)
        if holder != NARRATOR:
            within = self.drafts[holder].start
            nearest = self.told.subjects.last(within, draft.place, agreement, {holder})
            if nearest is not None:
                return Who(nearest, None)
            told = self.found[holder]
            if told is not None and self.cast.agrees(told.actor, agreement):
                return Who(told.actor, None)
        dropped = Dropped(self.told, n, draft, agreement, draft.place)
        actor = recall(dropped)
        return self._function(dropped) if actor is None else self._named(actor, draft.place)

    def _named(self, actor: int, place: int) -> Who:
        """«Firma zamyka hutę. Ogłosiła, że»: a bare noun that became the subject means the body that has a name."""
        if not self.cast.actors[actor]["mentions"]:
            last = next((n for n in self.told.mentions.before(place) if n.actor == actor), None)
            head = None if last is None else head_of(self.text, self.cast, last.first, last.last)
            if last is not None and head is not None and bare_body(self.text, (last.first, last.last), head):
                who = self.bodies.meant((last.first, last.last))
                actor = actor if who is None else who.actor
        return Who(actor, None)

    def _function(self, dropped: Dropped) -> Who | None:
        """«Mężczyzna uciekł. Tłumaczył, że»: a function that the narrator made a subject, where nobody known speaks."""
        if dropped.agreement.number != "sg":
            return None
        since = sentences_back(self.text, dropped.opens, BACK)
        head = self.told.subjects.function(since, dropped.place, dropped.agreement, voices_of(dropped))
        who = None
        if head is not None:
            who = self.functions.meant(noun_phrase(self.text, self.cast, head), dropped.n, dropped.draft)
        return None if who is None else Who(who.actor, None)

    def _rest(self, n: int) -> Who | None:
        """«67 proc. Polaków uważa, że A, a 22 proc. twierdzi, że B»: the same group, where one has just spoken."""
        place = self.drafts[n].place
        since = sentences_back(self.text, place, 1)
        near = ((self.drafts[k].place, self.found[k]) for k in range(max(n - SPAN, 0), n))
        groups = [
            (at, who.actor)
            for at, who in near
            if who is not None and since <= at < place and self.cast.kind(who.actor) == "group"
        ]
        who = polled(self.text, self.cast, place, self.text.sentence(place)[0] - 1)  # «Wśród badanych 67 proc. uważa»
        if who is None:
            who = Who(max(groups)[1], None) if groups else polled(self.text, self.cast, place, since)
        return None if who is None else Who(who.actor, None)


def _is_dropped(draft: Draft) -> bool:
    """Whether somebody known must have said it, though nobody is named: not «mówi się, że», not «pytany, czy»."""
    cue = draft.cue
    if cue is None:
        return draft.rule == "statement.floating"
    return cue.form not in {"ppas", "noun"} and not (cue.impersonal and cue.form != "imps")
