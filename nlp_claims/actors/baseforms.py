"""Names in the nominative, by grammar: head and agreement, not joined dictionary lemmas.

A person's words all stand in one case and gender. In a name of an organization or a place the head
noun and the adjectives that agree with it change, complements stay («Ministerstwa Obrony Narodowej» →
«Ministerstwo Obrony Narodowej»). Pure functions on strings; what the text around says comes in as
:class:`Context`.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nlp_claims.actors.lookup import marks_of
from nlp_claims.actors.words import (
    CASES,
    PRIOR,
    VOWELS,
    Candidate,
    NameKind,
    candidates,
    clubs,
    given_gender,
    is_first_part,
    known_names,
    split_ending,
)
from nlp_claims.morphology import analyse

_ROMAN = re.compile(r"^[IVXLC]+$")
SPLIT = re.compile(r"(\s+|(?<=\w)[-–/](?=\w)|(?<=^[A-ZŚŁŻ])\.(?=[A-ZŚŁŻ]\w\w))")
Evidence = Callable[[str, str], float]


def no_evidence(form: str, base: str) -> float:
    """Knows nothing of the document."""
    del form, base
    return 0.0


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a name.

    ``case``: the tagger's, or empty; ``governed``: the cases that the preposition before it takes, or
    empty; ``gender``: of the person, where a title or a verb tells («m», «f»), or empty; ``subject``: how
    much speaks for its being the subject of a verb.
    """

    case: str = ""
    governed: frozenset[str] = frozenset()
    gender: str = ""
    subject: float = 0.0

    def weights(self) -> dict[str, float]:
        """How likely each case is around the name, natural logarithms with the prior in them."""
        weights = dict(PRIOR)
        for case in CASES:
            if self.case:
                weights[case] += _TAGGED if case == self.case else _UNTAGGED
            if self.governed:
                weights[case] += _GOVERNED if case in self.governed else _UNGOVERNED
            elif self.subject:
                weights[case] += self.subject if case == "nom" else -self.subject
        return weights


_NOWHERE = Context()
_TAGGED, _UNTAGGED = 1.5, -0.7
_GOVERNED, _UNGOVERNED = 0.8, -3.0


class BaseForm(NamedTuple):
    """A name in the nominative, and what its form tells: case, gender and number, empty if nothing.

    ``margin``: by how much it beat the next reading with other words, a natural logarithm.
    """

    text: str
    case: str
    gender: str
    number: str
    score: float
    margin: float = 0.0


def base_form(name: str, kind: NameKind, context: Context = _NOWHERE, evidence: Evidence = no_evidence) -> BaseForm:
    """The nominative of ``name``; its number is kept («Narodów Zjednoczonych» → «Narody Zjednoczone»).

    Args:
        name: the words as they stand in the text.
        kind: what they name.
        context: what stands around them.
        evidence: how much the document speaks for a base form of a word.
    """
    pieces = _compounds(SPLIT.split(name))
    words, joints = pieces[::2], pieces[1::2]
    if len(words) == 1 and len(items := candidates(words[0], kind)) == 1 and items[0].role == "fixed":
        return BaseForm(items[0].base, context.case, "", "sg", 0.0, 30.0)
    options = [_with_evidence(word, candidates(word, kind), evidence) for word in words]
    found = _person(words, options, context) if kind == "person" else _phrases(words, joints, options, context)
    bases, form, rival = None, None, -30.0
    genders: dict[str, float] = {}
    for other, reading in found:
        if kind != "person" and len(other) <= _LONGEST_KNOWN and " ".join(other) in known_names():
            same = _KNOWN if " ".join(other) != name else 2 * _KNOWN  # «Daily Mirror»
            reading = reading._replace(score=reading.score + same)  # noqa: PLW2901
        genders[reading.gender] = max(reading.score, genders.get(reading.gender, -99.0))
        if form is None or reading.score > form.score:
            if bases != other and form is not None:
                rival = form.score
            bases, form = other, reading
        elif bases != other and reading.score > rival:
            rival = reading.score
    assert bases is not None  # noqa: S101
    assert form is not None  # noqa: S101
    text = "".join(base + joint for base, joint in zip(bases, [*joints, ""], strict=True))
    gender = form.gender
    if kind == "person" and len(bases) > 1 and (given := given_gender(bases[0])):
        gender = given
    elif kind == "person" and abs(genders.get("m", -99.0) - genders.get("f", -99.0)) < _UNSURE:
        gender = context.gender  # «May», «Sturgeon»: the name alone does not tell
    return form._replace(text=text, margin=form.score - rival, gender=gender)


