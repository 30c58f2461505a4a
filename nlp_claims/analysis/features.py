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
    out: list[str] = []
    for char in form:
        kind = "X" if char.isupper() else "x" if char.isalpha() else "d" if char.isdigit() else char
        if out[-3:] != [kind] * 3:
            out.append(kind)
    return "".join(out[:12])


def normal(form: str) -> str:
    """Lower case; a long number is told by its length only."""
    lower = form.lower()
    return "".join("0" if c.isdigit() else c for c in lower) if sum(c.isdigit() for c in lower) > 2 else lower  # noqa: PLR2004


@lru_cache(maxsize=5_000)
def form_features(form: str) -> FormFeatures:
    """The feature strings of one form."""
    form = form.translate(TYPOGRAPHY).replace("''", '"').replace(",,", '"').replace("``", '"') or form
    lower = normal(form)
    known = readings(form)
    tags = sorted({r.tag for r in known})
    values = sorted({v for t in tags for part in t.split("+") for f in part.split(":") for v in f.split(".")})
    lemmas = tuple(dict.fromkeys(r.lemma.lower() for r in known)) or (lower,)
    capital = "A" if len(form) > 1 and form.isupper() else "C" if form[:1].isupper() else "c"
    return FormFeatures(
        (
            lower,
            lower[:3],
            lower[-2:],
            lower[-3:],
            lower[-4:],
            shape(form),
            "|".join(tags),
            "|".join(sorted({t.partition(":")[0] for t in tags})),
            "|".join(sorted({m for r in known for m in r.marks})) + capital,
        ),
        (lemmas[: BAG_SIZE["lemmas"]], tuple(values[: BAG_SIZE["values"]])),
    )
