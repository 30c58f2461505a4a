"""Whose government «rząd» is: the country that a document is about, where it is one and no other.

Polish news says «rząd» of the Polish one, and of a foreign one once the article has named its country.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from nlp_claims import lexicons
from nlp_claims.actors.aliases import aliases, fold
from nlp_claims.annotations import Actor

GOVERNING = frozenset({"rząd", "władze"})
_LEAST = 2  # mentions
_TIMES_MORE = 2
_TWO = 2


@cache
def _genitives() -> dict[tuple[str, ...], str]:
    return {fold(row["name"]): row["genitive"] for row in lexicons.read("countries")}


@cache
def _adjectives() -> dict[str, str]:
    return {row["adjective"]: row["genitive"] for row in lexicons.read("countries")}


def whose(phrase: str) -> str:
    """«pakistański rząd», «rząd pakistański» as «rząd Pakistanu»; any other phrase as it is."""
    words = phrase.split()
    if len(words) != _TWO or not GOVERNING & set(words):
        return phrase
    noun, adjective = words if words[0] in GOVERNING else reversed(words)
    stem = adjective.removesuffix("e").removesuffix("i") + "i"  # «francuskie władze»
    country = _adjectives().get(adjective) or _adjectives().get(stem)
    return f"{noun} {country}" if country else phrase


def ministry(acronym: str, before: Iterable[str]) -> str:
    """«MSZ» as «rosyjskie MSZ» where the text says whose it is; any other name as it is.

    Args:
        acronym: the name of an organization.
        before: the words right before its mentions, small.
    """
    if aliases().get(fold(acronym), ("",))[0] != "ministerstwo" or not acronym.isupper():
        return acronym
    forms = {word: country for word in before if (country := _foreign(word))}
    if len(set(forms.values())) != 1:
        return acronym
    said = [word for word in forms if word in _adjectives() or word.removesuffix("e") in _adjectives()]
    adjective = said[0] if said else next(a for a, country in _adjectives().items() if country in forms.values())
    return f"{adjective} {acronym}"


def _foreign(word: str) -> str | None:
    """The country of a form of its adjective, in the genitive."""
    stems = (
        word,
        *(word.removesuffix(ending) + "i" for ending in ("iego", "iemu", "im", "ie", "iej") if word.endswith(ending)),
    )
    return next((_adjectives()[stem] for stem in stems if stem in _adjectives()), None)


def country_of(actors: Sequence[Actor], words: Iterable[str]) -> str | None:
    """The genitive of the one foreign country that a document is about, or ``None``.

    Args:
        actors: the actors of the document.
        words: its words.
    """
    if any(word[:5].lower() == "polsk" or word[:5] == "Polak" for word in words):
        return None
    counts = []
    for actor in actors:
        key = fold(actor["name"])
        if actor["kind"] == "place" and (genitive := _genitives().get(aliases().get(key, key))):
            counts.append((len(actor["mentions"]), genitive))
    counts.sort(reverse=True)
    if not counts or counts[0][0] < _LEAST:
        return None
    return counts[0][1] if len(counts) == 1 or counts[0][0] >= _TIMES_MORE * counts[1][0] else None
