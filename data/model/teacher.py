"""A parser that is not shipped: it writes the trees that the shipped one learns from.

The National Corpus of Polish has a million words of gold tags and names and no trees. A deep biaffine
parser (Dozat and Manning, 2017) over BiLSTMs, given those gold tags, learns from the treebanks and parses
it. Treebanks differ in style and year, so each sentence carries the embedding of its treebank
(Stymne et al., 2018), and trees are written in the style of the newest.

    python teacher.py vectors --out DIR --corpora CORPORA
    python teacher.py train --out DIR --corpora CORPORA [--epochs 14]
    python teacher.py parse --out DIR --input IN.conllu --output OUT.conllu

Needs torch, gensim and morfeusz2; runs on a single core in about an hour.
"""

import argparse
import logging
import lzma
import random
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import morfeusz2
import numpy as np
import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

log = logging.getLogger("teacher")

STYLE = "pdb"  # the treebank whose style silver trees are written in
TREEBANKS = {
    "pdb": ["ud/pl_pdb-ud-dev.conllu.xz"],
    "pdb2019": ["ud/pl_pdb-ud-2019-devtest.conllu.xz"],
    "lfg": ["ud/pl_lfg-ud-dev.conllu.xz", "ud/pl_lfg-ud-test.conllu.xz", "ud/pl_lfg-ud-train-part.conllu.xz"],
    "pud": ["ud/pl_pud-ud-test.conllu.xz"],
    "sz": ["ud/pl_sz-ud-devtest.conllu.xz"],
    "parseme": ["ud/parseme-1.1-pl-test.blind.cupt.xz"],
}
HELD_OUT = 200  # sentences of the newest treebank's development file, to watch the training
RAW = [
    "raw/sejm.txt.xz",
    "raw/openstax-pl.txt.xz",
    "raw/wiki-poquad.txt.xz",
    "nkjp1m/nkjp1m-raw.txt.xz",
    "cen/cen-raw.txt.xz",
]


class Sentence(NamedTuple):
    """Words with their gold tags, and where there are trees, heads (0 = root) and relations."""

    treebank: str
    forms: list[str]
    tags: list[str]
    heads: list[int]
    labels: list[str]


def read_conllu(path: Path, treebank: str):
    """Sentences of a CoNLL-U file, multiword ranges and empty nodes left out."""
    opened = lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")
    rows: list[list[str]] = []
    with opened as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 10 and fields[0].isdigit():
                rows.append(fields)
            elif not line.strip() and rows:
                yield _sentence(treebank, rows)
                rows = []
    if rows:
        yield _sentence(treebank, rows)


def _sentence(treebank: str, rows: list[list[str]]) -> Sentence:
    number = {row[0]: i for i, row in enumerate(rows, start=1)}
    return Sentence(
        treebank,
        [row[1] for row in rows],
        [row[4] for row in rows],
        [number.get(row[6], 0) for row in rows],
        [row[7] for row in rows],
    )


def evaluation_keys(corpora: Path) -> set[str]:
    """Sentences, without spaces, of the file that is never trained on."""
    with lzma.open(corpora / "ud/eval-sentence-keys.tsv.xz", "rt", encoding="utf-8") as lines:
        return {key for name, key in (line.rstrip("\n").split("\t") for line in lines) if name == "pdb_test"}


# ---------------------------------------------------------------- features


class Features:
    """Numbers for words: forms, affixes, the dictionary's possible tags, the gold tag, vectors."""

    def __init__(self, vocabulary: dict[str, dict[str, int]], vectors) -> None:
        self.vocabulary, self.vectors = vocabulary, vectors
        self.morfeusz = morfeusz2.Morfeusz(expand_tags=False)
        self.cache: dict[str, tuple] = {}

    @staticmethod
    def normal(form: str) -> str:
        return "".join("0" if c.isdigit() else c for c in form.lower())

    @staticmethod
    def affixes(form: str) -> list[str]:
        low = Features.normal(form)
        shape = "X" if form.isupper() and len(form) > 1 else "Xx" if form[:1].isupper() else "x"
        return ["s2" + low[-2:], "s3" + low[-3:], "s4" + low[-4:], "p3" + low[:3], "sh" + shape]

    @staticmethod
    def parts(tag: str) -> list[str]:
        # the corpora differ in age: «qub» became «part», neuters got «ncol» and numbers
        parts = tag.replace("qub", "part").split(":")
        return [
            f"{'n' if p in ('n1', 'n2', 'n3', 'p1', 'p2', 'p3') else p}"
            for p in parts
            if p not in ("ncol", "pt", "col")
        ]

    def readings(self, form: str) -> list[str]:
        try:
            found = self.morfeusz.analyse(form)
        except RuntimeError:
            return []
        return sorted({p for _, _, (_, _, tag, _, _) in found for p in tag.replace(".", ":").split(":")})

    def word(self, form: str) -> tuple:
        if form not in self.cache:
            v = self.vocabulary
            self.cache[form] = (
                v["form"].get(self.normal(form), 0),
                [v["affix"].get(a, 0) for a in self.affixes(form)],
                [v["reading"][r] for r in self.readings(form) if r in v["reading"]],
                self.vectors[self.normal(form)],
            )
        return self.cache[form]


