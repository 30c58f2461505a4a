"""Unnamed groups and bodies that act: «piloci odrzucili ofertę», «sąd uniewinnił», «norweski rząd zapowiada».

Only the subjects of verbs that somebody does: not every plural is an actor. Those that only speak are
added by the component that finds what they say.
"""

from bisect import bisect_left
from functools import lru_cache

from spacy.tokens import Doc, Token

from nlp_claims import lexicons
from nlp_claims.actors.nounphrases import case_of, gender_of, name_end, noun_lemma, noun_phrase, number_of
from nlp_claims.actors.registry import add_reference, find_actor
from nlp_claims.actors.unnamed import add_unnamed, is_share, kind_of, organization_heads
from nlp_claims.annotations import claims_of
from nlp_claims.morphology import analyse, forms
from nlp_claims.surface import surface_of
from nlp_claims.women import is_woman

_DOERS = ("nsubj", "obl:agent")
_GENITIVES = ("nmod", "nmod:arg")
_COUNTED = frozenset({"nummod", "nummod:gov", "det:nummod"})
_PUBLIC = frozenset({"state", "court", "party"})


def find_groups(doc: Doc) -> None:
    """Add the unnamed groups and bodies that act in ``doc``."""
    strings = doc.vocab.strings
    table = doc.to_array(["DEP", "POS"])
    # what the tagger calls a name may be a noun that opens a sentence («Piloci»), an adjective people («strajkujący»)
    doers = {strings[dep] for dep in _DOERS + _GENITIVES}
    nouns = {strings[pos] for pos in ("NOUN", "PROPN", "ADJ")}
    for place in [at for at, (dep, pos) in enumerate(table.tolist()) if dep in doers and pos in nouns]:
        token = doc[place]
        if find_actor(doc, token) is None and _may_act(token) and _acts(token):
            start, end = noun_phrase(doc, token)
            if token.dep_ == "obl:agent":
                end = min(end, name_end(doc, token.i + 1))
            if (actor := _introduces(doc, token)) is not None:
                add_reference(doc, actor, doc[start : token.i + 1])
            else:
                add_unnamed(doc, start, end, token.i)


def _may_act(token: Token) -> bool:
    if token.pos_ == "ADJ":
        return is_people(token.lower_)
    return token.pos_ == "NOUN" or bool(token.is_sent_start)


@lru_cache(maxsize=2_000)
def is_people(word: str) -> bool:
    """Whether an adjective or participle in the plural means people: «strajkujących», «oskarżeni»."""
    listed = lexicons.words("collectives")
    for reading in analyse(word):
        if reading.pos in {"adj", "pact", "ppas"} and reading.has("pl") and reading.has("m1"):
            kept = () if reading.pos == "adj" else ("aff",)
            if listed & set(forms(reading.lemma, reading.pos, "sg", "nom", "m1", *kept)):
                return True
    return False


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
    """Whether the noun means people or a body, and they do something."""
    if any(child.dep_ in _COUNTED for child in token.children) or not _is_somebody(token):
        return False
    if token.dep_ in _GENITIVES:
        return case_of(token) == "gen" and noun_lemma(token.head) in lexicons.words("deeds")
    verb = token.head
    if token.dep_ == "obl:agent":
        return verb.pos_ in {"VERB", "ADJ"}  # «przyjęcie przez parlament»: whose it is, the tree does not tell
    return _does(token, verb) and (_agrees(token, verb) or _is_quantified(token))


def _is_somebody(token: Token) -> bool:
    if number_of(token) == "pl":
        lemma = noun_lemma(token)
        woman = gender_of(token) == "f" and is_woman(lemma)
        return gender_of(token) == "m1" or woman or is_body(token) or lemma in lexicons.words("collectives")
    return (kind_of(token) == "organization" and is_body(token)) or is_share(token)


def _does(token: Token, verb: Token) -> bool:
    """Whether the predicate says that its subject does, wants or must do something, and not what it is or has."""
    if verb.pos_ == "ADJ":
        return verb.lemma_ in lexicons.words("attitudes")  # «związkowcy są gotowi»
    wants = any(child.dep_ == "xcomp" for child in verb.children)  # «pracownicy mieli podpisać»
    public = number_of(token) == "sg" and organization_heads().get(noun_lemma(token)) in _PUBLIC
    if verb.pos_ == "VERB":
        return wants or public or verb.lemma_ not in lexicons.words("state_verbs")
    return verb.pos_ == "AUX" and wants  # «rząd nie był w stanie przedstawić planu»


def _is_quantified(noun: Token) -> bool:
    """«coraz więcej republikanów ma dość»: a genitive that is the subject of a singular."""
    return case_of(noun) == "gen" and any(child.dep_ in {"det:numgov", "det"} for child in noun.children)


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether the number of the verb is the noun's: «sprawcy» is no subject in «policja szuka sprawcy»."""
    return number_of(noun) == "sg" or number_of(verb) == "pl" or not verb.morph.get("Number", [])


def is_body(token: Token) -> bool:
    """Whether the noun names a body of people («rząd», «sąd»), not a thing."""
    return noun_lemma(token) in organization_heads()
