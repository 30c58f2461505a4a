"""Offices by another name: «szef MSZ» is a minister, and a «premier» a «szefowa rządu»."""

from functools import cache

from nlp_claims import lexicons

#: Characters within which a function gets its name: «Prezydent podpisał ustawę. – … – mówił Andrzej Duda», but no
#: president of another country whom the end of the article names.
SOON = 600
_DEPUTY = "wice"


@cache
def _offices() -> dict[str, str]:
    return {row["body"]: row["office"] for row in lexicons.read("led_bodies")}


def office(leader: str, body: str, leaders: frozenset[str]) -> str | None:
    """The office of one who leads a body, or ``None``: «szef», «MSZ» to «minister», «wiceszef» to «wiceminister».

    Args:
        leader: the lemma of the noun for the leader.
        body: the word after it, in the genitive.
        leaders: lemmas of the nouns for one who leads a body.
    """
    held = _offices().get(body)
    if held is None or leader.removeprefix(_DEPUTY) not in leaders:
        return None
    return _DEPUTY + held if leader.startswith(_DEPUTY) else held


@cache
def bodies(held: str) -> tuple[str, ...]:
    """Common nouns, in the genitive, for what the holder of an office leads: «resortu» of a «minister»."""
    return tuple(body for body, name in _offices().items() if name == held and body.islower())
