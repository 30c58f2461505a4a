"""Sources named beside what they say: «według policji», «jej zdaniem», «jak podaje agencja», «…, podał rzecznik.»."""

from collections.abc import Callable, Iterator

from nlp_claims.statements.clauses import (
    COORDINATORS,
    THAT,
    end_of_clause,
    opens_clause,
    relative,
    tail,
    trim,
)
from nlp_claims.statements.cues import Cue, Entry, Lexicon
from nlp_claims.statements.direct import Quotations
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.text import TERMINATORS, Text

_POSSESSIVES = frozenset({"jego", "jej", "ich"})
_MY_OWN = frozenset({"moim", "naszym", "twoim", "waszym", "mojej", "naszej", "czyim"})
_BEFORE_VERB = 4
_FRAME_LONGEST = 22
PhraseEnd = Callable[[int, str], int]


def find(
    text: Text, quotations: Quotations, cues: dict[int, Cue], words: Lexicon, phrase_end: PhraseEnd
) -> Iterator[Draft]:
    """Statements by named source; ``phrase_end(place, case)`` is the end of the noun phrase that begins at a token."""
    for place, lower in enumerate(text.lowers):
        if lower in words.sources:
            yield from _prepositional(text, quotations, cues, words, phrase_end, place)
        if lower == "jak" and (place == 0 or not text.lowers[place - 1] == "tak"):
            yield from _as_reported(text, quotations, cues, phrase_end, place)
        if lower == "," and (cue := _closing_cue(text, place, cues)):
            yield from _comma_closed(text, quotations, cues, place, cue)


# --- «według X», «zdaniem X» ---


def _prepositional(
    text: Text, quotations: Quotations, cues: dict[int, Cue], words: Lexicon, phrase_end: PhraseEnd, place: int
) -> Iterator[Draft]:
    start, end = quotations.bounds(place)
    end = tail(text, start, end)
    first = text.lowers[place]
    matched = next(
        ((rest, case) for rest, case in words.sources[first] if text.lowers[place + 1 : place + 1 + len(rest)] == rest),
        None,
    )
    possessed = _possessed(text, place, first, start)
    if possessed is not None:
        before, marker_end = possessed
        named: Range | None = None
        after = marker_end
    elif matched is not None:
        before, marker_end = place, place + 1 + len(matched[0])
        if marker_end >= end or text.tokens[marker_end].text in ",.;:)":
            return
        if first == "zdaniem" and _modified(text, place, start):
            return
        if relative(text, marker_end):
            named, after = None, marker_end + 1
            if _no_source(text, max(start, place - 4), place, words, case=""):
                return  # «prawo, według którego …»
        else:
            after = min(phrase_end(marker_end, matched[1]), end)
            named = (marker_end, after)
            if after + 1 < end and text.tokens[after].text == "," and relative(text, after + 1):
                after = min(_relative_end(text, after + 1, end) + 1, end)
            if after <= marker_end or _no_source(text, marker_end, after, words):
                return
    else:
        return
    parts, ranged = _around(text, cues, before, after, start, end)
    parts = [part for part in parts if part[0] < part[1] and _says_something(text, part)]
    if not parts:
        return
    verb = place if possessed is None or first == "zdaniem" else marker_end - 1
    entry = Entry(
        " ".join(text.lowers[place:marker_end]) if possessed is None else text.lowers[verb], "say", frozenset()
    )
    lone = possessed is not None and first == "zdaniem"
    cue = Cue(place, place if lone else marker_end - 1, place, entry, "prep", None, frozenset())
    antecedent = named is None and possessed is None
    yield Draft(
        "indirect",
        parts,
        "statement.according",
        cue,
        named=named,
        frame=(before, after),
        before=(start, before) if antecedent else (0, 0),
        subject_first=True,
    )
    del ranged


def _says_something(text: Text, part: Range) -> bool:
    """Whether the words are more than «tyle», «tak»."""
    return any(
        text.tokens[at].text[0].isdigit()
        or text.words[at].finite
        or not text.words[at].known
        or any(noun.pos in {"adj", "ppas", "pact", "subst", "ger"} for noun in text.words[at].nouns)
        for at in range(*part)
        if text.tokens[at].text[0].isalnum() and text.lowers[at] not in {"tyle", "tak"}
    )


def _possessed(text: Text, place: int, first: str, start: int) -> Range | None:
    """«jego zdaniem», «w jej ocenie»: where the phrase begins and ends."""
    if first == "zdaniem" and place > start and text.lowers[place - 1] in _POSSESSIVES:
        return place - 1, place + 1
    if first == "w" and place + 2 < len(text.tokens) and text.lowers[place + 1] in _POSSESSIVES:
        if text.lowers[place + 2] in {"ocenie", "opinii", "przekonaniu", "mniemaniu", "odczuciu"}:
            return place, place + 3
    if (
        first in {"według", "wg", "wedle"}
        and place + 1 < len(text.tokens)
        and text.lowers[place + 1] in {"niego", "niej", "nich"}
    ):
        return place, place + 2
    return None


