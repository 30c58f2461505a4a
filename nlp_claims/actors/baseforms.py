"""Names in the nominative, by grammar: head and agreement, not joined dictionary lemmas.

A person's words all stand in one case and gender. In a name of an organization or a place the head
noun and the adjectives that agree with it change, complements stay («Ministerstwa Obrony Narodowej» →
«Ministerstwo Obrony Narodowej»). Pure functions on strings; what the text around says comes in as
:class:`Context`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from nlp_claims.actors.guesses import CASES, Candidate, NameKind
from nlp_claims.actors.known import given_names, known_names
from nlp_claims.actors.nominative import BaseForm, Context
from nlp_claims.actors.phrases import phrases
from nlp_claims.actors.words import candidates, given_gender, is_first_part, split_ending
from nlp_claims.morphology import analyse

SPLIT = re.compile(r"(\s+|(?<=\w)[-–/](?=\w)|(?<=^[A-ZŚŁŻ])\.(?=[A-ZŚŁŻ]\w\w))")
Evidence = Callable[[str, str], float]


def no_evidence(form: str, base: str) -> float:
    """Knows nothing of the document."""
    del form, base
    return 0.0


_NOWHERE = Context()


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
    found = _person(words, options, context) if kind == "person" else phrases(words, joints, options, context)
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
    if len(words) > 1:
        options = [_beside(words, options[0]), *options[1:]]
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


def _beside(words: Sequence[str], options: Sequence[Candidate]) -> list[Candidate]:
    """A given name weighed by the surname: «Marka Zuckerberga» is Mark, «Marka Lisa» Marek, «Annie K.» Anna."""
    if len(words[1]) <= _INITIAL and words[1].endswith("."):
        factor = -1.0  # the press hides the surnames of Poles
    elif looks_polish(words[-1]):
        return list(options)
    else:
        factor = 1.0
    # «Jana Kernica» is no Jana: what may be a form of a Polish name is not taken for the nominative of a foreign one
    rivals = {item.base for item in options if item.score > _RIVAL} - given_names().keys()
    return [
        item._replace(score=item.score + factor * _FOREIGN)
        if item.base in given_names() and (factor < 0 or (item.gender == "m" and not (rivals and item.case == "nom")))
        else item
        for item in options
    ]


@lru_cache(maxsize=3_000)
def looks_polish(surname: str) -> bool:
    """Whether the dictionary has the surname, or its ending or letters are Polish."""
    return bool(analyse(surname)) or bool(_POLISH.search(surname))


def _with_evidence(word: str, items: Iterable[Candidate], evidence: Evidence) -> list[Candidate]:
    return [Candidate(*item[:-1], item.score + more) if (more := evidence(word, item.base)) else item for item in items]


_POLISH = re.compile(
    r"[ąęłńśźż]|(?:[sc]k|dzk)(?:a|i|im|iego|iemu|iej)$|(?:icz|czyk|czuk|owiak|ewski)(?:a|em|owi)?$", re.IGNORECASE
)
_INITIAL = 2
_FOREIGN = 4.0
_RIVAL = 2.0  # of a form that the dictionary has
_MISFIT = -9.0
_DECLINES = 4.0
_UNSURE = 1.0
CLEAR = 5.0  # a margin that no evidence turns
_KNOWN, _LONGEST_KNOWN = 2.5, 4


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
