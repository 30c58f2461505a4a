"""What a run of capitalised words names: person, organization or place, and how sure that is."""

from functools import lru_cache

from spacy.tokens import Doc, Token

from nlp_claims.actors.guesses import NameKind
from nlp_claims.actors.known import particles, prior_of
from nlp_claims.actors.lookup import (
    introduces_organization,
    is_acronym,
    is_adjective_of,
    is_club,
    is_common,
    is_generic,
    is_given,
    is_letters,
    is_place_too,
    is_role_word,
    is_state_body,
    is_surname,
    is_unit,
    marks_of,
    noun_lemmas,
)
from nlp_claims.actors.names import Vocabulary
from nlp_claims.actors.runs import ABBREVIATED, JOINTS, is_joint
from nlp_claims.actors.words import candidates, split_ending
from nlp_claims.morphology import analyse
from nlp_claims.surface import surface_of

PLACE_WORDS = frozenset({"w", "we", "do", "z", "ze", "na", "pod", "nad", "koło", "ulica", "miasto", "lotnisko"})
_LIKELY = -2.0
_SHORT = 2
_FAIR, _CERTAIN = 1.0, 3.0  # scores


KINDS: tuple[NameKind, ...] = ("person", "organization", "place")
Judgement = tuple[NameKind, int]


def kind_of_run(doc: Doc, start: int, end: int, opens: bool, words: Vocabulary) -> Judgement:  # noqa: FBT001
    """The kind of a run and how sure it is; 0 where nothing tells. ``opens``: a sentence begins with it."""
    text = surface_of(doc).between(start, end)
    if text in words.known:
        return words.known[text], 2
    if end - start > 1 and (is_club(doc[start].text, doc[start + 1].text) or "&" in text):
        return "organization", 2
    if (kind := _of_particles(doc, start, end, words)) is not None:
        return kind, 2
    if end - start == 1 and start and _named_firm(doc[start - 1].lower_, text):
        return "organization", 2
    found = _of_one(doc[start].text, opens, words) if end - start == 1 else _of_given(doc, start, end, words)
    if found is None:
        head = _head(doc, start, end, words)
        found = _of_head(head, alone=end - start == 1 and opens, words=words) or _of_company(
            doc, start, end, head, words
        )
        return found or _by_marks(doc, start, end, head)
    return found


@lru_cache(maxsize=3_000)
def _named_firm(noun: str, name: str) -> bool:
    """«Firma Kowalski», «spółka Alfa»: two nominatives, so no «firma Kowalskiego», and no «szef firmy Kowalski»."""
    nouns = [each for each in analyse(noun) if each.pos == "subst"]
    leads = is_generic(noun) and not any(each.has("m1") for each in nouns)  # «producent Kos» is a man
    return leads and all(any(each.has("sg") and each.has("nom") for each in of) for of in (nouns, analyse(name)))


def _of_particles(doc: Doc, start: int, end: int, words: Vocabulary) -> NameKind | None:
    """By what stands between the hyphens of an Asian name: «Tsai Ing-wen», «Sami-ul-Hak», «Tehreek-e-Labaik»."""
    if end - start > _SHORT and doc[end - 1].text.islower() and doc[end - 2].text == "-":
        return "person"
    tied = (place for place in range(start + 1, end - 1) if doc[place - 1].text == doc[place + 1].text == "-")
    inner = {doc[place].text for place in tied}
    if inner & {"e", "i"} or (inner and words.foreign.get(doc[start].lower_) == "organization"):
        return "organization"
    return "person" if inner & particles("article") else None


def _of_one(word: str, opens: bool, words: Vocabulary) -> Judgement | None:  # noqa: FBT001
    """A given name alone, an acronym, «mBank»."""
    if word[:1].islower():
        return "organization", 2  # «mBank», «dpa»
    if is_given(word) and not (opens and is_common(word)) and not is_place_too(word):
        return "person", 2
    return (_of_acronym(word, words), 2) if is_acronym(word) else None


