"""Which spaCy pipeline analyses the text: chosen, checked, named.

Nothing is fetched here: a pipeline is either installed, or a folder, or the one in this package. What is slow to
import is imported where it is used: ``--help`` comes through here.
"""

import importlib.util
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importlib import metadata

    from spacy.language import Language

REFERENCE = "pl_core_news_lg"
BUNDLED = Path(__file__).parent / "model"
VARIABLE = "NLP_CLAIMS_MODEL"

# what the components read from the analysis, and what to call it in an error
_NEEDS = {
    "token.tag": "part-of-speech tags (tagger)",
    "token.morph": "morphological features (morphologizer)",
    "token.lemma": "lemmas (lemmatizer)",
    "token.dep": "syntactic heads (parser)",
    "doc.ents": "named entities (ner)",
}


class ModelError(Exception):
    """A pipeline that cannot be used; the message says which, why and what to do."""


class Choice(NamedTuple):
    """A pipeline by installed name or folder, and why it is the one."""

    name: str
    why: str


class Installed(NamedTuple):
    """One usable pipeline on this machine."""

    name: str
    version: str
    where: str


def choose(asked: str | None = None) -> Choice:
    """The pipeline to use: asked for, else the environment's, else the reference, else the bundled one."""
    if asked:
        return Choice(asked, "asked for")
    if chosen := os.environ.get(VARIABLE):
        return Choice(chosen, f"from {VARIABLE}")
    if importlib.util.find_spec(REFERENCE):
        return Choice(REFERENCE, "installed")
    return Choice(str(BUNDLED), f"bundled; {REFERENCE} is not installed")


def installed() -> list[Installed]:
    """The Polish pipelines of this environment, the bundled one last."""
    from importlib import metadata

    found = [
        Installed(name, dist.version, "installed")
        for dist in metadata.distributions()
        if (name := dist.metadata["Name"].replace("-", "_")).startswith("pl_") and _is_pipeline(dist)
    ]
    if (BUNDLED / "meta.json").is_file():
        meta = json.loads((BUNDLED / "meta.json").read_text(encoding="utf-8"))
        found.append(Installed(f"{meta['lang']}_{meta['name']}", meta["version"], "bundled"))
    return found


def _is_pipeline(dist: "metadata.Distribution") -> bool:
    return any(entry.group == "spacy_models" for entry in dist.entry_points)


def problems(nlp: "Language") -> list[str]:
    """What the pipeline lacks; empty where it will do."""
    if nlp.lang != "pl":
        return [f"it is for language '{nlp.lang}', not Polish"]
    assigned = {attribute for name in nlp.pipe_names for attribute in nlp.get_pipe_meta(name).assigns}
    return [f"it has no {what}" for attribute, what in _NEEDS.items() if attribute not in assigned]


def load(choice: Choice) -> "Language":
    """Load and check a pipeline.

    Raises:
        ModelError: it is not installed, does not load, is not Polish, or lacks an annotation.
    """
    import spacy

    try:
        with _numpy_products():
            nlp = spacy.load(choice.name)
    except (OSError, ImportError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise ModelError(
            f"cannot load the pipeline '{choice.name}' ({choice.why}): {reason}\n"
            "Give an installed name or a folder with --model, or see 'nlp-claims model'."
        ) from error
    if lacking := problems(nlp):
        raise ModelError(f"the pipeline '{choice.name}' cannot be used: " + "; ".join(lacking) + ".")
    return nlp


@contextmanager
def _numpy_products() -> Iterator[None]:
    """Models made in here multiply matrices with numpy's BLAS, on an AVX-512 machine at three times thinc's speed.

    Set OPENBLAS_NUM_THREADS=1 before numpy is imported, lest it take every core.
    """
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    before = get_current_ops()
    if type(before) is NumpyOps:  # a GPU, or Apple's own BLAS, is better still
        set_current_ops(NumpyOps(use_blis=False))
    try:
        yield
    finally:
        set_current_ops(before)


def identity(nlp: "Language") -> str:
    """Name and version as records carry them («pl_core_news_lg-3.8.0»)."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"


def describe(choice: Choice) -> str:
    """Name and version of a choice without loading it; the bare name where its ``meta.json`` is not at hand."""
    from importlib import metadata

    folder = Path(choice.name)
    if (folder / "meta.json").is_file():
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return f"{meta['lang']}_{meta['name']} {meta['version']}"
    try:
        return f"{choice.name} {metadata.version(choice.name)}"
    except metadata.PackageNotFoundError:
        return choice.name


def spacy_version() -> str:
    """The version of the spaCy at work, without importing it."""
    from importlib import metadata

    return metadata.version("spacy")
