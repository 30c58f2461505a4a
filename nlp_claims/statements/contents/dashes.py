"""Direct speech in dash style, and sentences that a dash and a reporting verb close."""

from collections.abc import Callable, Iterator

from nlp_claims.annotations import Mode, StatementRule
from nlp_claims.statements.conjunctions import THAT, relative
from nlp_claims.statements.contents.edges import trim
from nlp_claims.statements.contents.frames import colon_cue, comma_frame, find_frame, frame_end, is_break, second_verb
from nlp_claims.statements.cues import Cue, Lexicon
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.grammar import FINITE
from nlp_claims.statements.narration import speech_end
from nlp_claims.statements.quotations import has_verb
from nlp_claims.statements.text import CLOSING, QUOTES, TERMINATORS, Text


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
            place = self._comma(place) or self._dash(place) or place + 1
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
        if self.since is None and text.lowers[place + 1 : place + 2] == ("jak",):
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

    def _past_aside(self, dash: int) -> int:
        """Where to go on after «– jak podał minister –», which is no frame of speech."""
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
            part = trim(text, self.since, dash)
            return _framed("direct", part, "statement.dash", cue, dash, stop) if part[0] < part[1] else None
        part = trim(text, max(text.sentence(dash)[0], self.floor), dash)
        if (unmarked := self._lost_marks(part)) is not None:
            return _framed("direct", unmarked, "statement.dash", cue, dash, stop)
        if part[1] - part[0] < 1 + whole or "post" in cue.entry.takes:
            return None
        if whole:
            part = (self._first_person(part[0]), part[1])
        if whole and not _a_sentence(text, part, cue, stop):
            return None
        return _framed("indirect", part, "statement.dash_closed", cue, dash, stop)

    def _lost_marks(self, part: Range) -> Range | None:
        """The speech in a range that one mark alone tells of: «„Jesteśmy gotowi – powiedział», «To koniec” – dodał»."""
        text, (first, last) = self.text, part
        if last - first < 2:  # noqa: PLR2004
            return None
        if text.tokens[first].text in QUOTES and not self.quoted(first):
            return first + 1, last
        if text.tokens[last - 1].text in QUOTES and not self.quoted(last - 1):
            return trim(text, first, last - 1)
        return self._unmarked_speech(part)

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
        while first > self.floor:
            start, _ = text.sentence(first - 1)
            sentence = range(start, first)
            if start < self.floor or any(at in self.cues or self.quoted(at) for at in sentence):
                break
            if not any(text.words[at].own for at in sentence):
                break
            first = start
        return first

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
        elif not self.speech and _is_turn(text, since, self.start, end):
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


def _a_sentence(text: Text, part: Range, cue: Cue, stop: int) -> bool:
    """Whether the words before the dash can be what was said: with a verb, or before a frame that ends the sentence.

    «To nieprawda - powiedział rzecznik.» has no verb; «Kraków - mówi się o nim - to stolica» no frame.
    """
    if has_verb(text, *part):
        # «Wyjaśnił, że wydawca – spółka Druk – podał powód»: the clause before the dash still lacks its verb
        opener = next((at for at in range(part[1] - 1, part[0], -1) if _opens_content(text, at)), part[0])
        verbs = (verb for at in range(opener, part[1]) for verb in text.words[at].verbs)
        return any(verb.form in FINITE for verb in verbs) or "to" in text.lowers[opener : part[1]]
    entry = cue.entry
    # «zapowiedzieć» and «przytaczać» take what stands before the dash for an object: «Strajk – zapowiedzieli piloci»
    utters = cue.finite and not cue.impersonal and {"że", "quote"} <= entry.takes and entry.class_ != "announce"
    return utters and not entry.mental and stop - 1 > cue.last and text.tokens[stop - 1].text in TERMINATORS


def _opens_content(text: Text, place: int) -> bool:
    return text.lowers[place] in THAT or relative(text, place)


def _framed(mode: Mode, part: Range, rule: StatementRule, cue: Cue, dash: int, stop: int) -> Draft:
    return Draft(mode, [part], rule, cue, after=(cue.last + 1, stop), before=(dash + 1, cue.first), frame=(dash, stop))


def _goes_on(text: Text, stop: int, end: int) -> bool:
    upto = min(text.sentence(stop)[1], end)
    return any(text.words[at].finite for at in range(stop + 1, upto))


def _extend(text: Text, draft: Draft, start: int, end: int) -> None:
    part = trim(text, start, end)
    if part[0] < part[1]:
        draft.parts.append(part)


def _is_turn(text: Text, since: int, start: int, end: int) -> bool:
    """Whether what a dash opens and nothing closes is speech, not an item of a list.

    It opens a paragraph, or follows a sentence of the narrator's: «Tusk zabrał głos. – To nasz wspólny dom.»
    """
    opens = since - 1 == start or text.sentence(since)[0] == since - 1
    if not opens or end - since < 5 or text.tokens[end - 1].text[-1] not in TERMINATORS | CLOSING:  # noqa: PLR2004
        return False
    return any(text.words[at].finite for at in range(since, end))
