"""What is set beside a named source: a name, a function, a place, a clause, a participle with its own words."""

from collections.abc import Callable

from nlp_claims.statements.conjunctions import opens_clause, relative
from nlp_claims.statements.contents.clause_bounds import relative_end
from nlp_claims.statements.draft import Range
from nlp_claims.statements.grammar import FINITE
from nlp_claims.statements.text import Text
from nlp_claims.women import is_woman

_FUNCTION = 4  # words of «byłego szefa biura» up to the noun
_NAME = 5  # tokens of a name
_PARTITIVE = 3  # «z nich» and the comma
_FIELD = 10  # words of «w dziedzinie chorób zakaźnych» and the like up to the comma
_PARTICIPLES = frozenset({"ppas", "pact"})
PhraseEnd = Callable[[int, str], int]


def beside(text: Text, phrase_end: PhraseEnd, after: int, end: int, case: str) -> int:
    """The end of all that is set beside a source: a function, a place, a relative clause."""
    after = _after_place(text, _after_apposition(text, phrase_end, after, end, case), end)
    first = after + 1 + (text.lowers[after + 1 : after + 2] in {("i",), ("a",)})
    if first < end and text.tokens[after].text == "," and text.words[first].has_case(case, _PARTICIPLES):
        return relative_end(text, first, end)  # «Według sondażu, przygotowanego przez pracownię ICM, …»
    if after + 2 < end and text.tokens[after].text == "," and any(relative(text, after + k) for k in (1, 2)):
        return min(relative_end(text, after + 1, end) + 1, end)  # «dyplomatów, na których powołuje się portal,»
    return after


def apposed_name(text: Text, first: int, after: int, end: int, case: str) -> Range | None:
    """A source with a name set beside it: «Zdaniem dyrektora, Jana Kosa, …», «Według jednej z nich, Ewy Lis, …»."""
    comma = next((at for at in range(after, min(after + _PARTITIVE, end)) if text.tokens[at].text == ","), end)
    last = next((at for at in range(comma + 1, min(comma + 1 + _NAME, end)) if not _capital(text, at)), end)
    if last >= end or last <= comma + 1 or text.tokens[last].text != ",":
        return None
    between = text.lowers[after:comma] in {(), ("z", "nich"), ("spośród", "nich")}
    cased = all(text.words[at].has_case(case) or not text.words[at].known for at in range(comma + 1, last))
    return (first, last) if between and cased else None


def _capital(text: Text, at: int) -> bool:
    """Whether the token is a part of a name: «Jana», «J», its full stop."""
    token = text.tokens[at]
    return token.text[0].isupper() or (token.text == "." and len(text.tokens[at - 1].text) == 1)


def _after_apposition(text: Text, phrase_end: PhraseEnd, comma: int, end: int, case: str) -> int:
    """The comma that closes a function set beside the source: «zdaniem Jana Kosa, prezesa spółki Alfa, …»."""
    if comma + 1 >= end or text.tokens[comma].text != "," or not text.tokens[comma + 1].text[0].islower():
        return comma
    close = phrase_end(comma + 1, case)
    function = any(
        noun.pos == "subst" and case in noun.cases and ("m1" in noun.genders or is_woman(noun.lemma))
        for at in range(comma + 1, min(close, comma + 1 + _FUNCTION))
        for noun in text.words[at].nouns
    )
    if not function:
        return comma
    # «zdaniem Jana Kosa, wojewódzkiego konsultanta w dziedzinie chorób zakaźnych, …»
    for at in range(close, min(close + _FIELD, end)):
        if text.tokens[at].text == ",":
            return at
        if text.words[at].finite or not text.tokens[at].text[0].isalnum():
            break
    return comma


def _after_place(text: Text, after: int, end: int) -> int:
    """The comma behind a place or an occasion set beside the source, where a clause of its own follows that comma.

    «w opinii rządu w Pradze, sprawa nie jest przesądzona»; «według policji w sobotę doszło …» has no such comma.
    """
    if after >= end or "prep" not in text.words[after].tags:
        return after
    comma = next((at for at in range(after + 1, min(after + _FIELD, end)) if not _plain(text, at)), end)
    if comma >= end or text.tokens[comma].text != ",":
        return after
    for at in range(comma + 1, end):
        if any(verb.form in FINITE for verb in text.words[at].verbs):
            return comma
        if not text.tokens[at].text[0].isalnum() or opens_clause(text, at):
            break
    return after


def _plain(text: Text, at: int) -> bool:
    """Whether the token is a word other than a verb."""
    return text.tokens[at].text[0].isalnum() and not text.words[at].finite
