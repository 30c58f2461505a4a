"""Whether two numeric claims are about the same thing, and what says so.

Precision first: a pair that a reader would not call the same thing is worse than a missed one. So
whatever speaks against a pair ends it, and what speaks for it must come from several sides.
"""

from nlp_claims.compare import context, values
from nlp_claims.compare.claims import Claim, Corpus
from nlp_claims.records import Evidence, EvidenceKind

_ENOUGH = 4  # points that make a pair the same thing
_SHARED_WORDS = 2  # words in common that say that two sentences have one subject
_ALIKE = 0.5  # the share of the shorter sentence's words that the other has, to say the same twice over
_TOPIC = 3, 2  # names in common that say that two documents report one event; with a person among them
_SHARE = 0.18  # what share of the names of the shorter these must be
_PLANS = {"planned"}


def match(one: Claim, other: Claim, corpus: Corpus) -> tuple[Evidence, ...]:
    """What says that the two count or measure the same thing; empty where it is not enough."""
    if one.bucket != other.bucket or _against(one, other, corpus):
        return ()
    points, found = _evidence(one, other, corpus)
    return tuple(found) if points >= _ENOUGH and _bound_together(one, other, found) else ()


def _against(one: Claim, other: Claim, corpus: Corpus) -> bool:
    """What rules a pair out, whatever else they share."""
    here, there = one.record.sentence, other.record.sentence
    if one.findings.doc == other.findings.doc:
        elsewhere = here.start < there.end and there.start < here.end
    else:
        elsewhere = context.clash(corpus.dates[one.findings.doc], corpus.dates[other.findings.doc])
    return (
        elsewhere
        or _disjoint(frozenset(filter(None, (one.predicate,))), frozenset(filter(None, (other.predicate,))))
        or bool(one.details and other.details and not (one.details <= other.details or other.details <= one.details))
        or context.clash(one.times, other.times)
        or _disjoint(one.places, other.places)
        or _disjoint(one.grounds, other.grounds)
        # «450 samolotów» of a carrier, «6 samolotów» of it in Holland: the same carrier alone is not enough
        or (bool(one.grounds) != bool(other.grounds) and not _one_event(one, other, corpus))
        or (one.record.modality in _PLANS) != (other.record.modality in _PLANS)
        # «odwołano 300 lotów, w tym 200 z Hiszpanii»: which of them the other text means is told by the value alone
        or ((one.siblings or other.siblings) and values.verdict(one.quantity, other.quantity) != "agree")
    )


def _one_event(one: Claim, other: Claim, corpus: Corpus) -> bool:
    """Whether the two stand in one document, or in two that are surely on the same event."""
    return one.findings.doc == other.findings.doc or len(_topic(one, other, corpus)) >= _TOPIC[False]


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def _evidence(one: Claim, other: Claim, corpus: Corpus) -> tuple[int, list[Evidence]]:
    """The points that a pair has, and what for."""
    found: list[tuple[int, Evidence]] = []

    def add(points: int, kind: EvidenceKind, texts: frozenset[str]) -> None:
        if texts:
            written = corpus.written if kind in {"actors", "topic"} else {}
            shown = sorted(written.get(text, text) for text in texts)
            found.append((points, Evidence(kind=kind, texts=tuple(shown))))

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
        add(1, "topic", _topic(one, other, corpus))
    return sum(points for points, _ in found), [evidence for _, evidence in found]


def _topic(one: Claim, other: Claim, corpus: Corpus) -> frozenset[str]:
    """The names that two documents on one event share; none where they are few."""
    here, there = (corpus.names[each.findings.doc] - corpus.common for each in (one, other))
    shared = here & there
    # two stories that share a mayor and a town are one; two that share two countries need not be
    fewest = _TOPIC[bool(shared & corpus.people)]
    return shared if len(shared) >= max(fewest, _SHARE * min(len(here), len(there))) else frozenset()


def _bound_together(one: Claim, other: Claim, found: list[Evidence]) -> bool:
    """Whether it is one thing in one event: what is counted or done, and what ties the sentences."""
    kinds = {evidence.kind for evidence in found}
    if one.findings.doc == other.findings.doc:
        # a survey asks many questions of the same people: «7 proc. ankietowanych zdaje sobie sprawę, że …»
        return "predicate" in kinds and "words" in kinds
    # «pracę znajdzie 800 osób» may be said of two factories: two documents must name something in common
    if not kinds & {"actors", "place", "topic"}:
        return False
    if one.noun is None:
        return bool(kinds & {"words", "actors", "place"}) and bool(kinds & {"predicate", "words"})
    if one.dimension == "percent":  # the share of whom is not yet the share who do what
        return {"predicate", "words"} <= kinds
    both = "words" in kinds and bool(kinds & {"actors", "place"})
    return "predicate" in kinds or bool(one.details & other.details) or both
