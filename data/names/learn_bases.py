"""Count which base forms the words of names have in Polish text: ``nlp_claims/lexicons/name_bases.tsv``.

usage: learn_bases.py CORPORA OUT.tsv

From the National Corpus of Polish (1-million-word subcorpus) and KPWr, both with gold base forms, and from CEN
(economic news) and the test part of KPWr, whose lemmas are automatic. «Niemcy» and «Niemce» share a genitive in the
dictionary, «Orlen» and «Airbus» are companies: only text tells.
"""

import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

NKJP = {"persName": "person", "orgName": "organization", "placeName": "place", "geogName": "place"}
KPWR = (("nam_liv_person", "person"), ("nam_org", "organization"), ("nam_loc", "place"), ("nam_fac", "place"))
LEAST = 2
SHORT = 2  # letters that say nothing
COLUMNS = 3


def tagged(path: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Label, words and lemmas of every name in a file of one token a line: word, lemma, tag, B-/I- label."""
    label, words, lemmas = "", [], []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            mark = fields[3].split("#")[0] if len(fields) > COLUMNS else "O"
            if mark[:2] != "I-" and words:
                yield label, words, lemmas
                words, lemmas = [], []
            if mark[:2] == "B-":
                label = mark[2:]
            if mark[:2] in {"B-", "I-"} and fields[0]:
                words.append(fields[0])
                lemmas.append(fields[1])
    if words:
        yield label, words, lemmas


def main() -> None:  # noqa: C901
    """Write the table."""
    corpora, out = Path(sys.argv[1]), Path(sys.argv[2])
    counts: Counter[tuple[str, str]] = Counter()

    def count(kind: str, base: str) -> None:
        words = re.split(r"[\s\-–/]+", base)
        # a complement is no base form: «Agencji» in «Przewodniczący Agencji»
        for word in words if kind == "person" else words[:1]:
            if len(word) > SHORT and word[0].isupper() and word[1:].islower():
                counts[word, kind] += 1

    with lzma.open(corpora / "nkjp1m" / "nkjp1m-morph-ner.conllu.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# ner = "):
                _, label, base = [*line[8:].rstrip("\n").split("\t"), ""][:3]
                if label in NKJP or label.startswith("placeName"):
                    count(NKJP[label.split("-")[0]], base)
    for name in ("train", "tune"):
        with lzma.open(corpora / "kpwr" / f"kpwr-1.2-ne-{name}-fix.tsv.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                kind = next((kind for prefix, kind in KPWR if fields[-1].startswith(prefix)), None)
                if kind and not fields[-1].startswith(("nam_liv_person_", "nam_liv_god")):
                    count(kind, fields[0])
    for path in [*sorted((corpora / "cen").glob("*.iob.xz")), *sorted((corpora / "kpwr").glob("*.iob.xz"))]:
        for label, words, lemmas in tagged(path):
            kind = next((kind for prefix, kind in KPWR if label.startswith(prefix)), None)
            if kind and len(words) == 1 and not label.startswith(("nam_liv_person_", "nam_liv_god")):
                count(kind, lemmas[0])
    rows = sorted((base, kind, str(n)) for (base, kind), n in counts.items() if n >= LEAST)
    with out.open("w", encoding="utf-8") as file:
        file.write(
            "# How often a word is the base form of a word of a name, counted by data/names/learn_bases.py in the\n"
        )
        file.write("# National Corpus of Polish (1-million-word subcorpus), KPWr and CEN.\n")
        file.write("base\tkind\tcount\n")
        file.writelines("\t".join(row) + "\n" for row in rows)
    print(len(rows), "rows")


if __name__ == "__main__":
    main()
