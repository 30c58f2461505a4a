"""What is counted or measured: the noun phrase after a number, through its modifiers, in the nominative singular.

Agreement finds it: «15 największych europejskich linii lotniczych» is read word by word while some
number and case that the numeral allows (``numerals.Numeral.governs``) fits every modifier and the noun.
A parser's opinion, where there is one, decides between homographs.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from nlp_claims.morphology import analyse
from nlp_claims.numbers import beyond
from nlp_claims.numbers.nominative import like_noun, nominalised
from nlp_claims.numbers.nouns import (
    Candidate,
    is_function_word,
    may_be_nominative,
    modifies,
    nouns,
    personal,
    possessive,
    preferred,
)
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.stops import Opinion, stops, sure_verb, type_name, verb

Counted = Callable[[Piece], int | None]
"""The offset of the noun that a parser says a number counts, or ``None``."""

_NONE: frozenset[str] = frozenset()
_GENITIVES = frozenset({"sg:gen", "pl:gen"})
_MODIFIER_ENDINGS = ("ych", "ich", "ymi", "imi", "ym", "im", "ne", "ce", "we", "ie")
_LONGEST = 7  # modifiers before a noun
_CHAIN = 5  # words after it
_OF_A_NAME = ("typu", "marki", "klasy")
_QUOTES = frozenset("„”\"»«'")


class NounPhrase(NamedTuple):
    """``noun`` heads it (nominative singular); pieces ``first`` to ``last``; ``head`` is the noun's piece.

    ``weak`` says that an adjective stands for the noun («35 proc. reprezentowanych»): a noun known from
    before is better.
    """

    noun: str
    phrase: str
    first: int
    head: int
    last: int
    cases: frozenset[str]
    weak: bool = False


def read(
    pieces: Sequence[Piece], at: int, allowed: frozenset[str], opinion: Opinion, bare: frozenset[str]
) -> NounPhrase | None:
    """The noun phrase at piece ``at`` that fits ``allowed``, or ``None``.

    ``bare`` are adjectives that never stand for a noun («trzej pierwsi»).
    """
    last_modifier = -1
    cases = allowed
    for here in range(at, min(at + _LONGEST, len(pieces))):
        piece = pieces[here]
        if not piece.breaks and (piece.text in _QUOTES or _listed_modifier(pieces, here, last_modifier, cases)):
            continue
        if type_name(piece):
            return NounPhrase(piece.text, piece.text, at, here, here + 1, cases)
        if stops(piece) or ("sg:gen" in allowed and sure_verb(pieces, here, opinion)):
            break
        as_modifier = modifies(piece.lower) & cases
        if last_modifier >= 0 and not as_modifier and _adverb(piece, pieces, here, cases):
            continue  # «400 funkcjonujących dziś hurtowni»: «dziś» is a noun in the dictionary too
        no_noun = bool(as_modifier) and piece.text.islower() and _blocked(piece, bare)  # «10 nowych» are no novae
        candidates = () if no_noun else nouns(piece.text, cases)
        if candidates and not (as_modifier and _modifier_here(pieces, here, as_modifier, opinion)):
            described = _described(pieces, at, here, as_modifier, opinion, bare) if as_modifier else None
            return described or _headed(pieces, at, here, _choose(piece, candidates, opinion), opinion)
        if as_modifier:
            cases, last_modifier = as_modifier, here
        elif not (
            _adverb(piece, pieces, here, cases if last_modifier >= 0 else _NONE)
            or _unknown_modifier(pieces, here, cases)
        ):
            break
    if last_modifier < 0:
        return None if "sg:gen" in allowed else _inverted(pieces, at, cases, opinion, bare)
    return _without_noun(pieces, at, last_modifier, cases, opinion, bare)


def _inverted(
    pieces: Sequence[Piece], at: int, cases: frozenset[str], opinion: Opinion, bare: frozenset[str]
) -> NounPhrase | None:
    """«336 ściśle ze sobą współpracujących serwerów»: what belongs to a participle may stand before it."""
    start = beyond.participle(pieces, at)
    if start is None or not modifies(pieces[start].lower) & cases:
        return None
    phrase = read(pieces, start, cases, opinion, bare)
    return phrase if phrase is not None and not phrase.weak and phrase.first < phrase.head else None


def _without_noun(
    pieces: Sequence[Piece], at: int, last_modifier: int, cases: frozenset[str], opinion: Opinion, bare: frozenset[str]
) -> NounPhrase | None:
    """What modifiers mean that no noun follows at once: one farther on, or a person («trzech rannych»)."""
    described = _described(pieces, at, last_modifier, cases, opinion, bare)
    if described is not None or _blocked(pieces[last_modifier], bare):
        return described
    alone = _nominalised(pieces, at, last_modifier, cases)
    return None if alone.noun in bare else alone  # «3,6 proc. przewidywanych w prognozie»


def _described(
    pieces: Sequence[Piece], at: int, participle: int, cases: frozenset[str], opinion: Opinion, bare: frozenset[str]
) -> NounPhrase | None:
    """«95 tys. zatrudnionych na całym świecie pracowników»: people are nobody's, where some noun stands between."""
    for start, sure in beyond.starts(pieces, participle):
        phrase = read(pieces, start, cases, opinion, bare)
        if phrase is None or phrase.weak:
            continue
        common = pieces[phrase.head].text.islower()  # «deputowanych w Izbie Gmin» are no communes
        if (sure and common) or personal(pieces[phrase.head].text, phrase.noun):
            return phrase._replace(first=at)
    return None


