"""Who says it: the subject of the verb by case and agreement, in either order, and who relays it."""

from dataclasses import dataclass, replace

from nlp_claims.statements.cast import Agreement, Cast, Named
from nlp_claims.statements.clauses import THAT, opens_clause, relative
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.grammar import Noun
from nlp_claims.statements.text import Text, abbreviation

# after these verbs a medium is whom one speaks to («powiedział PAP»); after «podać», «informować» it speaks
_TO_SOMEBODY = frozenset({"powiedzieć", "mówić", "dodać", "dodawać", "tłumaczyć", "wyjaśnić", "wyjaśniać", "opowiadać", "podkreślić", "zaznaczyć", "przyznać"})
_VIA_BEFORE = (("w", "rozmowie", "z"), ("w", "wywiadzie", "dla"), ("w", "wywiadzie", "z"), ("cytowany", "przez"), ("cytowana", "przez"), ("cytowani", "przez"), ("cytowane", "przez"), ("powołując", "się", "na"), ("na", "antenie"), ("na", "łamach"), ("dla",), ("za",))
_TIME = frozenset({"rok", "dzień", "tydzień", "miesiąc", "godzina", "raz", "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela", "minuta", "chwila", "kwartał", "półrocze", "ton", "słowo", "czas", "kolej", "koniec", "pytanie", "sposób", "przykład", "rzecz"})
_FUNCTION_WORDS = frozenset({"to", "co", "wszystko", "kto", "nikt", "nic", "ktoś", "coś"})
_SCAN = 45
_LEAST = 0.9
# verbs with an object in the accusative: «wezwał rząd», «zapewnił związek»
_ADDRESSING = frozenset({"wezwać", "wzywać", "prosić", "poprosić", "pytać", "zapytać", "ostrzec", "ostrzegać", "przestrzec", "zapewnić", "zapewniać", "poinformować", "informować", "przekonać", "przekonywać", "oskarżyć", "oskarżać", "zawiadomić", "powiadomić", "uprzedzić"})
UNRESOLVED = -1  # «polityk», «specjalista»: somebody who was named before
_OPENING = frozenset("„\"“«”")
_CLOSING_MARKS = frozenset("”\"»“")
_FEMALE = frozenset({"jej", "niej"})
_PLURAL = frozenset({"ich", "nich"})
# words that say what kind of body a name is: the name is the speaker, not they
_BODY_WORDS = frozenset({
    "agencja", "bank", "dziennik", "fundacja", "gazeta", "instytut", "klub", "koncern", "linia", "magazyn", "organizacja", "ośrodek", "partia", "portal", "przewoźnik", "radio", "rozgłośnia", "serwis", "spółka", "stacja", "stowarzyszenie", "telewizja", "tygodnik", "ugrupowanie", "związek", "firma", "grupa", "miesięcznik"
})


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker: the actor and the tokens that name it (``None`` where nothing does)."""

    actor: int
    span: Range | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who stands where a subject may stand; ``head`` is the noun that agrees with the verb."""

    head: int
    named: Named | None
    score: float


def find_speaker(text: Text, cast: Cast, draft: Draft) -> Who | None:
    """The speaker that the sentence names, or ``None`` where it is dropped or a pronoun.

    Args:
        text: the document.
        cast: its actors.
        draft: the statement.
    """
    if draft.named is not None:
        return in_phrase(text, cast, draft.named, people=draft.cue is None)
    cue = draft.cue
    if cue is None or cue.impersonal or cue.form in {"ppas", "prep"}:
        return None
    if cue.entry.lemma in {"wynikać", "czytać"}:
        return _document(text, cast, draft)
    if cue.form == "noun":
        whose = _complement(text, cast, cue, draft)
        if whose is not None or not draft.rule.startswith(("statement.quote", "statement.colon")):
            return whose
    if cue.form == "pact":
        return _antecedent(text, cast, cue.first, Agreement(None, frozenset()))
    opener = draft.before[0]
    if draft.subject_first and opener < cue.first and relative(text, opener):
        if not any(cast.subject_noun(at, Agreement.of(cue)) for at in range(opener + 1, cue.first)):
            return _antecedent(text, cast, opener, Agreement.of(cue))
    agreement = agreement_of(text, draft)
    regions = [(draft.before, False), (draft.after, True)] if draft.subject_first else [(draft.after, True), (draft.before, False)]
    counted = _counted(text, cast, cue, draft.before) if draft.subject_first else None
    if counted is not None:
        return counted
    arc = cast.hints.subjects.get(cue.verb)
    for region, forward in regions:
        candidates = _candidates(text, cast, region, agreement, forward=forward, cue=cue)
        scored = [replace(c, score=c.score + _opinion(cast, c, arc)) for c in candidates]
        best = max(scored, key=lambda c: c.score, default=None)
        if best is not None and best.score > _LEAST:
            return _resolve(text, cast, best, agreement)
    return None


