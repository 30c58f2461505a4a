"""The tables of names: what is known of a base form, whatever words a text has it in."""

import math
from functools import cache

from nlp_claims import lexicons
from nlp_claims.actors.guesses import NameKind


@cache
def clubs() -> dict[str, str]:
    """What stands before the town in the name of a sports club, and whether it is a «name» or «initials»."""
    return {row["name"]: row["class"] for row in lexicons.read("clubs")}


@cache
def bases() -> dict[tuple[str, str], float]:
    """How common a base form is in names of a kind, 0 to 3."""
    kinds = {"medium": "organization"}
    found = {(row["name"], kinds.get(row["kind"], row["kind"])): 3.0 for row in lexicons.read("known_names")}
    for row in lexicons.read("name_bases"):
        key = row["base"], row["kind"]
        found[key] = max(found.get(key, 0.0), min(3.0, 0.6 * math.log1p(int(row["count"]))))
    return found


def prior_of(base: str, kind: NameKind) -> float:
    """How common ``base`` is in names of this kind, 0 to 3."""
    return bases().get((base, kind), 0.0)


@cache
def known_names() -> frozenset[str]:
    """The names of organizations and places that the table of aliases has."""
    table = {row[field] for row in lexicons.read("aliases") for field in ("alias", "name")}
    return frozenset(table | {row["name"] for row in lexicons.read("known_names") if " " in row["name"]})


@cache
def media() -> frozenset[str]:
    """The names of newspapers, stations and agencies that the table has."""
    return frozenset(row["name"] for row in lexicons.read("known_names") if row["kind"] == "medium")


@cache
def small_names() -> frozenset[str]:
    """Names that begin with a small letter: «dpa»."""
    return frozenset(row["name"] for row in lexicons.read("known_names") if row["name"][:1].islower())


@cache
def particles(use: str) -> frozenset[str]:
    """The small words inside names that are of a class: «particle», «article», «link»."""
    return frozenset(row["word"] for row in lexicons.read("name_particles") if row["class"] == use)


@cache
def given_names() -> dict[str, str]:
    """Foreign given names and their gender: «m», «f» or «f/m»."""
    return {row["lemma"]: row["gender"] for row in lexicons.read("given_names")}
