"""When a record and an annotation are about the same thing: overlap of letters, sameness of names."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from nlp_claims import lexicons

_WORD = re.compile(r"\w+")
Letters = frozenset[int]
Spans = Iterable[tuple[int, int]]


def letters(text: str, spans: Spans) -> Letters:
    """The positions of letters and digits inside the spans: punctuation must not decide a match."""
    return frozenset(at for start, end in spans for at in range(start, end) if text[at : at + 1].isalnum())


def iou(one: Letters, other: Letters) -> float:
    """Intersection over union; 0 for two empty sets."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def pair(gold: Sequence[Letters], found: Sequence[Letters], least: float) -> list[tuple[int, int]]:
    """Pair gold with records one to one, greedily, best overlap first; indexes of pairs that overlap enough.

    Of equal overlaps the later annotation and the later record go first, so that the result is the same every time.
    """
    ranked = sorted(((iou(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if g & f), reverse=True)
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs = []
    for overlap, i, j in ranked:
        if overlap >= least and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return pairs


def words(name: str | None) -> list[str]:
    """The words of a name, without case and punctuation; none for no name."""
    return _WORD.findall((name or "").casefold())


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("score_titles"))


def same_name(gold: str | None, found: str | None, aliases: Iterable[str] = ()) -> bool:
    """Whether two names mean one source: one has all words of the other, titles apart, or it is a known other form.

    «Milley» is «Mark Milley», «gen. Milley» too; «Anna Lis» is not «Jan Lis».
    """
    want, have = set(words(gold)) - _titles(), set(words(found)) - _titles()
    if not want or not have:
        return words(gold) == words(found)
    return have <= want or want <= have or any(have == set(words(alias)) - _titles() for alias in aliases)


def close(one: float | None, other: float | None, tolerance: float) -> bool:
    """Whether two values are equal within a relative tolerance; both absent is equal too."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= tolerance * max(1, abs(one))
