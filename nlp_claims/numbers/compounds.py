"""Words with a numeral inside: «dwudniowy», «kilkugodzinna», «pięćdziesięciotysięczny», «trzykrotnie»."""

from decimal import Decimal
from functools import cache, lru_cache

from nlp_claims import lexicons
from nlp_claims.morphology import analyse, generate

_SHORTEST = 3  # letters of the second half
_HEAD = 2  # letters by which most words are told to be none


@cache
def _prefixes() -> dict[str, tuple[Decimal, Decimal]]:
    """The combining forms of the numerals («dwu», «trzy», «dwudziesto», «kilku»), as the dictionary lists them."""
    found: dict[str, tuple[Decimal, Decimal]] = {}
    for row in lexicons.read("numerals"):
        if row["lemma"] == "jeden" or row["place"] in ("scale", "set", "set scale", "nth", "zero", "half"):
            continue
        for form, tag in generate(row["lemma"]):
            if tag == "numcomp":
                found.setdefault(form, (Decimal(row["low"]), Decimal(row["high"])))
    return found


@cache
def _heads() -> frozenset[str]:
    return frozenset(prefix[:_HEAD] for prefix in _prefixes())


@lru_cache(maxsize=3_000)
def read(form: str) -> tuple[Decimal, Decimal, str] | None:
    """The interval that the numeral in a word means, and the lemma of the rest («dniowy»), or ``None``."""
    lower = form.lower()
    if lower[:_HEAD] not in _heads():
        return None
    for reading in analyse(lower):
        if reading.pos in ("adj", "adv", "subst") and (parts := _split(reading.lemma.lower())):
            return parts
    return None


def _split(lemma: str) -> tuple[Decimal, Decimal, str] | None:
    """The longest row of combining forms that a lemma starts with («dwudziestopięcioletni»)."""
    low = high = Decimal(0)
    rest = lemma
    while found := max((each for each in _prefixes() if rest.startswith(each)), key=len, default=""):
        if len(rest) - len(found) < _SHORTEST:
            break
        one, two = _prefixes()[found]
        low, high, rest = low + one, high + two, rest[len(found) :]
    return (low, high, rest) if high else None
