"""Titles and roles around a person's name, in the nominative: «gen.» → generał, «prezesa spółki» → prezes spółki.

Both sides are read: «przewodniczący Rady Europejskiej Donald Tusk» and «Donald Tusk, przewodniczący …».
"""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nlp_claims.actors.names import Name, Vocabulary
from nlp_claims.actors.nounphrases import case_of, number_of, phrase_base
from nlp_claims.morphology import analyse

Taken = Mapping[int, tuple[Name, str]]
_ABBREVIATION = 4
_REACH = 14  # tokens of a role phrase before a name
_OPENERS = frozenset({",", "(", "–", "-", "—"})
_STOPPERS = frozenset({",", ")", "(", "–", "-", "—", ".", ";", ":", "”", '"', "»", "!", "?"})
_QUOTED = {"„": "”", "«": "»", "“": "”"}
_BEFORE_HEAD = frozenset({"ADJ", "DET", "NUM"})


@dataclass(frozen=True, slots=True)
class Role:
    """A role phrase: ``text`` in the nominative, its head's lemma, its tokens, and the gender that the head has."""

    text: str
    lemma: str
    start: int
    end: int
    gender: str = ""


def roles_of(doc: Doc, name: Name, case: str, taken: Taken, words: Vocabulary) -> list[Role]:
    """The titles and roles of the person ``name``, titles first.

    Args:
        doc: the document.
        name: a person's name.
        case: the case that it stands in, or empty.
        taken: token index → the name that covers it, and its case.
        words: the word lists.
    """
    found, start = _titles(doc, name.start, words)
    before = _before(doc, start, case, taken, words)
    after = _after(doc, name, case, taken, words)
    return found + [role for role in (before, after) if role is not None]


def _titles(doc: Doc, start: int, words: Vocabulary) -> tuple[list[Role], int]:
    """Abbreviated titles and honorifics next to the name, nearest last; and where they begin."""
    found: list[Role] = []
    while start > 0:
        place = start - 1
        if doc[place].text == "." and place > 0:
            place -= 1
        token = doc[place]
        form = token.lower_
        row = words.titles.get(form) or (words.titles.get(form + ".") if place < start - 1 else None)
        if row is None or (form in {"s", "o"} and place == start - 1):
            break
        if row["class"] == "honorific" and form == "państwo":
            break
        if row["class"] == "title":
            found.insert(0, Role(row["lemma"], row["lemma"], place, start))
        elif row["class"] == "honorific":
            found.insert(
                0, Role("", row["lemma"], place, start, "f" if row["lemma"] in {"pani", "lady", "dame"} else "m")
            )
        start = place
    return found, start


def is_role(token: Token, words: Vocabulary) -> bool:
    """Whether the token is a noun for a person by what they do («rzeczniczką», «prezes»)."""
    if token.lemma_.lower() in words.roles:
        return True
    return role_lemma(token, words) is not None


def role_lemma(token: Token, words: Vocabulary) -> str | None:
    """The dictionary's lemma of a role noun, or ``None``."""
    if token.lemma_.lower() in words.roles:
        return token.lemma_.lower()
    return next((r.lemma for r in analyse(token.lower_) if r.pos == "subst" and r.lemma in words.roles), None)


def _before(doc: Doc, end: int, case: str, taken: Taken, words: Vocabulary) -> Role | None:
    """The role phrase that ends where the name begins; its head agrees with the name in case."""
    best, whose = None, end
    for place in range(end - 1, max(0, end - _REACH) - 1, -1):
        token = doc[place]
        fits = (
            is_role(token, words) and _agrees(token, case) and (number_of(token) != "pl" or _goes_on(doc, end, taken))
        )
        if place in taken:
            name = taken[place][0]
            if name.kind == "person" and not _is_complement(doc, place, case, taken):
                break  # «posłowie Jan Lis i Anna Wilk»: the role is not the second one's phrase
            if fits and name.start == place and name.kind != "person":
                best = place  # «Rzecznik Praw Obywatelskich Adam Bodnar»
                break
            whose = name.start if name.kind == "person" else whose
            continue  # «spikerka Izby Reprezentantów», «doradca Trumpa Steve Bannon»
        if _stops(doc, place):
            break
        if fits:
            best = place
        if (fits and not place == whose - 1 < end - 1) or token.is_sent_start:
            break  # «szef sztabu premier Theresy May Nick Timothy»: the nearer role is the complement's
    return None if best is None else _phrase(doc, best, end, words)


def _goes_on(doc: Doc, end: int, taken: Taken) -> bool:
    """Whether a noun in the plural may be said of the name that begins at ``end``: others follow it.

    «posłowie Jan Lis i Anna Wilk»; but «zwolenników Donalda Trumpa» are his.
    """
    while end < len(doc) and end in taken:
        end += 1
    return end < len(doc) and doc[end].text in {",", "i", "oraz", "("}


