"""What one word of a name may be: its possible nominatives, each with case, number and gender.

Three sources, all on strings: the dictionary, an ending that is written apart («Farage'a», «PiS-u»,
«LOTu»), and endings learned from names (``lexicons/name_endings.tsv``) for words that no dictionary has.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Literal

from nlp_claims import lexicons
from nlp_claims.actors.guesses import CASES, VOWELS, Candidate, NameKind, guessed_adjective, guesses
from nlp_claims.actors.known import clubs, given_names, known_names, particles, prior_of, small_names
from nlp_claims.morphology import Analysis, analyse, forms, shaped

_MARKS = {
    "person": {"imię", "nazwisko"},
    "place": {"nazwa_geograficzna", "człon_nazwy_geograficznej"},
    "organization": {"nazwa_organizacji", "nazwa_firmy", "nazwa_własna"},
}
_APOSTROPHE = re.compile(r"^(.+)['’`](a|owi|em|u|ego|emu|m|y|ie|go|mu|ów|om|ami|ach|i|iem)$")
_ACRONYM = re.compile(
    r"^([A-ZĄĆĘŁŃÓŚŹŻ][A-Za-zĄĆĘŁŃÓŚŹŻ]*[A-ZĄĆĘŁŃÓŚŹŻ0-9]+)-?(u|owi|em|ie|iem|cie|a|om|ów|y|i|ach|ami|ze|ą|ę|owie|etu)$"
)
_CLUB = 3.0  # «Lech» as an organization
_PLAUSIBLE = -2.2
_FITTING = -2.5  # of a dictionary's noun that suits the kind of name
_INFLECTED = ("ego", "emu", "owi", "iem", "em", "im", "ym", "ą", "ę", "ó")
_RATHER_NOT, _HARDLY = -2.5, -6.0  # of what only its neighbours may prove
_SOFT = frozenset("tnćńśźlw")  # «Rosnieft», «Transnieft»: feminine nouns that end in a consonant
_ENDING_OF = {"a": ("gen", "acc"), "owi": ("dat",), "em": ("inst",), "iem": ("inst",), "u": ("loc",)}  # of men
_ADJECTIVAL = {"ego": ("gen", "acc"), "emu": ("dat",), "m": ("inst", "loc")}
_OF_WOMEN = {"ovej": ("gen", "dat", "loc"), "ovą": ("acc", "inst")}
_ACCENTED = frozenset("áàâäéèêëíîïòôöúùûüøå")
_MOST = 16  # candidates of one word that are worth weighing
_ENDING_CASES = {
    "a": "gen", "u": "gen", "owi": "dat", "emu": "dat", "mu": "dat", "em": "inst", "iem": "inst", "m": "inst",
    "ego": "gen", "go": "gen", "ie": "loc", "cie": "loc", "ze": "loc",
}  # fmt: skip


def split_ending(word: str) -> tuple[str, str] | None:
    """The word without an ending that is written apart, and its case: «Farage'a» → («Farage», «gen»)."""
    if match := _APOSTROPHE.match(word):
        return match[1], _ENDING_CASES.get(match[2], "")
    if match := _ACRONYM.match(word):
        return match[1], _ENDING_CASES.get(match[2], "")
    return None


@cache
def _heads() -> frozenset[str]:
    return frozenset(row["lemma"] for name in ("organization_heads", "place_heads") for row in lexicons.read(name))


def _known(item: Candidate, kind: NameKind, *, known: bool) -> Candidate:
    """The candidate, better where its base form is a known name."""
    bonus = prior_of(item.base, kind)
    if kind == "organization" and clubs().get(item.base) == "name":
        bonus = _CLUB
    if kind == "person" and item.number == "sg" and item.gender in given_names().get(item.base, "").split("/"):
        # «Jana» may be a foreign «Jana», but the dictionary has «Jan»
        sure = 9.0 if item.score > _PLAUSIBLE else 0.0
        bonus = max(bonus, (4.0 if item.case == "nom" else 2.0) if known else sure)
    return item._replace(score=item.score + bonus) if bonus else item


