"""The words of Polish numerals: which form means what, and what it does to the noun it counts.

``lexicons/numerals.tsv`` holds lemmas, the dictionary their forms.
"""

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from nlp_claims import lexicons
from nlp_claims.morphology import Analysis, analyse

GENITIVE = frozenset({"pl:gen"})
_FEW_FORMS = {"zero": ("zero",), "half": ("połowa", "połowę", "połową")}
"""The only forms that count: «od zera» and «w połowie maja» do not."""


@cache
def rows() -> dict[str, lexicons.Row]:
    """The rows of ``numerals.tsv`` by lemma."""
    return {row["lemma"]: row for row in lexicons.read("numerals")}


class Entry(NamedTuple):
    """One numeral of the lexicon as a form of it stands in the text."""

    lemma: str
    low: Decimal
    high: Decimal
    place: str
    cases: frozenset[str]
    """The number and case that the counted noun takes after this form («pl:gen»)."""
    plural: bool
    feminine: bool


@lru_cache(maxsize=3_000)
def entry(form: str) -> Entry | None:
    """The numeral that ``form`` (any case of letters) is a form of, or ``None``."""
    form = form.lower()
    readings = [reading for reading in analyse(form) if reading.lemma in rows()]
    if not readings:
        return _made(rows()[form], ()) if form in rows() else None  # «tys»: no word of the dictionary
    best = next((reading for reading in readings if reading.pos in ("num", "brev")), readings[0])
    row = rows()[best.lemma]
    fitting = tuple(reading for reading in readings if reading.lemma == best.lemma and _fits(reading, row["place"]))
    if not fitting or form == "piątek" or form not in _FEW_FORMS.get(row["place"], (form,)):
        return None  # «w piątek 10 sierpnia» is a day, no five
    return _made(row, fitting)


def _fits(reading: Analysis, place: str) -> bool:
    """Whether a reading counts: «jedni» (some) does not, and a denominator is feminine («trzecia»)."""
    if reading.lemma == "jeden":
        return reading.pos == "adj" and reading.has("sg")
    return place != "nth" or (reading.pos == "adj" and reading.has("f"))


def _made(row: lexicons.Row, readings: tuple[Analysis, ...]) -> Entry:
    cases = frozenset(case for reading in readings for case in _governed(reading.tag, row["place"]))
    return Entry(
        lemma=row["lemma"],
        low=Decimal(row["low"]),
        high=Decimal(row["high"]),
        place=row["place"],
        cases=cases or GENITIVE,
        plural=bool(readings) and all(each.pos == "subst" and not each.has("sg") for each in readings),
        feminine=any(reading.has("f") for reading in readings),
    )


def _governed(tag: str, place: str) -> list[str]:
    """What the counted noun looks like after a form with this tag («dwóm» dative, «pięć» genitive)."""
    positions = tag.split(":")
    if positions[0] == "adj":
        return [f"sg:{case}" for case in positions[2].split(".")]
    if positions[0] == "num" and place != "part":
        return ["pl:gen"] if "rec" in positions else [f"pl:{case}" for case in positions[2].split(".")]
    return ["sg:gen"] if place == "part" else ["pl:gen"]
