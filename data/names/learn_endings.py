"""Learn how Polish news inflects names that no dictionary knows: ``nlp_claims/lexicons/name_endings.tsv``.

usage: learn_endings.py CORPORA OUT.tsv

Reads the names of the one-million-word National Corpus of Polish (gold tags and base forms of every word,
``CORPORA/nkjp1m/nkjp1m-morph-ner.conllu.xz``). Every word of a name gives one observation: its ending, the
change that makes the base form (letters cut, letters added), its case, number and gender. An ending is kept where
it says something that the next shorter one does not; each line of the table is one change under one
ending with the number of distinct words that show it.
"""

import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

KINDS = {"persName": "person", "orgName": "organization", "placeName": "place", "geogName": "place"}
LONGEST = 6
MOST_CUT, MOST_ADDED = 4, 3  # letters
CASE_AND_GENDER = 3  # positions before the gender of a tag
Observation = tuple[str, str, str, str, str, str]
LEAST = 2  # distinct words that an ending needs, and a change under it


def observations(path: Path) -> Iterator[Observation]:
    """Kind, form, base form, case, number and gender of every declined word of a name."""
    tokens: list[list[str]] = []
    names: list[tuple[int, int, str, str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# ner = "):
                place, label, base = [*line[8:].rstrip("\n").split("\t"), ""][:3]
                if match := re.fullmatch(r"(\d+)-(\d+)", place.strip()):
                    names.append((int(match[1]) - 1, int(match[2]), label.split("-")[0], base))
            elif line[:1].isdigit():
                tokens.append(line.rstrip("\n").split("\t"))
            elif not line.strip():
                yield from _sentence(tokens, names)
                tokens, names = [], []


def _sentence(tokens: list[list[str]], names: list[tuple[int, int, str, str]]) -> Iterator[Observation]:
    for start, end, label, base in names:
        words, bases = tokens[start:end], base.split()
        if label not in KINDS or len(words) != len(bases):
            continue
        for fields, lemma in zip(words, bases, strict=True):
            form, tag = fields[1], fields[4].split(":")
            plain = form[:1].isupper() and lemma[:1].isupper() and not form.isupper() and form.isalpha()
            if plain and tag[0] in {"subst", "adj"} and len(tag) > CASE_AND_GENDER:
                yield (
                    KINDS[label],
                    form.lower(),
                    lemma.lower(),
                    tag[2],
                    tag[1],
                    tag[3] if tag[1] == "pl" and tag[3] == "m1" else tag[3][0],
                )


def change(form: str, base: str) -> str:
    """The change from form to base form: «2+ek» cuts two letters and adds «ek»."""
    common = 0
    while common < min(len(form), len(base)) and form[common] == base[common]:
        common += 1
    return f"{len(form) - common}+{base[common:]}"


def main() -> None:
    """Write the table."""
    corpora, out = Path(sys.argv[1]), Path(sys.argv[2])
    seen = {
        (kind, form, change(form, base), case, number, gender)
        for kind, form, base, case, number, gender in observations(corpora / "nkjp1m" / "nkjp1m-morph-ner.conllu.xz")
    }
    seen = {
        item for item in seen if int(item[2].split("+")[0]) <= MOST_CUT and len(item[2].split("+")[1]) <= MOST_ADDED
    }
    seen = {item for item in seen if item[3] != "voc"}  # rare in news, and it takes much that is not
    tables: dict[tuple[str, str], Counter[tuple[str, str, str, str]]] = defaultdict(Counter)
    for kind, form, rule, case, number, gender in seen:
        for length in range(min(LONGEST, len(form) - 1) + 1):
            tables[kind, form[len(form) - length :]][rule, case, number, gender] += 1
    rows = []
    for (kind, ending), counts in tables.items():
        total = sum(counts.values())
        if ending and total < LEAST * 2:
            continue
        rows += [
            (ending or "-", kind, rule, case, number, gender, str(count))
            for (rule, case, number, gender), count in counts.items()
            if count >= LEAST and int(rule.split("+")[0]) <= max(len(ending), 1) + 1
        ]
    with out.open("w", encoding="utf-8") as file:
        file.write(
            "# Endings of the words of names, learned by data/names/learn_endings.py from the National Corpus of\n"
        )
        file.write(
            "# Polish (1-million-word subcorpus, names with gold base forms). change: letters cut + letters added;\n"
        )
        file.write("# words: how many distinct words show it. «-» is the empty ending.\n")
        file.write("ending\tkind\tchange\tcase\tnumber\tgender\twords\n")
        file.writelines("\t".join(row) + "\n" for row in sorted(rows))
    print(len(rows), "rows from", len(seen), "words")


if __name__ == "__main__":
    main()
