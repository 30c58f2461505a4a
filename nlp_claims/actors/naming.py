"""The canonical name of an actor: the fullest that the document supports."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from nlp_claims import lexicons
from nlp_claims.actors.aliases import aliases, fold, without_country
from nlp_claims.actors.runs import ABBREVIATED
from nlp_claims.annotations import Kind

_Table = Mapping[tuple[str, ...], tuple[str, ...]]


def fullest(bases: Sequence[str], kind: Kind, *, declined: bool = False) -> str:
    """The fullest base form that the document supports, a known full name first, the frequent before the rare.

    Args:
        bases: the base forms of the mentions.
        kind: what they name.
        declined: whether none of the mentions stands in the nominative.
    """
    counts = Counter(bases)
    if kind == "organization":
        keys = {fold(base) for base in counts}
        # «Pakistański Sąd Najwyższy», and «Sąd Najwyższy» all over the text
        for base in [base for base in counts if without_country(fold(base)) in keys - {fold(base)}]:
            del counts[base]
    table: _Table = aliases() if kind != "person" else {}
    if (full := _full_name(counts, table, declined=declined)) is not None:
        return full

    def rank(base: str) -> tuple[int, int, int, int]:
        key = fold(base)
        acronym = len(key) == 1 and sum(c.isupper() for c in base) > 1
        contained = sum(set(fold(other)) < set(key) for other in counts)
        official = 2 if table.get(key) == key else 0
        return official + (not acronym), min(len(key), 2), contained, counts[base]

    return max(counts, key=rank)


def _full_name(bases: Collection[str], table: _Table, *, declined: bool) -> str | None:
    """The table's full name where only short ones stand in the document: «W. Brytania», «Unia» and «Wspólnota».

    An acronym among them is the name: a text about the «UE» calls it «Unia» too.
    """
    keys = {fold(base) for base in bases}
    meant = {table.get(key) for key in keys}
    full = meant.pop() if len(meant) == 1 else None
    if full is None or full in keys:
        return None
    if declined and len(bases) == 1 and (said := _spoken_names().get((next(iter(bases)), full))):
        return said
    abbreviated = any("." in base or base.split()[-1] in ABBREVIATED for base in bases)
    several = len(keys) > 1 and all(len(key) == 1 for key in keys)
    if several and (acronyms := [base for base in bases if base.isupper() and base.isalpha()]):
        return min(acronyms, key=len)
    return _full_names().get(full) if abbreviated or several else None


@cache
def _full_names() -> dict[tuple[str, ...], str]:
    """Folded full name → the full name as it is written."""
    return {fold(row["name"]): row["name"] for row in lexicons.read("aliases")}


@cache
def _spoken_names() -> dict[tuple[str, tuple[str, ...]], str]:
    """A name that nobody says in the nominative, and its folded full name → how it is said: «agencja Reutera»."""
    rows = (row for row in lexicons.read("aliases") if row["alias"][:1].islower())
    return {
        (row["alias"].split()[-1].removesuffix("a"), fold(row["name"])): row["alias"]
        for row in rows
        if row["name"] not in row["alias"]
    }
