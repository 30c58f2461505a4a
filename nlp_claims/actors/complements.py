"""How far the phrase of an unnamed actor goes: its adjectives, whose it is, where it is from."""

from spacy.tokens import Doc, Token

from nlp_claims import lexicons
from nlp_claims.actors.circumstances import CLOSING, origin_end, without_circumstances
from nlp_claims.actors.lookup import is_calendar, is_generic, is_unit
from nlp_claims.actors.modifiers import adjectives_end, adjectives_start, is_active, participle_end, points
from nlp_claims.actors.nounphrases import (
    JOINTS,
    agrees_with,
    case_of,
    gender_of,
    name_end,
    noun_lemma,
    noun_phrase,
    number_of,
    role_lemmas,
)
from nlp_claims.actors.registry import find_actor, mention_at
from nlp_claims.annotations import claims_of
from nlp_claims.morphology import analyse

_OPENING = frozenset('„"“«‚')
SHARES = frozenset({"procent", "proc"})
_GOVERNING = frozenset({"det:numgov", "nummod:gov"})
_LONGEST_TITLE = 6  # tokens


def whole_phrase(doc: Doc, start: int, end: int, noun: Token) -> tuple[int, int]:
    """The noun's phrase: its adjectives and complements, without the circumstances of what it does.

    Args:
        doc: a parsed document.
        start: the first token of what the parser or a cue took for the phrase.
        end: its end, exclusive.
        noun: its head.
    """
    quantity = [child.i for child in noun.children if child.dep_ in _GOVERNING and start <= child.i < noun.i]
    start = max([start, *(place + 1 for place in quantity)])  # «wielu akademików», «150 akademików»: the «akademicy»
    start = adjectives_start(doc, start, noun)
    if noun.lower_ in SHARES:
        return _share(doc, start, end, noun)
    end = adjectives_end(doc, _misfit(doc, end, noun), noun)
    end = _name_after_noun(doc, end)
    end = _person_end(doc, end, noun)
    end = _genitive_end(doc, end, noun)
    end = origin_end(doc, end, noun)
    end = _quoted_end(doc, end)
    end = _joined_end(doc, end, noun)
    if end - 1 > noun.i and end < len(doc) and doc[end].text == "," and is_active(doc[end - 1]):
        end -= 1  # «urzędnicy | uważający, że»
    end = without_circumstances(doc, end, noun) if _is_doer(noun) else end
    return start, participle_end(doc, end, noun) if number_of(noun) == "pl" else end


def _misfit(doc: Doc, end: int, noun: Token) -> int:
    """Where the first word stands that can be no adjective and no genitive of the noun: «dziennikarze | 10 kwietnia».

    What a preposition leads to is in the case that it asks for.
    """
    for place in range(noun.i + 1, end):
        token = doc[place]
        if token.like_num and place + 1 < end and _counts_other(doc[place + 1]):
            return place
    if noun_lemma(noun) in _GOVERNED_BY:
        end = min(end, _owned_end(doc, end, noun))
    for place in range(noun.i + 1, end):
        if doc[place].pos_ == "ADP" or is_active(doc[place]):
            return end
        if _strays(doc, place, end, noun):
            return place
    return end


def _strays(doc: Doc, place: int, end: int, noun: Token) -> bool:
    token, actor = doc[place], find_actor(doc, doc[place])
    if points(token) and (place + 1 == end or not agrees_with(token, doc[place + 1])):
        return True  # «firmy | te», not «członkowie tego klubu»
    if actor is not None or token.text.isupper():
        # «ośrodek Survation | Brytyjczycy chcą»
        return actor is not None and claims_of(doc)["actors"][actor]["kind"] == "group" and case_of(token) == "nom"
    if token.pos_ not in _DECLINED or case_of(token) in {"gen", ""}:
        return False
    # «minister kraju | odpowiedzialny za sport»
    behind = token.pos_ == "ADJ" and doc[place - 1].pos_ in {"NOUN", "PROPN"} and place - 1 > noun.i
    return behind or not _may_belong(token, noun)


_DECLINED = frozenset({"ADJ", "DET", "NOUN", "PROPN"})
_GOVERNED_BY = frozenset({"parlament", "policja", "rząd", "sąd"})


def _owned_end(doc: Doc, end: int, noun: Token) -> int:
    """The end of an authority's phrase: it is somebody's or of a place; what else is genitive, a verb asks for.

    «odmówił rządowi | prawa głosu», «rząd premiera», «sąd tego miasta».
    """
    place = noun.i + 1
    while place < end and doc[place].pos_ in {"ADJ", "DET"} and agrees_with(doc[place], noun):
        place += 1
    first = next((doc[at] for at in range(place, end) if doc[at].pos_ not in {"ADJ", "DET"}), None)
    if first is None or first.pos_ != "NOUN" or find_actor(doc, first) is not None:
        return end
    lemma = noun_lemma(first)
    known = lemma in role_lemmas() or any(
        lemma in lexicons.words(name) for name in ("organization_heads", "place_heads")
    )
    return end if known or gender_of(first) == "m1" else place


def _counts_other(token: Token) -> bool:
    """Whether a number before the word is a date or a sum: «10 lipca», «2,1 mld»; not «7 państw», «Xbox 360»."""
    return is_calendar(token.lemma_) or token.lower_ in {"mld", "mln", "tys", "proc", "%"}


