"""Which words hang on a preposition, and so are no subject: «w rozmowie z „Connexion”», «wśród członków UE»."""

from collections.abc import Callable

from nlp_claims.statements.text import Text

_ADVERBS = frozenset({"około", "koło"})
_QUOTES = "„\"”'"
Nominative = Callable[[int], tuple[int, bool] | None]


def governed(text: Text, named: Nominative) -> bytearray:
    """Flags by token.

    Args:
        text: the document.
        named: for a token, where the name that covers it begins and whether that is in the nominative.
    """
    flags = bytearray(len(text.tokens))
    inside = headed = False
    for place, token in enumerate(text.tokens):
        word, lower = text.words[place], text.lowers[place]
        if "prep" in word.tags and "conj" not in word.tags and token.text[0].islower() and lower not in _ADVERBS:
            inside, headed = True, False
        elif _ends(text, place, named, headed=inside and headed):
            inside = False
        if inside:
            flags[place] = 1
            headed = (
                headed
                or any(noun.pos in {"subst", "ger", "ppron3"} for noun in word.nouns)
                or word.relative  # «pismo, w którym resort zażądał»
                or (token.text[0].isupper() and not word.known)
            )
    return flags


def _ends(text: Text, place: int, named: Nominative, *, headed: bool) -> bool:
    """Whether a phrase after a preposition ends before the token: at a mark, a verb, or a new nominative."""
    token, word = text.tokens[place], text.words[place]
    if (not token.text[0].isalnum() and token.text not in _QUOTES) or word.finite:
        return True
    if not headed:
        return False
    if (word.has_case("gen") and not word.has_case("nom")) or token.text in _QUOTES:
        return False
    found = named(place)
    return found is None or not (found[0] < place or not found[1] or token.text.isupper())
