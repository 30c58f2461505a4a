"""A bidirectional LSTM over sentences of different lengths, fast to train on one core."""

import numpy as np
import torch
from torch import Tensor, nn


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
