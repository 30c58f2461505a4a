"""How far the name of an organization goes beyond its capitals: fields, a patron, a seat.

«Urząd Ochrony Konkurencji i Konsumentów», «Uniwersytet im. Adama Mickiewicza», «Sąd Okręgowy w Gdańsku».
"""

from functools import lru_cache

from spacy.tokens import Doc

from nlp_claims.actors.known import known_names
from nlp_claims.actors.lookup import (
    has_patron,
    has_seat,
    introduces_organization,
    is_acronym,
    is_adjective_of,
    is_common,
    is_given,
    is_own_name,
    marks_of,
    noun_lemmas,
)
from nlp_claims.actors.names import Vocabulary
from nlp_claims.actors.runs import is_field, is_joint
from nlp_claims.morphology import analyse
from nlp_claims.surface import surface_of

_IN = frozenset({"w", "we", "na"})
_ABOUT = frozenset({"nad", "bez"})
_NAMED_AFTER = frozenset({"im", "imienia"})
_MOST_TITLES = 2


def name_end(doc: Doc, start: int, end: int, words: Vocabulary) -> int:
    """The end of the name whose capitals are ``start`` to ``end``; ``end`` itself for most."""
    if end < len(doc) and doc[end].lower_ in _NAMED_AFTER and doc[start].text.isupper():
        return _patron_end(doc, end, words)  # «AWF im. Józefa Piłsudskiego»
    if end < len(doc) and doc[end].text.isdigit() and surface_of(doc).between(start, end + 1) in known_names():
        return end + 1  # «TVN 24», «Polska 2050»
    if not doc[start].text[1:].islower():
        return end
    heads = [word for word in _lowers(doc, start, end) if not words.heads.keys().isdisjoint(noun_lemmas(word))]
    if not heads:
        return end
    # «Urząd …», «Europejskie Centrum …»
    if {doc[start].lower_, doc[end - 1].lower_} & set(heads):
        end = _fields_end(doc, end)
    if any(has_patron(head) for head in heads):
        end = _patron_end(doc, end, words)
    return _seat_end(doc, end) if any(has_seat(head) for head in heads) else end


def _lowers(doc: Doc, start: int, end: int) -> list[str]:
    return [word.lower() for word in surface_of(doc).words[start:end]]


def _fields_end(doc: Doc, end: int) -> int:
    """«… Konkurencji i Konsumentów», «Rada ds. Badań Gospodarczych i Społecznych», «Instytut Badań nad Rakiem»."""
    size = len(doc)
    if end < size - 1 and doc[end].text in _ABOUT and doc[end + 1].text[:1].isupper() and is_common(doc[end + 1].text):
        end = _capitals_end(doc, end + 2)
    if end < size - 2 and doc[end].lower_ == "ds" and doc[end + 1].text == "." and doc[end + 2].text[:1].isupper():
        end = _capitals_end(doc, end + 3)
    if (
        end < size - 1
        and doc[end].text in {"i", "oraz"}
        and is_field(doc[end - 1].text)
        and is_field(doc[end + 1].text)
        and not introduces_organization(doc[end + 1].lower_)  # «Lewicy i Koalicji Obywatelskiej»
    ):
        end = _capitals_end(doc, end + 2)
    return end


def _capitals_end(doc: Doc, end: int) -> int:
    while end < len(doc) and doc[end].text[:1].isupper() and not is_own_name(doc[end].text):
        end += 1
    return end


def _patron_end(doc: Doc, end: int, words: Vocabulary) -> int:
    """«Uniwersytet im. Adama Mickiewicza», «Szpital im. św. Rafała»; ``end`` where nobody follows."""
    size, place = len(doc), end
    if place >= size or doc[place].lower_ not in _NAMED_AFTER:
        return end
    place += 1
    if place < size and doc[place].text == ".":
        place += 1
    for _ in range(_MOST_TITLES):
        if (place + 1 < size and doc[place].lower_ in words.titles | words.roles.keys()) or (
            place + 1 < size and doc[place + 1].text == "." and doc[place].lower_ + "." in words.titles
        ):
            place += 2 if doc[place + 1].text == "." else 1
    first = place
    while place < size and (doc[place].text[:1].isupper() or (place > first and _goes_on(doc, place))):
        place += 1
    while place > first and not doc[place - 1].text[:1].isupper():
        place -= 1
    return place if place > first else end


def _goes_on(doc: Doc, place: int) -> bool:
    if doc[place].text == ".":
        return len(doc[place - 1].text) == 1
    return is_joint(doc[place].text)


def _seat_end(doc: Doc, end: int) -> int:
    """«… w Gdańsku», «… w Bielsku-Białej», «… w Nowym Sączu»; ``end`` where no town follows."""
    size, place = len(doc), end + 1
    if place < size and doc[end].text == "dla" and "nazwa_geograficzna" in marks_of(doc[place].text):
        return _district_end(doc, place)
    if place >= size or doc[end].text not in _IN or not _is_town(doc[place].text, on=doc[end].text == "na"):
        return end
    if not (is_common(doc[end - 1].text) or is_acronym(doc[end - 1].text)):
        return end  # «Uniwersytet Cardiff w Walii» tells its town already
    if place + 2 < size and doc[place + 1].text == "-" and doc[place + 2].text[:1].isupper():
        return place + 3
    if place + 1 < size and doc[place + 1].text[:1].isupper():
        town, after = doc[place].lower_, doc[place + 1].lower_
        return place + 1 + (is_adjective_of(town, after) or is_adjective_of(after, doc[place].text))
    return place + 1


def _district_end(doc: Doc, place: int) -> int:
    """«Sąd Rejonowy dla Warszawy-Mokotowa»."""
    joined = place + 2 < len(doc) and doc[place + 1].text in {"-", "–"} and doc[place + 2].text[:1].isupper()
    return place + 3 if joined else place + 1


@lru_cache(maxsize=3_000)
def _is_town(word: str, *, on: bool) -> bool:
    """Whether the word may be a town in the locative; one that no dictionary has counts after «w», not after «na»."""
    if not word[:1].isupper() or word.isupper():
        return False
    if any(r.has("loc") and "nazwa_geograficzna" in r.marks for r in analyse(word)):
        return True
    if on or is_given(word):
        return False
    readings = analyse(word.lower())
    return not readings or any(r.pos == "adj" and r.has("loc") for r in readings)
