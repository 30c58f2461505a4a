"""Dictionary readings of any word form, agglutinates and capitals included: what the bundled pipeline sees.

The weights were trained on exactly these readings: a change here asks for a new training.
"""

from functools import lru_cache
from typing import NamedTuple

from nlp_claims.morphology import edges


class Reading(NamedTuple):
    """A lemma, its NKJP tag (``praet:sg:m1.m2.m3:perf+aglt:sg:pri`` for «zrobiłem») and its name marks."""

    lemma: str
    tag: str
    marks: tuple[str, ...]


def plain_lemma(lemma: str) -> str:
    """The lemma without the dictionary's homonym mark («Kowalski:Sm1» → «Kowalski»)."""
    if ":" not in lemma:
        return lemma
    head, _, rest = lemma.partition(":")
    return head if head and rest[:1].isalpha() else lemma


def _once(form: str) -> tuple[Reading, ...]:
    graph = edges(form)
    if not graph:
        return ()
    last = max(edge.end for edge in graph)
    if last == 1:
        return tuple(dict.fromkeys(Reading(plain_lemma(e.lemma), e.tag, e.marks) for e in graph if e.tag != "ign"))
    found = []
    for edge in graph:
        if edge.start or edge.tag == "ign":
            continue
        if edge.end == last:
            found.append(Reading(plain_lemma(edge.lemma), edge.tag, edge.marks))
        elif edge.end == 1:
            tails = [e.tag for e in graph if e.start == 1 and e.tag.partition(":")[0] in {"aglt", "part"}]
            if tails:
                tag = f"{edge.tag}+{':'.join(tails[0].split(':')[:3])}"
                found.append(Reading(plain_lemma(edge.lemma), tag, edge.marks))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=16_000)
def readings(form: str) -> tuple[Reading, ...]:
    """Every reading of a form; a headline's capitals are tried as a name and as a plain word too."""
    if found := _once(form):
        return found
    if form[1:] != form[1:].lower():
        return tuple(dict.fromkeys((*_once(form[:1] + form[1:].lower()), *_once(form.lower()))))
    return _once(form.lower()) if form[:1].isupper() else ()
