"""Small coins told in the currency that they are a part of: «50 gr» is 0.5 PLN."""

from collections.abc import Sequence
from dataclasses import replace

from nlp_claims.numbers.drafts import Draft

_CENTS = "other:cent"
_WITH_CENTS = frozenset({"money:USD", "money:EUR", "money:CAD", "money:AUD"})
_NEAR = 2  # numbers to either side that may tell whose cents they are


def settle(drafts: Sequence[Draft]) -> None:
    """Give coins the unit and value of their currency, in place.

    A cent is a dollar's or a euro's by the sums beside it («po 43,5 dolara, o 12 centów mniej»); with none it stays.
    """
    for index, draft in enumerate(drafts):
        unit = draft.unit
        if unit is None or unit.size is None or not 0 < unit.size < 1:
            continue
        code = _owner(drafts, index) if unit.code == _CENTS else unit.code
        if code is not None and code.startswith("money:"):
            scale = draft.numeral.scale
            draft.numeral = replace(draft.numeral.times(unit.size), scale=scale)
            draft.unit = unit._replace(code=code, size=None)


def _owner(drafts: Sequence[Draft], at: int) -> str | None:
    """The currency of the nearest sum that has cents, the one before first."""
    near = sorted(range(max(0, at - _NEAR), min(len(drafts), at + _NEAR + 1)), key=lambda index: abs(index - at))
    return next((drafts[index].code for index in near if drafts[index].code in _WITH_CENTS), None)
