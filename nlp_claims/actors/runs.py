"""Stretches of capitalised words, and where one name in them ends and the next begins."""

import re
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc

from nlp_claims.actors.lookup import (
    introduces_organization,
    is_acronym,
    is_common,
    is_given,
    is_national,
    is_only_name,
    is_surname,
    marks_of,
)
from nlp_claims.actors.names import is_organization_word, word_texts
from nlp_claims.actors.words import prior_of
from nlp_claims.morphology import analyse

# small words inside foreign names: «Ursula von der Leyen», «Bank of America»
SMALL = frozenset("de von van der del da di al el bin ibn of the and la le du dos den for ul ur e".split())  # noqa: SIM905
JOINTS = frozenset({"-", "&", "–", "'", "’", ".", "/"})
ABBREVIATED = frozenset({"Wlk", "Św", "św", "Płn", "Płd", "Pn", "Pd", "Wsch", "Zach", "St", "Mt"})
_ENDINGS = frozenset({"a", "owi", "em", "u", "ego", "emu", "m", "ie", "go", "mu", "s"})
ADDRESS = re.compile(r"^[\w-]+\.(?:com|pl|org|net|eu|info|tv|de|co\.uk|gov\.pl)$")
_TIED = re.compile(r"^(?:ul|al|el|ur|e)-[A-ZŁŚŻ]")
_SHORT = 2


def runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, small words of foreign names and joints between."""
    texts, size, place = word_texts(doc), len(doc), -1
    for start, text in enumerate(texts):
        if start < place or not text:
            continue
        if not text[0].isupper():
            if "." in text and ADDRESS.match(text):
                yield start, start + 1
            continue
        end = start + 1
        while end < size:
            word = texts[end]
            if word[:1].isupper() or (word == "." and _abbreviates(doc, end)):
                end += 1
            elif (word in JOINTS or word in SMALL or _TIED.match(word)) and (more := _joined(doc, end)) > end:
                end = more
            elif word in {"i", "oraz"} and _two_fields(texts, start, end):
                end += 2
            else:
                break
        yield start, end
        place = end


def _two_fields(texts: list[str], start: int, place: int) -> bool:
    """Whether «i» at ``place`` joins two fields of one body: «Ministerstwo Rolnictwa i Rozwoju Wsi».

    Both are common nouns in the genitive; «Ministerstwo Finansów i Bank Polski» are two bodies.
    """
    before, after = texts[place - 1], texts[place + 1 : place + 1 + _SHORT]
    if not after or not _is_field(before) or not _is_field(after[0]):
        return False
    headed = any(introduces_organization(word.lower()) for word in texts[start : place - 1])
    return headed and not any(introduces_organization(word.lower()) for word in after)


@lru_cache(maxsize=5_000)
def _is_field(word: str) -> bool:
    if "nazwa_geograficzna" in marks_of(word) or not word[:1].isupper() or word.isupper():
        return False
    return any(
        r.pos in {"subst", "adj", "ger"} and r.has("gen") and r.lemma[:1].islower() for r in analyse(word.lower())
    )


def _abbreviates(doc: Doc, place: int) -> bool:
    """«W. Brytania», «Korea Płn.», «J. Kowalski»: a dot inside a name."""
    before = doc[place - 1]
    if before.whitespace_:
        return False
    if before.text in ABBREVIATED:
        # «Korea Płd. Władze»: the dot may end the sentence too
        after = doc[place + 1].text if place + 1 < len(doc) else ""
        return not (after[:1].isupper() and is_common(after)) or before.text in {"Wlk", "Św", "św", "St", "Mt"}
    return len(before.text) == 1 and place + 1 < len(doc) and doc[place + 1].text[:1].isupper()


def _joined(doc: Doc, place: int) -> int:
    """The end of what a joint or a small word at ``place`` adds to a run; ``place`` itself where nothing.

    «Jean-Claude», «Tehreek-e-Labaik», «Bank of America», and the ending written apart in «Farage’a».
    """
    size = len(doc)
    if doc[place].text in JOINTS and not doc[place - 1].whitespace_ and not doc[place].whitespace_ and place + 1 < size:
        after = doc[place + 1]
        if after.text[:1].isupper() or _TIED.match(after.text):
            return place + 2
        if doc[place].text in {"'", "’"} and after.text in _ENDINGS:
            return place + 2
        tight = place + 3 < size and not after.whitespace_ and doc[place + 2].text == "-"
        if tight and after.text in SMALL and doc[place + 3].text[:1].isupper():
            return place + 4
    if _TIED.match(doc[place].text):
        return place + 1  # «Saif ul-Mulook»
    end = place
    while end < size and doc[end].text in SMALL and end - place < _SHORT:
        end += 1
    if place < end < size and doc[end].text[:1].isupper():
        return end + 1  # «Ursula von der Leyen»
    return place


def split(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run cut before a given name: «Wielkiej Brytanii | Theresa May», «KE | Margaritis Schinas»."""
    begin = start
    for place in range(start + 1, end):
        joint = doc[place].text
        if joint in JOINTS | SMALL:
            if (
                joint in {"-", "–", "/"}
                and place + 1 < end
                and _two(doc[place - 1].text, doc[place + 1].text, strong=joint == "/")
            ):
                yield begin, place
                begin = place + 1
            continue
        if place > begin and (_ends_before(doc, begin, place, end) or _given_follows(doc, begin, place, end)):
            yield begin, place
            begin = place
    yield begin, end


