"""Drafts that turn out to be no statements once it is known whose they would be."""

from collections import Counter
from collections.abc import Sequence

from nlp_claims.annotations import StatementRule
from nlp_claims.statements.contents.openings import is_sentence
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.speakers.cast import Cast, Who
from nlp_claims.statements.text import QUOTES, Text

_OUR_OWN = frozenset({"nasz", "nasza", "nasze", "nasi", "mój", "moja", "moje", "moi"})
_LEARNING = frozenset({"dowiedzieć się", "dowiadywać się"})
_TURN: StatementRule = "statement.turn"
_HEADLINE: StatementRule = "statement.headline"


class Refusals:
    """Which statements of a document are refused."""

    def __init__(self, text: Text, cast: Cast, drafts: Sequence[Draft], speakers: Sequence[Who | None]) -> None:
        self._text, self._cast = text, cast
        # «PAP: Czy pszczoły giną? … PAP: Skąd to wiadomo?»: a head that comes back is a side of an interview
        turns = Counter(who.actor for draft, who in zip(drafts, speakers, strict=True) if who and draft.rule == _TURN)
        below = Counter(
            who.actor for draft, who in zip(drafts, speakers, strict=True) if who and draft.rule != _HEADLINE
        )
        most = max(below.values(), default=0)
        self._main = {actor for actor, count in below.items() if count == most}
        self._sides = {actor for actor, count in turns.items() if count > 1}

    def refuses(self, draft: Draft, who: Who | None) -> bool:
        """Whether the draft, with its speaker, is no statement."""
        if draft.cue is not None and draft.cue.entry.lemma in _LEARNING and draft.rule != "statement.as":
            # «PAP dowiedziała się, że …» passes on what «Anna dowiedziała się, że …» only learns
            return who is None or self._cast.kind(who.actor) != "organization"
        if draft.nested or draft.rule == "statement.noun":
            return who is None or who.span is None or self._text.lowers[who.span[0]] in _OUR_OWN
        return draft.rule in {_HEADLINE, _TURN} and (who is None or self._is_title(draft, who.actor))

    def _is_title(self, draft: Draft, head: int) -> bool:
        """«Pakistan: sąd uniewinnił Bibi» names a place before the colon, «Kraj: Polska» nobody at all."""
        kind = self._cast.kind(head)
        if draft.rule == _TURN and kind != "person" and head not in self._sides:
            return True
        if draft.named is not None and self._text.tokens[draft.named[0]].text in QUOTES:
            return False  # «„Kurier”: Cień nad umową»: a paper is never what a headline is about
        said = any(is_sentence(self._text, *part, asked=draft.rule == _TURN) for part in draft.parts)
        if not said and (kind != "person" or head not in self._main):
            # «Kos: most blisko, ale bez drogi» is what the main speaker says, «Kolej: nowy rozkład» is news
            return True
        return kind == "place" and not self._in_first_person(draft)

    def _in_first_person(self, draft: Draft) -> bool:
        """«Wielka Brytania: opuścimy unię celną»: a country speaks of itself as «we»."""
        verbs = (verb for a, b in draft.parts for at in range(a, b) for verb in self._text.words[at].verbs)
        return any(verb.person == 1 for verb in verbs)
