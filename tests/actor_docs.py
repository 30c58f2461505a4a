"""Docs built by hand, and the actors that the component finds in them."""

from collections.abc import Sequence

import spacy
from spacy.tokens import Doc, Span

from nlp_claims.actors import component
from nlp_claims.annotations import Actor, claims_of

NLP = spacy.blank("pl")
ACTORS = component.create(NLP, "claims_actors", "")


def build(*tokens: str, entities: Sequence[tuple[int, int, str]] = ()) -> Doc:
    """A Doc of ``text/POS/dep/head/Feature=Value|…`` tokens; missing fields are empty, a head is an index."""
    fields = [[*token.split("/"), "", "", "", ""][:5] for token in tokens]
    doc = Doc(
        NLP.vocab,
        words=[f[0] for f in fields],
        spaces=[
            i + 1 < len(fields) and fields[i + 1][0] not in {".", ",", ")"} and f[0] != "("
            for i, f in enumerate(fields)
        ],
        pos=[f[1] or "X" for f in fields],
        deps=[f[2] or "dep" for f in fields],
        heads=[int(f[3] or 0) for f in fields],
        morphs=[f[4] for f in fields],
        lemmas=[f[0].lower() for f in fields],
    )
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in entities]
    return doc


def actors(doc: Doc) -> list[Actor]:
    return claims_of(ACTORS(doc))["actors"]


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(actor["name"], actor["kind"]) for actor in actors(doc)]
