"""Names beside the nouns that introduce them: «minister zdrowia Jan Nowak», «agencja Reuters»."""

from nlp_claims.statements.agreement import Agreement
from nlp_claims.statements.candidates import CLOSING, OPENING, capital_run
from nlp_claims.statements.cast import Cast, Named
from nlp_claims.statements.draft import Range
from nlp_claims.statements.grammar import SPEAKING
from nlp_claims.statements.people import is_person, is_somebody
from nlp_claims.statements.text import Text, abbreviation

_HONORIFICS = frozenset({"pan", "pani"})


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


def name_of_role(text: Text, cast: Cast, head: int) -> Named | None:
    """The person whose function the noun is: «minister zdrowia Jan Nowak», «szef policji, Zulfiqar Ali»."""
    if not any(is_somebody(noun) for noun in text.words[head].nouns if noun.pos in SPEAKING):
        return None  # «Jak podała agencja Reutera, Asia Lis …»
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
                and (cast.hints.cases.get(place, "nom") == "nom" or not _another_function(text, head, place))
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


def _another_function(text: Text, head: int, place: int) -> bool:
    """«rzecznik premier Theresy May»: a function right before the name may have it as a complement."""
    before = place - 1
    return before > head and any(noun.pos in SPEAKING and "m1" in noun.genders for noun in text.words[before].nouns)


def _title_end(text: Text, place: int, stop: int) -> int:
    """The end of a title in quotation marks that begins at ``place``, or ``place``."""
    if text.tokens[place].text not in OPENING or not text.tokens[min(place + 1, stop - 1)].text[0].isupper():
        return place
    return next((at + 1 for at in range(place + 2, min(place + 7, stop)) if text.tokens[at].text in CLOSING), place)
