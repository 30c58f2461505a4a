"""Forms of words as numbers and as vectors: what every network here begins with.

``nlp_claims.analysis.network`` computes the same in NumPy.
"""

from collections import Counter
from collections.abc import Iterable

import numpy as np
import torch
from torch import Tensor, nn

from nlp_claims.analysis.features import BAG_SIZE, BAGS, SINGLE, form_features

LEAST = {"norm": 3, "lemmas": 3, "suffix4": 4, "suffix3": 3, "prefix3": 4, "suffix2": 3, "shape": 4}
HIDDEN = 0.2  # of the features of a form, in training


def vocabulary(forms: Iterable[str]) -> dict[str, list[str]]:
    """The feature values met often enough in ``forms`` (with repetitions), in a fixed order; 0 is for the rest."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*SINGLE, *BAGS)}
    for form, n in Counter(forms).items():
        single, bags = form_features(form)
        for name, value in zip(SINGLE, single, strict=True):
            counts[name][value] += n
        for name, values in zip(BAGS, bags, strict=True):
            for value in values:
                counts[name][value] += n
    return {name: sorted(v for v, n in c.items() if n >= LEAST.get(name, 2)) for name, c in counts.items()}


class Rows:
    """Feature rows of forms, each computed once: an integer table that grows."""

    def __init__(self, vocab: dict[str, list[str]]) -> None:
        self.ids = {name: {v: i for i, v in enumerate(values, start=1)} for name, values in vocab.items()}
        self.width = len(SINGLE) + sum(BAG_SIZE[b] for b in BAGS)
        self.index: dict[str, int] = {}
        self.table = np.zeros((200_000, self.width), dtype=np.int32)

    def __call__(self, form: str) -> int:
        """The row number of a form."""
        at = self.index.get(form)
        if at is None:
            at = self.index[form] = len(self.index)
            if at == len(self.table):
                self.table = np.concatenate([self.table, np.zeros_like(self.table)])
            single, bags = form_features(form)
            row = [self.ids[n].get(v, 0) for n, v in zip(SINGLE, single, strict=True)]
            for name, values in zip(BAGS, bags, strict=True):
                ids = [self.ids[name].get(v, 0) for v in values]
                row += ids + [0] * (BAG_SIZE[name] - len(ids))
            self.table[at] = row
        return at

    def of(self, forms: Iterable[str]) -> Tensor:
        """The rows of forms, (forms, columns)."""
        numbers = [self(form) for form in forms]
        return torch.from_numpy(self.table[numbers].astype(np.int64))


class FormNetwork(nn.Module):
    """Vectors of forms: ``sizes`` tells how many values each feature has, ``widths`` how wide it is embedded."""

    def __init__(self, sizes: dict[str, int], widths: dict[str, int], *, width: int, drop: float) -> None:
        super().__init__()
        self.width, self.drop = width, drop
        self.tables = nn.ModuleDict(
            {f"{n}_": nn.Embedding(sizes[n] + 1, widths[n], padding_idx=0) for n in (*SINGLE, *BAGS)}
        )
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.1)
            with torch.no_grad():
                table.weight[0] = 0
        self.mix = nn.Linear(sum(widths[n] for n in (*SINGLE, *BAGS)), 2 * width)

    def embed(self, rows: Tensor) -> Tensor:
        """Rows of feature numbers (words, columns) -> (words, width)."""
        parts = [self.tables[f"{n}_"](rows[:, i]) for i, n in enumerate(SINGLE)]
        at = len(SINGLE)
        for name in BAGS:
            ids = rows[:, at : at + BAG_SIZE[name]]
            at += BAG_SIZE[name]
            found = (ids > 0).sum(1, keepdim=True).clamp(min=1)
            parts.append(self.tables[f"{name}_"](ids).sum(1) / found)
        if self.training:
            keep = torch.rand(len(rows), len(parts)) > HIDDEN
            parts = [p * keep[:, i : i + 1] for i, p in enumerate(parts)]
        mixed = self.mix(torch.cat(parts, 1)).view(len(rows), self.width, 2)
        return mixed.amax(2)

    def dropped(self, x: Tensor, sentence: Tensor, count: int) -> Tensor:
        """Dropout of whole columns over a sentence; ``sentence`` tells the one of each of ``count`` of a word."""
        if not self.training:
            return x
        mask = (torch.rand(count, x.shape[-1]) > self.drop).float() / (1 - self.drop)
        return x * mask[sentence]
