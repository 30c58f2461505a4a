"""Train the network on trees, tags and names at once; write its weights and vocabularies.

python train.py --corpora CORPORA --output weights.npz --minutes 60 [--silver silver.npz] [--start weights.npz]
"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path

import foreign_names
import torch
from corpus import SEED, Corpus, augment, grouped, labels, load
from forms import vocabulary
from namer import PARTS
from trainer import SHOWN, Trainer, descend, endless, report
from treebank import Sentence
from weights import read

TREE_WORDS, TEXT_WORDS, NAME_WORDS = 800, 2100, 300  # of a batch: treebanks, NKJP, CEN and KPWr
LONGEST = 50  # words of a sentence in training: a few long ones would make every batch slow
RARE = 2  # a combination of features seen no oftener is left out
WARM_UP = 100  # steps


def label_names(sentences: list[Sentence]) -> dict[str, list[str]]:
    """What each head tells apart."""
    wanted = labels()
    feats = Counter(f"{w.pos} {w.feats}" for s in sentences for w in s.words if w.pos)
    return {
        "parser": [x for x in wanted["parser"] if x != "ROOT"],
        "tagger": wanted["tagger"],
        "morphologizer": sorted(x for x, n in feats.items() if n > RARE),
        "ner": ["O", *(f"{p}-{x}" for x in wanted["ner"] for p in PARTS)],
    }


def begin(sentences: list[Sentence], start: Path | None) -> Trainer:
    """A new network, or one that goes on from the weights ``start``, with their vocabularies and labels."""
    if not start:
        return Trainer(vocabulary(w.form for s in sentences for w in s.words), label_names(sentences))
    arrays, vocab, names = read(start)
    trainer = Trainer(vocab, names)
    trainer.load(arrays)
    return trainer


def train(
    trainer: Trainer, corpus: Corpus, others: list[list[Sentence]], output: Path, minutes: float, rate: float
) -> None:
    """Train for ``minutes`` of wall time at a learning rate that falls from ``rate``."""
    rng = random.Random(SEED)
    net = trainer.net
    optimizer = torch.optim.Adam(net.parameters(), lr=rate, betas=(0.9, 0.95))
    short = [[s for s in d if len(s.words) <= LONGEST] for d in corpus.texts]
    trees = endless([[s] for s in corpus.trees if len(s.words) <= LONGEST], TREE_WORDS, rng, regroup=False)
    texts = endless(short, TEXT_WORDS, rng, regroup=True)
    foreign = endless([[s for s in d if len(s.words) <= LONGEST] for d in others], NAME_WORDS, rng, regroup=True)
    held = [s for d in corpus.held_out[:60] for s in d]
    net.train()
    begun = shown = time.time()
    totals: Counter[str] = Counter()
    step = words = since = 0
    while (spent := (time.time() - begun) / (60 * minutes)) < 1:
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / WARM_UP) * max(0.01, 1 - spent)
        # trees stand alone in the treebanks: texts of up to four of them teach where a sentence starts
        alone = [t[0] for t in next(trees)]
        batch = [*grouped(alone, rng, 4), *next(texts), *next(foreign)]
        with torch.autocast("cpu", torch.bfloat16):
            loss, parts = trainer.loss([[augment(s, rng) for s in t] for t in batch])
        descend(loss, optimizer, trainer.average)
        step, since = step + 1, since + 1
        words += sum(len(s.words) for t in batch for s in t)
        totals.update(parts)
        if time.time() - shown > SHOWN:
            figures = trainer.averaged_figures(corpus.dev) | {"ner": trainer.averaged_figures(held)["ner"]}
            report(step, time.time() - begun, figures, {k: v / since for k, v in totals.items()} | {"words": words})
            totals.clear()
            since, shown = 0, time.time()
            trainer.save(output)
    every = [s for d in corpus.held_out for s in d]
    figures = trainer.averaged_figures(corpus.dev) | {"ner": trainer.averaged_figures(every)["ner"]}
    report(step, time.time() - begun, figures, {"words": words})
    trainer.save(output)


def main() -> None:
    """Read the options and train for as long as they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--silver", type=Path, help="trees that the teacher wrote for NKJP 1M")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--learn-rate", type=float, default=2e-3)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    corpus = load(args.corpora, args.silver)
    every = [*corpus.trees, *(s for d in corpus.texts for s in d)]
    trainer = begin(every, args.start)
    weights = sum(p.numel() for p in trainer.net.parameters())
    print({k: len(v) for k, v in (trainer.vocab | trainer.names).items()}, weights, "weights", flush=True)
    train(trainer, corpus, list(foreign_names.read(args.corpora)), args.output, args.minutes, args.learn_rate)


if __name__ == "__main__":
    main()
