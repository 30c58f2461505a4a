"""Direct speech in dash style, and sentences that a dash and a reporting verb close."""

from collections.abc import Callable, Iterator

from nlp_claims.annotations import Mode, StatementRule
from nlp_claims.statements.conjunctions import ACCORDING
from nlp_claims.statements.contents.edges import trim
from nlp_claims.statements.contents.frames import (
    colon_cue,
    comma_frame,
    find_frame,
    frame_end,
    has_clause,
    is_break,
    second_verb,
)
from nlp_claims.statements.contents.openings import is_turn, opens_speech, reported_sentence
from nlp_claims.statements.cues import Cue, Lexicon
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.narration import speech_end
from nlp_claims.statements.quotations import has_verb
from nlp_claims.statements.text import CLOSING, DASHES, QUOTES, Text

_TURNING = DASHES | QUOTES | {","}  # the marks at which speech gives way to its frame, or begins
_ASIDES = ACCORDING | {"jak"}
_SILENT = 2  # sentences without a first person between two that have it


def turns(
    text: Text,
    start: int,
    end: int,
    cues: dict[int, Cue],
    words: Lexicon,
    quoted: Callable[[int], bool],
    *,
    speech: bool = False,
) -> Iterator[Draft]:
    """Statements framed by dashes in one block: a paragraph, or the inside of a quotation.

    Args:
        text: the document.
        start: the block's first token.
        end: its end.
        cues: reporting words by token.
        words: reporting words by lemma.
        quoted: whether a token stands in a quotation that is inside the block.
        speech: the block is speech from its first word (the inside of quotation marks).
    """
    return iter(_Block(text, start, end, cues, words, quoted, speech=speech).turns())


