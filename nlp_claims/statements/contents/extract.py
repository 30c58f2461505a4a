"""All statements of a text without their speakers: the rules run in order, and overlaps are settled."""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import chain

from nlp_claims.statements import cues, quotes
from nlp_claims.statements.contents import asides, colon, complements, direct, floating, indirect, sources
from nlp_claims.statements.cues import Lexicon
from nlp_claims.statements.draft import RELAYING, Draft
from nlp_claims.statements.nouns import phrase_end
from nlp_claims.statements.quotations import Quotations
from nlp_claims.statements.text import Text

# inside somebody's words only a told utterance of somebody else is a statement: «… nie David Davis powiedział, że …»
_TOLD = frozenset(
    {"say", "add", "announce", "answer", "ask", "confirm", "deny", "promise", "warn", "write", "stress", "admit"}
)
# what a frame behind them closes may be others' attitudes; «Jak dodał, jest pewien, że A» is his own
_CLOSED = RELAYING - {"statement.as"}
_REASONS = frozenset({"bo", "gdyż", "ponieważ", "co"})


class _Found:
    """What the rules have found so far: a verb serves one statement, and words in quotation marks one speaker."""

    def __init__(self, text: Text, words: Lexicon, cases: Mapping[int, str] | None) -> None:
        self.text, self.words, self.cases = text, words, cases
        self.cues = cues.find(text, words)
        starts = [text.tokens[at].start for at in text.paragraphs]
        self.quotations = Quotations(text, quotes.pair(text.raw, starts), self.cues)
        self.drafts: list[Draft] = []
        self.used: set[int] = set()
        self.spoken: set[int] = set()
        self.quoted: set[int] = set()  # the marks that open somebody's words
        self.said: set[int] = set()
        self.relayed: set[int] = set()  # words that a medium passes on: what stands in them is still told

    def add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        if draft.cue is not None:
            self.used.add(draft.cue.verb)
        for start, end in draft.parts:
            self.said.update(range(start, end))
            if draft.rule in RELAYING:
                self.relayed.update(range(start, end))
            if draft.mode == "direct":
                self.spoken.update(range(start, end))
                self.quoted.add(start - 1)

    def speech(self) -> None:
        for draft in direct.find(self.text, self.quotations, self.cues, self.words):
            self.add(draft)

    def clauses(self) -> None:
        framed = {draft.cue.verb: draft for draft in self.drafts if draft.cue is not None}
        for draft in indirect.find(self.text, self.quotations, self.cues, self.words):
            if draft.cue is None or _own_voice(draft, self.spoken):
                continue
            speech = framed.get(draft.cue.verb)
            if speech is not None and not _leads_to(draft, speech):
                continue  # one verb may govern two clauses, but not a clause and the speech that it frames
            if not (self._serves(draft) and draft.start in self.said):
                self.add(draft)  # «mówi, że martwi go, iż …»: one clause in another

    def sources(self) -> None:
        def ends(place: int, case: str) -> int:
            return phrase_end(self.text, place, case, self.cases)

        beside = sources.find(self.text, self.quotations, self.cues, self.words, ends)
        for draft in chain(beside, asides.find(self.text, self.quotations, self.cues, ends)):
            if not self._serves(draft) and not self._repeats(draft):
                self.add(draft)

    def colons(self) -> None:
        speech = sorted((d.start, d.frame[1]) for d in self.drafts if d.mode == "direct")
        for draft in colon.find(self.text, self.quotations, self.cues, self.words):
            if not self._serves(draft) and (self.spoken.isdisjoint(draft.span) or _retells(draft, speech)):
                self.add(draft)

    def phrases(self) -> None:
        told = self.said - self.relayed
        for draft in complements.find(self.text, self.quotations, self.cues, told):
            nested = draft.start in told
            if draft.cue is not None and not self._serves(draft) and (nested or draft.cue.verb not in told):
                self.add(draft)

    def floating(self) -> None:
        for draft in floating.find(self.text, self.quotations, self.said, self.drafts):
            self.add(draft)

    def _serves(self, draft: Draft) -> bool:
        """Whether the draft's verb already serves another statement."""
        return draft.cue is not None and draft.cue.verb in self.used

    def _repeats(self, draft: Draft) -> bool:
        """Whether a source beside the words only names again who says them.

        «zaznaczył, że jego zdaniem decyzja zapadła», «Zdaniem posła, „to koniec. Wychodzimy” – stwierdził»
        """
        if draft.rule != "statement.according":
            return False
        place = draft.frame[0]
        # «zapewnił, że zima minie, bo jego zdaniem lód pęka»: the reason is a claim of its own
        reason = place > 0 and self.text.lowers[place - 1] in _REASONS
        told = place in self.said and place not in self.spoken and not reason
        return (draft.named is None and not draft.subject_first and told) or draft.parts[-1][0] in self.quoted


def extract(text: Text, words: Lexicon, cases: Mapping[int, str] | None = None) -> list[Draft]:
    """The statements of a text by start.

    Args:
        text: the document.
        words: reporting words.
        cases: the tagger's cases by token, where there is a tagger.
    """
    if not text.tokens:
        return []
    found = _Found(text, words, cases)
    found.speech()
    found.clauses()
    found.sources()
    found.colons()
    found.phrases()
    found.floating()
    return _settle(found.drafts)


def _leads_to(draft: Draft, speech: Draft) -> bool:
    """Whether a clause comes before the speech of its verb: «powiedział, że spór nie dotyczy Polski: „Jeśli …”»."""
    return (
        speech.rule == "statement.quote"
        and speech.frame[0] <= draft.start
        and draft.end <= speech.frame[1] <= speech.start
    )


def _retells(draft: Draft, speech: list[tuple[int, int]]) -> bool:
    """Whether a turn of an interview holds the words of others: «Lis: Kos mówił: „Idę”. I poszedł.».

    Args:
        draft: the turn.
        speech: where each direct speech begins, ascending, and where its frame ends.
    """
    if draft.rule != "statement.turn":
        return False
    inner = speech[bisect_left(speech, (draft.start,)) : bisect_left(speech, (draft.end,))]
    return all(draft.start < framed <= start for start, framed in inner)


def _own_voice(draft: Draft, spoken: set[int]) -> bool:
    """A report inside somebody's words is no statement of its own, but for what a third party was told to say."""
    cue = draft.cue
    if cue is None or cue.verb not in spoken:
        return False
    draft.nested = True
    return cue.form not in {"praet", "fin"} or cue.entry.class_ not in _TOLD


def _settle(drafts: list[Draft]) -> list[Draft]:
    """Sort, drop doubles, and drop attitudes of the one who reports («dodał, że spodziewa się, iż wygra»)."""
    kept: list[Draft] = []
    seen: set[tuple[tuple[int, int], ...]] = set()
    for draft in drafts:
        draft.parts = sorted(part for part in draft.parts if part[0] < part[1])
        if draft.parts and tuple(draft.parts) not in seen:
            seen.add(tuple(draft.parts))
            kept.append(draft)
    kept.sort(key=lambda draft: (draft.start, -draft.end))
    # an attitude's own words begin after its verb: the tokens of all others' words are enough to tell
    words: set[int] = set()
    for draft in kept:
        for start, end in draft.parts:
            if draft.rule not in _CLOSED:  # «Posłowie są sceptyczni, ale uważają, że A – czytamy w komunikacie»
                words.update(range(start, end))
    return [d for d in kept if d.cue is None or not d.cue.entry.mental or d.cue.verb not in words or d.others]
