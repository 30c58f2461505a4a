"""Whom the narrator makes the subject of a sentence: whom a dropped subject may mean («Kos wstał. Dodał, że»)."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import NamedTuple

from nlp_claims.statements.conjunctions import THAT
from nlp_claims.statements.grammar import SPEAKING
from nlp_claims.statements.speakers.agreement import Agreement
from nlp_claims.statements.speakers.capitals import CLOSES_TITLE
from nlp_claims.statements.speakers.cast import UNNAMED, UNRESOLVED, Cast
from nlp_claims.statements.speakers.layout import Named
from nlp_claims.statements.speakers.people import is_office, is_somebody
from nlp_claims.statements.speakers.phrases import unnamed
from nlp_claims.statements.speakers.voices import Voices
from nlp_claims.statements.text import Text

_NOBODY = frozenset({"kto", "ktoś", "nikt", "kto inny", "każdy"})
_PERSONAL = frozenset({"praet", "fin"})
_IMPERSONAL = frozenset({"n"})  # «okazało się, że Trump …»
_THIRD = 3
_CLAUSE = 40  # tokens back to the verb of the main clause
_REACH = 60


class Subject(NamedTuple):
    """Somebody in the place of a subject: an actor, ``UNRESOLVED`` (a bare function) or ``UNNAMED`` (a noun)."""

    place: int
    actor: int
    voice: int


class Subjects:
    """The subjects of a text in its order."""

    def __init__(self, text: Text, cast: Cast, voices: Voices) -> None:
        self._text, self._cast = text, cast
        self._all = [Subject(place, actor, voices.at(place)) for place, actor in _subjects(text, cast, voices)]

    def last(
        self,
        start: int,
        end: int,
        agreement: Agreement,
        voices: Collection[int],
        *,
        things: bool = False,
        bodies: bool = False,
    ) -> int | None:
        """The last subject of a range that agrees, a person before an organization that stands nearer.

        Args:
            start: the first token.
            end: the end of the range.
            agreement: number and gender that it must have.
            voices: whose words it may stand in.
            things: whether a document may be meant: within a sentence it may («Umowa wygasa, bo zakłada, że …»).
            bodies: whether no person may be meant.
        """
        low, high = bisect_left(self._all, (start,)), bisect_left(self._all, (end,))
        fallback: int | None = None
        for place, actor, whose in reversed(self._all[max(low, high - _REACH) : high]):
            if whose not in voices:
                continue
            if actor == UNRESOLVED:
                if fallback is None and agreement.number != "pl":
                    return None  # «szef rządu» stands nearer: whoever spoke last bears it
                continue
            if actor == UNNAMED:
                who = None if fallback is not None else self._unnamed(place, agreement, things=things)
                if who is not None:
                    return who
                continue
            if not self._cast.agrees(actor, agreement, strictly=True):
                continue
            if self._cast.kind(actor) == "person":
                if bodies:
                    continue
                return actor
            fallback = actor if fallback is None else fallback
        return fallback

    def function(self, start: int, end: int, agreement: Agreement, voices: Collection[int]) -> int | None:
        """The place of the last function without a name in a range: «Mężczyzna uciekł. Tłumaczył, że»."""
        low, high = bisect_left(self._all, (start,)), bisect_left(self._all, (end,))
        bare = (s.place for s in reversed(self._all[low:high]) if s.actor == UNRESOLVED and s.voice in voices)
        return next((at for at in bare if self._cast.subject_noun(at, agreement) is not None), None)

    def together(self, start: int, end: int) -> int | None:
        """«W Strasburgu przemawiali Tusk oraz Juncker. Ich zdaniem …»: the last of those named together."""
        low, high = bisect_left(self._all, (start,)), bisect_left(self._all, (end,))
        named = [subject.actor for subject in self._all[low:high] if subject.actor >= 0]
        return named[-1] if len(named) > 1 else None

    def _unnamed(self, head: int, agreement: Agreement, *, things: bool) -> int | None:
        nouns = [
            n for n in self._text.words[head].nouns if n.pos in SPEAKING and "nom" in n.cases and agreement.fits(n)
        ]
        if not nouns or (agreement.number is None and not things):
            return None
        if not things and not any(is_somebody(noun) for noun in nouns):
            return None
        who = unnamed(self._text, self._cast, head)
        return None if who is None else who.actor


def _subjects(text: Text, cast: Cast, voices: Voices) -> Iterator[tuple[int, int]]:
    over = 0
    offices = text.places(lambda form: is_office(form, cast.words.offices))
    for place in sorted(cast.subject_places.union(cast.places(), offices)):
        if place < over:
            continue
        named = cast.at(place)
        if named is not None:
            over = named.last
            free = cast.free_subject(named) and cast.kind(named.actor) != "place" and _is_subject(cast, named)
            if free and not subordinate(text, voices, named.first):
                yield place, named.actor
        elif cast.governed[place]:
            continue
        elif _is_bare_office(text, cast, place):
            yield place, UNRESOLVED
        elif _is_unnamed_subject(text, cast, place):
            yield place, UNNAMED


def subordinate(text: Text, voices: Voices, place: int) -> bool:
    """«Prezydent skomentował to, że Trump nazwał … Dodał, że»: the main clause's subject goes on, not this one.

    «Rodzice boją się, że zabraknie miejsc – powiedział Kos» has its «że» in other words than the narrator's.
    """
    start = max(text.sentence(place)[0], place - _CLAUSE)
    voice = voices.at(place)
    conjunctions = (at for at in range(place - 1, start, -1) if text.lowers[at] in THAT)
    opener = next((at for at in conjunctions if voices.at(at) == voice), None)
    if opener is None:
        return False
    main = (verb for at in range(start, opener) if voices.at(at) == voice for verb in text.words[at].verbs)
    return any(verb.form in _PERSONAL and verb.person == _THIRD and verb.genders != _IMPERSONAL for verb in main)


def _is_subject(cast: Cast, named: Named) -> bool:
    """«skrytykował rząd i dodał»: a noun that looks the same as an object is a subject where the tagger says so."""
    within = range(named.first, named.last)
    if cast.indeclinable(named):  # «wsiadł do pociągu Eurostar»
        opens = cast.text.sentence(named.first)[0] == named.first
        known = opens or not cast.subject_places or any(at in cast.subject_places for at in within)
        return known or _before_verb(cast.text, named.last)  # «W maju Lipex ogłosił»
    return named.name or any(at in cast.subject_places or cast.hints.cases.get(at, "nom") == "nom" for at in within)


def _before_verb(text: Text, place: int) -> bool:
    place += place < len(text.tokens) and text.tokens[place].text in CLOSES_TITLE
    return place < len(text.tokens) and text.words[place].finite


def _is_unnamed_subject(text: Text, cast: Cast, head: int) -> bool:
    """A common noun for people or a document that the parser too sees as a subject: «Jej sąsiad wzrusza ramionami»."""
    if head not in cast.subject_places or text.tokens[text.sentence(head)[1] - 1].text == "?":
        return False  # «Czym się różni poseł od senatora?»: anybody
    return any(
        noun.pos in SPEAKING
        and "nom" in noun.cases
        and (is_somebody(noun) or noun.lemma in cast.words.documents)
        and not noun.lemma[:1].isupper()
        and noun.lemma not in _NOBODY
        for noun in text.words[head].nouns
    )


def _is_bare_office(text: Text, cast: Cast, head: int) -> bool:
    """Whether a function stands as a subject without its name: «szef rządu udzielił», not «szef Jan Nowak».

    Nor after the name: «Jan Nowak, szef rządu, udzielił».
    """
    if not cast.is_office(head) or cast.hints.cases.get(head, "nom") != "nom":
        return False
    if cast.subject_noun(head, Agreement("sg", frozenset())) is None:
        return False
    before = head - 1
    while before > 0 and any(noun.pos in {"adj", "ppas"} for noun in text.words[before].nouns):
        before -= 1
    apposed = cast.at(before - 1) if before > 0 and text.tokens[before].text in ",(–-" else None
    if apposed is not None and apposed.name and cast.kind(apposed.actor) == "person":
        return False
    for at in range(head + 1, min(head + 8, len(text.tokens))):
        named = cast.at(at)
        if text.words[at].finite or text.tokens[at].text in ".;:":
            return True
        if named is not None and named.nominative and cast.kind(named.actor) == "person":
            return False
    return True
