"""What the word lists tell of names that mean the same: folded names, aliases, acronyms. Pure functions."""

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from nlp_claims import lexicons
from nlp_claims.actors.known import particles

_TWO = 2


@lru_cache(maxsize=3_000)
def fold(text: str) -> tuple[str, ...]:
    """Words without case, marks and diacritics that foreign names lose on the way: «Schäuble», «Schauble»."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return tuple(letters.split())


@cache
def aliases() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Folded alias → folded full name, full names included."""
    table = {}
    for row in lexicons.read("aliases"):
        table[fold(row["alias"])] = fold(row["name"])
        table.setdefault(fold(row["name"]), fold(row["name"]))
    return table


@cache
def legal_forms() -> frozenset[str]:
    """Folded words that tell no company from another: «sa», «gmbh», «group»."""
    return frozenset(row["word"] for row in lexicons.read("legal_forms"))


@cache
def _adjectives() -> frozenset[str]:
    found = {ending for row in lexicons.read("countries") for ending in fold(row["adjective"])}
    return frozenset(word[:-1] + ending for word in found for ending in ("i", "a", "ie"))


def without_country(words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded «pakistański Sąd Najwyższy» as «Sąd Najwyższy»; other names as they are."""
    return words[1:] if len(words) > _TWO and words[0] in _adjectives() else words


def acronyms(words: Sequence[str]) -> set[str]:
    """The acronyms that a name of several words may have: of all its words, and of the great ones only."""
    if len(words) < _TWO:
        return set()
    great = [word for word in words if word not in particles("inner")]
    return {acronym for acronym in ("".join(w[0] for w in words), "".join(w[0] for w in great)) if len(acronym) > 1}
