"""Names beside the nouns that introduce them: «minister zdrowia Jan Nowak», «agencja Reuters»."""

from nlp_claims.statements.draft import Range
from nlp_claims.statements.grammar import SPEAKING
from nlp_claims.statements.nouns import postposed
from nlp_claims.statements.speakers.agreement import Agreement
from nlp_claims.statements.speakers.capitals import CLOSES_TITLE, OPENS_TITLE, capital_run
from nlp_claims.statements.speakers.cast import Cast
from nlp_claims.statements.speakers.layout import Named
from nlp_claims.statements.speakers.people import is_person, is_somebody
from nlp_claims.statements.text import Text, abbreviation

_AND = frozenset({"i", "oraz"})
_MEMBERS = 6  # words for whose body it is: «organizacja agentów i touroperatorów ABTA»
HONORIFICS = frozenset({"pan", "pani"})


def is_function(text: Text, cast: Cast, place: int) -> bool:
    """Whether the word after «pan», «pani» is a noun for what the person is: «pani inspektor»."""
    return text.tokens[place].text.islower() and cast.at(place) is None and is_person(text, place)


def name_in_phrase(text: Text, cast: Cast, head: int, last: int) -> Range | None:
    """A name after a function that nobody found to be one: «minister informacji Pakistanu Fawad Chaudry»."""
    least = 1 if text.lowers[head] in HONORIFICS else 2  # «pani Zofia»
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
    if not any(noun.lemma in cast.words.naming for noun in text.words[head].nouns):
        return None
    at = head + 1
    while at < len(text.tokens) and postposed(text, at, head):
        at += 1  # «agencja prasowa Novosti»
    at = _members_end(text, cast, at, head)
    if at + 1 >= len(text.tokens):
        return None
    quoted = text.tokens[at].text in OPENS_TITLE
    named = cast.at(at + 1) if quoted else cast.at(at)
    if named is None and quoted and (run := capital_run(text, cast, at + 1, at + 7)) > at + 1:
        # «portal „Rynek Lotniczy”»: a title that is in nobody's list
        actor = cast.add(at + 1, run, at + 1)
        return None if actor is None else Named(at + 1, run, actor, name=True, nominative=True)
    if named is None or not named.name or not named.nominative or cast.kind(named.actor) != "organization":
        return None
    return named


def _members_end(text: Text, cast: Cast, place: int, head: int) -> int:
    """«związek irlandzkich pilotów Forsa»: before a name that the text says here first, whose body it is."""
    end = place
    while end < min(place + _MEMBERS, len(text.tokens)) and _member(text, cast, end, head):
        end += 1
    named = cast.at(end) if place < end < len(text.tokens) else None
    if named is None or not named.name or not named.nominative or cast.kind(named.actor) != "organization":
        return place
    first = min((mention["start"] for mention in cast.actors[named.actor]["mentions"]), default=0)
    return end if first == text.tokens[end].start else place


def _member(text: Text, cast: Cast, place: int, head: int) -> bool:
    word, named = text.words[place], cast.at(place)
    within = named is None or (named.first <= head and not named.name)  # the phrase itself, as somebody unnamed
    whose = not word.known or any(n.pos == "ger" or n.number == "pl" for n in word.nouns if "gen" in n.cases)
    return text.tokens[place].text.islower() and within and (whose or text.lowers[place] in _AND)


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
                and not cast.served(named)
                and (cast.in_nominative(named) or _set_off(text, named))
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
            beside = place + 1
            while beside < stop and _introduces(text, cast, beside):
                beside += 1  # «politolog z uniwersytetu, prof. Jan Kos», «dyrektor biura, dominikanin o. Jan Kos»
            following = cast.at(beside) if beside < stop else None
            if following is None or cast.kind(following.actor) != "person" or commas > 1:
                return best
        elif text.words[place].finite or (
            mark in '.;:–—-"”' and not (mark == "." and abbreviation(text.tokens[place - 1].text))
        ):
            return best
        place += 1
    return best


def _introduces(text: Text, cast: Cast, place: int) -> bool:
    """Whether the word may stand between a comma and a name: «prof.», «dominikanin o.»."""
    if text.tokens[place].text == "." or abbreviation(text.tokens[place].text):
        return True
    return text.tokens[place].text.islower() and cast.at(place) is None and is_person(text, place)


def _set_off(text: Text, named: Named) -> bool:
    """«Rzecznik TEPCO, Shigeru Kodaira, powiedział»: a foreign name whose base form is a guess, between commas."""
    unknown = not any(text.words[at].known for at in range(named.first, named.last))
    return unknown and text.tokens[named.first - 1].text == "," and text.lowers[named.last : named.last + 1] == (",",)


def _another_function(text: Text, head: int, place: int) -> bool:
    """«rzecznik premier Theresy May»: a function right before the name may have it as a complement."""
    before = place - 1
    return before > head and any(noun.pos in SPEAKING and "m1" in noun.genders for noun in text.words[before].nouns)


def _title_end(text: Text, place: int, stop: int) -> int:
    """The end of a title in quotation marks that begins at ``place``, or ``place``."""
    if text.tokens[place].text not in OPENS_TITLE or not text.tokens[min(place + 1, stop - 1)].text[0].isupper():
        return place
    return next(
        (at + 1 for at in range(place + 2, min(place + 7, stop)) if text.tokens[at].text in CLOSES_TITLE), place
    )
