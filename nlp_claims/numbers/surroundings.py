"""Numeric claims of a spaCy Doc: what the finder says, and the clause around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np
from spacy.tokens import Doc, Token

from nlp_claims.annotations import Number, claims_of
from nlp_claims.numbers import clause, times
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.finder import Finder, Found
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.scope import Scope
from nlp_claims.surface import surface_of

_SENTENCE_ENDS = frozenset(".!?…")
_REACH = 80  # pieces to either side: a list of a million numbers is one sentence too
_NUMBERS = 12  # numbers to either side that may own what stands near
_BETTER = {"to": "być", "zemrzeć": "umrzeć"}  # «koszt to 5 zł»; «zmarł» is of no verb that anybody says
_HOPS = 12  # heads to climb from a number to its verb


class Surroundings:
    """Makes the claims of documents; made once, with the lexicons."""

    def __init__(self, overlay: str = "") -> None:
        """Read the lexicons; ``overlay`` is a folder laid over them, or empty."""
        self._finder = Finder(overlay)
        self._contexts = self._finder.contexts

    def claims(self, doc: Doc) -> list[Number]:
        """Every numeric claim of ``doc`` in order, not yet attributed."""
        view = _View(doc)
        text = surface_of(doc).text
        pieces, found = self._finder.find(text, view.opinion, view.counted)
        if not found:
            return []
        sentences = _sentences(doc, text, pieces)
        starts = [start for start, _ in sentences]
        places = sorted(
            (mention["start"], mention["end"])
            for actor in claims_of(doc)["actors"]
            if actor["kind"] == "place"
            for mention in actor["mentions"]
        )
        offsets = [piece.start for piece in pieces]
        numbers = []
        for index, one in enumerate(found):
            low, high = sentences[max(0, bisect_right(starts, one.number[0]) - 1)]
            high = max(high, one.end)
            first = max(bisect_left(offsets, low), one.draft.first - _REACH)
            last = min(bisect_left(offsets, high), one.draft.last + _REACH)
            near = [each.draft for each in found[max(0, index - _NUMBERS) : index + _NUMBERS + 1] if each is not one]
            after = found[index + 1].draft if index + 1 < len(found) else None
            scope = Scope(pieces, first, last, first, last, one.draft, near)
            numbers.append(self._number(text, one, after, scope, (low, high), places, view))
        return numbers

    def _number(
        self,
        text: str,
        one: Found,
        after: Draft | None,
        scope: Scope,
        sentence: tuple[int, int],
        places: Sequence[tuple[int, int]],
        view: "_View",
    ) -> Number:
        draft, pieces, window = one.draft, scope.pieces, (scope.first, scope.last)
        start, end = clause.bounds(pieces, draft, *window)
        predicate = _at(pieces, view.predicate(pieces[draft.first].start), window)
        if predicate is None or _parted(pieces, draft.first, predicate):
            verbs = (at for at in clause.verbs(pieces, start, end) if not view.nominal(pieces[at]))
            predicate = _nearest(list(verbs), draft.first)
        lemma = None
        if predicate is not None:
            verbal = None if view.nominal(pieces[predicate]) else view.lemma(pieces[predicate])
            lemma = verbal or clause.verb_lemma(pieces[predicate].lower)
            lemma = _BETTER.get(lemma, lemma)
            start, end = min(start, predicate), max(end, predicate + 1)
        scope = scope._replace(start=clause.restated(pieces, start, scope.first), end=end)
        return Number(
            start=one.start,
            end=one.end,
            number=one.number,
            value=one.value,
            min=one.low,
            max=one.high,
            bound=one.bound,
            unit=one.unit,
            noun=one.noun,
            phrase=one.phrase,
            change=clause.change(pieces, draft, after, self._contexts),
            per=clause.per(text, pieces, draft, after, self._contexts),
            predicate=lemma,
            modality=clause.modality(pieces, start, end, predicate, draft, self._contexts),
            time=times.time(text, scope, self._contexts),
            place=self._place(text, scope, places),
            sentence=sentence,
            statement=None,
            source=None,
            rule=one.rule,
        )

    def _place(self, text: str, scope: Scope, places: Sequence[tuple[int, int]]) -> str | None:
        """The nearest named place that reaches the number, with its preposition («do Rosji»)."""
        best: tuple[int, str] | None = None
        pieces = scope.pieces
        for index in range(scope.first, scope.last):
            here = bisect_left(places, (pieces[index].start, 0))
            if here == len(places) or places[here][0] != pieces[index].start:
                continue
            start = clause.place_before(pieces, index, self._contexts)
            distance = scope.distance(start, index + 1) if start >= scope.first else None
            if distance is not None and (best is None or distance < best[0]):
                best = distance, text[pieces[start].start : places[here][1]]
        return best[1] if best else None


def _at(pieces: Sequence[Piece], offset: int | None, window: tuple[int, int]) -> int | None:
    """The piece of the window that starts at a character, if one does."""
    if offset is None:
        return None
    index = bisect_left(pieces, offset, *window, key=lambda piece: piece.start)
    return index if index < window[1] and pieces[index].start == offset else None


def _parted(pieces: Sequence[Piece], one: int, two: int) -> bool:
    """Whether a semicolon stands between two pieces: «rano minus 9; w nocy spadnie śnieg»."""
    return any(piece.text == ";" for piece in pieces[min(one, two) : max(one, two)])


class _View:
    """What an annotated Doc says of a piece; an unannotated one says nothing."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._tagged = doc.has_annotation("POS")
        self._parsed = doc.has_annotation("DEP")
        self._starts = surface_of(doc).starts

    def _token(self, offset: int) -> Token | None:
        index = bisect_left(self._starts, offset)
        return self._doc[index] if index < len(self._starts) and self._starts[index] == offset else None

    @cached_property
    def _infinitives(self) -> dict[int, list[int]]:
        """The open complements of each verb, left to right; asking a token for its children walks the sentence."""
        table = self._doc.to_array(["DEP", "HEAD"])
        found: dict[int, list[int]] = {}
        for place in np.flatnonzero(table[:, 0] == self._doc.vocab.strings["xcomp"]).tolist():
            found.setdefault(place + int(table[place, 1].astype("int64")), []).append(place)
        return found

    def opinion(self, piece: Piece) -> tuple[str, str] | None:
        """Part of speech and lemma in context."""
        token = self._token(piece.start) if self._tagged else None
        if token is None or len(token) != len(piece.text):
            return None
        return token.pos_, token.lemma_

    def counted(self, piece: Piece) -> int | None:
        """The offset of the noun that the tree hangs a number on."""
        token = self._token(piece.start) if self._parsed else None
        if token is None or not token.dep_.startswith("nummod"):
            return None
        return token.head.idx if token.head.pos_ in ("NOUN", "PROPN", "ADJ") else None

    def lemma(self, piece: Piece) -> str | None:
        """The lemma in context."""
        seen = self.opinion(piece)
        return seen[1] if seen and seen[1] else None

    def nominal(self, piece: Piece) -> bool:
        """Whether a tagger sees a noun where the dictionary may have a verb: the «lata» of «cztery lata temu»."""
        seen = self.opinion(piece)
        return seen is not None and seen[0] in ("NOUN", "PROPN")

    def predicate(self, offset: int) -> int | None:
        """The offset of the verb that governs the number there, by the tree.

        An infinitive rather than its modal («ma kosztować»), a participle rather than its auxiliary («ma zostać
        obniżona»).
        """
        token = self._token(offset) if self._parsed else None
        for _ in range(_HOPS):
            if token is None or token.head.i == token.i:
                break
            token = token.head
            if token.dep_ == "aux:pass":
                token = token.head
            if (copula := _copula(token)) is not None:
                return copula.idx
            if token.pos_ in ("VERB", "AUX") or _passive(token):
                lower = (self._doc[place] for place in self._infinitives.get(token.i, ()))
                return next((each for each in lower if each.pos_ == "VERB" or _passive(each)), token).idx
        return None


