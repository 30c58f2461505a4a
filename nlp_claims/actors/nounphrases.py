"""The noun phrase of a head noun in a parsed document, and the phrase in the nominative."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from nlp_claims import lexicons
from nlp_claims.actors.registry import actors_at, find_actor
from nlp_claims.morphology import CASE_OF, CASES, agree, analyse, nominative

NUMBERS = {"Sing": "sg", "Plur": "pl", "Ptan": "pl"}  # «władze», «Niemcy»: plurals without a singular
_AGREEING = ("adj", "ppas", "pact", "subst")
JOINTS = frozenset({",", "i", "oraz"})  # of words that stand alike: «władze unijne i brytyjskie»
_HANGING = frozenset({"ADP", "CCONJ", "SCONJ", "PUNCT", "ADV", "PART"})  # no phrase ends in them
_OUTSIDE = {"acl:relcl", "acl", "appos", "parataxis", "punct", "conj", "cc", "ccomp", "advcl", "cop", "nsubj", "mark"}


class _Features(NamedTuple):
    case: str
    number: str
    gender: str


@lru_cache(maxsize=3_000)
def _features(morph: str) -> _Features:
    """Case, number and gender of «Case=Nom|Gender=Fem|Number=Sing»; taken apart once, a document asks each often."""
    values = dict(part.partition("=")[::2] for part in morph.split("|"))
    gender = {"Fem": "f", "Neut": "n"}.get(_first(values, "Gender"), "")
    if _first(values, "Gender") == "Masc":
        gender = {"Hum": "m1", "Nhum": "m2", "Inan": "m3"}.get(_first(values, "Animacy"), "m1")
    return _Features(CASE_OF.get(_first(values, "Case"), ""), NUMBERS.get(_first(values, "Number"), "sg"), gender)


def _first(values: Mapping[str, str], feature: str) -> str:
    return values.get(feature, "").partition(",")[0]


def case_of(token: Token) -> str:
    """The tagger's case as the dictionary writes it («gen»), or an empty string."""
    return _features(str(token.morph)).case


def number_of(token: Token) -> str:
    """``sg`` or ``pl``; singular where the tagger does not say."""
    return _features(str(token.morph)).number


def gender_of(token: Token) -> str:
    """``m1 m2 m3 f n`` by the tagger, or an empty string."""
    return _features(str(token.morph)).gender


def noun_phrase(doc: Doc, head: Token) -> tuple[int, int]:
    """Start and end (exclusive) of the noun phrase of ``head``: no relative clause, no apposition.

    The phrase is one stretch of the text: it ends at the first mark or word that is not the head's.
    """
    inside = {head.i}
    queue = [head]
    while queue:
        for child in queue.pop().children:
            if child.dep_ not in _OUTSIDE and child.i not in inside and child.sent.start == head.sent.start:
                inside.add(child.i)
                queue.append(child)
    inside -= _participles(doc, head, inside)
    start, end = head.i, head.i + 1
    while start - 1 in inside and not doc[start - 1].is_space:
        start -= 1
    while end < len(doc) and not doc[end].is_space and (end in inside or _abbreviation_dot(doc, end, inside)):
        end += 1
    if end > head.i + 1:
        end = max(end, name_end(doc, end - 1))
    while end > head.i + 1 and doc[end - 1].pos_ in _HANGING and doc[end - 1].text != ".":
        end -= 1
    while start < head.i and doc[start].pos_ in {"ADP", "CCONJ", "SCONJ", "PUNCT", "PART"}:
        start += 1
    return start, end


def name_end(doc: Doc, place: int) -> int:
    """The end of the name that covers ``place``: «politycy Prawa i Sprawiedliwości»; ``place`` where none does."""
    at = actors_at(doc)
    end = place
    while end < len(doc) and at[end] >= 0 and at[end] == at[place]:
        end += 1
    return end


def _participles(doc: Doc, head: Token, inside: set[int]) -> set[int]:
    """What follows a participle after the head: «kontrolerzy lotów | zrzeszeni w związku» are the controllers."""
    first = next((i for i in sorted(inside) if i > head.i and _is_participle(doc[i]) and doc[i].head == head), None)
    return set() if first is None else {i for i in inside if i >= first}


def _is_participle(token: Token) -> bool:
    return any(reading.pos in {"pact", "ppas"} for reading in analyse(token.lower_)) and bool(list(token.children))


def _abbreviation_dot(doc: Doc, place: int, inside: set[int]) -> bool:
    # «analitycy ds. obronności»: the dot belongs where the phrase goes on after it
    return doc[place].text == "." and place + 1 in inside


