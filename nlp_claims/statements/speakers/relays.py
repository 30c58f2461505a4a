"""Who passes the words on: «powiedział PAP», «w rozmowie z Onetem», «cytowany przez BBC»."""

from nlp_claims.statements.draft import Draft
from nlp_claims.statements.speakers.cast import Cast, Who
from nlp_claims.statements.text import Text

_BEFORE = (
    ("w", "rozmowie", "z"),
    ("w", "wywiadzie", "dla"),
    ("w", "wywiadzie", "z"),
    ("cytowany", "przez"),
    ("cytowana", "przez"),
    ("cytowani", "przez"),
    ("cytowane", "przez"),
    ("powołując", "się", "na"),
    ("na", "antenie"),
    ("na", "łamach"),
    ("dla",),
    ("za",),
)
_TOLD = frozenset({"portalowi", "agencji", "dziennikowi", "stacji", "gazecie", "telewizji", "radiu", "tygodnikowi"})


def find_via(text: Text, cast: Cast, draft: Draft, speaker: Who | None) -> Who | None:
    """Who relays the words: «powiedział PAP», «w rozmowie z Onetem», «cytowany przez BBC»."""
    cue = draft.cue
    if cue is None:
        return None
    for start, end in (draft.after, draft.before):
        for at in range(start, min(end, len(text.tokens))):
            named = cast.at(at)
            if named is None or named.first != at or cast.kind(named.actor) != "organization":
                continue
            if speaker is not None and named.actor == speaker.actor:
                continue
            direct = at == cue.last + 1 and cue.form in {"praet", "fin"}
            if direct or _introduced(text, at):
                return Who(named.actor, (named.first, named.last))
    return None


def _introduced(text: Text, place: int) -> bool:
    for words in _BEFORE:
        for gap in range(4):
            stop = place - gap
            if (
                stop - len(words) >= 0
                and text.lowers[stop - len(words) : stop] == words
                and (gap == 0 or len(words) > 1)
            ):
                return True
    return place > 0 and text.lowers[place - 1] in _TOLD
