"""When a number holds: the time phrase of its clause («Od sierpnia», «w 2018 r.», «przed dwoma laty»)."""

from collections.abc import Sequence

from nlp_claims.morphology import analyse
from nlp_claims.numbers.contexts import Contexts
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.scope import Scope

_LONGEST = 7  # pieces
_YEARS = range(1000, 2101)
_AGO = frozenset({"temu", "wcześniej", "później"})
_AGO_FROM = frozenset({"rok", "tydzień", "miesiąc", "dzień", "dobę", "chwilę"})
_SPANS = frozenset({"godzinę", "minutę", "sekundę", "dobę", "tydzień", "miesiąc", "rok", "kwartał"})
_OF_A_SPAN = frozenset({"przed", "od", "za", "przez", "w", "we", "na", "podczas"})
"""Before a length of time these tell when; «po 24 godziny», «do pięciu lat» tell how long."""


def time(text: str, scope: Scope, contexts: Contexts) -> str | None:
    """The nearest time phrase that reaches the number and does not hold it."""
    best: tuple[int, str] | None = None
    index = scope.first
    openers = contexts.members("time_adverb") | contexts.members("time_preposition") | _AGO_FROM
    ago = {other.first: other.after + 1 for other in scope.others if _is_ago(scope.pieces, other)}
    while index < scope.last:
        end = ago.get(index) or (_phrase(scope, index, contexts) if scope.pieces[index].lower in openers else index)
        if end > index:
            distance = scope.distance(index, end)
            if distance is not None and (best is None or distance < best[0]):
                best = distance, text[scope.pieces[index].start : scope.pieces[end - 1].end]
            index = end
        else:
            index += 1
    return best[1] if best else None


def _is_ago(pieces: Sequence[Piece], number: Draft) -> bool:
    """«cztery lata temu»."""
    length = number.code.startswith("duration") and number.after < len(pieces)
    return length and pieces[number.after].lower in _AGO


def _phrase(scope: Scope, at: int, contexts: Contexts) -> int:
    """Where the time phrase that starts at ``at`` ends; ``at`` where none does."""
    pieces = scope.pieces
    if pieces[at].lower in _AGO_FROM:  # «rok wcześniej», «tydzień temu»
        return at + 2 if at + 1 < scope.last and pieces[at + 1].lower in _AGO else at
    if pieces[at].lower in contexts.members("time_adverb"):
        return at + 1
    end, seen = at + 1, False
    while end < min(scope.last, at + _LONGEST):
        word = pieces[end]
        if _is_time(word, contexts):
            seen = True
        elif not (_year_sign(pieces, end) if seen else _before_time(word)):
            break
        end += 1
    return end if seen and _tells_when(scope, at, end) else at


def _tells_when(scope: Scope, start: int, end: int) -> bool:
    """Whether a phrase is a time: no age («w wieku 87 lat»), no span («w godzinę»), no sum («do 1500 zł»)."""
    words = [piece.lower for piece in scope.pieces[start:end]]
    if words == ["w", "wieku"] or (len(words) > 1 and words[0] == "w" and words[1] in _SPANS):
        return False
    before = scope.pieces[start - 1].lower if start > scope.first else ""
    numbers = [
        *scope.holding(start, end),
        *([scope.draft] if start < scope.draft.after and scope.draft.first < end else []),
    ]
    if before == "wieku" and numbers:
        return False
    return all(number.code.startswith("duration") and words[0] in _OF_A_SPAN for number in numbers)


def _is_time(piece: Piece, contexts: Contexts) -> bool:
    if piece.kind == "word":
        return contexts.has(piece, "time_noun")
    return piece.kind == "date" or (
        piece.text.isdigit() and len(piece.text) == len("2024") and int(piece.text) in _YEARS
    )


def _year_sign(pieces: Sequence[Piece], at: int) -> bool:
    """The «r.» of «w 2018 r.»."""
    signs = ("r", "br", "ub")
    return pieces[at].lower in signs or (pieces[at].text == "." and pieces[at - 1].lower in signs)


def _before_time(piece: Piece) -> bool:
    """A day of the month, or an adjective, numeral or participle: «w ubiegłym», «od 12»."""
    if piece.kind == "figure":
        return piece.text.isdigit()
    return any(each.pos in ("adj", "ppas", "num") for each in analyse(piece.lower))