def _may_belong(token: Token, noun: Token) -> bool:
    readings = analyse(token.lower_)
    return not readings or agrees_with(token, noun) or any(reading.has("gen") for reading in readings)


def _joined_end(doc: Doc, end: int, noun: Token) -> int:
    """«negocjatorzy Unii | i Chin», «personel w Niemczech, | Belgii i Irlandii»: names of one kind."""
    first = find_actor(doc, doc[end - 1]) if end - 1 > noun.i else None
    if first is None or not doc[end - 1].text[:1].isupper():
        return end
    actors = claims_of(doc)["actors"]
    kind, place = actors[first]["kind"], end
    while place + 1 < len(doc) and doc[place].text in JOINTS:
        last = doc[place].text != ","
        place += 1 + (doc[place + 1].pos_ == "ADP" and doc[place + 1].lower_[0] == _leading(doc, end, noun))
        actor = find_actor(doc, doc[place]) if place < len(doc) and doc[place].text[:1].isupper() else None
        if actor is None or not {kind, actors[actor]["kind"]} <= _LASTING:
            return end
        place = name_end(doc, place)
        if last:
            return place if _may_be_in(doc[place - 1], case_of(doc[end - 1])) else end
    return end


_LASTING = frozenset({"place", "organization"})


def _may_be_in(token: Token, case: str) -> bool:
    readings = analyse(token.text)
    return case_of(token) in {case, ""} or not readings or any(reading.has(case) for reading in readings)


def _leading(doc: Doc, end: int, noun: Token) -> str:
    """The letter of the last preposition of a phrase: «w» and «we» are one."""
    return next((doc[place].lower_[0] for place in range(end - 1, noun.i, -1) if doc[place].pos_ == "ADP"), "")


def _is_doer(noun: Token) -> bool:
    """Whether the noun means people («większość posłów») or a body; what a «raport o kolejach» is about is its name."""
    lemma = noun_lemma(noun)
    return (
        gender_of(noun) == "m1"
        or lemma in role_lemmas()
        or any(lemma in lexicons.words(table) for table in ("collectives", "shares", "organization_heads"))
    )


def _share(doc: Doc, start: int, end: int, noun: Token) -> tuple[int, int]:
    """«14 proc. respondentów»: the people with their share."""
    if start == noun.i and start > 0 and doc[start - 1].like_num:
        start -= 1
    place = noun.i + 1
    place += place < len(doc) and doc[place].text == "."
    if place < len(doc) and case_of(doc[place]) == "gen" and doc[place].pos_ in {"NOUN", "ADJ"}:
        end = max(end, noun_phrase(doc, doc[place])[1])
    return start, end


def _name_after_noun(doc: Doc, end: int) -> int:
    """«analitycy banku | Goldman Sachs», «władze hrabstwa | Kent»: the name of what the last noun leads to."""
    leads = end < len(doc) and (is_generic(doc[end - 1].lower_) or is_unit(doc[end - 1].lower_))
    return name_end(doc, end) if leads and doc[end].text[:1].isupper() else end


def _person_end(doc: Doc, end: int, noun: Token) -> int:
    """«sztab | Joe Bidena», «doradcy | Joe Bidena»: whose it is; a given name without endings hides the genitive."""
    if end != noun.i + 1 or end + 1 >= len(doc) or doc[end].is_sent_start or not doc[end].text[:1].isupper():
        return end
    place = find_actor(doc, doc[end])
    if place is None or claims_of(doc)["actors"][place]["kind"] != "person":
        return end
    close = name_end(doc, end)
    mention = mention_at(doc, doc[end])
    inflected = mention is not None and mention["base"] != doc[end:close].text
    return close if inflected and close - end > 1 else end


def _genitive_end(doc: Doc, end: int, noun: Token) -> int:
    """«liderzy | związku», «przedstawiciele | organizacji»: a genitive right after people that the parser cut off."""
    if end != noun.i + 1 or number_of(noun) != "pl" or end >= len(doc) or doc[end].is_sent_start:
        return end
    after = doc[end]
    actor = find_actor(doc, after) if after.text[:1].isupper() else None
    if actor is not None and claims_of(doc)["actors"][actor]["kind"] == "organization":
        return name_end(doc, end)  # «analitycy Goldman Sachs», «pracownicy Google»
    if after.pos_ not in {"NOUN", "PROPN"} or case_of(after) != "gen" or noun_lemma(after) in lexicons.words("times"):
        return end
    if after.dep_ in {"nsubj", "obj"} or (after.text.isupper() and find_actor(doc, after) is None):
        return end
    # «przez władze | próby …» are two things, «przez przedstawicieli organizacji» is one
    clear = case_of(noun) in {"nom", "gen"} or not any(r.pos == "subst" and r.has("nom") for r in analyse(after.lower_))
    return noun_phrase(doc, after)[1] if clear else end


def _quoted_end(doc: Doc, end: int) -> int:
    """«źródło „Kuriera”», «jeden z rozmówców „Głosu”»: the title of a medium, with its marks."""
    if end + 2 >= len(doc) or doc[end].text not in _OPENING or find_actor(doc, doc[end + 1]) is None:
        return end
    close = name_end(doc, end + 1)
    return close + 1 if close - end <= _LONGEST_TITLE and close < len(doc) and doc[close].text in CLOSING else end
