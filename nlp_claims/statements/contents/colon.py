"""What stands after a colon: «Kenny Jacobs poinformował: …», «Tusk o brexicie: nie jest za późno», interview turns."""

from collections.abc import Iterator

from nlp_claims.statements.contents.edges import tail, trim
from nlp_claims.statements.contents.frames import colon_cue, frame_cue
from nlp_claims.statements.contents.openings import is_sentence
from nlp_claims.statements.cues import Cue, Lexicon
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.grammar import FINITE
from nlp_claims.statements.quotations import Quotations
from nlp_claims.statements.text import DASHES, QUOTES, TERMINATORS, Text

_HEAD_LONGEST = 12
_HEADING_HEAD = 3
_TITLE_LONGEST = 60
_PHRASE = 4  # tokens of a headline that may do without a verb: «Kos: most blisko miasta, ale bez drogi»
_LOST = 80  # tokens in which a closing mark may be that of a lost opening one


def find(text: Text, quotations: Quotations, cues: dict[int, Cue], words: Lexicon) -> Iterator[Draft]:
    """Unquoted words after a colon, after a reporting verb or after a name."""
    for place, token in enumerate(text.tokens):
        if token.text != ":" or not text.gap_after(place):
            continue
        following = place + 1
        if following >= len(text.tokens) or text.tokens[following].text in QUOTES:
            continue
        if quotations.at(place) is not None:
            continue
        cue = colon_cue(text, place, cues, words)
        start, end = text.sentence(place)
        if (
            cue is not None
            and cue[0].entry.takes & {"quote", "że"}
            and (not cue[0].entry.mental or place - cue[0].last == 1)  # «Gates nie ma wątpliwości: to potrwa»
            and place - cue[0].last <= 25  # noqa: PLR2004
        ):
            yield from _after_verb(text, place, cue[0], start, end, cues)
        elif cue is None and words.labels.isdisjoint({text.lowers[start], text.lowers[place - 1]}):
            yield from _after_name(text, place, start, end)


def _after_verb(text: Text, colon: int, cue: Cue, start: int, end: int, cues: dict[int, Cue]) -> Iterator[Draft]:
    first = colon + 1
    paragraph_end = text.paragraph(colon)[1]
    if first >= paragraph_end:
        # «Jacobs poinformował:» closes its paragraph: the next one is what he said
        first, end = text.paragraph(first)
    if first >= end or text.tokens[first].text in DASHES | {"*", "•"}:
        return
    end = _closing_mark(text, first, paragraph_end) or end
    for at in range(first, end):
        if text.is_dash(at) and text.tokens[at].spaced and frame_cue(text, at + 1, end, cues, reach=4):
            end = at  # «powiedział: jeśli demokracja …? – mówił Tusk»
            break
    part = trim(text, first, tail(text, first, end))
    if cue.entry.class_ == "ask" and part[0] < part[1] and text.tokens[part[1] - 1].text != "?":
        return  # «zapytano ich o rozwój: 17 proc. oczekuje wzrostu» is no question
    if text.lowers[part[0] + 1 : part[0] + 2] == ("zdaniem",):
        return  # «ocenia ją obrońca: jego zdaniem …» names its source again
    close = colon - cue.last == 1 and part[1] - part[0] > 2  # noqa: PLR2004 - «Simon ostrzega: najgorsze przed nami»
    if part[0] >= part[1] or not (close or any(text.words[at].finite for at in range(*part))):
        return
    yield Draft(
        "direct",
        [part],
        "statement.colon",
        cue,
        after=(cue.last + 1, colon),
        before=(start, cue.first),
        subject_first=True,
        frame=(start, colon),
    )


def _closing_mark(text: Text, first: int, paragraph_end: int) -> int | None:
    """The mark that closes words whose opening one was lost: «Kos powiedział: Idziemy. Nikt nie zostanie”.»."""
    marks = (at for at in range(first, min(first + _LOST, paragraph_end)) if text.tokens[at].text in QUOTES)
    mark = next(marks, None)
    if mark is None or text.tokens[mark].text != "”" or text.tokens[mark - 1].text[-1] not in TERMINATORS:
        return None
    return mark


def _after_name(text: Text, colon: int, start: int, end: int) -> Iterator[Draft]:
    """A headline or a turn: the words before the colon are a name or a function, «X», «X o Y», «Szef MSZ»."""
    paragraph_start, paragraph_end = text.paragraph(colon)
    for at in range(colon - 1, max(start, colon - _HEAD_LONGEST - 1), -1):
        if text.tokens[at].text == ":":
            start = at + 1  # «UE: Barnier: To decydujący krok»: the nearest name speaks
            break
    head = range(start, colon)
    opening = 1 if text.tokens[start].text in QUOTES else 0
    if not opening < len(head) <= _HEAD_LONGEST or not text.tokens[start + opening].text[0].isupper():
        return
    if any(_verbal(text, at) or text.tokens[at].text in "(),;" for at in head) or "prep" in text.words[start].tags:
        return  # «Z rekomendacji Samoobrony: …»
    title = paragraph_start == 0 and paragraph_end <= _TITLE_LONGEST
    turn = start == paragraph_start or _is_name(text, start, colon)
    stop = _next_turn(text, colon + 1, paragraph_end) if turn else end
    part = trim(text, colon + 1, tail(text, colon + 1, stop))
    # a heading that a scraper put into the paragraph: «Premier: nie pozwolimy na żadne zniszczenia.»
    heading = len(head) <= _HEADING_HEAD and any(text.words[at].own for at in range(*part))
    if not (title or turn or heading):
        return
    phrase = title and part[1] - part[0] >= _PHRASE
    if part[1] - part[0] < 2 or not (phrase or is_sentence(text, *part, asked=not title)):  # noqa: PLR2004
        return
    if title and _next_colon(text, part):
        return
    yield Draft(
        "direct",
        [part],
        "statement.headline" if title or not turn else "statement.turn",
        None,
        named=(start, colon),
        before=(start, colon),
        frame=(start, colon),
    )


def _verbal(text: Text, place: int) -> bool:
    """Whether the word is a verb of the sentence before the colon: «May staje przed wyborem: …»."""
    return text.tokens[place].text[0].islower() and any(v.form in FINITE for v in text.words[place].verbs)


def _is_name(text: Text, first: int, last: int) -> bool:
    """Whether all the words are capitalized and there are two or more: a name in the middle of a paragraph."""
    return last - first >= 2 and all(text.tokens[at].text[0].isupper() for at in range(first, last))  # noqa: PLR2004


def _next_turn(text: Text, start: int, end: int) -> int:
    """The end of a turn: the paragraph's, or where the next speaker is named inside it."""
    for at in range(start, end):
        if text.tokens[at].text == ":" and at + 1 < end:
            first = text.sentence(at)[0]
            if first > start and _is_name(text, first, at):
                return first
    return end


def _next_colon(text: Text, part: tuple[int, int]) -> bool:
    """Whether a name with a colon of its own follows: the words are that one's."""
    for at in range(part[0], min(part[0] + 5, part[1])):
        if text.tokens[at].text == ":":
            return all(text.tokens[back].text[0].isupper() for back in range(part[0], at))
    return False
