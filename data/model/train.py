"""Train the network on trees, tags and names at once; write its weights and vocabularies.

python train.py --corpora CORPORA --output weights.npz --minutes 60 [--silver parsed.conllu]
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import foreign_names
import numpy as np
import torch
from corpus import SEED, augment, grouped, labels, load
from network import STYLES, Network, Rows, vocabulary
from torch import Tensor, nn
from treebank import Sentence

TREE_WORDS, TEXT_WORDS, NAME_WORDS = 1400, 1500, 300  # of a batch: treebanks, NKJP, CEN and KPWr
LONGEST = 50  # words of a sentence in training: a few long ones would make every batch slow
RARE = 2  # a combination of features seen no oftener is left out
PARTS = ("B", "I", "E", "S")


def style_of(sentence: Sentence) -> int:
    """The number of the style that the trees of a sentence are in; the teacher writes that of the newest treebank."""
    origin = sentence.origin
    return STYLES.index(
        "pdb2019" if "2019" in origin else "parseme" if "parseme" in origin else "lfg" if "lfg" in origin else "pdb"
    )


def tag_style_of(sentence: Sentence) -> int:
    """The number of the style that the tags of a sentence are in."""
    return STYLES.index("nkjp") if "nkjp" in sentence.origin else style_of(sentence)


def name_tags(sentence: Sentence, index: dict[str, int]) -> list[int]:
    """BIOES tags of the names of a sentence; -1 throughout where nobody looked."""
    if sentence.names is None:
        return [-1] * len(sentence.words)
    tags = [0] * len(sentence.words)
    for start, end, label in sentence.names:
        if end - start == 1:
            tags[start] = index[f"S-{label}"]
        else:
            tags[start:end] = [index[f"B-{label}"], *[index[f"I-{label}"]] * (end - start - 2), index[f"E-{label}"]]
    for i in sentence.unsure:
        tags[i] = -1
    return tags


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """The well-formed names of a BIOES sequence."""
    found, start = set(), None
    for i, tag in enumerate(tags):
        part, _, label = tag.partition("-")
        if part == "S":
            found.add((i, i + 1, label))
        elif part == "E" and start is not None and start[1] == label:
            found.add((start[0], i + 1, label))
        start = (i, label) if part == "B" else start if part == "I" and start and start[1] == label else None
    return found


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


class Trainer:
    """The network with everything that turns sentences into numbers."""

    def __init__(self, vocab: dict[str, list[str]], names: dict[str, list[str]]) -> None:
        self.vocab, self.names = vocab, names
        self.rows = Rows(vocab)
        self.index = {head: {x: i for i, x in enumerate(values)} for head, values in names.items()}
        self.net = Network({k: len(v) for k, v in vocab.items()}, {k: len(v) for k, v in names.items()})

    def loss(self, texts: list[list[Sentence]]) -> tuple[Tensor, dict[str, float]]:
        """The weighted loss of a batch of texts, and its parts."""
        net, index = self.net, self.index
        sentences = [s for t in texts for s in t]
        lengths = [len(s.words) for s in sentences]
        words = [w for s in sentences for w in s.words]
        rows = self.rows.of(w.form for w in words)
        x = net.embed(rows)
        starts = torch.tensor([float(i == 0) for s in sentences for i in range(len(s.words))])
        inner = torch.tensor([k > 0 or i > 0 for t in texts for k, s in enumerate(t) for i in range(len(s.words))])
        split = net.starts(x, [sum(len(s.words) for s in t) for t in texts])
        losses = {"split": nn.functional.binary_cross_entropy_with_logits(split[inner], starts[inner])}
        flat = net.encode(x, lengths)

        def entropy(scores: Tensor, gold: list[int]) -> Tensor:
            return nn.functional.cross_entropy(scores, torch.tensor(gold), ignore_index=-1)

        styles = torch.tensor([tag_style_of(s) for s in sentences]).repeat_interleave(torch.tensor(lengths))
        losses["tag"] = entropy(net.tag(flat) + net.tag_style(styles), [index["tagger"].get(w.tag, -1) for w in words])
        morph = net.morph_out(torch.relu(net.morph_in(flat))) + net.morph_style(styles)
        losses["morph"] = entropy(morph, [index["morphologizer"].get(f"{w.pos} {w.feats}", -1) for w in words])
        ner = [t for s in sentences for t in name_tags(s, index["ner"])]
        if any(t >= 0 for t in ner):
            losses["ner"] = entropy(net.ner_out(torch.relu(net.ner_in(flat))), ner)
        treed = [i for i, s in enumerate(sentences) if s.has_tree]
        if treed:
            some, sizes = [sentences[i] for i in treed], [lengths[i] for i in treed]
            first = np.cumsum([0, *lengths])
            own = np.concatenate([np.arange(first[i], first[i + 1]) for i in treed])
            style = torch.tensor([style_of(s) for s in some])
            scores, rel_dep, rel_head = net.arcs(flat[torch.from_numpy(own)], style, sizes)
            gold = torch.full(scores.shape[:2], -1)
            heads, golds, kept = [], [], []
            at = 0
            for k, s in enumerate(some):
                gold[k, : sizes[k]] = torch.tensor([0 if w.head == i else w.head + 1 for i, w in enumerate(s.words)])
                for i, w in enumerate(s.words):
                    if w.head != i:
                        kept.append(at + i)
                        heads.append(at + w.head)
                        golds.append(index["parser"].get(w.relation, -1))
                at += sizes[k]
            losses["arc"] = nn.functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-1)
            word_style = torch.repeat_interleave(style, torch.tensor(sizes))[kept]
            losses["rel"] = entropy(net.relations(rel_dep[kept], rel_head[heads], word_style), golds)
        weights = {"split": 0.5, "tag": 0.5, "ner": 3.0}
        return sum(weights.get(k, 1.0) * v for k, v in losses.items()), {
            k: float(v.detach()) for k, v in losses.items()
        }

    def morph(self, h: Tensor) -> Tensor:
        """Scores of features in the style of the newest treebank."""
        return self.net.morph_out(torch.relu(self.net.morph_in(h))) + self.net.morph_style.weight[0]

    @torch.no_grad()
    def figures(self, sentences: list[Sentence]) -> dict[str, float]:
        """Quick greedy figures on gold sentences, percent: what the training is watched by."""
        net = self.net
        net.eval()
        right = dict.fromkeys(("uas", "las", "morph", "tag"), 0)
        words = arcs = hits = found = wanted = 0
        relations, tags, morphs, bioes = (self.names[k] for k in ("parser", "tagger", "morphologizer", "ner"))
        for at in range(0, len(sentences), 60):
            batch = sentences[at : at + 60]
            lengths = [len(s.words) for s in batch]
            rows = self.rows.of(w.form for s in batch for w in s.words)
            h = net.encode(net.embed(rows), lengths)
            style = torch.zeros(len(batch), dtype=torch.long)
            scores, rel_dep, rel_head = net.arcs(h, style, lengths)
            heads = scores.argmax(2)
            tag, morph = (net.tag(h) + net.tag_style.weight[0]).argmax(1), self.morph(h).argmax(1)
            ner = net.ner_out(torch.relu(net.ner_in(h))).argmax(1)
            first = 0
            for k, s in enumerate(batch):
                n = len(s.words)
                here = slice(first, first + n)
                head = heads[k, :n]
                first += n
                rel = net.relations(rel_dep[here], rel_head[here][(head - 1).clamp(min=0)], style[k].expand(n)).argmax(
                    1
                )
                for i, w in enumerate(s.words):
                    words += 1
                    right["tag"] += tags[tag[here][i]] == w.tag
                    right["morph"] += morphs[morph[here][i]].partition(" ")[2] == w.feats
                    if s.has_tree and w.relation != "punct":
                        arcs += 1
                        same = int(head[i]) == (0 if w.head == i else w.head + 1)
                        right["uas"] += same
                        right["las"] += same and (w.head == i or relations[rel[i]] == w.relation)
                if s.names is not None:
                    mine = spans([bioes[t] for t in ner[here]])
                    hits, found, wanted = hits + len(mine & set(s.names)), found + len(mine), wanted + len(s.names)
        net.train()
        result = {k: 100 * v / max(1, arcs if k in {"uas", "las"} else words) for k, v in right.items()}
        return {k: v for k, v in result.items() if v} | ({"ner": 200 * hits / max(1, found + wanted)} if wanted else {})

    def save(self, path: Path) -> None:
        """Weights in half precision, vocabularies and labels."""
        arrays = {k: v.detach().numpy().astype(np.float16) for k, v in self.net.state_dict().items()}
        meta = json.dumps({"vocabulary": self.vocab, "labels": self.names}, ensure_ascii=False)
        part = path.with_suffix(".part.npz")
        np.savez(part, meta=np.frombuffer(meta.encode(), dtype=np.uint8), **arrays)
        part.replace(path)


def main() -> None:
    """Read the options and train for as long as they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--silver", type=Path, help="NKJP 1M with trees of the teacher")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--learn-rate", type=float, default=2e-3)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    corpus = load(args.corpora, args.silver)
    others = [[s for s in d if len(s.words) <= LONGEST] for d in foreign_names.read(args.corpora)]
    every = [*corpus.trees, *(s for d in corpus.texts for s in d)]
    print(
        len(corpus.trees),
        "trees",
        sum(len(s.words) for s in corpus.trees),
        "words;",
        sum(len(s.words) for d in corpus.texts for s in d),
        "words of text",
        flush=True,
    )
    wanted = labels()
    corpus.trees = [s for s in corpus.trees if len(s.words) <= LONGEST]
    corpus.texts = [[s for s in d if len(s.words) <= LONGEST] for d in corpus.texts]
    names = {
        "parser": [x for x in wanted["parser"] if x != "ROOT"],
        "tagger": wanted["tagger"],
        "morphologizer": sorted(
            x for x, n in Counter(f"{w.pos} {w.feats}" for s in every for w in s.words).items() if n > RARE
        ),
        "ner": ["O", *(f"{p}-{x}" for x in wanted["ner"] for p in PARTS)],
    }
    if args.start:
        saved = np.load(args.start)
        meta = json.loads(saved["meta"].tobytes())
        names = meta["labels"]
        trainer = Trainer(meta["vocabulary"], names)
        known = {k: torch.from_numpy(saved[k].astype(np.float32)) for k in saved.files if k != "meta"}
        own = trainer.net.state_dict()
        for key, value in known.items():
            own[key][: len(value)] = value
    else:
        trainer = Trainer(vocabulary(w.form for s in every for w in s.words), names)
    net = trainer.net
    print(
        {k: len(v) for k, v in (trainer.vocab | names).items()},
        sum(p.numel() for p in net.parameters()),
        "weights",
        flush=True,
    )
    optimizer = torch.optim.Adam(net.parameters(), lr=args.learn_rate, betas=(0.9, 0.95))
    trees = endless([[s] for s in corpus.trees], TREE_WORDS, rng, regroup=False)
    texts = endless(corpus.texts, TEXT_WORDS, rng, regroup=True)
    foreign = endless(others, NAME_WORDS, rng, regroup=True)
    held = [s for d in corpus.held_out[:60] for s in d]
    net.train()
    begun = shown = time.time()
    totals: dict[str, float] = {}
    step = words = since = 0
    while (spent := (time.time() - begun) / (60 * args.minutes)) < 1:
        rate = min(1.0, (step + 1) / 100) * max(0.01, 1 - spent)
        for group in optimizer.param_groups:
            group["lr"] = args.learn_rate * rate
        # trees stand alone in the treebanks: texts of up to four of them teach where a sentence starts
        alone = [t[0] for t in next(trees)]
        batch = [*grouped(alone, rng, 4), *next(texts), *next(foreign)]
        batch = [[augment(s, rng) for s in t] for t in batch]
        loss, parts = trainer.loss(batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimizer.step()
        step, since = step + 1, since + 1
        words += sum(len(s.words) for t in batch for s in t)
        for k, v in parts.items():
            totals[k] = totals.get(k, 0.0) + v
        if time.time() - shown > 200:
            figures = trainer.figures(corpus.dev) | {"ner": trainer.figures(held)["ner"]}
            print(
                step,
                words,
                round(time.time() - begun),
                {k: round(v, 2) for k, v in figures.items()},
                {k: round(v / since, 3) for k, v in totals.items()},
                flush=True,
            )
            totals, since, shown = {}, 0, time.time()
            trainer.save(args.output)
    figures = trainer.figures(corpus.dev) | {"ner": trainer.figures([s for d in corpus.held_out for s in d])["ner"]}
    print("end", step, words, {k: round(v, 2) for k, v in figures.items()}, flush=True)
    trainer.save(args.output)


if __name__ == "__main__":
    main()
