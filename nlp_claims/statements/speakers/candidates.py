"""Who may be the subject of a reporting verb: nouns in the nominative that agree with it, each with its weight."""

from dataclasses import dataclass

from nlp_claims.statements.conjunctions import THAT, opens_clause, relative
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.grammar import Noun
from nlp_claims.statements.speakers.agreement import Agreement
from nlp_claims.statements.speakers.capitals import CLOSES_TITLE, OPENS_TITLE, capital_run, is_unseen_name
from nlp_claims.statements.speakers.cast import Cast
from nlp_claims.statements.speakers.layout import Named
from nlp_claims.statements.speakers.weights import JOINED, ONE_OF, Side, named_weight, noun_weight, unseen_weight
from nlp_claims.statements.text import Text, abbreviation

_FUNCTION_WORDS = frozenset({"to", "co", "wszystko", "kto", "nikt", "nic", "ktoś", "coś"})
_NO_NOUNS = frozenset({"part", "adv", "conj", "prep", "comp", "pred"})
_CIRCUMSTANCES = frozenset({"po", "podczas", "jak", "mimo", "dzięki"})
_SHORTEST = 3  # letters of a noun that may speak
_AND = frozenset({"i", "oraz"})
_BOTH = frozenset({",", "jak"})
_SCAN = 45
_INSERTED = 25  # tokens of an aside in brackets or in quotation marks
_SEVERAL = 12  # tokens back to the conjunction between two subjects


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who stands where a subject may stand; ``head`` is the noun that agrees with the verb."""

    head: int
    named: Named | None
    score: float


def candidates(text: Text, cast: Cast, side: Side, agreement: Agreement, cue: Cue) -> list[Candidate]:
    """Nouns in the nominative beside a verb that agree with it, in the order of the text, each with its weight."""
    return _Scan(text, cast, side, agreement, cue).run()


class _Scan:
    """One walk over the words beside a verb."""

    def __init__(self, text: Text, cast: Cast, side: Side, agreement: Agreement, cue: Cue) -> None:
        self.text, self.cast, self.side, self.agreement, self.cue = text, cast, side, agreement, cue
        end = min(side.end, len(text.tokens))
        self.end = min(end, _region_end(text, side.start, end)) if side.forward else end
        self.start = side.start if side.forward else max(side.start, self.end - _SCAN)
        self.clause_until = -1
        self.found: list[Candidate] = []

    def run(self) -> list[Candidate]:
        place = self.start
        while place < self.end:
            place = self._over_aside(place) or self._over_actor(place) or self._over_noun(place)
        return self.found

    def _over_aside(self, place: int) -> int:
        """The token after a relative clause, brackets, or words in quotation marks; 0 where none begins."""
        text = self.text
        if not self.side.forward and place > self.start and opens_clause(text, place) and _set_off(text, place):
            self.clause_until = _clause_over(text, place, self.end)
        if place < self.clause_until:
            return place + 1
        if text.tokens[place].text in {"(", "["}:
            return _close(text, place, self.end)
        following = text.tokens[place + 1].text[0] if place + 1 < self.end else ""
        if text.tokens[place].text in OPENS_TITLE and following.islower():
            return _quoted(text, place, self.end)  # «to „błąd resortu” i przypomina»: words, not a title
        return 0

    def _over_actor(self, place: int) -> int:
        """Take the actor at a token; the token after its name, or 0 where the noun itself is to be looked at."""
        cast, named = self.cast, self.cast.at(place)
        if named is None or place not in {named.first, self.start}:
            return 0
        free = cast.free_subject(named, (self.cue.first, self.cue.last + 1))
        client = named.last < self.end and cast.contradicted(named) and cast.at(named.last) is not None
        fits = free and not client and self._fits(named, place)
        if fits and not (self.side.forward and _is_told(self.text, cast, named, self.cue)):
            weight = named_weight(cast, named, place, self.side, self.cue)
            self.found.append(Candidate(place, named, weight + JOINED * self._beside_another(named)))
        if fits or not free or not cast.contradicted(named):
            return max(named.last, place + 1)
        cast.doubtful.add(place)  # «adwokat oświadczył»: not the woman who was called that before
        return 0

    def _fits(self, named: Named, place: int) -> bool:
        """Whether the actor agrees with the verb, alone or as one of several."""
        fits = self.cast.agrees(named.actor, self.agreement) and self._form_fits(named)
        if not fits and self.agreement.number == "pl" and _coordinated(self.text, named):
            fits = self.cast.kind(named.actor) != "place" or self._beside_another(named)
        last = self.found[-1] if self.found else None
        if last is not None and last.named is None and last.head == place - 1 and not named.name:
            return False  # «rzeczniczka premier»: whose she is
        return fits

    def _beside_another(self, named: Named) -> bool:
        """«Londyn i Bruksela zapewniają», «zarówno Unia, jak i Londyn»: a capital joined to another name."""
        at = named.first - 1
        if at < 0 or self.text.lowers[at] not in _AND:
            return False
        at -= 1
        while at >= 0 and self.text.lowers[at] in _BOTH:
            at -= 1
        other = self.cast.at(at)
        return other is not None and self.cast.free_subject(other)

    def _form_fits(self, named: Named) -> bool:
        """«Vattenfall poinformował ministerstwo»: a noun for a body has a gender of its own."""
        if named.name or self.cast.kind(named.actor) == "person":
            return True
        nouns = [n for at in range(named.first, named.last) for n in self.text.words[at].nouns if "nom" in n.cases]
        return not nouns or any(self.agreement.fits(noun) for noun in nouns)

    def _over_noun(self, place: int) -> int:
        """Take the common noun, «jeden z» or the unseen name at a token; the token after it."""
        if self.cast.governed[place]:
            return place + 1
        noun = None if self.text.words[place].finite else self.cast.subject_noun(place, self.agreement)
        if noun is not None and _may_speak(self.text, self.cast, place, noun):
            self.found.append(Candidate(place, None, noun_weight(self.cast, noun, place, self.side, self.cue)))
            return place + 1
        several = _one_of(self.text, place, self.end)
        if several > place:
            return self._take(place, several, ONE_OF)
        run = capital_run(self.text, self.cast, place, self.end)
        if run > place and is_unseen_name(self.text, self.cast, place, run):
            return self._take(place, run, unseen_weight(place, self.side))
        return place + 1

    def _take(self, first: int, last: int, weight: float) -> int:
        self.found.append(Candidate(first, Named(first, last, -1, name=True, nominative=True), weight))
        return last


def _one_of(text: Text, place: int, end: int) -> int:
    """The end of «jeden z urzędników Komisji», or ``place``."""
    if text.lowers[place] not in {"jeden", "jedna"} or text.lowers[place + 1 : place + 2] not in {("z",), ("ze",)}:
        return place
    at = place + 2
    while at < end and text.words[at].has_case("gen") and not text.words[at].finite:
        at += 1
    return at if at > place + 2 else place


def _set_off(text: Text, place: int) -> bool:
    """Whether a comma or a preposition opens the clause: «, który», «, w którym»."""
    return text.tokens[place - 1].text == "," or "prep" in text.words[place - 1].tags


def _region_end(text: Text, start: int, end: int) -> int:
    """Where the subject after the verb must have come: before a further clause or verb."""
    for at in range(start, end):
        mark = text.tokens[at].text
        if mark in ":;" or text.lowers[at] in THAT:
            return at
        if text.words[at].finite and at > start:
            return at
        if mark == "," and at + 1 < end and (opens_clause(text, at + 1) or relative(text, at + 1)):
            return at
        if opens_clause(text, at) and text.lowers[at] not in _CIRCUMSTANCES:
            return at
    return end


def _clause_over(text: Text, place: int, end: int) -> int:
    """The end of a relative clause inside the subject: the comma after its verb."""
    verb = False
    for at in range(place, end):
        verb = verb or text.words[at].finite
        if verb and text.tokens[at].text == ",":
            return at
    return place + 1 if not verb else end


def _close(text: Text, place: int, end: int) -> int:
    for at in range(place + 1, min(place + _INSERTED, end)):
        if text.tokens[at].text in {")", "]"}:
            return at + 1
    return place + 1


def _quoted(text: Text, place: int, end: int) -> int:
    closing = (at + 1 for at in range(place + 2, min(place + _INSERTED, end)) if text.tokens[at].text in CLOSES_TITLE)
    return next(closing, place + 1)


def _coordinated(text: Text, named: Named) -> bool:
    """«Torysi oraz David Davis mówili»: one of several subjects."""
    before = text.lowers[max(named.first - _SEVERAL, 0) : named.first]
    after = text.lowers[named.last : named.last + 2]
    return any(word in _AND | {"wraz"} for word in before) or any(word in _AND for word in after)


def _is_told(text: Text, cast: Cast, named: Named, cue: Cue) -> bool:
    """«powiedziała AFP»: an agency that a verb of speaking to somebody names is the listener; «tłumaczy MSW» speaks."""
    if cast.kind(named.actor) != "organization" or "to" not in cue.entry.takes:
        return False
    near = named.first <= cue.last + 2
    return near and text.tokens[named.first].text.isupper() and is_medium(cast, named)


def is_medium(cast: Cast, named: Named) -> bool:
    """Whether the name is an agency's or a paper's."""
    if cast.kind(named.actor) != "organization":
        return False
    return not cast.words.media.isdisjoint({cast.actors[named.actor]["name"], cast.text.tokens[named.first].text})


def _may_speak(text: Text, cast: Cast, place: int, noun: Noun) -> bool:
    if noun.lemma in cast.words.mute or text.lowers[place] in _FUNCTION_WORDS:
        return False
    capital = text.tokens[place].text[0].isupper()
    if noun.lemma[:1].isupper() and not capital:
        return False
    inside = place > text.sentence(place)[0] and not cast.is_office(place)
    if capital and inside and text.words[place].name and not noun.lemma[:1].isupper():
        return False  # «szefem grupy ds. Polski»: the country, no «polski»
    title = text.lowers[place + 1 : place + 2] == (".",) and abbreviation(text.tokens[place].text)  # «szer. Kinga»
    return not title and not _NO_NOUNS & text.words[place].tags and len(text.tokens[place].text) >= _SHORTEST
