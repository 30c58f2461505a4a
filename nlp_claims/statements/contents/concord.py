"""Which verb a coordinated verb goes with: the one inside what is said, or the one that says it."""

from collections.abc import Mapping

from nlp_claims.statements.conjunctions import JOINING, opens_clause
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.grammar import ADJECTIVES, FINITE, SPEAKING, Verb
from nlp_claims.statements.text import Text

_NEAR = 3  # tokens from the conjunction to its verb: «i nie chcą już»
_CLOSED = 12  # tokens from «, i» to its verb
_AND = frozenset({"i", "oraz"})
_ANY = frozenset({"m1", "m2", "m3", "f", "n"})
_SUBJECT = 5  # tokens behind a verb in which its own subject may stand


def own_verb(text: Text, cue: Cue, start: int, end: int, cues: Mapping[int, Cue]) -> int:
    """Where what is said ends because its narrator goes on about the speaker, at most at ``end``.

    «Metalowcy uważają, że należy im się podwyżka i żądają lepszej oferty»: «żądają» agrees with «uważają» and not
    with «należy», and has no subject of its own.

    Args:
        text: the document.
        cue: the reporting verb.
        start: the first token of what is said.
        end: where it ends as far as commas and conjunctions tell.
        cues: reporting words by token.
    """
    if cue.form not in FINITE:
        return end
    inner: Verb | None = None
    subject = _ANY
    named: list[frozenset[str]] = []  # the genders of the nouns that may be the subject of the next verb
    simple = True  # no clause has opened inside
    for at in range(start, end):
        verb = _verb(text, at)
        if verb is not None:
            inner, subject = verb, named[0] if len(named) == 1 else _ANY
            named.clear()
        elif inner is not None and text.lowers[at] in JOINING:
            place = _joined(text, at, end)
            joined = None if place is None else _verb(text, place)
            if place and joined and _like(joined, cue) and not _has_subject(text, joined, place, end):
                # «Kos dodał, że Anna zostanie w partii, ale krytykował jej pracę»: not she
                apart = not _alike(joined, inner) or (joined.genders and subject.isdisjoint(joined.genders))
                # «Kos mówił, że liczy na zgodę oraz zaapelował o spokój»: he says another thing
                tells = place in cues and joined.form == "praet" != inner.form
                if apart or tells:
                    return at - (text.tokens[at - 1].text == ",")
            if simple and _closed(text, cue, at, end):
                return at - 1
        if verb is None and (genders := _genders(text, at)):
            named.append(genders)
        simple = simple and (at == start or not opens_clause(text, at))
    return end


def _closed(text: Text, cue: Cue, conjunction: int, end: int) -> bool:
    """Whether the comma before «i» closes the whole clause: «Kos ogłosił, że most stanie, i tego roku odszedł»."""
    if text.tokens[conjunction - 1].text != "," or text.lowers[conjunction] not in _AND:
        return False
    for at in range(conjunction + 1, min(conjunction + 1 + _CLOSED, end)):
        if text.tokens[at].text == "," or opens_clause(text, at) or _genders(text, at):
            return False
        if text.words[at].finite:
            verb = _verb(text, at)
            return verb is not None and _like(verb, cue)
    return False


def _genders(text: Text, at: int) -> frozenset[str]:
    """The genders of a noun that can only be a subject: «Słowacja» in «… Słowacja zostanie w Unii»."""
    nouns = (noun for noun in text.words[at].nouns if noun.pos in SPEAKING)
    return frozenset().union(*(noun.genders for noun in nouns if noun.cases & {"nom", "acc"} == {"nom"}))


def _verb(text: Text, at: int) -> Verb | None:
    word = text.words[at]
    return next((verb for verb in word.verbs if verb.form in FINITE), None) if word.finite else None


def _joined(text: Text, conjunction: int, end: int) -> int | None:
    """The verb that follows a conjunction with no word in the nominative between them."""
    for at in range(conjunction + 1, min(conjunction + 1 + _NEAR, end)):
        if text.words[at].finite:
            return at
        if text.words[at].has_case("nom") or not text.words[at].known or not text.tokens[at].text[0].isalpha():
            return None
    return None


def _like(verb: Verb, cue: Cue) -> bool:
    """Whether a verb has the speaker for its subject: the tense, number and gender of the reporting verb."""
    same = verb.form == cue.form and verb.number == cue.number and verb.person == 3 and not verb.conditional  # noqa: PLR2004
    return same and (verb.form != "praet" or bool(verb.genders & cue.genders))


def _alike(one: Verb, other: Verb) -> bool:
    """Whether two verbs may share a subject."""
    return one.number == other.number and (
        one.form != other.form or one.form != "praet" or bool(one.genders & other.genders)
    )


def _has_subject(text: Text, verb: Verb, place: int, end: int) -> bool:
    """Whether a noun that agrees stands behind the verb: «i zmarł jeden pacjent», not «i nazwał wypowiedź błędem»."""
    for at in range(place + 1, min(place + 1 + _SUBJECT, end)):
        word = text.words[at]
        if "prep" in word.tags or not text.tokens[at].text[0].isalnum():
            return False  # «i żądają od zarządu lepszej oferty»
        before = text.words[at - 1]
        modified = before.has_case("gen", ADJECTIVES) and not before.has_case("nom")  # «żądają lepszej oferty»
        agrees = any(
            noun.pos in SPEAKING
            and "nom" in noun.cases
            and noun.number == verb.number
            and (verb.form != "praet" or bool(noun.genders & verb.genders))
            for noun in word.nouns
        )
        if (agrees and not modified) or not word.known or "num" in word.tags:
            return True
    return False
