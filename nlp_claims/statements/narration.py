"""Where speech that no mark closes gives way to the narrator: «… tak będzie. Dodał, że …», «Zobacz także»."""

from nlp_claims.statements.cues import Cue
from nlp_claims.statements.grammar import FINITE
from nlp_claims.statements.text import QUOTES, Text

_OPENERS = frozenset({"zobacz", "czytaj", "przeczytaj", "źródło", "polecamy", "fot", "według", "zdaniem", "poniżej"})
_REACH = 6
_FEW = 4


def speech_end(text: Text, start: int, end: int, cues: dict[int, Cue]) -> int:
    """The first token of the narrator's after the sentence at ``start``, or ``end`` where speech goes on to there.

    Where nothing tells the narrator from the speaker and the paragraph is long (a scraper may have put the whole
    article into one), the speech goes no further than its verbs in the first person.
    """
    place = last = text.sentence(start)[1]
    few = _few(text, place, end)
    silent = 0
    while place < end:
        stop = min(text.sentence(place)[1], end)
        if text.lowers[place] in _OPENERS or _reports(text, place, stop, cues) or _introduces(text, place, stop, cues):
            return place
        if few or any(text.words[at].own for at in range(place, stop)):
            silent, last = 0, stop
        elif silent:
            return last
        else:
            silent = 1
        place = stop
    return last if silent else end


def _few(text: Text, start: int, end: int) -> bool:
    """Whether no more than a few sentences are left."""
    for _ in range(_FEW):
        if start >= end:
            return True
        start = text.sentence(start)[1]
    return start >= end


def _reports(text: Text, start: int, stop: int, cues: dict[int, Cue]) -> bool:
    """«Dodał, że …», «Minister przypomina: …»: a reporting verb near the beginning, with what it reports."""
    for at in range(start, min(start + _REACH, stop)):
        cue = cues.get(at)
        if cue is not None and cue.finite and not cue.entry.mental and cue.form in FINITE:
            ahead = text.lowers[cue.last + 1 : min(cue.last + 12, stop)]
            if at == start or "że" in ahead or "iż" in ahead or ":" in ahead:
                return True
    return False


def _introduces(text: Text, start: int, stop: int, cues: dict[int, Cue]) -> bool:
    """«Druga posłanka (z partii rządzącej) powiedziała: „…»: the next quotation, wherever its verb stands."""
    for colon in range(start + 1, stop):
        if text.tokens[colon].text == ":" and text.tokens[min(colon + 1, len(text.tokens) - 1)].text in QUOTES:
            return any(at in cues and cues[at].finite for at in range(max(start, colon - _REACH), colon))
    return False
