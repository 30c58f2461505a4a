"""The Docs of a long text's pieces as one, with what the rules read of them.

``Doc.from_docs`` does the same and more, with all Docs and three copies of all attributes in memory at once. Here no
more is held of a piece than columns of numbers.
"""

from collections.abc import Iterable
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

# set together: of heads and relations spaCy makes sentences, of the two others entities
_GROUPS = (("TAG", "POS", "MORPH", "LEMMA"), ("ENT_IOB", "ENT_TYPE"), ("HEAD", "DEP", "SENT_START"))


def merge(vocab: Vocab, docs: Iterable[Doc]) -> Doc:
    """One Doc with the tokens and annotations of ``docs``, taken one after another."""
    tokens: list[Any] = [np.zeros((0, 2), dtype=np.uint64)]
    held: list[list[Any]] = [[] for _ in _GROUPS]
    for doc in docs:
        tokens.append(doc.to_array(["ORTH", "SPACY"]))
        for columns, group in zip(held, _GROUPS, strict=True):
            columns.append(doc.to_array(list(group)))
    orths, spaces = np.concatenate(tokens).T.tolist()
    forms = {orth: vocab.strings[orth] for orth in set(orths)}
    whole = Doc(vocab, words=[forms[orth] for orth in orths], spaces=[space == 1 for space in spaces])
    for group in _GROUPS if len(whole) else ():
        whole.from_array(cast("Any", list(group)), cast("Any", np.concatenate(held.pop(0))))
    return whole
