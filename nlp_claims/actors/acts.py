"""What the actors do: the verbs whose subject or agent they are."""

from bisect import bisect_right
from collections.abc import Iterator

import numpy as np
from spacy.tokens import Doc, Token

from nlp_claims.actors.registry import add_act, find_actor
from nlp_claims.annotations import Actor, claims_of

_VERBS = frozenset({"VERB"})
_DOERS = ("nsubj", "obl:agent")
_HELPERS = frozenset({"móc", "chcieć", "musieć", "zamierzać"})  # «chce obniżyć»: what is done is the second verb


def note_acts(doc: Doc) -> None:
    """Write the verbs of every actor that is known so far into its ``acts``, in text order."""
    claims = claims_of(doc)
    deps = doc.to_array("DEP")
    for place in np.flatnonzero(np.isin(deps, [doc.vocab.strings[dep] for dep in _DOERS])).tolist():
        token = doc[place]
        actor = find_actor(doc, token)
        if actor is None:
            continue
        if token.dep_ != "obl:agent" and _is_oblique(claims["actors"][actor], token):
            continue  # «pogratulował Kamali Harris»: the parser's subject is in the dative
        note_deeds(doc, token, actor)


def note_deeds(doc: Doc, token: Token, actor: int) -> None:
    """Write the verbs whose subject or agent ``token`` is into the acts of the actor."""
    for verb in verbs_of(token):
        add_act(claims_of(doc), actor, _lemma(verb))


def _lemma(verb: Token) -> str:
    """The verb as a dictionary has it: «starać się», where the parser may hang «się» on the infinitive after it."""
    following = verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].lower_ == "się"
    reflexive = following or any(child.dep_ == "expl:pv" for child in verb.children)
    return f"{verb.lemma_} się" if reflexive else verb.lemma_


def _is_oblique(actor: Actor, token: Token) -> bool:
    """Whether the name of a person, of which ``token`` is a word, is in another case than the nominative."""
    if actor["kind"] != "person":
        return False
    mentions = actor["mentions"]
    place = bisect_right(mentions, token.idx, key=lambda mention: mention["start"]) - 1
    return place >= 0 and token.idx < mentions[place]["end"] and token.text not in mentions[place]["base"]


def verbs_of(token: Token) -> Iterator[Token]:
    """The verbs whose subject or agent ``token`` is, with those joined to them («powiedział i dodał»)."""
    if token.dep_ not in _DOERS:
        return
    verb = token.head
    if verb.pos_ not in _VERBS:
        if token.dep_ == "obl:agent" and verb.pos_ == "ADJ":
            yield verb  # «zatrzymany przez policję»
        return
    yield verb
    for other in verb.children:
        own = (
            other.dep_ != "conj" or other.pos_ not in _VERBS or any(c.dep_.startswith("nsubj") for c in other.children)
        )
        if not own and other.morph.get("Number", []) == verb.morph.get("Number", []):
            yield other
    for other in verb.children:
        if other.dep_ == "xcomp" and other.pos_ in _VERBS and verb.lemma_ in _HELPERS:
            yield other
