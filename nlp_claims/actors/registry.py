"""The actors of a document as the components see them: who stands at a token, and adding to them.

``claims["actors"]`` is the record of truth; every token that a mention or a reference covers also
carries the actor's index, so that a lookup costs the same in a note and in a book.
"""

from spacy.tokens import Doc, Span, Token

from nlp_claims.annotations import Actor, Claims, Kind, Mention, claims_of

if not Token.has_extension("claims_actor"):
    Token.set_extension("claims_actor", default=None)


def new_actor(doc: Doc, name: str, kind: Kind, *, gender: str | None = None, plural: bool = False) -> int:
    """Append an actor without mentions and return its index."""
    actors = claims_of(doc)["actors"]
    actors.append(
        Actor(name=name, kind=kind, roles=[], acts=[], mentions=[], references=[], gender=gender, plural=plural)
    )
    return len(actors) - 1


def add_mention(doc: Doc, actor: int, span: Span, base: str) -> None:
    """Note that ``span`` names the actor; ``base`` is the span in the nominative."""
    claims_of(doc)["actors"][actor]["mentions"].append(
        Mention(start=span.start_char, end=span.end_char, base=base)
    )
    _cover(span, actor)


def add_reference(doc: Doc, actor: int, span: Span) -> None:
    """Note that ``span`` means the actor without naming it («premier», «spółka»)."""
    references = claims_of(doc)["actors"][actor]["references"]
    place = (span.start_char, span.end_char)
    if place not in references:
        references.append(place)
    _cover(span, actor)


def find_actor(doc: Doc, token: Token) -> int | None:
    """The actor that has a mention or a reference covering ``token``; names win over references."""
    del doc  # part of the signature so that the store may move
    index: int | None = token._.claims_actor
    return index


def add_act(claims: Claims, actor: int, lemma: str) -> None:
    """Note that the actor is the subject or the agent of the verb ``lemma``."""
    acts = claims["actors"][actor]["acts"]
    if lemma and lemma not in acts:
        acts.append(lemma)


def _cover(span: Span, actor: int) -> None:
    for token in span:
        if token._.claims_actor is None:
            token._.claims_actor = actor
