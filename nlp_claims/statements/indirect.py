"""Content clauses: «powiedział w Sejmie minister, że …», «pytany, czy …», «zapewnienie premier, że …»."""

from collections.abc import Iterator

from nlp_claims.statements.clauses import (
    COORDINATORS,
    QUESTION_WORDS,
    SO_THAT,
    THAT,
    WHETHER,
    end_of_clause,
    opens_clause,
    relative,
    tail,
    trim,
)
from nlp_claims.statements.cues import Cue, Lexicon, noun_cue
from nlp_claims.statements.direct import Quotations
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.text import Text

_REACH = 60
_JOINED = frozenset({"i", "oraz", "lub", "albo", "ani"})
_ALSO = frozenset({"i", "też", "także", "również"})  # «a także, że», «jak i że», but «dodał też, że»
_BEFORE_ALSO = frozenset({"a", "jak", "i"})
# «dlatego że», «mimo że», «tak że», «tym bardziej że»: the conjunction is part of another one
_OTHER_CONJUNCTION = frozenset(
    {"dlatego", "mimo", "pomimo", "chyba", "zwłaszcza", "tak", "bardziej", "szczególnie", "tyle", "tylko", "jako"}
)
_ADVERBIAL = frozenset(
    {
        "gdzie",
        "gdy",
        "kiedy",
        "jeśli",
        "jeżeli",
        "choć",
        "chociaż",
        "ponieważ",
        "bo",
        "jak",
        "podczas",
        "po",
        "zanim",
        "mimo",
        "gdyż",
    }
)
_CONCESSIVE = frozenset({"mimo", "pomimo", "oprócz", "poza", "dzięki", "wskutek"})  # «pomimo tego, że»
_DEMONSTRATIVES = frozenset({"to", "tego", "tym", "temu"})
_WH_CLASSES = frozenset(
    {"say", "explain", "reveal", "ask", "answer", "write", "stress", "show", "testify", "add", "announce", "admit"}
)


def find(text: Text, quotations: Quotations, cues: dict[int, Cue], words: Lexicon) -> Iterator[Draft]:
    """Every content clause that a reporting word governs."""
    for place, lower in enumerate(text.lowers):
        if (
            lower in THAT
            or lower == "jakoby"
            or (lower == "ze" and place > 1 and text.tokens[place - 1].text == "," and place - 2 in cues)
        ):
            kind = "że"
        elif lower in WHETHER:
            kind = "czy"
        elif lower in SO_THAT:
            kind = "by"
        elif lower in QUESTION_WORDS and place and text.tokens[place - 1].text == ",":
            kind = "wh"
        else:
            continue
        draft = _clause(text, quotations, cues, words, place, kind)
        if draft is not None:
            yield draft


def _clause(
    text: Text, quotations: Quotations, cues: dict[int, Cue], words: Lexicon, place: int, kind: str
) -> Draft | None:
    start, end = quotations.bounds(place)
    if place + 1 >= end:
        return None
    cue = governor(text, place, start, cues, words, kind)
    if cue is None or not _reports(text, cue, kind, place):
        return None
    region, subordinate = _cue_clause(text, cue, start)
    if cue.entry.class_ == "show" and not _shown_by_somebody(text, region, cue, place, words):
        return None
    content = place if kind == "wh" else place + 1
    end = tail(text, content, end)
    pending = (
        subordinate
        or cue.form in {"noun", "pact", "ppas"}
        or (cue.form in {"pcon", "pant"} and _opens_sentence(cue, start))
    )
    stop = end_of_clause(text, content, end, cues, main_follows=pending, brief=kind == "by")
    part = _quoted_first(text, quotations, trim(text, content, stop))
    if part[0] >= part[1]:
        return None
    rule = "statement.noun" if cue.form == "noun" else "statement.clause"
    whole = _whole_quotation(text, quotations, part)
    return Draft(
        "indirect" if whole is None else "direct",
        [part if whole is None else whole],
        rule if whole is None else "statement.clause_quote",
        cue,
        after=(cue.last + 1, place),
        before=(region, cue.first),
        subject_first=True,
        frame=(region, content),
    )


def _shown_by_somebody(text: Text, region: int, cue: Cue, place: int, words: Lexicon) -> bool:
    """«sondaż pokazuje, że» has a source, «decyzja pokazuje, że» is the author's own conclusion."""
    if cue.entry.lemma == "wynikać":
        around = {
            *text.lowers[max(text.sentence(cue.verb)[0], cue.first - 25) : cue.first],
            *text.lowers[cue.last + 1 : place],
        }
        return bool(around & {"z", "ze"})  # «Wynikało z nich, że»
    region = min(region, text.sentence(cue.verb)[0])
    for at in [*range(region, cue.first), *range(cue.last + 1, place)]:
        for noun in text.words[at].nouns:
            if noun.pos == "subst" and (
                noun.lemma in words.documents or ("m1" in noun.genders and "nom" in noun.cases)
            ):
                return True
    return False


