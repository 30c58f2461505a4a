"""What the page draws: counts as bars, the longest first."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from nlp_claims.findings import Findings
from nlp_claims.report import labels

_BARS = 15  # more are read better in the tables
_LABEL = 32  # characters of a label that fit


class Bar(NamedTuple):
    """One bar: its label cut to fit and whole, how many it stands for, and its length as a share of the longest."""

    label: str
    whole: str
    size: int
    share: float


class Chart(NamedTuple):
    """A titled bar chart; ``rest`` is how many bars more there would be."""

    title: str
    bars: list[Bar]
    rest: int


def charts(findings: Iterable[Findings]) -> list[Chart]:
    """The charts of a report, those without a bar left out."""
    findings = list(findings)
    statements = [each for document in findings for each in document.statements]
    numbers = [each for document in findings for each in document.numbers]
    speakers = Counter(each.speaker.name for each in statements if each.speaker and each.speaker.name)
    relays = Counter(
        f"{each.via.name} → {each.speaker.name if each.speaker and each.speaker.name else '?'}"
        for each in statements
        if each.via and each.via.name
    )
    made = [
        _chart("Statements by speaker", speakers),
        _chart("Who relays whom", relays),
        _chart("Numbers by unit", Counter(labels.unit(each.unit) or "count" for each in numbers)),
        _chart(
            "Numbers by who claims them",
            Counter(each.source.name for each in numbers if each.source and each.source.name),
        ),
        _chart("Numbers by modality", Counter(each.modality for each in numbers)),
        _chart("Reporting verbs", Counter(each.cue.lemma for each in statements if each.cue)),
    ]
    return [chart for chart in made if chart.bars]


def _chart(title: str, counts: "Counter[str]") -> Chart:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    longest = ranked[0][1] if ranked else 1
    bars = [Bar(_cut(label), label, count, count / longest) for label, count in ranked[:_BARS]]
    return Chart(title, bars, max(0, len(ranked) - _BARS))


def _cut(label: str) -> str:
    return label if len(label) <= _LABEL else label[: _LABEL - 1] + "…"
