"""Number and gender: what a verb or a pronoun asks of its subject."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.grammar import SPEAKING, Noun, Word, word
from nlp_claims.statements.text import Text

_GENDERS = {"m": frozenset({"m1", "m2", "m3"}), "f": frozenset({"f"}), "n": frozenset({"n"})}
_LETTERS = {"m1": "m", "m2": "m", "m3": "m", "f": "f", "n": "n"}
_HEAD_WITHIN = 4
_FEMALE = frozenset({"jej", "niej"})
_PLURAL = frozenset({"ich", "nich"})
_MALE = frozenset({"jego", "niego"})
_PERSONAL = frozenset({"praet", "fin"})
_THIRD = 3
_OPENING_WORDS = 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """Number and genders of a verb; ``None`` and empty where the form does not tell."""

    number: str | None
    genders: frozenset[str]

    @classmethod
    def of(cls, cue: Cue) -> "Agreement":
        """What the subject of the cue must agree with."""
        if cue.form not in {"praet", "fin", "bedzie", "winien", "pact"}:
            return cls(None, frozenset())
        return cls(cue.number, cue.genders)

    def fits(self, noun: Noun) -> bool:
        """Whether a noun in the nominative agrees."""
        if self.number is not None and self.number not in noun.number:
            return False
        return not self.genders or not noun.genders or bool(self.genders & noun.genders)


def agreement_of(text: Text, draft: Draft) -> Agreement:
    """Number and gender that the speaker must have: the verb's, or the pronoun's («jej zdaniem»)."""
    cue = draft.cue
    if cue is None:
        return Agreement(None, frozenset())
    if cue.form == "prep":
        return _possessor(text.lowers[max(draft.frame[0] - 1, 0) : draft.frame[1]])
    if cue.entry.lemma in {"wynikać", "czytać"}:  # «z jej raportu wynika», «w oświadczeniu czytamy»
        return _possessor(text.lowers[draft.before[0] : draft.before[1]] + text.lowers[draft.after[0] : draft.after[1]])
    if cue.form in {"pcon", "pant"}:
        main = main_verb(text, cue)
        verbs = text.words[main].verbs if main is not None else ()
        told = next((v for v in verbs if v.form in _PERSONAL and v.person == _THIRD), None)
        return Agreement(None, frozenset()) if told is None else Agreement(told.number, told.genders)
    return Agreement.of(cue)


def _possessor(words: Iterable[str]) -> Agreement:
    """What a pronoun among the words tells of the one whom it means: «jej zdaniem», «z ich ustaleń»."""
    for lower in words:
        if lower in _FEMALE:
            return Agreement("sg", frozenset({"f"}))
        if lower in _PLURAL:
            return Agreement("pl", frozenset())
        if lower in _MALE:
            return Agreement("sg", frozenset({"m1", "m2", "m3", "n"}))
    return Agreement(None, frozenset())


def main_verb(text: Text, cue: Cue) -> int | None:
    """The verb that shares its subject with a participle: «odrzuca cenę, argumentując», «Dodając, że …, wyszedł»."""
    start, end = text.sentence(cue.verb)
    opens = cue.first - start <= _OPENING_WORDS
    for at in range(cue.last + 1, end) if opens else range(cue.first - 1, start - 1, -1):
        if text.words[at].finite and any(v.form in _PERSONAL and v.person == _THIRD for v in text.words[at].verbs):
            return at
    return None


def genders_of(letter: str | None) -> frozenset[str]:
    """The genders of the dictionary that ``m``, ``f`` or ``n`` stands for; empty for ``None``."""
    return _GENDERS.get((letter or "")[:1], frozenset())


@lru_cache(maxsize=3_000)
def genders_of_head(name: str) -> frozenset[str]:
    """The genders of the common noun that heads a name: «Ministerstwo Zdrowia», «władze spółki»; empty where none."""
    return frozenset(gender for noun in _head(name) for gender in noun.genders)


@lru_cache(maxsize=3_000)
def numbers_of_head(name: str) -> frozenset[str]:
    """``sg``, ``pl`` or both, as the noun that heads a name may be: «Siły Zbrojne», «śledczy»; empty where none."""
    return frozenset(number for noun in _head(name) for number in ("sg", "pl") if number in noun.number)


def _head(name: str) -> list[Noun]:
    """The readings of the noun that heads a name; «rosyjskie» of «rosyjskie MSZ» is an adjective before one."""
    parts = name.split()[:_HEAD_WITHIN]
    for place, part in enumerate(parts, 1):
        nouns = word(part.lower()).nouns
        readings = [noun for noun in nouns if noun.pos in SPEAKING and "nom" in noun.cases]
        if readings and (place == len(parts) or not any(noun.pos == "adj" for noun in nouns)):
            return readings
    return []


def past_gender(verb: Word) -> str | None:
    """The one gender that a past tense in the singular tells of its subject: «powiedziała» → ``f``."""
    told = {
        _LETTERS[gender]
        for v in verb.verbs
        if v.form == "praet" and v.number == "sg" and v.person == _THIRD
        for gender in v.genders
    }
    return next(iter(told)) if len(told) == 1 and verb.finite else None


def settled(guess: str | None, told: Iterable[str]) -> str | None:
    """A person's gender by what the verbs beside the name tell; a guess by the name's form weighs as one of them."""
    votes = Counter(told)
    if guess:
        votes[guess[:1]] += 1
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
