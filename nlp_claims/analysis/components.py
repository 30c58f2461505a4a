"""spaCy components of the bundled pipeline: the encoder writes ``doc.tensor``, every other one reads it.

They bear the names, the labels and the annotations of spaCy's own («morphologizer», «tagger», «parser»,
«ner»), so that whatever runs on ``pl_core_news_lg`` runs on them.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp_claims.analysis.agreement import allowed
from nlp_claims.analysis.bioes import decode
from nlp_claims.analysis.network import (
    Arrays,
    BiLSTM,
    Floats,
    FormEmbedder,
    Splitter,
    linear,
    read_arrays,
    write_arrays,
)
from nlp_claims.analysis.trees import heads_of

#: Words of a sentence at most; a longer one, which no writer means, is cut.
LONGEST = 200
#: Labels of features that are tried, best first, till the dictionary allows one.
OPTIONS = 6
CACHE_SIZE = 100_000
#: Words that go through the network together.
CHUNK = 2000
#: Words whose relations are scored together: 12 kilobytes each, which should stay in the cache.
BLOCK = 256


class Component:
    """Arrays and labels from disk, docs in batches: what the components share."""

    def __init__(self) -> None:
        self._arrays: Arrays = {}
        self._labels: list[str] = []
        self._more: dict[str, Any] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """What the component may predict."""
        return tuple(self._labels)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        self.annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate documents in batches, in order."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            self.annotate(batch)
            yield from batch

    def annotate(self, docs: list[Doc]) -> None:
        """Annotate documents together."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Lay out the arrays for use, once they are known."""

    def set_weights(self, arrays: Arrays, labels: list[str], more: dict[str, Any] | None = None) -> None:
        """Take trained arrays, labels and whatever else the component keeps."""
        self._arrays, self._labels, self._more = arrays, labels, more or {}
        self.prepare()

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write ``weights.npz`` and ``labels.json`` into the folder ``path``."""
        path.mkdir(parents=True, exist_ok=True)
        write_arrays(path / "weights.npz", self._arrays)
        text = json.dumps({"labels": self._labels, **self._more}, ensure_ascii=False, indent=0)
        (path / "labels.json").write_text(text + "\n", encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "Component":  # noqa: ARG002
        """Read what ``to_disk`` wrote."""
        more = json.loads((Path(path) / "labels.json").read_text(encoding="utf-8"))
        labels = more.pop("labels")
        self.set_weights(read_arrays(Path(path) / "weights.npz"), labels, more)
        return self


class Encoder(Component):
    """Cuts a text into sentences and gives each word its state in its sentence (``doc.tensor``)."""

    def prepare(self) -> None:
        """Build the layers."""
        self._embedder = FormEmbedder(self._arrays, self._more["vocabulary"])
        self._splitter = Splitter(self._arrays)
        self._lstm = BiLSTM(self._arrays)

    def annotate(self, docs: list[Doc]) -> None:
        """Set sentence starts and ``doc.tensor`` (zeros for white space)."""
        words: list[NDArray[Any]] = []
        vectors: list[Floats] = []
        lengths: list[int] = []
        held: list[Doc] = []
        for doc in docs:
            index, x, sizes = self._sentences(doc)
            words.append(index)
            vectors.append(x)
            lengths += sizes
            held.append(doc)
            if sum(map(len, vectors)) >= CHUNK:
                self._encode(held, words, vectors, lengths)
                words, vectors, lengths, held = [], [], [], []
        self._encode(held, words, vectors, lengths)

    def _sentences(self, doc: Doc) -> tuple[NDArray[Any], Floats, list[int]]:
        """Indices of the words that are not white space, their vectors, sentence lengths; starts are set."""
        orths, preset = doc.to_array("ORTH"), doc.to_array("SENT_START").astype(np.int64)
        space = _space(doc)
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
        _write(doc, ["SENT_START"], flags.astype(np.uint64)[:, None])
        return index, x, (ends - begins).tolist()

    def _encode(self, docs: list[Doc], words: list[NDArray[Any]], vectors: list[Floats], lengths: list[int]) -> None:
        states = self._lstm(np.concatenate(vectors), lengths) if lengths else None
        at = 0
        for doc, index in zip(docs, words, strict=True):
            tensor = np.zeros((len(doc), 2 * self._lstm.hidden), dtype=np.float32)
            if states is not None and len(index):
                tensor[index] = states[at : at + len(index)]
            at += len(index)
            doc.tensor = tensor


def _space(doc: Doc) -> NDArray[np.bool_]:
    """Which tokens are white space."""
    flags: NDArray[np.bool_] = doc.to_array("IS_SPACE").astype(bool)
    return flags


class Tagger(Component):
    """Sets ``token.tag_``, the coarse NKJP class."""

    def prepare(self) -> None:
        """Lay out the layer."""
        self._weight, self._bias = linear(self._arrays, "tag")

    def annotate(self, docs: list[Doc]) -> None:
        """Tag the words; white space is ``_SP``."""
        best = _stacked(docs, lambda h: (h @ self._weight + self._bias).argmax(1))
        for doc, found in zip(docs, best, strict=True):
            keys = _hashes(doc, self._labels)
            _write(doc, ["TAG"], _spaced(doc, keys[found], doc.vocab.strings.add("_SP"))[:, None])


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
        best = _stacked(docs, lambda h: self._scores(h).argmax(1))
        for doc, found in zip(docs, best, strict=True):
            self._agree(doc, found)
            pos, feats = self._values(doc)
            strings = doc.vocab.strings
            columns = [
                _spaced(doc, pos[found], strings["SPACE"]),
                _spaced(doc, feats[found], doc.vocab.morphology.add("")),
            ]
            _write(doc, ["POS", "MORPH"], np.stack(columns, 1))

    def _scores(self, states: Floats) -> Floats:
        inner = states @ self._inner
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
            if len(known) > CACHE_SIZE:
                known.clear()
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


class Parser(Component):
    """Sets heads and relations, and with them the sentences."""

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
        for doc, layers in zip(docs, _stacked(docs, self._layers), strict=True):
            if not len(doc):
                continue
            heads, relations = self._parse(doc, layers)
            offsets = heads - np.arange(len(doc))
            keys = _hashes(doc, [*self._relations, "ROOT", "dep"])
            columns = np.stack([offsets.astype(np.int64).view(np.uint64), keys[relations]], 1)
            _write(doc, ["HEAD", "DEP"], columns)

    def _layers(self, states: Floats) -> Floats:
        layers: Floats = states @ self._weight + self._bias
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
        space = _space(doc)
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


class NameFinder(Component):
    """Sets ``doc.ents``."""

    def prepare(self) -> None:
        """Lay out the two layers and the BIOES tags."""
        self._inner, self._inner_bias = linear(self._arrays, "ner_in")
        self._outer, self._outer_bias = linear(self._arrays, "ner_out")
        self._tags: list[str] = self._more.get("tags", [])

    def annotate(self, docs: list[Doc]) -> None:
        """Find the names, sentence by sentence."""
        for doc, scores in zip(docs, _stacked(docs, self._scores), strict=True):
            spans = []
            best = scores.argmax(1)
            space = _space(doc)
            for sentence in doc.sents if best[~space].any() else ():
                words = sentence.start + np.flatnonzero(~space[sentence.start : sentence.end])
                if best[words].any():
                    spans += [
                        Span(doc, int(words[a]), int(words[b - 1]) + 1, label=label)
                        for a, b, label in decode(scores[words], self._tags)
                    ]
            doc.set_ents(spans, default="outside")

    def _scores(self, states: Floats) -> Floats:
        scores: Floats = np.maximum(states @ self._inner + self._inner_bias, 0) @ self._outer + self._outer_bias
        return scores


def _stacked(docs: list[Doc], function: Callable[[Floats], NDArray[Any]]) -> Iterator[NDArray[Any]]:
    """``function`` on the states of all docs at once, its result cut up again by doc."""
    at = 0
    while at < len(docs):
        end, size = at, 0
        while end < len(docs) and (end == at or size < CHUNK):
            size += len(docs[end])
            end += 1
        states = np.concatenate([np.asarray(doc.tensor, dtype=np.float32) for doc in docs[at:end]])
        cuts = range(2 * CHUNK, len(states) - CHUNK, 2 * CHUNK)  # a long text: scores take kilobytes a word
        result = np.concatenate([function(part) for part in np.split(states, cuts)])
        done = 0
        for doc in docs[at:end]:
            yield result[done : done + len(doc)]
            done += len(doc)
        at = end


def _write(doc: Doc, attributes: list[str], values: NDArray[Any]) -> None:
    """Set token attributes: one column of ``values`` for each."""
    doc.from_array(cast("Any", attributes), cast("Any", values))


def _hashes(doc: Doc, values: list[str]) -> NDArray[Any]:
    return np.asarray([doc.vocab.strings.add(value) for value in values], dtype=np.uint64)


def _spaced(doc: Doc, values: NDArray[Any], space: int) -> NDArray[Any]:
    """``values`` with ``space`` where a token is white space."""
    values[_space(doc)] = space
    return values


def _factory(name: str, kind: type[Component], assigns: list[str]) -> Callable[[Language, str], Component]:
    def create(nlp: Language, name: str) -> Component:  # noqa: ARG001
        return kind()

    Language.factory(name, assigns=assigns, func=create)
    return create


create_encoder = _factory("claims_encoder", Encoder, ["doc.tensor", "token.is_sent_start"])
create_tagger = _factory("claims_tagger", Tagger, ["token.tag"])
create_morphologizer = _factory("claims_morphologizer", Morphologizer, ["token.pos", "token.morph"])
create_parser = _factory("claims_parser", Parser, ["token.dep", "token.head", "token.is_sent_start", "doc.sents"])
create_ner = _factory("claims_ner", NameFinder, ["doc.ents", "token.ent_iob", "token.ent_type"])
