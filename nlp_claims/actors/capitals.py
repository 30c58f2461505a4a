"""Names by their capitals: inside a Polish sentence only names have one.

A second opinion beside the statistical component. The kind comes from the dictionary's marks («Lubmin» is
geography), given names, head words and the words before; each name says how sure it is.
"""

from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc

from nlp_claims.actors.baseforms import base_form
from nlp_claims.actors.kinds import PLACE_WORDS, kind_of_run
from nlp_claims.actors.lookup import (
    is_acronym,
    is_given,
    is_national,
    is_only_name,
    is_own_name,
    is_role_word,
    is_surname,
    marks_of,
    noun_lemmas,
)
from nlp_claims.actors.names import Name, Vocabulary
from nlp_claims.actors.runs import ABBREVIATED, ADDRESS, JOINTS, SMALL, runs, split
from nlp_claims.actors.words import NameKind, prior_of
from nlp_claims.morphology import agree, analyse, is_word

_OPENING = frozenset("„\"”“«»‚'(:;–—-•*.!?…>|/")
_REMEMBERED = 100_000
_SHORT = 2


def capitalised(doc: Doc, words: Vocabulary) -> list[Name]:
    """The names of ``doc`` by capitals, in text order. ``sure`` is 2 where the words decide, 1 where they suggest."""
    found = []
    for start, end in runs(doc):
        for first, last in split(doc, start, end):
            if (name := _name(doc, first, last, words)) is not None:
                found.append(name)
    return found


def _opens(doc: Doc, place: int) -> bool:
    """Whether a capital at ``place`` may be a sentence's only."""
    if place == 0:
        return True
    before = doc[place - 1].text  # not the parser's word: it starts a sentence at any capital
    return before[-1:] in _OPENING or before.isspace()


def _name(doc: Doc, start: int, end: int, words: Vocabulary) -> Name | None:
    opens = _opens(doc, start)
    if end - start > 1 or opens or (end < len(doc) and doc[end].lower_ == "ds"):
        return _judged(doc, start, end, opens, words)
    # news repeats its names: what one word inside a sentence is hangs on little else than the word
    before = doc[start - 1].lower_
    key = doc[start].text, is_role_word(before), before in PLACE_WORDS
    if key not in words.seen:
        if len(words.seen) > _REMEMBERED:
            words.seen.clear()
        words.seen[key] = _judged(doc, start, end, opens, words)
    found = words.seen[key]
    return found and replace(found, start=start, end=end)


def _judged(doc: Doc, start: int, end: int, opens: bool, words: Vocabulary) -> Name | None:  # noqa: FBT001
    if end - start > 1 and (whole := _whole(doc[start:end].text, words)) is not None:
        return Name(start, end, whole, sure=2)
    while start < end and _leads(doc, start, end, opens, words):
        start += 1
        while start < end and doc[start].text in SMALL | JOINTS:
            start += 1
        opens = False
    while end > start and doc[end - 1].text in JOINTS and not (end - start > 1 and doc[end - 2].text in ABBREVIATED):
        end -= 1
    if (
        end - start > _SHORT
        and doc[start + 1].text == "."
        and len(doc[start].text) == 1
        and is_acronym(doc[end - 1].text)
    ):
        start += _SHORT  # «W. CBK» is a preposition and a full stop lost
    if (
        end - start == 1
        and not doc[start].text.isupper()
        and (doc[start].lower_ in words.titles or doc[start].lower_ + "." in words.titles)
    ):
        return None
    if start >= end or (end - start == 1 and len(doc[start].text) == 1) or _shouting(doc, start, end):
        return None
    text = doc[start:end].text
    if text in words.excluded:
        return None
    if end - start > 1 and (whole := _whole(text, words)) is not None:
        return Name(start, end, whole, sure=2)
    if end - start == 1 and ADDRESS.match(doc[start].text):
        return Name(start, end, "organization", sure=2)
    if end - start == 1 and is_national(doc[start].text):
        return Name(start, end, "person", national=True, sure=2)
    end = _complement(doc, start, end, words)
    kind, sure = kind_of_run(doc, start, end, opens, words)
    return Name(start, end, kind, sure=sure) if sure else None


def _whole(text: str, words: Vocabulary) -> NameKind | None:
    """The kind of a name of several words that the table knows, in any case: «Rzecznika Praw Obywatelskich»."""
    if text in words.known:
        return words.known[text]
    if text[:3] not in words.openings:
        return None
    return words.known.get(base_form(text, "organization").text)


