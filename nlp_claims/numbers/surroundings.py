"""Numeric claims of a spaCy Doc: what the finder says, and the clause around it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

from nlp_claims.annotations import Number, claims_of
from nlp_claims.numbers import clause, predicates, times
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.finder import Finder
from nlp_claims.numbers.found import Found
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.scope import Scope
from nlp_claims.numbers.tree import Tree
from nlp_claims.surface import surface_of

_SENTENCE_ENDS = frozenset(".!?…")
_REACH = 80  # pieces to either side: a list of a million numbers is one sentence too
_NUMBERS = 12  # numbers to either side that may own what stands near
_BETTER = {"to": "być", "zemrzeć": "umrzeć"}  # «koszt to 5 zł»; «zmarł» is of no verb that anybody says


class Surroundings:
    """Makes the claims of documents; made once, with the lexicons."""

    def __init__(self, overlay: str = "") -> None:
        """Read the lexicons; ``overlay`` is a folder laid over them, or empty."""
        self._finder = Finder(overlay)
        self._contexts = self._finder.contexts

    def claims(self, doc: Doc) -> list[Number]:
        """Every numeric claim of ``doc`` in order, not yet attributed."""
        view = Tree(doc)
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
        view: Tree,
    ) -> Number:
        draft, pieces, window = one.draft, scope.pieces, (scope.first, scope.last)
        start, end = clause.bounds(pieces, draft, *window)
        predicate = predicates.find(scope, start, end, view)
        lemma = None
        if predicate is not None:
            verbal = None if view.nominal(pieces[predicate]) else view.lemma(pieces[predicate])
            lemma = verbal or clause.verb_lemma(pieces[predicate].lower)
            lemma = _BETTER.get(lemma, lemma)
            if view.reflexive(pieces[predicate]):
                lemma = f"{lemma} się"
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
