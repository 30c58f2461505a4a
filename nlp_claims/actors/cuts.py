"""Where one name in a stretch of capitals ends and the next begins: «Wielkiej Brytanii | Theresa May»."""

from collections.abc import Iterator
from functools import cache, lru_cache

from spacy.tokens import Doc

from nlp_claims.actors.aliases import acronyms, aliases, fold, legal_forms
from nlp_claims.actors.baseforms import base_form
from nlp_claims.actors.guesses import VOWELS
from nlp_claims.actors.known import given_names, known_names, media, prior_of
from nlp_claims.actors.lookup import (
    has_patron,
    introduces_organization,
    is_acronym,
    is_adjective_of,
    is_common,
    is_function_word,
    is_generic,
    is_given,
    is_national,
    is_oblique_given,
    is_only_name,
    is_place_too,
    is_role_word,
    is_surname,
    marks_of,
)
from nlp_claims.actors.names import is_organization_word
from nlp_claims.actors.runs import ABBREVIATED, is_joint
from nlp_claims.actors.words import candidates
from nlp_claims.morphology import CASES, analyse
from nlp_claims.surface import surface_of

_SHORT = 2
_KNOWN = 0.8  # from here on a name is an organization's more often than not


def split(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run cut where another name begins: «Wielkiej Brytanii | Theresa May», «KE | Margaritis Schinas»."""
    begin = start
    # «Prezydent Syrii | Baszar al-Asad»: what leads to the names is no name
    leads = int(end - start > _SHORT and is_role_word(doc[start].lower_) and not marks_of(doc[start].text))
    for place in range(start + leads + 1, end):
        joint = doc[place].text
        if is_joint(joint):
            if (
                joint in {"-", "–", "/"}
                and place + 1 < end
                and _two(doc[place - 1].text, doc[place + 1].text, strong=joint == "/")
            ):
                yield begin, place
                begin, leads = place + 1, 0
            continue
        if place > begin + leads and _begins(doc, begin + leads, place, end):
            yield begin, place
            begin, leads = place, 0
    yield begin, end


def _begins(doc: Doc, begin: int, place: int, end: int) -> bool:
    """Whether another name begins at ``place`` of the stretch ``begin`` to ``end``."""
    if is_joint(doc[place - 1].text) or doc[place].text in ABBREVIATED:
        return False
    if surface_of(doc).between(begin, place + 1) in known_names():
        return False  # «TVN24 BiS»
    return (
        _national_follows(doc[place - 1].text, doc[place].text)
        or _place_follows(doc, begin, place)
        or _body_follows(doc, begin, place)
        or _source_ends(doc, begin, place, end)
        or (place == end - 1 and _surname_follows(doc, begin, place))
        or _closes_company(doc, begin, place)
        or _repeats(doc, begin, place, end)
        or _given_follows(doc, begin, place, end)
        or _ends_before(doc, begin, place, end)
    )


def _place_follows(doc: Doc, begin: int, place: int) -> bool:
    """«zdaniem Donalda Trumpa | Europa milczy»: a known place in the nominative after a name in the genitive."""
    first = doc[begin].text
    person = is_oblique_given(first) if place - begin > 1 else _is_oblique_surname(first)
    return person and _is_nominative_place(doc[place].text)


@lru_cache(maxsize=3_000)
def _is_oblique_surname(word: str) -> bool:
    """«Szymańskiego», «Tuskowi»: a surname with an ending that no place and no nominative has."""
    return word.endswith(("iego", "iemu", "owi")) and is_surname(word) and not is_place_too(word)


def _body_follows(doc: Doc, begin: int, place: int) -> bool:
    """«zdaniem Jarosława Kaczyńskiego | PiS wygra»: the acronym of a known body after a person's full name."""
    word = doc[place].text
    known = is_acronym(word) and (fold(word) in aliases() or prior_of(word, "organization") > 1)
    return known and place - begin > 1 and is_given(doc[begin].text) and not doc[begin + 1].text.isupper()


@lru_cache(maxsize=5_000)
def _is_nominative_place(word: str) -> bool:
    known = prior_of(word, "place") > max(1.0, prior_of(word, "person"))
    return known and any("nazwa_geograficzna" in r.marks and r.has("nom") for r in analyse(word))


def _source_ends(doc: Doc, begin: int, place: int, end: int) -> bool:
    """«PAP | Przewoźnik …», «KGHM | Przed …»: a line that has lost its full stop; «Wisconsin | ABC News»."""
    first, word = doc[begin].text, doc[place].text
    if word[:1].isupper() and is_function_word(word):
        return True
    common = is_common(word) and word[1:].islower()
    if place - begin > 1 and common and not introduces_organization(word.lower()):
        return surface_of(doc).between(begin, place) in media()  # «TVN24 BiS | Funt traci»
    if place - begin > 1 or is_joint(first.lower()):
        return False
    medium = surface_of(doc).between(place, end) in media() and end - place > 1
    source = first in media() and is_acronym(first) and f"{first} {word}" not in media()
    named = introduces_organization(word.lower()) and not is_generic(word.lower())  # «BBC Radio»
    return medium or (source and common and not named)


def _surname_follows(doc: Doc, begin: int, place: int) -> bool:
    """«na Twitterze | Kowalski napisał», «agencji Reutera | Solberg»: a known body in another case than a surname."""
    before = place - begin - 1
    alone = before == 0 or (before == 1 and any(r.pos == "prep" for r in analyse(doc[begin].lower_)))
    return alone and _is_body_beside(doc[place - 1].text, doc[place].text)


@lru_cache(maxsize=3_000)
def _is_body_beside(first: str, word: str) -> bool:
    if any(reading.has("nom") for reading in analyse(first)) or is_acronym(first):
        return False
    body = next((each.base for each in candidates(first, "organization") if each.case not in {"nom", ""}), first)
    if body == first or prior_of(body, "organization") < _KNOWN:
        return False
    if not analyse(word):  # a company has daughters: «Orlenu Lietuva»
        return aliases().get(fold(body), fold(body)) in _folded_media()
    return any(reading.has("nom") for reading in analyse(word) if "nazwisko" in reading.marks)


@cache
def _folded_media() -> frozenset[tuple[str, ...]]:
    return frozenset(map(fold, media()))


def _closes_company(doc: Doc, begin: int, place: int) -> bool:
    """Whether the word before ``place`` is a legal form, which ends a name: «Deutsche Bahn AG | Związek …»."""
    form = doc[place - 1].text
    return place - begin > 1 and form[1:] != form[1:].lower() and form.lower() in legal_forms()


def _repeats(doc: Doc, begin: int, place: int, end: int) -> bool:
    """Whether the last word is the short name of what stands before it: «Narodowy Fundusz Zdrowia | NFZ»."""
    short = fold(doc[place].text)
    if place != end - 1 or place - begin < _SHORT or not (is_acronym(doc[place].text) or short in aliases()):
        return False
    full = fold(base_form(surface_of(doc).between(begin, place), "organization").text)
    return short[0] in acronyms(full) or aliases().get(short, short) == aliases().get(full, full)


@lru_cache(maxsize=3_000)
def _national_follows(before: str, word: str) -> bool:
    """«Zdaniem Sturgeon | Szkoci mają»; but «Rdzenni Amerykanie», «Związek Polaków»."""
    men = any(reading.has("m1") and reading.has("pl") and reading.has("nom") for reading in analyse(word))
    return men and is_national(word) and not is_adjective_of(before.lower(), word)


def _given_follows(doc: Doc, begin: int, place: int, end: int) -> bool:
    """Whether a person's name begins at ``place``: «Wielkiej Brytanii | Theresa May», «Izraela | Benjamin …»."""
    if place + 1 >= end or doc[place + 1].text in {"'", "’"} or not is_given(doc[place].text):
        return False
    if doc[place + 1].text == "-" and doc[end - 1].text.islower():
        return False  # «Tsai Ing-wen»
    first = doc[begin].text
    if is_given(first):
        # «Izraela | Benjamin Netanjahu»; «Donalda Trumpa | Stephen Miller»
        ended = _is_oblique_place(first) if place == begin + 1 else is_oblique_given(first)
        return ended and not is_oblique_given(doc[place].text) and _may_be_nominative(doc[place].text)
    # «Instytutu Adama Mickiewicza» is named after him, «Instytutu Adama Smitha | Andrzej Nowak» has its head
    return not has_patron(first.lower()) or not _may_be_genitive(doc[place].text)


@lru_cache(maxsize=3_000)
def _is_oblique_place(word: str) -> bool:
    """«Izraela», «Floryny»: a known place, and no nominative."""
    found = [reading for reading in analyse(word) if "nazwa_geograficzna" in reading.marks]
    return any(prior_of(reading.lemma, "place") > 0 for reading in found) and not any(r.has("nom") for r in found)


@lru_cache(maxsize=3_000)
def _may_be_nominative(word: str) -> bool:
    readings = [reading for reading in analyse(word) if "imię" in reading.marks]
    return not readings or any(reading.has("nom") for reading in readings)


@lru_cache(maxsize=3_000)
def _may_be_genitive(word: str) -> bool:
    return any(reading.has("gen") for reading in analyse(word) if "imię" in reading.marks)


def _ends_before(doc: Doc, begin: int, place: int, end: int) -> bool:
    """Whether a name of a place, a national or an acronym ends right before ``place``: «Pakistanu | Fawad Chaudry»."""
    if place - begin != 1:
        return False
    first, second = doc[begin].text, doc[place].text
    if is_national(first) and (not is_given(first) or (end - place > 1 and is_given(second))):
        return True  # «Dunka | Freja Nørgaard», «Polki | Anny Lis», though a Polek may be somebody
    if end - place == 1 and (
        (is_acronym(first) and _stands_alone(doc, begin, second)) or (is_acronym(second) and _is_place_of(doc, begin))
    ):
        return True  # «powiedział PAP | Bauc», «Rosji | G8»
    if analyse(second) or second.isupper() or len(second) <= _SHORT:
        return False  # the second must be a word that only a person or a company has
    if is_acronym(first):
        return end - place > 1 and prior_of(second, "organization") == 0
    # «Rudy» is a genitive of Ruda, and the Rudy of «Rudy Giuliani»
    named = "imię" in marks_of(first) or first in given_names()
    return _is_place_of(doc, begin) and not named and prior_of(second, "place") == 0


@lru_cache(maxsize=3_000)
def _oblique_cases(word: str) -> frozenset[str]:
    """The cases of a known place that the word may be in, none of them the nominative."""
    readings = analyse(word)
    if not readings and word[-1] in VOWELS:  # «American», «Nord» are no genitives of plurals
        best = candidates(word, "place")[0]
        return frozenset({best.case} - {"nom", ""}) if prior_of(best.base, "place") > 0 else frozenset()
    known = [r for r in readings if "nazwa_geograficzna" in r.marks and prior_of(r.lemma, "place") > 0]
    return frozenset(case for r in known if not r.has("nom") for case in CASES if r.has(case))


def _is_place_of(doc: Doc, place: int) -> bool:
    """Whether a place may stand here in a case of its own: «władze Pakistanu», «w Bernie», but «senator Bernie»."""
    cases = _oblique_cases(doc[place].text)
    if not cases or place == 0 or doc[place - 1].is_punct or doc[place - 1].is_space:
        return False
    return any(r.pos == "prep" for r in analyse(doc[place - 1].lower_)) or "gen" in cases


def _stands_alone(doc: Doc, acronym: int, second: str) -> bool:
    """Whether the word after an acronym is somebody of its own: «powiedział PAP | Bauc», «reform UE | Tusk chce»."""
    if second.isupper():
        return False
    if acronym > 0 and any(reading.pos in {"praet", "fin"} for reading in analyse(doc[acronym - 1].text)):
        return is_surname(second) or (not is_common(second) and prior_of(second, "organization") == 0)
    if is_common(second):
        return False
    # both stand apart elsewhere in the document
    if not is_surname(second) or is_organization_word(second):
        return False
    seen = surface_of(doc)
    return any(at == 0 or seen.words[at - 1] != seen.words[acronym] for at in seen.places[second])


@lru_cache(maxsize=3_000)
def _two(first: str, second: str, *, strong: bool) -> bool:
    """Whether a hyphen parts two names («UE-Londyn», «Kraków-Porto») and does not make one («Bielsko-Biała»)."""
    if is_acronym(first) and is_acronym(second):
        # «UE-NATO», not «ITAR-TASS»
        return min(prior_of(word, "organization") + prior_of(word, "place") for word in (first, second)) > 0
    if strong:
        return True
    if is_acronym(first) or is_acronym(second):
        return all(
            len(word) > 1
            and (is_acronym(word) or is_only_name(word) or word in ABBREVIATED or prior_of(word, "organization") > 1)
            for word in (first, second)
        )
    return all("nazwa_geograficzna" in marks_of(word) and prior_of(word, "place") > 1 for word in (first, second))
