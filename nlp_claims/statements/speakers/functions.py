"""Whom a bare «polityk», «rzecznik» means: who has the function, else the last who spoke, else nobody known."""

from collections.abc import Callable
from itertools import chain

from nlp_claims.offices import SOON
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.speakers.agreement import Agreement, agreement_of
from nlp_claims.statements.speakers.bearers import Bearers, Function, bearer, function, may_bear
from nlp_claims.statements.speakers.cast import Who
from nlp_claims.statements.speakers.dropped import GOES_ON
from nlp_claims.statements.speakers.memory import SPAN
from nlp_claims.statements.speakers.mentions import sentences_on
from nlp_claims.statements.speakers.narration import Dropped, Narration
from nlp_claims.statements.speakers.recall import recall
from nlp_claims.statements.speakers.references import is_new

_Way = Callable[[], int | None]
_WHOSE = frozenset({"jego", "jej", "ich"})
_WOMAN = frozenset({"f"})
_AHEAD = 4  # sentences within which a function without a name gets its name: «Polityk odszedł. … – mówił Jan Kos»


class Functions:
    """The functions of a document, and who bears them."""

    def __init__(self, told: Narration) -> None:
        self._told, self._text, self._cast = told, told.text, told.cast
        self._bearers = Bearers(told.cast)
        self._learnt: list[tuple[Function, int]] = []

    def meant(self, span: Range, n: int, draft: Draft) -> Who | None:
        """Whom the function at ``span`` means as the speaker of a statement; somebody new where nobody bears it."""
        agreement = agreement_of(self._text, draft)
        head, what = function(self._text, self._cast, span)
        if is_new(self._text, span[0], head):
            return self._new(span, head, agreement)
        recalled = None
        if not self._somebodys(head, span):
            recalled = recall(Dropped(self._told, n, draft, agreement, min(draft.place, span[0])))
        goes_on = _goes_on(draft, what)
        if recalled is not None and not (self._may_go_on(recalled, what, span) or (goes_on and self._plain(recalled))):
            recalled = None
        if recalled is not None and goes_on:
            return Who(recalled, span)  # «Jan Kos mówił, że … – Tak – dodał minister»: the same man
        known = self._known(span, agreement)
        ways: tuple[_Way, ...] = (
            lambda: bearer(self._cast, what, known, surely=True),
            lambda: self._told_before(what),
            lambda: bearer(self._cast, what, known, surely=False),
            lambda: recalled,
            lambda: self._named_soon(what, span, agreement),
            lambda: self._named_next(span, agreement),
            lambda: self._only_woman(known, agreement),
            lambda: None if self._people(known) or not what.anybody else self._to_come(span[1], agreement),
        )
        found = next((actor for way in ways if (actor := way()) is not None), None)
        if found is not None:
            self._learnt.append((what, found))
            return Who(found, span)
        return self._new(span, head, agreement)

    def _new(self, span: Range, head: int, agreement: Agreement) -> Who | None:
        """Somebody whom nothing names; a woman where the verb says so («kanclerz przyznała»)."""
        added = self._cast.add(span[0], span[1], head)
        if added is None:
            return None
        if agreement.genders == _WOMAN and not self._cast.actors[added]["mentions"]:
            self._cast.actors[added]["gender"] = "f"
        return Who(added, span)

    def _only_woman(self, known: list[int], agreement: Agreement) -> int | None:
        """«Kanclerz przyznała»: a function of a man's gender with a woman's verb, where one woman has no function."""
        if agreement.genders != _WOMAN:
            return None
        people = [self._cast.actors[actor] for actor in known]
        women = [n for n, who in zip(known, people, strict=True) if who["kind"] == "person" and who["gender"] == "f"]
        return women[0] if len(women) == 1 and not self._cast.actors[women[0]]["roles"] else None

    def _told_before(self, what: Function) -> int | None:
        """Who was called so before: «– Nie – mówi były premier. … – Tak – dodaje były premier»: the same man."""
        same = (actor for other, actor in reversed(self._learnt[-SPAN:]) if what.same(other))
        return next(same, None)

    def _people(self, known: list[int]) -> bool:
        return any(self._cast.kind(actor) == "person" for actor in known)

    def _known(self, span: Range, agreement: Agreement) -> list[int]:
        """Who has spoken or was named before, the last first."""
        named = (named.actor for named in self._told.mentions.before(span[0]))
        known = dict.fromkeys(chain(self._told.memory.speakers(), named))
        return [actor for actor in known if self._cast.agrees(actor, agreement)]

    def _may_go_on(self, actor: int, what: Function, span: Range) -> bool:
        """«Kanclerz Niemiec» is not the woman who spoke before two other leaders did: her office names somebody new."""
        if not may_bear(self._cast, actor, what):
            return False
        if what.anybody or not what.complement:
            return True
        names = (
            n.actor for n in self._told.mentions.before(span[0]) if n.name and self._cast.kind(n.actor) == "person"
        )
        return next(names, actor) == actor

    def _plain(self, actor: int) -> bool:
        """A named person of whom the document says nothing: «– … – mówił Kos. – … – dodał minister»."""
        who = self._cast.actors[actor]
        return who["kind"] == "person" and bool(who["mentions"]) and not who["roles"]

    def _somebodys(self, head: int, span: Range) -> bool:
        """«Prawnik Bibi», «jego lekarz»: the one whose lawyer or doctor he is does not speak."""
        if not _WHOSE.isdisjoint(self._text.lowers[max(span[0] - 1, 0) : head]):
            return True
        named = (named for at in range(head + 1, span[1]) if (named := self._cast.at(at)) is not None)
        return any(self._cast.kind(named.actor) == "person" for named in named)

    def _named_soon(self, what: Function, span: Range, agreement: Agreement) -> int | None:
        """Who has the function further on: «Prezydent podpisał ustawę. – … – mówił prezydent Jan Kos»."""
        soon = self._text.tokens[span[0]].start + SOON
        later = (
            actor
            for actor in self._bearers.of(what)
            if self._first(actor) <= soon and self._cast.agrees(actor, agreement)
        )
        return bearer(self._cast, what, later, surely=True)

    def _first(self, actor: int) -> int:
        """Where the actor is named first, in characters; 0 where nothing names it."""
        return next((mention["start"] for mention in self._cast.actors[actor]["mentions"]), 0)

    def _named_next(self, span: Range, agreement: Agreement) -> int | None:
        """«– Nie – mówi dyrektorka szkoły. Anna Lis dodaje, że …»: who goes on at once, named for the first time."""
        start = self._text.sentence(span[1] - 1)[1]
        named = self._cast.at(start) if start < len(self._text.tokens) else None
        if (
            named is None
            or not named.name
            or named.last >= len(self._text.tokens)
            or not self._cast.free_subject(named)
        ):
            return None
        goes_on = any(verb.lemma in self._cast.words.verbs for verb in self._text.words[named.last].verbs)
        first = self._first(named.actor) == self._text.tokens[start].start
        person = self._cast.kind(named.actor) == "person" and self._cast.agrees(named.actor, agreement)
        return named.actor if goes_on and first and person else None

    def _to_come(self, place: int, agreement: Agreement) -> int | None:
        """The person whom the lead calls by a function only, and the next sentences by name."""
        end = sentences_on(self._text, place, _AHEAD)
        for named in self._told.mentions.after(place):
            if named.first >= end:
                return None
            if named.name and self._cast.kind(named.actor) == "person" and self._cast.free_subject(named):
                return named.actor if self._cast.agrees(named.actor, agreement) else None
        return None


def _goes_on(draft: Draft, what: Function) -> bool:
    return draft.cue is not None and draft.cue.entry.class_ in GOES_ON and not what.complement