def _unknown_modifier(pieces: Sequence[Piece], here: int, cases: frozenset[str]) -> bool:
    """Whether a word that no dictionary knows stands before an agreeing noun («18 nadprzewodzących cewek»)."""
    form = pieces[here].text
    following = pieces[here + 1] if here + 1 < len(pieces) else None
    if following is None or following.kind != "word" or not form.endswith(_MODIFIER_ENDINGS) or analyse(form.lower()):
        return False
    return bool(nouns(following.text, cases)) and not stops(following)


def _listed_modifier(pieces: Sequence[Piece], here: int, last_modifier: int, cases: frozenset[str]) -> bool:
    """The comma of «dwie inne, zasadnicze kwestie», the «i» of «12 nowych i potwierdzonych przypadków»."""
    if pieces[here].text not in (",", "i", "oraz", "lub") or last_modifier != here - 1:
        return False
    if here + 2 < len(pieces) and _adverb(pieces[here + 1], pieces, here + 1, cases):
        here += 1  # «dwóch odmiennych, wręcz wrogich światów»
    if here + 2 >= len(pieces):
        return False
    as_modifier = modifies(pieces[here + 1].lower) & cases
    return bool(as_modifier and nouns(pieces[here + 2].text, as_modifier))


def _blocked(piece: Piece, bare: frozenset[str]) -> bool:
    return any(reading.lemma in bare for reading in analyse(piece.lower)) or possessive(piece.lower)


def _modifier_here(pieces: Sequence[Piece], here: int, cases: frozenset[str], opinion: Opinion) -> bool:
    """Whether a word that may be noun or adjective is the adjective: «rannych» before «policjantów»."""
    following = pieces[here + 1] if here + 1 < len(pieces) else None
    if following is not None and following.text == ",":  # «w trzech równych, rocznych transzach»
        return _listed_modifier(pieces, here + 1, here, cases)
    if following is None or following.kind != "word" or following.breaks:
        return False
    seen = opinion(pieces[here])
    participle = any(each.pos == "ppas" for each in analyse(pieces[here].lower))  # «ankietowanych Polaków»
    nationals = any(each.noun[:1].isupper() for each in nouns(following.text, _GENITIVES))  # «dorosłych Polaków»
    acronym = following.text.isupper() and len(following.text) > 1  # «75 proc. średniej UE»
    if acronym or (seen and seen[0] == "NOUN" and not (participle or nationals)):
        return False
    after = modifies(following.lower) & cases
    if after and here + 2 < len(pieces) and nouns(pieces[here + 2].text, after):
        return True
    if is_function_word(following.lower) or verb(following, opinion):
        return False  # «ankietowanych boi się»: the second is a noun only in the dictionary
    return any(not each.proper or following.text[:1].isupper() for each in nouns(following.text, cases))


def _choose(piece: Piece, candidates: tuple[Candidate, ...], opinion: Opinion) -> Candidate:
    seen = opinion(piece)
    if seen and len(candidates) > 1 and not preferred(piece.text):
        capital = candidates[0].noun[:1].isupper()  # «Szkotów» are people, no ropes
        alike = (each for each in candidates if each.noun == seen[1] and each.noun[:1].isupper() == capital)
        return next(alike, candidates[0])
    return candidates[0]