def vocabulary_of(sentences: list[Sentence]) -> dict[str, dict[str, int]]:
    """Index of every value seen often enough; 0 stands for the rest."""
    counts: dict[str, Counter] = {k: Counter() for k in ("form", "affix", "reading", "tag", "label", "treebank")}
    blank = Features({}, {})
    seen: dict[str, list[str]] = {}
    for s in sentences:
        counts["treebank"][s.treebank] += 1
        counts["label"].update(s.labels)
        for form, tag in zip(s.forms, s.tags, strict=True):
            counts["form"][blank.normal(form)] += 1
            counts["affix"].update(blank.affixes(form))
            counts["tag"].update(blank.parts(tag))
            if form not in seen:
                seen[form] = blank.readings(form)
            counts["reading"].update(seen[form])
    least = {"form": 3, "affix": 3, "reading": 3, "tag": 2, "label": 1, "treebank": 1}
    return {
        k: {
            x: i
            for i, x in enumerate(
                (x for x in sorted(c) if c[x] >= least[k]), start=0 if k in ("label", "treebank") else 1
            )
        }
        for k, c in counts.items()
    }


# ---------------------------------------------------------------- the network


class Biaffine(nn.Module):
    def __init__(self, width: int, outputs: int, *, bias_y: bool) -> None:
        super().__init__()
        self.bias_y = bias_y
        self.weight = nn.Parameter(torch.zeros(outputs, width + 1, width + bias_y))

    def forward(self, x, y):
        x = torch.cat([x, x.new_ones(*x.shape[:-1], 1)], -1)
        if self.bias_y:
            y = torch.cat([y, y.new_ones(*y.shape[:-1], 1)], -1)
        return torch.einsum("bxi,oij,byj->boxy", x, self.weight, y)


class Parser(nn.Module):
    def __init__(
        self,
        sizes: dict[str, int],
        hidden: int = 220,
        layers: int = 3,
        arc: int = 300,
        rel: int = 100,
        drop: float = 0.33,
    ) -> None:
        super().__init__()
        self.form = nn.Embedding(sizes["form"], 100, padding_idx=0)
        self.affix = nn.EmbeddingBag(sizes["affix"], 50, mode="sum")
        self.reading = nn.EmbeddingBag(sizes["reading"], 50, mode="mean")
        self.tag = nn.EmbeddingBag(sizes["tag"], 60, mode="sum")
        self.treebank = nn.Embedding(sizes["treebank"], 12)
        self.vector = nn.Linear(100, 100)
        self.root = nn.Parameter(torch.zeros(100 + 50 + 50 + 60 + 12))
        nn.init.zeros_(self.form.weight)
        self.drop = drop
        self.lstm = nn.LSTM(272, hidden, layers, batch_first=True, bidirectional=True, dropout=drop)
        mlp = lambda out: nn.Sequential(nn.Linear(2 * hidden, out), nn.LeakyReLU(0.1), nn.Dropout(drop))
        self.arc_dep, self.arc_head, self.rel_dep, self.rel_head = mlp(arc), mlp(arc), mlp(rel), mlp(rel)
        self.arc, self.rel = Biaffine(arc, 1, bias_y=False), Biaffine(rel, sizes["label"], bias_y=True)

    def forward(self, batch):
        b, n = batch["form"].shape
        bag = lambda module, name: module(*batch[name]).view(b, n, -1)
        lexical = self.form(batch["form"]) + self.vector(batch["vector"])
        tags = bag(self.tag, "tag") * batch["tagged"]
        x = [lexical, bag(self.affix, "affix"), bag(self.reading, "reading"), tags]
        if self.training:  # whole features of a word are dropped, so that none is leant on alone
            x = [part * (torch.rand(b, n, 1) > 0.2) for part in x]
        x = torch.cat([*x, self.treebank(batch["treebank"])[:, None].expand(b, n, -1)], -1)
        x = torch.cat([self.root.expand(b, 1, -1), x], 1)
        if self.training:
            x = x * (torch.rand(b, 1, x.shape[-1]) > self.drop) / (1 - self.drop)
        packed = pack_padded_sequence(x, batch["length"] + 1, batch_first=True, enforce_sorted=False)
        x, _ = pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        if self.training:
            x = x * (torch.rand(b, 1, x.shape[-1]) > self.drop) / (1 - self.drop)
        arcs = self.arc(self.arc_dep(x), self.arc_head(x)).squeeze(1)
        mask = torch.arange(n + 1)[None] <= batch["length"][:, None]
        arcs = arcs.masked_fill(~mask[:, None], -1e9)
        return arcs, (self.rel_dep(x), self.rel_head(x))

    def labels(self, rel, heads):
        """Scores of the relations for the chosen heads: (sentences, words + 1, labels)."""
        dep, head = rel
        head = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        dep = torch.cat([dep, dep.new_ones(*dep.shape[:-1], 1)], -1)
        head = torch.cat([head, head.new_ones(*head.shape[:-1], 1)], -1)
        return torch.einsum("bxi,oij,bxj->bxo", dep, self.rel.weight, head)


