"""What is found: a number with its offsets, value, bounds, unit, noun and rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlp_claims.annotations import Bound, NumberRule
from nlp_claims.numbers.bounds import Bounds
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.pieces import Piece

_ONE_SIDED = ("over", "at_least", "under", "at_most", "almost")
_RULES: dict[str, NumberRule] = {
    "count": "number.count",
    "money": "number.money",
    "duration": "number.duration",
    "score": "number.score",
    "rate": "number.rate",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A numeric claim in a text. Offsets are in characters; ``draft`` keeps the pieces for the context."""

    start: int
    end: int
    number: tuple[int, int]
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    noun: str | None
    phrase: str | None
    rule: NumberRule
    draft: Draft


def of_draft(pieces: Sequence[Piece], draft: Draft, bounds: Bounds, ends: set[int]) -> Found:
    """The claim that a draft makes; ``ends`` are the pieces at which numbers end."""
    start, end = pieces[draft.first].start, pieces[draft.last - 1].end
    after = draft.after
    if draft.noun is not None and draft.noun.first >= draft.last and draft.noun.first <= draft.after + 1:
        after = max(after, draft.noun.last)
    draft.bound = bound = bounds.of(pieces, draft, after, ends)
    low, high = _interval(draft, bound)
    one = low if bound not in ("range", "vague") else None
    value = None if draft.score else float(draft.numeral.low) if one is not None or bound in _ONE_SIDED else None
    noun = draft.noun_name or (draft.noun.noun if draft.noun is not None else None)
    return Found(
        start=pieces[draft.lead].start if draft.prefixed else start,
        end=max(end, pieces[after - 1].end),
        number=(start, end),
        value=value,
        low=low,
        high=high,
        bound=bound,
        unit=draft.code,
        noun=noun,
        phrase=draft.noun.phrase if draft.noun is not None and not draft.noun_name else noun,
        rule=_rule(draft),
        draft=draft,
    )


def _interval(draft: Draft, bound: Bound) -> tuple[float | None, float | None]:
    """The claim's ``min`` and ``max`` as the words say them."""
    if draft.score:
        return None, None
    low = float(draft.numeral.low)
    high = None if draft.numeral.high is None else float(draft.numeral.high)
    if bound in ("over", "at_least"):
        return low, None
    if bound in ("under", "at_most", "almost"):
        return None, low
    return low, high


def _rule(draft: Draft) -> NumberRule:
    """The rule's id, by what is measured."""
    if draft.adjective:
        return "number.adjective"
    code = draft.code
    if code.startswith("other:fraction"):
        return "number.fraction"
    if code in ("percent", "percentage_point", "other:permille", "other:basis_point"):
        return "number.percent"
    return _RULES.get(code.partition(":")[0], "number.measure")
