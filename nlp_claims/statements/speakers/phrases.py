"""Noun phrases that name a source: the name of a function, of a body, of an antecedent, or nobody's name."""

from functools import cache

from nlp_claims import lexicons
from nlp_claims.statements.draft import Range
from nlp_claims.statements.grammar import SPEAKING
from nlp_claims.statements.nouns import agreeing_adjective, postposed
from nlp_claims.statements.speakers.adjectives import modifies, only_adjective
from nlp_claims.statements.speakers.cast import Cast, Who
from nlp_claims.statements.speakers.layout import Named
from nlp_claims.statements.speakers.people import is_somebody
from nlp_claims.statements.text import Text

_MADE = 5
_APPOSED = frozenset({"elekt", "elektka", "nominat", "nominatka"})  # offices to come: not the president's


@cache
def _former() -> frozenset[str]:
    """Adjectives before a noun, verbs elsewhere: «byli pracownicy»."""
    return frozenset(row["form"] for row in lexicons.read("former") if row["also"] == "verb")


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
    while first > start and (_adjective(text, first - 1, head) or text.lowers[first - 1] in _former()):
        first -= 1
    last = head + 1
    while last < end and (postposed(text, last, head) or text.lowers[last] in _APPOSED):
        last += 1  # «biuro prasowe», «prokuratura okręgowa», «prezydent elekt»
    while last < end:
        named = cast.at(last)
        if (
            named is not None
            and text.tokens[last].spaced
            and (not named.nominative or _undeclined(text, named) or _in_genitive(cast, named) or cast.served(named))
        ):
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
    return first, _with_place(text, cast, head, last)


def _with_place(text: Text, cast: Cast, head: int, end: int) -> int:
    """The end of a phrase with what it is from or in: «komentator z Listening Post», «związkowcy w Belgii».

    Only a body or several people are in a place; «powiedział rzecznik w Warszawie» tells where he spoke.
    """
    if end + 1 >= len(text.tokens) or text.lowers[end] not in {"z", "ze", "w", "we"}:
        return end
    named = cast.at(end + 1)
    if named is None or named.first != end + 1 or not named.name:
        return end
    kind = cast.kind(named.actor)
    if text.lowers[end] in {"z", "ze"}:
        return named.last if kind in {"organization", "place"} else end
    one = any("sg" in n.number and is_somebody(n) for n in text.words[head].nouns if "nom" in n.cases)
    return named.last if kind == "place" and not one else end


def _undeclined(text: Text, named: Named) -> bool:
    return (
        not any(text.words[at].known for at in range(named.first, named.last))
        or text.tokens[named.first].text.isupper()
    )


def _in_genitive(cast: Cast, named: Named) -> bool:
    """«premier Theresy May»: a function that looks the same in all cases, before its name in the genitive."""
    following = cast.at(named.last)
    return not named.name and following is not None and following.actor == named.actor and not following.nominative


def head_of(text: Text, cast: Cast, first: int, last: int) -> int | None:
    """The noun that heads a phrase, adjectives before it: the dictionary has «wstępny», «niemiecki» as nouns too."""
    nouns = [at for at in range(first, min(last, len(text.tokens))) if is_noun(text, at)]
    heads = [at for at in nouns if at + 1 not in nouns or cast.is_office(at) or not modifies(text, at, at + 1)]
    if heads and only_adjective(text, first) and any("prep" in text.words[at].tags for at in range(first, heads[0])):
        # «przedstawionych podczas forum danych»
        return next((at for at in heads if modifies(text, first, at)), heads[0])
    return heads[0] if heads else None


def _adjective(text: Text, place: int, head: int) -> bool:
    """Whether the word before a noun is an adjective of it, as far as the dictionary knows the noun."""
    known = any(noun.pos in SPEAKING for noun in text.words[head].nouns)
    return agreeing_adjective(text, place, head) and (not known or modifies(text, place, head))


def made_by(text: Text, cast: Cast, writing: int) -> Named | None:
    """Who made a writing: «przeprowadzona przez IBRiS analiza», «sondaż wykonany przez IBRiS»."""
    start, end = text.sentence(writing)
    for at in range(max(start, writing - _MADE), min(end, writing + _MADE)):
        if text.lowers[at] == "przez" and (named := cast.at(at + 1) if at + 1 < end else None):
            return named if cast.kind(named.actor) in {"organization", "person"} else None
    return None


def is_noun(text: Text, place: int) -> bool:
    """Whether the word may be a noun: by the dictionary, or by a capital where the dictionary does not know it."""
    word = text.words[place]
    if not word.known:
        return text.tokens[place].text[0].isupper()
    # «opublikowanych | dziś | danych»
    return any(noun.pos in {"subst", "depr"} for noun in word.nouns) and word.tags.isdisjoint({"prep", "adv"})
