"""From matched claims to comparisons: grouped, judged, the widest disagreement first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain, combinations

import msgspec

from nlp_claims.compare import values
from nlp_claims.compare.claims import Claim, Corpus, claims
from nlp_claims.compare.matching import match
from nlp_claims.findings import Findings
from nlp_claims.records import Compared, Comparison, Evidence, Span

# what keeps a large archive linear: nobody reads a longer comparison, and news of one event stands close together
_LARGEST = 50
_NEAREST = 200


def compare(findings: list[Findings]) -> list[Comparison]:
    """Numeric claims about the same thing, in two or more documents or places of one.

    Every two claims of a comparison match each other: a chain of likenesses is no likeness.
    Disagreements come first, the widest before the others; then what bounds or rounding reconcile;
    then what agrees.
    """
    corpus = Corpus.of(findings)
    groups = sorted(
        (_judged(group, corpus) for group in _groups(chain.from_iterable(map(claims, findings)), corpus)),
        key=lambda made: (values.RANK[made.verdict], -made.spread, made.claims[0].doc, made.claims[0].start),
    )
    return [msgspec.structs.replace(made, id=f"c{number}") for number, made in enumerate(groups, start=1)]


def _groups(stream: Iterable[Claim], corpus: Corpus) -> Iterator[list[Claim]]:
    """Sets of claims that all match one another, found through the anchors they share."""
    groups: list[list[Claim]] = []
    index: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for claim in stream:
        keys = [(claim.bucket, anchor) for anchor in sorted(claim.anchors - corpus.common)]
        near = sorted({n for key in keys for n in index[key][-_NEAREST:] if len(groups[n]) < _LARGEST})
        home = next((n for n in near if all(match(member, claim, corpus) for member in groups[n])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(claim)
        for key in keys:
            if not index[key] or index[key][-1] != home:
                index[key].append(home)
    return (group for group in groups if len(group) > 1)


def _judged(group: list[Claim], corpus: Corpus) -> Comparison:
    pairs = list(combinations(group, 2))
    verdict = min((values.verdict(a.quantity, b.quantity) for a, b in pairs), key=values.RANK.__getitem__)
    first = group[0].record
    phrases = [claim.record.phrase for claim in group if claim.record.phrase]
    return Comparison(
        id="",
        verdict=verdict,
        spread=round(max(values.spread(a.quantity, b.quantity) for a, b in pairs), 3),
        unit=first.unit,
        noun=first.noun,
        phrase=max(phrases, key=len, default=None),
        predicate=next((claim.record.predicate for claim in group if claim.predicate), first.predicate),
        change=first.change,
        per=first.per,
        evidence=_shared([match(a, b, corpus) for a, b in pairs]),
        claims=tuple(map(_compared, group)),
    )


def _shared(found: list[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    """The evidence that every pair of a group has, with all the words that any of them has."""
    merged: dict[str, set[str]] = {}
    for each in chain.from_iterable(found):
        merged.setdefault(each.kind, set()).update(each.texts)
    always = [each.kind for each in found[0] if all(any(e.kind == each.kind for e in other) for other in found)]
    return tuple(Evidence(kind=kind, texts=tuple(sorted(merged[kind]))) for kind in always)


def _compared(claim: Claim) -> Compared:
    record, text = claim.record, claim.findings.text
    start, end = record.sentence.start, record.sentence.end
    return Compared(
        doc=record.doc,
        id=record.id,
        start=record.start,
        end=record.end,
        text=record.text,
        value=record.value,
        min=record.min,
        max=record.max,
        bound=record.bound,
        unit=record.unit,
        modality=record.modality,
        source=record.source,
        time=record.time,
        place=record.place,
        sentence=None if text is None else Span(start=start, end=end, text=text[start:end]),
    )