def _opinion(cast: Cast, candidate: Candidate, arc: int | None) -> float:
    """What the parser and the tagger add to a candidate: its arc, and the case that the tagger gives it."""
    arc_says = 1.0 if arc is not None and _covers(candidate, arc) else 0.0
    case = cast.hints.cases.get(candidate.head)
    return arc_says + (0.3 if case == "nom" else -1.2 if case is not None else 0.0)


def _counted(text: Text, cast: Cast, cue: Cue, region: Range) -> Who | None:
    """«53 proc. respondentów powiedziało», «wielu ekspertów uważało»: the verb is neuter, the noun in the genitive."""
    if cue.form != "praet" or cue.genders != {"n"} or cue.number != "sg":
        return None
    for at in range(cue.first - 1, max(region[0], cue.first - 8) - 1, -1):
        if text.tokens[at].text in ",;:" or text.words[at].finite:
            return None
        for noun in text.words[at].nouns:
            if noun.pos == "subst" and noun.number == "pl" and "gen" in noun.cases and "m1" in noun.genders:
                return _unnamed(text, cast, at)
    return None


def _covers(candidate: Candidate, place: int) -> bool:
    if candidate.head == place:
        return True
    return candidate.named is not None and candidate.named.first <= place < candidate.named.last


def _candidates(text: Text, cast: Cast, region: Range, agreement: Agreement, *, forward: bool, cue: Cue) -> list[Candidate]:
    """Nouns in the nominative of a region that agree with the verb, best by score."""
    found: list[Candidate] = []
    start, end = region
    end = min(end, len(text.tokens))
    if forward:
        end = min(end, _region_end(text, start, end, cue))
    else:
        start = max(start, end - _SCAN)
    place = start
    relative_until = -1
    while place < end:
        token, word = text.tokens[place], text.words[place]
        if not forward and opens_clause(text, place) and place > start and text.tokens[place - 1].text in {","} | _prepositions(text, place):
            relative_until = _clause_over(text, place, end)
        if place < relative_until:
            place += 1
            continue
        if token.text in {"(", "["}:
            place = _close(text, place, end)
            continue
        named = cast.at(place)
        if named is not None and named.first == place or (named is not None and place == start):
            free = cast.free_subject(named)
            fits = free and cast.agrees(named.actor, agreement)
            if free and not fits and agreement.number == "pl" and _coordinated(text, named):
                fits = cast.kind(named.actor) != "place"
            if fits and not (forward and _is_told(text, cast, named, cue)):
                found.append(Candidate(place, named, _score(text, cast, named, place, region, forward=forward, cue=cue)))
            place = max(named.last, place + 1)
            continue
        if not word.finite and not cast.governed[place] and (noun := cast.subject_noun(place, agreement)) is not None and _may_speak(text, place, noun):
            found.append(Candidate(place, None, _noun_score(cast, place, region, noun, cue, forward=forward)))
        elif (run := _capital_run(text, cast, place, end)) > place and not cast.governed[place] and _run_fits(text, place, run, region):
            found.append(Candidate(place, Named(place, run, -1, name=True, nominative=True), 2.4 - 0.02 * abs(place - region[0])))
            place = run
            continue
        place += 1
    return found


def _prepositions(text: Text, place: int) -> set[str]:
    before = text.tokens[place - 1].text
    return {before} if "prep" in text.words[place - 1].tags else set()


def _region_end(text: Text, start: int, end: int, cue: Cue) -> int:
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


def _coordinated(text: Text, named: Named) -> bool:
    """«Torysi oraz David Davis mówili»: one of several subjects."""
    before = text.lowers[max(named.first - 12, 0) : named.first]
    after = text.lowers[named.last : named.last + 2]
    return any(word in {"i", "oraz", "wraz"} for word in before) or any(word in {"i", "oraz"} for word in after)


