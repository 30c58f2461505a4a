"""What is counted or measured: the noun after a number, through its modifiers, in the nominative singular.

Agreement finds it: «15 największych europejskich linii lotniczych» is read word by word while some
number and case that the numeral allows (``numerals.Numeral.governs``) fits every modifier and the noun.
A parser's opinion, where there is one, decides between homographs.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from nlp_claims import lexicons
from nlp_claims.morphology import CASES, Analysis, analyse, generate
from nlp_claims.numbers.pieces import Piece

MODIFIERS = ("adj", "ppas", "pact", "adjp")
_VERBS = frozenset({"fin", "praet", "impt", "imps", "bedzie", "pred", "winien", "cond"})
_NONE: frozenset[str] = frozenset()
_LONG = 5  # letters: the short function words are also notes, letters and such
_PLURAL_GENITIVE = frozenset({"pl:gen"})
_NOMINATIVE = frozenset({"sg:nom", "pl:nom"})
_MODIFIER_ENDINGS = ("ych", "ich", "ymi", "imi", "ym", "im", "ne", "ce", "we", "ie")
_POSSESSIVES = frozenset({"jego", "jej", "ich"})
_LONGEST = 7  # modifiers before a noun
_CHAIN = 5  # genitives after it
_QUOTES = frozenset("„”\"»«'")
Opinion = Callable[[Piece], tuple[str, str] | None]
"""Part of speech and lemma of a piece, as a tagger sees them in context; ``None`` where it has no say."""


Counted = Callable[[Piece], int | None]
"""The offset of the noun that a parser says a number counts, or ``None``."""


class NounPhrase(NamedTuple):
    """``noun`` heads it (nominative singular); pieces ``first`` to ``last``; ``head`` is the noun's piece.

    ``weak`` says that an adjective stands for the noun («35 proc. reprezentowanych»): a noun known from
    before is better.
    """

    noun: str
    phrase: str
    first: int
    head: int
    last: int
    cases: frozenset[str]
    weak: bool = False


class Candidate(NamedTuple):
    """A noun reading that agrees: its nominative singular and the cases left."""

    noun: str
    cases: frozenset[str]
    proper: bool


@lru_cache(maxsize=100_000)
def shapes(reading: Analysis) -> frozenset[str]:
    """Every number and case of a nominal reading, as «pl:gen»."""
    positions = reading.tag.split(":")
    numbers = next((each.split(".") for each in positions[1:] if set(each.split(".")) <= {"sg", "pl"}), [])
    cases = next((each.split(".") for each in positions[1:] if set(each.split(".")) <= set(CASES)), [])
    return frozenset(f"{number}:{case}" for number in numbers for case in cases)


@lru_cache(maxsize=50_000)
def modifies(form: str) -> frozenset[str]:
    """The numbers and cases in which ``form`` can stand before a noun as an adjective or participle."""
    if form in _POSSESSIVES:
        return frozenset(f"{number}:{case}" for number in ("sg", "pl") for case in CASES)
    return frozenset(shape for reading in analyse(form) if reading.pos in MODIFIERS for shape in shapes(reading))


def _nominative(reading: Analysis) -> str:
    """The nominative singular of a noun or gerund reading («głosowań» → «głosowanie»)."""
    if reading.pos != "ger":
        return reading.lemma
    found = (form for form, tag in generate(reading.lemma) if tag.startswith("ger:sg:nom") and tag.endswith("aff"))
    return next(found, reading.lemma)


@lru_cache(maxsize=50_000)
def nouns(form: str, allowed: frozenset[str]) -> tuple[Candidate, ...]:
    """The noun readings of ``form`` that fit ``allowed``, best first."""
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


_PREFERRED = {row["form"]: row["lemma"] for row in lexicons.read("noun_forms")}


def _rank(form: str, noun: str) -> int:
    return 0 if _PREFERRED.get(form.lower()) == noun else 1


def read(
    pieces: Sequence[Piece], at: int, allowed: frozenset[str], opinion: Opinion, bare: frozenset[str]
) -> NounPhrase | None:
    """The noun phrase at piece ``at`` that fits ``allowed``, or ``None``.

    ``bare`` are adjectives that never stand for a noun («trzej pierwsi»).
    """
    last_modifier = -1
    cases = allowed
    for here in range(at, min(at + _LONGEST, len(pieces))):
        piece = pieces[here]
        if not piece.breaks and (piece.text in _QUOTES or _listed_modifier(pieces, here, last_modifier, cases)):
            continue
        if _type_name(piece):
            return NounPhrase(piece.text, piece.text, at, here, here + 1, cases)
        if _stops(piece):
            break
        as_modifier = modifies(piece.lower) & cases
        candidates = tuple(each for each in nouns(piece.text, cases) if each.noun not in bare or not as_modifier)
        if candidates and not (as_modifier and _modifier_here(pieces, here, as_modifier, opinion)):
            return _headed(pieces, at, here, _choose(piece, candidates, opinion), opinion)
        if as_modifier:
            cases, last_modifier = as_modifier, here
        elif not (
            _adverb(piece, pieces, here, cases if last_modifier >= 0 else _NONE)
            or _unknown_modifier(pieces, here, cases)
        ):
            break
    if last_modifier >= 0 and not _blocked(pieces[last_modifier], bare):
        return _nominalised(pieces, at, last_modifier, cases)
    return None


def _unknown_modifier(pieces: Sequence[Piece], here: int, cases: frozenset[str]) -> bool:
    """Whether a word that no dictionary knows stands before an agreeing noun («18 nadprzewodzących cewek»)."""
    form = pieces[here].text
    following = pieces[here + 1] if here + 1 < len(pieces) else None
    if following is None or following.kind != "word" or not form.endswith(_MODIFIER_ENDINGS) or analyse(form.lower()):
        return False
    return bool(nouns(following.text, cases)) and not _stops(following)


def _listed_modifier(pieces: Sequence[Piece], here: int, last_modifier: int, cases: frozenset[str]) -> bool:
    """The comma of «dwie inne, zasadnicze kwestie»."""
    if pieces[here].text != "," or last_modifier != here - 1 or here + 2 >= len(pieces):
        return False
    as_modifier = modifies(pieces[here + 1].lower) & cases
    return bool(as_modifier and nouns(pieces[here + 2].text, as_modifier))


def _type_name(piece: Piece) -> bool:
    """Whether a code counts as a noun («osiem A320»); an address does not."""
    return (
        piece.kind == "code"
        and not piece.breaks
        and piece.text[0].isalpha()
        and "/" not in piece.text
        and "@" not in piece.text
    )


def _stops(piece: Piece) -> bool:
    """Whether a noun phrase cannot go on: «30 osób na», but «30 proc. PO»."""
    if piece.kind != "word" or piece.breaks:
        return True
    return is_function_word(piece.lower) and not (piece.text.isupper() and len(piece.text) > 1)


def _blocked(piece: Piece, bare: frozenset[str]) -> bool:
    return any(reading.lemma in bare for reading in analyse(piece.lower)) or piece.lower in _POSSESSIVES


def _modifier_here(pieces: Sequence[Piece], here: int, cases: frozenset[str], opinion: Opinion) -> bool:
    """Whether a word that may be noun or adjective is the adjective: «rannych» before «policjantów»."""
    following = pieces[here + 1] if here + 1 < len(pieces) else None
    if following is None or following.kind != "word" or following.breaks:
        return False
    seen = opinion(pieces[here])
    if seen and seen[0] == "NOUN":
        return False
    after = modifies(following.lower) & cases
    if after and here + 2 < len(pieces) and nouns(pieces[here + 2].text, after):
        return True
    if is_function_word(following.lower) or _verb(following, opinion):
        return False  # «ankietowanych boi się»: the second is a noun only in the dictionary
    return any(not each.proper or following.text[:1].isupper() for each in nouns(following.text, cases))


@lru_cache(maxsize=50_000)
def is_function_word(form: str) -> bool:
    """Whether a form is a preposition or conjunction before it is a noun («na», «do»; but «miast» are towns)."""
    if len(form) >= _LONG and nouns(form, _PLURAL_GENITIVE):
        return False
    return any(reading.pos in ("prep", "conj", "comp") for reading in analyse(form))


def _choose(piece: Piece, candidates: tuple[Candidate, ...], opinion: Opinion) -> Candidate:
    seen = opinion(piece)
    if seen and len(candidates) > 1 and piece.lower not in _PREFERRED:
        capital = candidates[0].noun[:1].isupper()  # «Szkotów» are people, no ropes
        alike = (each for each in candidates if each.noun == seen[1] and each.noun[:1].isupper() == capital)
        return next(alike, candidates[0])
    return candidates[0]


def _adverb(piece: Piece, pieces: Sequence[Piece], here: int, cases: frozenset[str]) -> bool:
    """Whether a word only grades a modifier («najbardziej gorących», «tzw. młodych», «wydanej wówczas sumy»).

    ``cases`` are those that a noun right after it may have; none where no modifier stood before.
    """
    if piece.lower in ("tzw", "m", "in") or (piece.text == "." and piece.glued):
        return True
    following = pieces[here + 1] if here + 1 < len(pieces) else None
    graded = following is not None and bool(modifies(following.lower) or nouns(following.text, cases))
    readings = analyse(piece.lower)
    return (
        graded
        and any(reading.pos in ("adv", "part") for reading in readings)
        and not (any(reading.pos in ("prep", "conj") for reading in readings))
    )


def _headed(pieces: Sequence[Piece], first: int, head: int, chosen: Candidate, opinion: Opinion) -> NounPhrase:
    last, cases, words = head + 1, chosen.cases, [chosen.noun]
    while last < len(pieces) and last - head <= _CHAIN and pieces[last].kind == "word" and not pieces[last].breaks:
        piece = pieces[last]
        genitive = bool(nouns(piece.text, _GENITIVES))
        if is_function_word(piece.lower) or (_verb(piece, opinion) and not (genitive and opinion(piece) is None)):
            break
        if not genitive and not modifies(piece.lower) & (cases | _GENITIVES):
            break
        words.append(piece.text)
        last += 1
    while (
        last > head + 1
        and not nouns(pieces[last - 1].text, _GENITIVES)
        and not modifies(pieces[last - 1].lower) & cases
    ):
        last -= 1  # a modifier whose noun did not follow
        words.pop()
    return NounPhrase(chosen.noun, " ".join(words), first, head, last, cases)


_GENITIVES = frozenset({"sg:gen", "pl:gen"})


def _verb(piece: Piece, opinion: Opinion) -> bool:
    seen = opinion(piece)
    if seen:
        return seen[0] in ("VERB", "AUX")
    return any(reading.pos in _VERBS for reading in analyse(piece.lower))


def _nominalised(pieces: Sequence[Piece], first: int, at: int, cases: frozenset[str]) -> NounPhrase:
    """«trzem zatrzymanym» → «zatrzymany»: an adjective or participle that stands for a person."""
    readings = [
        each for each in analyse(pieces[at].lower) if each.pos in ("adj", "ppas", "pact") and shapes(each) & cases
    ]
    lemma = next((each.lemma for each in readings if each.pos == "adj"), "")
    if not lemma and readings:
        wanted = "ppas:sg:nom" if readings[0].pos == "ppas" else "pact:sg:nom"
        forms = (
            form
            for form, tag in generate(readings[0].lemma)
            if tag.startswith(wanted) and "m1" in tag and tag.endswith("aff")
        )
        lemma = next(forms, readings[0].lemma)
    return NounPhrase(lemma, lemma, first, at, at + 1, cases, weak=True)


def foreign(pieces: Sequence[Piece], at: int, cases: frozenset[str]) -> NounPhrase | None:
    """A make that no dictionary knows, counted by its name: «dwa Boguty», «dwóch dużych SUV»."""
    if at + 1 < len(pieces) and pieces[at].text.islower() and modifies(pieces[at].lower) & cases:
        at += 1
    piece = pieces[at] if at < len(pieces) else None
    if (
        piece is None
        or piece.kind != "word"
        or piece.breaks
        or not piece.text[0].isupper()
        or pieces[at - 1].text == "."
    ):
        return None
    known = analyse(piece.text) or analyse(piece.lower)
    return None if known else NounPhrase(piece.text, piece.text, at, at, at + 1, cases)
