"""What surrounds a number, as sets that can be compared: lemmas, times, places, names.

Works on strings, with the dictionary for base forms; words that tell nothing are in
``lexicons/quantities.tsv``.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from nlp_claims import lexicons
from nlp_claims.morphology import analyse

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?")
_DATE = re.compile(r"\b([12]?\d|3[01])\s+([^\W\d_]{3,12})")
_PARTITIVE = re.compile(r"\b(?:z|ze|spośród)(?:\s+\w+){0,2}\s*$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOUNS = {"subst", "ger"}
_CONTENT = _NOUNS | {"adj", "ppas", "pact"}
_OTHERS = {"prep", "conj", "comp", "part", "adv", "pred", "num", "praet", "inf", "siebie", "ppron12", "ppron3"}
_CALENDAR = {"year", "month", "season", "date"}
_GENERIC = {"generic", "people"}
_OPENING = 2  # characters that may stand before the first word: «– », «„»
_CASE = 2  # where a tag has it: «subst:sg:gen:f»
_SHORTEST = 3  # letters of a word that tells something
_RELATIVE_NOUNS = ("rok", "miesiąc", "tydzień", "kwartał", "dekada", "półrocze")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexicon by its kinds: lemma to class."""

    nouns: dict[str, str]
    predicates: dict[str, str]
    reporting: frozenset[str]
    times: dict[str, str]
    empty: frozenset[str]

    def noun(self, lemma: str) -> str:
        """The noun, or the class that it shares with others («ludzie» and «osoba» count the same)."""
        found = self.nouns.get(lemma, "generic")
        return lemma if found == "generic" else found

    def telling(self, noun: str) -> bool:
        """Whether a noun, or its class, says what is counted: «dron» does, «osoba» does not."""
        return noun not in _GENERIC and self.nouns.get(noun) not in _GENERIC

    def predicate(self, lemma: str | None) -> str | None:
        """The predicate's class, the verb itself, or ``None`` where it says nothing («wynieść», «poinformować»)."""
        if lemma is None or lemma in self.reporting:
            return None
        found = self.predicates.get(lemma, lemma)
        return None if found == "light" else found


@cache
def vocabulary() -> Vocabulary:
    """The shipped words, read once."""
    kinds: dict[str, dict[str, str]] = {"noun": {}, "predicate": {}, "time": {}, "word": {}}
    for row in lexicons.read("quantities"):
        kinds[row["kind"]][row["lemma"]] = row["class"]
    return Vocabulary(
        kinds["noun"],
        kinds["predicate"],
        frozenset(row["lemma"] for row in lexicons.read("cues")) - frozenset(kinds["predicate"]),
        kinds["time"],
        frozenset(kinds["word"]) | frozenset(kinds["time"]) | frozenset(kinds["noun"]),
    )


@lru_cache(maxsize=100_000)
def readings(form: str) -> tuple[tuple[str, str], ...]:
    """Every ``(lemma, part of speech)`` that a form may be; itself where the dictionary has none.

    The lemma with the most readings comes first, «podróż» before «podróża»: it is the one meant more often than not,
    and the same in every document.
    """
    found = Counter((each.lemma.lower(), each.pos) for each in analyse(form) or analyse(form.lower()))
    ranked = sorted(found, key=lambda each: (-found[each], -len(each[0]), each))
    return tuple(ranked) or ((form.lower(), "subst"),)


@lru_cache(maxsize=100_000)
def content(form: str) -> tuple[tuple[str, str], ...]:
    """The readings of a form as a noun or adjective; none where it is most likely another word.

    «od» may be an ode, «była» a noun, «znajdzie» a foundling: they hardly ever are. «broń» may command and «hala»
    roam: they are a weapon and a hall.
    """
    found = readings(form)
    verb = any(pos == "fin" for _, pos in found) and not form.endswith("a")
    if verb or any(pos in _OTHERS for _, pos in found):
        return ()
    return tuple(each for each in found if each[1] in _CONTENT)


def lemmas(text: str) -> Iterator[tuple[str, ...]]:
    """The possible lemmas of each content word of a text, the likeliest first; none for «w», «się», «jest»."""
    for match in _WORD.finditer(text):
        if found := content(match[0].rstrip(".")):
            yield tuple(lemma for lemma, _ in found)


