"""Stretches of capitalised words, with the small words and joints that names have inside."""

import re
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc

from nlp_claims.actors.baseforms import base_form
from nlp_claims.actors.known import known_names, particles, small_names
from nlp_claims.actors.lookup import introduces_organization, is_common, is_given, is_own_name, marks_of
from nlp_claims.morphology import analyse
from nlp_claims.surface import surface_of

JOINTS = frozenset({"-", "&", "–", "'", "’", ".", "/"})
ABBREVIATED = frozenset({"Wlk", "Św", "św", "Płn", "Płd", "Pn", "Pd", "Wsch", "Zach", "St", "Mt"})
_ENDINGS = frozenset({"a", "owi", "em", "u", "ego", "emu", "m", "ie", "go", "mu", "s"})
ADDRESS = re.compile(r"^[\w-]+\.(?:com|pl|org|net|eu|info|tv|de|co\.uk|gov\.pl)$")
_TIED = re.compile(r"^(?:ul|al|el|ur|e)-[A-ZŁŚŻ]")
_SHORT = 2
_LONGEST_ENDING = 3
_LONGEST_SYLLABLE = 5


def runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, small words of foreign names and joints between."""
    texts, place = surface_of(doc).words, -1
    for start, text in enumerate(texts):
        if start < place or not text:
            continue
        if text[0].isupper() or _is_camel(text):
            place = _run_end(doc, texts, start)
            yield start, place
        elif text in particles("article") and texts[start + 1 : start + 2] == ["-"]:
            place = _run_end(doc, texts, start)
            if place > start + 1:
                yield start, place  # «al-Dżazira»
        elif ("." in text and ADDRESS.match(text)) or text in small_names():
            yield start, start + 1


def is_joint(word: str) -> bool:
    """Whether the word only joins what stands on both sides of it: a hyphen, the «von» of «Ursula von der Leyen»."""
    return word in JOINTS or word in particles("particle")


def _may_join(word: str) -> bool:
    return is_joint(word) or word in particles("article") or bool(_TIED.match(word))


def _run_end(doc: Doc, texts: list[str], start: int) -> int:
    size, end = len(texts), start + 1
    while end < size:
        word = texts[end]
        if word[:1].isupper():
            end += 1
        elif word == "." and _is_initial(texts, start, end):
            end += 1
            if end < size and (not _may_be_surname(texts[end]) or _begins_anew(texts, end)):
                return end  # «… Katarzyny W. Śledczy ustalili»: the full stop is the sentence's too
        elif word == "." and _abbreviates(doc, end):
            end += 1
        elif _may_join(word) and (more := _joined(doc, end)) > end:
            end = more
        elif word in {"i", "oraz"} and end + 1 < size and _joins(texts, start, end):
            end += 2
        else:
            break
    return end


def _joins(texts: list[str], start: int, place: int) -> bool:
    """Whether «i» at ``place`` stands inside a name: «Prawo i Sprawiedliwość»."""
    return _two_fields(texts, start, place) or is_known_pair(texts[place - 1], texts[place + 1])


def _two_fields(texts: list[str], start: int, place: int) -> bool:
    """Whether «i» at ``place`` joins two fields of one body: «Ministerstwo Rolnictwa i Rozwoju Wsi».

    Both are common nouns in the genitive; «Ministerstwo Finansów i Bank Polski» are two bodies.
    """
    before, after = texts[place - 1], texts[place + 1 : place + 1 + _SHORT]
    if not after or not is_field(before) or not is_field(after[0]):
        return False
    heads = [word for word in texts[start : place - 1] if introduces_organization(word.lower())]
    if not heads or not any(introduces_organization(word.lower()) for word in after):
        return bool(heads)
    # «Krajowa Rada Radiofonii i Telewizji»: nothing but a field can be in the genitive here
    return not any(reading.has("gen") for reading in analyse(heads[0].lower()))


def _is_camel(word: str) -> bool:
    """«mBank», «eBay»: a small letter, then a capital."""
    return word[1:2].isupper() and word[0].islower() and word[2:].islower() and len(word) > _LONGEST_ENDING


def _is_initial(texts: list[str], start: int, place: int) -> bool:
    """Whether the dot at ``place`` follows a surname that the press must not print: «Mirosława G.»."""
    return place - start > 1 and len(texts[place - 1]) == 1 and is_given(texts[place - 2])


@lru_cache(maxsize=3_000)
def _may_be_surname(word: str) -> bool:
    """Whether the word after an initial may be the surname: «George W. Bush», not «… Anny W. Policja»."""
    return not is_common(word) or bool(marks_of(word) & {"nazwisko"})


def _begins_anew(texts: list[str], place: int) -> bool:
    """Whether a full name follows an initial: «… Patryka W. | Patryk W. przyznał», not «Samuel L. Jackson»."""
    return is_given(texts[place]) and texts[place + 1 : place + 2] != [] and texts[place + 1][:1].isupper()


@lru_cache(maxsize=3_000)
def is_known_pair(first: str, second: str) -> bool:
    """Whether two nouns are a name that the tables know: «Prawa i Sprawiedliwości»."""
    return base_form(f"{first} i {second}", "organization").text in known_names()


@lru_cache(maxsize=3_000)
def is_field(word: str) -> bool:
    """Whether the word may be a field of a body, in the genitive: «Rolnictwa», «Finansów»."""
    if not word[:1].isupper() or word.isupper() or is_own_name(word):
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
    if doc[place].text in JOINTS:
        return _after_joint(doc, place)
    if _TIED.match(doc[place].text):
        return place + 1  # «Saif ul-Mulook»
    size, end = len(doc), place
    while end < size and doc[end].text in particles("particle") and end - place < _SHORT:
        end += 1
    if end == place and doc[end].text in particles("article"):
        end = min(size, place + 1)  # «Abd al-Fattah as-Sisi», but «at» alone is no article
        return _after_joint(doc, end) if end < size and doc[end].text == "-" else place
    if end < size - 1 and doc[end].text == "-" and not doc[end].whitespace_:
        end += 1  # «Baszar al-Asad»
    return end + 1 if end < size and doc[end].text[:1].isupper() else place  # «Ursula von der Leyen»


def _after_joint(doc: Doc, place: int) -> int:
    size, joint = len(doc), doc[place]
    after = doc[place + 1] if place + 1 < size else None
    if after is None:
        return place
    if joint.text == "&" and after.text[:1].isupper():
        return place + 2  # «Johnson & Johnson»
    if doc[place - 1].whitespace_ or joint.whitespace_:
        return place
    if after.text[:1].isupper() or _TIED.match(after.text) or _is_syllable(doc, place):
        return place + 2
    if joint.text in {"'", "’"} and after.text in _ENDINGS:
        return place + 2
    tight = place + 3 < size and not after.whitespace_ and doc[place + 2].text == "-"
    # «Tehreek-e-Labaik», «Arif-ur-Rehman», «Pont-de-Claix»
    inner = any(after.text in particles(use) for use in ("link", "article", "particle"))
    return place + 4 if tight and inner and doc[place + 3].text[:1].isupper() else place


def _is_syllable(doc: Doc, hyphen: int) -> bool:
    """Whether a small syllable after a hyphen ends a given name of the Far East: «Tsai Ing-wen»."""
    first, after = doc[hyphen - 1].text, doc[hyphen + 1].text
    if not (after.islower() and after.isalpha() and 1 < len(after) <= _LONGEST_SYLLABLE) or after in _ENDINGS:
        return False
    named = hyphen > 1 and doc[hyphen - 2].text[:1].isupper()
    return named and len(first) <= _LONGEST_SYLLABLE and first[1:].islower()
