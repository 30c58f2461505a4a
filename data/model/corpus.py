"""Training and held-out material: which sentence goes where, and as which spaCy Doc."""

import json
import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import conventions
import numpy as np
from scheme import Lexicon
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab
from treebank import MISSING, Doubt, Sentence, Word, lexicon_rows, read

SEED = 20261122
HELD_OUT = 0.05
DEV_SENTENCES = 500
TREES = (
    ("pl_pdb-ud-2019-devtest.conllu.xz", False),
    ("pl_pud-ud-test.conllu.xz", True),
    ("parseme-1.1-pl-test.blind.cupt.xz", False),
    ("pl_lfg-ud-train-part.conllu.xz", False),
    ("pl_lfg-ud-dev.conllu.xz", False),
    ("pl_lfg-ud-test.conllu.xz", False),
)
#: What the teacher writes of each word: heads are 0 for the root and else the word's number from 1.
SILVER = ("heads", "relations", "head_sure", "other_heads", "relation_sure", "other_relations")
REFERENCE = Path(__file__).with_name("labels.json")


@dataclass
class Corpus:
    """Everything read once. ``trees`` and ``texts`` train; the rest is only looked at."""

    trees: list[Sentence]
    texts: list[list[Sentence]]  # NKJP documents, sentences in order
    dev: list[Sentence]
    test: list[Sentence]
    held_out: list[list[Sentence]]


def labels() -> dict[str, list[str]]:
    """The reference pipeline's labels by component."""
    return json.loads(REFERENCE.read_text(encoding="utf-8"))


def evaluation_keys(corpora: Path) -> set[str]:
    """The sentences, without white space, of the test file."""
    with lzma.open(corpora / "ud/eval-sentence-keys.tsv.xz", "rt", encoding="utf-8") as lines:
        return {line.rstrip("\n").split("\t")[1] for line in lines if line.startswith("pdb_test\t")}


def load(corpora: Path, silver: Path | None = None) -> Corpus:
    """Read the corpora, NKJP 1M with the trees in ``silver`` if it is given.

    No sentence of the test file or of the development slice is left in what is trained on.
    """
    ud = corpora / "ud"
    allowed = frozenset(labels()["parser"])
    lexicon = Lexicon.learn(lexicon_rows([ud / "pl_pud-ud-test.conllu.xz", ud / "pl_pdb-ud-dev.conllu.xz"]))
    test = list(read(ud / "pl_pdb-ud-test.conllu.xz", lexicon, allowed, gold_feats=True))
    dev_file = list(read(ud / "pl_pdb-ud-dev.conllu.xz", lexicon, allowed, gold_feats=True))
    order = list(range(len(dev_file)))
    random.Random(SEED).shuffle(order)
    slice_ = set(order[:DEV_SENTENCES])
    dev = [s for i, s in enumerate(dev_file) if i in slice_]
    barred = evaluation_keys(corpora) | {s.key for s in test} | {s.key for s in dev}
    trees = [s for i, s in enumerate(dev_file) if i not in slice_ and s.key not in barred]
    seen = {s.key for s in trees}
    for name, gold in TREES:
        for sentence in read(ud / name, lexicon, allowed, gold_feats=gold):
            if sentence.key not in barred and sentence.key not in seen:
                seen.add(sentence.key)
                trees.append(sentence)
    documents: dict[str, list[Sentence]] = {}
    for sentence in read(corpora / "nkjp1m/nkjp1m-morph-ner.conllu.xz", lexicon, allowed):
        documents.setdefault(sentence.document, []).append(sentence)
    names = sorted(documents)
    random.Random(SEED).shuffle(names)
    cut = round(HELD_OUT * len(names))
    held_out = [documents[n] for n in names[:cut]]
    held_keys = {s.key for d in held_out for s in d if len(s.words) > 5}
    trees = [s for s in trees if s.key not in held_keys]
    texts = [[s for s in documents[n] if s.key not in barred and s.key not in held_keys] for n in names[cut:]]
    texts = [t for t in texts if t]
    objects = conventions.clause_objects(trees)
    disputed = conventions.disputed([*trees, *(s for d in texts for s in d)])
    trees = [conventions.modern(s, objects) for s in trees]
    trees = [conventions.opened(s, disputed.get(conventions.age(s), frozenset())) for s in trees]
    texts = [[conventions.opened(s, disputed["nkjp"]) for s in d] for d in texts]
    return Corpus(trees, with_trees(texts, silver) if silver else texts, dev, test, held_out)


