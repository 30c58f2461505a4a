"""Direct speech in dash style, and sentences that a dash and a reporting verb close."""

from collections.abc import Callable, Iterator

from nlp_claims.annotations import Mode
from nlp_claims.statements.clauses import trim
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.frames import find_frame, frame_end, is_break
from nlp_claims.statements.grammar import FINITE
from nlp_claims.statements.text import CLOSING, TERMINATORS, Text

_NARRATION = frozenset({"zobacz", "czytaj", "przeczytaj", "źródło", "polecamy", "fot", "według", "zdaniem", "poniżej"})


def opens_speech(text: Text, place: int, start: int) -> bool:
    """Whether speech may begin after the dash: it opens a paragraph or a sentence."""
    if place > start:
        before = text.tokens[place - 1].text
        if before[-1] not in TERMINATORS | CLOSING | {":"} or before in {"'", "’"}:
            return False
        if before in CLOSING and (place < 2 or text.tokens[place - 2].text[-1] not in TERMINATORS):  # noqa: PLR2004
            return False
    for token in text.tokens[place + 1 : place + 5]:
        if token.text[0].isalnum():
            return token.text[0].isupper() or token.text[0].isdigit()
        if token.text[0] not in '„"”“«»([.…+':
            return False
    return False


def turns(
    text: Text, start: int, end: int, cues: dict[int, Cue], quoted: Callable[[int], bool], *, speech: bool = False
) -> Iterator[Draft]:
    """Statements framed by dashes in one block: a paragraph, or the inside of a quotation.

    Args:
        text: the document.
        start: the block's first token.
        end: its end.
        cues: reporting words by token.
        quoted: whether a token stands in a quotation that is inside the block.
        speech: the block is speech from its first word (the inside of quotation marks).
    """
    return iter(_Block(text, start, end, cues, quoted, speech=speech).turns())


class _Block:
    """One paragraph read from dash to dash; ``since`` is where speech began that no frame has closed yet."""

    def __init__(
        self,
        text: Text,
        start: int,
        end: int,
        cues: dict[int, Cue],
        quoted: Callable[[int], bool],
        *,
        speech: bool,
    ) -> None:
        self.text, self.start, self.end, self.cues, self.quoted, self.speech = text, start, end, cues, quoted, speech
        self.since: int | None = start if speech else None
        self.floor = start  # no statement reaches back before the end of the last frame
        self.drafts: list[Draft] = []

    def turns(self) -> list[Draft]:
        place = self.start
        while place < self.end:
            place = self._comma(place) or self._dash(place) or place + 1
        self._close()
        return [draft for draft in self.drafts if draft.parts]

    def _comma(self, place: int) -> int | None:
        """«– To klasyczny przykład, powiedziała. – …»: where to go on, or ``None``."""
        if self.since is None or place <= self.since or self.speech:
            return None
        cue = _comma_frame(self.text, place, self.end, self.cues)
        if cue is None:
            return None
        stop = min(self.text.sentence(cue.verb)[1], self.end)
        self._add(_turn(self.text, self.since, place, self.floor, cue, stop))
        self.since, self.floor = None, stop
        return stop

    def _dash(self, place: int) -> int | None:
        """What a dash opens: a frame, or speech. Where to go on, or ``None`` where it is mere punctuation."""
        text = self.text
        if not text.is_dash(place) or self.quoted(place) or not is_break(text, place):
            return None
        closed = place > self.start and text.tokens[place - 1].text in CLOSING and self.quoted(place - 1)
        if self.since is not None or (not closed and place > self.floor):
            cue = find_frame(text, place, self.end, self.cues, spoken=self.since is not None)
            if cue is not None:
                return self._frame(place, cue)
        if opens_speech(text, place, self.start):
            if self.since is not None and self.drafts and self.since >= self.floor and not self.speech:
                _extend(text, self.drafts[-1], self.since, place)
            self.since = place + 1
        return None

    def _frame(self, dash: int, cue: Cue) -> int:
        text = self.text
        stop = frame_end(text, cue, self.end, self.quoted)
        spoken = self.since is not None
        self._add(_turn(text, self.since, dash, self.floor, cue, stop))
        self.floor, self.since = stop, None
        resumes = stop < self.end and text.is_dash(stop) and not opens_speech(text, stop, self.start)
        if not resumes or not (spoken or _goes_on(text, stop, self.end)):
            return stop
        if not spoken:
            # «Nadzieja – mówi Kos – umiera ostatnia.»: one statement in two parts
            self.floor = min(text.sentence(stop)[1], self.end)
            if self.drafts:
                _extend(text, self.drafts[-1], stop + 1, self.floor)
            return self.floor
        self.since = stop + 1
        second = _second_verb(text, cue, stop, self.cues)
        if second is not None and self.drafts:
            # «– A – zaznaczył X i dodał – B.»: B is the second verb's
            last = self.drafts[-1]
            self._add(
                Draft("direct", [], "statement.dash", second, after=last.after, before=last.before, frame=last.frame)
            )
        return stop + 1

    def _close(self) -> None:
        """Speech that runs to the end of the block with no frame of its own."""
        if self.since is None or (self.speech and not self.drafts):
            return
        if self.drafts and self.since >= self.floor:
            _extend(self.text, self.drafts[-1], self.since, _narration(self.text, self.since, self.end, self.cues))
        elif not self.speech and _is_turn(self.text, self.since, self.start, self.end):
            self._add(Draft("direct", [trim(self.text, self.since, self.end)], "statement.floating"))

    def _add(self, draft: Draft | None) -> None:
        if draft is not None:
            self.drafts.append(draft)


