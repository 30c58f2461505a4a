"""Sources named beside what they say: «według policji», «jej zdaniem», «w ocenie ekspertów»."""

from collections.abc import Iterator
from typing import NamedTuple

from nlp_claims.statements.conjunctions import JOINING, relative
from nlp_claims.statements.contents.beside import PhraseEnd, apposed_name, beside
from nlp_claims.statements.contents.clause_bounds import clause_start
from nlp_claims.statements.contents.clauses import end_of_clause
from nlp_claims.statements.contents.edges import tail, trim
from nlp_claims.statements.cues import Cue, Entry, Lexicon
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.nouns import modified
from nlp_claims.statements.quotations import Quotations
from nlp_claims.statements.text import Text

_POSSESSIVES = frozenset({"jego", "jej", "ich"})
_MY_OWN = frozenset({"moim", "naszym", "twoim", "waszym", "mojej", "naszej", "czyim"})
_OPINIONS = frozenset({"ocenie", "opinii", "przekonaniu", "mniemaniu", "odczuciu"})
_MEASURES = frozenset({"według", "wg", "wedle", "podług", "zgodnie"})
_ACCORDING = frozenset({"według", "wg", "wedle"})
_ACCORDANCE = {("z",), ("ze",)}  # «zgodnie z analizą ryzyka»
_INSTRUMENTALS = frozenset({"nim", "nią", "nimi"})
_PRONOUNS = frozenset({"niego", "niej", "nich"})


def find(
    text: Text, quotations: Quotations, cues: dict[int, Cue], words: Lexicon, phrase_end: PhraseEnd
) -> Iterator[Draft]:
    """Statements by named source; ``phrase_end(place, case)`` is the end of the noun phrase that begins at a token."""
    for place, lower in enumerate(text.lowers):
        if lower in words.sources:
            yield from _prepositional(text, quotations, cues, words, phrase_end, place)


class _Marker(NamedTuple):
    """A source phrase: its first token, its end, the words that name the source, and the cue in it."""

    first: int
    after: int
    named: Range | None
    cue: Cue
    antecedent: bool = False


def _prepositional(
    text: Text, quotations: Quotations, cues: dict[int, Cue], words: Lexicon, phrase_end: PhraseEnd, place: int
) -> Iterator[Draft]:
    start, end = quotations.bounds(place)
    end = tail(text, start, end)
    marker = _possessed(text, place, start) or _governing(text, words, phrase_end, place, start, end)
    if marker is None:
        return
    around = _around(text, cues, marker.first, marker.after, start, end)
    if marker.antecedent and marker.cue.first > start:
        around = around[-1:]  # «Inaczej widzą to analitycy, według których stopy wzrosną»: the rest is the narrator's
    parts = [part for part in around if part[0] < part[1] and _says_something(text, part)]
    if parts:
        yield Draft(
            "indirect",
            parts,
            "statement.according",
            marker.cue,
            named=marker.named,
            frame=(marker.first, marker.after),
            before=(start, marker.first) if marker.antecedent else (0, 0),
            subject_first=marker.antecedent,
        )


def _governing(text: Text, words: Lexicon, phrase_end: PhraseEnd, place: int, start: int, end: int) -> _Marker | None:
    """«według policji», «w ocenie ekspertów», «wyliczenia, według których»."""
    matched = _words_of_source(text, words, place, end)
    if matched is None or (not matched[0] and _modified(text, place, start)):
        return None
    rest, case, last = matched
    cue = _cue(text, place, last)
    if relative(text, last):
        if rest in _ACCORDANCE or _no_source(text, max(start, place - 4), place, words, case=""):
            return None  # «prawo, według którego …»
        return _Marker(place, last + 1, None, cue, antecedent=True)
    after = min(phrase_end(last, case), end)
    name = apposed_name(text, last, max(after, last + 1), end, case)
    if name is not None:
        return _Marker(place, name[1], name, cue)
    if after <= last or not _accords(text, place, rest, (last, after), words):
        return None
    noun = modified(text, last, after, case) or last
    return _Marker(place, beside(text, phrase_end, after, end, case), (noun, after), cue)


def _words_of_source(text: Text, words: Lexicon, place: int, end: int) -> tuple[tuple[str, ...], str, int] | None:
    """The rest of the words that name a source, the case that they govern, and where the source begins."""
    options = words.sources[text.lowers[place]]
    matched = next((o for o in options if text.lowers[place + 1 : place + 1 + len(o[0])] == o[0]), None)
    if matched is None:
        return None
    last = place + len(matched[0]) + 1
    last += text.lowers[place : last + 1] == ("wg", ".")
    return None if last >= end or text.tokens[last].text in ",.;:)" else (*matched, last)


