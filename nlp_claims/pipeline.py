"""The whole path for texts in memory: load a pipeline, run it, and make records of what it found."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from nlp_claims import build, models
from nlp_claims.annotations import Claims, claims_of
from nlp_claims.lexicons import lint
from nlp_claims.reading import chunks
from nlp_claims.reading.documents import Document
from nlp_claims.reading.normalise import Normalised, normalise
from nlp_claims.records import Record

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_T = TypeVar("_T")
_log = logging.getLogger(__name__)
# in the order they run: a statement's speaker is an actor, a number's source is a statement's speaker
COMPONENTS = {"actors": "claims_actors", "statements": "claims_statements", "numbers": "claims_numbers"}
EVERYTHING = frozenset(COMPONENTS)
# spaCy's own limit guards against memory use of its parser; long texts are cut at paragraphs before they get there
_MAX_LENGTH = 2_000_000_000
# Words that the vocabulary keeps for good, a kilobyte each; the common ones are among the first that are met.
_VOCABULARY = 20_000


def load(model: str | None = None, *, only: frozenset[str] = EVERYTHING, overlay: str = "") -> "Language":
    """A spaCy pipeline with the components on top.

    Args:
        model: installed name or folder; by default as :func:`nlp_claims.models.choose` says.
        only: which of ``actors``, ``statements`` and ``numbers`` to find.
        overlay: a folder of lexicons laid over ours, or empty.

    Raises:
        ModelError: the pipeline cannot be loaded or lacks an annotation that the components need.
        LexiconError: the folder of lexicons is not there, or something in it cannot be used.
    """
    if overlay:
        lint.check(overlay)
    return equip(models.load(models.choose(model)), only=only, overlay=overlay)


def equip(nlp: "Language", *, only: frozenset[str] = EVERYTHING, overlay: str = "") -> "Language":
    """Add the components to a pipeline that annotates Polish.

    What a wanted component builds on runs too: a number needs the statement it stands in, and that its speaker.
    """
    nlp.max_length = _MAX_LENGTH
    if "parser" in nlp.pipe_names and "claims_layout" not in nlp.pipe_names:
        nlp.add_pipe("claims_layout", before="parser")
    names = list(COMPONENTS)
    last = max((names.index(name) for name in only), default=-1)
    for name in names[: last + 1]:
        nlp.add_pipe(COMPONENTS[name], config={"overlay": overlay})
    return nlp


def extract(
    nlp: "Language",
    documents: Iterable[Document],
    *,
    only: frozenset[str] = EVERYTHING,
    batch_size: int = 32,
) -> Iterator[list[Record]]:
    """The records of each document, in order; each list closes with its ``document`` record.

    A document that the analysis fails on, or that comes with an error, yields that one record alone.
    """
    model = models.identity(nlp)
    stream = iter(documents)
    while batch := list(islice(stream, batch_size)):
        texts = [normalise(document.text) for document in batch]
        for document, text, found in zip(batch, texts, _analyse(nlp, texts), strict=True):
            yield _records(document, text, found, model, only)


class _Found(NamedTuple):
    """What the components say of a text, plain: nothing of a Doc may outlive the words that the vocabulary forgets."""

    claims: Claims
    sentences: int


def _passing_words(nlp: "Language") -> AbstractContextManager[object]:
    """Once the vocabulary knows the common words, it forgets those that are new at the end of the block.

    Else it would grow with every name and slip of the pen in a stream of documents.
    """
    within = nlp.vocab.in_memory_zone  # type: ignore[attr-defined]  # not in spaCy's stubs
    return nlp.memory_zone() if len(nlp.vocab) > _VOCABULARY and not within else nullcontext()


def _analyse(nlp: "Language", texts: list[Normalised]) -> Iterator[_Found | str]:
    """What is found in each text, or what went wrong with it. One bad text must not cost its neighbours."""
    short = [text.text for text in texts if len(text.text) <= chunks.LENGTH]
    with _passing_words(nlp):
        try:
            docs: list[Doc | str] = list(nlp.pipe((_doc(nlp, text) for text in short), batch_size=len(texts)))
        except Exception:  # noqa: BLE001 - whatever it is, it is reported with the document that caused it
            docs = [_attempt(lambda text: nlp(_doc(nlp, text)), text) for text in short]
        found = iter([doc if isinstance(doc, str) else _Found(claims_of(doc), len(_starts(doc))) for doc in docs])
        del docs
    # one after another, so that no more than one long text is held at a time
    for text in texts:
        yield next(found) if len(text.text) <= chunks.LENGTH else _attempt(partial(_in_parts, nlp), text.text)


def _starts(doc: "Doc") -> list[int]:
    """Where the sentences start."""
    if not len(doc) or not doc.has_annotation("SENT_START"):
        return []
    first, *rest = doc.to_array(["IDX", "SENT_START"]).tolist()
    return [first[0], *(offset for offset, start in rest if start == 1)]


def _doc(nlp: "Language", text: str) -> "Doc":
    """The tokens of a text, in time linear in its length."""
    from nlp_claims.analysis.merging import merge

    pieces = chunks.short_words(text)
    return nlp.make_doc(text) if len(pieces) == 1 else merge(nlp.vocab, map(nlp.make_doc, pieces))


def _attempt(analyse: Callable[[str], _T], text: str) -> _T | str:
    try:
        return analyse(text)
    except Exception as error:  # noqa: BLE001
        return _failure(error)


def _failure(error: Exception) -> str:
    _log.debug("a document failed", exc_info=error)
    return f"{type(error).__name__}: {error}"


def _in_parts(nlp: "Language", text: str) -> _Found:
    """What is found in a long text, however long: what is held of it beside the findings does not grow with it."""
    from nlp_claims.joining import Joined

    joined = Joined()
    parts = list(chunks.parts(text))
    for part in parts:
        with _passing_words(nlp):
            doc = _piecewise(nlp, text[part.first : part.last])
            if len(parts) == 1:
                return _Found(claims_of(doc), len(_starts(doc)))
            joined.add(part, claims_of(doc), _starts(doc))
            del doc
    return _Found(joined.claims(), joined.sentences)


def _piecewise(nlp: "Language", text: str) -> "Doc":
    """A long text analysed in pieces, and read by the components as a whole: speakers act across any cut."""
    from nlp_claims.analysis.merging import merge

    components = [name for name in COMPONENTS.values() if name in nlp.pipe_names]
    pieces = (_doc(nlp, piece) for piece in chunks.split(text))
    doc = merge(nlp.vocab, nlp.pipe(pieces, batch_size=1, disable=components))
    for name in components:
        doc = nlp.get_pipe(name)(doc)
    return doc


def _records(
    document: Document, text: Normalised, found: _Found | str, model: str, only: frozenset[str]
) -> list[Record]:
    error = document.error or (found if isinstance(found, str) else None)
    if error is None and not isinstance(found, str):
        try:
            return build.build(
                found.claims,
                doc=document.id,
                text=document.text,
                locate=text.span,
                sentences=found.sentences,
                model=model,
                meta=document.meta,
                only=only,
            )
        except Exception as failure:  # noqa: BLE001 - a component left something that makes no record
            error = _failure(failure)
    return [build.rejected(doc=document.id, text=document.text, model=model, meta=document.meta, error=error or "")]