def _score(text: Text, cast: Cast, named: Named, place: int, region: Range, *, forward: bool, cue: Cue) -> float:
    kind = cast.kind(named.actor)
    base = {"person": 3.0, "group": 2.6, "organization": 2.2, "place": 0.6}[kind]
    if not named.name:
        base -= 0.2
    if kind == "organization" and forward and cue.entry.lemma in _TO_SOMEBODY and place <= cue.last + 2:
        base -= 1.9  # «powiedział PAP wiceminister zdrowia»
    return base - _distance(place, region, forward=forward)


def _is_told(text: Text, cast: Cast, named: Named, cue: Cue) -> bool:
    """«powiedziała AFP»: an agency that a verb of speaking to somebody names is the listener."""
    if cast.kind(named.actor) != "organization" or cue.entry.lemma not in _TO_SOMEBODY:
        return False
    return named.first <= cue.last + 2 and text.tokens[named.first].text.isupper()


def _capital_run(text: Text, cast: Cast, place: int, end: int) -> int:
    """The end of a row of capitalized words that nobody found to be a name: «Carlos Tavares», „Financial Times”."""
    if place > 0 and text.tokens[place - 1].text not in _OPENING and not text.tokens[place].text[0].isupper():
        return place
    at = place
    while at < end and cast.at(at) is None and text.tokens[at].text[0].isupper() and text.tokens[at].text[0].isalpha():
        at += 1
    return at


def _run_fits(text: Text, place: int, run: int, region: Range) -> bool:
    """Whether the row looks like a name: two words or more, or one that is in quotation marks or in no dictionary."""
    del region
    first = place == text.sentence(place)[0]
    if place > 0 and text.tokens[place - 1].text in _OPENING:
        return run < len(text.tokens) and text.tokens[run].text in _CLOSING_MARKS
    inner = range(place + 1 if first else place, run)
    unknown = any(not text.words[at].known or text.words[at].name for at in range(place, run))
    return run - place >= 2 and unknown and all(not text.words[at].finite for at in inner)


def _noun_score(cast: Cast, place: int, region: Range, noun: Noun, cue: Cue, *, forward: bool) -> float:
    base = 2.2 if "acc" in noun.cases else 3.0
    if not cast.speaks(noun):
        base -= 1.2  # «okres», «pomoc»: only where the parser insists
    if forward and "acc" in noun.cases and cue.entry.lemma in _ADDRESSING:
        base -= 1.6  # «Wezwał nowy rząd do ustąpienia»: the object
    return base - _distance(place, region, forward=forward)


def _distance(place: int, region: Range, *, forward: bool) -> float:
    """What distance costs: after the verb the first noun is the subject, before it the last one, less surely."""
    return min(0.1 * (place - region[0]), 2.0) if forward else 0.02 * (region[1] - place)


def _may_speak(text: Text, place: int, noun: Noun) -> bool:
    if noun.lemma in _TIME or text.lowers[place] in _FUNCTION_WORDS:
        return False
    if noun.lemma[:1].isupper() and not text.tokens[place].text[0].isupper():
        return False
    word = text.words[place]
    return not ({"part", "adv", "conj", "prep", "comp", "pred"} & word.tags) and len(text.tokens[place].text) > 2


def _resolve(text: Text, cast: Cast, best: Candidate, agreement: Agreement) -> Who | None:
    if best.named is not None and best.named.actor < 0:
        actor = cast.enroll(best.named.first, best.named.last, best.named.first)
        return None if actor is None else Who(actor, (best.named.first, best.named.last))
    if best.named is not None and not best.named.name and (
        apposed := _name_of_role(text, cast, best.head) or _name_of_body(text, cast, best.head)
    ):
        return Who(apposed.actor, (apposed.first, apposed.last))
    if best.named is not None:
        span = (best.named.first, best.named.last)
        return Who(best.named.actor if cast.named_before(best.named) else UNRESOLVED, span)
    # «prezes Wizz Aira, Jozsef Varadi», «rzecznik organizacji Best for Britain, …, Paul Butters»
    del agreement
    named = _name_of_role(text, cast, best.head) or _name_of_body(text, cast, best.head)
    if named is not None:
        return Who(named.actor, (named.first, named.last))
    first, last = _phrase(text, cast, best.head)
    run = _name_in_phrase(text, cast, best.head, last)
    if run is not None:
        actor = cast.enroll(run[0], run[1], run[0])
        return None if actor is None else Who(actor, run)
    if cast.is_office(best.head) or (last - first == 1 and _is_person(text, best.head)):
        return Who(UNRESOLVED, (first, last))
    return _unnamed(text, cast, best.head)


