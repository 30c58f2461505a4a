"""What surrounds a number, as sets that can be compared: lemmas, times, places, names.

Works on strings, with the dictionary for base forms; words that tell nothing are in
``lexicons/quantities.tsv``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from nlp_claims import lexicons
from nlp_claims.morphology import analyse

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CONTENT = {"subst", "ger", "adj", "ppas", "pact"}
_GENERIC = {"generic", "people"}
_SHORTEST = 3  # letters of a word that tells something
_RELATIVE_NOUNS = ("rok", "miesiąc", "tydzień", "kwartał", "dekada", "półrocze")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexicon by its kinds: lemma to class."""

    nouns: dict[str, str]
    predicates: dict[str, str]
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
        """The predicate's class, the verb itself, or ``None`` where it says nothing («wynieść»)."""
        if lemma is None:
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
        kinds["time"],
        frozenset(kinds["word"]) | frozenset(kinds["time"]) | frozenset(kinds["noun"]),
    )


@lru_cache(maxsize=100_000)
def readings(form: str) -> frozenset[tuple[str, str]]:
    """Every ``(lemma, part of speech)`` that a form may be; itself where the dictionary has none."""
    found = analyse(form) or analyse(form.lower())
    return frozenset((each.lemma.lower(), each.pos) for each in found) or frozenset({(form.lower(), "subst")})


def lemmas(text: str) -> Iterator[frozenset[str]]:
    """The possible lemmas of each content word of a text; none for «w», «się», «jest»."""
    for match in _WORD.finditer(text):
        found = frozenset(lemma for lemma, pos in readings(match[0].rstrip(".")) if pos in _CONTENT)
        if found:
            yield found


def words(sentence: str, names: frozenset[str]) -> frozenset[str]:
    """What a sentence is about: the content words that are neither names nor empty.

    A word that may be several lemmas counts as the first in the alphabet: the same form gives the
    same word in every document, which is all that a comparison needs.
    """
    empty = vocabulary().empty
    parts = {part for name in names for part in name.lower().split()}
    return frozenset(
        min(found)
        for found in lemmas(sentence)
        if not found & empty and not found & parts and len(min(found)) >= _SHORTEST
    )


def times(text: str | None) -> frozenset[tuple[str, str]]:
    """When, as ``(class, value)`` pairs: «w maju 2023 r.» is ``{("month", "maj"), ("year", "2023")}``."""
    if text is None:
        return frozenset()
    known = vocabulary().times
    found = {("year", year) for year in _YEAR.findall(text)}
    noun = next((each for each in _RELATIVE_NOUNS if any(each in forms for forms in lemmas(text))), "")
    for match in _WORD.finditer(text):
        for lemma, _ in readings(match[0].rstrip(".")):
            if lemma in known:
                kind = known[lemma]
                found.add((f"{kind} {noun}".strip() if kind == "relative" else kind, lemma))
    return frozenset(found)


def places(text: str | None) -> frozenset[str]:
    """Where: the capitalised words of a place phrase by lemma, or its nouns where it has no name."""
    if text is None:
        return frozenset()
    capital = " ".join(match[0] for match in _WORD.finditer(text) if match[0][:1].isupper())
    return frozenset(min(found) for found in lemmas(capital or text))


def clash(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Whether two times exclude each other: a class that both have, without a value in common."""
    shared = {kind for kind, _ in one} & {kind for kind, _ in other}
    return any(
        not {value for key, value in one if key == kind} & {value for key, value in other if key == kind}
        for kind in shared
    )
