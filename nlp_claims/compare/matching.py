"""Whether two numeric claims are about the same thing, and what says so.

Precision first: a pair that a reader would not call the same thing is worse than a missed one. So
whatever speaks against a pair ends it, and what speaks for it must come from several sides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from nlp_claims.compare import context, values
from nlp_claims.findings import Findings
from nlp_claims.records import Evidence, EvidenceKind, NumericClaim

_ENOUGH = 4  # points that make a pair the same thing
_SHARED_WORDS = 2  # words in common that say that two sentences have one subject
_ALIKE = 0.5  # the share of the shorter sentence's words that the other has, to say the same twice over
_COMMON = 0.3, 50  # a name in more than this share of at least so many documents tells nothing
_TOPIC = 2  # names in common that say that two documents report one event
_PLANS = {"planned"}


@dataclass(frozen=True, slots=True)
class Claim:
    """A numeric claim with what its sentence says, ready to be compared."""

    findings: Findings
    record: NumericClaim
    quantity: values.Quantity
    dimension: str
    noun: str | None
    details: frozenset[str]
    predicate: str | None
    times: frozenset[tuple[str, str]]
    places: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    siblings: bool

    @property
    def bucket(self) -> tuple[str | None, ...]:
        """What two claims must share to be compared at all."""
        return self.dimension, self.noun, self.record.change, self.record.per

    @property
    def anchors(self) -> frozenset[str]:
        """What must meet in at least one point: names, places, subject words."""
        return self.names | self.places | self.words


@dataclass(frozen=True, slots=True)
class Corpus:
    """The names of every document, those that are in so many that they tell nothing, and each as it is written."""

    names: dict[str, frozenset[str]]
    common: frozenset[str]
    written: dict[str, str]

    @classmethod
    def of(cls, findings: list[Findings]) -> "Corpus":
        """Count the names."""
        names = {each.doc: frozenset(map(_name_key, _named(each))) for each in findings}
        # the fullest of the names that are compared as one: «Mark Milley» rather than «Milley»
        written = {_name_key(name): name for name in sorted(chain.from_iterable(map(_named, findings)), key=len)}
        counts: dict[str, int] = {}
        for name in chain.from_iterable(names.values()):
            counts[name] = counts.get(name, 0) + 1
        share, fewest = _COMMON
        limit = share * len(findings) if len(findings) >= fewest else len(findings) + 1
        return cls(names, frozenset(name for name, count in counts.items() if count > limit), written)


def _named(findings: Findings) -> Iterator[str]:
    return (actor.name for actor in findings.actors if actor.name[:1].isupper())


def _name_key(name: str) -> str:
    """What a name is compared by: «Mark Milley» and «Milley» are one by the last word."""
    return name.rsplit(maxsplit=1)[-1].lower()


def claims(findings: Findings) -> Iterator[Claim]:
    """The numeric claims of a document that can be compared: not vague, and of something known."""
    names = frozenset(_named(findings))
    speakers = {source.name for each in findings.statements for source in (each.speaker, each.via) if source}
    inside = [
        (mention.start, mention.end, actor.name)
        for actor in findings.actors
        if actor.name[:1].isupper() and actor.name not in speakers
        for mention in actor.mentions
    ]
    vocabulary = context.vocabulary()
    for record in findings.numbers:
        quantity = values.quantity(record)
        if quantity is None or (record.unit == "count" and record.noun is None):
            continue
        sentence = record.sentence
        nearby = {name for start, end, name in inside if sentence.start <= start and end <= sentence.end}
        text = findings.text[sentence.start : sentence.end] if findings.text is not None else ""
        noun = vocabulary.noun(record.noun) if record.noun else None
        yield Claim(
            findings=findings,
            record=record,
            quantity=quantity,
            dimension=values.dimension(record.unit)[0],
            noun=noun,
            details=_details(record),
            predicate=vocabulary.predicate(record.predicate),
            times=context.times(record.time),
            places=context.places(record.place),
            names=frozenset(map(_name_key, nearby)),
            words=context.words(text, names) - {noun or ""},
            siblings=any(
                other is not record and other.sentence == sentence and other.unit == record.unit
                for other in findings.numbers
            ),
        )


def _details(record: NumericClaim) -> frozenset[str]:
    """What the phrase says beyond the noun: «broń» in «dostawa broni»."""
    if not record.phrase or not record.noun:
        return frozenset()
    return frozenset(min(found) for found in context.lemmas(record.phrase) if record.noun.lower() not in found)


def match(one: Claim, other: Claim, corpus: Corpus) -> tuple[Evidence, ...]:
    """What says that the two count or measure the same thing; empty where it is not enough."""
    if one.bucket != other.bucket or _against(one, other):
        return ()
    points, found = _evidence(one, other, corpus)
    return tuple(found) if points >= _ENOUGH and _bound_together(one, other, found) else ()


def _against(one: Claim, other: Claim) -> bool:
    """What rules a pair out, whatever else they share."""
    same_document = one.findings.doc == other.findings.doc
    return (
        (same_document and one.record.sentence == other.record.sentence)
        or (one.predicate is not None and other.predicate is not None and one.predicate != other.predicate)
        or bool(one.details and other.details and not (one.details <= other.details or other.details <= one.details))
        or context.clash(one.times, other.times)
        or bool(one.places and other.places and not one.places & other.places)
        or (one.record.modality in _PLANS) != (other.record.modality in _PLANS)
    )


def _evidence(one: Claim, other: Claim, corpus: Corpus) -> tuple[int, list[Evidence]]:
    """The points that a pair has, and what for."""
    found: list[tuple[int, Evidence]] = []

    def add(points: int, kind: EvidenceKind, texts: frozenset[str]) -> None:
        if texts:
            written = tuple(sorted(corpus.written.get(text, text) for text in texts))
            found.append((points, Evidence(kind=kind, texts=written)))

    if one.noun is not None:
        points = 2 if one.details & other.details else int(context.vocabulary().telling(one.noun))
        add(points, "noun", frozenset(filter(None, (one.record.phrase or one.record.noun,))))
    if one.predicate is not None and one.predicate == other.predicate:
        add(2, "predicate", frozenset(filter(None, (one.record.predicate, other.record.predicate))))
    names = (one.names & other.names) - corpus.common
    add(min(2, len(names)), "actors", names)
    add(1, "place", (one.places & other.places) - names)
    add(1, "time", frozenset(value for _, value in one.times & other.times))
    words = one.words & other.words
    alike = len(words) >= _ALIKE * min(len(one.words), len(other.words))
    if alike or len(words) >= _SHARED_WORDS:
        add(2 if alike and len(words) >= _SHARED_WORDS else 1, "words", words)
    if one.findings.doc != other.findings.doc:
        topic = (corpus.names[one.findings.doc] & corpus.names[other.findings.doc]) - corpus.common
        add(1, "topic", topic if len(topic) >= _TOPIC else frozenset())
    return sum(points for points, _ in found), [evidence for _, evidence in found]


def _bound_together(one: Claim, other: Claim, found: list[Evidence]) -> bool:
    """Whether it is one thing in one event: what is counted or done, and what ties the sentences."""
    kinds = {evidence.kind for evidence in found}
    tied = bool(kinds & {"actors", "place", "words", "topic"})
    if one.noun is None:
        # «7 proc.» and «5 proc.» in a list of figures: nothing says which is which
        alone = not (one.siblings or other.siblings) or "time" in kinds
        placed = bool(kinds & {"words", "actors", "place"})
        return tied and alone and placed and bool(kinds & {"predicate", "words"})
    return tied and ("predicate" in kinds or bool(one.details & other.details) or "words" in kinds)
