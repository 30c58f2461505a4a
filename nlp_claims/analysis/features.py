"""What the network is told of a word form: its letters and what Morfeusz 2 knows of it.

The rows depend on the form alone, so a form is looked up in the dictionary once. Training and use
share this module: a change here asks for a new training.
"""

from functools import lru_cache
from typing import NamedTuple

from nlp_claims.analysis.readings import readings

#: Columns with one value a form, and columns with a bag of them.
SINGLE = ("norm", "prefix3", "suffix2", "suffix3", "suffix4", "shape", "tags", "classes", "marks")
BAGS = ("lemmas", "values")
#: Lemmas of a form that are looked at, and values of its tags.
BAG_SIZE = {"lemmas": 4, "values": 24}

#: Quotation marks and dashes that mean the same: a typographic variant never changes the analysis.
TYPOGRAPHY = str.maketrans({
    "„": '"', "”": '"', "“": '"', "«": '"', "»": '"', "‟": '"', "‘": "'", "’": "'", "‚": "'",
    "–": "-", "—": "-", "−": "-", "‒": "-", "―": "-", "‐": "-", "‑": "-", "…": "...",
})  # fmt: skip


class FormFeatures(NamedTuple):
    """Feature strings of a form: one for each of ``SINGLE``, a tuple for each of ``BAGS``."""

    single: tuple[str, ...]
    bags: tuple[tuple[str, ...], ...]


def shape(form: str) -> str:
    """The form with letters and digits replaced by x, X and d, runs cut at three («Xxxx», «dd-xxx»)."""
    if form.isalpha():
        if form.islower():
            return "xxx"[: len(form)]
        if form[0].isupper() and form[1:].islower():
            return "Xxxx"[: len(form)]
    out: list[str] = []
    for char in form:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        if out[-3:] != [kind] * 3:
            out.append(kind)
    return "".join(out[:12])


def plain(form: str) -> str:
    """Quotation marks and dashes of every kind as one of their kind."""
    return form.translate(TYPOGRAPHY).replace("''", '"').replace(",,", '"').replace("``", '"') or form


def normal(form: str) -> str:
    """Lower case; a long number is told by its length only."""
    lower = form.lower()
    if form.isalpha():
        return lower
    return "".join("0" if c.isdigit() else c for c in lower) if sum(c.isdigit() for c in lower) > 2 else lower  # noqa: PLR2004


class TagFeatures(NamedTuple):
    """What the tags of a form say, as feature strings: all of them, their classes, the values they name."""

    tags: str
    classes: str
    values: tuple[str, ...]


@lru_cache(maxsize=5_000)
def tag_features(tags: tuple[str, ...]) -> TagFeatures:
    """The feature strings of a set of tags, in order: the dictionary has some thousand sets, a text some hundred."""
    values = sorted({v for t in tags for part in t.split("+") for f in part.split(":") for v in f.split(".")})
    classes = sorted({t.partition(":")[0] for t in tags})
    return TagFeatures("|".join(tags), "|".join(classes), tuple(values[: BAG_SIZE["values"]]))


@lru_cache(maxsize=5_000)
def form_features(form: str) -> FormFeatures:
    """The feature strings of one form."""
    if not form.isalpha():
        form = plain(form)
    lower = normal(form)
    known = readings(form)
    told = tag_features(tuple(sorted({r.tag for r in known})))
    lemmas = tuple(dict.fromkeys(r.lemma.lower() for r in known)) or (lower,)
    capital = "A" if len(form) > 1 and form.isupper() else "C" if form[:1].isupper() else "c"
    marks = sorted({m for r in known for m in r.marks})
    return FormFeatures(
        (
            lower,
            lower[:3],
            lower[-2:],
            lower[-3:],
            lower[-4:],
            shape(form),
            told.tags,
            told.classes,
            "|".join(marks) + capital,
        ),
        (lemmas[: BAG_SIZE["lemmas"]], told.values),
    )
