"""Which names of a document mean the same actor: surname and full name, acronym and expansion, variants.

Pure functions on base forms. Everything is linear in the number of mentions; the rules compare distinct
base forms through indexes, never each with each.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from nlp_claims import lexicons
from nlp_claims.actors.aliases import acronyms, aliases, fold, legal_forms, without_country
from nlp_claims.actors.guesses import NameKind
from nlp_claims.actors.slips import Slips, near
from nlp_claims.morphology import analyse


class Named(NamedTuple):
    """One mention to be merged: its base form, kind, gender («m», «f», or empty), and what it abbreviates.

    ``expands``: index of the mention that this one abbreviates in brackets («… Polski (NBP)»), or -1.
    """

    base: str
    kind: NameKind
    gender: str = ""
    expands: int = -1


Key = tuple[bool, tuple[str, ...]]  # is it a person, folded words
_CLOSE = 5  # shortest word in which one wrong letter still leaves no doubt
_CLOSE_NAME = 7


class _Union:
    """Disjoint sets of keys."""

    def __init__(self, keys: Iterable[Key]) -> None:
        self.parent = {key: key for key in keys}

    def find(self, key: Key) -> Key:
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def join(self, first: Key, second: Key) -> None:
        one, two = self.find(first), self.find(second)
        if one != two:
            self.parent[two] = one


def merge(names: Sequence[Named]) -> list[int]:
    """For every mention the index of the first mention of its actor (its own where it is the first)."""
    keys = [_key(name) for name in names]
    counts = Counter(keys)
    sets = _Union(counts)
    genders = _genders(names, keys)
    people = [key for key in counts if key[0]]
    things = [key for key in counts if not key[0]]
    _join_full_names(people, genders, sets)
    loose = _join_short_names(people, genders, sets)
    _join_things(things, counts, sets)
    for index, name in enumerate(names):
        if name.expands >= 0 and not keys[index][0] and not keys[name.expands][0]:
            sets.join(keys[name.expands], keys[index])
    heads = _heads(names, things, sets)
    return _assign(keys, sets, loose, heads)


def _key(name: Named) -> Key:
    words = fold(name.base)
    return name.kind == "person", words or (name.base,)


def _genders(names: Sequence[Named], keys: Sequence[Key]) -> dict[Key, str]:
    votes: dict[Key, Counter[str]] = defaultdict(Counter)
    for name, key in zip(names, keys, strict=True):
        if name.gender:
            votes[key][name.gender] += 1
    return {key: count.most_common(1)[0][0] for key, count in votes.items()}


def _agree(first: Key, second: Key, genders: Mapping[Key, str]) -> bool:
    one, two = genders.get(first, ""), genders.get(second, "")
    return not one or not two or one == two


def _join_full_names(people: Sequence[Key], genders: Mapping[Key, str], sets: _Union) -> None:
    """«Donald Tusk» = «D. Tusk» = «Donald Franciszek Tusk»; never «Jarosław» and «Lech Kaczyński»."""
    by_surname: dict[str, list[Key]] = defaultdict(list)
    by_given: dict[str, list[Key]] = defaultdict(list)
    for key in people:
        if len(key[1]) > 1:
            for other in by_surname[key[1][-1]][:20]:
                if _same_given(key[1][:-1], other[1][:-1]) and _agree(key, other, genders):
                    sets.join(other, key)
            for other in by_given[key[1][0]][:20]:
                # «Guy Verhofstadt», «Guy Vershofstadt»: one slip in the surname, and nothing else
                if key[1][:-1] == other[1][:-1] and near(key[1][-1], other[1][-1], _CLOSE):
                    sets.join(other, key)
            by_surname[key[1][-1]].append(key)
            by_given[key[1][0]].append(key)


def _same_given(first: Sequence[str], second: Sequence[str]) -> bool:
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    return all(
        one == two or (1 in {len(one), len(two)} and one[0] == two[0]) or near(one, two, 4)
        for one, two in zip(first, second, strict=False)
    )


def _join_short_names(people: Sequence[Key], genders: Mapping[Key, str], sets: _Union) -> dict[Key, list[Key]]:
    """Join one-word names to the one person whose surname (or given name) they are.

    Returns those that fit several people: the nearest one before is meant, mention by mention.
    """
    surnames: dict[str, list[Key]] = defaultdict(list)
    givens: dict[str, list[Key]] = defaultdict(list)
    for key in people:
        words = key[1]
        if len(words) > 1:
            for start in range(1, len(words)):
                surnames[" ".join(words[start:])].append(key)
            givens[words[0]].append(key)
    slips = Slips(_CLOSE + 1, (surname for surname in surnames if " " not in surname))
    loose: dict[Key, list[Key]] = {}
    for key in people:
        word = " ".join(key[1])
        found = [other for other in surnames.get(word, []) if other != key and _agree(key, other, genders)]
        if not found and len(key[1]) == 1:
            found = [other for other in givens.get(word, []) if _agree(key, other, genders)]
        if not found and len(key[1]) == 1:
            # «Duval» that was taken for a man's name is Hélène Duval where there is no other
            found = [other for surname in (word, *slips.of(word)) for other in surnames.get(surname, [])]
        roots = {sets.find(other) for other in found}
        if len(roots) == 1:
            sets.join(found[0], key)
        elif roots:
            loose[key] = found
    return loose


def _join_things(things: Sequence[Key], counts: Mapping[Key, int], sets: _Union) -> None:
    """Organizations and places: the table of aliases, acronyms, legal forms, slips of the pen."""
    _join_aliases(things, sets)
    initials: dict[str, list[Key]] = defaultdict(list)
    for key in things:
        for acronym in acronyms(key[1]):
            initials[acronym].append(key)
    slips = Slips(_CLOSE_NAME)
    for key in things:
        words = key[1]
        if len(words) == 1 and words[0] in initials:
            roots = {sets.find(other) for other in initials[words[0]]}
            if len(roots) == 1:
                sets.join(initials[words[0]][0], key)
        for bare in (tuple(word for word in words if word not in legal_forms()), without_country(words)):
            if bare != words and (False, bare) in sets.parent:
                sets.join((False, bare), key)
        _join_slips(key, counts, slips, sets)


def _join_aliases(things: Iterable[Key], sets: _Union) -> None:
    table = aliases()
    first: dict[tuple[str, ...], Key] = {}
    for key in things:
        if (name := table.get(key[1])) is not None:
            sets.join(first.setdefault(name, key), key)


def _join_slips(key: Key, counts: Mapping[Key, int], slips: Slips, sets: _Union) -> None:
    # «Tehreek-e-Labaik», «Tehreek-e-Labbaik»; not two words that the dictionary both has («Austria»)
    word = " ".join(key[1])
    if counts[key] == 1 or not analyse(word.capitalize()):
        for other in slips.of(word):
            if not (_has_known(word) and _has_known(other)):
                sets.join((False, tuple(other.split())), key)
    slips.add(word)


def _has_known(words: str) -> bool:
    return any(analyse(word.capitalize()) for word in words.split())


def _heads(names: Sequence[Named], things: Sequence[Key], sets: _Union) -> dict[Key, list[Key]]:
    """Short names of organizations and the longer ones that they may stand for: «Komisja», «Sąd Najwyższy»."""
    wanted = {_key(name) for name in names if name.kind == "organization" and name.base[:1].isupper()}
    longer: dict[tuple[str, ...], list[Key]] = defaultdict(list)
    for key in things:
        if key in wanted:
            words = key[1]
            for end in range(1, len(words)):
                longer[words[:end]].append(key)
            longer[words[-1:]].append(key)
    found: dict[Key, list[Key]] = {}
    sizes = Counter(sets.find(key) for key in things)
    for key in wanted:
        # «Unia» that the table has joined with «UE» is not the short form of another union
        if not key[0] and (sizes[sets.find(key)] == 1 or key[1] not in aliases()):
            others = [other for other in longer.get(key[1], []) if other != key and _may_shorten(key[1], other[1])]
            if others:
                found[key] = others
    return found


def _may_shorten(short: Sequence[str], full: Sequence[str]) -> bool:
    """«Komisja» for «Komisja Europejska»; not «Wizz Air» for «Wizz Air UK», a company of its own."""
    if tuple(full[: len(short)]) != tuple(short):
        # «Wikimedia» for «Fundacja Wikimedia», but «Szkolna» not for «Rada Szkolna», «UE» not for «Rada UE»
        named = tuple(short) in aliases() or short[0] in _companies() or _is_word(short[0])
        return full[0] in _heads_of_names() and tuple(full[1:]) == tuple(short) and not named
    if len(short) == 1 and short[0] in _companies() and not legal_forms() & set(full):
        return False  # «Ryanair Sun» is a company of Ryanair's
    return len(short) == 1 or _is_noun(short[0])


def _is_noun(word: str) -> bool:
    return any(reading.pos == "subst" for reading in analyse(word) + analyse(word.capitalize()))


def _is_word(word: str) -> bool:
    return any(reading.lemma[:1].islower() for reading in analyse(word))


@cache
def _heads_of_names() -> frozenset[str]:
    """Folded nouns that head a name which may go without them: «fundacja»."""
    return frozenset(word for row in lexicons.read("organization_heads") for word in fold(row["lemma"]))


@cache
def _companies() -> frozenset[str]:
    """Folded names of one word that the table of names has for a company, and the table of aliases for no body."""
    names = {fold(row["name"]) for row in lexicons.read("known_names") if row["kind"] in {"organization", "medium"}}
    return frozenset(words[0] for words in names - aliases().keys() if len(words) == 1)


def _assign(
    keys: Sequence[Key], sets: _Union, loose: Mapping[Key, list[Key]], heads: Mapping[Key, list[Key]]
) -> list[int]:
    """Walk through the text: a loose name means the fitting actor named last, else the next one."""
    first: dict[Key, int] = {}
    last: dict[Key, int] = {}
    upcoming: dict[Key, int] = {}
    for index in range(len(keys) - 1, -1, -1):
        upcoming[keys[index]] = index
    out = []
    for index, key in enumerate(keys):
        choices = loose.get(key) or heads.get(key)
        root = sets.find(key)
        if choices:
            before = [other for other in choices if other in last]
            target = (
                max(before, key=lambda other: last[other])
                if before
                else min(choices, key=lambda other: upcoming.get(other, len(keys)))
            )
            root = sets.find(target)
        last[key] = index
        out.append(first.setdefault(root, index))
    return out