class _Block:
    """One paragraph read from dash to dash; ``since`` is where speech began that no frame has closed yet."""

    def __init__(
        self,
        text: Text,
        start: int,
        end: int,
        cues: dict[int, Cue],
        words: Lexicon,
        quoted: Callable[[int], bool],
        *,
        speech: bool,
    ) -> None:
        self.text, self.start, self.end, self.speech = text, start, end, speech
        self.cues, self.words, self.quoted = cues, words, quoted
        self.since: int | None = start if speech else None
        self.floor = start  # no statement reaches back before the end of the last frame
        self.drafts: list[Draft] = []

    def turns(self) -> list[Draft]:
        place = self.start
        while place < self.end:
            if self.text.tokens[place].text in _TURNING:
                place = self._comma(place) or self._dash(place) or self._mark(place) or place + 1
            else:
                place += 1
        self._close()
        return [draft for draft in self.drafts if draft.parts]

    def _comma(self, place: int) -> int | None:
        """«– To klasyczny przykład, powiedziała. – …»: where to go on, or ``None``."""
        if self.since is None or place <= self.since or self.speech:
            return None
        cue = comma_frame(self.text, place, self.end, self.cues)
        if cue is None:
            return None
        stop = min(self.text.sentence(cue.verb)[1], self.end)
        self._add(self._turn(place, cue, stop))
        self.since, self.floor = None, stop
        return stop

    def _dash(self, place: int) -> int | None:
        """What a dash opens: a frame, or speech. Where to go on, or ``None`` where it is mere punctuation."""
        text = self.text
        if not text.is_dash(place) or self.quoted(place) or not is_break(text, place):
            return None
        closed = place > self.start and text.tokens[place - 1].text in CLOSING and self.quoted(place - 1)
        if text.lowers[place + 1 : place + 2] == ("jak",):
            self._end_before(place)
        if self.since is None and text.lowers[place + 1 : place + 2] and text.lowers[place + 1] in _ASIDES:
            return self._past_aside(place)
        if self.since is not None or (not closed and place > self.floor):
            cue = find_frame(text, place, self.end, self.cues, spoken=self.since is not None)
            if cue is not None:
                return self._frame(place, cue)
        if opens_speech(text, place, self.start):
            if self.since is not None and not self.speech:
                self._unframed(place)
            self.since = place + 1
        return None

    def _end_before(self, aside: int) -> None:
        """End speech that gave way to the narrator before «– jak dodał –»: «– Nic z tego. Zdaniem Kosa …»."""
        if self.since is None or self.speech:
            return
        stop = speech_end(self.text, self.since, aside, self.cues)
        if stop < aside:
            self._unframed(stop)
            self.since, self.floor = None, stop

    def _mark(self, place: int) -> int | None:
        """«Droga jest wolna” oświadczył wójt.»: a closing mark whose opening one was lost frames like a dash."""
        text = self.text
        if text.tokens[place].text not in QUOTES or text.tokens[place].spaced or self.quoted(place):
            return None
        cue = self.cues.get(place + 1)
        if self.since is not None or cue is None or not cue.finite or "quote" not in cue.entry.takes:
            return None
        part = trim(text, max(text.sentence(place)[0], self.floor), place)
        if not has_verb(text, *part):
            return None
        self.floor = frame_end(text, cue, self.end, self.quoted)
        self._add(_framed("direct", part, "statement.quote", cue, place, self.floor))
        return self.floor

    def _past_aside(self, dash: int) -> int:
        """Where to go on after «– jak podał minister –» or «– według gminy –», which are no frames of speech."""
        stop = min(self.text.sentence(dash)[1], self.end)
        return next((at + 1 for at in range(dash + 1, stop) if is_break(self.text, at)), dash + 1)

    def _frame(self, dash: int, cue: Cue) -> int:
        text = self.text
        stop = frame_end(text, cue, self.end, self.quoted)
        spoken = self.since is not None
        resumes = stop < self.end and text.is_dash(stop) and not opens_speech(text, stop, self.start)
        goes_on = resumes and (spoken or _goes_on(text, stop, self.end))
        self._add(self._turn(dash, cue, stop, whole=not goes_on))
        self.floor, self.since = stop, None
        if not goes_on:
            return stop
        if not spoken:
            # «Nadzieja – mówi Kos – umiera ostatnia.»: one statement in two parts
            self.floor = min(text.sentence(stop)[1], self.end)
            if self.drafts:
                _extend(text, self.drafts[-1], stop + 1, self.floor)
            return self.floor
        self.since = stop + 1
        second = second_verb(text, cue, stop, self.cues)
        if second is not None and self.drafts:
            # «– A – zaznaczył X i dodał – B.»: B is the second verb's
            last = self.drafts[-1]
            self._add(
                Draft("direct", [], "statement.dash", second, after=last.after, before=last.before, frame=last.frame)
            )
        return stop + 1

    def _turn(self, dash: int, cue: Cue, stop: int, *, whole: bool = True) -> Draft | None:
        """The statement that a frame closes; ``whole``: nothing of it follows the frame."""
        text = self.text
        if self.since is not None:
            part = trim(text, self.since, dash - self._closes_nothing(dash - 1))
            return _framed("direct", part, "statement.dash", cue, dash, stop) if part[0] < part[1] else None
        part = trim(text, max(text.sentence(dash)[0], self.floor), dash)
        if (unmarked := self._lost_marks(part)) is not None:
            return _framed("direct", unmarked, "statement.dash", cue, dash, stop)
        if part[1] - part[0] < 1 + whole or "post" in cue.entry.takes or self._framed_before(part):
            return None
        if whole:
            part = (self._first_person(part[0]), part[1])
        if whole and not reported_sentence(text, part, cue, stop):
            return None
        return _framed("indirect", part, "statement.dash_closed", cue, dash, stop)

    def _framed_before(self, part: Range) -> bool:
        """Whether a frame opens the sentence: «Jak dodał, most wytrzyma - wyjaśnił» is one statement, of «dodał»."""
        first = part[0]
        return self.text.lowers[first] == "jak" and any(
            at in self.cues for at in range(first + 1, min(first + 4, part[1]))
        )

    def _lost_marks(self, part: Range) -> Range | None:
        """The speech in a range that one mark alone tells of: «„Jesteśmy gotowi – powiedział», «To koniec” – dodał»."""
        text, (first, last) = self.text, part
        if last - first < 2:  # noqa: PLR2004
            return None
        if text.tokens[first].text in QUOTES and not self.quoted(first):
            return first + 1, last
        if self._closes_nothing(last - 1):
            return trim(text, first, last - 1)
        return self._unmarked_speech(part)

    def _closes_nothing(self, place: int) -> bool:
        """Whether a quotation mark stands there that belongs to no other: «– Będzie dobrze” – mówił Kos»."""
        return self.text.tokens[place].text in QUOTES and not self.quoted(place)

    def _unmarked_speech(self, part: Range) -> Range | None:
        """Speech that a dash opens where the full stop was lost: «Głos zabrał Kos - Ja milczę - powiedział»."""
        text = self.text
        for at in range(part[1] - 3, part[0] + 2, -1):
            if text.is_dash(at) and is_break(text, at) and not self.quoted(at):
                following, word = text.tokens[at + 1].text, text.words[at + 1]
                ordinary = following[0].isupper() and following[1:].islower() and not word.name
                told = has_verb(text, part[0], at) and has_verb(text, at + 1, part[1])
                return (at + 1, part[1]) if (ordinary or following == "Ja") and told else None
        return None

    def _first_person(self, first: int) -> int:
        """Where speech without marks begins: «Uważam, że to błąd. Wejdziemy, kiedy zechcemy - powiedziała»."""
        text = self.text
        place, silent = first, 0
        while place > self.floor and silent < _SILENT:
            start, end = text.sentence(place - 1)[0], place
            framed = start < self.floor or text.lowers[start] in _ASIDES
            if framed or any(self.quoted(at) or self._tells(at, end) for at in range(start, end)):
                break
            place = start
            silent += 1
            if any(text.words[at].own for at in range(start, end)):
                first, silent = start, 0
        return first

    def _tells(self, place: int, end: int) -> bool:
        """Whether the narrator reports there: «Poseł mówił, że …», but hardly «zaproponowała zmianę»."""
        cue = self.cues.get(place)
        if cue is None or not cue.finite or cue.entry.mental:
            return False
        return has_clause(self.text, cue, end) or ":" in self.text.lowers[place:end]

    def _close(self) -> None:
        """Speech that runs to the end of the block with no frame of its own."""
        if self.since is None or (self.speech and not self.drafts):
            return
        self._unframed(self.end)

    def _unframed(self, end: int) -> None:
        """Speech up to ``end`` without a verb after it: of the verb before it, of the last frame, or of nobody here."""
        text, since = self.text, self.since
        if since is None or self.quoted(since):
            return
        colon = not self.speech and since > 1 and text.tokens[since - 2].text == ":"
        introduced = self._introduced(since, end) if colon else None
        if introduced is not None:
            self._add(introduced)
        elif self.drafts and since >= self.floor and (self.speech or since - self.floor <= 1):
            _extend(text, self.drafts[-1], since, speech_end(text, since, end, self.cues))
        elif not self.speech and is_turn(text, since, self.start, end):
            self._add(
                Draft("direct", [trim(text, since, speech_end(text, since, end, self.cues))], "statement.floating")
            )

    def _introduced(self, since: int, end: int) -> Draft | None:
        """«Inny dyplomata dodał: – Wychodzą i kropka.»: the verb before the colon frames it."""
        text, colon = self.text, since - 2
        found = colon_cue(text, colon, self.cues, self.words)
        if found is None:
            return None
        cue, region = found
        return Draft(
            "direct",
            [trim(text, since, speech_end(text, since, end, self.cues))],
            "statement.dash",
            cue,
            after=(cue.last + 1, colon),
            before=(region, cue.first),
            subject_first=True,
            frame=(region, since),
        )

    def _add(self, draft: Draft | None) -> None:
        if draft is not None:
            self.drafts.append(draft)


def _framed(mode: Mode, part: Range, rule: StatementRule, cue: Cue, dash: int, stop: int) -> Draft:
    return Draft(mode, [part], rule, cue, after=(cue.last + 1, stop), before=(dash + 1, cue.first), frame=(dash, stop))


def _goes_on(text: Text, stop: int, end: int) -> bool:
    upto = min(text.sentence(stop)[1], end)
    return any(text.words[at].finite for at in range(stop + 1, upto))


def _extend(text: Text, draft: Draft, start: int, end: int) -> None:
    part = trim(text, start, end)
    if part[0] < part[1]:
        draft.parts.append(part)
