"""Noun phrases that name a source: the name of a function, of a body, of an antecedent, or nobody's name."""

from nlp_claims.statements.candidates import CLOSING, OPENING, capital_run
from nlp_claims.statements.cast import Agreement, Cast, Named, Who
from nlp_claims.statements.conjunctions import relative
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.text import Text, abbreviation

_HONORIFICS = frozenset({"pan", "pani"})
_NOUNS = frozenset({"subst", "depr"})


def name_in_phrase(text: Text, cast: Cast, head: int, last: int) -> Range | None:
    """A name after a function that nobody found to be one: «minister informacji Pakistanu Fawad Chaudry»."""
    least = 1 if text.lowers[head] in _HONORIFICS else 2  # «pani Zofia»
    if not is_person(text, head) and least > 1:
        return None
    for at in range(head + 1, min(last + 4, len(text.tokens))):
        if text.tokens[at].text[0].isupper() and cast.at(at) is None:
            stop = at
            while stop < len(text.tokens) and text.tokens[stop].text[0].isupper() and cast.at(stop) is None:
                stop += 1
            if stop - at >= least and not any(
                text.words[k].has_case("gen") and not text.words[k].has_case("nom") for k in range(at, stop)
            ):
                return at, stop
            return None
        if at >= last:
            return None
    return None


def name_of_body(text: Text, cast: Cast, head: int) -> Named | None:
    """«związek USO», «agencja Reuters»: a word for what the name is; but «dyrekcja Ryanair» is not Ryanair."""
    if head + 2 >= len(text.tokens):
        return None
    quoted = text.tokens[head + 1].text in OPENING
    named = cast.at(head + 2) if quoted else cast.at(head + 1)
    if named is None and quoted and (run := capital_run(text, cast, head + 2, head + 8)) > head + 2:
        # «portal „Rynek Lotniczy”»: a title that is in nobody's list
        actor = cast.add(head + 2, run, head + 2)
        named = None if actor is None else Named(head + 2, run, actor, name=True, nominative=True)
        return (
            named
            if named is not None and any(noun.lemma in cast.words.naming for noun in text.words[head].nouns)
            else None
        )
    if named is None or not named.name or not named.nominative or cast.kind(named.actor) != "organization":
        return None
    return named if any(noun.lemma in cast.words.naming for noun in text.words[head].nouns) else None


def unnamed(text: Text, cast: Cast, head: int) -> Who | None:
    """The unnamed actor of a noun: «rzecznik MSZ», «analitycy ds. obronności»."""
    first, last = noun_phrase(text, cast, head)
    if any(named is not None and cast.kind(named.actor) == "person" for named in map(cast.at, range(head + 1, last))):
        cast.doubtful.add(head)  # «rzeczniczka premier Theresy May» is not May
    actor = cast.add(first, last, head)
    return None if actor is None else Who(actor, (first, last))


def noun_phrase(text: Text, cast: Cast, head: int) -> Range:
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
        verb = word.finite or cast.hints.pos.get(last) in {"VERB", "AUX"}  # «Rząd tłumaczy» are no interpreters
        if verb or "prep" in word.tags or not word.has_case("gen"):
            if text.lowers[last] == "ds" and last + 2 < len(text.tokens):
                last += 3
                continue
            break
        last += 1
    return first, last


def _agreeing_adjective(text: Text, place: int, head: int) -> bool:
    cases = {case for noun in text.words[head].nouns for case in noun.cases}
    return (
        any(noun.pos in {"adj", "ppas"} and noun.cases & cases for noun in text.words[place].nouns)
        and not text.words[place].finite
    )


def _undeclined(text: Text, named: Named) -> bool:
    return (
        not any(text.words[at].known for at in range(named.first, named.last))
        or text.tokens[named.first].text.isupper()
    )


def name_of_role(text: Text, cast: Cast, head: int) -> Named | None:
    """The person whose function the noun is: «minister zdrowia Jan Nowak», «szef policji, Zulfiqar Ali»."""
    stop = min(head + 16, len(text.tokens), text.sentence(head)[1])
    commas = 0
    place = head + 1
    best: Named | None = None
    while place < stop:
        named = cast.at(place)
        if named is not None:
            if (
                named.name
                and named.nominative
                and cast.kind(named.actor) == "person"
                and cast.hints.cases.get(place, "nom") == "nom"
            ):
                heads = [
                    noun for noun in text.words[head].nouns if noun.pos in {"subst", "depr"} and "nom" in noun.cases
                ]
                fits = any(cast.agrees(named.actor, Agreement("sg", noun.genders)) for noun in heads)
                # a foreign name's gender is a guess: «poseł Chuka Umunna»
                full = named.last - named.first > 1
                best = named if fits or full or not heads else best
            place = named.last
            continue
        mark = text.tokens[place].text
        close = _title_end(text, place, stop)
        if close > place:  # «przewodniczący „Solidarności” w regionie Adam Krupa»
            place = close
            continue
        if mark == ",":
            commas += 1
            following = cast.at(place + 1) if place + 1 < stop else None
            if following is None or cast.kind(following.actor) != "person" or commas > 1:
                return best
        elif text.words[place].finite or (
            mark in '.;:–—-"”' and not (mark == "." and abbreviation(text.tokens[place - 1].text))
        ):
            return best
        place += 1
    return best


