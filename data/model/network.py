"""The network, as it is trained: embeddings of forms, two BiLSTMs, heads for every annotation.

``nlp_claims.analysis.network`` computes the same in NumPy. The treebanks differ in style, so the parser's
layers also see which treebank a tree is from; the shipped network always answers in the style of the newest.
"""

from collections import Counter
from collections.abc import Iterable

import numpy as np
import torch
from torch import Tensor, nn

from nlp_claims.analysis.features import BAG_SIZE, BAGS, SINGLE, form_features

WIDTHS = {
    "norm": 96, "prefix3": 32, "suffix2": 24, "suffix3": 48, "suffix4": 48, "shape": 16, "tags": 64, "classes": 32,
    "marks": 24, "lemmas": 96, "values": 48,
}  # fmt: skip
LEAST = {"norm": 3, "lemmas": 3, "suffix4": 4, "suffix3": 3, "prefix3": 4, "suffix2": 3, "shape": 4}
WINDOW = 3  # words on either side that tell whether a sentence starts
STYLES = ("pdb", "pdb2019", "parseme", "lfg", "nkjp", "pud")
STYLE_WIDTH = 16
FORM_WIDTH = 48  # what the names see of a word's form beside its state


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


class Recurrence(torch.autograd.Function):
    """One bidirectional LSTM layer over packed words, with its gradient written out.

    PyTorch's own layer multiplies small matrices once a word for the gradient of the weights; here that is
    one product a layer, which makes training on a single core three times faster.
    """

    @staticmethod
    @torch.amp.custom_fwd(device_type="cpu", cast_inputs=torch.float32)
    def forward(ctx, pre: Tensor, weight: Tensor, active: list[int]) -> Tensor:  # noqa: ANN001
        """``pre`` (2, words, 4 * hidden) are the inputs of the gates, ``weight`` (2, hidden, 4 * hidden)."""
        size = weight.shape[1]
        gates, cells = torch.empty_like(pre), pre.new_empty(2, pre.shape[1], size)
        out, squashed = torch.empty_like(cells), torch.empty_like(cells)
        state = cell = pre.new_zeros(2, active[0], size)
        at = 0
        for n in active:
            here = slice(at, at + n)
            step = torch.baddbmm(pre[:, here], state[:, :n], weight)
            torch.sigmoid(step[..., : 2 * size], out=gates[:, here, : 2 * size])
            torch.tanh(step[..., 2 * size : 3 * size], out=gates[:, here, 2 * size : 3 * size])
            torch.sigmoid(step[..., 3 * size :], out=gates[:, here, 3 * size :])
            enter, keep, new, leave = gates[:, here].split(size, 2)
            cells[:, here] = cell = torch.addcmul(enter * new, keep, cell[:, :n])
            squashed[:, here] = tanh = torch.tanh(cell)
            out[:, here] = state = leave * tanh
            at += n
        ctx.save_for_backward(weight, gates, cells, squashed, out)
        ctx.active = active
        return out

    @staticmethod
    @torch.amp.custom_bwd(device_type="cpu")
    def backward(ctx, d_out: Tensor) -> tuple[Tensor, Tensor, None]:  # noqa: ANN001
        """The gradients of ``pre`` and ``weight``."""
        weight, gates, cells, squashed, out = ctx.saved_tensors
        active, size = ctx.active, weight.shape[1]
        back = weight.transpose(1, 2).contiguous()
        d_pre = torch.empty_like(gates)
        previous = torch.zeros_like(out)
        d_state = d_cell = d_out.new_zeros(2, 0, size)
        at = sum(active)
        for t in range(len(active) - 1, -1, -1):
            n = active[t]
            at -= n
            here = slice(at, at + n)
            enter, keep, new, leave = gates[:, here].split(size, 2)
            tanh = squashed[:, here]
            d_h = d_out[:, here].clone()
            d_h[:, : d_state.shape[1]] += d_state
            d_c = d_h * leave * (1 - tanh * tanh)
            d_c[:, : d_cell.shape[1]] += d_cell
            d_enter, d_keep, d_new, d_leave = d_pre[:, here].split(size, 2)
            d_enter.copy_(d_c * new * enter * (1 - enter))
            d_new.copy_(d_c * enter * (1 - new * new))
            d_leave.copy_(d_h * tanh * leave * (1 - leave))
            if t:
                before = slice(at - active[t - 1], at - active[t - 1] + n)
                previous[:, here] = out[:, before]
                d_keep.copy_(d_c * cells[:, before] * keep * (1 - keep))
                d_cell = d_c * keep
                d_state = torch.bmm(d_pre[:, here], back)
            else:
                d_keep.zero_()
        return d_pre, torch.bmm(previous.transpose(1, 2), d_pre), None