def _compounds(pieces: Sequence[str]) -> list[str]:
    """Hyphens within one inflected word closed again: «Środkowo-Wschodniej», «ul-Mulookowi», «PiS-u»."""
    out: list[str] = []
    for piece in pieces:
        if len(out) > 1 and out[-1] == "-" and (is_first_part(out[-2]) or split_ending(f"{out[-2]}-{piece}")):
            out[-2:] = [f"{out[-2]}-{piece}"]
        else:
            out.append(piece)
    return out


def _person(
    words: Sequence[str], options: Sequence[Sequence[Candidate]], context: Context
) -> Iterable[tuple[list[str], BaseForm]]:
    """Every word in one case and gender; «de», «von», numerals and women's foreign surnames do not change."""
    weights = context.weights()
    # «Paulo» declines («Paula»): where it does not and the tagger sees a nominative, «Paulo Sousa» is one
    unchanged = len(words) > 1 and words[0][-1:] == "o" and context.case == "nom"
    plural = any(item.number == "pl" and item.score > _MISFIT / 2 for item in options[-1])
    for number in ("sg", "pl") if plural else ("sg",):
        for gender in ("m", "f") if number == "sg" else ("m1", "f"):
            for case in CASES:
                score = weights[case] - (0.0 if number == "sg" else 2.0)
                if context.gender and gender != context.gender:
                    score -= 3.0
                fitting = [_fitting(choice, case, number, gender) for choice in options]
                score += sum(value for _, value, _, _ in fitting)
                chosen = [item.base for item, _, _, _ in fitting]
                if unchanged and case != "nom" and chosen[0] == words[0]:
                    score -= _DECLINES
                yield chosen, BaseForm("", case, gender, number, score)
                for at, (_, value, other, less) in enumerate(fitting):
                    if value - less < CLEAR:  # «Malca» is of «Malec» and of «Malc»
                        yield (
                            [*chosen[:at], other, *chosen[at + 1 :]],
                            BaseForm("", case, gender, number, score + less - value),
                        )


def _with_evidence(word: str, items: Iterable[Candidate], evidence: Evidence) -> list[Candidate]:
    return [item._replace(score=item.score + more) if (more := evidence(word, item.base)) else item for item in items]


_MISFIT = -9.0
_DECLINES = 4.0
_UNSURE = 1.0
CLEAR = 5.0  # a margin that no evidence turns
_KNOWN, _LONGEST_KNOWN = 2.5, 4
_QUALIFIER = 3.0  # what it costs to take an adjective or a numeral for the head


def _fitting(items: Sequence[Candidate], case: str, number: str, gender: str) -> tuple[Candidate, float, str, float]:
    """The best candidate that agrees and its worth, then another base form and its worth.

    One that does not agree costs dearly.
    """
    best, value, other, less = items[0], items[0].score + _MISFIT, items[0].base, -99.0
    for item in items:
        fits = item.case in {"", case} and item.number in {"", number} and item.gender in {"", gender}
        worth = item.score + (0.0 if fits else _MISFIT)
        if worth > value:
            if item.base != best.base:
                other, less = best.base, value
            best, value = item, worth
        elif worth > less and item.base != best.base:
            other, less = item.base, worth
    return best, value, other, less


def _phrases(
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
            if (
                at == len(words) - 1
                and _is_foreign(words[:at])
                and (words[at] == head.base or words[at][-1] not in "iy")
            ):
                yield [*words[:at], head.base], BaseForm("", case, gender, number, score - 1.0)
            continue
        place, after = _after_head(words, joints, options, at, agreement, bases)
        score += before + after + (_tail(words[place:], options[place:]) if place < len(words) else 0.0)
        if number == "pl" and not before + after and place < len(words) and words[at][-1] not in VOWELS:
            score -= _QUALIFIER  # «New Hampshire»: no genitive of some «Newy»
        yield bases, BaseForm("", case, gender, number, score)


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
