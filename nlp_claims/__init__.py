"""Actors, statements and numeric claims in Polish news.

    import nlp_claims

    nlp = nlp_claims.load()
    for record in nlp_claims.extract(["Wzrost wyniesie 3 proc. – powiedziała minister Anna Nowak."], nlp):
        print(record)

Importing this package is cheap; spaCy is imported by :func:`load`.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["extract", "load"]

if TYPE_CHECKING:
    from spacy.language import Language

    from nlp_claims.records import Record


def load(model: str | None = None, *, lexicon: str = "") -> "Language":
    """A spaCy pipeline with the components ``claims_actors``, ``claims_statements`` and ``claims_numbers`` on top.

    Args:
        model: an installed pipeline or a folder; by default ``pl_core_news_lg`` if it is installed, else the
            bundled one. Loading a pipeline runs the code that it names: use only those you trust.
        lexicon: a folder of word lists laid over ours.

    Raises:
        nlp_claims.models.ModelError: the pipeline cannot be loaded, is not Polish, or lacks an annotation.
        nlp_claims.lexicons.LexiconError: the folder ``lexicon`` is not there, or a list in it cannot be used.
    """
    from nlp_claims import pipeline

    return pipeline.load(model, overlay=lexicon)


def extract(texts: Iterable[str | tuple[str, str]], nlp: "Language | None" = None) -> "Iterator[Record]":
    """The records of each text, as the command line prints them.

    Args:
        texts: texts, or pairs of an id and a text. A text without an id is called by its number, from 1.
        nlp: what :func:`load` returned; loaded here if it is not given.
    """
    from nlp_claims import pipeline
    from nlp_claims.reading.documents import Document

    named = (item if isinstance(item, tuple) else (str(n), item) for n, item in enumerate(texts, start=1))
    documents = (Document(id=name, text=text, meta={}, error=None) for name, text in named)
    for found in pipeline.extract(nlp or load(), documents):
        yield from found
