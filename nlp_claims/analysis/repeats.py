"""What a text names twice is one thing: the mentions of a name tell each other its class.

In «prezes Orlenu» little says whether a company or a town is meant; in «spółka Orlen kupi» everything does.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp_claims.analysis.network import Floats

#: How much of what a mention is taken for is what all mentions of the text together are taken for.
SHARE = 0.6
#: Letters of a stem at least, and of an ending at most.
STEM, ENDING = 4, 3


def stem(form: str) -> str:
    """What most cases of a name share («Płock», «Płocka», not «Nowak», «Nowakowie»); nothing of other words."""
    return form[: max(STEM, len(form) - ENDING)] if len(form) >= ENDING and form[0].isupper() else ""


def repeated(stems: Sequence[str], named: Sequence[bool]) -> list[list[int]]:
    """The words of one stem, for every stem that stands more than once and belongs to a name somewhere."""
    known = {s for s, is_named in zip(stems, named, strict=True) if s and is_named}
    groups: dict[str, list[int]] = defaultdict(list)
    for i, s in enumerate(stems):
        if s in known:
            groups[s].append(i)
    return [group for group in groups.values() if len(group) > 1]


def settle(scores: Floats, groups: Sequence[NDArray[Any]], starts: Sequence[int]) -> None:
    """Draw the classes of the words of each group together, where most of them speak for a name.

    Args:
        scores: (words, tags), changed in place, all tags of a class («B-orgName», «I-orgName»…) alike.
        groups: the words of each group.
        starts: where the tags of each class begin; the first class is that of no name.
    """
    if not groups:
        return
    words = np.concatenate(groups)
    sizes = np.asarray([len(group) for group in groups])
    classes = np.maximum.reduceat(scores[words], starts, axis=1)
    classes -= np.logaddexp.reduce(classes, axis=1, keepdims=True)
    means = np.add.reduceat(classes, np.cumsum(sizes) - sizes, axis=0) / sizes[:, None]
    weights = SHARE * (means.argmax(1) > 0)  # a mention is not talked out of being a name
    shift = np.repeat(weights, sizes)[:, None] * (np.repeat(means, sizes, axis=0) - classes)
    scores[words] += np.repeat(shift, np.diff([*starts, scores.shape[1]]), axis=1).astype(np.float32)
