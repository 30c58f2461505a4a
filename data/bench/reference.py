"""A pipeline of the reference's architecture with random weights: what its speed is, whatever it knows.

Components, label counts, widths and the two separate encoders are those of pl_core_news_lg 3.8. Left out, in its
favour: the lemmatizer, a table lookup, and most of its half million vectors, which cost memory rather than time.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.training import Example

_DEPENDENCIES, _TAGS, _MORPHOLOGIES, _KINDS, _VECTORS, _WIDTH = 60, 36, 1624, 6, 20_000, 300


def _encoder() -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
            "rows": [5000, 1000, 2500, 2500, 50, 50],
            "include_static_vectors": True,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def make(texts: Iterable[str]) -> Language:
    """The pipeline; the words of ``texts`` have vectors, as the words of news have in the reference."""
    nlp = spacy.blank("pl")
    generator = np.random.default_rng(0)
    words = sorted({token.text for text in texts for token in nlp.make_doc(text)})
    nlp.vocab.reset_vectors(shape=(_VECTORS, _WIDTH))
    for word in words[:_VECTORS]:
        nlp.vocab.set_vector(word, generator.standard_normal(_WIDTH, dtype="f"))
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": shared}
    transitions = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
    }
    nlp.add_pipe("tok2vec", config={"model": _encoder()})
    labels: dict[str, list[str]] = {
        "morphologizer": [f"Feat={number}|POS=NOUN" for number in range(_MORPHOLOGIES)],
        "parser": ["ROOT", *(f"dep{number}" for number in range(_DEPENDENCIES - 1))],
        "tagger": [f"TAG{number}" for number in range(_TAGS)],
        "ner": [f"KIND{number}" for number in range(_KINDS)],
    }
    models = {
        "morphologizer": tagger,
        "parser": {**transitions, "state_type": "parser", "tok2vec": shared},
        "tagger": tagger,
        "ner": {**transitions, "state_type": "ner", "tok2vec": _encoder()},
    }
    for name, names in labels.items():
        component: Any = nlp.add_pipe(name, config={"model": models[name]})
        for label in names:
            component.add_label(label)
    doc = nlp.make_doc("Ala ma kota .")
    annotation = {"heads": [1, 1, 1, 1], "deps": ["dep1", "ROOT", "dep2", "dep3"], "tags": ["TAG0"] * 4}
    nlp.initialize(lambda: [Example.from_dict(doc, annotation)])
    for _, component in nlp.pipeline:
        for node in component.model.walk():
            for parameter in node.param_names:
                if node.has_param(parameter):
                    shape = node.get_param(parameter).shape
                    node.set_param(parameter, generator.standard_normal(shape, dtype="f") * 0.1)
    return nlp
