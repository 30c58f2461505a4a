"""The network, as it is trained: embeddings of forms, two BiLSTMs, heads for every annotation.

``nlp_claims.analysis.network`` computes the same in NumPy. The treebanks differ in style, so the parser's
layers also see which treebank a tree is from; the shipped network always answers in the style of the newest.
"""

import numpy as np
import torch
from forms import FormNetwork
from recurrence import packed, recur
from torch import Tensor, nn

WIDTHS = {
    "norm": 96, "prefix3": 32, "suffix2": 24, "suffix3": 48, "suffix4": 48, "shape": 16, "tags": 64, "classes": 32,
    "marks": 24, "lemmas": 96, "values": 48,
}  # fmt: skip
WINDOW = 3  # words on either side that tell whether a sentence starts
STYLES = ("pdb", "pdb2019", "parseme", "lfg", "nkjp", "pud")
STYLE_WIDTH = 16
FORM_WIDTH = 48  # what the names see of a word's form beside its state


class Network(FormNetwork):
    """``sizes``: how many values each feature has; ``labels``: how many each head tells apart."""

    def __init__(
        self,
        sizes: dict[str, int],
        labels: dict[str, int],
        *,
        width: int = 128,
        hidden: int = 128,
        arc: int = 192,
        rel: int = 48,
        morph: int = 128,
        ner: int = 96,
        drop: float = 0.33,
    ) -> None:
        super().__init__(sizes, WIDTHS, width=width, drop=drop)
        self.lstm = nn.LSTM(width, hidden, 2, batch_first=True, bidirectional=True, dropout=drop)
        self.split_in = nn.Linear((2 * WINDOW + 1) * width, 64)
        self.split_out = nn.Linear(64, 1)
        self.tag = nn.Linear(2 * hidden, labels["tagger"])
        self.morph_in = nn.Linear(2 * hidden, morph)
        self.morph_out = nn.Linear(morph, labels["morphologizer"])
        self.form = nn.Linear(width, FORM_WIDTH)
        self.ner_in = nn.Linear(2 * hidden + FORM_WIDTH, ner)
        self.ner_near = nn.Linear(3 * ner, ner)
        self.ner_out = nn.Linear(ner, labels["ner"])
        self.style = nn.Embedding(len(STYLES), STYLE_WIDTH)
        # treebanks also tag a few words each in their way: «jak» is COMP here and ADV there
        self.tag_style = nn.Embedding(len(STYLES), labels["tagger"])
        self.morph_style = nn.Embedding(len(STYLES), labels["morphologizer"])
        nn.init.zeros_(self.tag_style.weight)
        nn.init.zeros_(self.morph_style.weight)
        self.mlp = nn.Linear(2 * hidden, 2 * arc + 2 * rel)
        self.mlp_style = nn.Linear(STYLE_WIDTH, 2 * arc + 2 * rel, bias=False)
        self.arc, self.rel = arc, rel
        self.root = nn.Parameter(torch.zeros(arc))
        self.arc_weight = nn.Parameter(torch.zeros(arc, arc))
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        self.rel_weight = nn.Parameter(torch.zeros(rel + 1, labels["parser"], rel + 1))
        self.rel_style = nn.Embedding(len(STYLES), labels["parser"])
        nn.init.orthogonal_(self.arc_weight, 0.5)
        nn.init.zeros_(self.rel_style.weight)

    def starts(self, x: Tensor, groups: list[int]) -> Tensor:
        """Logits that a sentence starts at each word; ``groups`` are the lengths of the texts in ``x``."""
        pad = x.new_zeros(WINDOW, x.shape[1])
        index, parts, at = [], [pad], WINDOW
        done = 0
        for n in groups:
            parts += [x[done : done + n], pad]
            index += range(at, at + n)
            at += n + WINDOW
            done += n
        padded = torch.cat(parts)
        centre = torch.tensor(index)
        window = torch.cat([padded[centre + k] for k in range(-WINDOW, WINDOW + 1)], 1)
        return self.split_out(torch.relu(self.split_in(window)))[:, 0]

    def encode(self, x: Tensor, lengths: list[int]) -> Tensor:
        """(words, width) in sentence order -> (words, 2 * hidden)."""
        order = packed(lengths)
        sentence = torch.repeat_interleave(torch.arange(len(lengths)), torch.tensor(lengths))
        for layer in (0, 1):
            x = recur(self.dropped(x, sentence, len(lengths)), self.lstm, layer, order)
        return self.dropped(x, sentence, len(lengths))

    def names(self, h: Tensor, x: Tensor, lengths: list[int]) -> Tensor:
        """Scores of BIOES tags: states and forms of a word and of its two neighbours."""
        sentence = torch.repeat_interleave(torch.arange(len(lengths)), torch.tensor(lengths))
        form = self.dropped(self.form(x), sentence, len(lengths))
        inner = torch.relu(self.ner_in(torch.cat([h, form], 1)))
        starts = torch.tensor(np.cumsum([0, *lengths]))[:-1]
        ends = torch.tensor(np.cumsum(lengths)) - 1
        before, after = inner.roll(1, 0), inner.roll(-1, 0)
        keep = inner.new_ones(len(inner), 1)
        before = before * keep.index_fill(0, starts, 0.0)
        after = after * keep.index_fill(0, ends, 0.0)
        near = torch.relu(self.ner_near(torch.cat([before, inner, after], 1)))
        return self.ner_out(nn.functional.dropout(near, self.drop, self.training))

    @staticmethod
    def padded(lengths: list[int]) -> Tensor:
        """Word numbers of sentences, (sentences, longest); 0 after their ends."""
        first = np.cumsum([0, *lengths])
        table = np.zeros((len(lengths), max(lengths)), dtype=np.int64)
        for k, n in enumerate(lengths):
            table[k, :n] = np.arange(first[k], first[k] + n)
        return torch.from_numpy(table)

    def arcs(self, h: Tensor, style: Tensor, lengths: list[int]) -> tuple[Tensor, Tensor, Tensor]:
        """Scores (sentences, words, 1 + words) of heads, 0 the root; inputs of the relations, (words, rel).

        ``h`` (words, 2 * hidden) holds sentences one after another, ``style`` one number for each of them.
        """
        sizes = torch.tensor(lengths)
        sentence = torch.repeat_interleave(torch.arange(len(lengths)), sizes)
        mlp = nn.functional.leaky_relu(self.mlp(h) + self.mlp_style(self.style(style))[sentence], 0.1)
        dep, head, rel_dep, rel_head = self.dropped(mlp, sentence, len(lengths)).split(
            [self.arc, self.arc, self.rel, self.rel], 1
        )
        table = self.padded(lengths)
        head = torch.cat([self.root.expand(len(lengths), 1, -1), head[table]], 1)
        with torch.autocast("cpu", enabled=False):
            dep, head = dep.float(), head.float()
            scores = (dep @ self.arc_weight)[table] @ head.transpose(1, 2) + (head @ self.arc_bias)[:, None]
        mask = torch.arange(head.shape[1])[None] <= sizes[:, None]
        return scores.masked_fill(~mask[:, None], -1e9), rel_dep, rel_head

    def relations(self, rel_dep: Tensor, rel_head: Tensor, style: Tensor) -> Tensor:
        """Scores (words, relations) for pairs of dependent and head, (words, rel) each."""
        one = rel_dep.new_ones(len(rel_dep), 1)
        dep, head = torch.cat([rel_dep, one], 1), torch.cat([rel_head, one], 1)
        left = (dep @ self.rel_weight.flatten(1)).view(len(dep), -1, self.rel + 1)
        return (left * head[:, None]).sum(2) + self.rel_style(style)
