"""The ``claims_lemmatizer`` component: of the dictionary's lemmas, the one that fits the predicted tag and features.

Words that the dictionary does not know, names above all, lose an ending that was learnt with the tagger.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from nlp_claims.analysis.keeping import make_room
from nlp_claims.analysis.readings import Reading, readings

#: Classes of the dictionary's tagset that the pipeline's tagset names otherwise.
CLASSES = {"part": "QUB", "dig": "NUM", "romandig": "ADJ", "frag": "BURK", "ign": "XXX", "sym": "XXX"}
VALUES = {
    "Case=Nom": "nom", "Case=Gen": "gen", "Case=Dat": "dat", "Case=Acc": "acc", "Case=Ins": "inst",
    "Case=Loc": "loc", "Case=Voc": "voc", "Number=Sing": "sg", "Number=Plur": "pl", "Number=Ptan": "pl",
    "Animacy=Hum": "m1", "Animacy=Nhum": "m2", "Animacy=Inan": "m3", "Gender=Fem": "f", "Gender=Neut": "n",
    "Aspect=Imp": "imperf", "Aspect=Perf": "perf", "Degree=Cmp": "com", "Degree=Sup": "sup",
}  # fmt: skip
#: Letters of an ending at most.
LONGEST = 5


@lru_cache(maxsize=5_000)
def condition(tag: str, feats: str) -> str:
    """What of the features tells lemmas of a tag apart: «gen.m1.sg»; nothing for words without inflection."""
    return ".".join(sorted(VALUES[f] for f in feats.split("|") if f in VALUES)) if tag != "INTERP" else ""


def from_dictionary(form: str, tag: str, values: str, *, proper: bool) -> str | None:
    """The lemma of the reading that fits best, or ``None`` for a form that the dictionary does not know.

    ``proper``: whether the word is a name («Na» at the start of a sentence is no sodium).
    """
    known = readings(form)
    if not known:
        return None
    wanted = frozenset(values.split("."))

    def fit(reading: Reading) -> tuple[int, int, int]:
        kind, found = _parts(reading.tag)
        return kind == tag, len(wanted & found), reading.lemma[:1].isupper() == proper

    return max(known, key=fit).lemma.replace("\xa0", "_")  # «np.» is na_przykład in the treebanks


@cache
def _parts(tag: str) -> tuple[str, frozenset[str]]:
    """Class, in the pipeline's tagset, and values of a dictionary tag."""
    kind, *fields = tag.partition("+")[0].split(":")
    return CLASSES.get(kind, kind.upper()), frozenset(v for f in fields for v in f.split("."))


def create(nlp: Language, name: str) -> "DictionaryLemmatizer":  # noqa: ARG001
    """The component's factory."""
    return DictionaryLemmatizer()


class DictionaryLemmatizer:
    """Sets ``token.lemma_`` after the tagger and the morphologizer.

    ``exceptions`` and ``endings`` are learnt from gold words: forms whose usual lemma is not the dictionary's
    first choice, and how unknown words end.
    """

    def __init__(self) -> None:
        self._exceptions: dict[str, str] = {}
        self._endings: dict[str, str] = {}
        self._known: dict[tuple[int, int, int, int], str] = {}

    def set_tables(self, exceptions: dict[str, str], endings: dict[str, str]) -> None:
        """Take the learnt tables."""
        self._exceptions, self._endings = exceptions, endings
        self._known.clear()

    def __call__(self, doc: Doc) -> Doc:
        """Write the lemma of every token of ``doc``."""
        strings, known = doc.vocab.strings, self._known
        propn = strings["PROPN"]
        lemmas = []
        for key in map(tuple, doc.to_array(["ORTH", "TAG", "POS", "MORPH"]).tolist()):
            lemma = known.get(key)
            if lemma is None:
                make_room(known)
                orth, tag, pos, feats = key
                lemma = known[key] = self.lemma(strings[orth], strings[tag], strings[feats], proper=pos == propn)
            lemmas.append(strings.add(lemma))  # each time anew: at the end of a memory zone the vocabulary forgets it
        if lemmas:
            doc.from_array(["LEMMA"], cast("Any", np.asarray(lemmas, dtype=np.uint64)[:, None]))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Write the lemmas of documents, in order."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            yield from map(self, batch)

    def lemma(self, form: str, tag: str, feats: str, *, proper: bool = False) -> str:
        """The lemma of a form in the reading that a coarse tag and UD features describe; ``proper``: of a name."""
        if tag in {"INTERP", "_SP"}:
            return form
        values = condition(tag, feats)
        for written in (form,) if proper else (form.lower(),):
            if (special := self._exceptions.get(f"{written} {tag} {values}")) is not None:
                return special
        if (found := from_dictionary(form, tag, values, proper=proper)) is not None:
            return found
        return self._without_ending(form, tag, values, proper=proper or tag not in {"SUBST", "ADJ"})

    def _without_ending(self, form: str, tag: str, values: str, *, proper: bool) -> str:
        word = form if proper or form.isupper() else form.lower()
        for size in range(min(LONGEST, len(form) - 1), -1, -1):
            rule = self._endings.get(f"{tag} {values} {form[len(form) - size :].lower()}")
            if rule is not None:
                cut, _, added = rule.partition("+")
                stem = word[: len(word) - int(cut)]
                return stem + (added.upper() if form.isupper() and len(form) > 1 and added != added.upper() else added)
        return word

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write ``lemmas.json`` into the folder ``path``."""
        Path(path).mkdir(parents=True, exist_ok=True)
        tables = {"exceptions": self._exceptions, "endings": self._endings}
        text = json.dumps(tables, ensure_ascii=False, indent=0, sort_keys=True)
        (Path(path) / "lemmas.json").write_text(text + "\n", encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "DictionaryLemmatizer":  # noqa: ARG002
        """Read what ``to_disk`` wrote."""
        file = Path(path) / "lemmas.json"
        if file.is_file():
            tables = json.loads(file.read_text(encoding="utf-8"))
            self.set_tables(tables["exceptions"], tables["endings"])
        return self


Language.factory("claims_lemmatizer", assigns=["token.lemma"], func=create)