def packed(lengths: list[int]) -> tuple[Tensor, Tensor, list[int]]:
    """Words in order of time, from the left and from the right, and how many sentences still run at each time."""
    sizes = np.asarray(lengths)
    order = np.argsort(-sizes, kind="stable")
    active = np.searchsorted(-sizes[order], -np.arange(sizes.max()), side="left").tolist()
    first = np.cumsum(sizes) - sizes
    last = first + sizes - 1
    forward = np.concatenate([first[order[:n]] + t for t, n in enumerate(active)])
    backward = np.concatenate([last[order[:n]] - t for t, n in enumerate(active)])
    return torch.from_numpy(forward), torch.from_numpy(backward), active


class Network(nn.Module):
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
        super().__init__()
        self.tables = nn.ModuleDict(
            {f"{n}_": nn.Embedding(sizes[n] + 1, WIDTHS[n], padding_idx=0) for n in (*SINGLE, *BAGS)}
        )
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.1)
            with torch.no_grad():
                table.weight[0] = 0
        self.mix = nn.Linear(sum(WIDTHS[n] for n in (*SINGLE, *BAGS)), 2 * width)
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
        self.arc, self.rel, self.drop, self.width = arc, rel, drop, width
        self.root = nn.Parameter(torch.zeros(arc))
        self.arc_weight = nn.Parameter(torch.zeros(arc, arc))
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        self.rel_weight = nn.Parameter(torch.zeros(rel + 1, labels["parser"], rel + 1))
        self.rel_style = nn.Embedding(len(STYLES), labels["parser"])
        nn.init.orthogonal_(self.arc_weight, 0.5)
        nn.init.zeros_(self.rel_style.weight)

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
            keep = torch.rand(len(rows), len(parts)) > 0.2
            parts = [p * keep[:, i : i + 1] for i, p in enumerate(parts)]
        mixed = self.mix(torch.cat(parts, 1)).view(len(rows), self.width, 2)
        return mixed.amax(2)

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

    def dropped(self, x: Tensor, sentence: Tensor, count: int) -> Tensor:
        """Dropout of whole columns over a sentence; ``sentence`` tells the one of each of ``count`` of a word."""
        if not self.training:
            return x
        mask = (torch.rand(count, x.shape[-1]) > self.drop).float() / (1 - self.drop)
        return x * mask[sentence]

    def encode(self, x: Tensor, lengths: list[int]) -> Tensor:
        """(words, width) in sentence order -> (words, 2 * hidden)."""
        order = packed(lengths)
        sentence = torch.repeat_interleave(torch.arange(len(lengths)), torch.tensor(lengths))
        for layer in (0, 1):
            x = self.recur(self.dropped(x, sentence, len(lengths)), self.lstm, layer, order)
        return self.dropped(x, sentence, len(lengths))

    @staticmethod
    def recur(x: Tensor, lstm: nn.LSTM, layer: int, order: tuple[Tensor, Tensor, list[int]]) -> Tensor:
        """One layer of ``lstm`` over the words of sentences packed in ``order``."""
        forward, backward, active = order
        size = lstm.hidden_size
        own = [
            [getattr(lstm, f"{part}_l{layer}{way}") for way in ("", "_reverse")]
            for part in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
        ]
        gates = nn.functional.linear(x, torch.cat(own[0]), torch.cat(own[2]) + torch.cat(own[3]))
        pre = torch.stack([gates[forward, : 4 * size], gates[backward, 4 * size :]])
        out = Recurrence.apply(pre, torch.stack([w.t() for w in own[1]]), active)
        home = torch.empty_like(forward), torch.empty_like(backward)
        home[0][forward] = home[1][backward] = torch.arange(len(forward))
        return torch.cat([out[0][home[0]], out[1][home[1]]], 1)

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
