"""The subject of a reporting verb: the best noun in the nominative on either side of it."""

from collections.abc import Callable
from dataclasses import replace

from nlp_claims.statements.conjunctions import COORDINATORS
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.speakers.agreement import Agreement, main_verb
from nlp_claims.statements.speakers.candidates import Candidate, candidates, is_medium
from nlp_claims.statements.speakers.cast import Cast, Who
from nlp_claims.statements.speakers.layout import Named
from nlp_claims.statements.speakers.referents import referent
from nlp_claims.statements.speakers.weights import LEAST, TOLD, Side
from nlp_claims.statements.text import Text

_PARTICIPLES = frozenset({"pcon", "pant"})
_ARC = 1.0  # what the parser's arc adds
_NOMINATIVE, _ANOTHER_CASE = 0.3, -1.2  # what the tagger's case adds
_BEHIND = 3  # tokens from a medium to whoever speaks to it
Voiced = Callable[[int], bool]


def subject(text: Text, cast: Cast, draft: Draft, cue: Cue, agreement: Agreement, voiced: Voiced) -> Who | None:
    """Whom the best noun in the nominative on either side of the verb means.

    Args:
        text: the document.
        cast: its actors.
        draft: the statement.
        cue: its verb.
        agreement: number and gender that the verb asks for.
        voiced: whether a token is in the voice that makes the statement: «jest to „błąd resortu” i dodał» is not
            about the ministry.
    """
    sides = [Side(*draft.before, forward=False), Side(*draft.after, forward=True)]
    main = main_verb(text, cue) if cue.form in _PARTICIPLES else None
    arc = cast.hints.subjects.get(cue.verb if main is None else main)
    told: Candidate | None = None
    for side in sides if draft.subject_first else reversed(sides):
        found = candidates(text, cast, side, agreement, cue)
        scored = [replace(c, score=c.score + _opinion(cast, c, arc, agreement)) for c in found if voiced(c.head)]
        best = max(scored, key=lambda c: c.score, default=None)
        if best is not None and best.score > LEAST:
            best = _speaking(text, cast, best, scored) if side.forward else _apposed(text, cast, best, scored, cue)
            return referent(text, cast, best)
        if side.forward and best is not None and best.score + TOLD > LEAST and _may_speak(cast, best, agreement):
            told = best
    # «powiedział KAI abp Kos», but «tłumaczy MSW»: a body other than a medium is no listener where nobody else speaks
    return None if told is None else referent(text, cast, told)


def _may_speak(cast: Cast, candidate: Candidate, agreement: Agreement) -> bool:
    """Whether a body after «powiedział» is more than its listener: no medium, and of the verb's own gender."""
    named = candidate.named
    if named is None or named.actor < 0 or is_medium(cast, named):
        return False
    return cast.agrees(named.actor, agreement, strictly=True)  # «Wytknął UE, że»


def _speaking(text: Text, cast: Cast, best: Candidate, others: list[Candidate]) -> Candidate:
    """Not the medium that a verb names first where somebody stands right behind it: «przekazał AFP jej adwokat»."""
    if best.named is None or best.named.actor < 0 or not is_medium(cast, best.named):
        return best
    first = best.named.last
    after = next((o for o in others if first <= o.head <= first + _BEHIND and o.score > LEAST), best)
    apart = any(word in COORDINATORS or not word.isalpha() for word in text.lowers[first : after.head])
    return best if apart else after


def _apposed(text: Text, cast: Cast, best: Candidate, others: list[Candidate], cue: Cue) -> Candidate:
    """The name that a noun stands beside, nearer to the verb or before an aside.

    «rzecznik organizacji, opowiadającej się za X, Paul Butters stwierdził»; «Jan Kos, CEO Lipex, zapewnił».
    """
    names = [o for o in others if o.named is not None and o.named.name and _is_person(text, cast, o.named)]
    before = [o for o in names if o.head < best.head and _opens_aside(text, o.named, cue)]
    if before:
        return before[0]
    if best.named is not None and best.named.name:
        return best
    nearer = [o for o in names if o.head > best.head and o.score > LEAST and o.named is not None and o.named.actor >= 0]
    return nearer[-1] if nearer else best


def _is_person(text: Text, cast: Cast, named: Named) -> bool:
    if named.actor >= 0:
        return cast.kind(named.actor) == "person"
    return named.last - named.first > 1 and not any(
        text.tokens[at].text.isupper() for at in range(named.first, named.last)
    )


def _opens_aside(text: Text, named: Named | None, cue: Cue) -> bool:
    """Whether all that stands between the name and its verb is set off by marks: «Jan Kos, wójt gminy, zapewnił»."""
    if named is None or named.last >= cue.first - 1:
        return False
    opening, closing = text.tokens[named.last].text, text.tokens[cue.first - 1].text
    if (opening, closing) != (",", ",") and not (text.is_dash(named.last) and text.is_dash(cue.first - 1)):
        return False
    return not any(text.words[at].finite for at in range(named.last, cue.first))


def _opinion(cast: Cast, candidate: Candidate, arc: int | None, agreement: Agreement) -> float:
    """What the parser and the tagger add to a candidate: its arc, and the case that the tagger gives it."""
    arc_says = _ARC if arc is not None and _covers(candidate, arc) else 0.0
    case = cast.hints.cases.get(candidate.head)
    if case == "acc" and agreement.genders == {"n"}:
        case = None  # «poinformowało biuro»: a neuter verb has no other subject, and the forms are the same
    return arc_says + (_NOMINATIVE if case == "nom" else _ANOTHER_CASE if case is not None else 0.0)


def _covers(candidate: Candidate, place: int) -> bool:
    if candidate.head == place:
        return True
    return candidate.named is not None and candidate.named.first <= place < candidate.named.last
