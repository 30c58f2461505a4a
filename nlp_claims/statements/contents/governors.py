"""Which reporting word a conjunction hangs on: «powiedział w Sejmie minister, że …», «zapewnienie premier, że …»."""

from typing import NamedTuple

from nlp_claims.statements.conjunctions import SO_THAT, THAT, opens_clause, relative
from nlp_claims.statements.cues import Cue, Lexicon, noun_cue
from nlp_claims.statements.text import Text

_REACH = 60
_FACT = "fakt"
_FACT_NEAR = 2  # words from the verb to «fakt»: «argumentuje to faktem», «powołał się na fakt»
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


def governor(text: Text, place: int, start: int, cues: dict[int, Cue], words: Lexicon, kind: str) -> Cue | None:
    """The reporting word that governs the conjunction at ``place``, or ``None`` where something else does.

    Args:
        text: the document.
        place: the conjunction's token.
        start: the first token of its sentence, or of the quotation around it.
        cues: reporting words by token.
        words: reporting words by lemma.
        kind: «że», «czy», «by» or «wh», whichever conjunction it is.
    """
    comma = place > start and text.tokens[place - 1].text == ","
    at = place - 1 - comma
    if at < start:
        return None
    search = _Search(text, cues, words, kind, place, start)
    if search.joins(at):
        return search.of_second_clause(at)
    if search.is_other_conjunction(at):
        return None
    if not comma:
        return search.right_before(at)
    return search.behind_demonstrative(at) if text.lowers[at] in _DEMONSTRATIVES else search.behind_word(at)


