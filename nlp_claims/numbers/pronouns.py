"""What a pronoun beside a number stands for: «jest ich 19», «trzy z nich», «95 proc. z nich»."""

from collections.abc import Iterator, Sequence

from nlp_claims.morphology import CASES
from nlp_claims.numbers import nouns
from nlp_claims.numbers.contexts import grades, is_verb
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.percents import FARTHEST, sentences_between
from nlp_claims.numbers.phrases import NounPhrase
from nlp_claims.numbers.pieces import Piece

_PRONOUN_REACH, _NOUN_REACH = 4, 25  # pieces back to «ich», and from it to its noun
_SENTENCES = 2  # sentence ends back to the number whose part is told
_OF = frozenset({"z", "spośród", "wśród"})
_THEM = frozenset({"nich", "których"})
_SUBJECTS = frozenset({"pl:nom", "pl:acc"})
_PLURAL_GENITIVE = frozenset({"pl:gen"})
_NAMED = _SUBJECTS | _PLURAL_GENITIVE
_GENITIVES = frozenset({"sg:gen", "pl:gen"})
_AMONG = frozenset({"wśród", "spośród", "dla", "u"})
_ANY = frozenset(f"{number}:{case}" for number in ("sg", "pl") for case in CASES)


def theirs(pieces: Sequence[Piece], draft: Draft, before: Draft | None) -> NounPhrase | None:
    """«Na placu stanęły ławki. Jest ich 19.»: the nearest plural noun before «ich».

    None is nearer than what the number ``before`` counts: «Jest tu 7 mln aut. W maju przybyło ich 1,1 mln.»
    """
    near = range(draft.lead - 1, max(-1, draft.lead - 1 - _PRONOUN_REACH), -1)
    pronoun = next((index for index in near if pieces[index].lower == "ich"), None)
    owned = pieces[pronoun + 1] if pronoun is not None and pronoun + 1 < draft.lead else None
    if pronoun is None or (owned is not None and not grades(owned.lower) and nouns.nouns(owned.text, _ANY)):
        return None  # «ich dochody sięgają 5 mln»
    found = next(_plurals(pieces, pronoun), None)
    if before is None or (found is not None and found.head >= before.after):
        return found
    return before.noun


def of_them(pieces: Sequence[Piece], draft: Draft, before: Sequence[Draft]) -> NounPhrase | None:
    """«Trzy z nich»: what the nearest larger number counts, else the nearest plural noun."""
    words = [piece.lower for piece in pieces[draft.after : draft.after + 2]]
    if len(words) < len(("z", "nich")) or words[0] not in _OF or words[1] not in _THEM:
        return None
    for other in reversed(before):
        if sentences_between(pieces, other.after, draft.first) > _SENTENCES or draft.first - other.after > FARTHEST:
            break
        if other.code == "count" and other.noun is not None and _holds(pieces, other, draft):
            return other.noun
    return meant(pieces, draft.lead)


def meant(pieces: Sequence[Piece], pronoun: int) -> NounPhrase | None:
    """What a plural pronoun at a piece may mean: the nearest plural subject or object, else people."""
    return next(_plurals(pieces, pronoun), None) or _people(pieces, pronoun)


def _people(pieces: Sequence[Piece], at: int) -> NounPhrase | None:
    """«System jest dumą Szkotów. 77 proc. z nich uważa …»: people named in the genitive, or by their nation."""
    for index in range(at - 1, max(-1, at - 1 - _NOUN_REACH), -1):
        form = pieces[index].text
        found = nouns.nouns(form, _NAMED) if pieces[index].kind == "word" else ()
        if found and nouns.personal(form, found[0].noun):
            return NounPhrase(found[0].noun, found[0].noun, index, index, index + 1, found[0].cases)
    return None


def _holds(pieces: Sequence[Piece], whole: Draft, part: Draft) -> bool:
    """Whether one number may be a part of what another counts.

    «43 538 ochotników z sześciu krajów; u 94 z nich»: six hold no 94. «Siedem przypadków na 1,6 mln osób. Trzy z
    nich»: the base of a rate is not what was spoken of.
    """
    base = whole.lead > 0 and pieces[whole.lead - 1].lower == "na"
    return not base and (part.code != "count" or whole.numeral.high is None or whole.numeral.high >= part.numeral.low)


def _plurals(pieces: Sequence[Piece], at: int) -> Iterator[NounPhrase]:
    """The plural nouns before a piece, nearest first, that a pronoun may mean: subjects, objects, «wśród rodzin»."""
    for index in range(at - 1, max(-1, at - 1 - _NOUN_REACH), -1):
        opens = index == 0 or pieces[index - 1].text in ".!?" or "\n" in pieces[index].gap
        form = pieces[index].lower if opens else pieces[index].text
        if not form.islower() or nouns.is_function_word(form) or nouns.modifies(form) or is_verb(form) or grades(form):
            continue
        if nouns.nouns(form, _GENITIVES) and _owned(pieces, index):
            continue  # «pracownicy dystrybutora prasy»
        among = index > 0 and pieces[index - 1].lower in _AMONG
        if found := nouns.nouns(form, _PLURAL_GENITIVE if among else _SUBJECTS):
            yield NounPhrase(found[0].noun, found[0].noun, index, index, index + 1, found[0].cases)


def _owned(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a noun stands right before a piece, so that a genitive there belongs to it."""
    before = pieces[at - 1] if at else None
    if before is None or before.kind != "word" or nouns.modifies(before.lower):
        return False
    return bool(nouns.nouns(before.text, _ANY))
