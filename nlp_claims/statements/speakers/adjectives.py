"""Which words are adjectives, and of which noun."""

from nlp_claims.statements.grammar import SPEAKING
from nlp_claims.statements.text import Text


def only_adjective(text: Text, place: int) -> bool:
    """Whether the dictionary has the word as an adjective or a participle and as nothing else nominal."""
    nouns = text.words[place].nouns
    return bool(nouns) and all(noun.pos in {"adj", "ppas"} for noun in nouns)


def modifies(text: Text, place: int, head: int) -> bool:
    """Whether the word is an adjective of the noun: «prasowych» of «doniesień», but not «danych» of «resortu»."""
    heads = [noun for noun in text.words[head].nouns if noun.pos in SPEAKING]
    adjectives = [noun for noun in text.words[place].nouns if noun.pos in {"adj", "ppas"}]
    return any(a.number == n.number and a.cases & n.cases and a.genders & n.genders for a in adjectives for n in heads)


def oblique(text: Text, place: int) -> bool:
    """Whether an adjective cannot be in the nominative, and is the noun's after it: «rzecznik brytyjskiej | premier».

    Not «o drugiej czasu lokalnego | Trump wystąpił», nor «którego | USA oskarżają».
    """
    if place < 0 or not text.tokens[place].text.islower() or text.words[place].relative:
        return False
    cases = {case for noun in text.words[place].nouns for case in noun.cases}
    return only_adjective(text, place) and "nom" not in cases and not (place and modifies(text, place, place - 1))
