"""Pronouns that say whom they mean: «ten», «ci ostatni», «uznał on» mean who was named last, in whatever case."""

from nlp_claims.statements.draft import Draft
from nlp_claims.statements.grammar import SPEAKING, Noun
from nlp_claims.statements.speakers.agreement import Agreement
from nlp_claims.statements.speakers.cast import Cast
from nlp_claims.statements.speakers.mentions import sentences_back
from nlp_claims.statements.speakers.people import is_somebody
from nlp_claims.statements.text import Text

_THIS = {"ten": "sg", "ta": "sg", "ci": "pl", "te": "pl"}
_NEAR = 3
_LAST = frozenset({"ostatni", "ostatnia"})
_HE = {"on": "ten", "ona": "ta", "oni": "ci", "one": "te"}
_NOT_MEN = frozenset({"f", "m2", "m3", "n"})
_GENDERS = {"ten": frozenset({"m1", "m2", "m3"}), "ta": frozenset({"f"}), "ci": frozenset({"m1"}), "te": _NOT_MEN}


def demonstrative(text: Text, draft: Draft) -> int | None:
    """The place of «ten», «ta», «ci» that is the subject by itself, or ``None``: not «ten minister powiedział»."""
    if draft.cue is None:
        return None
    start = text.sentence(draft.cue.first)[0]
    behind = draft.cue.last + 1
    if behind < len(text.tokens) and text.lowers[behind] in _HE:
        return behind
    for at in range(start, draft.cue.first):
        following = at + 1
        alone = following == draft.cue.first or text.words[following].finite or text.lowers[following] in _LAST
        if text.lowers[at] in _THIS and alone:
            return at if _starts(text, at, start) else None
    return None


def _starts(text: Text, place: int, start: int) -> bool:
    """Whether the pronoun opens its clause: «…, a ten odparł, że», «Na to ta odpowiedziała»."""
    return place - start < _NEAR or any(token.text == "," for token in text.tokens[place - _NEAR + 1 : place])


def last_named(text: Text, cast: Cast, place: int) -> int | None:
    """Whom the pronoun means: the last one before it who agrees, named or not."""
    lower = text.lowers[place]
    this = _HE.get(lower, lower)
    nouns = lower == this or _THIS[this] == "pl"
    return last_agreeing(text, cast, place, Agreement(_THIS[this], _GENDERS[this]), nouns=nouns)


def last_agreeing(text: Text, cast: Cast, place: int, agreement: Agreement, *, nouns: bool = True) -> int | None:
    """The last one named before a token who agrees, in the sentence or the one before it: in whatever case.

    ``nouns``: also by a common noun alone («żądają od pracodawców»).
    """
    for at in range(place - 1, sentences_back(text, place, 1) - 1, -1):
        named = cast.at(at)
        if named is not None:
            if cast.kind(named.actor) != "place" and cast.agrees(named.actor, agreement, strictly=True):
                return named.actor
            continue
        if not nouns or cast.hints.pos.get(at, "NOUN") != "NOUN":
            continue  # «kiedy», «byli»
        several = [n for n in text.words[at].nouns if n.pos in SPEAKING and n.number == agreement.number]
        if any(_agrees(n, agreement) and _speaks(n, cast) for n in several) and "prep" not in text.words[at].tags:
            return cast.add(at, at + 1, at)  # «żądają od pracodawców | lepszej oferty»: the noun alone
    return None


def _speaks(noun: Noun, cast: Cast) -> bool:
    return is_somebody(noun) or noun.lemma in cast.words.speaking


def _agrees(noun: Noun, agreement: Agreement) -> bool:
    return not agreement.genders or bool(noun.genders & agreement.genders)
