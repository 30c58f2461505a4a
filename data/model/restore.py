"""The weights of the shipped pipeline as ``train.py`` writes them, so that training can go on from them.

python restore.py --model ../../nlp_claims/model --output start.npz
"""

import argparse
import json
from pathlib import Path

import numpy as np
from network import STYLE_WIDTH, STYLES
from weights import write

#: Arrays of the pipeline that hold the style of the newest treebank folded in, and what training calls them.
FOLDED = {"rel_bias": "rel_style.weight"}


def main() -> None:
    """Read the options, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=Path(__file__).parents[2] / "nlp_claims/model")
    parser.add_argument("--output", type=Path, required=True)
    args = parser.parse_args()
    arrays, more = {}, {}
    for name in ("tok2vec", "morphologizer", "parser", "tagger", "ner"):
        with np.load(args.model / name / "weights.npz") as saved:
            own = [k for k in saved.files if name != "ner" or k.startswith("ner_")]
            arrays |= {FOLDED.get(k, k): saved[k] for k in own}
        more[name] = json.loads((args.model / name / "labels.json").read_text(encoding="utf-8"))
    arrays["rel_style.weight"] = np.tile(arrays["rel_style.weight"], (len(STYLES), 1))
    arrays["style.weight"] = np.zeros((len(STYLES), STYLE_WIDTH), dtype=np.float16)
    names = {name: more[name]["labels"] for name in ("tagger", "morphologizer")}
    names["parser"] = [label for label in more["parser"]["labels"] if label != "ROOT"]
    names["ner"] = more["ner"]["tags"]
    write(args.output, arrays, more["tok2vec"]["vocabulary"], names)


if __name__ == "__main__":
    main()
