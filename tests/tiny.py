"""A pipeline with every component and label that ours needs, and no knowledge: it loads and runs in no time."""

from pathlib import Path

import spacy
from spacy.training import Example

_WORDS = ["Anna", "Nowak", "powiedziała", ",", "że", "wzrost", "wyniesie", "3", "proc", "."]
_ANNOTATION = {
    "words": _WORDS,
    "tags": ["SUBST", "SUBST", "PRAET", "INTERP", "COMP", "SUBST", "FIN", "DIG", "BREV", "INTERP"],
    "pos": ["PROPN", "PROPN", "VERB", "PUNCT", "SCONJ", "NOUN", "VERB", "NUM", "NOUN", "PUNCT"],
    "morphs": ["Case=Nom", "Case=Nom", "Gender=Fem", "", "", "Case=Nom", "Tense=Fut", "", "Abbr=Yes", ""],
    "lemmas": ["Anna", "Nowak", "powiedzieć", ",", "że", "wzrost", "wynieść", "3", "procent", "."],
    "heads": [2, 0, 2, 6, 6, 6, 2, 8, 6, 2],
    "deps": ["nsubj", "flat", "ROOT", "punct", "mark", "nsubj", "ccomp", "nummod", "obj", "punct"],
    "entities": ["B-persName", "L-persName", *["O"] * 8],
}


def make(folder: Path) -> Path:
    """Write it to ``folder``; seeded, so that its findings are the same each time."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("pl")
    width = {"@architectures": "spacy.HashEmbedCNN.v2", "width": 8, "depth": 1, "embed_size": 50, "window_size": 1,
             "maxout_pieces": 2, "subword_features": False, "pretrained_vectors": None}  # fmt: skip
    nlp.add_pipe("tok2vec", config={"model": width})
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 8}
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": shared}
    parser = {"@architectures": "spacy.TransitionBasedParser.v2", "hidden_width": 4, "maxout_pieces": 2,
              "use_upper": True,
              "extra_state_tokens": False, "nO": None, "tok2vec": shared}  # fmt: skip
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("trainable_lemmatizer", config={"model": tagger, "min_tree_freq": 1})
    nlp.add_pipe("parser", config={"min_action_freq": 1, "model": {**parser, "state_type": "parser"}})
    nlp.add_pipe("ner", config={"model": {**parser, "state_type": "ner"}})
    example = Example.from_dict(nlp.make_doc(" ".join(_WORDS)), _ANNOTATION)
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(30):
        nlp.update([example], sgd=optimizer)
    nlp.meta["name"], nlp.meta["version"] = "tiny", "0.0.1"
    nlp.to_disk(folder)
    return folder