def _name_in_phrase(text: Text, cast: Cast, head: int, last: int) -> Range | None:
    """A name after a function that nobody found to be one: «minister informacji Pakistanu Fawad Chaudry»."""
    if not _is_person(text, head):
        return None
    for at in range(head + 1, min(last + 4, len(text.tokens))):
        if text.tokens[at].text[0].isupper() and cast.at(at) is None:
            stop = at
            while stop < len(text.tokens) and text.tokens[stop].text[0].isupper() and cast.at(stop) is None:
                stop += 1
            if stop - at >= 2 and not any(text.words[k].has_case("gen") and not text.words[k].has_case("nom") for k in range(at, stop)):
                return at, stop
            return None
        if at >= last:
            return None
    return None


def _name_of_body(text: Text, cast: Cast, head: int) -> Named | None:
    """«związek USO», «agencja Reuters»: a word for what the name is; but «dyrekcja Ryanair» is not Ryanair."""
    if head + 2 >= len(text.tokens):
        return None
    quoted = text.tokens[head + 1].text in _OPENING
    named = cast.at(head + 2) if quoted else cast.at(head + 1)
    if named is None and quoted and (run := _capital_run(text, cast, head + 2, head + 8)) > head + 2:
        # «portal „Rynek Lotniczy”»: a title that is in nobody's list
        actor = cast.enroll(head + 2, run, head + 2)
        named = None if actor is None else Named(head + 2, run, actor, name=True, nominative=True)
        return named if named is not None and any(noun.lemma in _BODY_WORDS for noun in text.words[head].nouns) else None
    if named is None or not named.name or not named.nominative or cast.kind(named.actor) != "organization":
        return None
    return named if any(noun.lemma in _BODY_WORDS for noun in text.words[head].nouns) else None


def _unnamed(text: Text, cast: Cast, head: int) -> Who | None:
    first, last = _phrase(text, cast, head)
    actor = cast.enroll(first, last, head)
    return None if actor is None else Who(actor, (first, last))


def _phrase(text: Text, cast: Cast, head: int) -> Range:
    """The noun phrase of a head by case alone: adjectives before, genitives after."""
    start, end = text.sentence(head)
    first = head
    while first > start and _agreeing_adjective(text, first - 1, head):
        first -= 1
    last = head + 1
    while last < end:
        named = cast.at(last)
        if named is not None and (not named.nominative or _undeclined(text, named)) and text.tokens[last].spaced:
            last = named.last
            continue
        word = text.words[last]
        if "prep" in word.tags or not word.nouns or not word.has_case("gen") or word.finite:
            if text.lowers[last] == "ds" and last + 2 < len(text.tokens):
                last += 3
                continue
            break
        last += 1
    return first, last


def _agreeing_adjective(text: Text, place: int, head: int) -> bool:
    cases = {case for noun in text.words[head].nouns for case in noun.cases}
    return any(noun.pos in {"adj", "ppas"} and noun.cases & cases for noun in text.words[place].nouns) and not text.words[place].finite


def _undeclined(text: Text, named: Named) -> bool:
    return not any(text.words[at].known for at in range(named.first, named.last)) or text.tokens[named.first].text.isupper()


