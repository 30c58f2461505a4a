"""What training shares: sentences into numbers, the losses of a batch, quick figures, weights on disk."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from conventions import OPEN, age
from corpus import grouped
from forms import Rows
from namer import name_tags, spans
from network import STYLES, Network
from torch import Tensor, nn
from treebank import Doubt, Sentence
from weights import write

#: How much each loss counts.
WEIGHTS = {"split": 0.5, "tag": 0.5, "morph": 1.0, "ner": 3.0, "arc": 1.0, "rel": 1.0}
SHOWN = 200  # seconds between two lines of figures
SURE = Doubt(1.0, 0, 1.0, OPEN)


def style_of(sentence: Sentence) -> int:
    """The number of the style that the trees of a sentence are in; the teacher writes that of the newest treebank."""
    scheme = age(sentence)
    return STYLES.index({"2019": "pdb2019", "nkjp": "pdb"}.get(scheme, scheme))


def tag_style_of(sentence: Sentence) -> int:
    """The number of the style that the tags of a sentence are in."""
    return STYLES.index("nkjp") if "nkjp" in sentence.origin else style_of(sentence)


def endless(
    pool: list[list[Sentence]], words: int, rng: random.Random, *, regroup: bool
) -> Iterator[list[list[Sentence]]]:
    """Batches of texts of about ``words`` words, for ever."""
    while True:
        texts = [g for d in pool for g in grouped(d, rng, 6)] if regroup else pool
        rng.shuffle(texts)
        batch, size = [], 0
        for text in texts:
            batch.append(text)
            size += sum(len(s.words) for s in text)
            if size >= words:
                yield batch
                batch, size = [], 0


class Average:
    """The moving average of a network's weights: steadier than the last step's."""

    def __init__(self, net: nn.Module, decay: float = 0.998) -> None:
        self.net, self.decay, self.steps = net, decay, 0
        self.kept = [p.detach().clone() for p in net.parameters()]

    @torch.no_grad()
    def update(self) -> None:
        """Take one step into the average."""
        self.steps += 1
        weight = 1 - min(self.decay, (1 + self.steps) / (10 + self.steps))
        torch._foreach_lerp_(self.kept, list(self.net.parameters()), weight)

    @torch.no_grad()
    def swap(self) -> None:
        """Exchange the network's weights and the averaged ones; again, and they are back."""
        for mine, own in zip(self.kept, self.net.parameters(), strict=True):
            held = own.clone()
            own.copy_(mine)
            mine.copy_(held)


def descend(loss: Tensor, optimizer: torch.optim.Optimizer, average: Average) -> None:
    """Take one step down the loss, its gradients clipped, and the step into the average."""
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(average.net.parameters(), 5.0)
    optimizer.step()
    average.update()


