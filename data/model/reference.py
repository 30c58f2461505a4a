"""A pipeline of the reference's architecture with random weights: what the speed is compared with."""

import numpy as np
import spacy
from corpus import bare, labels, to_doc
from spacy.language import Language
from spacy.training import Example
from spacy.vectors import Vectors
from thinc.api import Config
from treebank import Sentence

WIDTH = 96  # of the reference's two encoders
ENCODER = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": True,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH}


def transitions(state_type: str, tok2vec: dict) -> dict:
    """The model of a transition-based component on the encoder ``tok2vec``."""
    sizes = {"extra_state_tokens": False, "hidden_width": 64, "maxout_pieces": 2, "use_upper": True}
    return {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": state_type, **sizes, "tok2vec": tok2vec}


def reference_config() -> dict:
    """The reference's components as it publishes them; its names have an encoder of their own."""
    models = {
        "tok2vec": ENCODER,
        "morphologizer": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER},
        "parser": transitions("parser", LISTENER),
        "tagger": {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER},
        "ner": transitions("ner", ENCODER),
    }
    components = {name: {"factory": name, "model": model} for name, model in models.items()}
    return {"nlp": {"lang": "pl", "pipeline": list(models), "batch_size": 256}, "components": components}


def reference_like(sentences: list[Sentence], forms: list[str]) -> Language:
    """A pipeline of the reference's architecture: its label counts and vector width, random weights.

    The reference's lemmatizer and attribute ruler are left out, which flatters it; its 500,000 vectors
    are as many as there are ``forms``, since only those would be looked up.
    """
    nlp = spacy.util.load_model_from_config(Config(reference_config()), auto_fill=True)
    data = np.random.default_rng(0).normal(size=(len(forms), 300)).astype("float32")
    nlp.vocab.vectors = Vectors(data=data, keys=[nlp.vocab.strings.add(f) for f in forms], strings=nlp.vocab.strings)
    docs = [to_doc(nlp.vocab, [s]) for s in sentences]
    for doc in docs:
        doc.set_ents([], default="outside")
    for label in labels()["ner"]:
        nlp.get_pipe("ner").add_label(label)
    for label in labels()["tagger"]:
        nlp.get_pipe("tagger").add_label(label)
    nlp.initialize(lambda: [Example(bare(d), d) for d in docs])
    return nlp
