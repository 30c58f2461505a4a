"""Dictionary readings of any word form, agglutinates and capitals included: what the bundled pipeline sees.

The weights were trained on exactly these readings: a change here asks for a new training.
"""

from functools import lru_cache
from typing import NamedTuple

from nlp_claims.morphology import raw_readings


class Reading(NamedTuple):
    """A lemma, its NKJP tag (``praet:sg:m1.m2.m3:perf+aglt:sg:pri`` for «zrobiłem») and its name marks."""

    lemma: str
    tag: str
    marks: tuple[str, ...]


def plain_lemma(lemma: str) -> str:
    """The lemma without the dictionary's homonym mark («Kowalski:Sm1» → «Kowalski»)."""
    head, _, rest = lemma.partition(":")
    return head if head and rest[:1].isalpha() else lemma


def _once(form: str) -> tuple[Reading, ...]:
    edges = raw_readings(form)
    if not edges:
        return ()
    last = max(end for _, end, _ in edges)
    found = []
    for start, end, (_, lemma, tag, marks, _) in edges:
        if start or tag == "ign":
            continue
        if end == last:
            found.append(Reading(plain_lemma(lemma), tag, tuple(marks)))
        elif end == 1:
            tails = [t for s, e, (_, _, t, _, _) in edges if s == 1 and t.partition(":")[0] in {"aglt", "part"}]
            if tails:
                found.append(Reading(plain_lemma(lemma), f"{tag}+{':'.join(tails[0].split(':')[:3])}", tuple(marks)))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=100_000)
def readings(form: str) -> tuple[Reading, ...]:
    """Every reading of a form; a headline's capitals are tried as a name and as a plain word too."""
    found = _once(form)
    if not found and form[1:] != form[1:].lower():
        found = (*_once(form[:1] + form[1:].lower()), *_once(form.lower()))
    elif not found and form[:1].isupper():
        found = _once(form.lower())
    return tuple(dict.fromkeys(found))
