"""Whether a relative word is the subject of a reporting verb: «sąsiadka, która stwierdziła, że»."""

from nlp_claims.statements.conjunctions import COORDINATORS, relative
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.speakers.agreement import Agreement
from nlp_claims.statements.speakers.cast import Cast
from nlp_claims.statements.text import Text

_REACH = 25


def relative_subject(text: Text, cast: Cast, draft: Draft, cue: Cue, agreement: Agreement) -> int | None:
    """The relative word that is the verb's subject, or ``None``."""
    opener = _opener(text, draft, cue)
    if opener is None or clause_over(text, draft, cue) is not None:
        return None
    return opener if _is_subject(text, cast, opener, cue, agreement) else None


def clause_over(text: Text, draft: Draft, cue: Cue) -> Range | None:
    """What stands before a clause of its own that ends right before the verb, or ``None``.

    The clause has one verb, and nothing goes on after it: «Kos, którego rywalem jest Jan Lis powiedział, że»; «poseł,
    który jest szefem grupy ds. portu, pisał, że»; «Kos, jak podaje PAP, zapowiedział, że».
    """
    aside = _aside(text, draft, cue)
    opener = aside or _opener(text, draft, cue)
    if opener is None:
        return None
    end = cue.first - (text.tokens[cue.first - 1].text == ",")
    verbs = [at for at in range(opener + 1, end) if text.words[at].finite]
    joined = aside is None and any(text.lowers[at] in COORDINATORS | {","} for at in range(opener + 1, end))
    return None if joined or len(verbs) != 1 else (text.sentence(opener)[0], opener - (aside is not None))


def _aside(text: Text, draft: Draft, cue: Cue) -> int | None:
    """Where a source between marks begins right before the verb: «Kos – jak podaje PAP – zapowiedział, że»."""
    opener = draft.before[0]
    if not draft.subject_first or not 0 < opener < cue.first - 1 or text.lowers[opener] != "jak":
        return None
    marks = (opener - 1, cue.first - 1)
    return opener if all(text.tokens[at].text == "," or text.is_dash(at) for at in marks) else None


def _opener(text: Text, draft: Draft, cue: Cue) -> int | None:
    """The relative word that opens the clause before the verb."""
    if not draft.subject_first:
        return None
    opener = _joined(text, cue) or draft.before[0]
    return opener if opener < cue.first and relative(text, opener) else None


def _is_subject(text: Text, cast: Cast, opener: int, cue: Cue, agreement: Agreement) -> bool:
    """Not «w której minister stwierdził, że», nor «oświadczenie, w którym pisze, że»."""
    if not text.words[opener].has_case("nom") or (opener > 0 and "prep" in text.words[opener - 1].tags):
        return False
    return not any(_own_subject(cast, at, agreement) for at in range(opener + 1, cue.first))


def _joined(text: Text, cue: Cue) -> int | None:
    """The relative word of «który cytuje Kosa i dodaje, że»: the verb is joined to the clause's first."""
    start = text.sentence(cue.verb)[0]
    verbs = joined = 0
    for at in range(cue.first - 1, max(start, cue.first - _REACH) - 1, -1):
        if relative(text, at):
            return at if verbs == 1 and joined and text.tokens[at - 1].text == "," else None
        if text.words[at].finite:
            verbs += 1
            if verbs > 1 or not joined:
                return None
        joined += text.lowers[at] in {"i", "oraz"} and not verbs
        if text.tokens[at].text in ",;:":
            return None
    return None


def _own_subject(cast: Cast, place: int, agreement: Agreement) -> bool:
    if cast.governed[place]:
        return False
    named = cast.at(place)
    if named is not None:
        return named.name and cast.free_subject(named) and cast.agrees(named.actor, agreement)
    noun = cast.subject_noun(place, agreement)
    return noun is not None and (place in cast.subject_places or "acc" not in noun.cases)
