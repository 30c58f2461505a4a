"""Names by their capitals: inside a Polish sentence only names have one.

A second opinion beside the statistical component. The kind comes from the dictionary's marks («Lubmin» is
geography), given names, head words and the words before; each name says how sure it is.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from nlp_claims import lexicons
from nlp_claims.actors.baseforms import base_form
from nlp_claims.actors.names import Name, Vocabulary, is_given, is_national, is_role_word, is_surname, word_texts
from nlp_claims.actors.words import NameKind, candidates, prior_of, split_ending
from nlp_claims.morphology import agree, analyse, is_word

_OPENING = frozenset("„\"”“«»‚'(:;–—-•*.!?…>|/")
_SMALL = frozenset({"de", "von", "van", "der", "del", "da", "di", "al", "el", "bin", "ibn", "of", "the", "and", "la", "le",
                    "du", "dos", "den", "for", "ul", "ur", "e"})  # fmt: skip
_JOINTS = frozenset({"-", "&", "–", "'", "’", ".", "/"})
_ABBREVIATED = frozenset({"Wlk", "Św", "św", "Płn", "Płd", "Pn", "Pd", "Wsch", "Zach", "St", "Mt"})
_PLACE_WORDS = frozenset({"w", "we", "do", "z", "ze", "na", "pod", "nad", "koło", "ulica", "miasto", "lotnisko"})
_ENDINGS = frozenset({"a", "owi", "em", "u", "ego", "emu", "m", "ie", "go", "mu", "s"})
_STREETS = frozenset({"street", "square", "airport", "park", "river", "island", "islands", "beach", "valley", "county", "hills"})
_COMPANY_WORDS = frozenset(
    {
        "air", "airlines", "airways", "bank", "group", "press", "times", "post", "news", "media", "company", "corporation",
        "inc", "ltd", "holding", "international", "university", "institute", "party", "college", "council", "association",
        "energy", "oil", "gas", "capital", "partners", "services", "systems", "union", "agency", "foundation", "centre",
        "center", "office", "house", "club", "united", "city", "fc", "motors", "pharma", "biotech", "research", "for",
    }
)  # fmt: skip
_TIED = re.compile(r"^(?:ul|al|el|ur|e)-[A-ZŁŚŻ]")
_ADDRESS = re.compile(r"^[\w-]+\.(?:com|pl|org|net|eu|info|tv|de|co\.uk|gov\.pl)$")
_LIKELY = -2.0
_REMEMBERED = 100_000
_SHORT = 2
_LONGEST_ACRONYM = 6


def capitalised(doc: Doc, words: Vocabulary) -> list[Name]:
    """The names of ``doc`` by capitals, in text order. ``sure`` is 2 where the words decide, 1 where they suggest."""
    found = []
    for start, end in _runs(doc):
        for first, last in _split(doc, start, end):
            if (name := _name(doc, first, last, words)) is not None:
                found.append(name)
    return found


def _runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, small words of foreign names and joints between."""
    texts, size, place = word_texts(doc), len(doc), -1
    for start, text in enumerate(texts):
        if start < place or not text:
            continue
        if not text[0].isupper():
            if "." in text and _ADDRESS.match(text):
                yield start, start + 1
            continue
        end = start + 1
        while end < size:
            word = texts[end]
            if word[:1].isupper():
                end += 1
            elif word == "." and _abbreviates(doc, end):
                end += 1
            elif (word in _JOINTS or word in _SMALL or _TIED.match(word)) and (more := _joined(doc, end)) > end:
                end = more
            else:
                break
        yield start, end
        place = end


def _abbreviates(doc: Doc, place: int) -> bool:
    """«W. Brytania», «Korea Płn.», «J. Kowalski»: a dot inside a name."""
    before = doc[place - 1]
    if before.whitespace_:
        return False
    if before.text in _ABBREVIATED:
        # «Korea Płd. Władze»: the dot may end the sentence too
        after = doc[place + 1].text if place + 1 < len(doc) else ""
        return not (after[:1].isupper() and _common(after)) or before.text in {"Wlk", "Św", "św", "St", "Mt"}
    return len(before.text) == 1 and place + 1 < len(doc) and doc[place + 1].text[:1].isupper()


