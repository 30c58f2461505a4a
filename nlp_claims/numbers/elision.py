"""What a number leaves unsaid because it was said before.

«90 tys. ludzi, a według policji 35 tys.»; «43 proc. Szkotów chce …, a 57 proc. opowiada się …».
"""

from collections.abc import Sequence

from nlp_claims.morphology import CASES
from nlp_claims.numbers import nouns, percents, phrases
from nlp_claims.numbers.contexts import Contexts, is_verb
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.percents import ENDS, FARTHEST, is_part, sentences_between
from nlp_claims.numbers.phrases import NounPhrase, Opinion
from nlp_claims.numbers.pieces import Piece

_THOUSAND = 1000
_MONEYED = 10**6
_MONEY_REACH = 150
_PRONOUN_REACH, _NOUN_REACH = 4, 25  # pieces back to «ich», and from it to its noun
_GENITIVES = frozenset({"sg:gen", "pl:gen"})
_SUBJECTS = frozenset({"pl:nom", "pl:acc"})
_ANY = frozenset(f"{number}:{case}" for number in ("sg", "pl") for case in CASES)
_RESTATED = 4  # words of «a zmarłych do»
_TOLD_ONCE = ("duration", "percent")
_CLAUSE = 8  # pieces between a fronted noun and its number
_AMOUNTS = frozenset("liczba liczbę liczby liczbie liczbą ilość ilości najwięcej najmniej".split())  # noqa: SIM905
_AMOUNT_REACH = 24
_PRONOUNS = frozenset({"jeden", "oba", "obydwa"})


def backward(
    pieces: Sequence[Piece], drafts: Sequence[Draft], contexts: Contexts, opinion: Opinion, bare: frozenset[str]
) -> None:
    """Complete drafts in place from what was said before them."""
    for index, draft in enumerate(drafts):
        if draft.score or draft.adjective or draft.numeral.lemma in _PRONOUNS:
            continue
        weak = draft.noun is not None and draft.noun.weak and draft.code == "percent"  # «35 proc. reprezentowanych»
        if draft.bare:
            draft.noun = _restated(pieces, draft, bare)
        counted = index > 0 and drafts[index - 1].noun is not None  # «31 przypadków odry, a rok temu było ich pięć»
        if draft.bare and not (counted and not sentences_between(pieces, drafts[index - 1].after, draft.first)):
            draft.noun = _theirs(pieces, draft)
        if draft.bare:
            draft.noun = _amount(pieces, draft, opinion, bare)
        part = draft.numeral.fraction and draft.lead > 0 and pieces[draft.lead - 1].lower == "o"  # «o jedną trzecią»
        # «otwarto odcinek ósemki» is about a road, and no eight of anything
        if (draft.bare and not part and not draft.numeral.needs_noun) or weak:
            _backward(pieces, draft, drafts[max(0, index - 6) : index])
        elif draft.code == "percent" and draft.noun is None:
            percents.complete(pieces, draft, drafts[max(0, index - 4) : index], contexts)
        if draft.noun is None and (draft.bare or _measure(draft)) and not draft.numeral.fraction:
            floor = drafts[index - 1].after if index else 0
            draft.noun = _fronted(pieces, draft, floor, opinion, bare, contexts)


def _measure(draft: Draft) -> bool:
    return draft.code.partition(":")[0] in ("length", "mass", "volume", "area", "rate", "energy")


def _backward(pieces: Sequence[Piece], draft: Draft, before: Sequence[Draft]) -> None:
    """A bare number takes unit and noun of the nearest earlier one that counts or costs something."""
    if draft.numeral.scale >= _MONEYED and draft.unit is None:  # «prognoza zysku 1,1–1,2 mld»
        money = next((other for other in reversed(before) if other.code.startswith("money")), None)
        if money and money.unit and draft.first - money.after < _MONEY_REACH:
            draft.unit = money.unit._replace(last=draft.last, per=None)
            return
    if _same_measure(pieces, draft, before):
        draft.unit, draft.noun = before[-1].unit, before[-1].noun
        return
    for other in reversed(before):
        sentences = sentences_between(pieces, other.after, draft.first)
        if draft.first - other.after > FARTHEST or sentences > 1 or (draft.numeral.scale >= _MONEYED and sentences):
            return  # «gospodarka traci kilkadziesiąt milionów»: money that is not said
        if not _lends(draft, other):
            continue
        draft.noun, draft.noun_name = other.noun, other.noun_name
        if draft.unit is None and other.unit is not None:
            draft.unit = other.unit._replace(last=draft.last)
            if is_part(pieces, draft) and draft.numeral.scale == 1 and draft.numeral.low < _THOUSAND:
                draft.numeral = draft.numeral.times(other.numeral.scale)
        return


def _same_measure(pieces: Sequence[Piece], draft: Draft, before: Sequence[Draft]) -> bool:
    """«Ma 74 lata, a jego rywal 77», «10 dni zamiast 14», «53 proc. głosów, a Nowak 41»: the sentence has no other."""
    if (
        not before
        or draft.numeral.scale > 1
        or draft.first - before[-1].after > _CLAUSE
        or not _plainly_ends(pieces, draft.last)
    ):
        return False
    here = [other for other in before if not sentences_between(pieces, other.after, draft.first)]
    return bool(here) and all(other.code.startswith(_TOLD_ONCE) for other in here) and not here[-1].adjective


