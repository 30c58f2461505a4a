"""Unnamed groups and bodies that act: «piloci odrzucili ofertę», «sąd uniewinnił», «norweski rząd zapowiada».

Only the subjects of verbs that somebody does: not every plural is an actor. Those that only speak are
added by the component that finds what they say.
"""

from bisect import bisect_left
from functools import cache

import numpy as np
from spacy.tokens import Doc, Token

from nlp_claims import lexicons
from nlp_claims.actors.nounphrases import gender_of, name_end, noun_lemma, noun_phrase, number_of
from nlp_claims.actors.registry import add_reference, find_actor
from nlp_claims.actors.unnamed import add_unnamed, is_share, kind_of, organization_heads
from nlp_claims.annotations import claims_of
from nlp_claims.surface import surface_of

_DOING = frozenset({"VERB", "ADJ"})
_MANY = frozenset({"nummod", "nummod:gov", "det:numgov", "det:nummod"})


@cache
def _states() -> frozenset[str]:
    return frozenset(row["lemma"] for row in lexicons.read("state_verbs"))


def find_groups(doc: Doc) -> None:
    """Add the unnamed groups and bodies that act in ``doc``."""
    strings = doc.vocab.strings
    table = doc.to_array(["DEP", "POS"])
    named = strings["PROPN"]  # what the tagger calls a name may be a noun that opens a sentence: «Piloci»
    doers = np.isin(table[:, 0], [strings["nsubj"], strings["obl:agent"]])
    nouns = doers & ((table[:, 1] == strings["NOUN"]) | (table[:, 1] == named))
    for place in np.flatnonzero(nouns).tolist():
        token = doc[place]
        if find_actor(doc, token) is None and (token.pos_ == "NOUN" or token.is_sent_start) and _acts(token):
            start, end = noun_phrase(doc, token)
            if token.dep_ == "obl:agent":
                end = min(end, name_end(doc, token.i + 1))
            if (actor := _introduces(doc, token)) is not None:
                add_reference(doc, actor, doc[start : token.i + 1])
            else:
                add_unnamed(doc, start, end, token.i)


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
    mentions = claims_of(doc)["actors"][actor]["mentions"]
    at = bisect_left(mentions, doc[place].idx, key=lambda mention: mention["start"])
    if at == len(mentions) or mentions[at]["start"] != doc[place].idx:
        return None
    undeclined = mentions[at]["base"] == surface_of(doc).text[mentions[at]["start"] : mentions[at]["end"]]
    return actor if undeclined else None


def _acts(token: Token) -> bool:
    verb = token.head
    if verb.lemma_ in _states() or any(child.dep_ in _MANY for child in token.children):
        return False
    if token.dep_ == "nsubj" and (verb.pos_ != "VERB" or not _agrees(token, verb)):
        return False
    if verb.pos_ not in _DOING:
        return False  # «przyjęcie przez parlament ustawy»: whose the genitive is, the tree does not tell
    if number_of(token) == "pl":
        return gender_of(token) == "m1" or is_body(token)
    return (kind_of(token) == "organization" and is_body(token)) or is_share(token)


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether the number of the verb is the noun's: «sprawcy» is no subject in «policja szuka sprawcy»."""
    return number_of(noun) == "sg" or number_of(verb) == "pl" or not verb.morph.get("Number", [])


def is_body(token: Token) -> bool:
    """Whether the noun names a body of people («rząd», «sąd»), not a thing."""
    return noun_lemma(token) in organization_heads()
