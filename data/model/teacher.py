"""A parser that is not shipped: it writes the trees that the shipped one learns from.

The National Corpus of Polish has a million words of gold tags and names and no trees. The teacher is the
network of the pipeline, begun from weights that are trained already, with one more BiLSTM layer which is
also told the gold tag and features of every word. It learns from the treebanks alone and parses the corpus;
several teachers vote, and their doubts are kept.

    python teacher.py train --corpora CORPORA --start weights.npz --output teacher-1.npz --minutes 12 --seed 1
    python teacher.py parse --corpora CORPORA --teachers teacher-1.npz teacher-2.npz --output silver.npz
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from corpus import SEED, SILVER, augment, load
from network import Network
from recurrence import packed, recur
from torch import Tensor, nn
from trainer import SHOWN, Trainer, descend, endless, report
from treebank import Sentence, Word
from weights import read

from nlp_claims.analysis.trees import heads_of

BATCH = 2400  # words of a step
PARSED = 4000  # words that are parsed together
LONGEST = 60  # words of a sentence in training
HINTS = 16  # parts of a gold tag at most


class Teacher(Network):
    """The network with a layer that sees gold tags; its output is added to the states that there were."""

    def __init__(self, sizes: dict[str, int], labels: dict[str, int], hints: int, *, extra: int = 160) -> None:
        super().__init__(sizes, labels)
        states = 2 * self.lstm.hidden_size
        self.hints = nn.EmbeddingBag(hints + 1, 96, mode="sum", padding_idx=0)
        self.upper = nn.LSTM(states + 96, extra, 1, bidirectional=True)
        self.out = nn.Linear(2 * extra + 96, states)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def deepen(self, h: Tensor, hints: Tensor, lengths: list[int]) -> Tensor:
        """The states ``h`` once the gold tags are known."""
        told = self.hints(hints)
        sentence = torch.repeat_interleave(torch.arange(len(lengths)), torch.tensor(lengths))
        upper = recur(torch.cat([self.dropped(h, sentence, len(lengths)), told], 1), self.upper, 0, packed(lengths))
        return h + self.out(self.dropped(torch.cat([upper, told], 1), sentence, len(lengths)))


class TeacherTrainer(Trainer):
    """Sentences into numbers, gold tags too."""

    def __init__(self, vocab: dict[str, list[str]], names: dict[str, list[str]]) -> None:
        sizes, counts = {k: len(v) for k, v in vocab.items()}, {k: len(v) for k, v in names.items()}
        super().__init__(vocab, names, Teacher(sizes, counts, len(names["hints"])))
        self.known: dict[tuple[str, str, str], list[int]] = {}

    def hint(self, word: Word) -> list[int]:
        """Numbers of the parts of a word's tag and features."""
        key = word.tag, word.pos, word.feats
        if key not in self.known:
            found = [self.index["hints"][p] + 1 for p in parts(word) if p in self.index["hints"]][:HINTS]
            self.known[key] = found + [0] * (HINTS - len(found))
        return self.known[key]

    def states(self, x: Tensor, sentences: list[Sentence]) -> Tensor:
        """States that know the gold tags."""
        lengths = [len(s.words) for s in sentences]
        hints = torch.tensor([self.hint(w) for s in sentences for w in s.words])
        return self.net.deepen(self.net.encode(x, lengths), hints, lengths)

    def tree_loss(self, sentences: list[Sentence]) -> Tensor:
        """The loss of heads and relations alone: tags are told, not asked."""
        return sum(self.tree_losses(self.states(self.embedded(sentences), sentences), sentences).values())


def parts(word: Word) -> list[str]:
    """What of a word's gold analysis the teacher is told."""
    return [f"tag {word.tag}", f"pos {word.pos}", *(f for f in word.feats.split("|") if f not in {"_", ""})]