def _given_follows(doc: Doc, begin: int, place: int, end: int) -> bool:
    """Whether a person's name begins at ``place``: «Wielkiej Brytanii | Theresa May»."""
    if place + 1 >= end or doc[place - 1].text in JOINTS | SMALL or doc[place + 1].text in {"'", "’"}:
        return False
    return is_given(doc[place].text) and not is_given(doc[begin].text)


def _ends_before(doc: Doc, begin: int, place: int, end: int) -> bool:
    """Whether a name of a place, a national or an acronym ends right before ``place``: «Pakistanu | Fawad Chaudry»."""
    if place - begin != 1 or doc[place].text in JOINTS | SMALL | ABBREVIATED:
        return False
    first, second = doc[begin].text, doc[place].text
    if is_national(first) and not is_given(first):
        return True  # «Dunka | Freja Nørgaard»
    if is_acronym(first) and end - place == 1 and _stands_alone(doc, begin, second):
        return True
    if analyse(second) or second.isupper() or len(second) <= _SHORT:
        return False  # the second must be a word that only a person or a company has
    if is_acronym(first):
        return end - place > 1 and prior_of(second, "organization") == 0
    geography = any("nazwa_geograficzna" in reading.marks and not reading.has("nom") for reading in analyse(first))
    return geography and "imię" not in marks_of(first) and prior_of(second, "place") == 0


def _stands_alone(doc: Doc, acronym: int, second: str) -> bool:
    """Whether the word after an acronym is somebody of its own: «powiedział PAP | Bauc», «reform UE | Tusk chce»."""
    if second.isupper():
        return False
    if acronym > 0 and any(reading.pos in {"praet", "fin"} for reading in analyse(doc[acronym - 1].text)):
        return is_surname(second) or (not is_common(second) and prior_of(second, "organization") == 0)
    if is_common(second):
        return False
    # both stand apart elsewhere in the document
    texts = word_texts(doc)
    before = {texts[at - 1] if at else "" for at, text in enumerate(texts) if text == second}
    return any(word != texts[acronym] for word in before) and is_surname(second) and not is_organization_word(second)


@lru_cache(maxsize=5_000)
def _two(first: str, second: str, *, strong: bool) -> bool:
    """Whether a hyphen parts two names («UE-Londyn», «Kraków-Porto») and does not make one («Bielsko-Biała»)."""
    if is_acronym(first) and is_acronym(second):
        return max(prior_of(word, "organization") + prior_of(word, "place") for word in (first, second)) > 0
    if strong:
        return True
    if is_acronym(first) or is_acronym(second):
        return all(
            len(word) > 1 and (is_acronym(word) or is_only_name(word) or word in ABBREVIATED)
            for word in (first, second)
        )
    return all("nazwa_geograficzna" in marks_of(word) and prior_of(word, "place") > 1 for word in (first, second))
