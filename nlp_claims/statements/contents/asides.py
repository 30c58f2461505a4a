"""Frames set beside what they report: «jak podaje X, …», «…, podaje agencja X.»."""

from collections.abc import Callable, Iterator

from nlp_claims.statements.conjunctions import COORDINATORS, THAT, relative
from nlp_claims.statements.contents import commas
from nlp_claims.statements.contents.clause_bounds import clause_start, relative_end
from nlp_claims.statements.contents.clauses import end_of_clause
from nlp_claims.statements.contents.commas import subject_follows
from nlp_claims.statements.contents.edges import tail, trim
from nlp_claims.statements.contents.frames import has_clause
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.quotations import Quotations, has_verb
from nlp_claims.statements.text import DASHES, QUOTES, Text

PhraseEnd = Callable[[int, str], int]
_BEFORE_VERB = 4
_FRAME_LONGEST = 22  # tokens from a verb to the end of its frame
_FRAMING = frozenset({",", "(", "-", "–", "—", "„", '"', "”"})
_APPOSITION = 9


def find(text: Text, quotations: Quotations, cues: dict[int, Cue], phrase_end: PhraseEnd) -> Iterator[Draft]:
    """Statements framed by «jak» and a verb, or closed by a comma and a verb."""
    for place, lower in enumerate(text.lowers):
        if lower == "jak" and (place == 0 or text.lowers[place - 1] != "tak"):
            yield from _as_reported(text, quotations, cues, phrase_end, place)
        if lower == "tak" and (cue := cues.get(place + 1)) is not None:
            yield from _so_says(text, quotations, place, cue)
        if lower == ",":
            yield from commas.closed(text, quotations, cues, place)


def _as_reported(
    text: Text, quotations: Quotations, cues: dict[int, Cue], phrase_end: PhraseEnd, place: int
) -> Iterator[Draft]:
    start, end = quotations.bounds(place)
    end = tail(text, start, end)
    cue = _framing_cue(text, place, end, cues)
    if text.tokens[place].text == "Jak":
        start = place  # a sentence begins here even where the full stop before it was lost
    if cue is None or not _opens_frame(text, place, start):
        return
    close = _frame_close(text, cue, end, phrase_end)
    if close < end and text.tokens[close].text == ":":
        return  # «Jak powiedział: po ataku …» is the colon's
    left, opener = (place, place), None
    if place > start:
        first, opener = clause_start(text, place, start)
        left = trim(text, first, place)
    dashed = text.is_dash(close)
    subordinate = left[0] < left[1] and opener is not None
    closed = close >= end or text.tokens[close].text == "," or (dashed and text.is_dash(place - 1))
    if subordinate and not closed:
        return
    after = close + 1 if dashed or (close < end and text.tokens[close].text in {",", ")"}) else close
    parts = _without_connective(text, left, _said_after(text, quotations, cues, after, end))
    if not _says(text, parts):
        return
    whole = quotations.whole(parts[0]) if len(parts) == 1 else None
    yield Draft(
        "indirect" if whole is None else "direct",
        parts if whole is None else [trim(text, *whole)],
        "statement.as",
        cue,
        after=(cue.last + 1, close),
        before=(place + 1, cue.first),
        frame=(place, close),
    )


def _framing_cue(text: Text, place: int, end: int, cues: dict[int, Cue]) -> Cue | None:
    """The reporting verb that «jak» brings in, with nothing but adverbs and a subject between them."""
    cue = next((cues[at] for at in range(place + 1, min(place + 1 + _BEFORE_VERB, end)) if at in cues), None)
    if cue is None or not cue.entry.takes & {"że", "jak"} or not cue.finite:
        return None
    if cue.hypothetical or (cue.perfective and cue.form == "fin"):
        return None
    between = range(place + 1, cue.verb)
    return None if any(text.words[at].finite or text.tokens[at].text in ",:" for at in between) else cue


def _opens_frame(text: Text, place: int, start: int) -> bool:
    """Whether «jak» opens a frame: at the start, after a mark or a conjunction; not in «po tym, jak opublikowano»."""
    if place > 1 and text.tokens[place - 1].text == "," and text.lowers[place - 2] in {"tym", "tego", "to", "temu"}:
        return False
    return place <= start or text.tokens[place - 1].text in _FRAMING or text.lowers[place - 1] in COORDINATORS | THAT


def _said_after(text: Text, quotations: Quotations, cues: dict[int, Cue], after: int, end: int) -> Range:
    """What follows a frame: its clause, and all of a quotation that opens in it."""
    if after >= end:
        return after, after
    stop = end_of_clause(text, after, end, cues, main_follows=False, told=False)
    return trim(text, after, quotations.reach(after, end) if stop == end else stop)


def _says(text: Text, parts: list[Range]) -> bool:
    """Whether the words around a frame are a clause, or at least a few words of one."""
    finite = any(text.words[at].finite for a, b in parts for at in range(a, b))
    return bool(parts) and (finite or len(parts) > 1 or parts[0][1] - parts[0][0] > 2)  # noqa: PLR2004