def train(corpora: Path, start: Path, output: Path, minutes: float, seed: int) -> None:
    """Train one teacher from the weights ``start``."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    corpus = load(corpora)
    arrays, vocab, names = read(start)
    names["hints"] = sorted({p for s in corpus.trees for w in s.words for p in parts(w)})
    trainer = TeacherTrainer(vocab, names)
    trainer.load(arrays)
    net = trainer.net
    new = [p for k, p in net.named_parameters() if k.startswith(("hints.", "upper.", "out."))]
    old = [p for k, p in net.named_parameters() if not k.startswith(("hints.", "upper.", "out."))]
    rates = 2.5e-3, 1e-3
    optimizer = torch.optim.Adam([{"params": new}, {"params": old}], lr=rates[0], betas=(0.9, 0.95))
    trees = endless([[s] for s in corpus.trees if len(s.words) <= LONGEST], BATCH, rng, regroup=False)
    net.train()
    begun = shown = time.time()
    step, total = 0, 0.0
    while (spent := (time.time() - begun) / (60 * minutes)) < 1:
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * min(1.0, (step + 1) / 50) * max(0.01, 1 - spent)
        loss = trainer.tree_loss([augment(t[0], rng) for t in next(trees)])
        descend(loss, optimizer, trainer.average)
        step, total = step + 1, total + loss.item()
        if time.time() - shown > SHOWN:
            report(step, time.time() - begun, trainer.averaged_figures(corpus.dev), {"loss": total / step})
            shown = time.time()
            trainer.save(output)
    report(step, time.time() - begun, trainer.averaged_figures(corpus.dev), {"loss": total / step})
    trainer.save(output)


@torch.no_grad()
def analysed(trainers: list[TeacherTrainer], batch: list[Sentence]) -> list[tuple[np.ndarray, ...]]:
    """Heads (0 = root), relations, and of both the certainty and the second choice; for each sentence."""
    lengths = [len(s.words) for s in batch]
    style = torch.zeros(len(batch), dtype=torch.long)
    votes = []
    for trainer in trainers:
        scores, dep, head = trainer.net.arcs(trainer.states(trainer.embedded(batch), batch), style, lengths)
        votes.append((scores.softmax(2), dep, head))
    arcs = sum(v[0] for v in votes).numpy() / len(votes)
    result, first = [], 0
    for k, n in enumerate(lengths):
        own = arcs[k, :n, : n + 1]
        heads = np.asarray(heads_of(np.log(own + 1e-9)))
        other = own.copy()
        other[np.arange(n), heads] = 0
        second = other.argmax(1)
        chosen = own[np.arange(n), heads]
        sure = chosen / np.maximum(chosen + other[np.arange(n), second], 1e-9)
        here = slice(first, first + n)
        at = torch.from_numpy(np.maximum(heads - 1, 0))
        kinds = sum(
            t.net.relations(dep[here], head[here][at], style[k].expand(n)).softmax(1)
            for t, (_, dep, head) in zip(trainers, votes, strict=True)
        )
        best = (kinds / len(votes)).topk(2, dim=1)
        kind_sure = best.values[:, 0] / best.values.sum(1)
        result.append((heads, best.indices[:, 0].numpy(), sure, second, kind_sure.numpy(), best.indices[:, 1].numpy()))
        first += n
    return result


def restored(path: Path) -> TeacherTrainer:
    """A teacher that ``train`` wrote."""
    arrays, vocab, names = read(path)
    trainer = TeacherTrainer(vocab, names)
    trainer.load(arrays)
    trainer.net.eval()
    return trainer


def parse(corpora: Path, teachers: list[Path], output: Path) -> None:
    """Write the trees of the National Corpus: for all its words one after another the columns of ``analysed``."""
    trainers = [restored(path) for path in teachers]
    sentences = [s for d in load(corpora).texts for s in d]
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].words))
    found: list[tuple[np.ndarray, ...]] = [()] * len(sentences)
    at = 0
    while at < len(order):
        end, size = at, 0
        while end < len(order) and size < PARSED:
            size += len(sentences[order[end]].words)
            end += 1
        for i, one in zip(order[at:end], analysed(trainers, [sentences[i] for i in order[at:end]]), strict=True):
            found[i] = one
        at = end
    columns = {name: np.concatenate([f[c] for f in found]) for c, name in enumerate(SILVER)}
    small = {k: v.astype(np.float16 if k.endswith("sure") else np.int16) for k, v in columns.items()}
    np.savez(output, labels=np.array(trainers[0].names["parser"]), **small)


def main() -> None:
    """Read the options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=["train", "parse"])
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights of train.py or restore.py")
    parser.add_argument("--teachers", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=12.0)
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    torch.set_num_threads(1)
    if args.command == "train":
        train(args.corpora, args.start, args.output, args.minutes, args.seed)
    else:
        parse(args.corpora, args.teachers, args.output)


if __name__ == "__main__":
    main()
