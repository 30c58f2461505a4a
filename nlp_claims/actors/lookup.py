"""What the dictionary and the word lists say of single words of names. Everything is cached: news repeats itself."""

from functools import cache, lru_cache

from nlp_claims import lexicons
from nlp_claims.actors.known import clubs, given_names, prior_of
from nlp_claims.actors.words import candidates, split_ending
from nlp_claims.morphology import agree, analyse

_LIKELY = 1.5  # of a given name's form: the name is known, and the ending fits
_SHORT = 2
_LONGEST_ACRONYM = 6


@lru_cache(maxsize=3_000)
def is_role_word(word: str) -> bool:
    """Whether ``word`` is a form of a noun for a person («prezesa», «rzeczniczka»)."""
    roles = lexicons.words("roles")  # «wirusolożka»: the dictionary lacks some
    return word in roles or any(reading.pos == "subst" and reading.lemma in roles for reading in analyse(word))


@cache
def _calendar() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("quantities") if row["class"] in {"weekday", "month"})


def is_calendar(lemma: str) -> bool:
    """Whether a noun is a day of the week or a month."""
    return lemma in _calendar()


@cache
def _women() -> frozenset[str]:
    return frozenset(
        {"pani", "lady", "dame"} | {row["lemma"] for row in lexicons.read("roles") if row["gender"] == "f"}
    )


@lru_cache(maxsize=3_000)
def is_womans(word: str) -> bool:
    """Whether ``word`` is a form of a woman's role or title («posłanką», «pani»)."""
    return word in _women() or any(r.pos == "subst" and r.has("f") and r.lemma in _women() for r in analyse(word))


@lru_cache(maxsize=3_000)
def is_given(word: str) -> bool:
    """Whether the word is a form of a given name («Donalda», «Nicoli», «Michelem»)."""
    if not word[:1].isupper() or word.isupper():
        return False
    if word in given_names() or any("imię" in reading.marks for reading in analyse(word)):
        return True
    return any(item.base in given_names() and item.score > _LIKELY for item in candidates(word, "person"))


@lru_cache(maxsize=3_000)
def is_oblique_given(word: str) -> bool:
    """Whether the word is a given name in another case than the nominative: «Borisa»."""
    if not is_given(word) or word in given_names() or is_place_too(word):
        return False
    if any("imię" in reading.marks and reading.has("nom") for reading in analyse(word)):
        return False  # «Ali» is not only Ala's
    return candidates(word, "person")[0].case not in {"", "nom"}


@lru_cache(maxsize=3_000)
def is_surname(word: str) -> bool:
    """Whether the word is a form of a surname or a given name that the dictionary or the lists have."""
    if any(reading.marks & {"nazwisko", "imię"} for reading in analyse(word)):
        return True
    return any(item.score > -_LIKELY and prior_of(item.base, "person") > 0 for item in candidates(word, "person")[:8])


@lru_cache(maxsize=3_000)
def is_country_or_national(word: str) -> bool:
    """«Włoch», «Niemiec», «Węgier», «Czech»: a man in the nominative, his country in the genitive."""
    readings = analyse(word)
    man = any(r.lemma[:1].isupper() and "nazwa_pospolita" in r.marks and r.has("m1") and r.has("nom") for r in readings)
    return man and any("nazwa_geograficzna" in r.marks and r.has("pt") and r.has("gen") for r in readings)


@lru_cache(maxsize=3_000)
def is_national(word: str) -> bool:
    """«Polacy», «Brytyjczykom», «Warszawianka»: the dictionary writes inhabitants with a capital as common nouns."""
    if not word[:1].isupper():
        return False
    readings = [r for r in analyse(word) if r.pos in {"subst", "depr"}]
    people = [
        r
        for r in readings
        if r.lemma[:1].isupper()
        and "nazwa_pospolita" in r.marks
        and (r.has("m1") or (r.has("f") and not prior_of(r.lemma, "organization")))  # «Wikipedia» is no woman
    ]
    if not people:
        return False
    # «Polaków» is a village's genitive too; «Niemiec» is the country far more often
    # («Hiszpanie» are not several Spains)
    return not any(
        "nazwa_geograficzna" in r.marks and (prior_of(r.lemma, "place") > 0 or not r.has("pt"))
        for r in readings
        if r.has("sg") or r.has("pt")
    )


@lru_cache(maxsize=3_000)
def is_common(word: str) -> bool:
    """Whether the word, written small, is a common word."""
    return any(reading.lemma[:1].islower() for reading in analyse(word.lower()))


@lru_cache(maxsize=3_000)
def is_function_word(word: str) -> bool:
    """Whether a capital is only the sentence's, its full stop lost: «2023-11 Od sierpnia».

    That «Od» may be the genitive of women called Oda does not count: only a nominative does.
    """
    readings = analyse(word)
    named = any(r.lemma[:1].isupper() and r.has("nom") for r in readings)
    return any(r.pos in {"prep", "conj", "comp"} for r in readings) and not named and not word.isupper()


