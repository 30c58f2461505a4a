"""The encoder: sentences, and a state for each word that every other component reads."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from nlp_claims.analysis.component import Component, grouped, is_space, write
from nlp_claims.analysis.network import BiLSTM, Floats, FormEmbedder, Splitter, linear

#: Words of a sentence at most; a longer one, which no writer means, is cut.
LONGEST = 200


class Encoder(Component):
    """Cuts a text into sentences and gives each word its state in its sentence (``doc.tensor``)."""

    def prepare(self) -> None:
        """Build the layers."""
        self._embedder = FormEmbedder(self._arrays, self._more["vocabulary"])
        self._splitter = Splitter(self._arrays)
        self._lstm = BiLSTM(self._arrays)
        self._form, self._form_bias = linear(self._arrays, "form")

    def annotate(self, docs: list[Doc]) -> None:
        """Set sentence starts and ``doc.tensor``: state and form of each word, zeros for white space."""
        for group in grouped(docs):
            words, vectors, lengths = zip(*map(self._sentences, group), strict=True)
            self._encode(group, words, vectors, [n for sizes in lengths for n in sizes])

    def _sentences(self, doc: Doc) -> tuple[NDArray[Any], Floats, list[int]]:
        """Indices of the words that are not white space, their vectors, sentence lengths; starts are set."""
        orths, preset = doc.to_array("ORTH"), doc.to_array("SENT_START").astype(np.int64)
        space = is_space(doc)
        index = np.flatnonzero(~space)
        if not len(index):
            return index, np.zeros((0, self._embedder.width), dtype=np.float32), []
        x = self._embedder(orths[index].tolist(), doc.vocab.strings)
        starts = self._splitter(x)
        known = preset[index]
        starts[known == 1] = True
        starts[known == -1] = False
        for i in np.flatnonzero(space).tolist():
            if "\n" in doc[i].text:  # a line break ends a headline or a paragraph
                after = np.searchsorted(index, i)
                if after < len(index):
                    starts[after] = True
        starts[0] = True
        begins = np.flatnonzero(starts)
        ends = np.append(begins[1:], len(index))
        if (ends - begins).max() > LONGEST:
            begins = np.concatenate([np.arange(b, e, LONGEST) for b, e in zip(begins, ends, strict=True)])
            ends = np.append(begins[1:], len(index))
        # white space belongs to the sentence before it
        flags = np.full(len(doc), -1, dtype=np.int64)
        flags[index[begins]] = 1
        if index[0]:
            flags[index[0]], flags[0] = -1, 1
        write(doc, ["SENT_START"], flags.astype(np.uint64)[:, None])
        return index, x, (ends - begins).tolist()

    def _encode(
        self, docs: list[Doc], words: Sequence[NDArray[Any]], vectors: Sequence[Floats], lengths: list[int]
    ) -> None:
        x = np.concatenate(vectors)
        states = np.concatenate([self._lstm(x, lengths), x @ self._form + self._form_bias], 1)
        at = 0
        for doc, index in zip(docs, words, strict=True):
            tensor: NDArray[Any] = np.zeros((len(doc), states.shape[1]), dtype=np.float32)
            tensor[index] = states[at : at + len(index)]
            at += len(index)
            doc.tensor = tensor
