"""Quotation marks: which of them open, which close, and which belong together.

Pure strings, no linguistics. Marks are paired by kind and nesting within a paragraph; what stays
unpaired (a mark that the press or a scraper lost) never reaches into the next paragraph, unless the
next paragraph opens with the same mark again, as a quotation of several paragraphs does.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

Role = Literal["open", "close", "either", "none"]
_PARTNERS = {"‚": "’‘", "„": '”“"‟', "“": '”"“', '"': '"”“', "«": "»", "»": "«", "”": '”"', "‟": '”"'}
_MARK = re.compile(r"[„”“\"«»‟]|(?P<sign>[,‚'’‘])(?P=sign)(?!(?P=sign))|(?<!\w)‚(?=\S)|[’‘](?!\w)")
_SETTLED: dict[str, Role] = {"„": "open", "‚": "open", "’": "close", "‘": "close"}
_MAX_PARAGRAPHS = 4


class Mark(NamedTuple):
    """A quotation mark of one or two characters («,,» and «''» are typed for „ and ”)."""

    start: int
    end: int
    sign: str
    role: Role


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: the outer offsets take the marks in, the inner ones leave them out.

    ``depth`` is 0 for an outermost one. ``resumed`` says that the mark before it was never closed
    and this one opens the next paragraph of the same quotation. ``closed`` is false where no mark closes it: it
    ends no later than ``end``.
    """

    start: int
    inner: int
    inner_end: int
    end: int
    depth: int
    resumed: bool = False
    closed: bool = True


def marks(text: str) -> list[Mark]:
    """Every quotation mark of the text with what its surroundings let it be."""
    found: list[Mark] = []
    for match in _MARK.finditer(text):
        start, end = match.span()
        sign = match.group()
        if len(sign) == 1:
            found.append(Mark(start, end, sign, _role(text, start, end, sign)))
            continue
        kind = "„" if sign[0] in ",‚" else "”"
        role = _role(text, start, end, kind)
        opens = (
            role == "open" and (end == len(text) or not text[end].isspace()) and not text[start - 1 : start].isalnum()
        )
        if kind == "”" or opens:
            found.append(Mark(start, end, kind, role))
    return found


def _role(text: str, start: int, end: int, sign: str) -> Role:
    before, after = text[start - 1 : start], text[end : end + 1]
    free_before = not before or before.isspace() or before in "([{/–—-„«+"
    free_after = not after or after.isspace() or after in ".,;:!?…)]}/–—-”»+"
    if (settled := _SETTLED.get(sign)) is not None:
        return settled
    if free_before and not free_after:
        return "open"
    if free_after and not free_before:
        return "close"
    if not free_before and not free_after:
        if before in ":,;":
            return "open"  # «powiedział:"Tak"»
        return "either" if sign == '"' and before.isalpha() else "close"  # «w"Dialogu"jeden», «Tak”dodał»
    return "either"


def pair(text: str, paragraphs: Sequence[int]) -> list[Quote]:
    """Pair the marks of a text.

    Args:
        text: the document.
        paragraphs: where each paragraph starts, ascending.

    Returns:
        The quotations by start. Linear in the length of the text.
    """
    quotes: list[Quote] = []
    every = marks(text)
    at = 0
    carried: _Carried | None = None
    paragraphs = paragraphs or [0]  # of white space alone
    for start, end in zip(paragraphs, [*paragraphs[1:], len(text)], strict=True):
        first = at
        while at < len(every) and every[at].start < end:
            at += 1
        block = every[first:at]
        opens = bool(block) and not text[start : block[0].start].strip(" \t\n-–—")
        resumed = carried is not None and opens and block[0].role == "open" and block[0].sign == carried.mark.sign
        paired, left = _pair_block(block, [] if carried is None or resumed else [carried.mark])
        if carried is not None and not resumed:
            if any(quote.start == carried.mark.start for quote in paired):
                quotes.remove(carried.so_far)  # it ran on to here: one quotation instead of its first paragraph
                carried = None
            elif not block and carried.paragraphs < _MAX_PARAGRAPHS:
                carried = carried._replace(paragraphs=carried.paragraphs + 1)
                continue
            left = [mark for mark in left if mark.start >= start]
        if resumed:
            paired = [replace(quote, resumed=True) if quote.start == block[0].start else quote for quote in paired]
        quotes.extend(paired)
        left = _shelve(text, left, quotes)
        carried = _carry(text, start, end, left, resumed=resumed)
        if carried is not None:
            quotes.append(carried.so_far)
    quotes.sort(key=lambda quote: (quote.start, -quote.end))
    return _depths(quotes)