def _without_connective(text: Text, left: Range, right: Range) -> list[Range]:
    """What stands on both sides of a frame; in «Jednak – jak dodał – nikt nie ucieknie» the narrator connects."""
    said = any(text.words[at].nouns or text.words[at].verbs or not text.words[at].known for at in range(*left))
    return [part for part in (left, right) if part[0] < part[1] and (said or part == right or right[0] >= right[1])]


def _frame_close(text: Text, cue: Cue, end: int, phrase_end: PhraseEnd) -> int:
    """Where «jak podaje X» ends: at the comma, or after X where the comma is missing."""
    named, case = cue.last + 1, "nom"
    while named < end and "adv" in text.words[named].tags and not text.words[named].nouns:
        named += 1  # «a jak podawała niedawno Federacja Izb»
    if text.lowers[named : named + 1] in {("z",), ("ze",)}:
        named, case = named + 1, "gen"  # «Jak wynika z danych urzędu w 2016 r. liczba osób spadła»
    for at in range(cue.last + 1, min(end, cue.last + _FRAME_LONGEST)):
        if text.tokens[at].text in {",", ":", ")"} or (text.is_dash(at) and text.tokens[at].spaced):
            following = at + 1
            if text.tokens[at].text == "," and following < end and relative(text, following):
                return relative_end(text, following, end)
            return _apposition_end(text, at, end)
        if text.words[at].finite:
            referring = next(
                (k for k in range(named, at) if text.lowers[k : k + 3] == ("powołując", "się", "na")), None
            )
            if referring is not None:  # «Jak podaje Kurier powołując się na dane urzędu liczba osób spadła»
                named, case = referring + 3, "acc"
            return min(phrase_end(named, case), at)
    if end - cue.last <= _FRAME_LONGEST:
        return end
    return min(phrase_end(named, case), end)


def _apposition_end(text: Text, mark: int, end: int) -> int:
    """Where what is set beside the name ends: «Jak podał Jan Lis, były prezes, a dziś radny, …», «Lis – prezes, …»."""
    if text.tokens[mark].text not in DASHES | {","}:
        return mark
    name = next((at for at in range(mark + 1, min(mark + 6, end)) if not text.tokens[at].text[0].isupper()), end)
    person = any(
        noun.pos == "subst" and "nom" in noun.cases and "m1" in noun.genders
        for at in range(max(mark - 8, 0), mark)
        for noun in text.words[at].nouns
        if text.tokens[at].text[0].islower()
    )
    if person and name > mark + 2 and name < end and text.tokens[name].text == ",":
        return name  # «Jak powiedział redaktor naczelny, Marek Kos, …»
    if not text.tokens[mark - 1].text[0].isupper():
        return mark
    dash = text.is_dash(mark)
    close = mark
    while close < end:
        first = close + 1
        if close > mark and first < end and relative(text, first):
            return relative_end(text, first, end)
        stop = next((at for at in range(first, min(first + _APPOSITION, end)) if text.tokens[at].text == ","), end)
        if stop == end or has_verb(text, first + 1, stop) or not (dash or _names_office(text, first)):
            break
        close, dash = stop, False
    return close


def _names_office(text: Text, place: int) -> bool:
    """Whether a person's function begins at the token, in the nominative: «były prezes», «a dziś radny»."""
    if text.lowers[place] in {"a", "obecnie", "dziś", "dawniej"}:
        return True
    for at in range(place, min(place + 3, len(text.tokens))):
        nouns = text.words[at].nouns
        if text.tokens[at].text[0].isupper() or not any("nom" in noun.cases for noun in nouns):
            return False
        if any(noun.pos == "subst" and "nom" in noun.cases and "m1" in noun.genders for noun in nouns):
            return True
    return False


def _so_says(text: Text, quotations: Quotations, place: int, cue: Cue) -> Iterator[Draft]:
    """«Zmiana dokonuje się sama. Tak sugeruje Anna Lis.»: the sentence before is what she says."""
    start, end = text.sentence(place)
    paragraph = text.paragraph(place)[0]
    if place != start or place == paragraph or not cue.finite or cue.hypothetical or cue.impersonal:
        return
    if has_clause(text, cue, end) or ":" in text.lowers[place:end] or not subject_follows(text, cue, end):
        return
    first, last = text.sentence(place - 1)
    dash = next((at for at in range(last - 1, first, -1) if text.is_dash(at)), first)
    told = trim(text, dash + 2 * (dash > first and text.lowers[dash + 1] in COORDINATORS), last)
    marked = any(text.tokens[at].text in QUOTES for at in range(first, last))
    if marked or not has_verb(text, *told) or quotations.top(place - 1) is not None:
        return
    yield Draft("indirect", [told], "statement.as", cue, after=(cue.last + 1, end), frame=(place, end))
