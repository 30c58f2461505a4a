"""Names: the states that trees are read from and an encoder that knows names alone, each with its own say."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from nlp_claims.analysis.bioes import decode
from nlp_claims.analysis.component import Component, grouped, is_space, stacked
from nlp_claims.analysis.network import Arrays, BiLSTM, Floats, FormEmbedder, linear
from nlp_claims.analysis.repeats import repeated, settle, stem


class Neighbours:
    """Scores of BIOES tags from the states and the forms of a word and of the words beside it."""

    def __init__(self, arrays: Arrays) -> None:
        self._inner, self._inner_bias = linear(arrays, "ner_in")
        self._near, self._near_bias = linear(arrays, "ner_near")
        self._outer, self._outer_bias = linear(arrays, "ner_out")

    def words(self, states: Floats) -> Floats:
        """What is seen of each word."""
        inner: Floats = states @ self._inner
        inner += self._inner_bias
        return np.maximum(inner, 0, out=inner)

    def scores(self, inner: Floats, sentences: NDArray[Any]) -> Floats:
        """Scores of BIOES tags: each word is seen with its neighbours in its sentence."""
        width = inner.shape[1]
        near = inner @ self._near[width : 2 * width] + self._near_bias
        same = (sentences[1:] == sentences[:-1])[:, None]
        near[1:] += (inner[:-1] * same) @ self._near[:width]
        near[:-1] += (inner[1:] * same) @ self._near[2 * width :]
        scores: Floats = np.maximum(near, 0) @ self._outer + self._outer_bias
        return scores


class Reader:
    """Scores of BIOES tags from sentences of forms: a BiLSTM over vectors that were learnt for names."""

    def __init__(self, arrays: Arrays, vocabulary: dict[str, list[str]]) -> None:
        self._embedder = FormEmbedder(arrays, vocabulary)
        self._lstm = BiLSTM(arrays)
        self._inner, self._inner_bias = linear(arrays, "inner")
        self._outer, self._outer_bias = linear(arrays, "outer")

    def __call__(self, keys: list[int], strings: Any, lengths: list[int]) -> Floats:
        """Scores (words, tags) of the words of sentences, given by their hashes; ``strings`` maps these to forms."""
        return self.scores(self._embedder(keys, strings), lengths)

    def scores(self, forms: Floats, lengths: list[int]) -> Floats:
        """Scores (words, tags) from the vectors of the words of sentences."""
        inner = np.concatenate([self._lstm(forms, lengths), forms], 1) @ self._inner
        inner += self._inner_bias
        scores: Floats = np.maximum(inner, 0, out=inner) @ self._outer + self._outer_bias
        return scores


class NameFinder(Component):
    """Sets ``doc.ents``."""

    def prepare(self) -> None:
        """Build the layers."""
        self._neighbours = Neighbours(self._arrays)
        self._reader = Reader(self._arrays, self._more["vocabulary"])
        self._tags: list[str] = self._more["tags"]
        labels = [tag[2:] for tag in self._tags]
        self._starts = [i for i, label in enumerate(labels) if not i or label != labels[i - 1]]

    def annotate(self, docs: list[Doc]) -> None:
        """Find the names, sentence by sentence."""
        for group in grouped(docs):
            words = [np.flatnonzero(~is_space(doc)) for doc in group]
            sentences = [
                np.cumsum(doc.to_array("SENT_START") == 1)[index] for doc, index in zip(group, words, strict=True)
            ]
            lengths = [np.unique(numbers, return_counts=True)[1].tolist() for numbers in sentences]
            keys = [key for d, index in zip(group, words, strict=True) for key in d.to_array("ORTH")[index].tolist()]
            read = self._reader(keys, group[0].vocab.strings, [n for sizes in lengths for n in sizes])
            at = 0
            states = stacked(group, self._neighbours.words)
            for doc, index, numbers, sizes, inner in zip(group, words, sentences, lengths, states, strict=True):
                # the two learnt the same from different sides: their errors differ, and the sum is better than either
                scores = self._neighbours.scores(inner[index], numbers) + read[at : at + len(index)]
                at += len(index)
                self._settle(doc, index, scores)
                self._write(doc, index, sizes, scores)

    def _settle(self, doc: Doc, words: NDArray[Any], scores: Floats) -> None:
        """Let the mentions of one name in ``doc`` agree on what it is."""
        named = scores.argmax(1) > 0
        if named.any():
            capital = np.flatnonzero(doc.to_array("IS_LOWER")[words] == 0)
            stems = [stem(doc.vocab.strings[form]) for form in doc.to_array("ORTH")[words[capital]].tolist()]
            groups = repeated(stems, named[capital].tolist())
            settle(scores, [capital[group] for group in groups], self._starts)

    def _write(self, doc: Doc, words: NDArray[Any], lengths: list[int], scores: Floats) -> None:
        """Set the names of ``doc`` from the scores of its ``words``."""
        named = scores.argmax(1) > 0
        spans = []
        first = 0
        for n in lengths:
            last = first + n
            if named[first:last].any():
                spans += [
                    Span(doc, int(words[first + a]), int(words[first + b - 1]) + 1, label=label)
                    for a, b, label in decode(scores[first:last], self._tags)
                ]
            first = last
        doc.set_ents(spans, default="outside")