def _joined(doc: Doc, place: int) -> int:
    """The end of what a joint or a small word at ``place`` adds to a run; ``place`` itself where nothing.

    «Jean-Claude», «Tehreek-e-Labaik», «Bank of America», and the ending written apart in «Farage’a».
    """
    size = len(doc)
    if doc[place].text in _JOINTS and not doc[place - 1].whitespace_ and not doc[place].whitespace_ and place + 1 < size:
        after = doc[place + 1]
        if after.text[:1].isupper() or _TIED.match(after.text):
            return place + 2
        if doc[place].text in {"'", "’"} and after.text in _ENDINGS:
            return place + 2
        tight = place + 3 < size and not after.whitespace_ and doc[place + 2].text == "-"
        if tight and after.text in _SMALL and doc[place + 3].text[:1].isupper():
            return place + 4
    if _TIED.match(doc[place].text):
        return place + 1  # «Saif ul-Mulook»
    end = place
    while end < size and doc[end].text in _SMALL and end - place < _SHORT:
        end += 1
    if place < end < size and doc[end].text[:1].isupper():
        return end + 1  # «Ursula von der Leyen»
    return place


def _split(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run cut before a given name: «Wielkiej Brytanii | Theresa May», «KE | Margaritis Schinas»."""
    begin = start
    for place in range(start + 1, end):
        joint = doc[place].text
        if joint in _JOINTS | _SMALL:
            if joint in {"-", "–", "/"} and place + 1 < end and _two(doc[place - 1].text, doc[place + 1].text, strong=joint == "/"):
                yield begin, place
                begin = place + 1
            continue
        if place > begin and (_ends_before(doc, begin, place, end) or _given_follows(doc, begin, place, end)):
            yield begin, place
            begin = place
    yield begin, end


def _given_follows(doc: Doc, begin: int, place: int, end: int) -> bool:
    """Whether a person's name begins at ``place``: «Wielkiej Brytanii | Theresa May»."""
    if place + 1 >= end or doc[place - 1].text in _JOINTS | _SMALL or doc[place + 1].text in {"'", "’"}:
        return False
    return is_given(doc[place].text) and not is_given(doc[begin].text)


def _ends_before(doc: Doc, begin: int, place: int, end: int) -> bool:
    """Whether a name of a place, a national or an acronym ends right before ``place``: «Pakistanu | Fawad Chaudry»."""
    if place - begin != 1 or doc[place].text in _JOINTS | _SMALL | _ABBREVIATED:
        return False
    first, second = doc[begin].text, doc[place].text
    if is_national(first) and not is_given(first):
        return True  # «Dunka | Freja Nørgaard»
    if analyse(second) or second.isupper() or len(second) <= _SHORT:
        return False  # the second must be a word that only a person or a company has
    if _acronym(first):
        return end - place > 1 and prior_of(second, "organization") == 0
    geography = any("nazwa_geograficzna" in reading.marks and not reading.has("nom") for reading in analyse(first))
    return geography and "imię" not in _marks(first) and prior_of(second, "place") == 0


@lru_cache(maxsize=5_000)
def _two(first: str, second: str, *, strong: bool) -> bool:
    """Whether a hyphen parts two names («UE-Londyn», «Kraków-Porto») and does not make one of them («Bielsko-Biała»)."""
    if _acronym(first) and _acronym(second):
        return max(prior_of(word, "organization") + prior_of(word, "place") for word in (first, second)) > 0
    if strong:
        return True
    if _acronym(first) or _acronym(second):
        return all(len(word) > 1 and (_acronym(word) or _named(word) or word in _ABBREVIATED) for word in (first, second))
    return all("nazwa_geograficzna" in _marks(word) and prior_of(word, "place") > 1 for word in (first, second))


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
    key = doc[start].text, is_role_word(before), before in _PLACE_WORDS
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
        while start < end and doc[start].text in _SMALL | _JOINTS:
            start += 1
        opens = False
    while end > start and doc[end - 1].text in _JOINTS and not (end - start > 1 and doc[end - 2].text in _ABBREVIATED):
        end -= 1
    if end - start > _SHORT and doc[start + 1].text == "." and len(doc[start].text) == 1 and _acronym(doc[end - 1].text):
        start += _SHORT  # «W. CBK» is a preposition and a full stop lost
    if end - start == 1 and not doc[start].text.isupper() and (doc[start].lower_ in words.titles or doc[start].lower_ + "." in words.titles):
        return None
    if start >= end or (end - start == 1 and len(doc[start].text) == 1) or _shouting(doc, start, end):
        return None
    text = doc[start:end].text
    if text in words.excluded:
        return None
    if end - start > 1 and (whole := _whole(text, words)) is not None:
        return Name(start, end, whole, sure=2)
    if end - start == 1 and _ADDRESS.match(doc[start].text):
        return Name(start, end, "organization", sure=2)
    if end - start == 1 and is_national(doc[start].text):
        return Name(start, end, "person", national=True, sure=2)
    end = _complement(doc, start, end, words)
    kind, sure = _kind(doc, start, end, opens, words)
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
    if is_role_word(token.lower_) and not _marks(token.text):
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
        if doc[start + 1].text in _JOINTS:
            return False
        if lemmas := _lemmas(token.lower_) & (words.heads.keys() | words.places.keys()):
            # «Rząd Theresy May», «Władze Pakistanu»: the name is what follows
            after = _marks(doc[start + 1].text)
            return bool(after & {"imię", "nazwa_geograficzna"}) and not lemmas & {"bank", "uniwersytet", "sąd"}
        following = doc[start + 1].text
        if _pair(token.lower_, following):
            return False
    elif doc[start : end].text in words.known or _common_place(doc, start):
        return False
    return not _named(token.text)


@lru_cache(maxsize=20_000)
def _common(word: str) -> bool:
    return any(reading.lemma[:1].islower() for reading in analyse(word.lower()))


@lru_cache(maxsize=20_000)
def _elsewhere(word: str) -> bool:
    """Whether a given name is also a place («Florencja», «Georgia»)."""
    return "nazwa_geograficzna" in _marks(word)


def is_common_opening(doc: Doc, start: int, end: int, words: Vocabulary) -> bool:
    """Whether one word has its capital only because a sentence begins: «Konieczne», not «Polska»."""
    return end - start == 1 and _opens(doc, start) and _leads(doc, start, end, True, words)  # noqa: FBT003


def _common_place(doc: Doc, place: int) -> bool:
    """«Polska», «Niemcy», «Londyn» at the start of a sentence, not «Polska gospodarka»."""
    geography = any("nazwa_geograficzna" in reading.marks and reading.has("nom") for reading in analyse(doc[place].text))
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
                    if noun.pos == "subst" and agree(reading, noun) and (noun.lemma[:1].isupper() or second[:1].isupper()):
                        return True
    return False


def _lemmas(word: str) -> set[str]:
    return {reading.lemma.lower() for reading in analyse(word) if reading.pos == "subst"}


@lru_cache(maxsize=20_000)
def _named(word: str) -> bool:
    readings = analyse(word)
    return bool(readings) and all(reading.marks - {"nazwa_pospolita"} for reading in readings)


@lru_cache(maxsize=20_000)
def _marks(word: str) -> frozenset[str]:
    return frozenset(mark for reading in analyse(word) for mark in reading.marks if mark != "nazwa_pospolita")


def _shouting(doc: Doc, start: int, end: int) -> bool:
    """A headline in capitals: «PILNE», «CZYTAJ TAKŻE»."""
    tokens = [token for token in doc[start:end] if token.is_alpha]
    return end - start > 1 and bool(tokens) and all(
        t.text.isupper() and len(t.text) > 1 and analyse(t.lower_) for t in tokens
    )


def _complement(doc: Doc, start: int, end: int, words: Vocabulary) -> int:
    """The end of an organization's name that goes on after «i» or «ds.»: «Urząd Ochrony Konkurencji i Konsumentów»."""
    if not _lemmas(doc[start].lower_) & words.heads.keys() or not doc[start].text[1:].islower():
        return end
    size = len(doc)
    if end < size - 1 and doc[end].text in {"i", "oraz"} and doc[end + 1].text[:1].isupper() and end - start > 1:
        genitive = any(reading.has("gen") and reading.lemma[:1].islower() for reading in analyse(doc[end + 1].lower_))
        if genitive and not _own_name(doc[end + 1].text):
            end += 2
            while end < size and doc[end].text[:1].isupper() and not _own_name(doc[end].text):
                end += 1
    if end < size - 2 and doc[end].lower_ == "ds" and doc[end + 1].text == "." and doc[end + 2].text[:1].isupper():
        end += 3
        while end < size and doc[end].text[:1].isupper() and not _own_name(doc[end].text):
            end += 1
    return end


@lru_cache(maxsize=20_000)
def _own_name(word: str) -> bool:
    """Whether a word is somebody's name rather than a part of a longer one («Gospodarki», «Logistyki»)."""
    return is_given(word) or not _common(word) or any(prior_of(r.lemma, "place") > 0 for r in analyse(word))


def _kind(doc: Doc, start: int, end: int, opens: bool, words: Vocabulary) -> tuple[NameKind, int]:  # noqa: FBT001
    """The kind of a run and how sure it is; 0 where nothing tells."""
    text = doc[start:end].text
    first, last = doc[start], doc[end - 1]
    if text in words.known:
        return words.known[text], 2
    if end - start == 1 and is_given(first.text) and not (opens and _common(first.text)) and not _elsewhere(first.text):
        return "person", 2
    if end - start == 1 and _acronym(first.text):
        return _of_acronym(first.text, words), 2
    if is_given(first.text) and end - start > 1:
        company = any(token.lower_ in _COMPANY_WORDS for token in doc[start:end])
        return ("organization", 1) if company else ("person", 2)
    head = _head(doc, start, end)
    lemmas = _lemmas(head.lower_)
    if (end - start > 1 or not opens) and head.text[1:].islower():
        if lemmas & words.heads.keys() and "imię" not in _marks(head.text):
            return "organization", 2
        if lemmas & words.places.keys():
            return "place", 2
    if lemmas & words.no_heads:
        return "organization", 0  # «Puchar Polski», «Święto Rzeki»: an event, a prize, a law
    if end - start == _SHORT and head is first and _common(first.text) and not is_given(first.text) and _adjective(last.lower_, first.lower_):
        return "organization", 2  # «Kurier Sandomierski»
    if last.lower_ in _STREETS and end - start > 1:
        return "place", 2
    if end - start > 1 and any(token.lower_ in _COMPANY_WORDS or _letters(token.text) for token in doc[start + 1 : end]):
        return "organization", 2
    if start and not is_surname(last.text) and not _elsewhere(head.text) and _introduces(doc[start - 1].lower_):
        return "organization", 2  # «spółka Warsaw Aviation», «partii Tehreek-e-Labaik»
    return _by_marks(doc, start, end, head, words)


def _letters(word: str) -> bool:
    """Capital letters only: «Geo TV», «Ryanair DAC»."""
    return len(word) > 1 and word.isalpha() and word.isupper()


@lru_cache(maxsize=20_000)
def _introduces(word: str) -> bool:
    """Whether the word before a name says that it is an organization («spółce», «agencja»)."""
    heads = {row["lemma"] for row in lexicons.read("organization_heads")}
    return any(reading.pos == "subst" and reading.lemma in heads for reading in analyse(word))


def _of_acronym(word: str, words: Vocabulary) -> NameKind:
    stem = split_ending(word)
    return words.known.get(stem[0] if stem else word, "organization")


def _head(doc: Doc, start: int, end: int) -> Token:
    """The first word that may be a noun and is not an adjective of the next: «Irlandii», «Królestwa»."""
    for place in range(start, end):
        word = doc[place].text
        if word in _JOINTS or word in _ABBREVIATED or word.endswith(".") or len(word) == 1:
            continue
        if place + 1 < end and _adjective(doc[place].lower_, doc[place + 1].lower_):
            continue
        return doc[place]
    return doc[start]


@lru_cache(maxsize=20_000)
def _adjective(word: str, following: str) -> bool:
    return any(
        agree(reading, noun)
        for reading in analyse(word)
        if reading.pos in {"adj", "ppas"}
        for noun in (*analyse(following), *analyse(following.capitalize()))
        if noun.pos == "subst"
    )


def _by_marks(doc: Doc, start: int, end: int, head: Token, words: Vocabulary) -> tuple[NameKind, int]:
    last = doc[end - 1]
    scores: dict[NameKind, float] = {"place": 0.0, "person": 0.0, "organization": 0.0}
    for word in {head.text, last.text}:
        marks = _marks(word)
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
    if start > 0 and doc[start - 1].lower_ in _PLACE_WORDS:
        scores["place"] += 0.5
    best = max(scores, key=lambda kind: scores[kind])
    if end - start == 1 and _common(head.text) and max(prior_of(head.text, kind) for kind in scores) == 0 and scores[best] < 3.0:  # noqa: PLR2004
        return best, 0  # «Konieczne» is a village too
    if scores[best] >= 1.0:
        return best, 2 if scores[best] >= 2.0 else 1  # noqa: PLR2004
    if any(analyse(token.lower_) for token in doc[start:end] if token.text not in _JOINTS | _SMALL):
        return best, 0  # common words with capitals: titles of films and laws, mostly
    if end - start > 1 and (prior_of(doc[start].text, "organization") > 1 or any(_acronym(t.text) for t in doc[start:end])):
        return "organization", 2  # «Ryanair Sun», «Leave.EU»
    return ("person", 1) if end - start in {2, 3} else ("organization", 1)


@lru_cache(maxsize=20_000)
def _acronym(word: str) -> bool:
    stem = split_ending(word)
    core = (stem[0] if stem else word).rstrip("0123456789")
    return _SHORT <= len(core) <= _LONGEST_ACRONYM and sum(c.isupper() for c in core) >= _SHORT and core[-1].isupper()
