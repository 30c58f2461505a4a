"""Whose words a headline has: it stands before everybody who speaks in the text."""

from collections.abc import Sequence

from nlp_claims.statements.draft import Draft
from nlp_claims.statements.speakers.agreement import agreement_of
from nlp_claims.statements.speakers.cast import Cast, Who
from nlp_claims.statements.speakers.voices import NARRATOR, Voices
from nlp_claims.statements.text import Text

_ALIKE = 0.7  # of the words of a headline that are somebody's words in the text
_MOST = 12  # statements of a headline


def give_headlines(
    text: Text, cast: Cast, drafts: Sequence[Draft], titles: Sequence[int], found: list[Who | None], voices: Voices
) -> None:
    """Give the words of a headline to whoever repeats them in the text, or to its first speaker.

    Args:
        text: the document.
        cast: its actors.
        drafts: the statements in the order of the text.
        titles: those without a speaker of their own that the headline may hold.
        found: the speaker of each, filled in here.
        voices: whose words each token is.
    """
    alone = _alone(text)
    order = sorted(range(len(drafts)), key=lambda n: (drafts[n].place, n))
    for n in titles[:_MOST]:
        quoted = drafts[n].rule == "statement.floating"
        if not quoted and (alone or found[n] is not None):
            continue
        who = _repeated(text, drafts, order, found, n) if quoted else None
        if who is None and found[n] is None:
            said = (k for k in order if voices.around(k) == NARRATOR and found[k] is not None)
            who = next((found[k] for k in said), None)
        if who is not None and cast.agrees(who.actor, agreement_of(text, drafts[n])):
            found[n] = Who(who.actor, None)


def headline_end(text: Text) -> int:
    """The end of the headline: the first paragraph, or all where there is no other."""
    return len(text.tokens) if _alone(text) else text.paragraphs[1]


def _alone(text: Text) -> bool:
    return len(text.paragraphs) <= 1


def _repeated(
    text: Text, drafts: Sequence[Draft], order: Sequence[int], found: Sequence[Who | None], n: int
) -> Who | None:
    """Who says the same words further on in the text."""
    title = _words(text, drafts[n])
    for k in order:
        who = found[k]
        if k != n and who is not None and len(title & _words(text, drafts[k])) >= _ALIKE * len(title):
            return who
    return None


def _words(text: Text, draft: Draft) -> frozenset[str]:
    return frozenset(word for a, b in draft.parts for word in text.lowers[a:b] if word.isalnum())