def collate(sentences: list[Sentence], features: Features, *, tagged: bool | float, style: str | None = None) -> dict:
    n = max(len(s.forms) for s in sentences)
    v = features.vocabulary
    form = torch.zeros(len(sentences), n, dtype=torch.long)
    vector = np.zeros((len(sentences), n, 100), dtype=np.float32)
    bags: dict[str, tuple[list[int], list[int]]] = {k: ([], []) for k in ("affix", "reading", "tag")}
    flags = torch.zeros(len(sentences), 1, 1)
    for i, s in enumerate(sentences):
        flags[i] = float(random.random() < tagged)
        for j in range(n):
            for flat, starts in bags.values():
                starts.append(len(flat))
            if j >= len(s.forms):
                continue
            index, affixes, readings, known = features.word(s.forms[j])
            form[i, j] = index
            vector[i, j] = known
            bags["affix"][0].extend(affixes)
            bags["reading"][0].extend(readings)
            bags["tag"][0].extend(v["tag"][p] for p in features.parts(s.tags[j]) if p in v["tag"])
    heads = torch.full((len(sentences), n + 1), -1)
    labels = torch.full((len(sentences), n + 1), -1)
    for i, s in enumerate(sentences):
        heads[i, 1 : len(s.heads) + 1] = torch.tensor(s.heads)
        labels[i, 1 : len(s.labels) + 1] = torch.tensor([v["label"].get(x, -1) for x in s.labels])
    return {
        "form": form,
        "vector": torch.from_numpy(vector),
        "tagged": flags,
        "treebank": torch.tensor([v["treebank"][style or s.treebank] for s in sentences]),
        "length": torch.tensor([len(s.forms) for s in sentences]),
        "heads": heads,
        "labels": labels,
        **{k: (torch.tensor(flat, dtype=torch.long), torch.tensor(starts)) for k, (flat, starts) in bags.items()},
    }


def batches(sentences: list[Sentence], words: int, *, shuffled: bool):
    """Sentences of like length together, about ``words`` words a batch."""
    order = sorted(
        range(len(sentences)), key=lambda i: len(sentences[i].forms) + (random.random() * 3 if shuffled else 0)
    )
    groups, current, count = [], [], 0
    for i in order:
        current.append(i)
        count += len(sentences[i].forms)
        if count >= words:
            groups.append(current)
            current, count = [], 0
    if current:
        groups.append(current)
    if shuffled:
        random.shuffle(groups)
    return groups


# ---------------------------------------------------------------- trees from scores


def tree(scores: np.ndarray) -> np.ndarray:
    """The best tree with a single root: greedy heads where they make one, else Chu-Liu/Edmonds.

    ``scores[d, h]`` for word ``d`` (0 is the root, without a head) and head ``h``.
    """
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    scores[0] = -np.inf
    heads = scores.argmax(1)
    heads[0] = 0
    roots = [d for d in range(1, len(heads)) if heads[d] == 0]
    if len(roots) == 1 and not _cycle(heads):
        return heads
    best, best_score = heads, -np.inf
    for root in sorted(range(1, len(heads)), key=lambda d: -(scores[d, 0] - np.delete(scores[d], 0).max(initial=-1e9)))[
        :5
    ]:
        single = scores.copy()
        single[1:, 0] = -np.inf
        single[root] = -np.inf
        single[root, 0] = scores[root, 0]
        found = _edmonds(single)
        total = sum(scores[d, found[d]] for d in range(1, len(found)))
        if total > best_score:
            best, best_score = found, total
    return best