def _adverb(piece: Piece, pieces: Sequence[Piece], here: int, cases: frozenset[str]) -> bool:
    """Whether a word only grades a modifier («najbardziej gorących», «tzw. młodych», «wydanej wówczas sumy»).

    ``cases`` are those that a noun right after it may have; none where no modifier stood before.
    """
    if piece.lower in ("tzw", "m", "in") or (piece.text == "." and piece.glued):
        return True
    following = pieces[here + 1] if here + 1 < len(pieces) else None
    graded = following is not None and bool(modifies(following.lower) or nouns(following.text, cases))
    readings = analyse(piece.lower)
    return (
        graded
        and any(reading.pos in ("adv", "part") for reading in readings)
        and not (any(reading.pos in ("prep", "conj") for reading in readings))
    )


def _headed(pieces: Sequence[Piece], first: int, head: int, chosen: Candidate, opinion: Opinion) -> NounPhrase:
    """The phrase with what belongs to its noun: «plan taryfowy», «dom pomocy społecznej», «dostawa broni».

    Adjectives right after the noun that agree with it are put into the nominative singular as it is; a genitive
    stays, with its own adjectives on either side.
    """
    words, last, owner = [chosen.noun], head + 1, chosen.cases
    while last - head <= _CHAIN:
        adjectives = _run(pieces, last, opinion)
        after = last + adjectives
        noun = _genitive(pieces, after, opinion) if after < len(pieces) and not pieces[after].breaks else None
        if noun and all(modifies(piece.lower) & noun for piece in pieces[last:after]):
            words += [piece.text for piece in pieces[last : after + 1]]
            last, owner = after + 1, noun
            continue
        if not adjectives or not all(modifies(piece.lower) & owner for piece in pieces[last:after]):
            break
        agreeing = [piece.text for piece in pieces[last:after]]
        if last == head + 1:
            agreeing = list(like_noun(pieces[last:after], pieces[head], chosen.noun))
        words, last = words + agreeing, last + len(agreeing)
        if last < after:
            break
    if words[-1] in _OF_A_NAME:  # «śmigłowców typu Apache»: the name is no genitive
        words, last = words[:-1], last - 1
    return NounPhrase(chosen.noun, " ".join(words), first, head, last, chosen.cases)


def _run(pieces: Sequence[Piece], at: int, opinion: Opinion) -> int:
    """How many adjectives stand at piece ``at`` one after another."""
    count = 0
    while at + count < len(pieces) and count < _CHAIN:
        piece = pieces[at + count]
        if piece.kind != "word" or piece.breaks or is_function_word(piece.lower) or possessive(piece.lower):
            break
        seen = opinion(piece)  # «pielęgniarek oddziałowych», but «grup rannych»
        if not modifies(piece.lower) or (nouns(piece.text, _GENITIVES) and (seen is None or seen[0] != "ADJ")):
            break
        count += 1
    return count


def _genitive(pieces: Sequence[Piece], at: int, opinion: Opinion) -> frozenset[str] | None:
    """The genitives that the noun at ``at`` may be in, or ``None`` where no genitive noun stands there."""
    piece = pieces[at]
    if piece.kind != "word" or is_function_word(piece.lower):
        return None
    readings = nouns(piece.text, _GENITIVES)
    if not readings or (verb(piece, opinion) and opinion(piece) is not None) or _subject(pieces, at):
        return None
    return frozenset().union(*(each.cases for each in readings))


def _subject(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a name that only looks like a genitive opens the next clause: «99 proc. kart Joe Biden prowadzi»."""
    name, following = pieces[at].text, pieces[at + 1].text if at + 1 < len(pieces) else ""
    if not name[:1].isupper() or not following[:1].isupper() or name.isupper():
        return False
    return may_be_nominative(name) and not nouns(following, _GENITIVES)


def _nominalised(pieces: Sequence[Piece], first: int, at: int, cases: frozenset[str]) -> NounPhrase:
    """«trzem zatrzymanym» → «zatrzymany», «31 wstrzymujących się» → «wstrzymujący się»."""
    lemma, last = nominalised(pieces[at].lower, cases), at + 1
    if pieces[last : last + 1] and pieces[last].lower == "się":
        lemma, last = f"{lemma} się", last + 1
    return NounPhrase(lemma, lemma, first, at, last, cases, weak=True)
