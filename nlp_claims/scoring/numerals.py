"""Score numeric claims against number expressions in context: one short text a line, with one number or none."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from nlp_claims.scoring import jsonlines, predictions
from nlp_claims.scoring.gold import NUMBER_FIELDS
from nlp_claims.scoring.matching import close, letters, words
from nlp_claims.scoring.report import Finding, Report, share

VALUE_TOLERANCE = 1e-4
_FIELDS = ("found", "span", "value", "bound", "unit", "noun", "full")


class Expression(msgspec.Struct, frozen=True):
    """A text and the number in it; ``number`` null says that it holds none («Konstytucję uchwalono w 1997 roku.»)."""

    id: str
    text: str
    number: str | None
    value: int | float | None = None
    min: int | float | None = None
    max: int | float | None = None
    bound: str | None = None
    unit: str | None = None
    noun: str | None = None
    optional: bool = False


def score(gold: Sequence[Path], records: predictions.Records) -> Report:
    """Score records against the lines; a record's ``doc`` is the line's ``id``.

    Raises:
        GoldError: a line is malformed.
    """
    counts: Counter[str] = Counter()
    findings: list[Finding] = []
    for line in jsonlines.read(gold, Expression):
        found = records.get(line.id, predictions.Document()).numbers
        counts["bad_slices"] += sum(line.text[n.start : n.end] != n.text for n in found)
        if line.number is None:
            counts["empty"] += 1
            counts["empty right"] += not found
            if found:
                findings.append(Finding(line.id, "false", f"{[n.number.text for n in found]} in {line.text!r}"))
        elif not line.optional:
            counts["gold"] += 1
            findings += _compare(line, found, counts)
    figures = {
        "fields": {field: share(counts[field], counts["gold"]) for field in _FIELDS},
        "nothing_where_nothing": share(counts["empty right"], counts["empty"]),
        "lines": counts["gold"],
        "lines_without_number": counts["empty"],
    }
    return Report(figures, findings, counts["bad_slices"])


def _compare(line: Expression, found: Sequence[predictions.Number], counts: Counter[str]) -> Iterator[Finding]:
    number = line.number or ""
    start = line.text.find(number)
    span = letters(line.text, [(start, start + len(number))])

    def at(claim: predictions.Number) -> range:
        return range(claim.number.start, claim.number.end)

    best = max(found, key=lambda claim: len(span & set(at(claim))), default=None)
    if best is None or span.isdisjoint(at(best)):
        yield Finding(line.id, "missed", f"{number!r} in {line.text!r}")
        return
    values = ((line.value, best.value), (line.min, best.min), (line.max, best.max))
    right = {
        "span": letters(line.text, [(best.number.start, best.number.end)]) == span,
        "value": all(close(want, got, VALUE_TOLERANCE) for want, got in values),
        "bound": line.bound == best.bound,
        "unit": line.unit == best.unit,
        "noun": words(line.noun) == words(best.noun),
    }
    counts["found"] += 1
    counts.update({field: int(ok) for field, ok in right.items()})
    counts["full"] += all(ok for field, ok in right.items() if field != "span")
    if not all(right.values()):
        wrong = "+".join(field for field, ok in right.items() if not ok)
        want = [number, *(getattr(line, field) for field in NUMBER_FIELDS)]
        got = [best.number.text, *(getattr(best, field) for field in NUMBER_FIELDS)]
        yield Finding(line.id, wrong, f"gold {want} got {got} in {line.text!r}")
