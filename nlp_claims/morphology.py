"""Polish morphology by Morfeusz 2 (SGJP): what a form may be, and the forms of a lemma.

Tags are those of the dictionary, e.g. ``subst:sg:gen:m1`` or ``praet:sg:m1.m2.m3:perf``. A dot
joins alternatives within a position. Results are cached: news repeats its words.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

CASES = ("nom", "gen", "dat", "acc", "inst", "loc", "voc")
CASE_OF = dict(zip(("Nom", "Gen", "Dat", "Acc", "Ins", "Loc", "Voc"), CASES, strict=True))  # the taggers' names


class Analysis(NamedTuple):
    """One reading of a form. ``marks`` are the dictionary's name marks («imię», «nazwisko», …).

    ``pos`` is the part of speech, the tag up to its first colon («subst», «praet», …); ``values`` is every value that
    the tag names, alternatives apart. Both are the tag's: they are kept because rules ask for nothing else as often.
    """

    lemma: str
    tag: str
    marks: frozenset[str]
    pos: str
    values: frozenset[str]

    def has(self, value: str) -> bool:
        """Whether ``value`` («gen», «sg», «m1») is among the alternatives of any position of the tag."""
        return value in self.values


class Edge(NamedTuple):
    """A reading of a part of a form: most forms are one edge, «zrobiłem» is two, one after the other."""

    start: int
    end: int
    lemma: str
    tag: str
    marks: tuple[str, ...]


@cache
def _pos(tag: str) -> str:
    return tag.partition(":")[0]


@cache
def _values(tag: str) -> frozenset[str]:
    """Every value that a tag names, alternatives apart. The dictionary has some thousand tags."""
    return frozenset(tag.replace(":", ".").split("."))


@cache
def _morfeusz() -> Any:
    # imported late: spaCy imports every component module of the environment, this library is heavy
    import morfeusz2

    class Dictionary(morfeusz2.Morfeusz):  # type: ignore[misc]  # it has no types
        """Morfeusz that reads each tag and each set of marks once: a string for every reading costs half its time.

        Without this hook the answers are the same, and slower.
        """

        def __init__(self) -> None:
            super().__init__(expand_tags=False, whitespace=morfeusz2.KEEP_WHITESPACES)
            self._tags: dict[int, str] = {}
            self._names: dict[int, tuple[str, ...]] = {}

        def _interp2tuple(self, found: Any) -> tuple[str, str, str, tuple[str, ...], tuple[str, ...]]:
            tag, name = found.tagId, found.nameId
            if tag not in self._tags:
                self._tags[tag] = found.getTag(self._morfeusz_obj)
            if name not in self._names:
                self._names[name] = tuple(found.getName(self._morfeusz_obj))
            return found.orth, found.lemma, self._tags[tag], self._names[name], ()

    return Dictionary()


def _lemma(raw: str) -> str:
    """The lemma without the dictionary's homonym mark («mieć:v1» → «mieć»)."""
    head, colon, rest = raw.partition(":")
    return head if head and colon and rest and rest[0].isalpha() else raw


@lru_cache(maxsize=10_000)
def edges(form: str) -> tuple[Edge, ...]:
    """Morfeusz's own answer; empty for white space. Kept for as long as one text after another asks for it."""
    if not form or form.isspace():
        return ()
    return tuple(Edge(start, end, *found[1:4]) for start, end, found in _morfeusz().analyse(form))


@cache
def _set(marks: tuple[str, ...]) -> frozenset[str]:
    """One set for all readings that are marked alike: there are some thirty."""
    return frozenset(marks)


@lru_cache(maxsize=16_000)
def analyse(form: str) -> tuple[Analysis, ...]:
    """Every reading of one word form; empty where the dictionary does not know it.

    Case is tried as written (a capital opens the readings of names).
    """
    found = edges(form)
    if any((edge.start, edge.end) != (0, 1) for edge in found):
        return ()  # a form that the dictionary cuts in two («zrobiłem») is not one word here
    return tuple(
        Analysis(_lemma(edge.lemma), edge.tag, _set(edge.marks), _pos(edge.tag), _values(edge.tag))
        for edge in found
        if edge.tag != "ign"
    )