def _of_given(doc: Doc, start: int, end: int, words: Vocabulary) -> Judgement | None:
    """A run that begins with a given name: «Anna Lis», but «Sam Group»."""
    first = doc[start].text
    family = first in particles("family") and not is_common(first)  # «Hua Chunying»; not «Park Narodowy»
    if not family and not is_given(first):
        return None
    company = any(words.foreign.get(token.lower_) == "organization" for token in doc[start:end])
    return ("organization", 1) if company else ("person", 2)


def _of_head(head: Token, *, alone: bool, words: Vocabulary) -> Judgement | None:
    """By the head noun: «Ministerstwo …», «ulica …»; an event, a prize, a law is nobody («Puchar Polski»)."""
    lemmas = noun_lemmas(head.lower_)
    if not alone and head.text[1:].islower():
        if lemmas & words.heads.keys() and "imię" not in marks_of(head.text):
            return "organization", 2
        if lemmas & words.places:
            return "place", 2
    return ("organization", 0) if lemmas & words.no_heads else None


def _of_company(doc: Doc, start: int, end: int, head: Token, words: Vocabulary) -> Judgement | None:
    """By words that companies have in their names, or that stand before these."""
    first, last = doc[start], doc[end - 1]
    common = end - start == _SHORT and head == first and is_common(first.text) and not is_place_too(first.text)
    if common and is_adjective_of(last.lower_, first.lower_):
        return "organization", 2  # «Kurier Sandomierski», not «Europa Wschodnia»
    if end - start > 1 and words.foreign.get(last.lower_) == "place":
        return "place", 2
    rest = doc[start + 1 : end]
    if any(noun_lemmas(token.lower_) & words.heads.keys() and token.text[1:].islower() for token in rest):
        return "organization", 2  # «ING Bank Śląski»
    if any(words.foreign.get(token.lower_) == "organization" or is_letters(token.text) for token in rest):
        return "organization", 2
    unknown = start and not is_surname(last.text) and not _is_geography(head.text, inner=end - start > 1)
    if unknown and not holds_office(doc, start) and introduces_organization(doc[start - 1].lower_):
        return "organization", 2  # «spółka Warsaw Aviation», «partii Tehreek-e-Labaik»
    return None


def _of_acronym(word: str, words: Vocabulary) -> NameKind:
    stem = split_ending(word)
    return words.known.get(stem[0] if stem else word, "organization")


def _head(doc: Doc, start: int, end: int, words: Vocabulary) -> Token:
    """The first word that may be a noun and is not an adjective of the next: «Irlandii», «Królestwa»."""
    for place in range(start, end):
        word = doc[place].text
        if word in JOINTS or word in ABBREVIATED or word.endswith(".") or len(word) == 1:
            continue
        noun = noun_lemmas(doc[place].lower_) & words.heads.keys()  # «Rada Miejska», though «rada» is «glad» too
        if not noun and place + 1 < end and is_adjective_of(doc[place].lower_, doc[place + 1].lower_):
            continue
        return doc[place]
    return doc[start]


def _by_marks(doc: Doc, start: int, end: int, head: Token) -> Judgement:
    """By the dictionary's marks, the known names and the word before."""
    scores = _scores(doc, start, end, head)
    best = max(scores, key=lambda kind: scores[kind])
    if end - start == 1 and (is_common(head.text) or not analyse(head.text)) and scores[best] < _CERTAIN:
        if len(meant := known_kinds(head.text)) == 1:
            return meant[0], 2  # «Facebooku», «Zielonych», «Netanjahu»
        if is_common(head.text) and not any(prior_of(head.text, kind) for kind in KINDS):
            return best, 0  # «Konieczne» is a village too
    if scores[best] >= _FAIR:
        return best, 2 if scores[best] >= 2 * _FAIR else 1
    # «Abd al-Fattah as-Sisi»: what joins the words does not count
    great = [t for t in doc[start:end] if not is_joint(t.lower_) and t.lower_ not in particles("article")]
    if any(analyse(token.lower_) for token in great):
        return best, 0  # common words with capitals: titles of films and laws, mostly
    known = prior_of(doc[start].text, "organization") > 1 or any(is_acronym(token.text) for token in doc[start:end])
    if end - start > 1 and known:
        return "organization", 2  # «Ryanair Sun», «Leave.EU»
    opens = is_joint(doc[start].lower_) and doc[start].text[:1].isupper()  # «Von der Leyen»
    return ("person", 1) if len(great) in {2, 3} or opens else ("organization", 1)


