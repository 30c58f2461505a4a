"""Whom a function without a name means: «polityk», «rzecznik», «szef resortu» after «Jan Nowak, szef MSZ»."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from nlp_claims import lexicons
from nlp_claims.offices import in_full
from nlp_claims.statements.draft import Range
from nlp_claims.statements.grammar import SPEAKING
from nlp_claims.statements.speakers.agreement import Agreement, genders_of
from nlp_claims.statements.speakers.cast import Cast
from nlp_claims.statements.text import Text

# who is called a «minister» by courtesy: «sekretarz stanu», «szef gabinetu prezydenta»
_OF_STATE = frozenset({"pełnomocniczka", "pełnomocnik", "podsekretarz", "rzecznik", "sekretarz", "szef", "szefowa"})
_NO_BARRISTERS = frozenset({"prokurator", "sędzia"})
_DEPUTY = "wice"  # «wiceminister Jan Kos», then «minister»
_STEM = 5
_NATION_STEM = 3  # «rosyjski», «Rosji»
_NATION = re.compile(r"[scz]k(?:i|a|ie|iego|iej|im|ą|ich|imi)$")
_MOST = 20  # bearers of one function that are looked at: no text of a reader's has more
_OTHERS = frozenset({"innej", "innyc", "inneg", "kolej", "drugi"})  # «lider innej grupy»


class Function(NamedTuple):
    """A function as a phrase names it.

    Attributes:
        noun: its head as it stands in the text.
        lemmas: the lemmas of the head.
        agreement: number and gender of the head.
        complement: the stems of the words after it, and of a nationality before it («francuski prezydent»).
        anybody: whether the press calls people so of whom the document does not say that they bear it.
        led: whether it is the office of one who leads a body of state («szef MON»).
        courtesy: whether it is another's office first of all: a «minister» is also who heads the president's staff.
        former: whether it is an office of the past («były premier»).
        declined: whether its form is a man's («zdaniem ministra»): a woman is «minister» in every case.
    """

    noun: str
    lemmas: frozenset[str]
    agreement: Agreement
    complement: frozenset[str]
    anybody: bool
    led: bool
    courtesy: bool
    former: bool
    declined: bool

    def same(self, other: "Function") -> bool:
        """Whether a phrase before means the same function: this one says no more («prezydent elekt», «prezydent»)."""
        if self.former != other.former or not self.lemmas & other.lemmas:
            return False
        return not self.complement or _overlap(self.complement, other.complement)


def function(text: Text, cast: Cast, span: Range) -> tuple[int, Function]:
    """The head noun of a phrase, and the function that it names."""
    places = range(*span)
    nominative = (at for at in places if text.words[at].has_case("nom", SPEAKING))
    head = next((at for at in places if cast.is_office(at)), next(nominative, span[0]))
    nouns = [noun for noun in text.words[head].nouns if noun.pos in SPEAKING]
    nouns = [noun for noun in nouns if "nom" in noun.cases] or nouns
    genders = frozenset(gender for noun in nouns for gender in noun.genders)
    lemmas = frozenset(noun.lemma for noun in nouns) or frozenset({text.lowers[head]})
    anybody = bool(lemmas & cast.words.anybody)
    before, after = text.lowers[span[0] : head], text.lowers[head + 1 : span[1]]
    offices = (in_full((lemma, *after), cast.words.leaders) for lemma in lemmas)
    led = next((office for office in offices if office[0] not in lemmas), None)
    if led is not None:  # «szef MON»: the «minister obrony»
        lemmas, after = frozenset(led[:1]), tuple(led[1:])
    complement = _complement(before, after)
    return head, Function(
        noun=text.lowers[head],
        lemmas=lemmas,
        agreement=Agreement("sg", genders),
        complement=complement,
        anybody=anybody,
        led=led is not None,
        courtesy=led is None and bool(lemmas & cast.words.courtesy),
        former=not lexicons.words("former").isdisjoint(text.lowers[span[0] : head]),
        declined=not any("nom" in noun.cases for noun in nouns),
    )


def _complement(before: Iterable[str], after: Iterable[str]) -> frozenset[str]:
    nations = (word[:_NATION_STEM] for word in before if _NATION.search(word))
    return frozenset(chain(nations, (word[:_STEM] for word in after if len(word) > 1)))


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _words(role: str, leaders: frozenset[str]) -> set[str]:
    """The words of a role, as it stands and by its office."""
    words = role.lower().split()
    return {*words, *in_full(words, leaders)}


class Bearers:
    """The people of a document by the nouns of their functions."""

    def __init__(self, cast: Cast) -> None:
        self._by_noun: dict[str, list[int]] = defaultdict(list)
        for index, actor in enumerate(cast.actors):
            nouns = {word for role in actor["roles"] for word in _words(role, cast.words.leaders)}
            for noun in nouns | {noun.removeprefix(_DEPUTY) for noun in nouns}:
                self._by_noun[noun].append(index)

    def of(self, what: Function) -> list[int]:
        """Those whom the document gives the function anywhere, also further on."""
        return [actor for lemma in sorted(what.lemmas) for actor in self._by_noun.get(lemma, [])[:_MOST]]


def bearer(cast: Cast, what: Function, order: Iterable[int], *, surely: bool) -> int | None:
    """The first actor of an order whom the document gives the function; ``surely``: with the complement too."""
    loose: int | None = None
    for actor in order:
        name = cast.actors[actor]["name"]
        if not what.complement and name[:1].isupper() and name.lower().split()[:1] == [what.noun]:
            return actor  # «Rzecznik Praw Obywatelskich», then «rzecznik»
        if cast.kind(actor) != "person" or not _may_be(cast, actor, what):
            continue
        match = max((_fit(role, what, cast.words.leaders) for role in cast.actors[actor]["roles"]), default=0)
        if match > 1 or (match == 1 and not what.complement):
            return actor
        if match == 1 and loose is None and not surely:
            loose = actor
    return loose


def may_bear(cast: Cast, actor: int, what: Function) -> bool:
    """Whether a person of whom nothing contrary is known may be meant."""
    if cast.kind(actor) != "person" or not _may_be(cast, actor, what):
        return False
    held = cast.actors[actor]["roles"]
    if not cast.actors[actor]["mentions"] and not what.anybody:  # the «matka» is not the «ojciec»
        return not what.lemmas.isdisjoint(cast.actors[actor]["name"].lower().split()[:1])
    if "mecenas" in held and what.lemmas & _NO_BARRISTERS:
        return False
    roles = [role for role in held if role and role.split()[-1] not in cast.words.ranks]
    if what.courtesy:  # no deputy of a parliament is called «minister»
        return any(word in _OF_STATE for role in roles for word in role.lower().split()[:1])
    if not roles or (what.anybody and not what.led and not what.complement & _OTHERS):
        return True
    return not what.complement and not any(" " in role for role in roles)


def _may_be(cast: Cast, actor: int, what: Function) -> bool:
    own = genders_of(cast.genders[actor] if actor < len(cast.genders) else cast.actors[actor]["gender"])
    # a «minister» may be a woman, a «posłanka» is never a man
    other = "f" not in what.agreement.genders and not what.declined
    return not own or bool(own & what.agreement.genders) or other


def _fit(role: str, what: Function, leaders: frozenset[str]) -> int:
    """2: the same function with the same or no complement; 1: one of the two says less; 0: another function."""
    words = in_full(role.lower().split(), leaders)
    at = next((n for n, word in enumerate(words) if word in what.lemmas), None)
    deputy = what.courtesy and any(word.removeprefix(_DEPUTY) in what.lemmas for word in words)
    former = not lexicons.words("former").isdisjoint(words)
    if what.former and not former:
        return 0  # the premier is not the «były premier»
    if at is None or (former and not what.former):
        return 1 if deputy or at is not None else 0
    own = _complement(words[:at], words[at + 1 :])
    if own and what.complement:
        return 2 if _overlap(own, what.complement) else 0
    return 2 if not own and not what.complement else 1
