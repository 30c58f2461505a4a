"""Common nouns for somebody: who may speak at all, and by which nouns the press refers to a person again."""

from functools import lru_cache

from nlp_claims import lexicons
from nlp_claims.statements.cues import Lexicon
from nlp_claims.statements.grammar import SPEAKING, Noun, word
from nlp_claims.statements.text import Text
from nlp_claims.women import is_woman


def speaks(noun: Noun, words: Lexicon) -> bool:
    """Whether a common noun is somebody: a person, a body, a document."""
    return is_somebody(noun) or noun.lemma in words.speaking or noun.lemma in words.documents


def is_somebody(noun: Noun) -> bool:
    """Whether a common noun is a person: «rzecznik», «sąsiadka»."""
    woman = "f" in noun.genders and noun.pos == "subst" and is_woman(noun.lemma)
    return woman or "m1" in noun.genders or noun.pos == "depr"


@lru_cache(maxsize=6_000)
def is_office(form: str, offices: frozenset[str]) -> bool:
    """Whether the word refers again to a person already named: «szef resortu», «polityk»."""
    return any(noun.lemma in offices for noun in word(form).nouns if noun.pos in SPEAKING)


def is_person(text: Text, place: int) -> bool:
    """Whether the word may be a masculine personal noun."""
    return any(noun.pos == "subst" and "m1" in noun.genders for noun in text.words[place].nouns)


def is_attendant(text: Text, place: int) -> bool:
    """Whether the word is a noun for one who serves another: «rzeczniczka», «prawnik»."""
    return any(noun.lemma in lexicons.words("attendants") for noun in text.words[place].nouns)


def is_writing(text: Text, place: int, words: Lexicon) -> bool:
    """Whether the word is a noun in the nominative for a document or a finding: «raport», «wyniki»."""
    nouns = (noun for noun in text.words[place].nouns if noun.pos in SPEAKING and "nom" in noun.cases)
    return any(noun.lemma in words.documents for noun in nouns)
