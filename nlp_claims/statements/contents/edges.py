"""What the words said are cleared of at their edges: dashes, commas, the agency's signature."""

from nlp_claims.statements.conjunctions import JOINING
from nlp_claims.statements.text import Text, abbreviation


def tail(text: Text, start: int, end: int) -> int:
    """The end without what the press appends to a sentence: «(PAP)», «(az)», «[WYWIAD]»."""
    stop = end
    while stop > start + 3 and text.tokens[stop - 1].text == "]":
        opening = next((at for at in range(stop - 2, max(stop - 8, start), -1) if text.tokens[at].text == "["), None)
        if opening is None or any(token.text != token.text.upper() for token in text.tokens[opening:stop]):
            break
        stop = opening
    while stop > start + 3 and text.tokens[stop - 1].text == ")":
        opening = next((at for at in range(stop - 2, max(stop - 8, start), -1) if text.tokens[at].text == "("), None)
        if opening is None or text.tokens[opening - 1].text not in ".!?…":
            break
        stop = opening
    return stop


def trim(text: Text, start: int, end: int) -> tuple[int, int]:
    """A range without the marks around it: dashes, commas, the full stop, quotation marks left alone."""
    while start < end and (text.is_dash(start) or text.tokens[start].text in ",;:.)"):
        start += 1
    while start < end:
        mark = text.tokens[end - 1].text
        if (
            (text.is_dash(end - 1) or mark in ",;:")
            or (mark == "." and not _abbreviated(text, end - 1))
            or mark == "("
            or (text.lowers[end - 1] in JOINING and end - 1 > start)
        ):
            end -= 1
        else:
            break
    return start, end


def _abbreviated(text: Text, stop: int) -> bool:
    """Whether the full stop belongs to its word: «35 tys.»."""
    return stop > 0 and not text.tokens[stop].spaced and abbreviation(text.tokens[stop - 1].text)