def _accords(text: Text, place: int, rest: tuple[str, ...], noun: Range, words: Lexicon) -> bool:
    """Whether the noun can say something: «zgodnie z analizą» and «zdaniem grupy», not «zgodnie z prawem» and so on."""
    if text.lowers[place] in _MEASURES and _no_source(text, *noun, words):
        return False  # «według grupy wiekowej»
    return rest not in _ACCORDANCE or any(
        reading.lemma in words.documents for at in range(*noun) for reading in text.words[at].nouns
    )


def _possessed(text: Text, place: int, start: int) -> _Marker | None:
    """«jego zdaniem», «w jej ocenie», «według niej»: the source is a pronoun."""
    first, following = text.lowers[place], text.lowers[place + 1 : place + 3]
    if first == "zdaniem" and place > start and text.lowers[place - 1] in _POSSESSIVES:
        return _Marker(place - 1, place + 1, None, _cue(text, place, place + 1))
    if first == "w" and following[:1] and following[0] in _POSSESSIVES and following[1:] and following[1] in _OPINIONS:
        return _Marker(place, place + 3, None, _cue(text, place, place + 3))
    if first in _ACCORDING and following[:1] and following[0] in _PRONOUNS:
        return _Marker(place, place + 2, None, _cue(text, place, place + 2))
    if first == "zgodnie" and following[:1] in _ACCORDANCE and following[1:] and following[1] in _INSTRUMENTALS:
        return _Marker(place, place + 3, None, _cue(text, place, place + 3))  # «Zgodnie z nim, rachunek rośnie»
    return None


def _cue(text: Text, first: int, end: int) -> Cue:
    entry = Entry(" ".join(text.lowers[first:end]), "say", frozenset())
    return Cue(first, end - 1, first, entry, "prep", None, frozenset())


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


def _modified(text: Text, place: int, start: int) -> bool:
    """«przed zdaniem», «moim zdaniem», «tym zdaniem»: not the source construction."""
    if place == start or text.lowers[place] != "zdaniem":
        return False
    before = text.words[place - 1]
    if text.lowers[place - 1] in _MY_OWN:
        return True
    return "prep" in before.tags or any(
        noun.pos == "adj" and "inst" in noun.cases and noun.number == "sg" and "n" in noun.genders
        for noun in before.nouns
    )


def _no_source(text: Text, first: int, last: int, words: Lexicon, case: str = "gen") -> bool:
    heads = [at for at in range(first, last) if _is_noun(text, at, case)]
    if case and not heads:
        # «działa według pierwszej z nich»: no noun and no name, only a kind of thing
        plain = (text.words[at].known and not text.words[at].tags & {"pact", "ppas"} for at in range(first, last))
        return all(plain)
    for at in heads:
        nouns = [noun for noun in text.words[at].nouns if noun.pos == "subst" and (not case or case in noun.cases)]
        if case or any(noun.lemma in words.not_sources for noun in nouns):
            return any(noun.lemma in words.not_sources for noun in nouns)
    return False


def _is_noun(text: Text, at: int, case: str) -> bool:
    """Whether the token is a noun in the case, and not an adjective first of all («trzeciej strategii»)."""
    nouns = [noun for noun in text.words[at].nouns if not case or case in noun.cases]
    return any(noun.pos == "subst" for noun in nouns) and not (case and any(noun.pos == "adj" for noun in nouns))


def _around(text: Text, cues: dict[int, Cue], before: int, after: int, start: int, end: int) -> list[Range]:
    """What is said on both sides of a source phrase, within its clause."""
    left, opener = clause_start(text, before, start)
    subordinate = opener is not None
    right = end_of_clause(text, after, end, cues, main_follows=subordinate, told=False) if after < end else after
    following = text.tokens[after].text if after < end else "."
    modified = _adjective_before(text, before, left)
    if modified is not None and after < end and _agree(text, modified[0], after):
        return [modified]  # «sprzeciwiają się złym w ich ocenie warunkom»
    inserted = before > left and text.tokens[before - 1].text in {",", "-", "–", "—"}
    if before > left and following in {",", ".", ";"} and not inserted:
        # «nielegalny według zarządu, strajk»; «A według B.»
        narrow = _adjective_before(text, before, left)
        if narrow is not None:
            return [narrow]
    head = trim(text, left, before)
    rest = trim(text, after, right)
    if text.lowers[rest[0] : rest[0] + 1] in {("że",), ("iż",)}:
        rest = (rest[0] + 1, rest[1])  # «Zdaniem szefa banku, że inflacja spada»: a slip of the pen
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
            return [narrow]
    joined = inserted and before - 2 > left and text.lowers[before - 2] in JOINING
    if joined and all(any(text.words[at].finite for at in range(*part)) for part in (head, rest)):
        return [rest]  # «została pobita i – według oskarżycieli – przyznała się do winy»
    return [head, rest]


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


def _adjective_before(text: Text, before: int, left: int) -> Range | None:
    at = before - 1
    if at >= left and any(n.pos in {"adj", "ppas", "pact"} and n.lemma != "ten" for n in text.words[at].nouns):
        return at, before
    return None
