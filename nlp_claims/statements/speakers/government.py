"""Which words hang on a preposition, and so are no subject: «w rozmowie z „Connexion”», «wśród członków UE»."""

from collections.abc import Callable

from nlp_claims.statements.text import Text

_ADVERBS = frozenset({"około", "koło"})
_TITLE = 8
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
    title_end = -1
    opens = frozenset(text.sentences)
    for place, token in enumerate(text.tokens):
        word, lower = text.words[place], text.lowers[place]
        inside = inside and place not in opens  # «Kurs na Berlin», and below: «BMW zapowiada …»
        if inside and not headed and place > title_end and token.text in _QUOTES:
            title_end = _title_end(text, place)
        if place <= title_end:  # «w rozmowie z „Bild am Sonntag”»
            flags[place], headed = 1, True
            continue
        if "prep" in word.tags and "conj" not in word.tags and token.text[0].islower() and lower not in _ADVERBS:
            inside, headed = True, False
        elif inside and _ends(text, place, named, headed=headed):
            inside = False
        if inside:
            flags[place] = 1
            headed = (
                headed
                or any(noun.pos in {"subst", "ger", "ppron3", "ppron12"} for noun in word.nouns)
                or word.relative  # «pismo, w którym resort zażądał»
                or (token.text[0].isupper() and not word.known)
            )
    return flags


def _title_end(text: Text, place: int) -> int:
    """The mark that closes a title in quotation marks, or -1."""
    following = text.tokens[place + 1 : place + 2]
    if not following or not following[0].text[0].isupper():
        return -1
    return next(
        (at for at in range(place + 2, place + _TITLE) if text.tokens[at : at + 1] and text.tokens[at].text in _QUOTES),
        -1,
    )


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
