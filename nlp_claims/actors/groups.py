"""Unnamed groups and bodies that act: «piloci odrzucili ofertę», «sąd uniewinnił», «norweski rząd zapowiada».

Those that only speak are added by the component that finds what they say.
"""

from collections.abc import Collection, Iterable, Iterator

import numpy as np
from spacy.tokens import Doc, Token

from nlp_claims.actors.acts import note_deeds
from nlp_claims.actors.nounphrases import agrees_with, noun_lemma, noun_phrase
from nlp_claims.actors.participants import (
    ROLES,
    SUBJECTS,
    does,
    is_official,
    is_people,
    may_be_somebody,
    takes_part,
)
from nlp_claims.actors.registry import add_reference, find_actor, mention_at
from nlp_claims.actors.unnamed import add_unnamed, organization_heads
from nlp_claims.annotations import claims_of
from nlp_claims.surface import surface_of


def find_groups(doc: Doc) -> None:
    """Add the unnamed groups and bodies that act in ``doc``."""
    for token in _nouns(doc, ROLES):
        # most nouns are things: what only the form tells is asked first
        somebody = may_be_somebody(token.lower_) and _may_act(token) and find_actor(doc, token) is None
        if somebody and takes_part(token):
            start, end = noun_phrase(doc, token)
            if token.dep_ == "obl:agent":
                end = _agent_end(doc, token, end)
            if (actor := _introduces(doc, token)) is not None:
                add_reference(doc, actor, doc[start : token.i + 1])
            else:
                add_unnamed(doc, start, end, token.i)


def _agent_end(doc: Doc, agent: Token, end: int) -> int:
    """«podjęte przez władze | próby»: what a participle tells of may follow the agent, and look like its genitive."""
    done = (at for at in range(agent.i + 1, end) if doc[at].pos_ == "NOUN" and agrees_with(agent.head, doc[at]))
    return next(done, end)


def find_officials(doc: Doc, spoke: Collection[int]) -> None:
    """Add the single unnamed people who act and do not speak: «mąż Anny uciekł», «szef Rady wezwał do zgody».

    After the speakers: one who speaks may be somebody whom the text names, «prezydent Francji» is Macron then.

    Args:
        doc: a document whose statements have their speakers.
        spoke: the offsets at which the mentions of speakers begin.
    """
    for token in _nouns(doc, SUBJECTS):
        if find_actor(doc, token) is not None or token.idx in spoke or not (is_official(token) and does(token)):
            continue
        start, end = noun_phrase(doc, token)
        if doc[start].idx not in spoke and not _is_named(doc, start, token.i):
            note_deeds(doc, token, add_unnamed(doc, start, end, token.i))


def _is_named(doc: Doc, start: int, noun: int) -> bool:
    """Whether the sentence names whom an office means: «szef Rady, Jan Lis», «Anna Lis, prezes spółki, …»."""
    before = start - 2
    if before >= 0 and doc[start - 1].text in _ASIDE and find_actor(doc, doc[before]) is not None:
        return True
    actors = claims_of(doc)["actors"]
    for token in doc[noun + 1 : min(noun + _NEAR, doc[noun].sent.end)]:
        if token.text[:1].isupper() and _is_undeclined(doc, token):
            actor = find_actor(doc, token)
            if actor is not None and actors[actor]["kind"] == "person":
                return True
    return False


_ASIDE = frozenset({",", "-", "–", "—"})
_NEAR = 25  # tokens: «unijna komisarz ds. zatrudnienia, spraw społecznych, umiejętności i mobilności Anna Lis»


def _nouns(doc: Doc, roles: Iterable[str]) -> Iterator[Token]:
    """The words that may mean people or bodies in one of the roles, in text order."""
    strings = doc.vocab.strings
    table = doc.to_array(["DEP", "POS"])
    # what the tagger calls a name may be a noun that opens a sentence («Piloci»), an adjective people («strajkujący»)
    wanted = np.isin(table[:, 0], [strings[dep] for dep in roles])
    wanted &= np.isin(table[:, 1], [strings[pos] for pos in ("NOUN", "PROPN", "ADJ")])
    for place in np.flatnonzero(wanted).tolist():
        yield doc[place]


def _may_act(token: Token) -> bool:
    if token.pos_ == "ADJ":
        return is_people(token.lower_)
    return token.pos_ == "NOUN" or bool(token.is_sent_start)


def _introduces(doc: Doc, noun: Token) -> int | None:
    """The company or medium that the noun leads to: «brytyjska firma Rolls», «tygodnik „Polityka”».

    Not «zarząd Orlenu», another body than Orlen, nor «bank Polski» in the genitive.
    """
    if organization_heads().get(noun_lemma(noun)) not in {"company", "media"}:
        return None
    place = noun.i + 1
    while place < len(doc) and doc[place].pos_ == "ADJ" and doc[place].head.i == noun.i:
        place += 1  # «tanie linie lotnicze Ryanair»
    if place < len(doc) and doc[place].is_quote:
        place += 1
    actor = find_actor(doc, doc[place]) if place < len(doc) else None
    if actor is None or claims_of(doc)["actors"][actor]["kind"] != "organization":
        return None
    return actor if _is_undeclined(doc, doc[place]) else None


def _is_undeclined(doc: Doc, token: Token) -> bool:
    """Whether a name that begins at ``token`` stands as in the nominative."""
    mention = mention_at(doc, token)
    return mention is not None and mention["base"] == surface_of(doc).text[mention["start"] : mention["end"]]
