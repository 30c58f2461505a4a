"""Names by their capitals: inside a Polish sentence only names have one.

A second opinion beside the statistical component. The kind comes from the dictionary's marks («Lubmin» is
geography), given names, head words and the words before; each name says how sure it is.
"""

from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc

from nlp_claims import lexicons
from nlp_claims.actors.aliases import legal_forms
from nlp_claims.actors.baseforms import base_form
from nlp_claims.actors.cuts import split
from nlp_claims.actors.extents import name_end
from nlp_claims.actors.guesses import NameKind
from nlp_claims.actors.kinds import PLACE_WORDS, kind_of_run, known_kinds
from nlp_claims.actors.known import media, particles, prior_of
from nlp_claims.actors.lookup import (
    introduces_organization,
    is_acronym,
    is_adjective_of,
    is_club,
    is_common,
    is_function_word,
    is_generic,
    is_given,
    is_national,
    is_oblique_given,
    is_only_name,
    is_organ,
    is_own_name,
    is_role_word,
    is_surname,
    is_unit,
    marks_of,
    noun_lemmas,
)
from nlp_claims.actors.names import Name, Vocabulary
from nlp_claims.actors.runs import ABBREVIATED, ADDRESS, JOINTS, is_joint, runs
from nlp_claims.morphology import agree, analyse, is_word
from nlp_claims.surface import surface_of

_OPENING = frozenset("„\"”“«»‚'(:;–—-•*.!?…>|/")
_GO_ON = frozenset({"ds", "im", "imienia", "w", "we", "na", "dla"})  # after a name that may be longer than its capitals
_QUOTES = frozenset("„\"”“«»‚‘’'")
_Seen = dict[tuple[str, bool, bool], Name | None]  # a word, and whether a role or a noun for a place leads to it
_SHORT = 2
_FREQUENT = 1.5  # a place's weight among known names


def capitalised(doc: Doc, words: Vocabulary) -> list[Name]:
    """The names of ``doc`` by capitals, in text order. ``sure`` is 2 where the words decide, 1 where they suggest."""
    found: list[Name] = []
    seen: _Seen = {}  # of this document alone: what one says of a word must not decide another
    for start, end in runs(doc):
        for first, last in split(doc, start, end):
            if found and first < found[-1].end:
                continue  # the seat or the patron of the name before: «… w Gdańsku»
            if (name := _name(doc, first, last, words, seen)) is not None:
                found.append(name)
    return found


def _opens(doc: Doc, place: int) -> bool:
    """Whether a capital at ``place`` may be a sentence's only."""
    if place == 0:
        return True
    before = doc[place - 1].text  # not the parser's word: it starts a sentence at any capital
    if before in {"-", "–"} and place > 1 and not (doc[place - 1].whitespace_ or doc[place - 2].whitespace_):
        return False  # «PiS–Samoobrona»
    if before[-1:] in _OPENING or before.isspace():
        return True
    # «PAP Przewoźnik odwołał loty»: the source of a line that has lost its full stop; not «powiedział PAP Nowak»
    surname = is_surname(doc[place].text) and not introduces_organization(doc[place].lower_)
    return before in media() and is_acronym(before) and not surname


def _name(doc: Doc, start: int, end: int, words: Vocabulary, seen: _Seen) -> Name | None:
    if _titled(doc, start, end):
        return Name(start, end, "organization", sure=3)
    opens = _opens(doc, start)
    if end - start > 1 or opens or (end < len(doc) and doc[end].lower_ in _GO_ON):
        return _judged(doc, start, end, opens, words)
    # news repeats its names: what one word inside a sentence is hangs on little else than the word
    before = doc[start - 1].lower_
    key = doc[start].text, is_role_word(before), before in PLACE_WORDS
    if key not in seen:
        seen[key] = _judged(doc, start, end, opens, words)
    found = seen[key]
    return found and replace(found, start=start, end=end)


def _judged(doc: Doc, start: int, end: int, opens: bool, words: Vocabulary) -> Name | None:  # noqa: FBT001
    whole = _whole(doc, start, end, words)
    alone = name_end(doc, start, end, words) if whole is None and end - start == 1 else end
    if alone > end and (not opens or alone > end + _SHORT):
        return Name(start, alone, "organization", sure=3)  # «Uniwersytetu w Białymstoku»; but «Sąd w Gdańsku» opens
    if whole is None:
        bare, end = _bared(doc, start, end, opens, words)
        opens = opens and bare == start
        start = bare
        if start >= end or _no_name(doc, start, end, words) or names_thing(doc, start):
            return None
        whole = _whole(doc, start, end, words)
    if whole is not None:
        return Name(start, end, whole, sure=2)
    if end - start == 1 and is_national(doc[start].text):
        return Name(start, end, "person", national=True, sure=2)
    if (longer := name_end(doc, start, end, words)) > end + 1:
        return Name(start, longer, "organization", sure=3)
    kind, sure = kind_of_run(doc, start, end, opens, words)
    end += int(kind == "person" and end - start > 1 and end < len(doc) and doc[end].lower_ in particles("younger"))
    return Name(start, end, kind, sure=sure) if sure else None


