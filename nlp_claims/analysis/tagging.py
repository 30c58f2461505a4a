"""Tags and features of words."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from nlp_claims.analysis.agreement import allowed
from nlp_claims.analysis.component import Component, hashes, spaced, stacked, write
from nlp_claims.analysis.keeping import make_room
from nlp_claims.analysis.network import Floats, linear

#: Labels of features that are tried, best first, till the dictionary allows one.
OPTIONS = 6
#: Words whose features are scored together: 6 kilobytes each, which should stay in the cache.
BLOCK = 256


class Tagger(Component):
    """Sets ``token.tag_``, the coarse NKJP class."""

    def prepare(self) -> None:
        """Lay out the layer."""
        self._weight, self._bias = linear(self._arrays, "tag")

    def annotate(self, docs: list[Doc]) -> None:
        """Tag the words; white space is ``_SP``."""
        width = len(self._weight)
        best = stacked(docs, lambda h: (h[:, :width] @ self._weight + self._bias).argmax(1))
        for doc, found in zip(docs, best, strict=True):
            keys = hashes(doc, self._labels)
            write(doc, ["TAG"], spaced(doc, keys[found], doc.vocab.strings.add("_SP"))[:, None])


class Morphologizer(Component):
    """Sets ``token.pos_`` and ``token.morph``; a label is «NOUN Case=Nom|Gender=Fem|Number=Sing».

    What the dictionary does not allow for a form is passed over for the next best label that it does.
    """

    def prepare(self) -> None:
        """Lay out the two layers."""
        self._inner, self._inner_bias = linear(self._arrays, "morph_in")
        self._outer, self._outer_bias = linear(self._arrays, "morph_out")
        self._allowed: dict[tuple[int, int], bool] = {}

    def annotate(self, docs: list[Doc]) -> None:
        """Set part of speech and features."""
        best = stacked(docs, self._best)
        for doc, found in zip(docs, best, strict=True):
            self._agree(doc, found)
            pos, feats = self._values(doc)
            strings = doc.vocab.strings
            columns = [
                spaced(doc, pos[found], strings["SPACE"]),
                spaced(doc, feats[found], doc.vocab.morphology.add("")),
            ]
            write(doc, ["POS", "MORPH"], np.stack(columns, 1))

    def _best(self, states: Floats) -> NDArray[Any]:
        blocks = np.split(states, range(BLOCK, len(states), BLOCK))
        best: NDArray[Any] = np.concatenate([self._scores(block).argmax(1) for block in blocks])
        return best

    def _scores(self, states: Floats) -> Floats:
        inner = states[:, : len(self._inner)] @ self._inner
        inner += self._inner_bias
        scores: Floats = np.maximum(inner, 0, out=inner) @ self._outer
        scores += self._outer_bias
        return scores

    def _agree(self, doc: Doc, found: NDArray[Any]) -> None:
        """Replace the labels in ``found`` that the dictionary does not allow by the next best that it does."""
        orths = doc.to_array("ORTH").tolist()
        wrong = [i for i, key in enumerate(zip(orths, found.tolist(), strict=True)) if not self._fits(doc, *key)]
        if not wrong:
            return
        order = np.argsort(-self._scores(np.asarray(doc.tensor[wrong], dtype=np.float32)), axis=1)[:, 1:OPTIONS]
        for i, labels in zip(wrong, order.tolist(), strict=True):
            found[i] = next((label for label in labels if self._fits(doc, orths[i], label)), found[i])

    def _fits(self, doc: Doc, orth: int, label: int) -> bool:
        known = self._allowed
        fits = known.get((orth, label))
        if fits is None:
            make_room(known)
            pos, _, feats = self._labels[label].partition(" ")
            fits = known[orth, label] = allowed(doc.vocab.strings[orth], pos, feats)
        return fits

    def _values(self, doc: Doc) -> tuple[NDArray[Any], NDArray[Any]]:
        if getattr(self, "_vocab", None) is not doc.vocab:
            self._vocab = doc.vocab
            pairs = [label.split(" ", 1) for label in self._labels]
            self._pos = np.asarray([doc.vocab.strings[pos] for pos, _ in pairs], dtype=np.uint64)
            feats = ["" if feats == "_" else feats for _, feats in pairs]
            self._feats = np.asarray([doc.vocab.morphology.add(f) for f in feats], dtype=np.uint64)
        return self._pos, self._feats
