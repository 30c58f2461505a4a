"""Train the network of names; write its weights, vocabularies and tags.

python train_names.py --corpora CORPORA --output names.npz --minutes 6
"""

import argparse
import random
import time
from pathlib import Path

import foreign_names
import torch
from corpus import SEED, augment, labels, load
from forms import Rows, vocabulary
from namer import PARTS, Namer, name_tags
from torch import nn
from trainer import SHOWN, Average, descend, endless, report
from treebank import Sentence
from weights import write

from nlp_claims.analysis.bioes import decode

TEXT_WORDS, FOREIGN_WORDS = 1800, 600  # of a batch: NKJP; CEN and KPWr
LONGEST = 50  # words of a sentence in training
WATCHED = 200  # documents that are not trained on unless the training is the last one
WARM_UP = 50  # steps


class NamesTrainer:
    """The network of names with everything that turns sentences into numbers."""

    def __init__(self, vocab: dict[str, list[str]], tags: list[str]) -> None:
        self.vocab, self.tags = vocab, tags
        self.rows = Rows(vocab)
        self.index = {tag: i for i, tag in enumerate(tags)}
        self.net = Namer({k: len(v) for k, v in vocab.items()}, len(tags))
        self.average = Average(self.net)

    def scores(self, sentences: list[Sentence]) -> torch.Tensor:
        """Scores of tags of all words, one sentence after another."""
        return self.net(self.rows.of(w.form for s in sentences for w in s.words), [len(s.words) for s in sentences])

    def loss(self, sentences: list[Sentence]) -> torch.Tensor:
        """Cross-entropy of the tags where somebody knows them."""
        gold = torch.tensor([t for s in sentences for t in name_tags(s, self.index)])
        return nn.functional.cross_entropy(self.scores(sentences).float(), gold, ignore_index=-1)

    @torch.no_grad()
    def figure(self, sentences: list[Sentence]) -> float:
        """F of the names of gold sentences by the averaged weights, percent."""
        self.average.swap()
        self.net.eval()
        hits = both = 0
        for at in range(0, len(sentences), 100):
            batch = sentences[at : at + 100]
            first, scores = 0, self.scores(batch).numpy()
            for s in batch:
                found = set(decode(scores[first : first + len(s.words)], self.tags))
                hits += len(found & set(s.names or ()))
                both += len(found) + len(s.names or ())
                first += len(s.words)
        self.net.train()
        self.average.swap()
        return 200 * hits / max(1, both)

    def save(self, path: Path) -> None:
        """Averaged weights in half precision, vocabularies and tags."""
        self.average.swap()
        arrays = {k: v.detach().numpy() for k, v in self.net.state_dict().items()}
        write(path, arrays, self.vocab, {"ner": self.tags})
        self.average.swap()


def train(
    trainer: NamesTrainer,
    texts: list[list[Sentence]],
    others: list[list[Sentence]],
    watched: list[Sentence],
    output: Path,
    minutes: float,
    rate: float,
) -> None:
    """Train for ``minutes`` of processor time at a learning rate that falls from ``rate``."""
    rng = random.Random(SEED)
    net = trainer.net
    optimizer = torch.optim.Adam(net.parameters(), lr=rate, betas=(0.9, 0.95))
    known, foreign = (
        endless(
            [[s for s in d if len(s.words) <= LONGEST and s.names is not None] for d in pool], size, rng, regroup=True
        )
        for pool, size in ((texts, TEXT_WORDS), (others, FOREIGN_WORDS))
    )
    net.train()
    begun = shown = time.process_time()
    step, total = 0, 0.0
    while (spent := (time.process_time() - begun) / (60 * minutes)) < 1:
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / WARM_UP) * max(0.01, 1 - spent)
        with torch.autocast("cpu", torch.bfloat16):
            loss = trainer.loss([augment(s, rng) for t in (*next(known), *next(foreign)) for s in t])
        descend(loss, optimizer, trainer.average)
        step, total = step + 1, total + loss.item()
        if time.process_time() - shown > SHOWN:
            shown = time.process_time()
            report(step, shown - begun, {"names": trainer.figure(watched)}, {"loss": total / step})
            trainer.save(output)
    report(step, time.process_time() - begun, {"names": trainer.figure(watched)}, {"loss": total / step})
    trainer.save(output)


def main() -> None:
    """Read the options and train for as long as they say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=6.0)
    parser.add_argument("--learn-rate", type=float, default=2e-3)
    parser.add_argument("--watch", action="store_true", help=f"leave {WATCHED} documents out and show figures on them")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    texts = load(args.corpora).texts
    random.Random(SEED).shuffle(texts)
    watched, rest = texts[:WATCHED], texts[WATCHED:]
    others = list(foreign_names.read(args.corpora))
    vocab = vocabulary(w.form for d in (*rest, *others) for s in d for w in s.words)
    trainer = NamesTrainer(vocab, ["O", *(f"{p}-{x}" for x in labels()["ner"] for p in PARTS)])
    train(
        trainer,
        rest if args.watch else [*rest, *watched],
        others,
        [s for d in watched for s in d],
        args.output,
        args.minutes,
        args.learn_rate,
    )


if __name__ == "__main__":
    main()
