"""How well a noun fits as the speaker: by its kind, by its case, by its distance from the verb."""

from typing import NamedTuple

from nlp_claims.statements.cues import Cue
from nlp_claims.statements.grammar import Noun
from nlp_claims.statements.speakers.cast import Cast
from nlp_claims.statements.speakers.layout import Named
from nlp_claims.statements.speakers.people import speaks

#: A candidate that weighs no more is none.
LEAST = 0.9
#: What a body costs right after «powiedział»: it may be the listener.
TOLD = 1.9
#: What a name gains that is joined to another: «Londyn i Bruksela zapewniają».
JOINED = 0.5
#: «jeden z urzędników Komisji».
ONE_OF = 2.8
_KINDS = {"person": 3.0, "group": 2.6, "organization": 2.2, "place": 0.6}
_REFERENCE = 0.2  # what «premier» costs beside a name
_UNSEEN = 2.4  # a row of capitals that nobody found to be a name
_NOUN, _NOUN_OR_OBJECT = 3.0, 2.2
_OBJECT = 1.6  # a noun that may be the object after «wezwał»
_MUTE = 2.2  # a thing: only where the parser insists
_STEP_AFTER, _STEP_BEFORE, _FARTHEST = 0.1, 0.02, 2.0


class Side(NamedTuple):
    """Where a subject is looked for: after the verb (``forward``) or before it."""

    start: int
    end: int
    forward: bool


def named_weight(cast: Cast, named: Named, place: int, side: Side, cue: Cue) -> float:
    """What an actor weighs: people speak more often than bodies, and bodies than places."""
    kind = cast.kind(named.actor)
    weight = _KINDS[kind] - (0.0 if named.name else _REFERENCE)
    if kind == "organization" and side.forward and "to" in cue.entry.takes and place <= cue.last + 2:
        weight -= TOLD  # «powiedział PAP wiceminister zdrowia»
    return weight - _distance(place, side)


def noun_weight(cast: Cast, noun: Noun, place: int, side: Side, cue: Cue) -> float:
    """What a common noun weighs: less where its form may be an object, less where it is no person and no body."""
    weight = _NOUN_OR_OBJECT if "acc" in noun.cases else _NOUN
    if not speaks(noun, cast.words):
        weight -= _MUTE  # «okres», «pomoc»: only where the parser insists
    if side.forward and "acc" in noun.cases and "acc" in cue.entry.takes and cue.genders != {"n"}:
        weight -= _OBJECT  # «Wezwał nowy rząd do ustąpienia»: the object
    return weight - _distance(place, side)


def unseen_weight(place: int, side: Side) -> float:
    """What a row of capitals weighs that nobody found to be a name."""
    return _UNSEEN - _STEP_BEFORE * abs(place - side.start)


def _distance(place: int, side: Side) -> float:
    """What distance costs: after the verb the first noun is the subject, before it the last one, less surely."""
    return min(_STEP_AFTER * (place - side.start), _FARTHEST) if side.forward else _STEP_BEFORE * (side.end - place)