def _titled(doc: Doc, start: int, end: int) -> bool:
    """Whether the run is the title of what the noun before names: «tygodnik „Polityka”», «spółka „Nasza Ziemia”»."""
    if start < _SHORT or end >= len(doc) or doc[start - 1].text not in _QUOTES or doc[end].text not in _QUOTES:
        return False
    if introduces_organization(doc[start - 2].lower_):
        return True
    # «sondaż dla „Rzeczpospolitej”»
    return end - start == 1 and "organization" in known_kinds(doc[start].text)


def _bared(doc: Doc, start: int, end: int, opens: bool, words: Vocabulary) -> tuple[int, int]:  # noqa: FBT001
    """The run without what only leads to the name, and without joints at its end."""
    while start < end and _leads(doc, start, end, opens, words):
        start += 1
        while start < end and is_joint(doc[start].text):
            start += 1
        opens = False
    if (
        0 < start < end
        and is_role_word(doc[start - 1].lower_)
        and is_adjective_of(doc[start].lower_, doc[start - 1].lower_)
    ):
        start += 1  # «Prokurator Krajowy | Jan Lis»
    while end > start and doc[end - 1].text in JOINTS and not _abbreviation(doc, start, end):
        end -= 1
    lost = end - start > _SHORT and doc[start + 1].text == "." and len(doc[start].text) == 1
    if lost and is_acronym(doc[end - 1].text):
        start += _SHORT  # «W. CBK» is a preposition and a full stop lost
    return start, end


def _abbreviation(doc: Doc, start: int, end: int) -> bool:
    """Whether the dot at the end of a run is the name's: «Korea Płn.», «Mirosława G.»."""
    if end - start < _SHORT or doc[end - 1].text != ".":
        return False
    return doc[end - 2].text in ABBREVIATED or (end - start > _SHORT and len(doc[end - 2].text) == 1)


def _no_name(doc: Doc, start: int, end: int, words: Vocabulary) -> bool:
    """A title alone, a letter alone, a headline in capitals, a currency."""
    text, one = surface_of(doc).between(start, end), end - start == 1
    title = one and not text.isupper() and (text.lower() in words.titles or text.lower() + "." in words.titles)
    return (
        title
        or (one and (len(text) == 1 or is_function_word(text)))
        or text in words.excluded
        or _shouting(doc, start, end)
    )


def names_thing(doc: Doc, start: int) -> bool:
    """Whether the noun before is a thing with a name of its own: «huragan Katrina», «wariant Delta»."""
    return start > 0 and bool(noun_lemmas(doc[start - 1].lower_) & lexicons.words("things"))


def _whole(doc: Doc, start: int, end: int, words: Vocabulary) -> NameKind | None:
    """The kind of a name of several words that the table knows, in any case: «Rzecznika Praw Obywatelskich»."""
    text = surface_of(doc).between(start, end)
    if end - start == 1:
        return "organization" if ADDRESS.match(text) else None
    if text in words.known:
        return words.known[text]
    return words.known.get(_nominative(text)) if text[:3] in words.openings else None


@lru_cache(maxsize=3_000)
def _nominative(text: str) -> str:
    return base_form(text, "organization").text


def _leads(doc: Doc, start: int, end: int, opens: bool, words: Vocabulary) -> bool:  # noqa: FBT001
    """Whether the first word of a run is no part of the name: a title, or the sentence's first word."""
    token = doc[start]
    title = words.titles.get(token.lower_) or words.titles.get(token.lower_ + ".") or {"class": "name"}
    leading = title["class"] != "name" and end - start > 1 and not token.text.isupper()
    if leading or (is_role_word(token.lower_) and not marks_of(token.text)):
        return True
    if not opens or (token.text.isupper() and len(token.text) > 1) or _opens_surname(doc, start):
        return False
    readings = analyse(token.lower_)
    if not readings:
        return is_word(token.lower_)  # «Powinniśmy», «Zrobiłem»: two words in one
    if all(reading.lemma[:1].isupper() for reading in readings):
        return False
    if end - start == 1:
        known = token.text in words.known or _common_place(doc, start) or is_only_name(token.text)
        return not known and not is_national(token.text)
    following = doc[start + 1].text
    # «Sam Donald Trump», not «Sam Smith»
    himself = end - start > _SHORT and is_given(following) and any(r.lemma == "sam" for r in readings)
    # «Stacja CNN», «Telewizja BBC»
    medium = surface_of(doc).between(start + 1, end) in words.media and introduces_organization(token.lower_)
    return himself or medium or _leads_on(token.text, following, words)