def _cycle(heads: np.ndarray) -> list[int]:
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        for node in path:
            state[node] = 2
    return []


def _edmonds(scores: np.ndarray) -> np.ndarray:
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    rest = [i for i in range(len(scores)) if i not in inside]
    index = {node: i for i, node in enumerate(rest)}
    size = len(rest) + 1
    small = np.full((size, size), -np.inf)
    enter: dict[int, int] = {}
    leave: dict[int, int] = {}
    kept = sum(scores[d, heads[d]] for d in cycle)
    for node in rest:
        for other in rest:
            small[index[node], index[other]] = scores[node, other]
        best = max(cycle, key=lambda h: scores[node, h])
        small[index[node], size - 1], leave[node] = scores[node, best], best
        gains = [(kept - scores[d, heads[d]] + scores[d, node], d) for d in cycle]
        gain, into = max(gains)
        small[size - 1, index[node]], enter[node] = gain, into
    small[index[0]] = -np.inf
    np.fill_diagonal(small, -np.inf)
    contracted = _edmonds(small)
    result = heads.copy()
    outer = rest[contracted[size - 1]] if contracted[size - 1] < len(rest) else 0
    result[enter[outer]] = outer
    for node in rest:
        if node:
            head = contracted[index[node]]
            result[node] = leave[node] if head == size - 1 else rest[head]
    return result


# ---------------------------------------------------------------- commands


def train_vectors(corpora: Path, out: Path) -> None:
    from gensim.models import FastText

    class Words:
        def __iter__(self):
            for name in RAW:
                with lzma.open(corpora / name, "rt", encoding="utf-8") as lines:
                    for line in lines:
                        spaced = "".join(c if c.isalnum() or c in "-" else f" {c} " for c in line)
                        if words := Features.normal(spaced).split():
                            yield words[:5000]

    model = FastText(
        vector_size=100, window=4, min_count=4, sg=0, epochs=5, workers=1, bucket=200_000, min_n=3, max_n=5, seed=1
    )
    model.build_vocab(Words())
    log.info("vectors: %d words", len(model.wv))
    model.train(Words(), total_examples=model.corpus_count, total_words=model.corpus_total_words, epochs=model.epochs)
    model.wv.save(str(out / "vectors"))


def load_vectors(out: Path):
    from gensim.models import KeyedVectors

    vectors = KeyedVectors.load(str(out / "vectors"))
    scale = np.linalg.norm(vectors.vectors[:5000], axis=1).mean() / 3

    class Scaled:
        def __getitem__(self, word: str) -> np.ndarray:
            try:
                return vectors[word] / scale
            except KeyError:
                return np.zeros(100, dtype=np.float32)

    return Scaled()


def gather(corpora: Path) -> tuple[list[Sentence], list[Sentence]]:
    keys = evaluation_keys(corpora)
    train: list[Sentence] = []
    for treebank, files in TREEBANKS.items():
        for name in files:
            train += [s for s in read_conllu(corpora / name, treebank) if "".join(s.forms) not in keys]
    own = [s for s in train if s.treebank == STYLE]
    random.Random(1).shuffle(own)
    held = own[:HELD_OUT]
    gone = {"".join(s.forms) for s in held}
    return [s for s in train if "".join(s.forms) not in gone], held


@torch.no_grad()
def predict(
    model: Parser, features: Features, sentences: list[Sentence], *, tagged: bool
) -> list[tuple[list[int], list[str]]]:
    model.eval()
    names = sorted(features.vocabulary["label"], key=features.vocabulary["label"].get)
    out: list = [None] * len(sentences)
    for group in batches(sentences, 2500, shuffled=False):
        batch = collate([sentences[i] for i in group], features, tagged=tagged, style=STYLE)
        arcs, rel = model(batch)
        arcs = arcs.log_softmax(-1).numpy()
        heads = torch.zeros(len(group), arcs.shape[1], dtype=torch.long)
        for k, i in enumerate(group):
            n = len(sentences[i].forms) + 1
            heads[k, :n] = torch.from_numpy(tree(arcs[k, :n, :n]))
        scores = model.labels(rel, heads)
        root = features.vocabulary["label"]["root"]
        scores[..., root] = scores[..., root].masked_fill(heads != 0, -1e9)
        labels = scores.argmax(-1)
        for k, i in enumerate(group):
            n = len(sentences[i].forms) + 1
            out[i] = (
                heads[k, 1:n].tolist(),
                [
                    "root" if h == 0 else names[x]
                    for h, x in zip(heads[k, 1:n].tolist(), labels[k, 1:n].tolist(), strict=True)
                ],
            )
    return out