def governor(text: Text, place: int, start: int, cues: dict[int, Cue], words: Lexicon, kind: str) -> Cue | None:  # noqa: C901, PLR0911, PLR0912
    """The reporting word that governs the conjunction at ``place``, or ``None`` where something else does."""
    at = place - 1
    if at < start:
        return None
    comma = text.tokens[at].text == ","
    if comma:
        at -= 1
    if at < start:
        return None
    last = text.lowers[at]
    joined = last in _JOINED or (last in _ALSO and at > start and text.lowers[at - 1] in _BEFORE_ALSO)
    if joined and at > start and kind in {"że", "by"}:
        if any(lower in THAT | SO_THAT for lower in text.lowers[max(start, place - _REACH) : at]):
            return None  # «…, że A i że B»: the first clause takes the second in
        at -= 1  # «wezwał rząd do ustąpienia oraz, by wojskowi wystąpili»
        return _scan(text, at, start, cues, words, kind, place)
    if last in _OTHER_CONJUNCTION:
        return None
    if not comma:
        # the press forgets the comma, but only right after the verb: «twierdząc że»
        near = next((cues[back] for back in range(at, max(at - 2, start - 1), -1) if back in cues), None)
        return near if near is not None and near.last >= at - 1 and kind != "wh" else None
    if last in _DEMONSTRATIVES:
        if last == "tym" and at > start and "prep" not in text.words[at - 1].tags:
            # «tłumaczył decyzję tym, iż …»: a reason given, where any other «to, że …» is only an argument
            reason = _scan(text, at - 1, start, cues, words, kind, place)
            return reason if reason is not None and reason.entry.class_ == "explain" else None
        if at == start or "prep" not in text.words[at - 1].tags or text.lowers[at - 1] in _CONCESSIVE:
            return None  # «to, że …» is a subject or an object, not what was said
        at -= 2  # «poinformował o tym, że», «zwrócił uwagę na to, że»
    elif kind != "wh":
        nominal = noun_cue(text, at, words)
        usable = (
            nominal is not None and at not in cues and kind in nominal.entry.takes and not _phrase_word(cues, at, start)
        )
        if usable and not _medium(text, at, start):
            return nominal
        if _content_noun(text, at, words) and not _phrase_word(cues, at, start):
            return None
    return _scan(text, at, start, cues, words, kind, place)


def _scan(text: Text, at: int, start: int, cues: dict[int, Cue], words: Lexicon, kind: str, place: int) -> Cue | None:  # noqa: PLR0911
    floor = max(start, place - _REACH)
    whose = True
    while at >= floor:
        mark = text.tokens[at].text
        if mark in ")]":
            at = _opening(text, at, floor) - 1
            continue
        if at in cues and (cues[at].form != "ppas" or kind == "czy"):
            return cues[at]
        if mark in ";:":
            return None
        if (
            at < place - 2
            and whose
            and (nominal := noun_cue(text, at, words)) is not None
            and kind in nominal.entry.takes
        ):
            return nominal  # «zapewnienie premier, że»
        whose = (
            whose and (text.words[at].has_case("gen") or not text.words[at].known) and "prep" not in text.words[at].tags
        )
        word = text.words[at]
        if word.finite:
            opener = _subordinate_opener(text, at, floor)
            if opener is None or (at >= place - 3 and not relative(text, opener + 2)):
                return None  # «…, bo wie, że przegra»: the nearest verb has the clause
            if kind == "że" and (nominal := _before_relative(text, opener, words, kind)):
                return nominal
            at = opener
            continue
        if any(v.form in {"pcon", "pant", "inf"} for v in word.verbs) and not word.nouns and at >= place - 3:
            return None  # «udało się ustalić, że», «chcąc pokazać, że»
        at -= 1
    return None


def _medium(text: Text, at: int, start: int) -> bool:
    """«oceniło w przesłanym mediom oświadczeniu, że»: the noun is where it was said, the verb reports."""
    return any(text.lowers[back] in {"w", "we", "na"} for back in range(max(at - 4, start), at))


def _before_relative(text: Text, opener: int, words: Lexicon, kind: str) -> Cue | None:
    """«zapewnienie, jakie otrzymał od premier, że …»: the noun that the relative clause hangs on."""
    if opener < 1:
        return None
    cue = noun_cue(text, opener, words)
    return cue if cue is not None and kind in cue.entry.takes else None


