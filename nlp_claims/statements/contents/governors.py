"""Which reporting word a conjunction hangs on: «powiedział w Sejmie minister, że …», «zapewnienie premier, że …»."""

from nlp_claims.statements.conjunctions import SO_THAT, THAT, opens_clause, relative
from nlp_claims.statements.cues import Cue, Lexicon, noun_cue
from nlp_claims.statements.text import Text

_REACH = 60
_ADVERBIALS = 5  # tokens between the comma and the verb: «, już wcześniej informowali»

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

ADDRESSING = frozenset({"do", "dla"})

_DEMONSTRATIVES = frozenset({"to", "tego", "tym", "temu"})


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
    if last in _OTHER_CONJUNCTION and not (last == "tylko" and at - 1 in cues):  # «potwierdził tylko, że»
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
        if text.lowers[at - 1] == "o" and at - 1 == start:
            return _after_clause(text, place, cues)
        at -= 2  # «poinformował o tym, że», «zwrócił uwagę na to, że»
    elif kind != "wh":
        nominal = noun_cue(text, at, words)
        usable = (
            nominal is not None and at not in cues and kind in nominal.entry.takes and not _phrase_word(cues, at, start)
        )
        if usable and not _medium(text, at, start):
            return _disputing(text, at, start, cues) or nominal
        if _content_noun(text, at, words) and not _phrase_word(cues, at, start):
            return None
    return _scan(text, at, start, cues, words, kind, place)


def _after_clause(text: Text, place: int, cues: dict[int, Cue]) -> Cue | None:
    """The verb behind a clause that opens the sentence: «O tym, że most runie, już wcześniej informowali strażacy»."""
    end = text.sentence(place)[1]
    for comma in range(place + 1, end):
        if text.tokens[comma].text != ",":
            continue
        for at in range(comma + 1, min(comma + 1 + _ADVERBIALS, end)):
            cue = cues.get(at)
            if cue is not None:
                return cue if cue.finite and not cue.entry.mental else None
            if text.words[at].finite or text.tokens[at].text == "," or opens_clause(text, at):
                break
    return None


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
            and not _medium(text, at, start)
        ):
            return _disputing(text, at, start, cues) or nominal  # «zapewnienie premier, że»
        whose = whose and _possessor(text, at)
        word = text.words[at]
        if word.finite and (mark[0].islower() or at == floor):  # «w Telewizji Trwam doniesienia, że»
            opener = subordinate_opener(text, at, floor)
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


def _possessor(text: Text, at: int) -> bool:
    """Whether the word may stand between a noun and its clause: «zapewnienie premier, że», «prośba do rady, by»."""
    if "prep" in text.words[at].tags:
        return text.lowers[at] in ADDRESSING
    return text.words[at].has_case("gen") or not text.words[at].known


def _disputing(text: Text, at: int, start: int, cues: dict[int, Cue]) -> Cue | None:
    """The verb that takes up what others said: «zdementował doniesienia, że …», «odrzucił zarzuty, że …»."""
    for back in range(at - 1, max(start, at - 12) - 1, -1):
        cue = cues.get(back)
        if cue is not None:
            return cue if cue.finite and cue.entry.class_ in {"deny", "confirm"} else None
        named = text.tokens[back].text[0].isupper()  # «Telewizja Trwam»
        if (text.words[back].finite and not named) or text.tokens[back].text in ",;:":
            return None
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


def subordinate_opener(text: Text, verb: int, floor: int) -> int | None:
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