def _name_of_role(text: Text, cast: Cast, head: int) -> Named | None:
    """The person whose function the noun is: «minister zdrowia Jan Nowak», «szef policji, Zulfiqar Ali»."""
    stop = min(head + 16, len(text.tokens), text.sentence(head)[1])
    commas = 0
    place = head + 1
    best: Named | None = None
    while place < stop:
        named = cast.at(place)
        if named is not None:
            if named.name and named.nominative and cast.kind(named.actor) == "person" and cast.hints.cases.get(place, "nom") == "nom":
                heads = [noun for noun in text.words[head].nouns if noun.pos in {"subst", "depr"} and "nom" in noun.cases]
                fits = any(cast.agrees(named.actor, Agreement("sg", noun.genders)) for noun in heads)
                best = named if fits or not heads else best
            place = named.last
            continue
        mark = text.tokens[place].text
        if mark == ",":
            commas += 1
            following = cast.at(place + 1) if place + 1 < stop else None
            if following is None or cast.kind(following.actor) != "person" or commas > 1:
                return best
        elif text.words[place].finite or (mark in ".;:–—-\"”" and not (mark == "." and abbreviation(text.tokens[place - 1].text))):
            return best
        place += 1
    return best


def in_phrase(text: Text, cast: Cast, phrase: Range, *, people: bool = False) -> Who | None:
    """The source that a noun phrase names: «dyrektora biura LOT Adriana Kubickiego», «prawników».

    ``people``: an unnamed source must be a person («Europoseł: …»), not a thing («Kraj: …»).
    """
    first, last = phrase
    head = next((at for at in range(first, min(last, len(text.tokens))) if _is_noun(text, at)), None)
    named: list[Named] = []
    place = first
    while place < last:
        found = cast.at(place)
        if found is not None:
            named.append(found)
            place = max(found.last, place + 1)
        else:
            place += 1
    person = next((n for n in named if cast.kind(n.actor) == "person" and n.name), None)
    if person is not None and (head is None or person.first <= head or _bears(text, cast, head, person)):
        return Who(person.actor, (person.first, person.last))
    if head is not None:
        at_head = cast.at(head)
        if at_head is not None:
            return Who(at_head.actor, (at_head.first, at_head.last))
        if named and named[0].first == head + 1 and cast.kind(named[0].actor) == "organization" and not _is_person(text, head):
            return Who(named[0].actor, (named[0].first, named[0].last))  # «portalu Onet», «agencji Reutera»
        if people and not cast.subject_noun(head, Agreement(None, frozenset())):
            return None
        if people and not any(cast.speaks(noun) for noun in text.words[head].nouns):
            return None
        if people and any(noun.lemma[:1].isupper() for noun in text.words[head].nouns):
            return None
        begin, end = first, last
        while end > begin and text.tokens[end - 1].text in ",.":
            end -= 1
        actor = cast.enroll(begin, end, head)
        return None if actor is None else Who(actor, (begin, end))
    if named:
        return Who(named[0].actor, (named[0].first, named[0].last))
    return None


def _is_noun(text: Text, place: int) -> bool:
    word = text.words[place]
    if not word.known:
        return text.tokens[place].text[0].isupper()
    return any(noun.pos in {"subst", "depr"} for noun in word.nouns) and "prep" not in word.tags


def _is_person(text: Text, place: int) -> bool:
    return any(noun.pos == "subst" and "m1" in noun.genders for noun in text.words[place].nouns)


def _bears(text: Text, cast: Cast, head: int, person: Named) -> bool:
    """Whether the name belongs to the head noun, not to another function on the way («rzecznika premier Theresy May»)."""
    del cast
    if not _is_person(text, head) and not text.tokens[head].text[0].isupper():
        return False
    heads = [noun for noun in text.words[head].nouns if noun.pos == "subst"]
    for at in range(head + 1, person.first):
        for noun in text.words[at].nouns:
            if noun.pos == "subst" and "m1" in noun.genders and text.tokens[at].text.islower() and at == person.first - 1 and heads:
                return False
    return True


def _document(text: Text, cast: Cast, draft: Draft) -> Who | None:
    """«Z sondażu przeprowadzonego przez YouGov wynika», «wynika z raportu rządu», «czytamy w liście ambasady»."""
    opener = draft.before[0]
    if draft.subject_first and opener < draft.before[1] and relative(text, opener):
        return _antecedent(text, cast, opener - 1, Agreement(None, frozenset()))  # «raport, z którego wynika, że»
    regions = [draft.before, draft.after] if draft.subject_first else [draft.after, draft.before]
    for start, end in regions:
        for at in range(start, min(end, len(text.tokens))):
            if text.lowers[at] not in {"z", "ze", "w", "we"}:
                continue
            first = at + 1
            last = first
            while last < end and text.tokens[last].text not in ",.;:" and not text.words[last].finite:
                last += 1
            if last <= first:
                continue
            named = [n for k in range(first, last) if (n := cast.at(k)) is not None]
            people = [n for n in named if cast.kind(n.actor) in {"organization", "person"}]
            if people:
                return Who(people[0].actor, (people[0].first, people[0].last))
            return in_phrase(text, cast, (first, last))
    return None