def _passive(token: Token) -> bool:
    """Whether a participle is the verb of its clause: «została przyjęta», not «przyjęta ustawa»."""
    return token.pos_ == "ADJ" and any(each.dep_ == "aux:pass" for each in token.children)


def _copula(token: Token) -> Token | None:
    """The verb of a nominal clause: «frekwencja była o 3 pkt proc. wyższa»."""
    return next((each for each in token.children if each.dep_ == "cop" and each.pos_ in ("AUX", "VERB")), None)


def _nearest(verbs: Sequence[int], at: int) -> int | None:
    return min(verbs, key=lambda index: (abs(index - at), index), default=None)


def _sentences(doc: Doc, text: str, pieces: Sequence[Piece]) -> list[tuple[int, int]]:
    """Sentence offsets, white space outside: the pipeline's, or cut at end marks before a capital."""
    if doc.has_annotation("SENT_START"):
        columns = doc.to_array(["IDX", "SENT_START"])
        starts = sorted({0, *columns[columns[:, 1] == 1, 0].tolist()})
    else:
        ends = (two.breaks or (one.text in _SENTENCE_ENDS and two.text[:1].isupper()) for one, two in pairwise(pieces))
        starts = [0, *(piece.start for piece, begins in zip(pieces[1:], ends, strict=True) if begins)]
    bounds = pairwise([*starts, len(text)])
    trimmed = ((low, text[low:high]) for low, high in bounds)
    return [(low + len(part) - len(part.lstrip()), low + len(part.rstrip())) for low, part in trimmed if part.strip()]