def _comma_frame(text: Text, place: int, end: int, cues: dict[int, Cue]) -> Cue | None:
    """The verb that closes speech after a comma: «…, powiedziała.», «…, dodała Listhaug.»."""
    if text.tokens[place].text != ",":
        return None
    cue = cues.get(place + 1)
    if cue is None or not cue.finite or cue.entry.mental or not cue.entry.takes & {"quote", "post"}:
        return None
    stop = min(text.sentence(cue.verb)[1], end)
    if stop - cue.last > 14 or any(  # noqa: PLR2004
        text.words[at].finite or text.tokens[at].text in ":," for at in range(cue.last + 1, min(stop, cue.last + 6))
    ):
        return None
    return cue


def _second_verb(text: Text, cue: Cue, stop: int, cues: dict[int, Cue]) -> Cue | None:
    for at in range(stop - 1, cue.last, -1):
        other = cues.get(at)
        if other is not None and other.finite and any(word in {"i", "oraz"} for word in text.lowers[cue.last + 1 : at]):
            return other
    return None


def _turn(text: Text, since: int | None, dash: int, floor: int, cue: Cue, stop: int) -> Draft | None:
    if since is not None:
        part = trim(text, since, dash)
        return _framed("direct", part, "statement.dash", cue, dash, stop) if part[0] < part[1] else None
    first = max(text.sentence(dash)[0], floor)
    part = trim(text, first, dash)
    if part[1] - part[0] < 2 or "post" in cue.entry.takes or not _a_sentence(text, part, cue, stop):  # noqa: PLR2004
        return None
    return _framed("indirect", part, "statement.dash_closed", cue, dash, stop)


def _a_sentence(text: Text, part: Range, cue: Cue, stop: int) -> bool:
    """Whether the words before the dash can be what was said: with a verb, or before a frame that ends the sentence.

    «To nieprawda - powiedział rzecznik.» has no verb; «Kraków - mówi się o nim - to stolica» no frame.
    """
    if any(text.words[at].finite for at in range(*part)):
        return True
    entry = cue.entry
    # «zapowiedzieć» and «przytaczać» take what stands before the dash for an object: «Strajk – zapowiedzieli piloci»
    utters = cue.finite and not cue.impersonal and {"że", "quote"} <= entry.takes and entry.class_ != "announce"
    return utters and not entry.mental and stop - 1 > cue.last and text.tokens[stop - 1].text in TERMINATORS


def _framed(mode: Mode, part: Range, rule: str, cue: Cue, dash: int, stop: int) -> Draft:
    return Draft(mode, [part], rule, cue, after=(cue.last + 1, stop), before=(dash + 1, cue.first), frame=(dash, stop))


def _goes_on(text: Text, stop: int, end: int) -> bool:
    upto = min(text.sentence(stop)[1], end)
    return any(text.words[at].finite for at in range(stop + 1, upto))


def _extend(text: Text, draft: Draft, start: int, end: int) -> None:
    part = trim(text, start, end)
    if part[0] < part[1]:
        draft.parts.append(part)


def _narration(text: Text, start: int, end: int, cues: dict[int, Cue]) -> int:
    """Where speech that no mark closes gives way to the narrator: «Dodał, że», «Zobacz także»."""
    place = text.sentence(start)[1]
    while place < end:
        stop = min(text.sentence(place)[1], end)
        if text.lowers[place] in _NARRATION:
            return place
        for at in range(place, min(place + 6, stop)):
            cue = cues.get(at)
            if cue is not None and cue.finite and not cue.entry.mental and cue.form in FINITE:
                ahead = text.lowers[cue.last + 1 : min(cue.last + 12, stop)]
                if at == place or "że" in ahead or "iż" in ahead or ":" in ahead:
                    return place
        place = stop
    return end


def _is_turn(text: Text, since: int, start: int, end: int) -> bool:
    """Whether a paragraph that a dash opens and nothing closes is a turn of speech, not an item of a list."""
    if since - 1 != start or end - since < 5 or text.tokens[end - 1].text[-1] not in TERMINATORS | CLOSING:  # noqa: PLR2004
        return False
    return any(text.words[at].finite for at in range(since, end))
