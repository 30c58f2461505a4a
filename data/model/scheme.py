"""The one label scheme, that of the reference pipeline, and how the tags of the corpora become it.

Relations of UD 2.8, coarse tags of the older NKJP tagset in capitals, features of today's treebank.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from nlp_claims.analysis.readings import readings

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
#: Features that a lemma decides and an NKJP tag does not tell.
LEXICAL = frozenset(
    {"PronType", "NumType", "NumForm", "Poss", "Reflex", "PartType", "ConjType", "AdpType", "PunctType", "PunctSide"}
    | {"Foreign", "Number[psor]", "VerbType", "Polarity", "Person"}
)


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
        if kind == "subst" and "pl" in fields and plural_only(form, lemma, fields):
            parts.append("Number=Ptan")
        for item in "|".join(p for p in parts if p).split("|"):
            name, _, value = item.partition("=")
            if name:
                feats[name] = value
        if kind == "fin" and feats.get("Aspect") == "Perf":
            feats["Tense"] = "Fut"
        if kind == "adj" and "PronType" in feats:
            feats.pop("Degree", None)  # «który», «ten», «mój» are determiners: they have no degree
        return pos, "|".join(f"{n}={feats[n]}" for n in sorted(feats, key=str.lower)) or "_"


def plural_only(form: str, lemma: str, fields: list[str]) -> bool:
    """Whether the dictionary knows a noun in this gender as one without a singular («drzwi»), as NKJP does not say."""
    genders = {f for f in fields if f in GENDERS}
    known = [
        values
        for reading in readings(form)
        if reading.lemma == lemma
        and genders & (values := {v for f in reading.tag.split(":") for v in f.split(".")})
        and "pl" in values
    ]
    return bool(known) and all("pt" in values for values in known)


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
