"""Nouns that mean a named actor without naming it: «premier», «szefowa rządu», «spółka», «przewoźnik».

A person is meant by a role that the document gives (to the one who was named last before), an organization
by the noun that introduced it («linia lotnicza Ryanair») or that heads its name («Sąd Najwyższy», then
«sąd»), and the one company that an article is about by any noun for a company.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Token

from nlp_claims.actors.aliases import fold
from nlp_claims.actors.names import Vocabulary
from nlp_claims.actors.nounphrases import noun_lemma, number_of
from nlp_claims.actors.registry import actors_at, add_reference, find_actor
from nlp_claims.actors.roles import Role
from nlp_claims.annotations import Actor, claims_of
from nlp_claims.offices import SOON, bodies, office

_LEAST_MENTIONS = 3
_TIMES_MORE = 2
_MODIFIERS = frozenset({"ADJ", "DET"})


@dataclass(frozen=True, slots=True)
class _Meaning:
    """An actor that a noun may mean: where the document says so, and the folded complement of the role."""

    actor: int
    at: int
    complement: tuple[str, ...] = ()


def refer(doc: Doc, roles: Sequence[Sequence[Role]], words: Vocabulary) -> None:
    """Write the references of ``doc`` into its actors."""
    actors = claims_of(doc)["actors"]
    people = _people(roles, words)
    bodies = _bodies(doc, actors, words)
    company = _company(actors, words)
    media = [_Meaning(i, 0) for i, a in enumerate(actors) if a["name"] in words.media and a["kind"] == "organization"]
    nearest = _Nearest([[mention["start"] for mention in actor["mentions"]] for actor in actors])
    pos = doc.to_array("POS")
    nouns = np.flatnonzero((pos == doc.vocab.strings["NOUN"]) | (pos == doc.vocab.strings["PROPN"])).tolist()
    for token in (doc[place] for place in nouns):
        lemma = noun_lemma(token)
        if lemma not in people and lemma not in words.heads:
            continue
        if number_of(token) == "pl" or find_actor(doc, token) is not None:
            continue
        if lemma in people:
            target = _person(doc, token, people[lemma], nearest, words)
        elif lemma in bodies and not _complement(doc, token):
            target = nearest.of(bodies[lemma], token.idx)
        elif words.heads.get(lemma) == "media" and lemma != "prasa" and media and not _complement(doc, token):
            target = nearest.of(media, token.idx)
        elif company is not None and words.heads.get(lemma) == "company" and not _complement(doc, token):
            target = company
        else:
            continue
        if target is not None:
            add_reference(doc, target, doc[_left(doc, token) : token.i + 1])


def _people(roles: Sequence[Sequence[Role]], words: Vocabulary) -> dict[str, list[_Meaning]]:
    """Role noun → the people who have it; the noun for the other sex leads to them too («szefowa», «szef»)."""
    found: dict[str, list[_Meaning]] = defaultdict(list)
    for actor, held in enumerate(roles):
        for role in held:
            if not role.text:
                continue
            meaning = _Meaning(actor, role.start, _after_head(role))
            for lemma in {role.lemma, words.roles.get(role.lemma, {}).get("counterpart", "")} - {""}:
                found[lemma].append(meaning)
            if role.lemma in words.leaders and meaning.complement:
                for lemma in words.leaders - {role.lemma}:
                    found[lemma].append(meaning)
            _by_other_names(found, role, meaning, words)
    return found


def _by_other_names(found: dict[str, list[_Meaning]], role: Role, meaning: _Meaning, words: Vocabulary) -> None:
    """«szef MSZ» is meant by «minister» too, a «minister» by «szefowa resortu»."""
    after = role.text.split()[1:2]
    if after and (held := office(role.lemma, after[0], words.leaders)):
        for lemma in {held, words.roles.get(held, {}).get("counterpart", "")} - {""}:
            found[lemma].append(_Meaning(meaning.actor, meaning.at))
    for body in bodies(role.lemma):
        for lemma in words.leaders:
            found[lemma].append(_Meaning(meaning.actor, meaning.at, fold(body)))


def _after_head(role: Role) -> tuple[str, ...]:
    parts = fold(role.text)
    head = fold(role.lemma)
    return parts[parts.index(head[0]) + 1 :] if head and head[0] in parts else ()


def _person(doc: Doc, token: Token, choices: Sequence[_Meaning], nearest: "_Nearest", words: Vocabulary) -> int | None:
    complement = _complement(doc, token)[:1]
    if complement or noun_lemma(token) in words.leaders:
        found = nearest.of(choices, token.idx, "".join(complement), ahead=SOON)
        if complement or found is not None:
            return found
    return nearest.of(choices, token.idx, ahead=SOON)


def _complement(doc: Doc, token: Token) -> tuple[str, ...]:
    """The folded word after a noun that narrows it: «szef Rady», «linia Wizz Air»; empty where none."""
    if token.i + 1 >= len(doc):
        return ()
    after = doc[token.i + 1]
    if after.head.i == token.i and after.pos_ in {"NOUN", "PROPN"} and after.dep_ != "appos":
        return fold(after.text)
    return ()


class _Nearest:
    """Finds the actor that is named nearest, among those that a noun may mean. A book names each a thousand times."""

    def __init__(self, starts: Sequence[Sequence[int]]) -> None:
        self._starts = starts  # of each actor's mentions
        self._sorted: dict[tuple[int, str | None], list[tuple[int, int]]] = {}

    def of(
        self, choices: Sequence[_Meaning], offset: int, complement: str | None = None, *, ahead: float = math.inf
    ) -> int | None:
        """The choice that was named last before ``offset``, else the one that is named first after it.

        Args:
            choices: the actors; the same list each time that the same noun is asked for.
            offset: where the noun stands.
            complement: only those whose role has this word in its complement; only those without one if empty.
            ahead: characters within which one that is named only later must be named.
        """
        key = id(choices), complement
        if key not in self._sorted:
            fitting = {
                choice.actor
                for choice in choices
                if complement is None or (complement in choice.complement if complement else not choice.complement)
            }
            self._sorted[key] = sorted((start, actor) for actor in fitting for start in self._starts[actor])
        places = self._sorted[key]
        before = bisect_left(places, (offset, -1)) - 1
        if before >= 0:
            return places[before][1]
        return places[0][1] if places and places[0][0] - offset <= ahead else None


def _bodies(doc: Doc, actors: Sequence[Actor], words: Vocabulary) -> dict[str, list[_Meaning]]:
    """Noun → the organizations that it introduces or heads, where there is just one."""
    found: dict[str, list[_Meaning]] = defaultdict(list)
    at = actors_at(doc)
    for place in (place for place, actor in enumerate(at) if actor >= 0 and (place == 0 or at[place - 1] != actor)):
        token, actor = doc[place], at[place]
        if actors[actor]["kind"] != "organization":
            continue
        noun = _introducing(doc, token)
        if noun is not None and noun.lemma_.lower() in words.heads:
            found[noun.lemma_.lower()].append(_Meaning(actor, noun.i))
    for index, actor_ in enumerate(actors):
        if actor_["kind"] == "organization":
            for head in {part.lower() for part in actor_["name"].split()[:2]} & words.heads.keys():
                found[head].append(_Meaning(index, 0))
    return {lemma: each for lemma, each in found.items() if len({meaning.actor for meaning in each}) == 1}


def _introducing(doc: Doc, token: Token) -> Token | None:
    """The common noun right before a name, adjectives between: «linia lotnicza Ryanair», «związek FORSA»."""
    place = token.i - 1
    while place >= 0 and doc[place].pos_ in _MODIFIERS and doc[place].text.islower():
        place -= 1
    if place < 0 or doc[place].pos_ != "NOUN" or find_actor(doc, doc[place]) is not None:
        return None
    return doc[place]


def _company(actors: Sequence[Actor], words: Vocabulary) -> int | None:
    """The company that the document is about: named often, and far more often than any other."""
    counts = sorted(
        (
            (len(actor["mentions"]), -index)
            for index, actor in enumerate(actors)
            if actor["kind"] == "organization" and not _public(actor["name"], words)
        ),
        reverse=True,
    )
    if not counts or counts[0][0] < _LEAST_MENTIONS:
        return None
    if len(counts) > 1 and counts[0][0] < _TIMES_MORE * counts[1][0]:
        return None
    return -counts[0][1]


def _public(name: str, words: Vocabulary) -> bool:
    """Whether the name is one of a state, a party, a court, a medium: none of them is «spółka»."""
    return name in words.public or any(words.heads.get(part.lower(), "company") != "company" for part in name.split())


def _left(doc: Doc, token: Token) -> int:
    """Where the adjectives before ``token`` begin: «irlandzki przewoźnik»."""
    start = token.i
    while (
        start > 0
        and not doc[start].is_sent_start
        and doc[start - 1].pos_ in _MODIFIERS
        and doc[start - 1].head == token
    ):
        start -= 1
    return start
