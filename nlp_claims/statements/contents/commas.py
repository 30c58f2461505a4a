"""Sentences closed by a comma and a verb: «Ceny rosną, podaje urząd.», «…, o czym poinformowali strażacy»."""

from collections.abc import Iterator

from nlp_claims.statements.conjunctions import THAT, opens_clause
from nlp_claims.statements.contents.clause_bounds import clause_start
from nlp_claims.statements.contents.edges import tail, trim
from nlp_claims.statements.contents.frames import narrates
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.quotations import Quotations, has_verb
from nlp_claims.statements.text import QUOTES, TERMINATORS, Text

_FRAME_LONGEST = 22
_OBJECTS = frozenset({"o", "do", "przed", "za", "na"})
_ABOUT = ("o", "czym")


def closed(text: Text, quotations: Quotations, cues: dict[int, Cue], comma: int) -> Iterator[Draft]:
    """The statement that the comma and a verb behind it close, if they do."""
    cue = _closing_cue(text, comma, cues)
    if cue is None:
        return
    start, end = quotations.bounds(comma)
    end = tail(text, start, end)
    quoted = comma > 0 and quotations.top(comma - 1) is not None and quotations.at(comma - 1) is None
    stop = None if quoted else _frame_end(text, cue, end)  # «„…”, powiedział X» is the quotation's
    if stop is None:
        return
    rest = trim(text, stop + 1, end) if stop < end else (end, end)
    goes_on = rest[0] < rest[1] and has_verb(text, *rest) and not opens_clause(text, rest[0])
    lost = text.tokens[comma - 1].text in QUOTES and quotations.top(comma - 1) is None
    if not (lost or _is_clause(text, start, comma, inserted=goes_on)) or not _has_speaker(text, cue, comma, stop):
        return
    # «W maju strajk ma być tu, a w czerwcu tam, o czym poinformowali»
    left = clause_start(text, comma, start)[0] if text.lowers[comma + 1 : comma + 3] == _ABOUT else start
    parts = [trim(text, left, comma), *([rest] if goes_on else [])]
    draft = Draft("indirect", parts, "statement.comma_closed", cue, after=(cue.last + 1, stop), frame=(comma, stop))
    if lost:
        draft.mode, parts[0] = "direct", (parts[0][0], comma - 1)  # «To koniec”, rzekł Kos.»: the opening mark was lost
    yield draft


def _frame_end(text: Text, cue: Cue, end: int) -> int | None:
    """Where the frame ends: at its comma or with the sentence; ``None`` where a clause or an object follows."""
    stop = end
    while stop > cue.last + 1 and text.tokens[stop - 1].text[-1] in TERMINATORS:
        stop -= 1
    for at in range(cue.last + 1, stop):
        if text.words[at].finite or text.lowers[at] in THAT | {":"}:
            return None
        if text.tokens[at].text == ",":
            stop = at
            break
    following = text.lowers[cue.last + 1 : cue.last + 2]
    if following and following[0] in _OBJECTS:
        return None  # «…, apelował o wolność dla niej nawet papież, …»
    return stop if stop - cue.last <= _FRAME_LONGEST else None


def _is_clause(text: Text, start: int, comma: int, *, inserted: bool) -> bool:
    """Whether what stands before the comma is a whole clause, or the first half of one around the frame.

    «Miłość, wyjaśniał poeta, jest ślepa» is cut in two; «Zwolennicy partii, która popiera prawo, grozili protestami»
    has its main verb after the comma.
    """
    finite = sum(text.words[at].finite for at in range(start, comma))
    if inserted and not finite:
        return True
    opened = sum(opens_clause(text, at) and text.lowers[at] not in {"jak", "co"} for at in range(start + 1, comma))
    return finite > opened and comma - start > 2  # noqa: PLR2004


def _has_speaker(text: Text, cue: Cue, comma: int, stop: int) -> bool:
    """Whether the verb stands alone, in «o czym poinformowali w środę», or with a subject behind it."""
    if stop >= len(text.tokens) or (stop == cue.last + 1 and text.tokens[stop].text[-1] in TERMINATORS):
        return True
    about = text.lowers[comma + 1 : comma + 3] == _ABOUT
    return about or cue.entry.lemma == "wynikać" or subject_follows(text, cue, stop)


def _closing_cue(text: Text, comma: int, cues: dict[int, Cue]) -> Cue | None:
    """The reporting verb right after a comma, or after «o czym»."""
    at = comma + 1
    if text.lowers[at : at + 2] == ("o", "czym"):
        at += 2
    cue = cues.get(at)
    if (
        cue is None
        and at + 1 < len(text.tokens)
        and not text.words[at].finite
        and text.tokens[at].text[0].isalpha()
        and text.lowers[comma + 1] == "o"
    ):
        cue = cues.get(at + 1)
    shows = cue is not None and cue.entry.lemma == "wynikać" and text.lowers[at + 1 : at + 2] in {("z",), ("ze",)}
    if cue is None or not cue.finite or cue.hypothetical or cue.impersonal or narrates(text, cue):
        return None
    if not shows and "quote" not in cue.entry.takes:
        return None
    return cue if not (cue.perfective and cue.form == "fin") and cue.verb <= comma + 4 else None


def subject_follows(text: Text, cue: Cue, stop: int) -> bool:
    """Whether a noun that may be the subject follows the verb: «podał rękę» has none, «podał rzecznik» has."""
    for at in range(cue.last + 1, min(stop, cue.last + 5)):
        word = text.words[at]
        if text.tokens[at].text[0].isupper() or text.tokens[at].text in QUOTES:
            return True
        for noun in word.nouns:
            if "nom" in noun.cases and noun.pos in {"subst", "depr", "ppron3"} and "acc" not in noun.cases:
                return True
    return False