def _opens_surname(doc: Doc, place: int) -> bool:
    """«Von der Leyen»: the small word of a surname has a capital at the start of a sentence."""
    word = doc[place].lower_
    return word in particles("particle") - particles("inner") and not is_function_word(word)


def _leads_on(word: str, following: str, words: Vocabulary) -> bool:
    """Whether a common word that opens a sentence stands apart from the capital after it: «Wczoraj Tusk»."""
    lemmas = noun_lemmas(word.lower()) & (words.heads.keys() | words.places)
    company = is_club(word, following) or (following.isupper() and following.lower() in legal_forms())
    if company or (lemmas and _pair(word.lower(), following)):
        return False  # «Legia Warszawa», «Agora SA»; «Rada Miejska», though Rada is a given name
    if is_given(word):
        # «Sam Ryanair», not «Tom Williams»; «Stan Borisa Johnsona» is how he is
        known = prior_of(following, "organization") > 1 and not is_surname(following)
        return known or is_oblique_given(following)
    described = is_national(following) and is_adjective_of(word.lower(), following)  # «Ankietowani Polacy»
    if described or following in JOINTS:
        return described
    if lemmas:
        # «Rząd Theresy May», «Władze Pakistanu»: the name is what follows; not «Związek Polaków»
        after = marks_of(following) & {"imię", "nazwa_geograficzna"} and not is_national(following)
        # «Miasteczko Great Yarmouth», «Firma Orlen»: a noun that only leads to the name
        return (
            is_unit(word.lower())
            or (_introduces(word.lower()) and (is_own_name(following) or is_acronym(following)))
            or (bool(after) and not lemmas & {"bank", "uniwersytet", "sąd"})
        )
    if _is_epithet(word.lower()) and (is_acronym(following) or not is_common(following)):
        return not is_only_name(word)  # «Turecki MSZ», «Rosyjski Sputnik»; not «Polska Agencja Prasowa»
    return not _pair(word.lower(), following) and not is_only_name(word)


def _introduces(word: str) -> bool:
    return is_generic(word) or is_organ(word)


@lru_cache(maxsize=3_000)
def _is_epithet(word: str) -> bool:
    """An adjective of a country or a town: «rosyjski», «krakowska»."""
    return any(reading.pos == "adj" and reading.lemma.endswith(("ski", "cki", "dzki")) for reading in analyse(word))


def is_common_opening(doc: Doc, start: int, end: int, words: Vocabulary) -> bool:
    """Whether one word has its capital only because a sentence begins: «Konieczne», not «Polska»."""
    return end - start == 1 and _opens(doc, start) and _leads(doc, start, end, True, words)  # noqa: FBT003


def _common_place(doc: Doc, place: int) -> bool:
    """«Polska», «Niemcy», «Londyn» at the start of a sentence, not «Polska gospodarka»."""
    geography = any(
        "nazwa_geograficzna" in reading.marks and reading.has("nom") for reading in analyse(doc[place].text)
    )
    if not geography or prior_of(doc[place].text, "place") < _FREQUENT:
        return False
    if not any(reading.pos in {"adj", "ppas", "pact"} for reading in analyse(doc[place].lower_)):
        return True
    after = doc[place + 1] if place + 1 < len(doc) else None
    return after is None or not any(reading.pos in {"subst", "adj"} for reading in analyse(after.text))


@lru_cache(maxsize=3_000)
def _pair(first: str, second: str) -> bool:
    """Whether an adjective and a noun agree, in either order: «Irlandia Północna», «Zjednoczone Królestwo»."""
    return any(
        agree(adjective, noun)
        for one, other in ((first, second), (second, first))
        for adjective in analyse(one.lower())
        if adjective.pos in {"adj", "ppas"}
        for noun in analyse(other)
        if noun.pos == "subst" and (noun.lemma[:1].isupper() or second[:1].isupper())
    )


def _shouting(doc: Doc, start: int, end: int) -> bool:
    """A headline in capitals: «PILNE», «CZYTAJ TAKŻE»."""
    tokens = [token for token in doc[start:end] if token.is_alpha]
    return (
        end - start > 1
        and bool(tokens)
        and all(t.text.isupper() and len(t.text) > 1 and analyse(t.lower_) for t in tokens)
    )