@lru_cache(maxsize=3_000)
def is_word(form: str) -> bool:
    """Whether the dictionary has the form at all, also as two words in one («powinniśmy», «zrobiłem»)."""
    found = edges(form)
    return bool(found) and all(edge.tag != "ign" for edge in found)


@lru_cache(maxsize=3_000)
def generate(lemma: str) -> tuple[tuple[str, str], ...]:
    """Every ``(form, tag)`` of a lemma; empty where the dictionary does not know it."""
    if not lemma or any(character.isspace() for character in lemma):
        return ()
    return tuple((form, tag) for form, _, tag, _, _ in _morfeusz().generate(lemma) if tag != "ign")


def forms(lemma: str, *values: str) -> Iterator[str]:
    """The forms of ``lemma`` whose tag has every one of ``values`` («sg», «nom», «f»)."""
    wanted = frozenset(values)
    for form, tag in generate(lemma):
        if wanted <= _values(tag):
            yield form


def shaped(word: str, model: str) -> str:
    """``word`` with the capitals of ``model``: «narodowa», «Narodowej» → «Narodowa»."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def agree(one: Analysis, other: Analysis) -> bool:
    """Whether an adjective's and a noun's reading share number, case and gender."""
    first, second = one.tag.split(":"), other.tag.split(":")
    return all(set(a.split(".")) & set(b.split(".")) for a, b in zip(first[1:4], second[1:4], strict=False))


GENDERS = {"m": ("m1", "m2", "m3"), "f": ("f",), "n": ("n",)}


def _like(reading: Analysis, found: list[str]) -> str | None:
    """The form that is marked as the reading is: «Włosi» are Italians, «Włochowie» a family.

    Of «obserwatorowie» and «obserwatorzy» the second, which people write; of «dokumenta» and «dokumenty» too.
    """
    if len(found) > 1 and reading.marks:
        found = [form for form in found if any(r.marks == reading.marks for r in analyse(form))] or found
    return min(found, key=lambda form: (not form.endswith("orzy"), form.endswith("a")), default=None)


def nominative(form: str, pos: tuple[str, ...], number: str, *, case: str = "", gender: str = "") -> str | None:
    """The nominative of one inflected word in its own number, in the shape of ``form``.

    Args:
        form: the word as written, e.g. «pilotów», «belgijskiego».
        pos: the parts of speech that it may be, most wanted first («subst», «adj», «ppas»).
        number: ``sg`` or ``pl``.
        case: the case that it stands in, where known («gen»).
        gender: ``m1 m2 m3 f n`` or ``m`` (any masculine), where known.

    Returns:
        The form, or ``None`` where the dictionary has no such reading.
    """
    genders = GENDERS.get(gender, (gender,) if gender else ())
    best: tuple[int, str] | None = None
    for rank, reading in enumerate(analyse(form)):
        if reading.pos not in pos or not reading.has(number):
            continue
        if genders and reading.pos != "subst" and not any(reading.has(value) for value in genders):
            continue
        own = [value for value in ("m1", "m2", "m3", "f", "n") if reading.has(value)]
        wanted = [value for value in own if value in genders] or own
        score = 8 * (case != "" and reading.has(case)) + 4 * any(value in genders for value in own)
        score += reading.lemma.endswith("anin")  # «muzułmanie» of «muzułmanin», not «muzułmani» of a rare «muzułman»
        score += 2 * (len(pos) - pos.index(reading.pos)) - rank // 8 + ("nazwa_pospolita" in reading.marks)
        # «największej» keeps its degree, «strajkujących» its lack of a negation
        kept = [value for value in ("pos", "sup", "com", "aff") if reading.has(value)]
        for value in wanted:
            found = _like(reading, list(forms(reading.lemma, reading.pos, number, "nom", value, *kept)))
            if found is not None and (best is None or score > best[0]):
                best = score, shaped(found, form)
            if found is not None:
                break
    return best[1] if best else None