@lru_cache(maxsize=5_000)
def known_kinds(word: str) -> list[NameKind]:
    """What the table of names has a form of the word for: «Facebooku», though a «facebook» is a common word too."""
    found = {
        kind: any(prior_of(i.base, kind) >= _CERTAIN for i in candidates(word, kind)[:6] if i.score > _LIKELY)
        for kind in KINDS
    }
    return [kind for kind, known in found.items() if known]


def holds_office(doc: Doc, start: int) -> bool:
    """Whether an office of state leads to the name: «sekretarz stanu Pompeo», «rzeczniczka komendy okręgowej …»."""
    place = start - 1
    if place > 1 and is_adjective_of(doc[place].lower_, doc[place - 1].lower_):
        place -= 1
    return place > 0 and is_state_body(doc[place].lower_) and is_role_word(doc[place - 1].lower_)


@lru_cache(maxsize=3_000)
def _is_geography(word: str, *, inner: bool) -> bool:
    """Whether the dictionary has the word as a place, not only as some village's rare form («New», of «Newa»).

    ``inner``: the word is one of several: «Sącz» is no place, «Nowy Sącz» is.
    """
    wanted = {"nazwa_geograficzna", "człon_nazwy_geograficznej"} if inner else {"nazwa_geograficzna"}
    found = [r for r in analyse(word) if r.marks & wanted]
    return any(reading.has("sg") or reading.has("nom") or prior_of(reading.lemma, "place") > 0 for reading in found)


def _scores(doc: Doc, start: int, end: int, head: Token) -> dict[NameKind, float]:
    scores: dict[NameKind, float] = {"place": 0.0, "person": 0.0, "organization": 0.0}
    several = end - start > 1
    for word in {head.text, doc[end - 1].text}:
        marks = marks_of(word)
        scores["place"] += 2.0 * (word == head.text and _is_geography(word, inner=several))
        # «Nowego Sącza»: an adjective that opens the name is no surname
        scores["person"] += 1.0 * (bool(marks & {"nazwisko", "imię"}) and not (several and head.i > start))
        scores["organization"] += 2.0 * bool(marks & {"nazwa_organizacji", "nazwa_firmy"})
    for kind in scores:
        bases = {item.base for item in candidates(head.text, kind)[:6] if item.score > _LIKELY}
        scores[kind] += max((prior_of(base, kind) for base in bases), default=0.0) / 2
    before = doc[start - 1].lower_ if start else ""
    if holds_office(doc, start) and scores["organization"] + scores["place"] < _FAIR:
        scores["person"] += 2.0
    if is_role_word(before) and scores["organization"] + scores["place"] < _FAIR:
        # «prezes Kowalski»; but «prezes Baltwindu Hubert Okoń»
        follows = end < len(doc) and doc[end].text[:1].isupper()
        # no man's genitive ends in «-u»: «rzeczniczka Bundesbanku», «prezes Naftohazu»
        follows = follows or (end - start == 1 and head.text[-1] == "u" and not is_surname(head.text))
        scores["organization" if follows else "person"] += 2.0
    scores["place"] += 0.5 * (before in PLACE_WORDS)
    if is_unit(before) and not holds_office(doc, start) and scores["organization"] + scores["person"] < _FAIR:
        scores["place"] += 2.0  # «hrabstwo Maricopa»
    return scores
