"""What scoring finds: figures for machines, and the errors behind them one by one."""

from typing import Any, NamedTuple


class Finding(NamedTuple):
    """One difference between gold and records: in which document, of what kind, and what it is."""

    doc: str
    kind: str
    what: str


class Report(NamedTuple):
    """The figures by name, the differences behind them, and how many records do not slice out of their text."""

    figures: dict[str, Any]
    findings: list[Finding]
    bad_slices: int


def prf(hits: int, predicted: int, gold: int) -> dict[str, Any]:
    """Precision, recall and their harmonic mean, to four places, with the counts."""
    precision, recall = ratio(hits, predicted), ratio(hits, gold)
    return {
        "p": round(precision, 4),
        "r": round(recall, 4),
        "f": round(harmonic(precision, recall), 4),
        "tp": hits,
        "pred": predicted,
        "gold": gold,
    }


def ratio(part: int, whole: int) -> float:
    """A share; 0 of nothing."""
    return part / whole if whole else 0.0


def share(part: int, whole: int) -> float:
    """A share to four places, as figures are printed."""
    return round(ratio(part, whole), 4)


def harmonic(precision: float, recall: float) -> float:
    """The F-measure of two shares."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
