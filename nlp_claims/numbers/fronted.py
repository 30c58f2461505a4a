"""What is counted, said before its number: «Śniegu napadało 45 cm», «liczba ofiar wzrosła do 15»."""

from collections.abc import Sequence

from nlp_claims.morphology import analyse
from nlp_claims.numbers import nouns, phrases, pronouns
from nlp_claims.numbers.contexts import Contexts, grades, is_verb
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.percents import ENDS
from nlp_claims.numbers.phrases import NounPhrase
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.stops import Opinion

_GENITIVES = frozenset({"sg:gen", "pl:gen"})
_PLURAL = frozenset({"pl:gen"})
_PLURALS = frozenset({"pl:nom", "pl:gen", "pl:acc"})
_MANY = 100  # «(12)» may be a footnote or an age
_CLAUSE = 8  # pieces between a fronted noun and its number
_AMOUNT_REACH = 24
_RESTATED = 4  # words of «a zmarłych do»
_PRONOUNS = frozenset({"to", "co", "nic", "coś"})  # nouns in the dictionary: «tego oczekuje 27 krajów»
_JOINS = frozenset({"a", "i", "ale", "lecz", "oraz", "że", "iż", "bo", "gdyż"})
_ANEW = frozenset({"a", "i", "oraz", "natomiast", "zaś"})


def genitive(
    pieces: Sequence[Piece], draft: Draft, floor: int, opinion: Opinion, bare: frozenset[str], contexts: Contexts
) -> NounPhrase | None:
    """«Śniegu napadało 45 cm», «Stężenie pyłu: 160 µg», «miejsc jest 120»: a genitive before the number.

    ``floor`` is the piece after the number before, whose words are its own.
    """
    start = draft.lead
    while start > 0 and not _parts(pieces, start) and not pieces[start].breaks:
        start -= 1
        if draft.lead - start > _CLAUSE or start < floor:
            return None
    while start < draft.lead and pieces[start].lower in _JOINS:
        start += 1  # «, a statków jest nie więcej niż pięćdziesiąt»
    span = pieces[start : draft.lead]
    if not span:
        return None
    if draft.code == "count" and (beside := _beside(pieces, draft.lead - 1, contexts)):
        return beside
    allowed = _PLURAL if draft.code == "count" else _GENITIVES  # «popiera go 53, a rywala 41»
    first = phrases.read(pieces, start, allowed, opinion, bare)
    if first is not None and first.head < draft.lead and not first.weak:
        form = pieces[first.head].text
        if first.head == start and (lower := nouns.nouns(form.lower(), _GENITIVES)):
            word = lower[0].noun  # «Głosów jest 538»: the capital of a sentence, and no Mr Głos
            first = first._replace(noun=word, phrase=first.phrase.replace(first.noun, word))
        common = first.noun[:1].islower() and first.noun not in _PRONOUNS
        if common and not nouns.may_be_nominative(form) and not is_verb(form.lower()):
            return first
    if span[0].lower == "stężenie" and len(span) > 1:
        return phrases.read(pieces, start + 1, _GENITIVES, opinion, bare)
    return None


def _beside(pieces: Sequence[Piece], at: int, contexts: Contexts) -> NounPhrase | None:
    """«większością głosów 348 do 225»: a plural genitive right before the number."""
    piece = pieces[at]
    near = nouns.nouns(piece.text, _PLURAL)
    common = piece.text.islower() and not nouns.modifies(piece.lower) and not nouns.is_function_word(piece.text)
    governed = at > 0 and nouns.is_function_word(pieces[at - 1].lower)  # «90 tys. ludzi, a według policji 35 tys.»
    if not near or not common or governed or near[0].noun in contexts.members("dimension"):
        return None
    return NounPhrase(near[0].noun, near[0].noun, at, at, at + 1, near[0].cases)


def bracketed(pieces: Sequence[Piece], draft: Draft) -> NounPhrase | None:
    """«Najwięcej jest Hindusów (41 700) i Rumunów (32 900)»: alone in brackets, after what it counts."""
    at = draft.lead - 2
    if at < 0 or pieces[at + 1].text != "(" or draft.numeral.low < _MANY:
        return None
    closed = draft.after < len(pieces) and pieces[draft.after].text == ")"
    if not closed or (at > 0 and any(each.pos == "prep" for each in analyse(pieces[at - 1].lower))):
        return None  # «Najczęściej był to dokument z Niemiec (6,7 tys.)»
    form = pieces[at].text
    if any(each.lemma == form and "nazwa_geograficzna" in each.marks for each in analyse(form)):
        return None  # «pierwsze są Niemcy (112 tys.)»: a country has its number, and is not counted
    fitting = (each for each in nouns.nouns(form, _PLURALS) if form.islower() or nouns.personal(form, each.noun))
    found = next(fitting, None)
    return NounPhrase(found.noun, found.noun, at, at, at + 1, found.cases) if found else None


def _parts(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a mark before piece ``at`` parts clauses; the dot of «mld m sześc. gazu» does not."""
    mark = pieces[at - 1].text
    return mark in {",", ";", "–", "("} or (mark in ENDS and not pieces[at].text[:1].islower())


def restated(pieces: Sequence[Piece], draft: Draft, bare: frozenset[str]) -> NounPhrase | None:
    """«liczba zakażonych wzrosła do 200, a zmarłych do 50», «a respiratorów 1718»: a new genitive after «a»."""
    end = draft.lead - 1
    while end > 0 and grades(pieces[end].lower):
        end -= 1  # «a respiratorów niespełna 800»
    if end < 1:
        return None
    if pieces[end].kind == "word" and pieces[end].lower not in ("do", "o", "z", "na"):
        end += 1
        if nouns.may_be_nominative(pieces[end - 1].text):
            return None
    if pieces[end - 1].text in "–—-":
        end -= 1  # «a respiratorów – o 27»
    start = end
    while start > 0 and end - start < _RESTATED and pieces[start - 1].kind == "word" and not pieces[start].breaks:
        start -= 1
        if pieces[start].lower in _ANEW:
            phrase = phrases.read(pieces, start + 1, _PLURAL, lambda _: None, bare)
            if phrase is None or phrase.last != end:
                return None
            named = phrase.noun[:1].isupper() and not nouns.personal(pieces[phrase.head].text, phrase.noun)
            return None if named else phrase  # «Hiszpanii (109) i Francji (95)» counts no countries
    return None


def amount(
    pieces: Sequence[Piece], draft: Draft, opinion: Opinion, bare: frozenset[str], contexts: Contexts
) -> NounPhrase | None:
    """«liczba sprzedawanych biletów sięgnie 2 mln»: what «liczba» is the number of."""
    for index in range(draft.lead - 1, max(-1, draft.lead - 1 - _AMOUNT_REACH), -1):
        if contexts.has(pieces[index], "amount") and index + 1 < draft.lead:
            phrase = phrases.read(pieces, index + 1, _PLURAL, opinion, bare)
            if phrase is not None and phrase.head < draft.lead:
                return phrase
            if index and pieces[index - 1].lower == "ich":  # «coraz więcej pasażerów (ich liczba wzrosła do 37 mln)»
                return pronouns.meant(pieces, index - 1)
        if pieces[index].breaks or (pieces[index].text in ENDS and pieces[index + 1].text[:1].isupper()):
            return None
    return None
