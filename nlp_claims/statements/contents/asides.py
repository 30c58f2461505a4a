"""Frames set beside what they report: «jak podaje X, …», «…, podaje agencja X.»."""

from collections.abc import Callable, Iterator

from nlp_claims.statements.conjunctions import COORDINATORS, THAT, opens_clause, relative
from nlp_claims.statements.contents.clauses import clause_start, end_of_clause, relative_end
from nlp_claims.statements.contents.edges import tail, trim
from nlp_claims.statements.contents.frames import has_clause, narrates
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.quotations import Quotations, has_verb
from nlp_claims.statements.text import DASHES, QUOTES, TERMINATORS, Text

PhraseEnd = Callable[[int, str], int]
_BEFORE_VERB = 4
_FRAME_LONGEST = 22
_APPOSITION = 9


def find(text: Text, quotations: Quotations, cues: dict[int, Cue], phrase_end: PhraseEnd) -> Iterator[Draft]:
    """Statements framed by «jak» and a verb, or closed by a comma and a verb."""
    for place, lower in enumerate(text.lowers):
        if lower == "jak" and (place == 0 or text.lowers[place - 1] != "tak"):
            yield from _as_reported(text, quotations, cues, phrase_end, place)
        if lower == "tak" and (cue := cues.get(place + 1)) is not None:
            yield from _so_says(text, quotations, place, cue)
        if lower == "," and (cue := _closing_cue(text, place, cues)):
            yield from _comma_closed(text, quotations, place, cue)


def _as_reported(  # noqa: PLR0911
    text: Text, quotations: Quotations, cues: dict[int, Cue], phrase_end: PhraseEnd, place: int
) -> Iterator[Draft]:
    start, end = quotations.bounds(place)
    end = tail(text, start, end)
    cue = next((cues[at] for at in range(place + 1, min(place + 1 + _BEFORE_VERB, end)) if at in cues), None)
    if (
        cue is None
        or not cue.entry.takes & {"że", "jak"}
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
    left = trim(text, clause_start(text, place, start)[0], place) if place > start else (place, place)
    after = close + 1 if (close < end and text.tokens[close].text in {",", ")"}) or text.is_dash(close) else close
    right = (after, after)
    if after < end:
        stop = end_of_clause(text, after, end, cues, main_follows=False)
        right = trim(text, after, quotations.reach(after, end) if stop == end else stop)
    if (
        left[0] < left[1]
        and place > start
        and clause_start(text, place, start)[1] is not None
        and close < end
        and text.tokens[close].text != ","
        and not (text.is_dash(close) and text.is_dash(place - 1))
    ):
        return
    parts = _without_connective(text, left, right)
    if not parts or (
        not any(text.words[at].finite for a, b in parts for at in range(a, b))
        and len(parts) == 1
        and parts[0][1] - parts[0][0] < 3  # noqa: PLR2004
    ):
        return
    whole = quotations.whole(parts[0]) if len(parts) == 1 else None
    yield Draft(
        "indirect" if whole is None else "direct",
        parts if whole is None else [trim(text, *whole)],
        "statement.as",
        cue,
        after=inside,
        before=before_cue,
        frame=(place, close),
    )


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
    if has_clause(text, cue, end) or ":" in text.lowers[place:end] or not _subject_follows(text, cue, end):
        return
    first, last = text.sentence(place - 1)
    dash = next((at for at in range(last - 1, first, -1) if text.is_dash(at)), first)
    told = trim(text, dash + 2 * (dash > first and text.lowers[dash + 1] in COORDINATORS), last)
    marked = any(text.tokens[at].text in QUOTES for at in range(first, last))
    if marked or not has_verb(text, *told) or quotations.top(place - 1) is not None:
        return
    yield Draft("indirect", [told], "statement.as", cue, after=(cue.last + 1, end), frame=(place, end))


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


def _comma_closed(text: Text, quotations: Quotations, comma: int, cue: Cue) -> Iterator[Draft]:  # noqa: C901
    start, end = quotations.bounds(comma)
    end = tail(text, start, end)
    if comma > 0 and quotations.top(comma - 1) is not None and quotations.at(comma - 1) is None:
        return  # «„…”, powiedział X» is the quotation's
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
    rest = trim(text, stop + 1, end) if stop < end else (end, end)
    goes_on = rest[0] < rest[1] and has_verb(text, *rest) and not opens_clause(text, rest[0])
    fronted = text.lowers[start : start + 3] == ("o", "tym", ",") and text.lowers[start + 3] in THAT
    finite = sum(text.words[at].finite for at in range(start, comma)) + fronted
    # «Miłość, wyjaśniał poeta, jest ślepa» is cut in two; «Zwolennicy partii, która popiera prawo, grozili protestami»
    # has its main verb after the comma
    inserted = goes_on and not finite
    lost = text.tokens[comma - 1].text in QUOTES and quotations.top(comma - 1) is None
    opened = sum(opens_clause(text, at) and text.lowers[at] not in {"jak", "co"} for at in range(start + 1, comma))
    if not inserted and not lost and (finite <= opened or comma - start < 3):  # noqa: PLR2004
        return
    ends = stop == cue.last + 1 and text.tokens[stop].text[-1] in TERMINATORS if stop < len(text.tokens) else True
    about = text.lowers[comma + 1 : comma + 3] == ("o", "czym")  # «…, o czym poinformowali w środę»
    if not ends and not about and cue.entry.lemma != "wynikać" and not _subject_follows(text, cue, stop):
        return
    left = start + 4 if fronted else start  # «O tym, że ustawę podpisano, poinformował marszałek»
    if about:
        left = clause_start(text, comma, start)[0]  # «W maju strajk ma być tu, a w czerwcu tam, o czym poinformowali»
    parts = [trim(text, left, comma), *([rest] if goes_on else [])]
    draft = Draft("indirect", parts, "statement.comma_closed", cue, after=(cue.last + 1, stop), frame=(comma, stop))
    if lost:
        draft.mode, parts[0] = "direct", (parts[0][0], comma - 1)  # «To koniec”, rzekł Kos.»: the opening mark was lost
    yield draft


def _subject_follows(text: Text, cue: Cue, stop: int) -> bool:
    """Whether a noun that may be the subject follows the verb: «podał rękę» has none, «podał rzecznik» has."""
    for at in range(cue.last + 1, min(stop, cue.last + 5)):
        word = text.words[at]
        if text.tokens[at].text[0].isupper() or text.tokens[at].text in QUOTES:
            return True
        for noun in word.nouns:
            if "nom" in noun.cases and noun.pos in {"subst", "depr", "ppron3"} and "acc" not in noun.cases:
                return True
    return False
