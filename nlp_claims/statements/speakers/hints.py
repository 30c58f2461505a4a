"""What the statistical pipeline says of the tokens of the rules: a second opinion, never the only one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from nlp_claims.morphology import CASE_OF
from nlp_claims.statements.text import Text


@dataclass(frozen=True, slots=True)
class Hints:
    """The pipeline's opinion by token.

    ``subjects``: subject token by verb token. ``cases``: ``nom``, ``gen``, …; ``pos``: universal tags.
    """

    subjects: dict[int, int] = field(default_factory=dict)
    cases: dict[int, str] = field(default_factory=dict)
    pos: dict[int, str] = field(default_factory=dict)


def read_hints(doc: Doc, text: Text) -> Hints:
    """What the pipeline says of each of our tokens; nothing where it says nothing."""
    if not doc.has_annotation("POS"):
        return Hints()
    # in columns: asking each token costs more than all that is done with the answers
    columns: NDArray[Any] = doc.to_array(["IDX", "POS", "MORPH", "DEP", "HEAD"])
    # for each of spaCy's tokens, the first of ours that ends behind its start; backwards, so that the first of several
    # that share one of ours has the last word
    places = np.searchsorted(text.ends, columns[:, 0].astype("int64"), side="right")
    size = int(np.searchsorted(places, len(text.tokens)))
    strings = doc.vocab.strings
    backwards = places[:size][::-1].tolist()
    pos = dict(zip(backwards, _answers(columns[:size, 1][::-1], strings.__getitem__), strict=True))
    cases = _answers(columns[:size, 2][::-1], lambda morph: _case(strings[morph]))
    subjects: dict[int, int] = {}
    if doc.has_annotation("DEP"):
        dependents = np.flatnonzero(columns[:size, 3] == strings["nsubj"])[::-1]
        heads = dependents + columns[dependents, 4].astype("int64")
        subjects = dict(zip(places[heads].tolist(), places[dependents].tolist(), strict=True))
        subjects.pop(len(text.tokens), None)
    return Hints(subjects, {place: case for place, case in zip(backwards, cases, strict=True) if case}, pos)


def _answers(keys: NDArray[Any], answer: Callable[[int], str]) -> list[str]:
    """The answer for each key, each asked once."""
    known = {key: answer(key) for key in set(keys.tolist())}
    return [known[key] for key in keys.tolist()]


@lru_cache(maxsize=4096)
def _case(morph: str) -> str:
    """The case among the features, as the dictionary calls it («Animacy=Hum|Case=Dat» → «dat»)."""
    found = morph.partition("Case=")[2].partition("|")[0].partition(",")[0]
    return CASE_OF.get(found, "")
