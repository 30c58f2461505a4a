"""Offices by another name: «szef MSZ» is a minister, and a «premier» a «szefowa rządu»."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from nlp_claims import lexicons

#: Characters within which a function gets its name: «Prezydent podpisał ustawę. – … – mówił Andrzej Duda», but no
#: president of another country whom the end of the article names.
SOON = 600
_DEPUTY = "wice"
_WITHIN = 2  # words from a leader to the body: «szef brytyjskiego MSZ»


class _Led(NamedTuple):
    office: str
    domain: tuple[str, ...]


@cache
def _led() -> dict[str, _Led]:
    return {row["body"]: _Led(row["office"], tuple(row["domain"].split())) for row in lexicons.read("led_bodies")}


@cache
def _led_by_lower() -> dict[str, _Led]:
    return {body.lower(): led for body, led in _led().items()}


def office(leader: str, body: str, leaders: frozenset[str]) -> str | None:
    """The office of one who leads a body, or ``None``: «szef», «MSZ» to «minister», «wiceszef» to «wiceminister».

    Args:
        leader: the lemma of the noun for the leader.
        body: the word after it, in the genitive.
        leaders: lemmas of the nouns for one who leads a body.
    """
    led = _led().get(body)
    if led is None or leader.removeprefix(_DEPUTY) not in leaders:
        return None
    return _DEPUTY + led.office if leader.startswith(_DEPUTY) else led.office


def in_full(words: Sequence[str], leaders: frozenset[str]) -> list[str]:
    """A role by its office, its head in the nominative: «szef msz» → «minister spraw zagranicznych»."""
    for at, word in enumerate(words):
        if word.removeprefix(_DEPUTY) in leaders:
            for place in range(at + 1, min(at + 1 + _WITHIN, len(words))):
                led = _led_by_lower().get(words[place])
                if led is not None:
                    held = _DEPUTY * word.startswith(_DEPUTY) + led.office
                    return [*words[:at], held, *words[at + 1 : place], *led.domain, *words[place + 1 :]]
    return list(words)


@cache
def bodies(held: str) -> tuple[str, ...]:
    """Common nouns, in the genitive, for what the holder of an office leads: «resortu» of a «minister»."""
    return tuple(body for body, led in _led().items() if led.office == held and body.islower())