class _Search(NamedTuple):
    """The way back from a conjunction (``place``, of a ``kind``) to the word that governs it, down to ``start``."""

    text: Text
    cues: dict[int, Cue]
    words: Lexicon
    kind: str
    place: int
    start: int

    def joins(self, at: int) -> bool:
        """Whether the word joins a second clause: «oraz, by», «a także, że»; «dodał też, że» does not."""
        lowers = self.text.lowers
        joined = lowers[at] in _JOINED or (lowers[at] in _ALSO and at > self.start and lowers[at - 1] in _BEFORE_ALSO)
        return joined and at > self.start and self.kind in {"że", "by"}

    def of_second_clause(self, at: int) -> Cue | None:
        """«wezwał rząd do ustąpienia oraz, by wojskowi wystąpili»; in «…, że A i że B» the first clause has both."""
        before = self.text.lowers[max(self.start, self.place - _REACH) : at]
        return None if any(lower in THAT | SO_THAT for lower in before) else self.back_from(at - 1)

    def is_other_conjunction(self, at: int) -> bool:
        """Whether the word and the conjunction are one: «mimo że»; «potwierdził tylko, że» are two."""
        lower = self.text.lowers[at]
        return lower in _OTHER_CONJUNCTION and not (lower == "tylko" and at - 1 in self.cues)

    def right_before(self, at: int) -> Cue | None:
        """The press forgets the comma, but only right after the verb: «twierdząc że»."""
        near = next((self.cues[k] for k in range(at, max(at - 2, self.start - 1), -1) if k in self.cues), None)
        return near if near is not None and near.last >= at - 1 and self.kind != "wh" else None

    def behind_demonstrative(self, at: int) -> Cue | None:
        """«poinformował o tym, że», «zwrócił uwagę na to, że»; a bare «to, że …» is a subject or an object."""
        text = self.text
        preposition = at > self.start and "prep" in text.words[at - 1].tags
        if text.lowers[at] == "temu" and not preposition and self.kind != "wh":
            return self.back_from(at - 1)  # «informował kilka tygodni temu, że», «zaprzeczył temu, że»
        if text.lowers[at] == "tym" and at > self.start and not preposition:
            # «tłumaczył decyzję tym, iż …»: a reason given, where any other «to, że …» is only an argument
            reason = self.back_from(at - 1)
            return reason if reason is not None and reason.entry.class_ == "explain" else None
        if not preposition or text.lowers[at - 1] in _CONCESSIVE:
            return None
        opens = text.lowers[at - 1] == "o" and at - 1 == self.start
        return _after_clause(text, self.place, self.cues) if opens else self.back_from(at - 2)

    def behind_word(self, at: int) -> Cue | None:
        """The noun before the comma («zapewnienie, że»), else the nearest verb."""
        if self.kind == "wh" or _phrase_word(self.cues, at, self.start):
            return self.back_from(at)
        nominal = None if at in self.cues else self.noun(at)
        if nominal is not None:
            return nominal
        if self.text.words[at].nouns and any(noun.lemma == _FACT for noun in self.text.words[at].nouns):
            return self.of_fact(at)
        return None if _content_noun(self.text, at, self.words) else self.back_from(at)

    def of_fact(self, at: int) -> Cue | None:
        """«uzasadniał to faktem, że», «podkreślił fakt, że»: the verb right before says it, farther ones do not."""
        near = (self.cues[k] for k in range(at - 1, max(at - 1 - _FACT_NEAR, self.start - 1), -1) if k in self.cues)
        cue = next(near, None)
        fits = cue is not None and (cue.finite or cue.form in {"pcon", "pant"}) and not cue.negated
        return cue if fits else None  # «nie tłumaczy faktu, że»

    def noun(self, at: int) -> Cue | None:
        """The reporting noun at a token, or the verb that takes up what it says: «zdementował doniesienia, że»."""
        nominal = noun_cue(self.text, at, self.words)
        if nominal is None or self.kind not in nominal.entry.takes or _medium(self.text, at, self.start):
            return None
        if self.text.lowers[at - 1] == "z" and _phrase_word(self.cues, at, self.start):
            return None  # «zwrócił się z prośbą do rady, by»: the whole phrase reports
        return _disputing(self.text, at, self.start, self.cues) or nominal

    def back_from(self, at: int) -> Cue | None:
        """The nearest reporting word before a token, past brackets and clauses that hang on other words."""
        text, floor = self.text, max(self.start, self.place - _REACH)
        whose = True
        while at >= floor:
            if text.tokens[at].text in ")]":
                at = _opening(text, at, floor) - 1
                continue
            found = self.verb(at) or (self.noun(at) if whose and at < self.place - 2 else None)
            if found is not None or text.tokens[at].text in ";:" or self.bars(at):
                return found
            whose = whose and _possessor(text, at)
            if self.is_main_verb(at, floor):
                opener = subordinate_opener(text, at, floor)
                if opener is None or (at >= self.place - 3 and not relative(text, opener + 2)):
                    return None  # «…, bo wie, że przegra»: the nearest verb has the clause
                if self.kind == "że" and (nominal := _before_relative(text, opener, self.words, self.kind)):
                    return nominal
                at = opener
            else:
                at -= 1
        return None

    def verb(self, at: int) -> Cue | None:
        """The reporting verb at a token; a passive takes questions alone («pytany, czy»).

        A participle that takes no such clause is set into another's: «poinformował, przedstawiając plan, że …».
        """
        cue = self.cues.get(at)
        if cue is None or (cue.form in {"pcon", "pant"} and self.kind not in {*cue.entry.takes, "wh"}):
            return None
        return cue if cue.form != "ppas" or self.kind == "czy" else None

    def is_main_verb(self, at: int, floor: int) -> bool:
        """Whether a finite verb stands there, and no name that looks like one: «w Telewizji Trwam doniesienia, że»."""
        return self.text.words[at].finite and (self.text.tokens[at].text[0].islower() or at == floor)

    def bars(self, at: int) -> bool:
        """Whether another form of a verb has the clause: «udało się ustalić, że», «chcąc pokazać, że»."""
        word = self.text.words[at]
        other = any(verb.form in {"pcon", "pant", "inf"} for verb in word.verbs) and not word.nouns
        return other and at >= self.place - 3 and not word.finite


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
