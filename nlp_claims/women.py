"""Nouns for women: the dictionary tells men among the masculine nouns, but no women among the feminine."""

from collections.abc import Iterator
from functools import cache, lru_cache

from nlp_claims import lexicons
from nlp_claims.morphology import analyse


@cache
def _listed() -> frozenset[str]:
    roles = (row["lemma"] for row in lexicons.read("roles") if row["gender"] == "f")
    return frozenset(row["lemma"] for row in lexicons.read("women")).union(roles)


@lru_cache(maxsize=3_000)
def is_woman(lemma: str) -> bool:
    """Whether a feminine noun means a woman: one that the lists have, or that is made of a noun for a man."""
    return lemma in _listed() or any(_is_man(noun) for noun in _masculine(lemma))


def _masculine(lemma: str) -> Iterator[str]:
    """The nouns that a feminine one may be made of.

    «-arka» and «-yka» are not among its ends: a «marynarka» is a thing beside «marynarz», and so is «polityka».
    """
    if lemma.endswith("czka"):
        yield lemma[:-4] + "k"  # «zawodniczka»
    if lemma.endswith("ka"):
        yield lemma[:-2]  # «sąsiadka»
    if lemma.endswith("stka"):
        yield lemma[:-2] + "a"  # «aktywistka»
    if lemma.endswith("czyni"):
        yield lemma[:-5] + "ca"  # «mówczyni»
    if lemma.endswith(("ini", "yni")):
        yield lemma[:-3]  # «mistrzyni»
    if lemma.endswith("a"):
        yield lemma[:-1] + "y"  # «radna»


def _is_man(noun: str) -> bool:
    return any(r.pos == "subst" and r.has("m1") and r.has("nom") and r.has("sg") for r in analyse(noun))
