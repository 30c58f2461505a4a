"""CoNLL-U in, sentences in one label scheme out: trees, lemmas, features, coarse tags and names.

Agglutinates («zrobił» + «em») are merged into the word that a text shows.
"""

import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from scheme import Lexicon, coarse, relation, without_extpos

MISSING = -1


@dataclass(frozen=True)
class Word:
    """One word of a text: ``head`` is an index in its sentence, itself for the root, or ``MISSING``."""

    form: str
    lemma: str
    tag: str
    pos: str
    feats: str
    head: int
    relation: str
    space: bool


class Doubt(NamedTuple):
    """How sure the teacher is of a silver head and relation, and its second choices."""

    head_sure: float
    other_head: int
    relation_sure: float
    other_relation: str


@dataclass
class Sentence:
    """Words in order; ``names`` are (start, end, label) in words, or ``None`` where nobody looked for names."""

    words: list[Word]
    names: list[tuple[int, int, str]] | None = None
    document: str = ""
    paragraph: bool = False
    origin: str = ""
    unsure: frozenset[int] = frozenset()  # words of which nobody can tell whether they belong to a name
    doubts: tuple[Doubt, ...] = ()  # of a silver tree, for each word

    @property
    def key(self) -> str:
        """The sentence without white space: what tells that two corpora share it."""
        return "".join(w.form for w in self.words)

    @property
    def has_tree(self) -> bool:
        """Whether every word has a head."""
        return all(w.head != MISSING for w in self.words)


def read_rows(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Sentences of a CoNLL-U (or .cupt) file, xz: comment lines and rows of columns."""
    comments: list[str] = []
    rows: list[list[str]] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for text in lines:
            line = text.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield comments, rows
                comments, rows = [], []
            else:
                comments = []
    if rows:
        yield comments, rows


def lexicon_rows(paths: Iterable[Path]) -> Iterator[tuple[str, str, str, str]]:
    """What ``Lexicon.learn`` reads, from treebanks of today's version."""
    for path in paths:
        for _, rows in read_rows(path):
            for row in rows:
                if row[0].isdigit():
                    yield coarse(row[4]), row[2], row[3], row[5]


def words_of(rows: list[list[str]], lexicon: Lexicon, allowed: frozenset[str], *, gold_feats: bool) -> list[Word]:
    """The words of a sentence; a multiword token becomes one word, headed by the part that hangs outside."""
    spans: dict[int, tuple[int, str, bool]] = {}
    plain: list[tuple[int, list[str]]] = []
    for row in rows:
        if "-" in row[0]:
            start, end = map(int, row[0].split("-"))
            spans[start] = (end, row[1], "SpaceAfter=No" not in row[9])
        elif row[0].isdigit():
            plain.append((int(row[0]), row))
    groups: list[tuple[list[list[str]], str, bool]] = []
    i = 0
    while i < len(plain):
        number, row = plain[i]
        end, form, space = spans.get(number, (number, row[1], "SpaceAfter=No" not in row[9]))
        members = [r for n, r in plain[i : i + end - number + 1]]
        # NKJP 1M and LFG write the agglutinate as a word without a space before it
        j = i + len(members)
        while (
            not space and j < len(plain) and (coarse(plain[j][1][4]) == "aglt" or _clitic_by(members[-1], plain[j][1]))
        ):
            members.append(plain[j][1])
            form, space = form + plain[j][1][1], "SpaceAfter=No" not in plain[j][1][9]
            j += 1
        groups.append((members, form, space))
        i += len(members)
    where = {int(r[0]): k for k, (members, _, _) in enumerate(groups) for r in members}
    words = []
    for k, (members, form, space) in enumerate(groups):
        top = members[0]
        if len(members) > 1 and members[0][6].isdigit():
            inside = {r[0] for r in members}
            top = next((r for r in members if r[6] not in inside), members[0])
        kind = coarse(top[4])
        if gold_feats:
            pos, feats = top[3], without_extpos(top[5])
        else:
            pos, feats = lexicon.features(kind, top[4].split(":")[1:], top[2], top[1])
            if top[3] not in {"_", "X"}:
                pos = top[3]
        agglutinate = next((r for r in members if coarse(r[4]) == "aglt"), None)
        if agglutinate is not None and agglutinate is not top:
            person = {"pri": "Person=1", "sec": "Person=2"}.get(agglutinate[4].split(":")[2], "")
            own = [] if feats == "_" else [f for f in feats.split("|") if not f.startswith("Person=")]
            feats = "|".join(sorted({*own, person} - {""}, key=str.lower)) or "_"
        if not top[6].isdigit():
            head, label = MISSING, ""
        elif top[6] == "0":
            head, label = k, "ROOT"
        else:
            head, label = where[int(top[6])], relation(top[7], allowed)
        words.append(Word(form, top[2], kind.upper(), pos, feats, head, label, space))
    return words


def _clitic_by(before: list[str], row: list[str]) -> bool:
    """Whether ``row`` is the conditional «by» written together with its verb («zrobiłby»)."""
    return (
        row[1].lower() == "by" and coarse(row[4]) == "qub" and coarse(before[4]) in {"praet", "winien", "pred", "qub"}
    )


def read_names(comments: list[str], groups: dict[int, int]) -> list[tuple[int, int, str]]:
    """The outermost continuous names of an NKJP sentence; ``groups`` maps its token numbers to words."""
    spans = []
    for line in comments:
        if not line.startswith("# ner = "):
            continue
        where, kind, *_ = line[len("# ner = ") :].split("\t")
        label, _, subtype = kind.partition("-")
        if where.endswith("*") or (label == "persName" and subtype):
            continue
        start, end = map(int, where.split("-"))
        if start in groups and end in groups:
            spans.append((groups[start], groups[end] + 1, label))
    spans.sort(key=lambda s: (s[0] - s[1], s[0]))
    taken: set[int] = set()
    names = []
    for start, end, label in spans:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            names.append((start, end, label))
    return sorted(names)


def token_words(rows: list[list[str]], words: list[Word]) -> dict[int, int]:
    """Token number -> index of the word that holds it, by running over the characters."""
    ends = []
    total = 0
    for word in words:
        total += len(word.form)
        ends.append(total)
    result, at, k = {}, 0, 0
    for row in rows:
        if not row[0].isdigit():
            continue
        at += len(row[1])
        while k < len(ends) - 1 and at > ends[k]:
            k += 1
        result[int(row[0])] = k
    return result


def read(path: Path, lexicon: Lexicon, allowed: frozenset[str], *, gold_feats: bool = False) -> Iterator[Sentence]:
    """All sentences of a file in the one scheme; names only where the file holds NKJP's."""
    document, origin = "", path.name.split(".")[0]
    for comments, rows in read_rows(path):
        paragraph = False
        for line in comments:
            if line.startswith("# newdoc id = "):
                document, paragraph = line.split(" = ", 1)[1], True
            elif line.startswith("# newpar"):
                paragraph = True
        if any(len(row) not in {10, 11} or " " in row[3] for row in rows):
            continue  # a form with a tab in it
        words = words_of(rows, lexicon, allowed, gold_feats=gold_feats)
        names = read_names(comments, token_words(rows, words)) if "nkjp" in path.name else None
        yield Sentence(words, names, document, paragraph, origin)