def _stops(doc: Doc, place: int) -> bool:
    """Whether no role phrase goes on to the left of ``place``: a mark, a verb, a conjunction."""
    token = doc[place]
    if token.is_space or (token.text in _STOPPERS and not _abbreviation(doc, place) and not _is_tight(doc, place)):
        return True
    return token.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ"} and token.text not in {"i", "oraz"}


def _is_complement(doc: Doc, place: int, case: str, taken: Taken) -> bool:
    """Whether the name at ``place`` is a genitive beside one in another case: whose the role is."""
    name, other = taken[place]
    return other == "gen" and case not in {"", "gen"} and name.start > 0 and not doc[name.start - 1].is_punct


def _abbreviation(doc: Doc, place: int) -> bool:
    # «minister ds. europejskich Jan Kowalski», «b. prezydent»: the dot closes no sentence
    if doc[place].text != "." or place == 0 or not doc[place - 1].text.islower():
        return False
    return len(doc[place - 1].text) <= _ABBREVIATION and doc[max(0, place - 2)].text != "-"


def _quoted_end(doc: Doc, place: int) -> int:
    """The end of a title in quotation marks that begins at ``place``: «twórca „Zimnej wojny”»; else ``place``."""
    if doc[place].text not in _QUOTED:
        return place
    close = _QUOTED[doc[place].text]
    return next((at + 1 for at in range(place + 1, min(len(doc), place + _REACH)) if doc[at].text == close), place)


def _is_tight(doc: Doc, place: int) -> bool:
    """«burmistrz Bielska-Białej», «doradca ds. COVID-19»: a hyphen inside a word."""
    return doc[place].text == "-" and place > 0 and not doc[place - 1].whitespace_ and not doc[place].whitespace_


def _agrees(role: Token, case: str) -> bool:
    """Whether the role may stand in the case of the name: «kobiety» in «mąż kobiety Jan Lis» may not."""
    if not case:
        return True
    readings = [r for r in analyse(role.lower_) if r.pos in {"subst", "adj", "ppas", "pact"}]
    return not readings or any(reading.has(case) for reading in readings)


def _phrase(doc: Doc, head: int, end: int, words: Vocabulary) -> Role:
    start = head
    while start > 0 and doc[start - 1].pos_ in _BEFORE_HEAD and not doc[start].is_sent_start:
        if case_of(doc[start - 1]) not in {"", case_of(doc[head])} or doc[start - 1].text[:1].isdigit():
            break
        start -= 1
    while end > head + 1 and doc[end - 1].text in _STOPPERS | {"i", "oraz"} and not _abbreviation(doc, end - 1):
        end -= 1
    lemma = role_lemma(doc[head], words) or doc[head].lemma_.lower()
    gender = words.roles.get(lemma, {}).get("gender", "")
    text = " ".join(phrase_base(doc, start, end, doc[head]).split())
    if number_of(doc[head]) == "pl" and gender:
        text = lemma  # «posłowie Jan Lis i …»: each of them is a «poseł»
    return Role(text, lemma, start, end, "f" if gender == "f" else "")


def _after(doc: Doc, name: Name, case: str, taken: Taken, words: Vocabulary) -> Role | None:
    """The role phrase set off after the name: «Jan Kowalski, prezes spółki,»."""
    place = name.end
    if place >= len(doc) - 1 or doc[place].text not in _OPENERS:
        return None
    head = _role_head(doc, place + 1, taken, words)
    if head is None or not _agrees(doc[head], case):
        return None
    end = _role_end(doc, head, bracket=doc[place].text == "(")
    # «Merkel, prezydent Francji Emmanuel Macron i …»: the role belongs to the name that follows it
    people = (taken[at] for at in range(head + 1, end) if at in taken and taken[at][0].kind == "person")
    if (follows := next(people, None)) is not None and not _is_complement(doc, follows[0].start, case, taken):
        return None
    return _phrase(doc, head, end, words)


def _role_head(doc: Doc, start: int, taken: Taken, words: Vocabulary) -> int | None:
    """The role noun at ``start`` or after a few adjectives: «były prezes»."""
    for place in range(start, min(len(doc), start + 4)):
        if is_role(doc[place], words):
            return place
        if place in taken or (doc[place].pos_ not in _BEFORE_HEAD and doc[place].lower_ not in {"ds", "b"}):
            return None
    return None


def _role_end(doc: Doc, head: int, *, bracket: bool) -> int:
    """The end of the role phrase: a mark, a verb, a new sentence."""
    end = head + 1
    while end < min(len(doc), head + _REACH):
        token = doc[end]
        if (closing := _quoted_end(doc, end)) > end:
            end = closing
            continue
        inside = _abbreviation(doc, end) or _is_tight(doc, end)
        if token.is_space or (token.text in _STOPPERS and not inside):
            break
        if token.pos_ in {"VERB", "AUX", "SCONJ"} or (token.is_sent_start and not bracket):
            break
        end += 1
    while end > head + 1 and doc[end - 1].pos_ in {"ADP", "CCONJ", "PART", "ADV"}:
        end -= 1
    return end
