"""Polish morphology by Morfeusz 2 (SGJP): what a form may be, and the forms of a lemma.

Tags are those of the dictionary, e.g. ``subst:sg:gen:m1`` or ``praet:sg:m1.m2.m3:perf``. A dot
joins alternatives within a position. Results are cached: news repeats its words.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

CASES = ("nom", "gen", "dat", "acc", "inst", "loc", "voc")


class Analysis(NamedTuple):
    """One reading of a form. ``marks`` are the dictionary's name marks («imię», «nazwisko», …)."""

    lemma: str
    tag: str
    marks: frozenset[str]

    @property
    def pos(self) -> str:
        """The part of speech: the tag up to its first colon («subst», «praet», …)."""
        return self.tag.split(":", 1)[0]

    def has(self, value: str) -> bool:
        """Whether ``value`` («gen», «sg», «m1») is among the alternatives of any position of the tag."""
        return any(value in position.split(".") for position in self.tag.split(":"))


@cache
def _morfeusz() -> Any:
    # imported late: spaCy imports every component module of the environment, this library is heavy
    import morfeusz2

    return morfeusz2.Morfeusz(expand_tags=False, whitespace=morfeusz2.KEEP_WHITESPACES)


def _lemma(raw: str) -> str:
    """The lemma without the dictionary's homonym mark («mieć:v1» → «mieć»)."""
    head, colon, rest = raw.partition(":")
    return head if head and colon and rest and rest[0].isalpha() else raw


@lru_cache(maxsize=200_000)
def analyse(form: str) -> tuple[Analysis, ...]:
    """Every reading of one word form; empty where the dictionary does not know it.

    Case is tried as written (a capital opens the readings of names).
    """
    if not form or form.isspace():
        return ()
    readings = _morfeusz().analyse(form)
    if not readings or any(edge[1] - edge[0] != 1 or edge[0] != 0 for edge in readings):
        return ()  # a form that the dictionary cuts in two («zrobiłem») is not one word here
    return tuple(
        Analysis(_lemma(lemma), tag, frozenset(marks))
        for _, _, (_, lemma, tag, marks, _) in readings
        if tag != "ign"
    )


@lru_cache(maxsize=50_000)
def generate(lemma: str) -> tuple[tuple[str, str], ...]:
    """Every ``(form, tag)`` of a lemma; empty where the dictionary does not know it."""
    if not lemma or any(character.isspace() for character in lemma):
        return ()
    return tuple((form, tag) for form, _, tag, _, _ in _morfeusz().generate(lemma) if tag != "ign")


def forms(lemma: str, *values: str) -> Iterator[str]:
    """The forms of ``lemma`` whose tag has every one of ``values`` («sg», «nom», «f»)."""
    for form, tag in generate(lemma):
        positions = [set(position.split(".")) for position in tag.split(":")]
        if all(any(value in position for position in positions) for value in values):
            yield form
