"""Names from the states and the forms of words."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from nlp_claims.analysis.bioes import decode
from nlp_claims.analysis.component import Component, is_space, stacked
from nlp_claims.analysis.network import Floats, linear


class NameFinder(Component):
    """Sets ``doc.ents``."""

    def prepare(self) -> None:
        """Lay out the three layers and the BIOES tags."""
        self._inner, self._inner_bias = linear(self._arrays, "ner_in")
        self._near, self._near_bias = linear(self._arrays, "ner_near")
        self._outer, self._outer_bias = linear(self._arrays, "ner_out")
        self._tags: list[str] = self._more.get("tags", [])

    def annotate(self, docs: list[Doc]) -> None:
        """Find the names, sentence by sentence."""
        for doc, inner in zip(docs, stacked(docs, self._words), strict=True):
            words = np.flatnonzero(~is_space(doc))
            sentences = np.cumsum(doc.to_array("SENT_START") == 1)[words]
            scores = self._scores(inner[words], sentences)
            best = scores.argmax(1)
            spans = []
            for number in np.unique(sentences[best > 0]).tolist():
                first, last = np.searchsorted(sentences, [number, number + 1]).tolist()
                spans += [
                    Span(doc, int(words[first + a]), int(words[first + b - 1]) + 1, label=label)
                    for a, b, label in decode(scores[first:last], self._tags)
                ]
            doc.set_ents(spans, default="outside")

    def _words(self, states: Floats) -> Floats:
        inner: Floats = states @ self._inner
        inner += self._inner_bias
        return np.maximum(inner, 0, out=inner)

    def _scores(self, inner: Floats, sentences: NDArray[Any]) -> Floats:
        """Scores of BIOES tags: each word is seen with its neighbours in its sentence."""
        width = inner.shape[1]
        near = inner @ self._near[width : 2 * width] + self._near_bias
        same = (sentences[1:] == sentences[:-1])[:, None]
        near[1:] += (inner[:-1] * same) @ self._near[:width]
        near[:-1] += (inner[1:] * same) @ self._near[2 * width :]
        scores: Floats = np.maximum(near, 0) @ self._outer + self._outer_bias
        return scores
