"""The base forms of all names of one document, each helped by the others."""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from nlp_claims.actors.baseforms import CLEAR, SPLIT, Evidence, base_form
from nlp_claims.actors.guesses import NameKind
from nlp_claims.actors.nominative import BaseForm, Context
from nlp_claims.actors.words import candidates

_NOWHERE = Context()


class Inflected(NamedTuple):
    """A name to be put into the nominative."""

    text: str
    kind: NameKind
    context: Context = _NOWHERE


class BaseForms:
    """The base forms of all names of one document, each helped by the others.

    First every name alone (:meth:`alone`); then again, with the sure ones as evidence (:meth:`together`):
    «Bibi» stays «Bibi» in «Asi Bibi» because «Asia Bibi» left no doubt.
    """

    def __init__(self) -> None:
        self._sure: dict[NameKind, dict[str, float]] = {"person": {}, "organization": {}, "place": {}}
        self._clear: dict[Inflected, BaseForm] = {}

    def alone(self, names: Sequence[Inflected]) -> list[BaseForm]:
        """A first opinion on every name, remembered as evidence for :meth:`together`."""
        found = [_alone(name) for name in names]
        for name, form in zip(names, found, strict=True):
            if form.margin > CLEAR:
                self._clear[name] = form
            # a nominative that stands in the text weighs more than one that was made
            weight = min(1.0, max(0.0, form.margin / 3.0)) * (1.0 if form.case in {"", "nom"} else 0.2)
            votes = self._sure[name.kind]
            for word in _words(form.text):
                votes[word] = votes.get(word, 0.0) + weight
        return found

    def together(self, names: Sequence[Inflected]) -> list[BaseForm]:
        """The base form of every name in the light of the others."""
        return _each(names, self._sure, self._clear)


@lru_cache(maxsize=3_000)
def _alone(name: Inflected) -> BaseForm:
    # without the document's evidence one name is like another: news repeats its names
    return base_form(name.text, name.kind, name.context)


def _each(
    names: Sequence[Inflected], sure: Mapping[NameKind, Mapping[str, float]], clear: Mapping[Inflected, BaseForm]
) -> list[BaseForm]:
    if all(name in clear for name in names):
        return [clear[name] for name in names]
    words: dict[NameKind, set[str]] = {"person": set(), "organization": set(), "place": set()}
    for name in names:
        words[name.kind].update(_words(name.text))
    evidence = {kind: document_evidence(found, kind, sure[kind]) for kind, found in words.items()}
    known: dict[Inflected, BaseForm] = dict(clear)
    out = []
    for name in names:
        if name not in known:
            known[name] = base_form(name.text, name.kind, name.context, evidence[name.kind])
        out.append(known[name])
    return out


def _words(text: str) -> list[str]:
    return [piece for piece in SPLIT.split(text)[::2] if piece]


def document_evidence(words: Iterable[str], kind: NameKind, sure: Mapping[str, float]) -> Evidence:
    """Evidence from the words of a document's names and the base forms known so far.

    A base form that the document itself has speaks for itself; one that would explain other forms of
    the document («Corbyn» for «Corbynem», «Corbynowi») is likelier than one that explains none.
    """
    support: dict[str, set[str]] = {}
    for word in words:
        for item in candidates(word, kind)[:8]:
            if item.score > -5:  # noqa: PLR2004
                support.setdefault(item.base, set()).add(word)

    @cache
    def evidence(form: str, base: str) -> float:
        own = 2.0 if base != form and base in words else 0.0
        others = len(support.get(base, ())) - 1
        # a form that stands as a nominative elsewhere does not change in other cases either: «(z) Asi Bibi»
        trust = 2.0 if form == base else 1.2
        return own + min(1.5, 0.5 * max(0, others)) + trust * math.log1p(sure.get(base, 0.0))

    return evidence
