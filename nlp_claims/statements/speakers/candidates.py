"""Who may be the subject of a reporting verb: nouns in the nominative that agree with it, each with its score."""

from collections.abc import Iterable
from dataclasses import dataclass

from nlp_claims.statements.conjunctions import THAT, opens_clause, relative
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.grammar import Noun
from nlp_claims.statements.speakers.agreement import Agreement
from nlp_claims.statements.speakers.cast import Cast, Named
from nlp_claims.statements.speakers.people import speaks
from nlp_claims.statements.text import Text

_FUNCTION_WORDS = frozenset({"to", "co", "wszystko", "kto", "nikt", "nic", "ktoś", "coś"})
_FEMALE = frozenset({"jej", "niej"})
_PLURAL = frozenset({"ich", "nich"})
_MALE = frozenset({"jego", "niego"})
_PERSONAL = frozenset({"praet", "fin"})
_KINDS = {"person": 3.0, "group": 2.6, "organization": 2.2, "place": 0.6}
TOLD = 1.9  # what a body costs right after «powiedział»: it may be the listener
_OBJECT = 1.6  # a noun that may be the object after «wezwał»
_MUTE = 1.2  # a thing: only where the parser insists
_SCAN = 45
_OPENING_WORDS = 2
_ONE_OF = 2.8
# marks around a title or a name in quotation marks
OPENS_TITLE = frozenset('„"“«”')
CLOSES_TITLE = frozenset('”"»“')


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who stands where a subject may stand; ``head`` is the noun that agrees with the verb."""

    head: int
    named: Named | None
    score: float


def candidates(  # noqa: C901, PLR0912
    text: Text, cast: Cast, region: Range, agreement: Agreement, *, forward: bool, cue: Cue
) -> list[Candidate]:
    """Nouns in the nominative of a region that agree with the verb, in the order of the text, each with its score."""
    found: list[Candidate] = []
    start, end = region
    end = min(end, len(text.tokens))
    if forward:
        end = min(end, _region_end(text, start, end))
    else:
        start = max(start, end - _SCAN)
    place = start
    relative_until = -1
    while place < end:
        token, word = text.tokens[place], text.words[place]
        if (
            not forward
            and opens_clause(text, place)
            and place > start
            and text.tokens[place - 1].text in {","} | _prepositions(text, place)
        ):
            relative_until = _clause_over(text, place, end)
        if place < relative_until:
            place += 1
            continue
        if token.text in {"(", "["}:
            place = _close(text, place, end)
            continue
        if token.text in OPENS_TITLE and place + 1 < end and text.tokens[place + 1].text[0].islower():
            place = _quoted(text, place, end)  # «to „błąd resortu” i przypomina»: words, not a title
            continue
        named = cast.at(place)
        if (named is not None and named.first == place) or (named is not None and place == start):
            free = cast.free_subject(named, cue.verb)
            fits = free and cast.agrees(named.actor, agreement)
            if free and not fits and agreement.number == "pl" and _coordinated(text, named):
                fits = cast.kind(named.actor) != "place"
            if fits and not named.name and found and found[-1].named is None and found[-1].head == place - 1:
                fits = False  # «rzeczniczka premier»: whose she is
            if fits and not (forward and _is_told(text, cast, named, cue)):
                found.append(Candidate(place, named, _score(cast, named, place, region, forward=forward, cue=cue)))
            if fits or not free or not cast.contradicted(named):
                place = max(named.last, place + 1)
                continue
            cast.doubtful.add(place)  # «adwokat oświadczył»: not the woman who was called that before
        if (
            not word.finite
            and not cast.governed[place]
            and (noun := cast.subject_noun(place, agreement)) is not None
            and _may_speak(text, cast, place, noun)
        ):
            found.append(Candidate(place, None, _noun_score(cast, place, region, noun, cue, forward=forward)))
        elif (several := _one_of(text, place, end)) > place and not cast.governed[place]:
            found.append(Candidate(place, Named(place, several, -1, name=True, nominative=True), _ONE_OF))
            place = several
            continue
        elif (
            (run := capital_run(text, cast, place, end)) > place
            and not cast.governed[place]
            and _run_fits(text, cast, place, run)
        ):
            found.append(
                Candidate(place, Named(place, run, -1, name=True, nominative=True), 2.4 - 0.02 * abs(place - region[0]))
            )
            place = run
            continue
        place += 1
    return found


def _one_of(text: Text, place: int, end: int) -> int:
    """The end of «jeden z urzędników Komisji», or ``place``."""
    if text.lowers[place] not in {"jeden", "jedna"} or text.lowers[place + 1 : place + 2] not in {("z",), ("ze",)}:
        return place
    at = place + 2
    while at < end and text.words[at].has_case("gen") and not text.words[at].finite:
        at += 1
    return at if at > place + 2 else place


def _prepositions(text: Text, place: int) -> set[str]:
    before = text.tokens[place - 1].text
    return {before} if "prep" in text.words[place - 1].tags else set()


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
        if opens_clause(text, at) and text.lowers[at] not in {"po", "podczas", "jak", "mimo", "dzięki"}:
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
    for at in range(place + 1, min(place + 25, end)):
        if text.tokens[at].text in {")", "]"}:
            return at + 1
    return place + 1


def _quoted(text: Text, place: int, end: int) -> int:
    return next(
        (at + 1 for at in range(place + 2, min(place + 25, end)) if text.tokens[at].text in CLOSES_TITLE), place + 1
    )


def _coordinated(text: Text, named: Named) -> bool:
    """«Torysi oraz David Davis mówili»: one of several subjects."""
    before = text.lowers[max(named.first - 12, 0) : named.first]
    after = text.lowers[named.last : named.last + 2]
    return any(word in {"i", "oraz", "wraz"} for word in before) or any(word in {"i", "oraz"} for word in after)


def _score(cast: Cast, named: Named, place: int, region: Range, *, forward: bool, cue: Cue) -> float:
    kind = cast.kind(named.actor)
    base = _KINDS[kind]
    if not named.name:
        base -= 0.2
    if kind == "organization" and forward and "to" in cue.entry.takes and place <= cue.last + 2:
        base -= TOLD  # «powiedział PAP wiceminister zdrowia»
    return base - _distance(place, region, forward=forward)


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


def capital_run(text: Text, cast: Cast, place: int, end: int) -> int:
    """The end of a row of capitalized words that nobody found to be a name: «Carlos Tavares», „Financial Times”."""
    if place > 0 and text.tokens[place - 1].text not in OPENS_TITLE and not text.tokens[place].text[0].isupper():
        return place
    at = place
    while at < end and cast.at(at) is None and text.tokens[at].text[0].isupper() and text.tokens[at].text[0].isalpha():
        at += 1
    return at


def _run_fits(text: Text, cast: Cast, place: int, run: int) -> bool:
    """Whether the row looks like a name: two words or more, or one that is in quotation marks or in no dictionary."""
    first = place == text.sentence(place)[0]
    if place > 0 and text.tokens[place - 1].text in OPENS_TITLE:
        return run < len(text.tokens) and text.tokens[run].text in CLOSES_TITLE
    inner = range(place + 1 if first else place, run)
    unknown = any(not text.words[at].known or text.words[at].name for at in range(place, run))
    if not unknown or any(text.words[at].finite for at in inner):
        return False
    return run - place >= 2 or cast.called(place) is not None  # noqa: PLR2004


def _noun_score(cast: Cast, place: int, region: Range, noun: Noun, cue: Cue, *, forward: bool) -> float:
    base = 2.2 if "acc" in noun.cases else 3.0
    if not speaks(noun, cast.words):
        base -= _MUTE  # «okres», «pomoc»: only where the parser insists
    if forward and "acc" in noun.cases and "acc" in cue.entry.takes and cue.genders != {"n"}:
        base -= _OBJECT  # «Wezwał nowy rząd do ustąpienia»: the object
    return base - _distance(place, region, forward=forward)


def _distance(place: int, region: Range, *, forward: bool) -> float:
    """What distance costs: after the verb the first noun is the subject, before it the last one, less surely."""
    return min(0.1 * (place - region[0]), 2.0) if forward else 0.02 * (region[1] - place)


def _may_speak(text: Text, cast: Cast, place: int, noun: Noun) -> bool:
    if noun.lemma in cast.words.mute or text.lowers[place] in _FUNCTION_WORDS:
        return False
    if noun.lemma[:1].isupper() and not text.tokens[place].text[0].isupper():
        return False
    word = text.words[place]
    return not ({"part", "adv", "conj", "prep", "comp", "pred"} & word.tags) and len(text.tokens[place].text) > 2  # noqa: PLR2004


def agreement_of(text: Text, draft: Draft) -> Agreement:
    """Number and gender that the speaker must have: the verb's, or the pronoun's («jej zdaniem»)."""
    cue = draft.cue
    if cue is None:
        return Agreement(None, frozenset())
    if cue.form == "prep":
        return _possessor(text.lowers[max(draft.frame[0] - 1, 0) : draft.frame[1]])
    if cue.entry.lemma in {"wynikać", "czytać"}:  # «z jej raportu wynika», «w oświadczeniu czytamy»
        return _possessor(text.lowers[draft.before[0] : draft.before[1]] + text.lowers[draft.after[0] : draft.after[1]])
    if cue.form in {"pcon", "pant"}:
        main = main_verb(text, cue)
        verbs = text.words[main].verbs if main is not None else ()
        told = next((v for v in verbs if v.form in _PERSONAL and v.person == 3), None)  # noqa: PLR2004
        return Agreement(None, frozenset()) if told is None else Agreement(told.number, told.genders)
    return Agreement.of(cue)


def _possessor(words: Iterable[str]) -> Agreement:
    """What a pronoun among the words tells of the one whom it means: «jej zdaniem», «z ich ustaleń»."""
    for word in words:
        if word in _FEMALE:
            return Agreement("sg", frozenset({"f"}))
        if word in _PLURAL:
            return Agreement("pl", frozenset())
        if word in _MALE:
            return Agreement("sg", frozenset({"m1", "m2", "m3", "n"}))
    return Agreement(None, frozenset())


def main_verb(text: Text, cue: Cue) -> int | None:
    """The verb that shares its subject with a participle: «odrzuca cenę, argumentując», «Dodając, że …, wyszedł»."""
    start, end = text.sentence(cue.verb)
    opens = cue.first - start <= _OPENING_WORDS
    for at in range(cue.last + 1, end) if opens else range(cue.first - 1, start - 1, -1):
        if text.words[at].finite and any(v.form in _PERSONAL and v.person == 3 for v in text.words[at].verbs):  # noqa: PLR2004
            return at
    return None
