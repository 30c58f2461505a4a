"""Direct speech in quotation marks: framed by a verb after, before or inside."""

from collections.abc import Iterator

from nlp_claims.statements.contents import dashes
from nlp_claims.statements.contents.edges import trim
from nlp_claims.statements.contents.frames import after_quotation, colon_cue, find_frame, frame_end
from nlp_claims.statements.cues import Cue, Lexicon
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.quotations import Quotations, has_verb
from nlp_claims.statements.text import Text


def find(text: Text, quotations: Quotations, cues: dict[int, Cue], words: Lexicon) -> Iterator[Draft]:
    """Statements in quotation marks that a verb frames, and those framed by dashes, in no order."""
    for n, quote in enumerate(quotations.quotes):
        if quote.depth == 0:
            yield from _framed(text, quotations, n, cues, words)
        elif (nested := _introduced(text, quotations, n, cues, words)) is not None:
            yield nested
    blocks = list(_paragraphs(text))
    for (start, end), below in zip(blocks, [*blocks[1:], (0, 0)], strict=True):
        framed = _framed_below(text, quotations, (start, end), below, cues) if start else None
        if framed is not None:
            yield framed
            continue
        yield from dashes.turns(text, start, end, cues, words, lambda place: quotations.top(place) is not None)


def _paragraphs(text: Text) -> Iterator[Range]:
    return zip(text.paragraphs, [*text.paragraphs[1:], len(text.tokens)], strict=True)


def _framed_below(text: Text, quotations: Quotations, block: Range, below: Range, cues: dict[int, Cue]) -> Draft | None:
    """A paragraph of speech whose frame opens the next one: «Nikt nas nie pytał.⏎⏎— mówił Kos. Dodał, że …»."""
    (start, end), (dash, limit) = block, below
    cue = find_frame(text, dash, limit, cues, spoken=True) if text.is_dash(dash) and dash else None
    if cue is None or cue.first != dash + 1 or quotations.top(start) is not None:
        return None
    narrated = any(at in cues and cues[at].finite and not cues[at].entry.mental for at in range(start, end))
    if narrated or not has_verb(text, start, end):
        return None
    stop = frame_end(text, cue, limit, lambda place: quotations.top(place) is not None)
    part = trim(text, start, end)
    return Draft(
        "direct",
        [part],
        "statement.dash",
        cue,
        after=(cue.last + 1, stop),
        before=(dash + 1, cue.first),
        frame=(dash, stop),
    )


def _framed(text: Text, quotations: Quotations, n: int, cues: dict[int, Cue], words: Lexicon) -> Iterator[Draft]:
    first, last = quotations.inner[n]
    if first >= last:
        return
    inside = list(dashes.turns(text, first, last, cues, words, lambda place: quotations.at(place) != n, speech=True))
    yield from inside
    start = max([first, *(d.frame[1] for d in inside)])
    tail_start = start if inside else first
    if inside and inside[-1].parts[-1][1] > inside[-1].frame[0]:
        return  # the words after the inner frame are the second part of the same statement
    if not inside:
        frame = after_quotation(text, quotations, n, cues)
        if frame is not None:
            cue, stop = frame
            outer_end = quotations.outer[n][1]
            lead = _sentence_before(text, quotations, n)
            if lead is not None and "post" in cue.entry.takes:
                return  # «… ma potencjał w „rozwoju sieci” – odnosi się to do celu»
            if lead is not None:
                yield Draft(
                    "indirect",
                    [trim(text, lead, outer_end)],
                    "statement.dash_closed",
                    cue,
                    after=(cue.last + 1, stop),
                    before=(outer_end, cue.first),
                    frame=(outer_end, stop),
                )
                return
            yield Draft(
                "direct",
                [*_resumed(quotations, n), trim(text, tail_start, last)],
                "statement.quote",
                cue,
                after=(cue.last + 1, stop),
                before=(outer_end, cue.first),
                frame=(outer_end, stop),
            )
            return
        introduced = _introduced(text, quotations, n, cues, words)
        if introduced is not None:
            yield introduced


def _introduced(text: Text, quotations: Quotations, n: int, cues: dict[int, Cue], words: Lexicon) -> Draft | None:
    """A quotation after a verb and a colon, also inside another: «„Świadek zeznał: »Silnik wył«” – mówiła»."""
    found = _frame_before(text, quotations, n, cues, words)
    if found is None:
        return None
    cue, region = found
    opening = quotations.outer[n][0]
    return Draft(
        "direct",
        [trim(text, *quotations.inner[n])],
        "statement.quote",
        cue,
        after=(cue.last + 1, opening),
        before=(region, cue.first),
        subject_first=True,
        frame=(region, opening),
    )


def _frame_before(
    text: Text, quotations: Quotations, n: int, cues: dict[int, Cue], words: Lexicon
) -> tuple[Cue, int] | None:
    """«X powiedział wtedy: „…”»: a colon, and a reporting verb in the sentence before it."""
    opening = quotations.outer[n][0]
    colon = opening - 1 - text.is_dash(opening - 1)  # «wyraziła żal: – „Nie zdążyliśmy”»
    if colon < 0 or text.tokens[colon].text != ":":
        return None
    return colon_cue(text, colon, cues, words)


def _sentence_before(text: Text, quotations: Quotations, n: int) -> int | None:
    """Where the sentence begins that ends with a quoted phrase: «Umowa otwiera drogę do „negocjacji” – podał»."""
    opening = quotations.outer[n][0]
    first = quotations.inner[n][0]
    start = text.sentence(opening)[0]
    if (
        opening == start
        or text.tokens[first].text[0].isupper()
        or text.tokens[opening - 1].text in {":", ",", "-", "–", "—"}
    ):
        return None
    return start if all(text.tokens[at].text != ":" for at in range(start, opening)) else None


def _resumed(quotations: Quotations, n: int) -> list[Range]:
    """The earlier paragraphs of a quotation that opens each paragraph again without closing.

    Only the last of them closes and has a frame after it: each paragraph is walked over once.
    """
    parts: list[Range] = []
    while quotations.quotes[n].resumed and n > 0:
        n -= 1
        while n > 0 and quotations.quotes[n].depth:
            n -= 1
        parts.append(trim(quotations.text, *quotations.inner[n]))
    return parts[::-1]