def phrase_base(doc: Doc, start: int, end: int, head: Token) -> str:
    """The phrase in the nominative, its number kept: «belgijskich pilotów» → «belgijscy piloci».

    The head and the words that agree with it change, complements stay («rzecznika MSZ» → «rzecznik MSZ»).
    The first word is written small unless it is a name: «Rzecznik MSZ» opens a sentence.
    """
    agreeing = _agreeing(doc, start, end, head)
    case, gender, number = _stands_in(agreeing, head), gender_of(head), _counts_as(agreeing, head)
    words: list[str] = []
    for token in doc[start:end]:
        if token.i < head.i and case not in {"", "nom"} and _is_numeral(token):
            continue  # «wielu opracowań»: the writings, however many
        form = token.text
        if case not in {"", "nom"} and (token == head or token in agreeing):
            order = _HEADS if token == head else _AGREEING
            form = nominative(token.text, order, number, case=case, gender=gender) or form
        elif case not in {"", "nom"} and token.i == head.i + 2 and _joined(token, case):
            form = nominative(token.text, _HEADS, number_of(token), case=case, gender=gender_of(token)) or form
        if token.i == start and form[:1].isupper() and _is_common(token):
            form = form[:1].lower() + form[1:]
        words.append(form + token.whitespace_)
    return "".join(words).strip()


_HEADS = ("subst", "ger", "adj", "pact", "ppas")


def _agreeing(doc: Doc, start: int, end: int, head: Token) -> list[Token]:
    """The adjectives next to the head that agree with it by form, before it and after."""
    found: list[Token] = []
    for step, stop in ((-1, start - 1), (1, end)):
        place = head.i + step
        while place != stop and (
            doc[place].text in JOINTS or (agrees_with(doc[place], head) and not _leads(doc, place, stop))
        ):
            if doc[place].text not in JOINTS:
                found.append(doc[place])
            place += step
    return found


def _leads(doc: Doc, place: int, stop: int) -> bool:
    """Whether an adjective after the head is rather that of the next noun: «sympatyków | radykalnych ugrupowań»."""
    if place + 1 >= stop:
        return False
    following = doc[place + 1]
    return following.pos_ == "NOUN" and case_of(following) == "gen" and agrees_with(doc[place], following)


def agrees_with(token: Token, head: Token) -> bool:
    """Whether the token may be an adjective of the noun, by their forms."""
    adjectives = [r for r in analyse(token.lower_) if r.pos in {"adj", "ppas", "pact"}]
    nouns = [r for r in analyse(head.lower_) if r.pos in {"subst", "ger", "adj"}]
    if not nouns:
        return token.head == head and token.pos_ in {"ADJ", "DET"}
    noun = token.pos_ != "ADJ" and any(r.pos == "subst" and r.has("gen") for r in analyse(token.lower_))
    if token.i > head.i and noun:
        return False  # «opinii biegłych»: of the experts, not expert
    return any(agree(adjective, noun) for adjective in adjectives for noun in nouns)


def _stands_in(agreeing: list[Token], head: Token) -> str:
    """The case of the phrase: the tagger's where the forms allow it, else one that they all have."""
    cases = {case for r in analyse(head.lower_) if r.pos in _HEADS for case in CASES if r.has(case)}
    for token in agreeing:
        cases &= {case for r in analyse(token.lower_) if r.pos != "subst" for case in CASES if r.has(case)}
    tagged = case_of(head)
    if not cases or tagged in cases:
        return tagged
    return "nom" if "nom" in cases else min(cases)


def _joined(token: Token, case: str) -> bool:
    """Whether a noun stands beside the head, after «i», in its case: «z opracowań i danych»."""
    return token.nbor(-1).lower_ in {"i", "oraz"} and token.pos_ == "NOUN" and case_of(token) == case


def _is_numeral(token: Token) -> bool:
    readings = analyse(token.lower_)
    return bool(readings) and all(reading.pos == "num" for reading in readings)


def _counts_as(agreeing: list[Token], head: Token) -> str:
    """The number of the phrase: the tagger's where the forms allow it: «niektórych relacji» are several."""
    readings = [r for r in analyse(head.lower_) if r.pos in _HEADS]
    numbers = {number for number in ("sg", "pl") if any(r.has(number) for r in readings)}
    for token in agreeing:
        adjectives = [r for r in analyse(token.lower_) if r.pos != "subst"]
        numbers &= {
            number
            for number in numbers
            if any(r.has(number) and agree(r, n) for r in adjectives for n in readings if n.has(number))
        }
    tagged = number_of(head)
    return next(iter(numbers)) if len(numbers) == 1 else tagged


def _is_common(token: Token) -> bool:
    """Whether a capital is only the sentence's: the word has a reading as a common word and is no name."""
    if len(token.text) > 1 and token.text[1:].lower() != token.text[1:]:
        return False
    if find_actor(token.doc, token) is not None:
        return False
    return token.lower_ in role_lemmas() or any(reading.lemma[:1].islower() for reading in analyse(token.lower_))


def noun_lemma(token: Token) -> str:
    """The lemma of a noun, small; by the dictionary where a sentence's capital may have led the tagger astray."""
    if token.is_sent_start and token.text[:1].isupper():
        found = [r.lemma for r in analyse(token.lower_) if r.pos == "subst" and r.lemma[:1].islower()]
        if found and token.lemma_.lower() not in found:
            return found[0]
    return token.lemma_.lower()


@cache
def role_lemmas() -> frozenset[str]:
    """The nouns for people by what they do."""
    return frozenset(row["lemma"] for row in lexicons.read("roles"))