@lru_cache(maxsize=3_000)
def given_gender(word: str) -> str:
    """«m» or «f» where ``word`` is a given name of that sex alone, else an empty string."""
    if word in given_names():
        genders = set(given_names()[word].split("/"))
    else:
        genders = {
            "m" if reading.has("m1") else "f"
            for reading in analyse(word)
            if "imię" in reading.marks and reading.has("sg") and reading.has("nom")
        }
    return genders.pop() if len(genders) == 1 else ""


@lru_cache(maxsize=3_000)
def candidates(word: str, kind: NameKind) -> tuple[Candidate, ...]:
    """Every nominative that ``word`` may have in a name of this kind, best first; never empty."""
    if apart := split_ending(word):
        return (Candidate(apart[0], apart[1], "sg", "", "noun", 0.0),)
    if not word[:1].isupper() and kind == "person":
        return (Candidate(word, "", "", "", "fixed", 0.0),)  # «de», «von», «bin»
    plain = len(word) == 1 or not any(character.isalpha() for character in word)
    if plain or _is_acronym(word) or "." in word or word in small_names():
        return (Candidate(word, "", "", "", "fixed", 0.0),)
    known = _from_dictionary(word, kind)
    named = any(item.role == "noun" and item.score > _FITTING for item in known)
    if not known and kind != "person":
        known = guessed_adjective(word)
    guessed = () if named else guesses(word, kind)
    adjective = any(item.role == "adjective" for item in known)
    penalty = 0.0 if not known else (-2.5 if kind == "person" and not adjective else -5.0)
    found = list(known) + [item._replace(score=item.score + penalty) for item in guessed]
    if not known:
        found += _from_lists(word, kind)
    if kind == "person":
        found += _of_people(word, known)
    if len(word) > 1 and word.isupper():
        # «SITCPLA» is an acronym, however long, unless the dictionary has the word
        found = [item._replace(score=item.score - (0.0 if known else 4.0)) for item in found]
        found.append(Candidate(word, "", "", "", "fixed", -1.0))
    found.append(Candidate(word, "", "", "", "fixed", -7.0 if known else -5.0))
    if kind == "person" and not known and word[-1] != "a" and not word.endswith(_INFLECTED):
        # «Theresy May», «Ursuli von der Leyen»: a woman's foreign surname has one form
        found.append(Candidate(word, "", "sg", "f", "fixed", -1.2 if word[-1] in "eiouy" else -0.5))
    return _best(found, kind, known=bool(known))


def _of_people(word: str, known: Sequence[Candidate]) -> list[Candidate]:
    """What else a word may be in a person's name, beside what the dictionary says."""
    genders = given_names()[word].split("/") if word in given_names() else []
    found = [Candidate(word, "nom", "sg", gender, "noun", 0.0) for gender in genders]  # «Freja»
    given = any("imię" in reading.marks for reading in analyse(word))
    if known and not given and word.endswith("a") and all(item.case == "nom" for item in known):
        # the dictionary has «Barra» alone, and «Williama Barra» is a form of «Barr»; «Jose Maria» stays
        found += [Candidate(word[:-1], case, "sg", "m", "noun", _HARDLY) for case in _ENDING_OF["a"]]
    if word in particles("family"):
        found.append(Candidate(word, "", "sg", "", "fixed", 0.0))  # «Wang Wenbina»
    if base := _foreign_given(word):
        found += [Candidate(base, case, "sg", "m", "noun", _RATHER_NOT) for case in _ENDING_OF[word[len(base) :]]]
    return found