def with_trees(texts: list[list[Sentence]], silver: Path) -> list[list[Sentence]]:
    """The documents with the trees that ``teacher.py`` wrote for them."""
    saved = np.load(silver)
    names = saved["labels"].tolist()
    columns = [saved[name].tolist() for name in SILVER]
    rows = zip(*columns, strict=True)
    result = []
    for document in texts:
        grown = []
        for sentence in document:
            words, doubts = [], []
            for i, word in enumerate(sentence.words):
                head, relation, sure, other, kind_sure, other_kind = next(rows)
                words.append(replace(word, head=head - 1 if head else i, relation=names[relation] if head else "ROOT"))
                doubts.append(Doubt(sure, other, kind_sure, names[other_kind]))
            # a teacher that was not told the class of «to» or «jak» parses worse than its pupil
            told = all(w.tag != conventions.OPEN for w in words)
            tree = replace(sentence, words=words, doubts=tuple(doubts))
            grown.append(conventions.settled(tree) if told else sentence)
        result.append(grown)
    if next(rows, None) is not None:
        raise ValueError(f"{silver} was written for other documents")
    return result


def to_doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """One Doc of sentences."""
    words: list[Word] = []
    heads: list[int] = []
    starts: list[bool] = []
    names: list[tuple[int, int, str]] = []
    for sentence in sentences:
        base = len(words)
        words += sentence.words
        heads += [base + w.head if w.head != MISSING else MISSING for w in sentence.words]
        starts += [k == 0 for k in range(len(sentence.words))]
        names += [(base + a, base + b, label) for a, b, label in sentence.names or ()]
    has_trees = all(h != MISSING for h in heads)
    doc = Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        tags=[w.tag for w in words],
        pos=[w.pos for w in words],
        morphs=["" if w.feats == "_" else w.feats for w in words],
        lemmas=[w.lemma for w in words],
        heads=heads if has_trees else None,
        deps=[w.relation for w in words] if has_trees else None,
        sent_starts=None if has_trees else starts,
    )
    if all(s.names is not None for s in sentences):
        doc.set_ents([Span(doc, a, b, label=label) for a, b, label in names], default="outside")
    return doc


def bare(doc: Doc) -> Doc:
    """The words of ``doc`` and nothing else."""
    return Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])


QUOTES = (("„", "”"), ("„", "“"), ('"', '"'), ("«", "»"), ("»", "«"), ("“", "”"), ("''", "''"))
DASHES = ("-", "–", "—")


def augment(sentence: Sentence, rng: random.Random) -> Sentence:
    """A typographic variant: other quotation marks, dashes, now and then a headline's capitals."""
    words = sentence.words
    if any(w.form in {'"', "„", "”", "-", "–", "—"} for w in words) and rng.random() < 0.5:
        left, right = rng.choice(QUOTES)
        dash = rng.choice(DASHES)
        opened = False
        changed = []
        for word in words:
            form = word.form
            if form in {'"', "„", "”", "“", "«", "»", "''"}:
                form = right if opened else left
                opened = not opened
            elif form in DASHES and word.space:
                form = dash
            changed.append(replace(word, form=form))
        words = changed
    chance = rng.random()
    if chance < 0.015:
        words = [replace(w, form=w.form.upper()) for w in words]
    elif chance < 0.03 and words[-1].form == "." and len(words) > 2 and sentence.has_tree:
        if all(w.head != len(words) - 1 for w in words):
            words = words[:-1]  # a headline has no full stop
    elif chance < 0.04 and words[0].form.islower():
        words = [replace(words[0], form=words[0].form.capitalize()), *words[1:]]
    cut = len(words)
    names = None if sentence.names is None else [n for n in sentence.names if n[1] <= cut]
    return replace(sentence, words=words, names=names)


def grouped(sentences: list[Sentence], rng: random.Random, most: int = 5) -> Iterator[list[Sentence]]:
    """Sentences in order, cut into texts of one to ``most``."""
    i = 0
    while i < len(sentences):
        size = rng.randint(1, most)
        yield sentences[i : i + size]
        i += size