def _complement(text: Text, cast: Cast, cue: Cue, draft: Draft) -> Who | None:
    """Whose «zapewnienie» it is: a genitive after it, «od X», «ze strony X»."""
    end = min(draft.after[1], len(text.tokens))
    for at in range(cue.last + 1, end):
        named = cast.at(at)
        if named is not None and cast.kind(named.actor) in {"person", "organization", "group"}:
            return Who(named.actor, (named.first, named.last))
    at = cue.last + 1
    if at < end and text.words[at].has_case("gen") and not text.words[at].finite and _is_noun(text, at):
        return in_phrase(text, cast, (at, end))
    return None


def _antecedent(text: Text, cast: Cast, opener: int, agreement: Agreement) -> Who | None:
    """The noun that «która», «mówiący» stands to: «sąsiadka, która stwierdziła», «sondaż mówiący»."""
    start = text.sentence(opener)[0] if opener < len(text.tokens) else 0
    for at in range(opener - 1, max(start, opener - 14) - 1, -1):
        named = cast.at(at)
        if named is not None:
            if cast.agrees(named.actor, agreement):
                return Who(named.actor, (named.first, named.last))
            continue
        if text.words[at].finite:
            return None
        for noun in text.words[at].nouns:
            if noun.pos in {"subst", "depr"} and agreement.fits(noun):
                return _unnamed(text, cast, at)
    return None


def find_via(text: Text, cast: Cast, draft: Draft, speaker: Who | None) -> Who | None:
    """Who relays the words: «powiedział PAP», «w rozmowie z Onetem», «cytowany przez BBC»."""
    cue = draft.cue
    if cue is None:
        return None
    for start, end in (draft.after, draft.before):
        for at in range(start, min(end, len(text.tokens))):
            named = cast.at(at)
            if named is None or named.first != at or cast.kind(named.actor) != "organization":
                continue
            if speaker is not None and named.actor == speaker.actor:
                continue
            direct = at == cue.last + 1 and cue.form in {"praet", "fin"}
            if direct or _introduced(text, at):
                return Who(named.actor, (named.first, named.last))
    return None


def _introduced(text: Text, place: int) -> bool:
    for words in _VIA_BEFORE:
        for gap in range(4):
            stop = place - gap
            if stop - len(words) >= 0 and text.lowers[stop - len(words) : stop] == words and (gap == 0 or len(words) > 1):
                return True
    return place > 0 and text.lowers[place - 1] in {"portalowi", "agencji", "dziennikowi", "stacji", "gazecie", "telewizji", "radiu", "tygodnikowi"}


def agreement_of(text: Text, draft: Draft) -> Agreement:
    """Number and gender that the speaker must have: the verb's, or the pronoun's («jej zdaniem»)."""
    cue = draft.cue
    if cue is None:
        return Agreement(None, frozenset())
    if cue.form == "prep":
        around = text.lowers[max(draft.frame[0] - 1, 0) : draft.frame[1]]
        if any(word in _FEMALE for word in around):
            return Agreement("sg", frozenset({"f"}))
        if any(word in _PLURAL for word in around):
            return Agreement("pl", frozenset())
        if any(word in {"jego", "niego"} for word in around):
            return Agreement("sg", frozenset({"m1", "m2", "m3", "n"}))
        return Agreement(None, frozenset())
    if cue.form in {"pcon", "pant"}:
        return _main_verb(text, cue)
    return Agreement.of(cue)


def _main_verb(text: Text, cue: Cue) -> Agreement:
    """The agreement of the verb that shares its subject with a participle."""
    start, end = text.sentence(cue.verb)
    for at in [*range(cue.first - 1, start - 1, -1), *range(cue.last + 1, end)]:
        for verb in text.words[at].verbs:
            if text.words[at].finite and verb.form in {"praet", "fin"} and verb.person == 3:
                return Agreement(verb.number, verb.genders)
    return Agreement(None, frozenset())
