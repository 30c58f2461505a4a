"""Readings of one word as a noun, or as what stands before one: which numbers and cases, which nominative singular."""

from functools import cache, lru_cache
from typing import NamedTuple

from nlp_claims import lexicons
from nlp_claims.morphology import CASES, Analysis, analyse, generate

MODIFIERS = ("adj", "ppas", "pact", "adjp")
_LONG = 5  # letters: the short function words are also notes, letters and such
_PLURAL = frozenset(f"pl:{case}" for case in CASES)
_PLURAL_GENITIVE = frozenset({"pl:gen"})
_NOMINATIVE = frozenset({"sg:nom", "pl:nom"})
_POSSESSIVES = frozenset({"jego", "jej", "ich"})
_NEVER = frozenset({"ok", "proc", "tak"})  # forms of «oko», «proca» and «taka» in the dictionary only


@cache
def _preferred() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in lexicons.read("noun_forms")}


class Candidate(NamedTuple):
    """A noun reading that agrees: its nominative singular and the cases left."""

    noun: str
    cases: frozenset[str]
    proper: bool


@lru_cache(maxsize=3_000)
def shapes(reading: Analysis) -> frozenset[str]:
    """Every number and case of a nominal reading, as «pl:gen»."""
    positions = reading.tag.split(":")
    numbers = next((each.split(".") for each in positions[1:] if set(each.split(".")) <= {"sg", "pl"}), [])
    cases = next((each.split(".") for each in positions[1:] if set(each.split(".")) <= set(CASES)), [])
    return frozenset(f"{number}:{case}" for number in numbers for case in cases)


@lru_cache(maxsize=3_000)
def modifies(form: str) -> frozenset[str]:
    """The numbers and cases in which ``form`` can stand before a noun as an adjective or participle."""
    if form in _POSSESSIVES:
        return frozenset(f"{number}:{case}" for number in ("sg", "pl") for case in CASES)
    return frozenset(shape for reading in analyse(form) if reading.pos in MODIFIERS for shape in shapes(reading))


def possessive(form: str) -> bool:
    """Whether ``form`` is «jego», «jej» or «ich», which stand before a noun of any case."""
    return form in _POSSESSIVES


def _nominative(reading: Analysis) -> str:
    """The nominative singular of a noun or gerund reading («głosowań» → «głosowanie»)."""
    if reading.pos != "ger":
        return reading.lemma
    found = (form for form, tag in generate(reading.lemma) if tag.startswith("ger:sg:nom") and tag.endswith("aff"))
    return next(found, reading.lemma)


@lru_cache(maxsize=3_000)
def nouns(form: str, allowed: frozenset[str]) -> tuple[Candidate, ...]:
    """The noun readings of ``form`` that fit ``allowed``, best first."""
    if form in _NEVER:
        return ()
    found: dict[str, Candidate] = {}
    readings = [*analyse(form)]
    if form[:1].isupper():
        readings += [each for each in analyse(form.lower()) if each not in readings]
    for reading in readings:
        if reading.pos in ("subst", "ger", "depr"):
            cases = shapes(reading) & allowed
            noun = _nominative(reading)
            if cases and noun not in found:
                proper = bool(reading.marks) and "nazwa_pospolita" not in reading.marks
                found[noun] = Candidate(noun, cases, proper)
            elif cases:
                found[noun] = found[noun]._replace(cases=found[noun].cases | cases)
    return tuple(
        sorted(found.values(), key=lambda each: (each.noun[:1].isupper() != form[:1].isupper(), _rank(form, each.noun)))
    )


def may_be_nominative(form: str) -> bool:
    """Whether a word may be a nominative, noun or adjective: what opens a sentence mostly is."""
    return bool(nouns(form, _NOMINATIVE) or modifies(form.lower()) & _NOMINATIVE)


def personal(form: str, noun: str) -> bool:
    """Whether a form of this noun names people, «Szwedów», «pilotów», and not a woman of that surname («Włoch»)."""
    readings = (each for each in (*analyse(form), *analyse(form.lower())) if each.lemma == noun and each.has("m1"))
    return any(shapes(each) & _PLURAL for each in readings)


def preferred(form: str) -> bool:
    """Whether the lexicon says which noun an ambiguous form is mostly of."""
    return form.lower() in _preferred()


def _rank(form: str, noun: str) -> int:
    return 0 if _preferred().get(form.lower()) == noun else 1


@lru_cache(maxsize=3_000)
def is_function_word(form: str) -> bool:
    """Whether a form is a preposition or conjunction before it is a noun («na», «do»; but «miast» are towns)."""
    if len(form) >= _LONG and nouns(form, _PLURAL_GENITIVE):
        return False
    return any(reading.pos in ("prep", "conj", "comp") for reading in analyse(form))
