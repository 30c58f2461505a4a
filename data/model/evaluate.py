"""Figures of a pipeline on text never trained on, beside the reference's published ones.

    python evaluate.py --corpora CORPORA [--model ../../nlp_claims/model] [--speed]

Gold tokens throughout, as spaCy's own figures; names on the held-out documents of NKJP, exact span and label.
"""

import argparse
import gc
import json
import lzma
import time
from pathlib import Path

import spacy
from corpus import bare, labels, load, to_doc
from reference import reference_like
from spacy.language import Language
from treebank import Sentence

REFERENCE = {
    "uas": 89.6, "las": 82.5, "lemma": 94.2, "morph": 91.0, "tag": 98.3, "sents": 96.5, "names": 84.2, "speed": 1.0,
}  # fmt: skip
TARGET = {
    "uas": 90.0, "las": 83.0, "lemma": 97.5, "morph": 94.0, "tag": 98.5, "sents": 97.0, "names": 85.0, "speed": 2.0,
}  # fmt: skip
PER_TEXT = 10  # sentences of a text, as the reference was measured


def syntax(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """UAS and LAS (punctuation arcs aside, as spaCy counts), lemma, features, tag, sentence starts; percent."""
    right = dict.fromkeys(("uas", "las", "lemma", "morph", "tag", "pos"), 0)
    words = arcs = hits = found = wanted = 0
    golds = [to_doc(nlp.vocab, sentences[i : i + PER_TEXT]) for i in range(0, len(sentences), PER_TEXT)]
    for gold, doc in zip(golds, nlp.pipe([bare(g) for g in golds]), strict=True):
        for g, p in zip(gold, doc, strict=True):
            words += 1
            right["lemma"] += g.lemma_ == p.lemma_
            right["morph"] += str(g.morph) == str(p.morph)
            right["tag"] += g.tag_ == p.tag_
            right["pos"] += g.pos_ == p.pos_
            if g.dep_ not in {"punct", "p"}:
                arcs += 1
                same = g.head.i == p.head.i
                right["uas"] += same
                right["las"] += same and g.dep_.lower() == p.dep_.lower()
        starts = {s.start for s in gold.sents}, {s.start for s in doc.sents}
        hits += len(starts[0] & starts[1])
        wanted += len(starts[0])
        found += len(starts[1])
    figures = {k: 100 * v / (arcs if k in {"uas", "las"} else words) for k, v in right.items()}
    return figures | {"sents": 200 * hits / (wanted + found)}


def names(nlp: Language, documents: list[list[Sentence]]) -> dict[str, float]:
    """Names of whole documents: precision, recall, F and F by label; percent."""
    golds = [to_doc(nlp.vocab, d) for d in documents]
    pairs = []
    for gold, doc in zip(golds, nlp.pipe([bare(g) for g in golds]), strict=True):
        pairs.append(({(e.start, e.end, e.label_) for e in gold.ents}, {(e.start, e.end, e.label_) for e in doc.ents}))

    def score(label: str | None) -> tuple[float, float, float]:
        a = [{e for e in gold if label in {None, e[2]}} for gold, _ in pairs]
        b = [{e for e in mine if label in {None, e[2]}} for _, mine in pairs]
        hits = sum(len(x & y) for x, y in zip(a, b, strict=True))
        p, r = hits / max(1, sum(map(len, b))), hits / max(1, sum(map(len, a)))
        return 100 * p, 100 * r, 200 * p * r / max(1e-9, p + r)

    precision, recall, f = score(None)
    return {"names_p": precision, "names_r": recall, "names": f} | {x: score(x)[2] for x in labels()["ner"]}


def tokens(nlp: Language, sentences: list[Sentence]) -> float:
    """F of word boundaries that the tokenizer finds in the raw text of the sentences; percent."""
    hits = found = wanted = 0
    for s in sentences:
        gold = to_doc(nlp.vocab, [s])
        doc = nlp.make_doc(gold.text)
        a = {(t.idx, t.idx + len(t)) for t in gold}
        b = {(t.idx, t.idx + len(t)) for t in doc if not t.is_space}
        hits, found, wanted = hits + len(a & b), found + len(b), wanted + len(a)
    return 200 * hits / (found + wanted)


def seconds(nlp: Language, texts: list[str]) -> float:
    """CPU seconds of a pipeline on ``texts``."""
    begun = time.process_time()
    for _ in nlp.pipe(texts, batch_size=64):
        pass
    return time.process_time() - begun


def speed(nlp: Language, corpora: Path, sentences: list[Sentence]) -> dict[str, float]:
    """Words per CPU-second on one core, on economic news of unseen documents, both pipelines turn by turn."""
    with lzma.open(corpora / "cen/cen-raw.txt.xz", "rt", encoding="utf-8") as lines:
        texts = [line.strip() for line in lines if len(line) > 200][:800]
    count = sum(len(nlp.make_doc(t)) for t in texts)
    forms = sorted({t.text for text in texts for t in nlp.make_doc(text)})
    other = reference_like(sentences, forms)
    warm = texts[:40]
    for pipeline in (nlp, other):
        seconds(pipeline, warm)
    rest = texts[40:]
    mine, theirs = [], []
    for at in range(0, len(rest), 190):
        mine.append(seconds(nlp, rest[at : at + 190]))
        theirs.append(seconds(other, rest[at : at + 190]))
    scale = count * len(rest) / len(texts)
    return {"speed": sum(theirs) / sum(mine), "words/s": scale / sum(mine), "reference words/s": scale / sum(theirs)}


def main() -> None:
    """Read the options, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path(__file__).parents[2] / "nlp_claims/model")
    parser.add_argument("--speed", action="store_true", help="the speed row too")
    parser.add_argument("--card", action="store_true", help="write the figures into the model's meta.json")
    args = parser.parse_args()
    nlp = spacy.load(args.model)
    corpus = load(args.corpora)
    figures = syntax(nlp, corpus.test) | names(nlp, corpus.held_out) | {"tokens": tokens(nlp, corpus.test)}
    if args.speed:
        gc.freeze()  # the corpora in memory, millions of objects, are no part of what is timed
        figures |= speed(nlp, args.corpora, corpus.trees[:3000])
    if args.card:
        card = json.loads((args.model / "meta.json").read_text(encoding="utf-8"))
        card["performance"] = {key: round(value, 2) for key, value in figures.items()}
        (args.model / "meta.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{'':>18} {'here':>8} {'reference':>10} {'target':>8}")
    for key, value in figures.items():
        print(f"{key:>18} {value:8.2f} {REFERENCE.get(key, ''):>10} {TARGET.get(key, ''):>8}")


if __name__ == "__main__":
    main()
