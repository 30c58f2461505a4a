"""Average the weights that training began with and those that it came to, which unseen text likes better than either.

python blend.py --start start.npz --weights trained.npz --share 0.5 --output weights.npz
"""

import argparse
from pathlib import Path

import numpy as np
from weights import Arrays, read, write


def blend(start: Arrays, trained: Arrays, share: float) -> Arrays:
    """The average in which ``trained`` has the weight ``share``; layers that are new or have grown stay as trained."""

    def one(name: str, after: np.ndarray) -> np.ndarray:
        before = start.get(name)
        if before is None or before.shape != after.shape:
            return after
        return share * after.astype(np.float32) + (1 - share) * before.astype(np.float32)

    return {name: one(name, after) for name, after in trained.items()}


def main() -> None:
    """Read the options, write the average."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.5)
    parser.add_argument("--output", type=Path, required=True)
    args = parser.parse_args()
    start, _, _ = read(args.start)
    trained, vocab, names = read(args.weights)
    write(args.output, blend(start, trained, args.share), vocab, names)


if __name__ == "__main__":
    main()
