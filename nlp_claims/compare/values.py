"""What a number allows for, and whether two numbers can both be right.

Pure arithmetic on records: no language in it.
"""

import math
import re
from typing import Literal, NamedTuple

from nlp_claims.records import NumericClaim

Verdict = Literal["disagree", "compatible", "agree"]
RANK: dict[Verdict, int] = {"disagree": 0, "compatible": 1, "agree": 2}

# how many of the base unit one of the unit is; units of one dimension can be compared
_FACTORS: dict[str, dict[str, float]] = {
    "duration": {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800},
    "span": {"month": 1, "year": 12},
    "length": {"mm": 0.001, "cm": 0.01, "m": 1, "km": 1000},
    "mass": {"g": 0.001, "kg": 1, "dag": 0.01, "t": 1000},
    "volume": {"ml": 0.001, "l": 1, "hl": 100, "m3": 1000},
    "area": {"m2": 1, "a": 100, "ha": 10_000, "km2": 1_000_000},
    "energy": {"kWh": 0.001, "MWh": 1, "GWh": 1000, "TWh": 1_000_000},
    "power": {"W": 1e-6, "kW": 0.001, "MW": 1, "GW": 1000},
}
_ABOUT = 0.1  # «około 100» covers 90 to 110
_ALMOST = 0.8  # «prawie 100» is no less than 80
_SMALL = 100  # below this a whole number is taken as counted: «20 osób» is not 19
_ROUNDED = 0.1, 0.05  # the share of a small and of a large number that rounding explains («5 proc.», «500 osób»)
_DIGITS = re.compile(r"\d[\d\s.]*(?:,(\d+))?")


class Quantity(NamedTuple):
    """A number in the base unit of its dimension: the lowest and highest it allows for, and its grain.

    ``typical`` is the one figure to set beside another's; ``grain`` the step that it was rounded to,
    ``slack`` how far the finer figure that it was rounded from may stand.
    """

    low: float
    high: float
    typical: float
    grain: float
    slack: float


def dimension(unit: str) -> tuple[str, float]:
    """What a unit measures, and how many base units it is: ``length:km`` is ``("length", 1000)``.

    Units that nothing can be converted to (``money:PLN``, ``percent``) are their own dimension.
    """
    kind, _, symbol = unit.partition(":")
    for name in (kind, "span") if kind == "duration" else (kind,):
        if factor := _FACTORS.get(name, {}).get(symbol):
            return name, factor
    return unit, 1.0


def quantity(claim: NumericClaim) -> Quantity | None:
    """The number as arithmetic; ``None`` for one that has no bounds («5:2») or is vague («kilka»)."""
    known = [bound for bound in (claim.value, claim.min, claim.max) if bound is not None]
    if claim.bound == "vague" or not known or not all(math.isfinite(bound) for bound in known):
        return None
    _, factor = dimension(claim.unit)
    low = -math.inf if claim.min is None else float(claim.min)
    high = math.inf if claim.max is None else float(claim.max)
    typical = sum(known) / len(known) if claim.value is None else float(claim.value)
    if claim.bound == "about":
        low, high = typical - _ABOUT * abs(typical), typical + _ABOUT * abs(typical)
    elif claim.bound == "almost":
        low = _ALMOST * typical
    grain = _grain(claim, typical)
    slack = min(grain / 2, _ROUNDED[abs(typical) >= _SMALL] * abs(typical))
    return Quantity(low * factor, high * factor, typical * factor, grain * factor, slack * factor)


def _grain(claim: NumericClaim, typical: float) -> float:
    """The step that the words were rounded to: 100 000 for «1,2 mln», 1 for «12», 100 for «1500»."""
    found = _DIGITS.search(claim.number.text)
    written = float(re.sub(r"[\s.]", "", found[0]).replace(",", ".")) if found else 0.0
    multiplier = typical / written if written else 1.0
    if found and found[1]:
        return abs(multiplier) * 10.0 ** -len(found[1])
    if multiplier > 1:
        return multiplier
    step = 1.0
    while abs(typical) >= _SMALL and typical % (step * 10) == 0:
        step *= 10
    return step


def verdict(one: Quantity, other: Quantity) -> Verdict:
    """Whether both can be right: no, yes by bounds or rounding, or because they say the same."""
    if math.isclose(one.typical, other.typical, rel_tol=1e-9) and one[:2] == other[:2]:
        return "agree"
    slack = 0.0 if one.grain == other.grain else max(one, other, key=lambda each: each.grain).slack
    if one.high + slack < other.low or other.high + slack < one.low:
        return "disagree"
    return "compatible"


def spread(one: Quantity, other: Quantity) -> float:
    """How far apart two figures are, from 0 (the same) to 1, as a share of the larger."""
    larger = max(abs(one.typical), abs(other.typical))
    return min(1.0, abs(one.typical - other.typical) / larger) if larger else 0.0