class Trainer:
    """The network with everything that turns sentences into numbers."""

    def __init__(self, vocab: dict[str, list[str]], names: dict[str, list[str]], net: Network | None = None) -> None:
        self.vocab, self.names = vocab, names
        self.rows = Rows(vocab)
        self.index = {head: {x: i for i, x in enumerate(values)} for head, values in names.items()}
        self.net = net or Network({k: len(v) for k, v in vocab.items()}, {k: len(v) for k, v in names.items()})
        self.average = Average(self.net)

    def embedded(self, sentences: list[Sentence]) -> Tensor:
        """Embeddings of all words, one sentence after another."""
        return self.net.embed(self.rows.of(w.form for s in sentences for w in s.words))

    def states(self, x: Tensor, sentences: list[Sentence]) -> Tensor:
        """States of all words from their embeddings ``x``."""
        return self.net.encode(x, [len(s.words) for s in sentences])

    def loss(self, texts: list[list[Sentence]]) -> tuple[Tensor, dict[str, float]]:
        """The weighted loss of a batch of texts, and its parts."""
        sentences = [s for t in texts for s in t]
        x = self.embedded(sentences)
        losses = {"split": self.split_loss(x, texts)}
        flat = self.states(x, sentences)
        losses |= self.word_losses(flat, x, sentences) | self.tree_losses(flat, sentences)
        return sum(WEIGHTS[k] * v for k, v in losses.items()), {k: float(v.detach()) for k, v in losses.items()}

    def split_loss(self, x: Tensor, texts: list[list[Sentence]]) -> Tensor:
        """Where sentences start; the first word of a text always does and teaches nothing."""
        starts = torch.tensor([float(i == 0) for t in texts for s in t for i in range(len(s.words))])
        inner = torch.tensor([k > 0 or i > 0 for t in texts for k, s in enumerate(t) for i in range(len(s.words))])
        scores = self.net.starts(x, [sum(len(s.words) for s in t) for t in texts])
        return nn.functional.binary_cross_entropy_with_logits(scores[inner].float(), starts[inner])

    def word_losses(self, flat: Tensor, x: Tensor, sentences: list[Sentence]) -> dict[str, Tensor]:
        """Tags, features and names."""
        net, index = self.net, self.index
        lengths = [len(s.words) for s in sentences]
        words = [w for s in sentences for w in s.words]
        styles = torch.tensor([tag_style_of(s) for s in sentences]).repeat_interleave(torch.tensor(lengths))
        tags = torch.tensor([index["tagger"].get(w.tag, -1) for w in words])
        feats = torch.tensor([index["morphologizer"].get(f"{w.pos} {w.feats}", -1) for w in words])
        losses = {
            "tag": _entropy(net.tag(flat) + net.tag_style(styles), tags),
            "morph": _entropy(net.morph_out(torch.relu(net.morph_in(flat))) + net.morph_style(styles), feats),
        }
        named = torch.tensor([t for s in sentences for t in name_tags(s, index["ner"])])
        if (named >= 0).any():
            losses["ner"] = _entropy(net.names(flat, x, lengths), named)
        return losses

    def tree_losses(self, flat: Tensor, sentences: list[Sentence]) -> dict[str, Tensor]:
        """Heads and relations, of silver trees with the teacher's doubts."""
        net, labels = self.net, self.index["parser"]
        first = np.cumsum([0, *(len(s.words) for s in sentences)])
        treed = [i for i, s in enumerate(sentences) if s.has_tree]
        if not treed:
            return {}
        some = [sentences[i] for i in treed]
        sizes = [len(s.words) for s in some]
        own = np.concatenate([np.arange(first[i], first[i + 1]) for i in treed])
        style = torch.tensor([style_of(s) for s in some])
        scores, rel_dep, rel_head = net.arcs(flat[torch.from_numpy(own)], style, sizes)
        arcs: list[tuple[int, int, int, float, int]] = []  # sentence, word, head, how sure, other head
        relations: list[tuple[int, int, int, float, int]] = []  # word, head, relation, how sure, other relation
        at = 0
        for k, s in enumerate(some):
            doubts = s.doubts or [SURE] * len(s.words)
            for i, (w, doubt) in enumerate(zip(s.words, doubts, strict=False)):
                head = 0 if w.head == i else w.head + 1
                other = doubt.other_head if doubt.other_head <= len(s.words) else head
                arcs.append((k, i, head, doubt.head_sure, other))
                if head and w.relation in labels:
                    label = labels[w.relation]
                    other = labels.get(doubt.other_relation, label)
                    relations.append((at + i, at + w.head, label, doubt.relation_sure, other))
            at += sizes[k]
        sentence, word, *target = zip(*arcs, strict=True)
        dep, head, *kind = zip(*relations, strict=True)
        word_style = torch.repeat_interleave(style, torch.tensor(sizes))[list(dep)]
        found = net.relations(rel_dep[list(dep)], rel_head[list(head)], word_style)
        return {"arc": _two(scores[list(sentence), list(word)], *target), "rel": _two(found, *kind)}

    @torch.no_grad()
    def figures(self, sentences: list[Sentence]) -> dict[str, float]:
        """Quick greedy figures on gold sentences, percent: what the training is watched by."""
        self.net.eval()
        right = dict.fromkeys(("uas", "las", "morph", "tag"), 0)
        words = arcs = hits = both = 0
        for at in range(0, len(sentences), 60):
            batch = sentences[at : at + 60]
            for s, guess in zip(batch, self.guesses(batch), strict=True):
                for i, (w, (tag, feats, head, label)) in enumerate(zip(s.words, guess.words, strict=True)):
                    words += 1
                    right["tag"] += tag == w.tag
                    right["morph"] += feats == w.feats
                    if s.has_tree and w.relation != "punct":
                        arcs += 1
                        same = head == (0 if w.head == i else w.head + 1)
                        right["uas"] += same
                        right["las"] += same and (w.head == i or label == w.relation)
                if s.names is not None:
                    hits += len(guess.names & set(s.names))
                    both += len(guess.names) + len(s.names)
        self.net.train()
        result = {k: 100 * v / max(1, arcs if k in {"uas", "las"} else words) for k, v in right.items()}
        return {k: v for k, v in result.items() if v} | ({"ner": 200 * hits / both} if both else {})

    def guesses(self, batch: list[Sentence]) -> Iterator["Guess"]:
        """What the network greedily says of each sentence, in the style of the newest treebank."""
        net = self.net
        relations, tags, morphs, bioes = (self.names[k] for k in ("parser", "tagger", "morphologizer", "ner"))
        lengths = [len(s.words) for s in batch]
        x = self.embedded(batch)
        h = self.states(x, batch)
        style = torch.zeros(len(batch), dtype=torch.long)
        scores, rel_dep, rel_head = net.arcs(h, style, lengths)
        tag = (net.tag(h) + net.tag_style.weight[0]).argmax(1)
        morph = (net.morph_out(torch.relu(net.morph_in(h))) + net.morph_style.weight[0]).argmax(1)
        ner = net.names(h, x, lengths).argmax(1).tolist()
        first = 0
        for k, n in enumerate(lengths):
            here = slice(first, first + n)
            head = scores[k, :n].argmax(1)
            rel = net.relations(rel_dep[here], rel_head[here][(head - 1).clamp(min=0)], style[k].expand(n)).argmax(1)
            columns = [x.tolist() for x in (tag[here], morph[here], head, rel)]
            yield Guess(
                [(tags[t], morphs[m].partition(" ")[2], h, relations[r]) for t, m, h, r in zip(*columns, strict=True)],
                spans([bioes[t] for t in ner[here]]),
            )
            first += n

    def averaged_figures(self, sentences: list[Sentence]) -> dict[str, float]:
        """The figures of the averaged weights."""
        self.average.swap()
        found = self.figures(sentences)
        self.average.swap()
        return found

    def save(self, path: Path) -> None:
        """Averaged weights in half precision, vocabularies and labels."""
        self.average.swap()
        write(path, {k: v.detach().numpy() for k, v in self.net.state_dict().items()}, self.vocab, self.names)
        self.average.swap()

    def load(self, arrays: dict[str, np.ndarray]) -> None:
        """Start from ``arrays``; what a grown layer has more keeps its first values."""
        own = self.net.state_dict()
        for key, value in arrays.items():
            if key in own and all(a >= b for a, b in zip(own[key].shape, value.shape, strict=True)):
                own[key][tuple(slice(0, n) for n in value.shape)] = torch.from_numpy(value.astype(np.float32))
        self.average = Average(self.net)


class Guess(NamedTuple):
    """Tag, features, head (0 = root) and relation of each word; names."""

    words: list[tuple[str, str, int, str]]
    names: set[tuple[int, int, str]]


def _entropy(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross-entropy where somebody knows; names in a batch without any count nothing."""
    return nn.functional.cross_entropy(scores.float(), gold, ignore_index=-1)


def _two(scores: Tensor, best: tuple[int, ...], sure: tuple[float, ...], other: tuple[int, ...]) -> Tensor:
    """Cross-entropy with a choice that is ``sure`` and a second one that has the rest of the weight."""
    logs = scores.float().log_softmax(1)
    first = logs.gather(1, torch.tensor(best)[:, None])[:, 0]
    second = logs.gather(1, torch.tensor(other)[:, None])[:, 0].clamp(min=-30)
    weight = torch.tensor(sure)
    return -(weight * first + (1 - weight) * second).mean()


def report(step: int, seconds: float, figures: dict[str, float], more: dict[str, float]) -> None:
    """Print one line of figures."""
    print(step, round(seconds), *({k: round(v, 3) for k, v in x.items()} for x in (figures, more)), flush=True)
