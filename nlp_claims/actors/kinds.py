"""What a run of capitalised words names: person, organization or place, and how sure that is."""

from spacy.tokens import Doc, Token

from nlp_claims.actors.lookup import (
    introduces_organization,
    is_acronym,
    is_adjective_of,
    is_common,
    is_given,
    is_letters,
    is_place_too,
    is_role_word,
    is_surname,
    marks_of,
    noun_lemmas,
)
from nlp_claims.actors.names import Vocabulary
from nlp_claims.actors.runs import ABBREVIATED, JOINTS, SMALL
from nlp_claims.actors.words import NameKind, candidates, prior_of, split_ending
from nlp_claims.morphology import analyse

PLACE_WORDS = frozenset({"w", "we", "do", "z", "ze", "na", "pod", "nad", "koło", "ulica", "miasto", "lotnisko"})
_STREETS = frozenset(
    {"street", "square", "airport", "park", "river", "island", "islands", "beach", "valley", "county", "hills"}
)
_COMPANY_WORDS = frozenset(
    {
        "air", "airlines", "airways", "bank", "group", "press", "times", "post", "news", "media", "company", "corporation",
        "inc", "ltd", "holding", "international", "university", "institute", "party", "college", "council", "association",
        "energy", "oil", "gas", "capital", "partners", "services", "systems", "union", "agency", "foundation", "centre",
        "center", "office", "house", "club", "united", "city", "fc", "motors", "pharma", "biotech", "research", "for",
    }
)  # fmt: skip
_LIKELY = -2.0
_SHORT = 2


def kind_of_run(doc: Doc, start: int, end: int, opens: bool, words: Vocabulary) -> tuple[NameKind, int]:  # noqa: FBT001
    """The kind of a run and how sure it is; 0 where nothing tells."""
    text = doc[start:end].text
    first, last = doc[start], doc[end - 1]
    if text in words.known:
        return words.known[text], 2
    if (
        end - start == 1
        and is_given(first.text)
        and not (opens and is_common(first.text))
        and not is_place_too(first.text)
    ):
        return "person", 2
    if end - start == 1 and is_acronym(first.text):
        return _of_acronym(first.text, words), 2
    if is_given(first.text) and end - start > 1:
        company = any(token.lower_ in _COMPANY_WORDS for token in doc[start:end])
        return ("organization", 1) if company else ("person", 2)
    head = _head(doc, start, end)
    lemmas = noun_lemmas(head.lower_)
    if (end - start > 1 or not opens) and head.text[1:].islower():
        if lemmas & words.heads.keys() and "imię" not in marks_of(head.text):
            return "organization", 2
        if lemmas & words.places.keys():
            return "place", 2
    if lemmas & words.no_heads:
        return "organization", 0  # «Puchar Polski», «Święto Rzeki»: an event, a prize, a law
    if (
        end - start == _SHORT
        and head is first
        and is_common(first.text)
        and not is_given(first.text)
        and is_adjective_of(last.lower_, first.lower_)
    ):
        return "organization", 2  # «Kurier Sandomierski»
    if last.lower_ in _STREETS and end - start > 1:
        return "place", 2
    if end - start > 1 and any(
        token.lower_ in _COMPANY_WORDS or is_letters(token.text) for token in doc[start + 1 : end]
    ):
        return "organization", 2
    if (
        start
        and not is_surname(last.text)
        and not is_place_too(head.text)
        and introduces_organization(doc[start - 1].lower_)
    ):
        return "organization", 2  # «spółka Warsaw Aviation», «partii Tehreek-e-Labaik»
    return _by_marks(doc, start, end, head, words)


def _of_acronym(word: str, words: Vocabulary) -> NameKind:
    stem = split_ending(word)
    return words.known.get(stem[0] if stem else word, "organization")


def _head(doc: Doc, start: int, end: int) -> Token:
    """The first word that may be a noun and is not an adjective of the next: «Irlandii», «Królestwa»."""
    for place in range(start, end):
        word = doc[place].text
        if word in JOINTS or word in ABBREVIATED or word.endswith(".") or len(word) == 1:
            continue
        if place + 1 < end and is_adjective_of(doc[place].lower_, doc[place + 1].lower_):
            continue
        return doc[place]
    return doc[start]


def _by_marks(doc: Doc, start: int, end: int, head: Token, words: Vocabulary) -> tuple[NameKind, int]:
    last = doc[end - 1]
    scores: dict[NameKind, float] = {"place": 0.0, "person": 0.0, "organization": 0.0}
    for word in {head.text, last.text}:
        marks = marks_of(word)
        scores["place"] += 2.0 * ("nazwa_geograficzna" in marks and word == head.text)
        scores["person"] += 1.0 * bool(marks & {"nazwisko", "imię"})
        scores["organization"] += 2.0 * bool(marks & {"nazwa_organizacji", "nazwa_firmy"})
    for kind in scores:
        bases = {item.base for item in candidates(head.text, kind)[:6] if item.score > _LIKELY}
        scores[kind] += max((prior_of(base, kind) for base in bases), default=0.0) / 2
    if start > 0 and is_role_word(doc[start - 1].lower_) and scores["organization"] + scores["place"] < 1.0:
        # «prezes Kowalski»; but «prezes Baltwindu Hubert Okoń»
        follows = end < len(doc) and doc[end].text[:1].isupper()
        scores["organization" if follows else "person"] += 2.0
    if start > 0 and doc[start - 1].lower_ in PLACE_WORDS:
        scores["place"] += 0.5
    best = max(scores, key=lambda kind: scores[kind])
    if (
        end - start == 1
        and is_common(head.text)
        and max(prior_of(head.text, kind) for kind in scores) == 0
        and scores[best] < 3.0
    ):  # noqa: PLR2004
        return best, 0  # «Konieczne» is a village too
    if scores[best] >= 1.0:
        return best, 2 if scores[best] >= 2.0 else 1  # noqa: PLR2004
    if any(analyse(token.lower_) for token in doc[start:end] if token.text not in JOINTS | SMALL):
        return best, 0  # common words with capitals: titles of films and laws, mostly
    if end - start > 1 and (
        prior_of(doc[start].text, "organization") > 1 or any(is_acronym(t.text) for t in doc[start:end])
    ):
        return "organization", 2  # «Ryanair Sun», «Leave.EU»
    return ("person", 1) if end - start in {2, 3} else ("organization", 1)
