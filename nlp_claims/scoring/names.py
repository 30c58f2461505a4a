"""Score actors against documents with every name in them: offsets, base form, type and identity.

Persons, organizations and places are scored. Events, products and nationals (a person whose id is a place's) are
neither asked for nor held against the records; nor are groups among the records.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec

from nlp_claims.scoring import jsonlines, predictions
from nlp_claims.scoring.matching import words
from nlp_claims.scoring.report import Finding, Report, harmonic, prf, ratio, share

Place = tuple[int, int]
Found = Mapping[Place, tuple[predictions.Actor, predictions.Mention]]

_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "group": "GRP"}
_UNSCORED = frozenset({"EVT", "PRO"})


class Name(msgspec.Struct, frozen=True):
    """A name in the text; ``id`` is the same for all names of one entity in the document."""

    start: int
    end: int
    text: str
    base: str
    type: str
    id: str

    @property
    def scored(self) -> bool:
        """Whether it is asked for; «Niemcy» the people is no actor of its own."""
        return self.type not in _UNSCORED and not (self.type == "PER" and self.id.startswith("GPE"))


class Named(msgspec.Struct, frozen=True):
    """A document with its names."""

    id: str
    text: str
    mentions: tuple[Name, ...]


def score(gold: Sequence[Path], records: predictions.Records) -> Report:
    """Score records against the documents; a record's ``doc`` is the document's ``id``.

    Raises:
        GoldError: a line is malformed.
    """
    counts: Counter[str] = Counter()
    findings: list[Finding] = []
    for document in jsonlines.read(gold, Named):
        counts["documents"] += 1
        findings += _document(document, records.get(document.id, predictions.Document()), counts)
    return Report(_figures(counts), findings, counts["bad_slices"])


def _figures(n: Counter[str]) -> dict[str, Any]:
    precision, recall = ratio(n["found met"], n["found"]), ratio(n["gold met"], n["gold"])
    overlap = {"p": round(precision, 4), "r": round(recall, 4), "f": round(harmonic(precision, recall), 4)}
    types = [kind for kind in sorted(_TYPES.values()) if n[f"exact {kind}"]]
    return {
        "documents": n["documents"],
        "exact": prf(n["exact"], n["found"], n["gold"]),
        "overlap": overlap,
        "type": share(n["type"], n["exact"]),
        "base": share(n["base"], n["exact"]),
        "base_by_type": {kind: share(n[f"base {kind}"], n[f"exact {kind}"]) for kind in types},
        "aliases": prf(n["pair"], n["found pair"], n["gold pair"]),
    }


def _document(document: Named, records: predictions.Document, counts: Counter[str]) -> Iterator[Finding]:
    names = {(name.start, name.end): name for name in document.mentions}
    want = {place: name for place, name in names.items() if name.scored}
    spared = [place for place, name in names.items() if not name.scored]
    got = {
        (mention.start, mention.end): (actor, mention)
        for actor in records.actors
        for mention in actor.mentions
        if actor.kind != "group"
    }
    counts["bad_slices"] += sum(document.text[s:e] != mention.text for (s, e), (_, mention) in got.items())
    got = {place: hit for place, hit in got.items() if not _touches(place, spared)}
    exact = sorted(want.keys() & got.keys())
    counts["gold"] += len(want)
    counts["found"] += len(got)
    counts["exact"] += len(exact)
    counts["gold met"] += sum(_touches(place, got) for place in want)
    counts["found met"] += sum(_touches(place, want) for place in got)
    for kind, what in (*_fields(exact, want, got, counts), *_aliases(exact, want, got, counts)):
        yield Finding(document.id, kind, what)
    for place in sorted(want.keys() - got.keys()):
        instead = [hit[1].text for other, hit in got.items() if _touches(place, [other])]
        yield Finding(document.id, "missed", f"{want[place].type} {want[place].text!r} (got {instead})")
    for place in sorted(got.keys() - want.keys()):
        if not _touches(place, want):
            yield Finding(document.id, "false", f"{got[place][0].kind} {got[place][1].text!r}")


def _touches(place: Place, others: Mapping[Place, object] | Sequence[Place]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _fields(
    exact: Sequence[Place], want: Mapping[Place, Name], got: Found, counts: Counter[str]
) -> Iterator[tuple[str, str]]:
    for place in exact:
        name, (actor, mention) = want[place], got[place]
        same_base = words(mention.base) == words(name.base)
        counts["base"] += same_base
        counts[f"exact {name.type}"] += 1
        counts[f"base {name.type}"] += same_base
        if not same_base:
            yield "base", f"{name.text!r} gold {name.base!r} got {mention.base!r}"
        if _TYPES[actor.kind] == name.type:
            counts["type"] += 1
        else:
            yield "type", f"{name.text!r} gold {name.type} got {actor.kind}"


def _aliases(
    exact: Sequence[Place], want: Mapping[Place, Name], got: Found, counts: Counter[str]
) -> Iterator[tuple[str, str]]:
    for one, other in combinations(exact, 2):
        # the same base form twice is no test of merging
        if words(want[one].base) == words(want[other].base):
            continue
        in_gold, in_records = want[one].id == want[other].id, got[one][0].id == got[other][0].id
        counts["gold pair"] += in_gold
        counts["found pair"] += in_records
        counts["pair"] += in_gold and in_records
        if in_gold != in_records:
            yield "split" if in_gold else "merged", f"{want[one].text!r} ~ {want[other].text!r}"