def _from_lists(word: str, kind: NameKind) -> list[Candidate]:
    """What the lists tell of a word that no dictionary has: «Hubei» stays, «Dmytra» is Dmytro's, «Rosniefti» hers."""
    found = []
    if prior_of(word, kind) > 1 and (kind != "person" or word[-1] in "uyo"):
        found.append(Candidate(word, "", "sg", "", "fixed", 0.0))
    if kind == "person":
        found += _unlisted_people(word)
    if kind != "person":
        found += _foreign_spellings(word, kind)
    stem = word.removesuffix("i")
    if kind != "person" and stem != word and stem[-1:] in _SOFT and prior_of(stem, kind) > 1:
        found += [Candidate(stem, case, "sg", "f", "noun", 0.0) for case in ("gen", "dat", "loc")]
    return found


_OF_CA = (("ki", "gen"), ("ce", "dat"), ("ce", "loc"), ("kę", "acc"), ("ką", "inst"))


def _foreign_spellings(word: str, kind: NameKind) -> list[Candidate]:
    """Known names whose last letter is not what is heard: «AstraZeneką» of AstraZeneca, «Googlem» of Google."""
    forms = [(f"{word.removesuffix(ending)}ca", case, "f") for ending, case in _OF_CA if word.endswith(ending)]
    if word.endswith("em"):
        forms.append((word.removesuffix("m"), "inst", "m"))
    known = (form for form in forms if prior_of(form[0], kind) > 1)
    return [Candidate(base, case, "sg", gender, "noun", 0.0) for base, case, gender in known]


def _unlisted_people(word: str) -> list[Candidate]:
    """Foreign names of men by the ending: «Bolsonara» of Bolsonaro, «Messiemu» of Messi, «Djokoviciem» of Djoković."""
    found = []
    for ending, cases in _ENDING_OF.items():
        stem = word.removesuffix(ending)
        name = f"{stem}o"
        if stem != word and given_names().get(stem) == "m":
            found += [Candidate(stem, case, "sg", "m", "noun", 0.0) for case in cases]  # «Baracka» of Barack
        if stem != word and (given_names().get(name) == "m" or prior_of(name, "person") > 1):
            found += [Candidate(name, case, "sg", "m", "noun", 0.0) for case in cases]
        if stem != word and word.endswith(f"ici{ending.removeprefix('i')}"):
            found += [Candidate(f"{stem.removesuffix('i')[:-1]}ć", case, "sg", "m", "noun", 0.0) for case in cases]
    for ending, cases in _OF_WOMEN.items():
        if word.endswith(ending):  # «Jourovej»
            found += [Candidate(f"{word.removesuffix(ending)}ova", case, "sg", "f", "noun", 0.0) for case in cases]
    for ending, cases in _ADJECTIVAL.items():
        stem = word.removesuffix(ending)
        if stem != word and stem[-1:] in {"i", "y", "e"}:
            # «Tirmiziego» of Tirmizi, «Wyliego» of Wylie
            bases = [stem, f"{stem}e"] if stem[-1] == "i" else [stem]
            found += [Candidate(base, case, "sg", "m", "noun", _RATHER_NOT) for base in bases for case in cases]
    if word[-1] in _ACCENTED:
        found.append(Candidate(word, "", "sg", "", "fixed", 0.0))  # «Kyliana Mbappé»
    return found


@lru_cache(maxsize=3_000)
def _foreign_given(word: str) -> str:
    """The foreign man's name that a word is a form of, where the dictionary has a Polish one: «Marka» → «Mark»."""
    found = (word.removesuffix(ending) for ending in _ENDING_OF if word.endswith(ending))
    return next((base for base in found if given_names().get(base) == "m" and base[-1] not in VOWELS), "")


def _best(found: Iterable[Candidate], kind: NameKind, *, known: bool) -> tuple[Candidate, ...]:
    """The best of each, weighed by how common the base forms are."""
    best: dict[tuple[str, str, str, str, str], Candidate] = {}
    for item in found:
        key = item[:5]
        item = _known(item, kind, known=known)  # noqa: PLW2901
        if key not in best or best[key].score < item.score:
            best[key] = item
    return tuple(sorted(best.values(), key=lambda item: -item.score)[:_MOST])


