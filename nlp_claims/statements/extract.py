"""All statements of a text without their speakers: the rules run in order, and overlaps are settled."""

from collections.abc import Mapping, Sequence

from nlp_claims.statements import colon, direct, indirect, quotes, sources
from nlp_claims.statements.cues import Lexicon, find
from nlp_claims.statements.direct import Quotations
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.nouns import phrase_end
from nlp_claims.statements.text import Text

# inside somebody's words only a told utterance of somebody else is a statement: «… nie David Davis powiedział, że …»
_TOLD = frozenset(
    {"say", "add", "announce", "answer", "confirm", "deny", "promise", "warn", "write", "stress", "admit"}
)


def extract(text: Text, words: Lexicon, cases: Mapping[int, str] | None = None) -> list[Draft]:
    """The statements of a text by start.

    Args:
        text: the document.
        words: reporting words.
        cases: the tagger's cases by token, where there is a tagger.
    """
    if not text.tokens:
        return []
    starts = [text.tokens[at].start for at in text.paragraphs]
    quotations = Quotations(text, quotes.pair(text.raw, starts).quotes)
    cues = find(text, words)

    def ends(place: int, case: str) -> int:
        return phrase_end(text, place, case, cases)

    drafts = list(direct.find(text, quotations, cues, words))
    used = {draft.cue.verb for draft in drafts if draft.cue is not None}
    spoken = _Spans(drafts)
    for draft in indirect.find(text, quotations, cues, words):
        if draft.cue is not None and draft.cue.verb in used:
            # «– A – powiedział X, dodając, że B»: the frame's own verb takes no clause, its participle does
            if draft.mode == "direct" or (draft.cue.finite and _framed_with(drafts, draft)):
                pass
            else:
                continue
        if _own_voice(draft, spoken):
            continue
        drafts.append(draft)
    used |= {draft.cue.verb for draft in drafts if draft.cue is not None}
    for draft in sources.find(text, quotations, cues, words, ends):
        if draft.cue is not None and draft.cue.verb in used:
            continue
        drafts.append(draft)
        if draft.cue is not None:
            used.add(draft.cue.verb)
    for draft in colon.find(text, quotations, cues, words):
        if (draft.cue is None or draft.cue.verb not in used) and not _overlaps(drafts, draft):
            drafts.append(draft)
            if draft.cue is not None:
                used.add(draft.cue.verb)
    taken = {at for draft in drafts for a, b in draft.parts for at in range(a, b)}
    for draft in direct.phrases(text, quotations, cues, taken):
        nested = draft.start in taken
        if draft.cue is not None and draft.cue.verb not in used and (nested or not _inside(drafts, draft.cue.verb)):
            drafts.append(draft)
            taken |= {at for a, b in draft.parts for at in range(a, b)}
    drafts.extend(direct.floating(text, quotations, taken, sorted(drafts, key=lambda d: d.frame[1] or d.end)))
    return _settle(text, drafts)


class _Spans:
    """Which tokens stand in direct speech."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.tokens: set[int] = set()
        for draft in drafts:
            if draft.mode == "direct":
                for a, b in draft.parts:
                    self.tokens.update(range(a, b))

    def __contains__(self, place: int) -> bool:
        return place in self.tokens


def _own_voice(draft: Draft, spoken: _Spans) -> bool:
    """An attitude inside somebody's words («myślę, że», «wierzą, że») is no statement of its own."""
    cue = draft.cue
    if cue is None or cue.verb not in spoken:
        return False
    draft.nested = True
    return cue.form != "praet" or cue.entry.class_ not in _TOLD


def _framed_with(drafts: Sequence[Draft], draft: Draft) -> bool:
    return False


def _overlaps(drafts: Sequence[Draft], draft: Draft) -> bool:
    return any(a < draft.end and draft.start < b for other in drafts for a, b in other.parts if other.mode == "direct")


def _inside(drafts: Sequence[Draft], place: int) -> bool:
    """Whether the token stands in the words of a statement."""
    return any(a <= place < b for draft in drafts for a, b in draft.parts)


def _settle(text: Text, drafts: list[Draft]) -> list[Draft]:
    """Sort, drop empty ones and doubles, and drop attitudes inside another's report («dodał, że spodziewa się, iż»)."""
    kept: list[Draft] = []
    seen: set[tuple[tuple[int, int], ...]] = set()
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        draft.parts = [part for part in draft.parts if part[0] < part[1]]
        key = tuple(draft.parts)
        if not draft.parts or key in seen:
            continue
        draft.parts.sort()
        seen.add(key)
        kept.append(draft)
    return [
        d
        for d in kept
        if not (
            d.cue is not None
            and d.cue.entry.mental
            and any(o is not d and any(a <= d.cue.verb < b for a, b in o.parts) for o in kept)
        )
    ]