def _plainly_ends(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a clause ends at a piece."""
    return at >= len(pieces) or pieces[at].breaks or pieces[at].text in {*ENDS, ",", ";", ")"}


def _lends(draft: Draft, other: Draft) -> bool:
    """Whether a bare number may mean what an earlier one counts or costs."""
    if other.adjective or other.bare or other.numeral.lemma in ("oba", "obydwa"):
        return False
    if other.noun is not None and other.noun.noun == "raz":
        return False
    if draft.code == "percent":
        return other.code == "percent" and other.noun is not None
    if other.code == "count":
        return other.noun is not None
    return other.code.startswith("money")


def _parts(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a mark before piece ``at`` parts clauses; the dot of «mld m sześc. gazu» does not."""
    mark = pieces[at - 1].text
    return mark in {",", ";", "–", "("} or (mark in ENDS and not pieces[at].text[:1].islower())


def _fronted(
    pieces: Sequence[Piece], draft: Draft, floor: int, opinion: Opinion, bare: frozenset[str], contexts: Contexts
) -> NounPhrase | None:
    """«Śniegu napadało 45 cm», «Stężenie pyłu: 160 µg», «Liczba ofiar wzrosła do 15»: a genitive before the number.

    ``floor`` is the piece after the number before, whose words are its own.
    """
    start = draft.lead
    while start > 0 and not _parts(pieces, start) and not pieces[start].breaks:
        start -= 1
        if draft.lead - start > _CLAUSE or start < floor:
            return None
    if start < draft.lead and pieces[start].lower in ("a", "i", "ale", "lecz", "oraz"):
        start += 1  # «, a statków jest nie więcej niż pięćdziesiąt»
    span = pieces[start : draft.lead]
    if not span:
        return None
    near = nouns.nouns(span[-1].text, frozenset({"pl:gen"}))  # «większością głosów 348 do 225»
    common = (
        span[-1].text.islower() and not nouns.modifies(span[-1].lower) and not nouns.is_function_word(span[-1].text)
    )
    if draft.code == "count" and near and common and near[0].noun not in contexts.members("dimension"):
        return NounPhrase(near[0].noun, near[0].noun, draft.lead - 1, draft.lead - 1, draft.lead, near[0].cases)
    first = phrases.read(pieces, start, _GENITIVES, opinion, bare)
    if first is not None and first.head < draft.lead and not first.weak:
        form = pieces[first.head].text
        if first.head == start and (lower := nouns.nouns(form.lower(), _GENITIVES)):
            word = lower[0].noun  # «Głosów jest 538»: the capital of a sentence, and no Mr Głos
            first = first._replace(noun=word, phrase=first.phrase.replace(first.noun, word))
        if first.noun[:1].islower() and not nouns.may_be_nominative(form) and not is_verb(form.lower()):
            return first
    if span[0].lower == "stężenie" and len(span) > 1:
        return phrases.read(pieces, start + 1, _GENITIVES, opinion, bare)
    return None


def _restated(pieces: Sequence[Piece], draft: Draft, bare: frozenset[str]) -> NounPhrase | None:
    """«liczba zakażonych wzrosła do 200, a zmarłych do 50», «a respiratorów 1718»: a new genitive after «a»."""
    end = draft.lead - 1
    if end < 1:
        return None
    if pieces[end].kind == "word" and pieces[end].lower not in ("do", "o", "z", "na"):
        end += 1
        if nouns.may_be_nominative(pieces[end - 1].text):
            return None
    start = end
    while start > 0 and end - start < _RESTATED and pieces[start - 1].kind == "word" and not pieces[start].breaks:
        start -= 1
        if pieces[start].lower in ("a", "i", "oraz", "natomiast", "zaś"):
            phrase = phrases.read(pieces, start + 1, frozenset({"pl:gen"}), lambda _: None, bare)
            return phrase if phrase is not None and phrase.last == end else None
    return None


def _theirs(pieces: Sequence[Piece], draft: Draft) -> NounPhrase | None:
    """«Na placu stanęły ławki. Jest ich 19.»: the nearest plural noun before «ich»."""
    near = range(draft.lead - 1, max(-1, draft.lead - 1 - _PRONOUN_REACH), -1)
    pronoun = next((index for index in near if pieces[index].lower == "ich"), None)
    if pronoun is None or (pronoun + 1 < draft.lead and nouns.nouns(pieces[pronoun + 1].text, _ANY)):
        return None  # «ich dochody sięgają 5 mln»
    for index in range(pronoun - 1, max(-1, pronoun - 1 - _NOUN_REACH), -1):
        form = pieces[index].text
        found = nouns.nouns(form, _SUBJECTS) if form.islower() and not nouns.is_function_word(form) else ()
        if found and not nouns.modifies(form) and not is_verb(form):
            return NounPhrase(found[0].noun, found[0].noun, index, index, index + 1, found[0].cases)
    return None


def _amount(pieces: Sequence[Piece], draft: Draft, opinion: Opinion, bare: frozenset[str]) -> NounPhrase | None:
    """«liczba sprzedawanych biletów sięgnie 2 mln»: what «liczba» is the number of."""
    for index in range(draft.lead - 1, max(-1, draft.lead - 1 - _AMOUNT_REACH), -1):
        if pieces[index].lower in _AMOUNTS and index + 1 < draft.lead:
            phrase = phrases.read(pieces, index + 1, frozenset({"pl:gen"}), opinion, bare)
            return phrase if phrase is not None and phrase.head < draft.lead else None
        if pieces[index].breaks or (pieces[index].text in ENDS and pieces[index + 1].text[:1].isupper()):
            return None
    return None
