"""Words at which a noun phrase after a number ends, or which cannot be in one."""

from collections.abc import Callable, Sequence

from nlp_claims.morphology import analyse
from nlp_claims.numbers.contexts import is_verb
from nlp_claims.numbers.nouns import is_function_word, modifies, nouns
from nlp_claims.numbers.pieces import Piece

Opinion = Callable[[Piece], tuple[str, str] | None]
"""Part of speech and lemma of a piece, as a tagger sees them in context; ``None`` where it has no say."""

_VERBS = frozenset({"fin", "praet", "impt", "imps", "bedzie", "pred", "winien", "cond"})
_PLURAL_GENITIVE = frozenset({"pl:gen"})


def type_name(piece: Piece) -> bool:
    """Whether a code counts as a noun («osiem A320»); an address does not."""
    return (
        piece.kind == "code"
        and not piece.breaks
        and piece.text[0].isalpha()
        and "/" not in piece.text
        and "@" not in piece.text
    )


def stops(piece: Piece) -> bool:
    """Whether a noun phrase cannot go on: «30 osób na», but «30 proc. PO»."""
    if piece.kind != "word" or piece.breaks:
        return True
    return is_function_word(piece.lower) and not (piece.text.isupper() and len(piece.text) > 1)


def verb(piece: Piece, opinion: Opinion) -> bool:
    """Whether a word is a verb, as the tagger sees it, else as the dictionary has it."""
    seen = opinion(piece)
    if seen:
        return seen[0] in ("VERB", "AUX")
    return any(reading.pos in _VERBS for reading in analyse(piece.lower))


def sure_verb(pieces: Sequence[Piece], at: int, opinion: Opinion) -> bool:
    """Whether dictionary and tagger agree on a verb: «47 proc. myśli o przyszłości» is no share of thoughts.

    «2 mln łączy stacjonarnych» is: an adjective agrees with the noun.
    """
    piece = pieces[at]
    if not is_verb(piece.lower) or opinion(piece) is None or not verb(piece, opinion):
        return False
    fitting = nouns(piece.text, _PLURAL_GENITIVE)
    agrees = at + 1 < len(pieces) and "pl:gen" in modifies(pieces[at + 1].lower)
    return not (fitting and agrees)
