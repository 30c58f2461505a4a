"""CoNLL-U in, one label scheme out: trees, lemmas, UD features, coarse NKJP tags and names.

The treebanks come from seven years of annotation. What is written here is the scheme of the
reference pipeline: relations of UD 2.8, coarse tags of the older NKJP tagset in capitals, features
of today's treebank, agglutinates («zrobił» + «em») merged into the word that a text shows.
"""

import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

MISSING = -1

#: Relations of other treebank versions, as UD 2.8 writes them; what has no counterpart is left open.
RELATIONS = {
    "root": "ROOT",
    "advcl:cmp": "advcl:cmpr",
    "obl:cmp": "obl:cmpr",
    "obl:comp": "obl:cmpr",
    "amod:cmp": "obl:cmpr",
    "nmod:cmp": "obl:cmpr",
    "advmod:cmp": "obl:cmpr",
    "acl:cmp": "advcl:cmpr",
    "cop:locat": "cop",
    "expl:impers": "expl:pv",
    "discourse": "discourse:intj",
    "discourse:emo": "discourse:intj",
    "discourse:comment": "advmod:emph",
    "compound:aglt": "aux:clitic",
    "compound:cnd": "aux:cnd",
    "compound:imp": "aux:imp",
    "nmod:title": "nmod:flat",
    "nmod:subj": "nmod",
    "nmod:pred": "nmod",
    "nummod:flat": "nmod:flat",
    "acl:attrib": "acl",
    "xcomp:subj": "xcomp",
    "xcomp:obj": "xcomp",
    "csubj:pass": "csubj",
    "obl:orphan": "orphan",
    "reparandum": "conj",
    "parataxis": "parataxis:insert",
}

#: Classes of today's tagset, as the older one of the reference calls them.
CLASSES = {
    "part": "qub", "dig": "num", "romandig": "adj", "frag": "burk", "ign": "xxx", "sym": "xxx", "emo": "xxx",
}  # fmt: skip

NUMBERS = {"sg": "Number=Sing", "pl": "Number=Plur"}
CASES = {
    "nom": "Case=Nom", "gen": "Case=Gen", "dat": "Case=Dat", "acc": "Case=Acc", "inst": "Case=Ins",
    "loc": "Case=Loc", "voc": "Case=Voc",
}  # fmt: skip
GENDERS = {
    "m1": "Animacy=Hum|Gender=Masc", "m2": "Animacy=Nhum|Gender=Masc", "m3": "Animacy=Inan|Gender=Masc",
    "f": "Gender=Fem", "n": "Gender=Neut", "n1": "Gender=Neut", "n2": "Gender=Neut",
    "p1": "Animacy=Hum|Gender=Masc", "p2": "Gender=Neut", "p3": "Gender=Neut",
}  # fmt: skip
OTHERS = {
    "pos": "Degree=Pos", "com": "Degree=Cmp", "sup": "Degree=Sup",
    "imperf": "Aspect=Imp", "perf": "Aspect=Perf", "aff": "Polarity=Pos", "neg": "Polarity=Neg",
    "wok": "Variant=Long", "nwok": "Variant=Short", "akc": "Variant=Long", "nakc": "Variant=Short",
    "praep": "PrepCase=Pre", "npraep": "PrepCase=Npr",
    "pri": "Person=1", "sec": "Person=2", "ter": "Person=3", "pt": "Number=Ptan",
}  # fmt: skip
FIELDS = {**NUMBERS, **CASES, **GENDERS, **OTHERS}
#: What a class says by itself.
BY_CLASS = {
    "fin": "Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Act",
    "praet": "Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Act",
    "bedzie": "Mood=Ind|Tense=Fut|VerbForm=Fin",
    "impt": "Mood=Imp|VerbForm=Fin|Voice=Act",
    "imps": "Mood=Ind|Person=0|Tense=Past|VerbForm=Fin|Voice=Act",
    "inf": "VerbForm=Inf|Voice=Act",
    "pcon": "Tense=Pres|VerbForm=Conv|Voice=Act",
    "pant": "Tense=Past|VerbForm=Conv|Voice=Act",
    "pact": "VerbForm=Part|Voice=Act",
    "ppas": "VerbForm=Part|Voice=Pass",
    "ger": "VerbForm=Vnoun",
    "winien": "Aspect=Imp|Mood=Ind|Tense=Pres|VerbForm=Fin|VerbType=Mod|Voice=Act",
    "pred": "Mood=Ind|Tense=Pres|VerbForm=Fin|VerbType=Quasi",
    "adja": "Hyph=Yes",
    "adjc": "Variant=Short",
    "depr": "Polite=Depr",
    "brev": "Abbr=Yes",
    "siebie": "PronType=Prs|Reflex=Yes",
}
UPOS = {
    "subst": "NOUN", "depr": "NOUN", "ger": "NOUN", "brev": "NOUN", "adj": "ADJ", "adja": "ADJ", "adjp": "ADJ",
    "adjc": "ADJ", "pact": "ADJ", "ppas": "ADJ", "adv": "ADV", "num": "NUM", "numcol": "NUM", "ppron12": "PRON",
    "ppron3": "PRON", "siebie": "PRON", "fin": "VERB", "praet": "VERB", "impt": "VERB", "imps": "VERB",
    "inf": "VERB", "pcon": "VERB", "pant": "VERB", "winien": "VERB", "pred": "VERB", "bedzie": "AUX", "aglt": "AUX",
    "prep": "ADP", "conj": "CCONJ", "comp": "SCONJ", "qub": "PART", "interj": "INTJ", "interp": "PUNCT",
    "burk": "X", "xxx": "X",
}  # fmt: skip
LEXICAL = frozenset(
    [
        "PronType",
        "NumType",
        "NumForm",
        "Poss",
        "Reflex",
        "PartType",
        "ConjType",
        "AdpType",
        "PunctType",
        "PunctSide",
        "Foreign",
        "Number[psor]",
        "VerbType",
        "Polarity",
        "Person",
    ]
)


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


