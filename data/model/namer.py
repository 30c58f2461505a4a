"""The network of names, as it is trained: embeddings of forms of its own, a BiLSTM, BIOES tags.

``nlp_claims.analysis.names`` computes the same in NumPy.
"""

import torch
from forms import FormNetwork
from recurrence import packed, recur
from torch import Tensor, nn
from treebank import Sentence

PARTS = ("B", "I", "E", "S")
WIDTHS = {
    "norm": 64, "prefix3": 24, "suffix2": 16, "suffix3": 32, "suffix4": 32, "shape": 16, "tags": 32, "classes": 16,
    "marks": 24, "lemmas": 64, "values": 24,
}  # fmt: skip


class Namer(FormNetwork):
    """``sizes``: how many values each feature has; ``tags``: how many BIOES tags there are."""

    def __init__(
        self,
        sizes: dict[str, int],
        tags: int,
        *,
        width: int = 96,
        hidden: int = 64,
        inner: int = 96,
        drop: float = 0.33,
    ) -> None:
        super().__init__(sizes, WIDTHS, width=width, drop=drop)
        self.lstm = nn.LSTM(width, hidden, 1, bidirectional=True)
        self.inner = nn.Linear(2 * hidden + width, inner)
        self.outer = nn.Linear(inner, tags)

    def forward(self, rows: Tensor, lengths: list[int]) -> Tensor:
        """Rows of feature numbers (words, columns) of sentences of ``lengths`` words -> scores (words, tags)."""
        sentence = torch.repeat_interleave(torch.arange(len(lengths)), torch.tensor(lengths))
        x = self.embed(rows)
        states = recur(self.dropped(x, sentence, len(lengths)), self.lstm, 0, packed(lengths))
        seen = self.dropped(torch.cat([states, x], 1), sentence, len(lengths))
        return self.outer(nn.functional.dropout(torch.relu(self.inner(seen)), self.drop, self.training))


def name_tags(sentence: Sentence, index: dict[str, int]) -> list[int]:
    """BIOES tags of the names of a sentence; -1 throughout where nobody looked."""
    if sentence.names is None:
        return [-1] * len(sentence.words)
    tags = [0] * len(sentence.words)
    for start, end, label in sentence.names:
        if end - start == 1:
            tags[start] = index[f"S-{label}"]
        else:
            tags[start:end] = [index[f"B-{label}"], *[index[f"I-{label}"]] * (end - start - 2), index[f"E-{label}"]]
    for i in sentence.unsure:
        tags[i] = -1
    return tags


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """The well-formed names of a BIOES sequence."""
    found, start = set(), None
    for i, tag in enumerate(tags):
        part, _, label = tag.partition("-")
        if part == "S":
            found.add((i, i + 1, label))
        elif part == "E" and start is not None and start[1] == label:
            found.add((start[0], i + 1, label))
        start = (i, label) if part == "B" else start if part == "I" and start and start[1] == label else None
    return found
