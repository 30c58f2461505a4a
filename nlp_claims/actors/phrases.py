"""The grammar of names of organizations and places: adjectives, a head noun, adjectives, an unchanging tail.

«Ministerstwa Obrony Narodowej» → «Ministerstwo Obrony Narodowej», «Śląska Wrocław» → «Śląsk Wrocław».
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from nlp_claims.actors.guesses import CASES, VOWELS, Candidate
from nlp_claims.actors.known import clubs, known_names
from nlp_claims.actors.lookup import marks_of
from nlp_claims.actors.nominative import BaseForm, Context
from nlp_claims.morphology import analyse

_ROMAN = re.compile(r"^[IVXLC]+$")
_QUALIFIER = 3.0  # what it costs to take an adjective or a numeral for the head


def phrases(
    words: Sequence[str], joints: Sequence[str], options: Sequence[Sequence[Candidate]], context: Context
) -> Iterable[tuple[list[str], BaseForm]]:
    """Every way to read the name as adjectives, head noun, adjectives, and a tail that does not change."""
    yield list(words), BaseForm("", "", "", "", -14.0)
    weights = context.weights()
    for at in range(min(len(words), 4)):
        for head in options[at][:14]:
            if head.role == "adjective" and (at or len(words) > 1):
                continue
            if (
                head.role == "noun"
                and at + 1 < len(words)
                and joints[at].isspace()
                and _qualifies(*options[at : at + 2])
            ):
                head = head._replace(score=head.score - _QUALIFIER)  # noqa: PLW2901
            if at == 0 and len(words) > 1 and _ROMAN.match(words[0]):
                head = head._replace(score=head.score - _QUALIFIER)  # noqa: PLW2901 - «X Liceum», «I Batalion»
            yield from _phrase(words, joints, options, at, head, weights)


def _qualifies(items: Sequence[Candidate], following: Sequence[Candidate]) -> bool:
    """Whether a would-be head is rather the adjective of the noun after it: «Nowy Targ», «Polski Ład».

    The dictionary has towns called Nowe and Polska, but «Nowym Targu» has one case.
    """
    nouns = {(noun.case, noun.number, noun.gender[:1]) for noun in following if noun.role == "noun"}
    return any((item.case, item.number, item.gender[:1]) in nouns for item in items if item.role == "adjective")


def _phrase(
    words: Sequence[str],
    joints: Sequence[str],
    options: Sequence[Sequence[Candidate]],
    at: int,
    head: Candidate,
    weights: Mapping[str, float],
) -> Iterable[tuple[list[str], BaseForm]]:
    for case in [head.case] if head.case else CASES:
        number, gender = head.number or "sg", head.gender
        agreement = (case, number, gender)
        bases = list(words)
        bases[at] = head.base
        score = head.score + weights.get(case, -4.0)
        if at and case != "nom" and _is_ministry(words[:at], words[at]):
            score -= _QUALIFIER
        before = _before_head(options[:at], agreement, bases)
        if before is None:
            # foreign names decline at the end: «Wizz Aira», «Financial Timesa»
            foreign = _is_foreign(words[:at]) and (words[at] == head.base or words[at][-1] not in "iy")
            if at == len(words) - 1 and (foreign or _is_known(words[:at], head.base)):
                yield [*words[:at], head.base], BaseForm("", case, gender, number, score - 1.0)
            continue
        place, after = _after_head(words, joints, options, at, agreement, bases)
        score += before + after + (_tail(words[place:], options[place:]) if place < len(words) else 0.0)
        if number == "pl" and not before + after and place < len(words) and words[at][-1] not in VOWELS:
            score -= _QUALIFIER  # «New Hampshire»: no genitive of some «Newy»
        yield bases, BaseForm("", case, gender, number, score)


def _is_known(before: Sequence[str], base: str) -> bool:
    return " ".join([*before, base]) in known_names()


def _is_ministry(words: Sequence[str], last: str) -> bool:
    """«MSZ Rosji», «MON Ukrainy»: the acronym is the head, the country its complement; not «FC Barcelona»."""
    return all(
        word.isalpha() and word.isupper() and word not in clubs() for word in words
    ) and "nazwa_geograficzna" in marks_of(last)


_STAYS = -1.0
_AGREES = 2.0  # what an agreeing adjective is worth
Agreement = tuple[str, str, str]  # case, number, gender


def _before_head(options: Sequence[Sequence[Candidate]], agreement: Agreement, bases: list[str]) -> float | None:
    """Put the words before the head into the nominative; their worth, or ``None`` where one does not agree."""
    score = 0.0
    for place, items in enumerate(options):
        adjective = _agreeing(items, *agreement)
        if adjective is not None:
            bases[place] = adjective.base
            score += _AGREES + min(0.0, adjective.score + 1.5)
        elif any(item.role == "fixed" and item.score > _STAYS for item in items):
            score -= 0.2  # an acronym, a number, «New»
        else:
            return None
    return score


def _after_head(
    words: Sequence[str],
    joints: Sequence[str],
    options: Sequence[Sequence[Candidate]],
    at: int,
    agreement: Agreement,
    bases: list[str],
) -> tuple[int, float]:
    """Put the words after the head that agree with it into the nominative; where the tail begins, their worth."""
    place, score, case = at + 1, 0.0, agreement[0]
    while place < len(words):
        adjective, more = _agreeing(options[place], *agreement), None
        if words[place] == "i" and at + 1 < place < len(words) - 1:
            more = _agreeing(options[place + 1], *agreement)
        if adjective is not None:
            bases[place] = adjective.base
            score += _AGREES + min(0.0, adjective.score + 1.5)
        elif joints[place - 1] in {"-", "–", "/"} and (other := _same_case(options[place], case)) is not None:
            bases[place] = other.base
            score += other.score
        elif words[place] == "i" and place + 2 == len(words) and (other := _same_case(options[-1], case)):
            # «Prawa i Sprawiedliwości»: two heads, nothing after them
            bases[-1] = other.base
            return len(words), score + 0.5 + min(0.0, other.score)
        elif (
            words[place] == "i"
            and place > at + 1
            and place + 2 == len(words)
            and (more := _agreeing(options[-1], *agreement))
        ):
            # «Szkoła Filmowa i Telewizyjna»: two adjectives of one head
            bases[-1] = more.base
            return len(words), score + _AGREES + min(0.0, more.score + 1.5)
        else:
            break
        place += 1
    return place, score


def candidates_fixed(items: Sequence[Candidate]) -> bool:
    """Whether the word does not change in any case (an acronym, a number)."""
    return items[0].role == "fixed" and len(items) == 1


def _agreeing(items: Sequence[Candidate], case: str, number: str, gender: str) -> Candidate | None:
    for item in items:
        if item.role == "adjective" and item.case == case and item.number == number and gender in {"", item.gender}:
            return item
    return None


def _same_case(items: Sequence[Candidate], case: str) -> Candidate | None:
    return next((item for item in items if item.role == "noun" and item.case == case and item.score > -5), None)  # noqa: PLR2004


def _is_foreign(words: Sequence[str]) -> bool:
    return all(not _polish(word) for word in words)


def _polish(word: str) -> bool:
    """Whether the dictionary has the word, and not as a place («York», a breed of dogs too)."""
    readings = [reading for reading in analyse(word) if reading.pos in {"subst", "adj", "prep", "conj"}]
    return bool(readings) and not any("nazwa_geograficzna" in reading.marks for reading in readings)


def _tail(words: Sequence[str], options: Sequence[Sequence[Candidate]]) -> float:
    """What an unchanging tail is worth: a genitive or a preposition is natural, a stray adjective is not."""
    first = options[0]
    if candidates_fixed(first):
        return 0.0
    readings = [reading for reading in analyse(words[0]) if reading.pos in {"subst", "adj", "ppas", "pact", "prep"}]
    if not readings:
        return -0.7 if words[0][:1].isupper() else 0.0
    if all(any("nazwa_geograficzna" in r.marks and r.has("nom") for r in analyse(word)) for word in words):
        return -0.5  # a club and its town: «Anwilu Włocławek»
    if any(reading.has("gen") or reading.pos == "prep" for reading in readings):
        return 0.0
    # «Pomoc Kościołowi» is rare; «Obszarze» after «Europejskim» shows that the head was not found
    return -2.5 if any(reading.pos != "subst" for reading in readings) else -4.0
