"""What stands after a colon: «Kenny Jacobs poinformował: …», «Tusk o brexicie: nie jest za późno», interview turns."""

from collections.abc import Iterator

from nlp_claims.statements.clauses import tail, trim
from nlp_claims.statements.cues import Cue, Lexicon
from nlp_claims.statements.direct import Quotations, colon_cue
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.text import DASHES, Text

_MARKS = frozenset("„\"”“«»")
_HEAD_LONGEST = 12


def find(text: Text, quotations: Quotations, cues: dict[int, Cue], words: Lexicon) -> Iterator[Draft]:
    """Unquoted words after a colon, after a reporting verb or after a name."""
    for place, token in enumerate(text.tokens):
        if token.text != ":" or not text.gap_after(place):
            continue
        following = place + 1
        if following >= len(text.tokens) or text.tokens[following].text in _MARKS:
            continue
        if quotations.at(place) is not None:
            continue
        cue = colon_cue(text, place, cues, words)
        start, end = text.sentence(place)
        if cue is not None and cue[0].entry.takes & {"quote", "że"} and not cue[0].entry.mental and place - cue[0].last <= 25:
            yield from _after_verb(text, place, cue[0], start, end)
        elif cue is None:
            yield from _after_name(text, place, start, end)


def _after_verb(text: Text, colon: int, cue: Cue, start: int, end: int) -> Iterator[Draft]:
    first = colon + 1
    paragraph_end = text.paragraph(colon)[1]
    if first >= paragraph_end:
        # «Jacobs poinformował:» closes its paragraph: the next one is what he said
        first, end = text.paragraph(first)
    if text.tokens[first].text in DASHES or first >= end:
        return
    part = trim(text, first, tail(text, first, end))
    if part[0] >= part[1] or not any(text.words[at].finite for at in range(*part)):
        return
    yield Draft("direct", [part], "statement.colon", cue, after=(cue.last + 1, colon), before=(start, cue.first),
                subject_first=True, frame=(start, colon))


def _after_name(text: Text, colon: int, start: int, end: int) -> Iterator[Draft]:
    """A headline or a turn: the words before the colon are a name or a function, «X», «X o Y», «Szef MSZ»."""
    head = range(start, colon)
    opening = 1 if text.tokens[start].text in _MARKS else 0
    if not opening < len(head) <= _HEAD_LONGEST or not text.tokens[start + opening].text[0].isupper():
        return
    if any(text.words[at].finite or text.tokens[at].text in "(),;" for at in head):
        return
    paragraph_start, paragraph_end = text.paragraph(colon)
    title = paragraph_start == 0
    turn = start == paragraph_start
    stop = paragraph_end if title or turn else end
    part = trim(text, colon + 1, stop)
    if part[1] - part[0] < 2 or not (title or turn):
        return
    yield Draft("direct", [part], "statement.headline" if title else "statement.turn", None, named=(start, colon), before=(start, colon), frame=(start, colon))
