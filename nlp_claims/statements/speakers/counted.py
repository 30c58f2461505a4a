"""Speakers by quantity: «53 proc. respondentów powiedziało», «coraz więcej osób uważa», «większość uznało»."""

from nlp_claims.statements.contents.polls import SHARES
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Range
from nlp_claims.statements.speakers.agreement import Agreement
from nlp_claims.statements.speakers.cast import Cast, Who
from nlp_claims.statements.speakers.people import speaks
from nlp_claims.statements.speakers.phrases import unnamed
from nlp_claims.statements.text import Text

_COUNTED = frozenset({"subst", "depr", "adj", "ppas", "pact"})
_QUANTITIES = frozenset({"więcej", "mniej", "dużo", "mnóstwo", "sporo", "niemało", "najwięcej"})


def counted(text: Text, cast: Cast, cue: Cue, region: Range) -> Who | None:
    """«53 proc. respondentów powiedziało», «wielu ekspertów uważało»: the verb is neuter, the noun in the genitive.

    In the present the verb is a mere singular: «33 proc. badanych uważa», «coraz więcej osób mówi».
    """
    if cue.number != "sg" or not (cue.form == "fin" or (cue.form == "praet" and cue.genders == {"n"})):
        return None
    subject = cast.hints.subjects.get(cue.verb)
    if cue.form == "praet" and subject is not None and cast.subject_noun(subject, Agreement.of(cue)) is not None:
        return None  # «badanie wśród członków partii wykazało»
    for at in range(cue.first - 1, max(region[0], cue.first - 8) - 1, -1):
        joined = text.lowers[at] in {"i", "oraz", "a", "ale"}  # «przebadał 800 osób i twierdzi»
        if joined or text.tokens[at].text in ",;:" or text.words[at].finite or text.is_dash(at):
            return None
        if cue.genders == {"n"} and any(noun.lemma in cast.words.shares for noun in text.words[at].nouns):
            return unnamed(text, cast, at)  # «zdecydowana większość uznało»
        nouns = [n for n in text.words[at].nouns if n.number == "pl" and "gen" in n.cases and speaks(n, cast.words)]
        if any(noun.pos in _COUNTED for noun in nouns) and (cue.form == "praet" or _quantified(text, at, region[0])):
            return unnamed(text, cast, at)
    return None


def counted_after(text: Text, cast: Cast, cue: Cue, region: Range) -> Who | None:
    """«… – twierdzi 48 proc. badanych.»: the quantity right after the verb."""
    if cue.number != "sg" or cue.form not in {"fin", "praet"}:
        return None
    for at in range(cue.last + 1, min(region[1], cue.last + 6)):
        nouns = [n for n in text.words[at].nouns if n.number == "pl" and "gen" in n.cases and speaks(n, cast.words)]
        if any(noun.pos in _COUNTED for noun in nouns) and _quantified(text, at, cue.last):
            return unnamed(text, cast, at)
        share = text.tokens[at].text == "." or text.lowers[at] in SHARES or text.tokens[at].text[0].isdigit()
        if not share and not text.words[at].tags & {"num", "adv", "part"}:
            return None  # «ostrzega OECD w raporcie o 34 gospodarkach»
    return None


def bare_share(text: Text, cue: Cue) -> bool:
    """Whether the subject is a share of those who spoke before: «…, a 60 proc. twierdzi, że»."""
    at = cue.first - 1
    at -= at > 0 and text.tokens[at].text == "."
    return at > 0 and text.lowers[at] in SHARES and text.tokens[at - 1].text[0].isdigit()


def polled(text: Text, cast: Cast, place: int, since: int) -> Who | None:
    """Those of whom a bare share is one: «wśród badanych 67 proc. uważa», «38 proc. badanych …, ale 50 proc. uważa»."""
    for at in range(place - 1, since, -1):
        nouns = [n for n in text.words[at].nouns if n.number == "pl" and "gen" in n.cases and speaks(n, cast.words)]
        if nouns and (text.lowers[at - 1] == "wśród" or _quantified(text, at, max(since, at - 3, 0))):
            return unnamed(text, cast, at)
    return None


def _quantified(text: Text, noun: int, start: int) -> bool:
    """Whether a word of quantity stands before a noun in the genitive plural: «wielu», «coraz więcej», «40 proc.»."""
    for at in range(noun - 1, max(start, noun - 4) - 1, -1):
        if (
            text.lowers[at] in SHARES
            or "num" in text.words[at].tags
            or text.lowers[at] in _QUANTITIES
            or text.tokens[at].text[0].isdigit()
        ):
            return True
        if "prep" in text.words[at].tags or text.tokens[at].text in ",;:":
            return False
    return False
