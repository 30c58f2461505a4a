"""Whom a bare noun for a body means: «organizacja» after «ABTA», «resort» after «Ministerstwo Zdrowia»."""

from functools import cache
from itertools import chain

from nlp_claims import lexicons
from nlp_claims.statements.draft import Range
from nlp_claims.statements.grammar import SPEAKING
from nlp_claims.statements.speakers.cast import Cast, Who
from nlp_claims.statements.speakers.narration import Narration
from nlp_claims.statements.text import Text

_THE_SAME = frozenset({"ta", "tej", "ten", "tego", "to", "te", "tych", "sam", "sama", "samo", "same"})
_NAMESAKES = (frozenset({"resort", "ministerstwo"}), frozenset({"partia", "stronnictwo", "ugrupowanie"}))
_SHARED = frozenset({"media", "company"})  # classes any of whose nouns may mean any of their names
_PLURAL = frozenset({"linia"})  # «linie ogłosiły»: one airline
_ANY_BODY = "organizacja"  # a «związek», a «fundacja»
_ONLINE = frozenset({"portal", "serwis"})  # «Facebook» is one, though no medium
_FAR = 1500  # characters back to the last name


@cache
def _classes() -> dict[str, str]:
    return {row["lemma"]: row["class"] for row in lexicons.read("organization_heads")}


@cache
def _public() -> frozenset[str]:
    """Names of bodies of state, of parties, of unions of states: no company is called so."""
    rows = [row for row in lexicons.read("aliases") if row["kind"] == "organization"]
    return frozenset(name for row in rows for name in (row["name"], row["alias"]))


@cache
def _full_names() -> dict[str, str]:
    rows = [row for row in lexicons.read("aliases") if row["kind"] == "organization"]
    pairs = [pair for row in rows for pair in ((row["name"], row["alias"]), (row["alias"], row["name"]))]
    return {short: full for short, full in pairs if len(full.split()) > len(short.split())}


def bare_body(text: Text, span: Range, head: int) -> bool:
    """Whether a phrase is no more than a noun for a body: «organizacja», «ta spółka»."""
    first, last = span
    while last > head + 1 and text.tokens[last - 1].text in ",.":
        last -= 1
    if last != head + 1 or (first < head and not (first == head - 1 and text.lowers[first] in _THE_SAME)):
        return False
    return bool(_lemmas(text, head)) and text.tokens[head].text[1:].islower()


def is_body(text: Text, span: Range) -> bool:
    """Whether a bare phrase is a noun for a body, not for a person."""
    return any(_lemmas(text, at) for at in range(*span))


def _lemmas(text: Text, head: int) -> frozenset[str]:
    nouns = (noun for noun in text.words[head].nouns if noun.pos in SPEAKING and noun.lemma in _classes())
    return frozenset(noun.lemma for noun in nouns if "sg" in noun.number or noun.lemma in _PLURAL)


class Bodies:
    """The named bodies of a document."""

    def __init__(self, told: Narration) -> None:
        self._told, self._text, self._cast = told, told.text, told.cast

    def meant(self, span: Range) -> Who | None:
        """The body that a bare noun means: the one that spoke last, else was named last; nobody's name where none."""
        head = next(at for at in range(*span) if _lemmas(self._text, at))
        since = self._text.tokens[span[0]].start - _FAR
        named = [n for n in self._told.mentions.before(span[0]) if n.name]
        recent = {n.actor for n in named if self._text.tokens[n.first].start >= since}
        for actor in dict.fromkeys(chain(self._told.memory.speakers(), (n.actor for n in named))):
            if actor in recent and any(fits(self._cast, actor, lemma) for lemma in _lemmas(self._text, head)):
                return Who(actor, span)
        added = self._cast.add(*span, head)
        return None if added is None else Who(added, span)


def fits(cast: Cast, actor: int, lemma: str) -> bool:
    """Whether the noun may mean a named body: the noun in its name, or another of its class."""
    who = cast.actors[actor]
    if who["kind"] != "organization" or not who["mentions"]:
        return False
    kind = _classes()[lemma]
    full = who["name"] if kind == "party" else _full_names().get(who["name"], who["name"])  # «GUS» is an «urząd»
    heads = [word for word in full.lower().split() if word in _classes()]
    if heads:
        shared = (kind in _SHARED or lemma == _ANY_BODY) and kind == _classes()[heads[0]]
        return lemma in heads or shared or any({lemma, heads[0]} <= names for names in _NAMESAKES)
    if who["name"] in cast.words.media:
        return kind == "media"
    if who["name"] in _public():
        return kind == "party"
    # a «rodzina», a «zarząd» is nobody's name
    return kind == "company" or lemma in _ONLINE or (kind == "body" and lemma in cast.words.naming)