class _Carried(NamedTuple):
    """An opening mark that its paragraph did not close, and the quotation up to that paragraph's end."""

    mark: Mark
    so_far: Quote
    paragraphs: int = 0


def _pair_block(block: list[Mark], waiting: list[Mark]) -> tuple[list[Quote], list[Mark]]:
    """Pair within one paragraph: the quotations, and the opening marks left over."""
    quotes: list[Quote] = []
    stack = list(waiting)
    counts = Counter(mark.sign for mark in stack)
    for mark in block:
        partner = any(counts[sign] for sign, closers in _PARTNERS.items() if mark.sign in closers)
        opens = mark.role == "open" or (mark.role == "either" and not partner and mark.sign in '“"')
        if opens and not (mark.sign == "”" and partner):
            stack.append(mark)
            counts[mark.sign] += 1
        elif partner and not opens:
            # an opening mark of another kind inside, never closed, does not hold up the outer pair
            while mark.sign not in _PARTNERS[stack[-1].sign]:
                counts[stack.pop().sign] -= 1
            opener = stack.pop()
            counts[opener.sign] -= 1
            quotes.append(Quote(opener.start, opener.end, mark.start, mark.end, 0))
    return quotes, stack


def _shelve(text: str, left: list[Mark], quotes: list[Quote]) -> list[Mark]:
    """End the quotations that no mark closes where the next one is introduced; return the marks still open.

    «Posłanka powiedziała: „To dobry wynik. Senator dodał: „Czekaliśmy długo.»
    """
    while len(left) > 1 and _introduced(text, left[0]) and _introduced(text, left[1]):
        first, *left = left
        ends = [at for at in range(first.end, left[0].start) if text[at] in ".!?…" and text[at + 1 : at + 2].isspace()]
        if not ends:
            break
        quotes.append(Quote(first.start, first.end, ends[-1] + 1, ends[-1] + 1, 0, closed=False))
    return left


def _introduced(text: str, mark: Mark) -> bool:
    return text[max(mark.start - 2, 0) : mark.start].strip() == ":"


def _carry(text: str, start: int, end: int, left: list[Mark], *, resumed: bool) -> _Carried | None:
    """What becomes of a mark still open at a paragraph's end: the quotation may run on in the next.

    Only a mark before a whole paragraph, or after a colon, can mean that all of the rest is quoted.
    """
    if not left:
        return None
    first = left[0]
    opens = not text[start : first.start].strip(" \t\n-–—")
    before = text[max(start, first.start - 2) : first.start].strip()[-1:]
    resumes = text[end : end + 4].lstrip().startswith(text[first.start : first.end])
    if not opens and before != ":" and not (before in ".!?…" and before and resumes):
        return None
    last = end
    while last > first.end and text[last - 1].isspace():
        last -= 1
    so_far = Quote(first.start, first.end, last, last, 0, resumed=resumed and opens, closed=False)
    return _Carried(first, so_far)


def _depths(quotes: list[Quote]) -> list[Quote]:
    """Nesting depth by a sweep over quotations sorted by start, longest first."""
    open_ends: list[int] = []
    out: list[Quote] = []
    for quote in quotes:
        while open_ends and open_ends[-1] <= quote.start:
            open_ends.pop()
        depth = len(open_ends)
        open_ends.append(quote.end)
        out.append(replace(quote, depth=depth))
    return out
