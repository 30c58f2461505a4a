"""Numeric claims made ready to be compared: with what their sentence and their document say."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from nlp_claims.compare import context, values
from nlp_claims.findings import Findings
from nlp_claims.records import Actor, NumericClaim

_COMMON = 0.3, 50  # a name in more than this share of at least so many documents tells nothing

_NEAR = 600  # characters of a sentence to either side that say what a number is about
_FIGURES = 50  # numbers of a sentence that are looked at

_AGO = ("temu", "wcześniej", "później")  # «pięć lat temu» says when, and two of them are rarely the same day

Times = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Claim:
    """A numeric claim with what surrounds it. All sets hold lemmas or keys of names.

    ``details`` is what the phrase says beyond the noun; ``siblings`` whether the sentence gives several numbers
    of one kind («9 i 7 proc.»), of which nothing says which is which; ``whole`` whether it is what a part is of.
    """

    findings: Findings
    record: NumericClaim
    quantity: values.Quantity
    dimension: str
    noun: str | None
    details: frozenset[str]
    predicate: str | None
    times: Times
    places: frozenset[str]
    names: frozenset[str]
    grounds: frozenset[str]
    words: frozenset[str]
    siblings: bool
    whole: bool

    @property
    def bucket(self) -> tuple[str | bool | None, ...]:
        """What two claims must share to be compared at all; an age («47-letnia») is no other duration."""
        return self.dimension, self.noun, self.record.change, self.record.per, " " in self.record.text, self.whole

    @property
    def anchors(self) -> frozenset[str]:
        """What must meet in at least one point: names, places, subject words."""
        return self.names | self.places | self.words


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is known of all documents: names and dates of each; names that are everywhere; people; spellings."""

    names: dict[str, frozenset[str]]
    dates: dict[str, Times]
    common: frozenset[str]
    people: frozenset[str]
    written: dict[str, str]

    @classmethod
    def of(cls, findings: list[Findings]) -> "Corpus":
        """Count the names."""
        names = {each.doc: frozenset(map(key, named(each))) for each in findings}
        counts = Counter(chain.from_iterable(names.values()))
        share, fewest = _COMMON
        limit = share * len(findings) if len(findings) >= fewest else len(findings)
        everybody = sorted(chain.from_iterable(map(named, findings)), key=lambda actor: len(actor.name))
        return cls(
            names,
            {each.doc: context.dates(each.text) for each in findings},
            frozenset(name for name, count in counts.items() if count > limit),
            frozenset(key(actor) for actor in everybody if actor.kind == "person"),
            # the fullest of the names that are compared as one: «Mark Milley» rather than «Milley»
            {key(actor): actor.name for actor in everybody},
        )


def named(findings: Findings) -> Iterator[Actor]:
    """The actors of a document that have a name of their own; «Polacy» are in every other story."""
    return (actor for actor in findings.actors if actor.name[:1].isupper() and actor.kind != "group")


def key(actor: Actor) -> str:
    """What a name is compared by: people by the last word, «Mark Milley» and «Milley» are one."""
    return (actor.name.rsplit(maxsplit=1)[-1] if actor.kind == "person" else actor.name).lower()


def claims(findings: Findings) -> Iterator[Claim]:
    """The numeric claims of a document that can be compared: not vague, of something known, no mere «when»."""
    names = frozenset(actor.name for actor in named(findings))
    mentions = sorted(_mentions(findings))
    neighbours: dict[int, list[NumericClaim]] = {}
    for record in findings.numbers:
        neighbours.setdefault(record.sentence.start, []).append(record)
    vocabulary = context.vocabulary()
    for record in findings.numbers:
        quantity = values.quantity(record)
        if quantity is None or (record.unit == "count" and record.noun is None):
            continue
        start, end = _reach(record)
        before, after = _around(findings, record)
        if after.lstrip().startswith(_AGO):
            continue
        inside = mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]
        noun, details = _counted(record)
        words = context.words(f"{before} · {after}", names)
        if noun is not None:  # what is counted says enough: «katastrofa hali targowej» is the one of «hala»
            words = frozenset(word.split()[0] for word in words) - {noun}
        yield Claim(
            findings=findings,
            record=record,
            quantity=quantity,
            dimension=values.dimension(record.unit)[0],
            noun=noun,
            details=details,
            predicate=vocabulary.predicate(record.predicate),
            times=context.times(record.time) | context.calendar(f"{before} {after}"),
            places=context.places(record.place),
            names=frozenset(name for *_, name, _ in inside),
            grounds=frozenset(name for *_, name, place in inside if place),
            words=words,
            siblings=any(
                other is not record and _alike(other, record) for other in neighbours[record.sentence.start][:_FIGURES]
            ),
            whole=context.partitive(before),
        )


def _alike(one: NumericClaim, other: NumericClaim) -> bool:
    """Whether two numbers of a sentence are of one kind; «z 5 do 7 proc.» tells them apart."""
    same_noun = one.noun is None or other.noun is None or one.noun == other.noun
    return (one.unit, one.change) == (other.unit, other.change) and same_noun


def _reach(record: NumericClaim) -> tuple[int, int]:
    """The sentence of a number, or what of it is near: a «sentence» of a long list may be the whole document."""
    return max(record.sentence.start, record.start - _NEAR), min(record.sentence.end, record.end + _NEAR)


def _around(findings: Findings, record: NumericClaim) -> tuple[str, str]:
    """The sentence before and after the number; nothing without the text."""
    text, (start, end) = findings.text or "", _reach(record)
    return text[start : record.start], text[record.end : end]


def _mentions(findings: Findings) -> Iterator[tuple[int, int, str, bool]]:
    """Where names stand that are not there as sources, and whether they are of places.

    Who says a number is not what it is about.
    """
    sources = {
        (source.start, source.end)
        for statement in findings.statements
        for source in (statement.speaker, statement.via)
        if source
    }
    for actor in named(findings):
        for mention in actor.mentions:
            if (mention.start, mention.end) not in sources:
                yield mention.start, mention.end, key(actor), actor.kind == "place"


def _counted(record: NumericClaim) -> tuple[str | None, frozenset[str]]:
    """What is counted, as its class, and what the phrase says beyond it: «broń» in «dostawa broni».

    «12 osób rannych» counts what «14 rannych» counts.
    """
    if not record.noun:
        return None, frozenset()
    vocabulary = context.vocabulary()
    noun = vocabulary.noun(record.noun)
    words = [found for found in context.lemmas(record.phrase or "") if record.noun.lower() not in found]
    if not vocabulary.telling(noun):
        for found in words:
            if told := next((vocabulary.nouns[each] for each in found if each in vocabulary.nouns), None):
                return told, frozenset(each[0] for each in words if each != found)
    return noun, frozenset(each[0] for each in words)