def _modified(text: Text, place: int, start: int) -> bool:
    """«przed zdaniem», «moim zdaniem», «tym zdaniem»: not the source construction."""
    if place == start:
        return False
    before = text.words[place - 1]
    if text.lowers[place - 1] in _MY_OWN:
        return True
    return "prep" in before.tags or any(
        noun.pos == "adj" and "inst" in noun.cases and noun.number == "sg" and "n" in noun.genders
        for noun in before.nouns
    )


def _no_source(text: Text, first: int, last: int, words: Lexicon, case: str = "gen") -> bool:
    for at in range(first, last):
        nouns = [noun for noun in text.words[at].nouns if noun.pos == "subst" and (not case or case in noun.cases)]
        if nouns and (case or any(noun.lemma in words.not_sources for noun in nouns)):
            return any(noun.lemma in words.not_sources for noun in nouns)
    return False


def _around(
    text: Text, cues: dict[int, Cue], before: int, after: int, start: int, end: int
) -> tuple[list[Range], Range]:
    """What is said on both sides of a source phrase, within its clause."""
    left, opener = _clause_start(text, before, start)
    subordinate = opener is not None
    right = end_of_clause(text, after, end, cues, main_follows=subordinate) if after < end else after
    following = text.tokens[after].text if after < end else "."
    modified = _adjective_before(text, before, left)
    if modified is not None and after < end and _agree(text, modified[0], after):
        return [modified], (left, right)  # «sprzeciwiają się złym w ich ocenie warunkom»
    inserted = before > left and text.tokens[before - 1].text in {",", "-", "–", "—"}
    if before > left and following in {",", ".", ";"} and not inserted:
        # «nielegalny według zarządu, strajk»; «A według B.»
        narrow = _adjective_before(text, before, left)
        if narrow is not None:
            return [narrow], (left, right)
    head = trim(text, left, before)
    rest = trim(text, after, right)
    if (
        head[0] < head[1]
        and following == ","
        and not inserted
        and not any(text.words[at].finite for at in range(*rest))
    ):
        rest = (after, after)
    if (
        head[0] < head[1]
        and not any(text.words[at].finite for at in range(*head))
        and not any(text.words[at].finite for at in range(*rest))
    ):
        narrow = _adjective_before(text, before, left)
        if narrow is not None:
            return [narrow], (left, right)
    return [head, rest], (left, right)


def _adjective_before(text: Text, before: int, left: int) -> Range | None:
    at = before - 1
    if at >= left and any(noun.pos in {"adj", "ppas", "pact"} for noun in text.words[at].nouns):
        return at, before
    return None


def _agree(text: Text, one: int, other: int) -> bool:
    """Whether an adjective and the noun after the source phrase may belong together."""
    for adjective in text.words[one].nouns:
        for noun in text.words[other].nouns:
            if (
                noun.pos == "subst"
                and adjective.pos == "adj"
                and adjective.cases & noun.cases & {"gen", "dat", "inst", "loc", "acc"}
            ):
                return not noun.cases & {"nom"} or "nom" not in adjective.cases
    return False


def _clause_start(text: Text, before: int, start: int) -> tuple[int, int | None]:
    """Where the clause around ``before`` begins, and the conjunction that opens it."""
    owed = 0
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
            text.lowers[at] in {"a", "ale", "lecz", "natomiast", "zaś"}
            and at > start
            and text.tokens[at - 1].text == ","
        ):
            return at + 1, None
    return start, None


# --- «jak podaje X» ---


def _as_reported(
    text: Text, quotations: Quotations, cues: dict[int, Cue], phrase_end: PhraseEnd, place: int
) -> Iterator[Draft]:
    start, end = quotations.bounds(place)
    end = tail(text, start, end)
    cue = next((cues[at] for at in range(place + 1, min(place + 1 + _BEFORE_VERB, end)) if at in cues), None)
    if (
        cue is None
        or not cue.entry.takes & {"quote", "że", "jak"}
        or not cue.finite
        or cue.hypothetical
        or (cue.perfective and cue.form == "fin")
    ):
        return
    if any(text.words[at].finite or text.tokens[at].text in ",:" for at in range(place + 1, cue.verb)):
        return
    if place > 1 and text.tokens[place - 1].text == "," and text.lowers[place - 2] in {"tym", "tego", "to", "temu"}:
        return  # «po tym, jak opublikowano sondaż»
    if text.tokens[place].text == "Jak":
        start = place  # a sentence begins here even where the full stop before it was lost
    if (
        place > start
        and text.tokens[place - 1].text not in {",", "(", "-", "–", "—", "„", '"', "”"}
        and text.lowers[place - 1] not in COORDINATORS | THAT
    ):
        return
    close = _frame_close(text, cue, end, phrase_end)
    if close < end and text.tokens[close].text == ":":
        return  # «Jak powiedział: po ataku …» is the colon's
    inside = (cue.last + 1, close)
    before_cue = (place + 1, cue.first)
    left = trim(text, _clause_start(text, place, start)[0], place) if place > start else (place, place)
    after = close + 1 if (close < end and text.tokens[close].text in {",", ")"}) or text.is_dash(close) else close
    right = (
        trim(text, after, end_of_clause(text, after, end, cues, main_follows=False)) if after < end else (after, after)
    )
    if (
        left[0] < left[1]
        and place > start
        and _clause_start(text, place, start)[1] is not None
        and close < end
        and text.tokens[close].text != ","
    ):
        return
    parts = [part for part in (left, right) if part[0] < part[1]]
    if not parts or (
        not any(text.words[at].finite for a, b in parts for at in range(a, b))
        and len(parts) == 1
        and parts[0][1] - parts[0][0] < 3
    ):
        return
    mode = "indirect"
    if (
        len(parts) == 1
        and (n := quotations.top(parts[0][0])) is not None
        and quotations.outer[n][0] == parts[0][0]
        and quotations.outer[n][1] >= parts[0][1]
    ):
        mode, parts = "direct", [trim(text, *quotations.inner[n])]
    yield Draft(
        "direct" if mode == "direct" else "indirect",
        parts,
        "statement.as",
        cue,
        after=inside,
        before=before_cue,
        frame=(place, close),
    )