def _leads(doc: Doc, start: int, end: int, opens: bool, words: Vocabulary) -> bool:  # noqa: FBT001
    """Whether the first word of a run is no part of the name: a title, or the sentence's first word."""
    token = doc[start]
    title = words.titles.get(token.lower_) or words.titles.get(token.lower_ + ".")
    if title is not None and title["class"] != "name" and end - start > 1 and not token.text.isupper():
        return True
    if is_role_word(token.lower_) and not marks_of(token.text):
        return True
    if not opens:
        return False
    readings = analyse(token.lower_)
    if not readings and is_word(token.lower_):
        return True  # «Powinniśmy», «Zrobiłem»: two words in one
    if not any(reading.lemma[:1].islower() for reading in readings) or (token.text.isupper() and len(token.text) > 1):
        return False
    if end - start > 1:
        if is_given(token.text):
            # «Sam Ryanair», not «Tom Williams»
            return prior_of(doc[start + 1].text, "organization") > 1 and not is_surname(doc[start + 1].text)
        if doc[start + 1].text in JOINTS:
            return False
        if lemmas := noun_lemmas(token.lower_) & (words.heads.keys() | words.places.keys()):
            # «Rząd Theresy May», «Władze Pakistanu»: the name is what follows
            after = marks_of(doc[start + 1].text)
            return bool(after & {"imię", "nazwa_geograficzna"}) and not lemmas & {"bank", "uniwersytet", "sąd"}
        following = doc[start + 1].text
        if _pair(token.lower_, following):
            return False
    elif doc[start:end].text in words.known or _common_place(doc, start):
        return False
    return not is_only_name(token.text)


def is_common_opening(doc: Doc, start: int, end: int, words: Vocabulary) -> bool:
    """Whether one word has its capital only because a sentence begins: «Konieczne», not «Polska»."""
    return end - start == 1 and _opens(doc, start) and _leads(doc, start, end, True, words)  # noqa: FBT003


def _common_place(doc: Doc, place: int) -> bool:
    """«Polska», «Niemcy», «Londyn» at the start of a sentence, not «Polska gospodarka»."""
    geography = any(
        "nazwa_geograficzna" in reading.marks and reading.has("nom") for reading in analyse(doc[place].text)
    )
    if not geography or prior_of(doc[place].text, "place") < 1.5:  # noqa: PLR2004
        return False
    if not any(reading.pos in {"adj", "ppas", "pact"} for reading in analyse(doc[place].lower_)):
        return True
    after = doc[place + 1] if place + 1 < len(doc) else None
    return after is None or not any(reading.pos in {"subst", "adj"} for reading in analyse(after.text))


@lru_cache(maxsize=20_000)
def _pair(first: str, second: str) -> bool:
    """Whether an adjective and a noun agree, in either order: «Irlandia Północna», «Zjednoczone Królestwo»."""
    for one, other in ((first, second), (second, first)):
        for reading in analyse(one.lower()):
            if reading.pos in {"adj", "ppas"}:
                for noun in analyse(other):
                    if (
                        noun.pos == "subst"
                        and agree(reading, noun)
                        and (noun.lemma[:1].isupper() or second[:1].isupper())
                    ):
                        return True
    return False


def _shouting(doc: Doc, start: int, end: int) -> bool:
    """A headline in capitals: «PILNE», «CZYTAJ TAKŻE»."""
    tokens = [token for token in doc[start:end] if token.is_alpha]
    return (
        end - start > 1
        and bool(tokens)
        and all(t.text.isupper() and len(t.text) > 1 and analyse(t.lower_) for t in tokens)
    )


def _complement(doc: Doc, start: int, end: int, words: Vocabulary) -> int:
    """The end of an organization's name that goes on after «i» or «ds.»: «Urząd Ochrony Konkurencji i Konsumentów»."""
    if not noun_lemmas(doc[start].lower_) & words.heads.keys() or not doc[start].text[1:].islower():
        return end
    size = len(doc)
    if end < size - 1 and doc[end].text in {"i", "oraz"} and doc[end + 1].text[:1].isupper() and end - start > 1:
        genitive = any(reading.has("gen") and reading.lemma[:1].islower() for reading in analyse(doc[end + 1].lower_))
        if genitive and not is_own_name(doc[end + 1].text):
            end += 2
            while end < size and doc[end].text[:1].isupper() and not is_own_name(doc[end].text):
                end += 1
    if end < size - 2 and doc[end].lower_ == "ds" and doc[end + 1].text == "." and doc[end + 2].text[:1].isupper():
        end += 3
        while end < size and doc[end].text[:1].isupper() and not is_own_name(doc[end].text):
            end += 1
    return end
