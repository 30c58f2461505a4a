"""Trees from the states of words."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from nlp_claims.analysis.component import Component, hashes, is_space, stacked, write
from nlp_claims.analysis.concord import agree
from nlp_claims.analysis.network import Floats, linear
from nlp_claims.analysis.trees import heads_of

#: Words whose relations are scored together: 12 kilobytes each, which should stay in the cache.
BLOCK = 256


class Parser(Component):
    """Sets heads and relations, and with them the sentences; then adjectives and predicates agree with their nouns."""

    def prepare(self) -> None:
        """Lay out the layers; ``sizes`` are the widths of the arc and the relation layer."""
        self._weight, self._bias = linear(self._arrays, "mlp")
        self._arc = self._arrays["arc_weight"]
        self._arc_bias = self._arrays["arc_bias"]
        self._root = self._arrays["root"]
        self._rel_bias = self._arrays["rel_bias"]
        weight = self._arrays["rel_weight"]  # (1 + rel, relations, 1 + rel): the ones are for biases
        self._rel_width = len(weight) - 1
        self._rel_left = weight.reshape(len(weight), -1)
        self._relations = [label for label in self._labels if label != "ROOT"]

    def annotate(self, docs: list[Doc]) -> None:
        """Parse every sentence that the encoder found."""
        for doc, layers in zip(docs, stacked(docs, self._layers), strict=True):
            if not len(doc):
                continue
            heads, relations = self._parse(doc, layers)
            offsets = heads - np.arange(len(doc))
            keys = hashes(doc, [*self._relations, "ROOT", "dep"])
            columns = np.stack([offsets.astype(np.int64).view(np.uint64), keys[relations]], 1)
            write(doc, ["HEAD", "DEP"], columns)
            agree(doc)

    def _layers(self, states: Floats) -> Floats:
        layers: Floats = states[:, : len(self._weight)] @ self._weight
        layers += self._bias
        np.maximum(layers, 0.1 * layers, out=layers)
        return layers

    def _parse(self, doc: Doc, layers: Floats) -> tuple[NDArray[Any], NDArray[Any]]:
        """Heads (absolute) and relation numbers of all tokens."""
        arc, rel = len(self._root), self._rel_width
        count = len(doc)
        tags = doc.to_array("SENT_START").astype(np.int64)
        begins = np.flatnonzero(tags == 1)
        begins = begins if len(begins) and begins[0] == 0 else np.insert(begins, 0, 0)
        ends = np.append(begins[1:], count)
        space = is_space(doc)
        left = layers[:, :arc] @ self._arc
        heads = np.arange(count)
        root, other = len(self._relations), len(self._relations) + 1
        is_root = np.zeros(count, dtype=bool)
        for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
            words = begin + np.flatnonzero(~space[begin:end])
            if not len(words):
                is_root[begin] = True
                heads[begin:end] = begin
                continue
            right = np.concatenate([self._root[None], layers[words, arc : 2 * arc]])
            scores = left[words] @ right.T + right @ self._arc_bias
            found = np.asarray(heads_of(scores))
            top = words[found == 0]
            heads[words] = np.where(found == 0, words, words[found - 1])
            is_root[top] = True
            for i in (begin + np.flatnonzero(space[begin:end])).tolist():
                heads[i] = i - 1 if i > begin else words[0]
        relations = np.full(count, other)
        inner = np.flatnonzero(~space & ~is_root)
        for block in np.split(inner, range(BLOCK, len(inner), BLOCK)):
            one = np.ones((len(block), 1), dtype=np.float32)
            dep = np.concatenate([layers[block, 2 * arc : 2 * arc + rel], one], 1)
            head = np.concatenate([layers[heads[block], 2 * arc + rel :], one], 1)
            scores = (dep @ self._rel_left).reshape(len(block), len(self._relations), rel + 1)
            relations[block] = (np.matmul(scores, head[:, :, None])[:, :, 0] + self._rel_bias).argmax(1)
        relations[is_root] = root
        return heads, relations
