"""Unnamed actors: «analitycy ds. obronności», «rzecznik MSZ», «norweski rząd».

They enter the document only when they speak or act, so the component that sees them do it adds them:
``add_unnamed`` with the noun phrase and its head.
"""

from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from nlp_claims import lexicons
from nlp_claims.actors.complements import SHARES, whole_phrase
from nlp_claims.actors.countries import GOVERNING, country_of, whose
from nlp_claims.actors.known import small_names
from nlp_claims.actors.lookup import is_generic
from nlp_claims.actors.nounphrases import case_of, gender_of, noun_lemma, number_of, phrase_base, role_lemmas
from nlp_claims.actors.registry import add_mention, add_reference, find_actor, new_actor, unnamed_actors
from nlp_claims.annotations import Kind, claims_of
from nlp_claims.morphology import analyse, nominative
from nlp_claims.surface import surface_of
from nlp_claims.women import is_woman

_INFERRED = "claims_actors_inferred"  # in doc.user_data: actors whose country the text told elsewhere


@cache
def organization_heads() -> dict[str, str]:
    """Lemma → class of the nouns that head an organization."""
    return {row["lemma"]: row["class"] for row in lexicons.read("organization_heads")}


def kind_of(head: Token) -> Kind:
    """Person, group or organization by the head noun and its number."""
    lemma = noun_lemma(head)
    plural = is_plural(head)
    bare = lemma in lexicons.words("shares") and not any(case_of(child) == "gen" for child in head.rights)
    if bare or is_share(head) or head.lower_ in SHARES:
        return "group"
    if lemma in organization_heads() and (not plural or lemma == "władza"):
        return "organization"
    if plural:
        return "group"
    if lemma in role_lemmas() or gender_of(head) == "m1" or (gender_of(head) == "f" and is_woman(lemma)):
        return "person"
    return "organization"


def is_plural(head: Token) -> bool:
    """Whether the noun means several, by the tagger or by its verb: «śledczy ustalili»."""
    if number_of(head) == "pl":
        return True
    verb = head.head
    told = head.dep_ == "nsubj" and head.text[-1] in "yi" and number_of(verb) == "pl" and verb.pos_ in {"VERB", "AUX"}
    return told and any(r.has("pl") and r.has("nom") and r.has("m1") for r in analyse(head.lower_))


def is_share(head: Token) -> bool:
    """Whether the noun counts people: «część pilotów», «większość posłów»."""
    if noun_lemma(head) not in lexicons.words("shares"):
        return False
    people = (c for c in head.rights if c.pos_ == "NOUN" and c.dep_ in {"nmod", "nmod:arg"} and case_of(c) == "gen")
    return any(gender_of(noun) == "m1" and number_of(noun) == "pl" for noun in people)


def add_unnamed(doc: Doc, start: int, end: int, head: int) -> int:
    """Add the unnamed actor of a noun phrase, or find it where the document has it already.

    Args:
        doc: a parsed document.
        start: the phrase's first token.
        end: its end, exclusive.
        head: the index of its head noun.

    Returns:
        The index of the actor in ``claims["actors"]``.
    """
    noun = doc[head]
    known = find_actor(doc, noun)
    if known is None and (known := _told(doc, end, noun)) is not None:
        add_reference(doc, known, doc[head : head + 1])
    if known is None:
        known = _apposed(doc, start, end, noun)
    if known is not None:
        return known
    while start < head and doc[start].pos_ in {"ADV", "PART", "ADP", "CCONJ", "SCONJ", "PUNCT"}:
        start += 1
    start, end = whole_phrase(doc, start, end, noun)
    span = doc[start:end]
    base = phrase_base(doc, start, end, noun)
    kind = kind_of(noun)
    index = _same(doc, base, kind, noun)
    inferred: list[int] = doc.user_data.setdefault(_INFERRED, [])
    if index is None:
        country = base in GOVERNING and country_of(claims_of(doc)["actors"], surface_of(doc).places)
        base = f"{base} {country}" if country else base
        index = new_actor(doc, base, kind, gender=_short_gender(noun), plural=is_plural(noun))
        if country:
            inferred.append(index)
    actor = claims_of(doc)["actors"][index]
    if len(actor["name"].split()) == 1 and (kind == "organization" or base.startswith(f"{actor['name']} ")):
        actor["name"] = base  # «piloci» first, «piloci Ryanaira» later: whose they are names them, not how they are
    elif index in inferred and base != actor["name"] and whose(actor["name"]) == whose(base):
        actor["name"] = base  # «rząd» was the British one, and now the text itself says «brytyjski rząd»
        inferred.remove(index)
    if kind == "group":
        add_mention(doc, index, span, base)
    else:
        add_reference(doc, index, span)
    return index


def _apposed(doc: Doc, start: int, end: int, noun: Token) -> int | None:
    """The person that a phrase names at its end: «mąż kobiety Jan Lis», «dyrektor, Anna Lis»."""
    place = end - 1
    actor = find_actor(doc, doc[place]) if place > noun.i else None
    if actor is None or claims_of(doc)["actors"][actor]["kind"] != "person" or kind_of(noun) != "person":
        return None
    while place > start and find_actor(doc, doc[place - 1]) == actor:
        place -= 1
    return actor if case_of(doc[place]) in {"", case_of(noun)} else None


def _told(doc: Doc, end: int, noun: Token) -> int | None:
    """The organization that a noun leads to, nothing between them: «agencja TASS», «stacja CNN»."""
    first = noun.i + 1
    named = first < len(doc) and (doc[first].text[:1].isupper() or doc[first].text in small_names())
    actor = find_actor(doc, doc[first]) if named else None
    if actor is None or claims_of(doc)["actors"][actor]["kind"] != "organization" or number_of(noun) == "pl":
        return None
    if doc[first].text not in claims_of(doc)["actors"][actor]["name"]:
        return None  # «agencja Reutera» is his; what stands beside a noun does not change
    lemma = noun_lemma(noun)
    kind = organization_heads().get(lemma)
    leads = lemma == "agencja" or kind == "media" or (is_generic(noun.lower_) and kind != "body")
    return actor if leads and all(find_actor(doc, doc[place]) == actor for place in range(first, end)) else None


def _short_gender(head: Token) -> str | None:
    return gender_of(head)[:1] or None


def _same(doc: Doc, base: str, kind: Kind, head: Token) -> int | None:
    """An unnamed actor of the same phrase, or of the same noun where either phrase is the bare noun.

    «piloci» are «piloci Ryanaira», but «piloci ze Szwecji» are only some of them.
    """
    folded = whose(base).casefold()
    some = _is_some(folded)
    bare = phrase_head(folded, head)
    near: int | None = None
    actors = claims_of(doc)["actors"]
    for index in unnamed_actors(doc):
        actor = actors[index]
        if actor["kind"] != kind:
            continue
        name = whose(actor["name"]).casefold()
        if name == folded:
            return index
        if (
            near is None
            and not some
            and (name == bare or (folded == bare and bare in name.split() and not _is_some(name)))
        ):
            near = index
    return near


@lru_cache(maxsize=3_000)
def _is_some(phrase: str) -> bool:
    """Whether a prepositional phrase narrows the noun: «piloci z Dublina»."""
    return any(reading.pos == "prep" for word in phrase.split()[1:] for reading in analyse(word))


def phrase_head(base: str, head: Token) -> str:
    """The head noun alone, in the nominative, as it stands in ``base``."""
    own = nominative(head.text.lower(), ("subst", "adj"), number_of(head), case=case_of(head), gender=gender_of(head))
    words = base.split()
    return own if own in words else (words[0] if len(words) == 1 else head.text.lower())
