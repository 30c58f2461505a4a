"""How a number and its bounds are written for a reader."""

from nlp_claims.records import Compared, NumericClaim

_BOUNDS = {
    "about": "≈ ",
    "over": "> ",
    "at_least": "≥ ",
    "under": "< ",
    "at_most": "≤ ",
    "almost": "≲ ",
    "exact": "",
}
_CHANGES = {"up": "▲ ", "down": "▼ ", "from": "from ", "to": "to "}
_THIN = "\N{NARROW NO-BREAK SPACE}"


def figure(number: float) -> str:
    """A number with its thousands apart: 1 500 000, 0.25."""
    shown = f"{number:,.0f}" if float(number).is_integer() else f"{number:,.4f}".rstrip("0")
    return shown.replace(",", _THIN)


def value(claim: NumericClaim | Compared) -> str:
    """The value with its bound: «≥ 12», «5–10», «▲ 3.2», «?» for one without bounds («5:2»)."""
    change = _CHANGES.get(getattr(claim, "change", None) or "", "")
    if claim.bound in _BOUNDS:
        known = next((each for each in (claim.value, claim.min, claim.max) if each is not None), None)
        return "?" if known is None else change + _BOUNDS[claim.bound] + figure(known)
    low = "" if claim.min is None else figure(claim.min)
    high = "" if claim.max is None else figure(claim.max)
    return f"{change}{low}–{high}" if low or high else "?"


def unit(code: str) -> str:
    """A unit code for a reader: «%», «PLN», «km», «month»; nothing for a count."""
    kind, _, symbol = code.partition(":")
    plain = {"count": "", "percent": "%", "percentage_point": "p.p.", "score": "score"}
    return plain.get(kind, symbol or kind)