@lru_cache(maxsize=3_000)
def is_place_too(word: str) -> bool:
    """Whether a given name is also a place («Florencja», «Georgia»), one named more often than people: not «Zofia»."""
    return "nazwa_geograficzna" in marks_of(word) and prior_of(word, "person") <= prior_of(word, "place")


@lru_cache(maxsize=3_000)
def noun_lemmas(word: str) -> frozenset[str]:
    """The lemmas that a word has as a noun, small."""
    return frozenset(reading.lemma.lower() for reading in analyse(word) if reading.pos == "subst")


@lru_cache(maxsize=3_000)
def is_only_name(word: str) -> bool:
    """Whether the dictionary has the word as a name and as nothing else."""
    readings = analyse(word)
    return bool(readings) and all(reading.marks - {"nazwa_pospolita"} for reading in readings)


@lru_cache(maxsize=3_000)
def marks_of(word: str) -> frozenset[str]:
    """The dictionary's marks on a word as a name («nazwisko», «nazwa_geograficzna»)."""
    return frozenset(mark for reading in analyse(word) for mark in reading.marks if mark != "nazwa_pospolita")


@lru_cache(maxsize=3_000)
def is_own_name(word: str) -> bool:
    """Whether a word is somebody's name rather than a part of a longer one («Gospodarki», «Logistyki»)."""
    return is_given(word) or not is_common(word) or any(prior_of(r.lemma, "place") > 0 for r in analyse(word))


@lru_cache(maxsize=3_000)
def is_adjective_of(word: str, following: str) -> bool:
    """Whether the first word is an adjective that agrees with the noun after it."""
    return any(
        agree(reading, noun)
        for reading in analyse(word)
        if reading.pos in {"adj", "ppas"}
        for noun in (*analyse(following), *analyse(following.capitalize()))
        if noun.pos == "subst"
    )


def is_letters(word: str) -> bool:
    """Capital letters only: «Geo TV», «Ryanair DAC»."""
    return len(word) > 1 and word.isalpha() and word.isupper()


@lru_cache(maxsize=3_000)
def introduces_organization(word: str) -> bool:
    """Whether the word before a name says that it is an organization («spółce», «agencja»)."""
    return any(
        reading.pos == "subst" and reading.lemma in lexicons.words("organization_heads") for reading in analyse(word)
    )


@cache
def _parts() -> dict[str, str]:
    return {row["lemma"]: row["part"] for row in lexicons.read("organization_heads")}


@lru_cache(maxsize=3_000)
def has_patron(word: str) -> bool:
    """Whether what the noun heads may be named after somebody: «Instytut», «Muzeum»."""
    return any(_parts().get(lemma) == "patron" for lemma in noun_lemmas(word))


@lru_cache(maxsize=3_000)
def has_seat(word: str) -> bool:
    """Whether the town belongs to the name that the noun heads: «Sąd», «Uniwersytet»."""
    return any(_parts().get(lemma) in {"seat", "patron"} for lemma in noun_lemmas(word))


@lru_cache(maxsize=3_000)
def is_generic(word: str) -> bool:
    """Whether the noun leads to a name and is no part of it: «Firma Orlen», «Portal Onet»."""
    return any(_parts().get(lemma) == "generic" for lemma in noun_lemmas(word))


@lru_cache(maxsize=5_000)
def is_organ(word: str) -> bool:
    """Whether the noun is a body of the one named after it: «zarząd Orlenu», «sztab Trumpa»."""
    return any(_parts().get(lemma) == "organ" for lemma in noun_lemmas(word))


@cache
def _units() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("place_heads") if row["part"])


@lru_cache(maxsize=3_000)
def is_unit(word: str) -> bool:
    """Whether the name of a place follows the noun: «hrabstwie Maricopa», «prowincji Hubei»."""
    return word.islower() and bool(noun_lemmas(word) & _units())


@cache
def _bodies_of_state() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("organization_heads") if row["class"] in {"state", "court"})


@lru_cache(maxsize=3_000)
def is_state_body(word: str) -> bool:
    """Whether the noun is a body of state or a unit of administration: «komendy», «stanu»."""
    return word.islower() and bool(noun_lemmas(word) & (_bodies_of_state() | _units()))


@lru_cache(maxsize=3_000)
def is_acronym(word: str) -> bool:
    """Whether a word is an acronym, with an ending or without («UE», «PiS-u», «TVN24»)."""
    stem = split_ending(word)
    core = (stem[0] if stem else word).rstrip("0123456789")
    return _SHORT <= len(core) <= _LONGEST_ACRONYM and sum(c.isupper() for c in core) >= _SHORT and core[-1].isupper()


@lru_cache(maxsize=3_000)
def is_club(word: str, town: str) -> bool:
    """Whether two words are a sports club and its town, which does not change: «Lecha Poznań», «FC Barcelona»."""
    if clubs().get(word) == "initials":
        return town[:1].isupper() and not is_given(town)
    named = word in clubs() or any(clubs().get(item.base) == "name" for item in candidates(word, "organization")[:6])
    return named and any("nazwa_geograficzna" in r.marks and r.has("nom") for r in analyse(town))
