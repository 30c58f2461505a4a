"""Concord: what a tree tells of features that the words alone leave open.

«nowe kasety» is nominative or accusative, and «powiodły się» feminine, neuter or masculine: an adjective takes
case, number and gender of its noun, and a predicate the gender of its subject, where its form allows them. «co»
and «gdzie» are relative in a relative clause and interrogative elsewhere.
"""

from functools import lru_cache
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc

from nlp_claims.analysis.agreement import allowed

#: Relations of an adjective or a participle to the noun that it agrees with.
MODIFIERS = ("amod", "amod:flat", "det", "det:poss", "acl")
#: Relations of a noun to the predicate that agrees with it.
SUBJECTS = ("nsubj", "nsubj:pass")
#: Relations of a clause to what it stands under, the relative one first.
CLAUSES = (
    "acl:relcl", "ROOT", "acl", "advcl", "advcl:cmpr", "advcl:relcl", "ccomp", "ccomp:cleft", "ccomp:obj", "csubj",
    "parataxis:insert", "parataxis:obj", "xcomp",
)  # fmt: skip
#: What an adjective takes from its noun, and a predicate from its subject.
NOUN: tuple[str, ...] = ("Case", "Number", "Gender", "Animacy")
GENDER: tuple[str, ...] = ("Gender", "Animacy")


def agree(doc: Doc) -> None:
    """Let the features of adjectives, predicates and relative words follow from the tree."""
    strings = doc.vocab.strings
    columns = doc.to_array(["DEP", "HEAD", "MORPH", "POS", "ORTH"])
    relations, before = columns[:, 0], columns[:, 2]
    heads = np.arange(len(doc)) + columns[:, 1].astype(np.int64)
    morphs, poses, orths = before.tolist(), columns[:, 3].tolist(), columns[:, 4].tolist()
    for labels, adjectives in ((MODIFIERS, True), (SUBJECTS, False)):
        words = np.flatnonzero(np.isin(relations, [strings[label] for label in labels]))
        for word, head in zip(words.tolist(), heads[words].tolist(), strict=True):
            one, noun = (word, head) if adjectives else (head, word)
            if morphs[one] == morphs[noun]:
                continue
            wanted = _wanted(strings[morphs[one]], strings[morphs[noun]], adjective=adjectives)
            if wanted and allowed(strings[orths[one]], strings[poses[one]], wanted):
                morphs[one] = doc.vocab.morphology.add(wanted)
    asking = [key for key in set(morphs) if _asks(strings[key])]
    if asking:
        clauses = [strings[label] for label in CLAUSES]
        above, up = relations.tolist(), heads.tolist()
        for word in np.flatnonzero(np.isin(before, asking)).tolist():
            at = word
            while above[at] not in clauses and up[at] != at:
                at = up[at]
            kind = "Rel" if above[at] == clauses[0] else "Int"
            morphs[word] = doc.vocab.morphology.add(_with(strings[morphs[word]], PronType=kind))
    after = np.asarray(morphs, dtype=np.uint64)
    if (after != before).any():
        doc.from_array(["MORPH"], cast("Any", after[:, None]))


@lru_cache(maxsize=20_000)
def _wanted(own: str, noun: str, *, adjective: bool) -> str | None:
    """The features ``own`` of a word made to agree with those of its noun; ``None`` where nothing is to be done."""
    mine, its = _parsed(own), _parsed(noun)
    if its.get("Number") == "Ptan":
        its["Number"] = "Plur"
    if "Gender" not in mine or "Gender" not in its:
        return None
    if adjective:
        fits = "Case" in mine and "Case" in its and bool(mine.keys() & {"Degree", "PronType", "VerbForm"})
    else:
        fits = mine.get("Case", "Nom") == its.get("Case") == "Nom" and mine.get("Number") == its.get("Number")
    if not fits:
        return None
    taken = NOUN if adjective else GENDER
    agreed = {k: v for k, v in mine.items() if k not in taken} | {k: v for k, v in its.items() if k in taken}
    return None if agreed == mine else _joined(agreed)


@lru_cache(maxsize=20_000)
def _asks(feats: str) -> bool:
    """Whether the features are those of «co», «który», «gdzie»; «jak» has a degree and one analysis everywhere."""
    found = _parsed(feats)
    return found.get("PronType") in {"Int", "Rel"} and "Degree" not in found


@lru_cache(maxsize=20_000)
def _with(feats: str, **changed: str) -> str:
    """The features with some changed."""
    return _joined(_parsed(feats) | changed)


def _parsed(feats: str) -> dict[str, str]:
    return dict(item.split("=", 1) for item in feats.split("|") if "=" in item)


def _joined(feats: dict[str, str]) -> str:
    return "|".join(f"{name}={feats[name]}" for name in sorted(feats, key=str.lower))
