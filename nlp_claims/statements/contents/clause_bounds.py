"""Where the clause around a place begins, and where a relative clause ends."""

from nlp_claims.statements.conjunctions import THAT, opens_clause
from nlp_claims.statements.text import Text

BRACKETS = {"(": ")", "[": "]"}


def relative_end(text: Text, place: int, end: int) -> int:
    """The comma (or dash) that ends a relative clause, or the limit."""
    for at in range(place, end):
        if text.tokens[at].text == "," or (text.is_dash(at) and text.tokens[at].spaced):
            return at
    return end


def clause_start(text: Text, before: int, start: int) -> tuple[int, int | None]:
    """Where the clause around ``before`` begins, and the conjunction that opens it."""
    owed = 0
    start = _bracket(text, before, start)
    for at in range(before - 1, start - 1, -1):
        mark = text.tokens[at].text
        if mark in ";:" or (text.is_dash(at) and text.tokens[at].spaced and at > start and at < before - 1):
            return at + 1, None
        if text.words[at].finite:
            owed += 1
        if opens_clause(text, at):
            if owed <= 1:
                first = at
                while first > start and text.tokens[first - 1].text != "," and "prep" in text.words[first - 1].tags:
                    first -= 1
                closed = any(text.tokens[back].text == "," for back in range(at + 1, before)) and owed == 1
                if closed and text.lowers[at] not in THAT:
                    if at == start and text.tokens[before - 1].text == ",":
                        return before, None  # «Jak donosi Rynek Lotniczy, według A4E …»
                    owed = 0
                    continue
                return at + 1, at
            owed -= 1
        if (
            text.lowers[at] in {"a", "ale", "lecz", "natomiast", "zaś", "jednak"}
            and at > start
            and text.tokens[at - 1].text == ","
        ):
            return at + 1, None
    return start, None


def _bracket(text: Text, before: int, start: int) -> int:
    """Where the brackets around a token begin (or ``start``)."""
    depth = 0
    for at in range(before - 1, start - 1, -1):
        mark = text.tokens[at].text
        depth += (mark in BRACKETS.values()) - (mark in BRACKETS)
        if depth < 0:
            return at + 1
    return start