def _frame_close(text: Text, cue: Cue, end: int, phrase_end: PhraseEnd) -> int:
    """Where «jak podaje X» ends: at the comma, or after X where the comma is missing."""
    for at in range(cue.last + 1, min(end, cue.last + _FRAME_LONGEST)):
        if text.tokens[at].text in {",", ":", ")"} or (text.is_dash(at) and text.tokens[at].spaced):
            following = at + 1
            if text.tokens[at].text == "," and following < end and relative(text, following):
                return _relative_end(text, following, end)
            return at
        if text.words[at].finite:
            return min(phrase_end(cue.last + 1, "nom"), at)
    if end - cue.last <= _FRAME_LONGEST:
        return end
    return min(phrase_end(cue.last + 1, "nom"), end)


def _relative_end(text: Text, place: int, end: int) -> int:
    for at in range(place, end):
        if text.tokens[at].text == ",":
            return at
    return end


# --- «…, podaje agencja X.» ---


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
    if cue is None or not cue.finite or cue.hypothetical or cue.impersonal or not cue.entry.takes & {"quote"}:
        return None
    return cue if not (cue.perfective and cue.form == "fin") and cue.verb <= comma + 4 else None


def _comma_closed(text: Text, quotations: Quotations, cues: dict[int, Cue], comma: int, cue: Cue) -> Iterator[Draft]:
    start, end = quotations.bounds(comma)
    end = tail(text, start, end)
    if comma - start < 3 or (comma > 0 and quotations.top(comma - 1) is not None and quotations.at(comma - 1) is None):
        return
    stop = end
    while stop > cue.last + 1 and text.tokens[stop - 1].text[-1] in TERMINATORS:
        stop -= 1
    for at in range(cue.last + 1, stop):
        if text.words[at].finite or text.lowers[at] in THAT | {":"}:
            return
        if text.tokens[at].text == ",":
            stop = at
            break
    if text.lowers[cue.last + 1 : cue.last + 2] and text.lowers[cue.last + 1] in {"o", "do", "przed", "za", "na"}:
        return  # «…, apelował o wolność dla niej nawet papież, …»
    if stop - cue.last > _FRAME_LONGEST:
        return
    fronted = text.lowers[start : start + 3] == ("o", "tym", ",") and text.lowers[start + 3] in THAT
    finite = sum(text.words[at].finite for at in range(start, comma)) + fronted
    if finite <= sum(opens_clause(text, at) and text.lowers[at] not in {"jak", "co"} for at in range(start + 1, comma)):
        return  # «Zwolennicy partii, która popiera prawo, grozili protestami»: the main verb itself
    ends = stop == cue.last + 1 and text.tokens[stop].text[-1] in TERMINATORS if stop < len(text.tokens) else True
    if not ends and not _subject_follows(text, cue, stop):
        return
    left = start + 4 if fronted else start  # «O tym, że ustawę podpisano, poinformował marszałek»
    parts = [trim(text, left, comma)]
    if stop < end:
        rest = trim(text, stop + 1, end)
        if any(text.words[at].finite for at in range(*rest)) and not opens_clause(text, rest[0]):
            parts.append(rest)
    yield Draft("indirect", parts, "statement.comma_closed", cue, after=(cue.last + 1, stop), frame=(comma, stop))


def _subject_follows(text: Text, cue: Cue, stop: int) -> bool:
    """Whether a noun that may be the subject follows the verb: «podał rękę» has none, «podał rzecznik» has."""
    for at in range(cue.last + 1, min(stop, cue.last + 5)):
        word = text.words[at]
        if text.tokens[at].text[0].isupper() or text.tokens[at].text in '„"':
            return True
        for noun in word.nouns:
            if "nom" in noun.cases and noun.pos in {"subst", "depr", "ppron3"} and "acc" not in noun.cases:
                return True
    return False