def score(model: Parser, features: Features, sentences: list[Sentence], *, tagged: bool) -> tuple[float, float]:
    """UAS and LAS, punctuation left out."""
    words = heads = labels = 0
    for s, (found_heads, found_labels) in zip(
        sentences, predict(model, features, sentences, tagged=tagged), strict=True
    ):
        for gh, gl, h, x in zip(s.heads, s.labels, found_heads, found_labels, strict=True):
            if gl != "punct":
                words += 1
                heads += gh == h
                labels += gh == h and gl == x
    return heads / words, labels / words


def train(corpora: Path, out: Path, epochs: int) -> None:
    random.seed(7)
    torch.manual_seed(7)
    sentences, held = gather(corpora)
    vocabulary = vocabulary_of(sentences)
    vocabulary["label"].setdefault("root", len(vocabulary["label"]))
    sizes = {k: max(v.values()) + 1 for k, v in vocabulary.items()}
    features = Features(vocabulary, load_vectors(out))
    model = Parser(sizes)
    log.info("%d sentences, %d words, %s", len(sentences), sum(len(s.forms) for s in sentences), sizes)
    optimizer = torch.optim.Adam(model.parameters(), lr=2e-3, betas=(0.9, 0.9))
    steps = epochs * len(batches(sentences, 1200, shuffled=True))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda k: min(1.0, k / 100) * max(0.02, 1 - max(0, k / steps - 0.5) / 0.5)
    )
    best, began = 0.0, time.time()
    for epoch in range(1, epochs + 1):
        model.train()
        total = 0.0
        for group in batches(sentences, 1200, shuffled=True):
            batch = collate([sentences[i] for i in group], features, tagged=0.6)
            arcs, rel = model(batch)
            gold = batch["heads"]
            loss = nn.functional.cross_entropy(arcs.flatten(0, 1), gold.flatten(), ignore_index=-1)
            scores = model.labels(rel, gold.clamp(min=0))
            loss = loss + nn.functional.cross_entropy(scores.flatten(0, 1), batch["labels"].flatten(), ignore_index=-1)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        uas, las = score(model, features, held, tagged=True)
        plain = score(model, features, held, tagged=False)
        log.info(
            "epoch %d loss %.1f tags UAS %.4f LAS %.4f; no tags UAS %.4f LAS %.4f; %.0f s",
            epoch,
            total,
            uas,
            las,
            *plain,
            time.time() - began,
        )
        if las > best:
            best = las
            torch.save({"state": model.state_dict(), "vocabulary": vocabulary, "sizes": sizes}, out / "teacher.pt")


def restore(out: Path) -> tuple[Parser, Features]:
    saved = torch.load(out / "teacher.pt", weights_only=True)
    model = Parser(saved["sizes"])
    model.load_state_dict(saved["state"])
    return model, Features(saved["vocabulary"], load_vectors(out))


def parse(out: Path, source: Path, target: Path, *, tagged: bool) -> None:
    """Fill the heads and relations of a CoNLL-U file; everything else stays."""
    model, features = restore(out)
    sentences = list(read_conllu(source, STYLE))
    found = iter(predict(model, features, sentences, tagged=tagged))
    opened = lzma.open(source, "rt", encoding="utf-8") if source.suffix == ".xz" else source.open(encoding="utf-8")
    with opened as lines, target.open("w", encoding="utf-8") as written:
        current = None
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 10 and fields[0].isdigit():
                if current is None:
                    heads, labels = next(found)
                    current = iter(zip(heads, labels, strict=True))
                head, label = next(current)
                fields[6], fields[7] = str(head), label
                written.write("\t".join(fields) + "\n")
            else:
                if not line.strip():
                    current = None
                written.write(line)


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(1)
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("command", choices=["vectors", "train", "parse", "score"])
    options.add_argument("--corpora", type=Path)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--epochs", type=int, default=14)
    options.add_argument("--input", type=Path)
    options.add_argument("--output", type=Path)
    options.add_argument("--untagged", action="store_true", help="the input has no gold tags")
    o = options.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    if o.command == "vectors":
        train_vectors(o.corpora, o.out)
    elif o.command == "train":
        train(o.corpora, o.out, o.epochs)
    elif o.command == "parse":
        parse(o.out, o.input, o.output, tagged=not o.untagged)
    else:
        model, features = restore(o.out)
        sentences = list(read_conllu(o.input, STYLE))
        log.info("UAS %.4f LAS %.4f", *score(model, features, sentences, tagged=not o.untagged))


if __name__ == "__main__":
    main()
