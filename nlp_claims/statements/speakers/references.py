"""Whether a noun that is said to mean an actor may mean it here: «szef MSZ» is not the «szef rządu» named before."""

from bisect import bisect_left
from collections.abc import Mapping

from nlp_claims import lexicons
from nlp_claims.annotations import Actor
from nlp_claims.offices import bodies
from nlp_claims.statements.draft import Range
from nlp_claims.statements.speakers.adjectives import only_adjective
from nlp_claims.statements.text import Text

_STEM = 5
_NEW = frozenset({"anonimowy", "drugi", "inny", "jakiś", "kolejny", "niejaki", "nieznany", "pewien"})


def contradicted(text: Text, cases: Mapping[int, str], place: Range, actor: Actor) -> bool:
    """Whether the words around a reference say that somebody else is meant.

    Args:
        text: the document.
        cases: the tagger's case by token.
        place: the tokens of the reference.
        actor: whom the reference is said to mean.
    """
    first, last = place
    if last >= len(text.tokens):
        return False
    if actor["kind"] != "person":
        return _of_others(text, last, actor["name"].lower())
    if not any("sg" in noun.number for at in range(first, last) for noun in text.words[at].nouns):
        return True  # «zdaniem komentatorów»: not the one commentator
    if is_new(text, first, last):
        return True
    led = (body for role in actor["roles"] for body in bodies(role.partition(" ")[0]))  # a «minister» heads a «resort»
    roles = " ".join([*actor["roles"], *led]).lower()
    if not lexicons.words("former").isdisjoint(text.lowers[first:last]) and not any(
        word in roles for word in ("był", "ówcz", "poprzedn")
    ):
        return True  # «były premier» is not the premier
    return _complemented(text, cases, place, actor, roles)


def is_new(text: Text, first: int, last: int) -> bool:
    """Whether an adjective says that it is somebody not yet named: «anonimowy polityk», «inny rozmówca»."""
    return any(noun.lemma in _NEW for at in range(first, last) for noun in text.words[at].nouns)


def _complemented(text: Text, cases: Mapping[int, str], place: Range, actor: Actor, roles: str) -> bool:
    """Whether a complement follows that is not the actor's: «szef polskiego rządu», «rzecznik premier»."""
    first, last = place
    following, word = text.tokens[last], text.words[last]
    if not following.spaced or not following.text[0].isalpha():
        return False
    at = bisect_left(actor["mentions"], following.start, key=lambda mention: mention["start"])
    own = at < len(actor["mentions"]) and actor["mentions"][at]["start"] == following.start
    if own:
        return (cases.get(first), cases.get(last)) == ("nom", "gen")  # «rzecznik premier | Theresy May»
    genitive = word.has_case("gen") and not word.has_case("nom") and "prep" not in word.tags
    whose = genitive or (following.text[0].isupper() and not word.finite)
    return whose and following.text.lower()[:_STEM] not in roles


def _of_others(text: Text, after: int, name: str) -> bool:
    """«związek zawodowy irlandzkich pilotów» is no «związek zawodowy niemieckich pilotów»."""
    size = len(text.tokens)
    while after < size and text.tokens[after].text.islower() and only_adjective(text, after):
        if text.words[after].has_case("gen") and not text.words[after].has_case("nom"):
            break
        after += 1
    word = text.words[after] if after < size else None
    if word is None or not text.tokens[after].text.islower() or not word.nouns:
        return False
    genitive = all(n.cases <= {"gen", "acc", "loc"} and "gen" in n.cases for n in word.nouns)
    return genitive and not word.finite and "prep" not in word.tags and text.lowers[after][:_STEM] not in name