def _title_end(text: Text, place: int, stop: int) -> int:
    """The end of a title in quotation marks that begins at ``place``, or ``place``."""
    if text.tokens[place].text not in OPENING or not text.tokens[min(place + 1, stop - 1)].text[0].isupper():
        return place
    return next((at + 1 for at in range(place + 2, min(place + 7, stop)) if text.tokens[at].text in CLOSING), place)


def in_phrase(text: Text, cast: Cast, phrase: Range, *, people: bool = False) -> Who | None:  # noqa: C901, PLR0911, PLR0912
    """The source that a noun phrase names: «dyrektora biura LOT Adriana Kubickiego», «prawników».

    ``people``: an unnamed source must be a person («Europoseł: …»), not a thing («Kraj: …»).
    """
    first, last = phrase
    nouns = [at for at in range(first, min(last, len(text.tokens))) if _is_noun(text, at)]
    # «wstępnych ustaleń policji»: the dictionary has «wstępny» as a noun too
    head = next((at for at in nouns if at + 1 not in nouns or not _agreeing_adjective(text, at, at + 1)), None)
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
    if person is not None and (head is None or person.first <= head or _bears(text, head, person)):
        return Who(person.actor, (person.first, person.last))
    if head is not None and any(noun.lemma in cast.words.documents for noun in text.words[head].nouns):
        made = next((n for n in named if cast.kind(n.actor) == "organization"), None)
        if made is not None:  # «szybkiego szacunku GUS», «sondażu ośrodka YouGov»: whoever made it
            return Who(made.actor, (made.first, made.last))
    if head is not None:
        at_head = cast.at(head)
        if at_head is not None:
            return Who(at_head.actor, (at_head.first, at_head.last))
        if (
            named
            and named[0].first == head + 1
            and cast.kind(named[0].actor) == "organization"
            and not is_person(text, head)
        ):
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
        actor = cast.add(begin, end, head)
        return None if actor is None else Who(actor, (begin, end))
    if named:
        return Who(named[0].actor, (named[0].first, named[0].last))
    return None


def _is_noun(text: Text, place: int) -> bool:
    word = text.words[place]
    if not word.known:
        return text.tokens[place].text[0].isupper()
    return any(noun.pos in {"subst", "depr"} for noun in word.nouns) and "prep" not in word.tags


def is_person(text: Text, place: int) -> bool:
    """Whether the word may be a masculine personal noun."""
    return any(noun.pos == "subst" and "m1" in noun.genders for noun in text.words[place].nouns)


def _bears(text: Text, head: int, person: Named) -> bool:
    """Whether the name is the head noun's, not another function's on the way («rzecznika premier Theresy May»)."""
    if not is_person(text, head) and not text.tokens[head].text[0].isupper():
        return False
    heads = [noun for noun in text.words[head].nouns if noun.pos == "subst"]
    for at in range(head + 1, person.first):
        for noun in text.words[at].nouns:
            if (
                noun.pos == "subst"
                and "m1" in noun.genders
                and text.tokens[at].text.islower()
                and at == person.first - 1
                and heads
            ):
                return False
    return True


def document(text: Text, cast: Cast, draft: Draft) -> Who | None:
    """«Z sondażu przeprowadzonego przez YouGov wynika», «wynika z raportu rządu», «czytamy w liście ambasady»."""
    opener = draft.before[0]
    if draft.subject_first and opener < draft.before[1] and relative(text, opener):
        return antecedent(text, cast, opener - 1, Agreement(None, frozenset()))  # «raport, z którego wynika, że»
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


def complement(text: Text, cast: Cast, cue: Cue, draft: Draft) -> Who | None:
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


def antecedent(text: Text, cast: Cast, opener: int, agreement: Agreement) -> Who | None:
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
                return unnamed(text, cast, at)
    return None
