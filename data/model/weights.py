"""Trained weights on disk, in half precision, with the vocabularies and labels that they belong to."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[np.floating]]
Names = dict[str, list[str]]


def write(path: Path, arrays: Arrays, vocab: Names, names: Names) -> None:
    """Arrays in half precision, vocabularies and labels."""
    meta = json.dumps({"vocabulary": vocab, "labels": names}, ensure_ascii=False)
    part = path.with_suffix(".part.npz")
    halves = {k: v.astype(np.float16) for k, v in arrays.items()}
    np.savez(part, meta=np.frombuffer(meta.encode(), dtype=np.uint8), **halves)
    part.replace(path)


def read(path: Path) -> tuple[Arrays, Names, Names]:
    """What ``write`` wrote: arrays, vocabularies, labels."""
    saved = np.load(path)
    meta = json.loads(saved["meta"].tobytes())
    return {k: saved[k] for k in saved.files if k != "meta"}, meta["vocabulary"], meta["labels"]