def _subordinate_opener(text: Text, verb: int, floor: int) -> int | None:
    """The token before the comma of the relative or adverbial clause that ``verb`` stands in."""
    for at in range(verb - 1, floor - 1, -1):
        if text.words[at].finite or text.tokens[at].text in ";:":
            return None
        if relative(text, at) or text.lowers[at] in _ADVERBIAL:
            for comma in range(at - 1, max(at - 4, floor - 1), -1):
                if text.tokens[comma].text == ",":
                    return comma - 1
                if "prep" not in text.words[comma].tags and text.lowers[comma] not in {"tym", "po"}:
                    break
            if relative(text, at):
                return None
    return None


def _opening(text: Text, closing: int, floor: int) -> int:
    sign = "(" if text.tokens[closing].text == ")" else "["
    for at in range(closing - 1, max(floor, closing - 30) - 1, -1):
        if text.tokens[at].text == sign:
            return at
    return closing


def _phrase_word(cues: dict[int, Cue], at: int, start: int) -> bool:
    """Whether the noun is part of a reporting phrase: «wyraził nadzieję», «jest zdania»."""
    return any(
        cue is not None and " " in cue.entry.lemma and not cue.entry.lemma.endswith(" się")
        for back in range(at, max(at - 8, start - 1), -1)
        if (cue := cues.get(back))
    )


def _content_noun(text: Text, at: int, words: Lexicon) -> bool:
    nouns = [noun for noun in text.words[at].nouns if noun.pos in {"subst", "ger"}]
    return bool(nouns) and all(noun.lemma in words.content_nouns for noun in nouns)


def _reports(text: Text, cue: Cue, kind: str, place: int) -> bool:  # noqa: PLR0911
    takes = cue.entry.takes
    if cue.hypothetical or (cue.perfective and cue.form == "fin"):
        return False  # «jeśli nie potwierdzi, że», «powie, że»: nothing has been said yet
    if kind == "że":
        return "że" in takes
    if kind == "czy":
        return (
            "czy" in takes
            or (cue.form == "noun" and "czy" in takes)
            or ("że" in takes and cue.negated and not cue.entry.mental)
        )
    if kind == "by":
        return "by" in takes and (cue.entry.class_ == "demand" or place - cue.last <= 6)  # noqa: PLR2004
    if cue.negated:
        return False  # «Nie sprecyzował, jakie zmiany planuje»: nothing is told
    between = range(cue.last + 1, place - 1)
    asks = cue.entry.class_ == "ask"
    if len(between) > (5 if asks else 3) or any(text.tokens[at].text == "," for at in between):
        return False
    if not asks and any(noun.pos == "subst" and "acc" in noun.cases for at in between for noun in text.words[at].nouns):
        return False  # «podał Polskę, gdzie założył linię»
    return (
        cue.entry.class_ in _WH_CLASSES and bool(takes & {"że", "czy"}) and not cue.entry.mental and cue.form != "inf"
    )


def _cue_clause(text: Text, cue: Cue, start: int) -> tuple[int, bool]:
    """Where the clause of the cue begins, and whether it hangs on a noun whose own verb may still follow."""
    for at in range(cue.first - 1, start - 1, -1):
        if text.tokens[at].text in ";:":
            return at + 1, False
        if opens_clause(text, at) and not text.words[at].finite:
            # «Na pytanie, czy uważa, że A, odparła»: the main verb is still to come
            return at, relative(text, at) or not any(text.words[back].finite for back in range(start, at))
        if text.words[at].finite and cue.form not in {"pcon", "pant"} and _joined_verb(text, at, cue, start):
            return start, False
    return start, False


def _joined_verb(text: Text, verb: int, cue: Cue, start: int) -> bool:
    """Whether an earlier verb of the same clause is joined to the cue: «wyszedł i powiedział, że»."""
    between = text.lowers[verb + 1 : cue.first]
    return any(lower in COORDINATORS | {","} for lower in between) and _subordinate_opener(text, verb, start) is None


def _opens_sentence(cue: Cue, start: int) -> bool:
    return cue.first - start <= 2  # noqa: PLR2004


def _quoted_first(text: Text, quotations: Quotations, part: Range) -> Range:
    """A clause in quotation marks ends with them: «powiedział, że „czuje żal”, liczy jednak na zgodę»."""
    n = quotations.top(part[0])
    if n is None or quotations.outer[n][0] != part[0]:
        return part
    close = quotations.outer[n][1]
    main = close < part[1] and text.tokens[close].text == "," and not relative(text, close + 1)
    return (part[0], close) if main else part


def _whole_quotation(text: Text, quotations: Quotations, part: Range) -> Range | None:
    """The inside of the quotation that makes up the whole clause: «stwierdził, że „wygląda na to, iż …”»."""
    first, last = part
    n = quotations.top(first)
    if n is None or quotations.outer[n][0] != first or quotations.outer[n][1] < last:
        return None
    return trim(text, *quotations.inner[n]) if quotations.outer[n][1] <= last + 1 else None
