"""Direct speech in quotation marks: framed by a verb after, before or inside, or attached to its neighbour."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from nlp_claims.statements import dashes
from nlp_claims.statements.clauses import THAT, frame_cue, opens_clause, trim
from nlp_claims.statements.cues import Cue, Lexicon, noun_cue
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.quotes import Quote
from nlp_claims.statements.text import TERMINATORS, Text

_MARKS = frozenset('„"”“«»')
_COLON_REACH = 40
_PHRASE_REACH = 14


class Quotations:
    """The quotations of a text by token: which one a token stands in, and what stands around each."""

    def __init__(self, text: Text, quotes: Sequence[Quote]) -> None:
        self.text = text
        self.quotes = quotes
        self.inner: list[Range] = [(text.at(q.inner), text.at(q.inner_end)) for q in quotes]
        self.outer: list[Range] = [(text.at(q.start), text.at(max(q.end - 1, q.start)) + 1) for q in quotes]
        self.tops = [n for n, q in enumerate(quotes) if q.depth == 0]
        self._innermost = [-1] * len(text.tokens)
        for n, (first, last) in enumerate(self.inner):
            # by start, longest first: an inner quotation overwrites the outer one
            if last - first <= 4000:  # noqa: PLR2004
                self._innermost[first:last] = [n] * (last - first)
        self._top_starts = [self.outer[n][0] for n in self.tops]

    def at(self, place: int) -> int | None:
        """The innermost quotation whose inside holds the token."""
        n = self._innermost[place] if place < len(self._innermost) else -1
        return None if n < 0 else n

    def top(self, place: int) -> int | None:
        """The outermost quotation that holds the token, marks included."""
        k = bisect_right(self._top_starts, place) - 1
        if k < 0:
            return None
        n = self.tops[k]
        return n if self.outer[n][0] <= place < self.outer[n][1] else None

    def bounds(self, place: int) -> Range:
        """The sentence of a token, no further than the quotation around it reaches."""
        start, end = self.text.sentence(place)
        n = self.at(place)
        if n is not None:
            start, end = max(start, self.inner[n][0]), min(end, self.inner[n][1])
        return start, end


def find(text: Text, quotations: Quotations, cues: dict[int, Cue], words: Lexicon) -> Iterator[Draft]:
    """Statements in quotation marks that a verb frames, and those framed by dashes, in no order."""
    for n, quote in enumerate(quotations.quotes):
        if quote.depth == 0:
            yield from _framed(text, quotations, n, cues, words)
        elif (nested := _introduced(text, quotations, n, cues, words)) is not None:
            yield nested
    for start, end in _paragraphs(text):
        yield from dashes.turns(text, start, end, cues, lambda place: quotations.top(place) is not None)


def _paragraphs(text: Text) -> Iterator[Range]:
    return zip(text.paragraphs, [*text.paragraphs[1:], len(text.tokens)], strict=True)


def _framed(text: Text, quotations: Quotations, n: int, cues: dict[int, Cue], words: Lexicon) -> Iterator[Draft]:
    first, last = quotations.inner[n]
    if first >= last:
        return
    inside = list(dashes.turns(text, first, last, cues, lambda place: quotations.at(place) != n, speech=True))
    yield from inside
    start = max([first, *(d.frame[1] for d in inside)])
    tail_start = start if inside else first
    if inside and inside[-1].parts[-1][1] > inside[-1].frame[0]:
        return  # the words after the inner frame are the second part of the same statement
    if not inside:
        earlier = _resumed(quotations, n)
        parts = [*earlier, trim(text, tail_start, last)]
        frame = _frame_after(text, quotations, n, cues)
        if frame is not None:
            cue, stop = frame
            outer_end = quotations.outer[n][1]
            lead = _sentence_before(text, quotations, n)
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
                parts,
                "statement.quote",
                cue,
                after=(cue.last + 1, stop),
                before=(outer_end, cue.first),
                frame=(outer_end, stop),
            )
            return
        introduced = _introduced(text, quotations, n, cues, words)
        if introduced is not None:
            introduced.parts = parts
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


def _has_clause(text: Text, cue: Cue, limit: int) -> bool:
    """Whether the verb takes a content clause of its own: then what stands before it is its subject."""
    for at in range(cue.last + 1, min(cue.last + 12, limit)):
        if text.lowers[at] in THAT:
            return True
        if text.words[at].finite or text.tokens[at].text[-1] in TERMINATORS:
            return False
    return False


def _resumed(quotations: Quotations, n: int) -> list[Range]:
    """The earlier paragraphs of a quotation that opens each paragraph again without closing."""
    parts: list[Range] = []
    while quotations.quotes[n].resumed and n > 0:
        n -= 1
        while n > 0 and quotations.quotes[n].depth:
            n -= 1
        parts.insert(0, trim(quotations.text, *quotations.inner[n]))
    return parts


def _frame_after(text: Text, quotations: Quotations, n: int, cues: dict[int, Cue]) -> tuple[Cue, int] | None:
    """«…” – powiedział X», «…”, podkreśla X», «…” mówi X»."""
    place = quotations.outer[n][1]
    limit = len(text.tokens)
    if place >= limit:
        return None
    paragraph_end = text.paragraph(place - 1)[1]
    limit = min(limit, paragraph_end)
    while place < limit and text.tokens[place].text in ",.":
        place += 1
    if place >= limit:
        return None
    outside = lambda at: quotations.top(at) is not None  # noqa: E731
    if text.is_dash(place):
        cue = dashes.find_frame(text, place, limit, cues, spoken=True)
    else:
        # without a dash the verb comes first: «…”, powiedział X»; «„The Times” podał, że» has a title for its subject
        cue = frame_cue(text, place, limit, cues, reach=2 if text.lowers[place] != "jak" else 4)
        comma = text.tokens[place - 1].text == ","
        first, last = quotations.inner[n]
        if cue is None and comma and text.tokens[first].text[0].isupper() and _has_verb(text, first, last):
            cue = dashes.unlisted(text, place, limit)  # «„Zdrowie nie ma ceny”, uciął»
        if (
            cue is not None
            and not comma
            and (_is_title(text, *quotations.inner[n], quotations.outer[n][0]) or _has_clause(text, cue, limit))
        ):
            cue = None
    if cue is None:
        return None
    return cue, dashes.frame_end(text, cue, limit, outside)


def _frame_before(
    text: Text, quotations: Quotations, n: int, cues: dict[int, Cue], words: Lexicon
) -> tuple[Cue, int] | None:
    """«X powiedział wtedy: „…”»: a colon, and a reporting verb in the sentence before it."""
    opening = quotations.outer[n][0]
    if opening == 0 or text.tokens[opening - 1].text != ":":
        return None
    return colon_cue(text, opening - 1, cues, words)


def colon_cue(text: Text, colon: int, cues: dict[int, Cue], words: Lexicon) -> tuple[Cue, int] | None:
    """The reporting verb (or noun: «przysłał oświadczenie: „…”») of a colon, and where its sentence begins."""
    start = text.sentence(colon)[0]
    noun = noun_cue(text, colon - 1, words) if colon > start else None
    if noun is not None and colon - 1 not in cues and not any(at in cues for at in range(max(start, colon - 8), colon)):
        return noun, start
    for at in range(colon - 1, max(start, colon - _COLON_REACH) - 1, -1):
        cue = cues.get(at)
        if (
            cue is not None
            and not cue.hypothetical
            and cue.form != "ppas"
            and not text.tokens[at].text.isupper()
            and cue.entry.takes & {"quote", "że", "post"}
        ):
            return cue, start
        if text.words[at].finite and not any(opens_clause(text, back) for back in range(max(start, at - 8), at)):
            return None
    return None


def phrases(text: Text, quotations: Quotations, cues: dict[int, Cue], taken: set[int]) -> Iterator[Draft]:
    """A quoted phrase as the complement of a verb: «mówią o „okresie próbnym”», «nazwał go „hipokrytą”»."""
    open_drafts: dict[int, Draft] = {}
    for n in quotations.tops:
        first, last = quotations.inner[n]
        if first >= last:
            continue
        opening = quotations.outer[n][0]
        cue = _governor(text, opening, cues)
        if first in taken and (
            cue is None or opening - cue.last > 1 or last - first < 3 or not _has_verb(text, first, last)  # noqa: PLR2004
        ):
            continue  # a phrase inside another's words, unless it is «Czy nie Davis powiedział „…”?»
        if cue is None or cue.impersonal or not (cue.entry.takes & {"phrase", "quote"}):
            continue
        if not cue.entry.takes & {"phrase"} and opening - cue.last > 3:  # noqa: PLR2004
            continue
        if _is_title(text, first, last, opening):
            continue
        if cue.verb in open_drafts:
            open_drafts[cue.verb].parts.append(trim(text, first, last))
            continue
        start, end = text.sentence(cue.verb)
        open_drafts[cue.verb] = Draft(
            "direct",
            [trim(text, first, last)],
            "statement.phrase",
            cue,
            after=(cue.last + 1, opening),
            before=(start, cue.first),
            subject_first=True,
            frame=(start, opening),
        )
        del end
    yield from open_drafts.values()


def _has_verb(text: Text, first: int, last: int) -> bool:
    return any(text.words[at].finite for at in range(first, last))


def _governor(text: Text, opening: int, cues: dict[int, Cue]) -> Cue | None:
    start = text.sentence(opening)[0] if opening < len(text.tokens) else 0
    for at in range(opening - 1, max(start, opening - _PHRASE_REACH) - 1, -1):
        cue = cues.get(at)
        if cue is not None:
            fits = cue.form in {"fin", "praet", "imps", "pcon", "pant"} and not cue.hypothetical
            return cue if fits and not cue.entry.mental else None
        if text.words[at].finite or text.lowers[at] in THAT or text.tokens[at].text in ":;" or opens_clause(text, at):
            return None
    return None


def _is_title(text: Text, first: int, last: int, opening: int) -> bool:
    """Whether the quotation is a name or a title («w rozmowie z „Gazetą Polską”») rather than words said."""
    head = text.tokens[first].text
    verb = any(text.words[at].finite for at in range(first, last))
    if not head[0].isalpha():
        return True
    if head[0].isupper():
        return not (verb and last - first > 2)  # noqa: PLR2004
    return opening > 0 and text.lowers[opening - 1] in {"tzw", "zwany", "zwana", "zwane"}


def floating(text: Text, quotations: Quotations, taken: set[int], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Quoted sentences without a verb of their own: they belong to the neighbouring statement, or to its speaker."""
    by_frame_end = {draft.frame[1]: draft for draft in drafts if draft.mode == "direct" and draft.frame[1]}
    for n in quotations.tops:
        first, last = quotations.inner[n]
        opening, closing = quotations.outer[n]
        if first >= last or first in taken or not _whole_sentence(text, first, last, opening, closing):
            continue
        part = trim(text, first, last)
        neighbour = by_frame_end.get(opening)
        if neighbour is not None and text.paragraph(opening) == text.paragraph(neighbour.frame[0]):
            neighbour.parts.append(part)  # «„A” – powiedział X. „B”.»
            by_frame_end[closing] = neighbour
        else:
            yield Draft("direct", [part], "statement.floating")


def _whole_sentence(text: Text, first: int, last: int, opening: int, closing: int) -> bool:
    """Whether the quotation is a sentence by itself: nothing else between the full stops around it."""
    least = 3 if closing >= text.paragraph(opening)[1] else 4  # a headline may be short: „Oddajemy dzieciom przerwy”
    if last - first < least or not text.tokens[first].text[0].isupper():
        return False
    if not any(text.words[at].finite for at in range(first, last)):
        return False
    before = opening == text.paragraph(opening)[0] or text.tokens[opening - 1].text[-1] in TERMINATORS | _MARKS
    end = closing >= len(text.tokens) or text.paragraph(opening)[1] <= closing
    after = end or text.tokens[closing].text == "." or text.tokens[last - 1].text[-1] in TERMINATORS
    return before and after