def words(sentence: str, names: frozenset[str]) -> frozenset[str]:
    """What a sentence is about: its nouns with the adjectives beside them, names and empty words left out.

    «dodatkowy przychód» is one word, and not «przychód»: what is said of the one is not said of the other.
    """
    empty = vocabulary().empty | {part for name in names for part in name.lower().split()}
    tokens = [_sense(match[0].rstrip(".")) if _common(match) else _NOTHING for match in _WORD.finditer(sentence)]
    adjectives: dict[int, list[str]] = {}
    for place, token in enumerate(tokens):
        if token.kind == "adjective" and token.lemma not in empty:
            adjectives.setdefault(_owner(tokens, place), []).append(token.lemma)
    return frozenset(
        " ".join((token.lemma, *sorted(adjectives.get(place, ()))))
        for place, token in enumerate(tokens)
        if token.kind == "noun" and token.lemma not in empty and len(token.lemma) >= _SHORTEST
    )


class Sense(NamedTuple):
    """What a form is: a noun, an adjective or neither, its lemma, and the numbers and cases that it may stand in."""

    kind: str
    lemma: str
    cases: frozenset[tuple[str, str]]


_NOTHING = Sense("", "", frozenset())


def _common(match: re.Match[str]) -> bool:
    """Whether a word is none of the names: a capital within a sentence may be one that the analysis has missed."""
    return match.start() <= _OPENING or not match[0][:1].isupper()


def _owner(tokens: list[Sense], place: int) -> int:
    """The noun that an adjective goes with: the next one that agrees with it, else the one before; -1 without."""
    for step in (1, -1):
        other = place + step
        while 0 <= other < len(tokens) and tokens[other].kind == "adjective":
            other += step
        if 0 <= other < len(tokens) and tokens[other].kind == "noun" and tokens[other].cases & tokens[place].cases:
            return other
    return -1


@lru_cache(maxsize=100_000)
def _sense(form: str) -> Sense:
    found = content(form)
    if not found:
        return _NOTHING
    nouns = [word for word, pos in found if pos in _NOUNS]
    cases = frozenset(
        (positions[1], case)
        for each in analyse(form) or analyse(form.lower())
        if len(positions := each.tag.split(":")) > _CASE
        for case in positions[_CASE].split(".")
    )
    return Sense("noun" if nouns else "adjective", nouns[0] if nouns else found[0][0], cases)


def partitive(before: str) -> bool:
    """Whether a number that stands after this is the whole of which a part is spoken of: «104 z ponad 2400 lotów»."""
    return _PARTITIVE.search(before) is not None


def times(text: str | None) -> frozenset[tuple[str, str]]:
    """When, as ``(class, value)`` pairs: «w maju 2023 r.» is ``{("month", "maj"), ("year", "2023")}``."""
    if text is None:
        return frozenset()
    known = vocabulary().times
    found = {("year", year) for year in _YEAR.findall(text)}
    noun = next((each for each in _RELATIVE_NOUNS if any(each in forms for forms in lemmas(text))), "")
    for match in _WORD.finditer(text):
        lemmas_of = {word for word, _ in readings(match[0].rstrip("."))}
        if not _common(match) or "rok" in lemmas_of:  # «Anna Maj» is no month, «dwa lata» no summers
            continue
        for word in lemmas_of & known.keys():
            kind = known[word]
            found.add((f"{kind} {noun}".strip() if kind == "relative" else kind, word))
    return frozenset(found)


def places(text: str | None) -> frozenset[str]:
    """Where: the capitalised words of a place phrase by lemma, or its nouns where it has no name."""
    if text is None:
        return frozenset()
    capital = " ".join(match[0] for match in _WORD.finditer(text) if match[0][:1].isupper())
    return frozenset(found[0] for found in lemmas(capital or text))


def dates(text: str | None) -> frozenset[tuple[str, str]]:
    """The days of a text by month: «10 i 11 sierpnia» has ``("date", "11 sierpień")``."""
    known = vocabulary().times
    return frozenset(
        ("date", f"{match[1]} {word}")
        for match in _DATE.finditer(text or "")
        for word, _ in readings(match[2])
        if known.get(word) == "month"
    )


def calendar(text: str | None) -> frozenset[tuple[str, str]]:
    """The times of a text that a calendar has: years, seasons, months and days of them."""
    return frozenset(each for each in times(text) if each[0] in _CALENDAR) | dates(text)


def clash(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Whether two times exclude each other: a class that both have, or the calendar, without a value in common."""
    kinds = {kind for kind, _ in one} & {kind for kind, _ in other}
    return any(not _of(one, {kind}) & _of(other, {kind}) for kind in kinds) or bool(
        _of(one, _CALENDAR) and _of(other, _CALENDAR) and not _of(one, _CALENDAR) & _of(other, _CALENDAR)
    )


def _of(found: frozenset[tuple[str, str]], kinds: set[str]) -> set[tuple[str, str]]:
    return {each for each in found if each[0] in kinds}
