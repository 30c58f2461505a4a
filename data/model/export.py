"""Turn trained weights into the spaCy pipeline that ships.

python export.py --corpora CORPORA --weights weights.npz --names names.npz --output ../../nlp_claims/model
"""

import argparse
import json
from pathlib import Path

import numpy as np
import spacy
from corpus import labels, load
from lemmas import learn
from weights import read

from nlp_claims.analysis.network import Arrays

STYLE = 0  # trees in the style of the newest treebank
FACTORIES = {
    "tok2vec": "claims_encoder",
    "morphologizer": "claims_morphologizer",
    "parser": "claims_parser",
    "tagger": "claims_tagger",
    "lemmatizer": "claims_lemmatizer",
    "ner": "claims_ner",
}


def some(arrays: Arrays, *prefixes: str) -> Arrays:
    """The arrays whose names start with one of ``prefixes``."""
    return {k: v for k, v in arrays.items() if k.startswith(prefixes)}


def parser_arrays(arrays: Arrays) -> Arrays:
    """The parser's arrays with the embedding of the treebank style folded into the biases."""
    own = some(arrays, "mlp.", "arc_", "rel_weight", "root")
    own["mlp.bias"] = own["mlp.bias"] + arrays["mlp_style.weight"] @ arrays["style.weight"][STYLE]
    own["rel_bias"] = arrays["rel_style.weight"][STYLE]
    return own


def build(weights: Path, names: Path, lemmas: dict, version: str) -> spacy.Language:
    """The pipeline with the weights of ``train.py`` and ``train_names.py``."""
    saved, vocab, heads = read(weights)
    arrays = {k: v.astype(np.float32) for k, v in saved.items()}
    nlp = spacy.blank("pl")
    for name, factory in FACTORIES.items():
        nlp.add_pipe(factory, name=name)
    nlp.get_pipe("tok2vec").set_weights(
        some(arrays, "tables.", "mix.", "lstm.", "split_", "form."), [], {"vocabulary": vocab}
    )
    arrays["tag.bias"] += arrays.pop("tag_style.weight")[STYLE]
    arrays["morph_out.bias"] += arrays.pop("morph_style.weight")[STYLE]
    nlp.get_pipe("tagger").set_weights(some(arrays, "tag."), heads["tagger"])
    nlp.get_pipe("morphologizer").set_weights(some(arrays, "morph_"), heads["morphologizer"])
    nlp.get_pipe("parser").set_weights(parser_arrays(arrays), ["ROOT", *heads["parser"]])
    saved, vocab, heads = read(names)
    own = some(arrays, "ner_") | {k: v.astype(np.float32) for k, v in saved.items()}
    nlp.get_pipe("ner").set_weights(own, labels()["ner"], {"tags": heads["ner"], "vocabulary": vocab})
    nlp.get_pipe("lemmatizer").set_tables(**lemmas)
    card = json.loads(Path(__file__).with_name("card.json").read_text(encoding="utf-8"))
    nlp.meta.update(card | {"version": version})
    return nlp


def main() -> None:
    """Read the options, write the pipeline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--version", default="0.1.0")
    args = parser.parse_args()
    corpus = load(args.corpora)
    lemmas = learn([*corpus.trees, *(s for d in corpus.texts for s in d)])
    print({k: len(v) for k, v in lemmas.items()})
    build(args.weights, args.names, lemmas, args.version).to_disk(args.output)


if __name__ == "__main__":
    main()
