"""The actors of a document as the components see them: who stands at a token, and adding to them.

``claims["actors"]`` is the record of truth; beside it a list holds, for every token, the index of the
actor that a mention or a reference of it covers, so that a lookup costs the same in a note and in a book.
"""

from bisect import bisect_left

from spacy.tokens import Doc, Span, Token

from nlp_claims.annotations import Actor, Claims, Kind, Mention, claims_of

_AT = "claims_actors_at"  # in doc.user_data: plain, so that a Doc still goes through to_bytes
_UNNAMED = "claims_actors_unnamed"  # how many actors were looked at, and which of them have no name
_NOBODY = -1


def actors_at(doc: Doc) -> list[int]:
    """For every token the index of its actor, or -1; the list is the live one."""
    found: list[int] | None = doc.user_data.get(_AT)
    if found is None or len(found) != len(doc):
        found = doc.user_data[_AT] = [_NOBODY] * len(doc)
    return found


def unnamed_actors(doc: Doc) -> list[int]:
    """The actors that the document gives no name, so far: «rzecznik MSZ», «piloci»."""
    actors = claims_of(doc)["actors"]
    seen, found = doc.user_data.setdefault(_UNNAMED, [0, []])
    found += [index for index in range(seen, len(actors)) if actors[index]["name"][:1].islower()]
    doc.user_data[_UNNAMED] = [len(actors), found]
    unnamed: list[int] = found
    return unnamed


def new_actor(doc: Doc, name: str, kind: Kind, *, gender: str | None = None, plural: bool = False) -> int:
    """Append an actor without mentions and return its index."""
    actors = claims_of(doc)["actors"]
    actors.append(
        Actor(name=name, kind=kind, roles=[], acts=[], mentions=[], references=[], gender=gender, plural=plural)
    )
    return len(actors) - 1


def add_mention(doc: Doc, actor: int, span: Span, base: str) -> None:
    """Note that ``span`` names the actor; ``base`` is the span in the nominative."""
    claims_of(doc)["actors"][actor]["mentions"].append(Mention(start=span.start_char, end=span.end_char, base=base))
    _cover(doc, span, actor)


def add_reference(doc: Doc, actor: int, span: Span) -> None:
    """Note that ``span`` means the actor without naming it («premier», «spółka»)."""
    references = claims_of(doc)["actors"][actor]["references"]
    place = (span.start_char, span.end_char)
    # where nobody is yet, no reference can be: a book has too many of them to look through each time
    if actors_at(doc)[span.start] == _NOBODY or place not in references:
        references.append(place)
    _cover(doc, span, actor)


def find_actor(doc: Doc, token: Token) -> int | None:
    """The actor that has a mention or a reference covering ``token``; names win over references."""
    index = actors_at(doc)[token.i]
    return None if index == _NOBODY else index


def mention_at(doc: Doc, token: Token) -> Mention | None:
    """The mention that begins at ``token``."""
    actor = find_actor(doc, token)
    if actor is None:
        return None
    mentions = claims_of(doc)["actors"][actor]["mentions"]
    place = bisect_left(mentions, token.idx, key=lambda mention: mention["start"])
    return mentions[place] if place < len(mentions) and mentions[place]["start"] == token.idx else None


def add_act(claims: Claims, actor: int, lemma: str) -> None:
    """Note that the actor is the subject or the agent of the verb ``lemma``."""
    acts = claims["actors"][actor]["acts"]
    if lemma and lemma not in acts:
        acts.append(lemma)


def _cover(doc: Doc, span: Span, actor: int) -> None:
    at = actors_at(doc)
    for place in range(span.start, span.end):
        if at[place] == _NOBODY:
            at[place] = actor