def _is_acronym(word: str) -> bool:
    """«UE», «KE», «PiS», «FORSA»: short, capital to the end."""
    if word.isupper() and word in known_names():
        return True  # «CISA», though the dictionary has «cisa»
    return 1 < len(word) <= 5 and word[-1].isupper() and sum(c.isupper() for c in word) >= 2 and not _in_lower(word)  # noqa: PLR2004


def _in_lower(word: str) -> bool:
    # «POLSKA», «TUSK» in a headline are words, «LOT» and «PAP» are not, though the dictionary has «lot» and «pap»
    return len(word) > 3 and word.isupper() and bool(analyse(word.capitalize()))  # noqa: PLR2004


def _from_dictionary(word: str, kind: NameKind) -> tuple[Candidate, ...]:
    found = []
    first, hyphen, last = word.rpartition("-")
    if hyphen and is_first_part(first):
        # «Środkowo-Wschodniej»: only the last adjective of a compound changes
        return tuple(
            item._replace(base=f"{first}-{item.base}")
            for item in _from_dictionary(last, kind)
            if item.role == "adjective"
        )
    readings = analyse(word)
    if not readings and word.isupper() and len(word) > 1:
        readings = analyse(word.capitalize())
    for reading in readings:
        if reading.pos == "subst":
            score = _noun_score(reading, kind)
            role: Literal["noun", "adjective"] = "noun"
        elif reading.pos in {"adj", "ppas", "pact"}:
            score, role = (-4.0 if kind == "person" else -1.5), "adjective"
        elif reading.pos == "frag" and kind != "person" and reading.lemma[:1].isupper():
            found.append(Candidate(word, "", "", "", "fixed", 0.0))  # «New», «Los»: a part of foreign names
            continue
        else:
            continue
        found += [
            Candidate(base, case, number, gender, role, score)
            for base, case, number, gender in sorted(_nominatives(word, reading))
        ]
    return tuple(found)


def _noun_score(reading: Analysis, kind: NameKind) -> float:
    """How well a noun's reading suits the kind of name."""
    plural = reading.has("pl") and not reading.has("sg") and not reading.has("pt")
    if reading.marks & _MARKS[kind]:
        score = 0.0
    elif kind == "person":
        score = -4.0
    elif reading.marks & _MARKS["person"]:
        score = -3.5  # «Europejski» is a surname too, not the noun of «Europejski Mechanizm Stabilności»
    elif reading.lemma in _heads():
        score = 0.0
    elif kind == "organization":
        score = -1.0 if reading.lemma[:1].islower() else -1.5
    else:
        score = -1.5 if reading.lemma[:1].islower() else -2.0
    if plural:
        score -= 5.0 if kind == "person" else 2.0
    return score


def is_first_part(word: str) -> bool:
    """Whether the word opens a compound adjective («Środkowo-»)."""
    return word.endswith("o") and any(reading.pos in {"adja", "adv"} for reading in analyse(word.lower()))


def _nominatives(word: str, reading: Analysis) -> Iterable[tuple[str, str, str, str]]:
    """Base form, case, number and gender of one reading, alternatives spread out, in the same order in every run."""
    spread: dict[tuple[str, str, str, str], None] = {}
    for number in ("sg", "pl"):
        if not reading.has(number):
            continue
        for gender in ("m1", "m2", "m3", "f", "n"):
            if not reading.has(gender):
                continue
            degree = next((value for value in ("com", "sup") if reading.has(value)), "pos")
            base = _nominative_of(reading.lemma, reading.pos, number, gender, degree)
            if base is None:
                continue
            for case in CASES:
                if reading.has(case):
                    short = gender if (gender, number) == ("m1", "pl") else gender[0]
                    spread[word if case == "nom" else shaped(base, word), case, number, short] = None
    return spread


@lru_cache(maxsize=10_000)
def _nominative_of(lemma: str, pos: str, number: str, gender: str, degree: str) -> str | None:
    extra = {"adj": (degree,), "ppas": ("aff",), "pact": ("aff",)}.get(pos, ())
    return next(forms(lemma, pos, number, "nom", gender, *extra), None)