@dataclass
class Sentence:
    """Words in order; ``names`` are (start, end, label) in words, or ``None`` where nobody looked for names."""

    words: list[Word]
    names: list[tuple[int, int, str]] | None = None
    document: str = ""
    paragraph: bool = False
    origin: str = ""
    unsure: frozenset[int] = frozenset()  # words of which nobody can tell whether they belong to a name

    @property
    def key(self) -> str:
        """The sentence without white space: what tells that two corpora share it."""
        return "".join(w.form for w in self.words)

    @property
    def has_tree(self) -> bool:
        """Whether every word has a head."""
        return all(w.head != MISSING for w in self.words)


@dataclass
class Lexicon:
    """Parts of speech and lexical features that a tag alone does not tell, learnt from today's treebanks."""

    by_lemma: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def learn(cls, rows: Iterable[tuple[str, str, str, str]]) -> "Lexicon":
        """From (class, lemma, UPOS, FEATS) of gold words."""
        seen: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)
        for kind, lemma, pos, feats in rows:
            names = LEXICAL if kind in {"adj", "qub"} else LEXICAL - {"Person", "Polarity"}
            lexical = "|".join(f for f in feats.split("|") if f.partition("=")[0] in names)
            seen[kind, lemma][pos, lexical] += 1
        return cls({key: counts.most_common(1)[0][0] for key, counts in seen.items()})

    def features(self, kind: str, fields: list[str], lemma: str, form: str) -> tuple[str, str]:
        """The UPOS and FEATS of a word of class ``kind`` with the positions ``fields``."""
        feats = {}
        pos, lexical = self.by_lemma.get((kind, lemma), (UPOS.get(kind, "X"), ""))
        if (kind, lemma) not in self.by_lemma:
            if kind == "subst" and lemma[:1].isupper():
                pos = "PROPN"
            if form.isdigit() and kind in {"num", "adj"}:
                lexical = "NumForm=Digit|NumType=" + ("Card" if kind == "num" else "Ord")
            elif kind in {"num", "numcol"}:
                lexical = "NumForm=Word"
            elif kind == "prep":
                lexical = "AdpType=Prep"
        parts = [BY_CLASS.get(kind, ""), lexical]
        for value in fields:
            if kind == "prep" and value in CASES:
                continue  # the case that a preposition governs is no feature of it in PDB
            if kind in {"siebie", "burk", "interp", "brev", "qub", "comp", "conj"} and value not in CASES:
                continue
            parts.append(FIELDS.get(value, ""))
        for item in "|".join(p for p in parts if p).split("|"):
            name, _, value = item.partition("=")
            if name:
                feats[name] = value
        if kind == "fin" and feats.get("Aspect") == "Perf":
            feats["Tense"] = "Fut"
        if kind == "adj" and "PronType" in feats:
            feats.pop("Degree", None)  # «który», «ten», «mój» are determiners: they have no degree
        return pos, "|".join(f"{n}={feats[n]}" for n in sorted(feats, key=str.lower)) or "_"


def read_rows(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Sentences of a CoNLL-U (or .cupt) file, xz: comment lines and rows of columns."""
    comments: list[str] = []
    rows: list[list[str]] = []
    opened = lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")
    with opened as lines:
        for line in lines:
            line = line.rstrip("\n")
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


def coarse(xpos: str) -> str:
    """The class of an NKJP tag in the older tagset, lower case."""
    kind = xpos.split(":", 1)[0] or "xxx"
    if kind == "_":
        kind = "xxx"
    return CLASSES.get(kind, kind)


def relation(label: str, allowed: frozenset[str]) -> str:
    """The label of the reference's scheme for one of any treebank version."""
    label = RELATIONS.get(label, label)
    return label if label in allowed else label.partition(":")[0] if label.partition(":")[0] in allowed else "dep"


def without_extpos(feats: str) -> str:
    """FEATS without what the reference's version of the scheme did not have."""
    return "|".join(f for f in feats.split("|") if not f.startswith("ExtPos=")) or "_"


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
