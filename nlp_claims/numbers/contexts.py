"""The words around a number that tell what it is: ``lexicons/number_contexts.tsv`` by role."""

from collections.abc import Sequence
from functools import lru_cache

from nlp_claims import lexicons
from nlp_claims.morphology import analyse
from nlp_claims.numbers.pieces import Piece, cut

_SHORTEST_GRADING = 4  # letters: «z», «na» are particles too, and mostly none
_MOST_GRADING = 2  # words between «o» and its number
_NOTHING: frozenset[str] = frozenset()


@lru_cache(maxsize=3_000)
def lemmas(form: str) -> frozenset[str]:
    """Every lemma that ``form`` may have, and the form itself in lower case."""
    lower = form.lower()
    return frozenset({lower, *(reading.lemma for each in {form, lower} for reading in analyse(each))})


@lru_cache(maxsize=3_000)
def is_verb(form: str) -> bool:
    """Whether ``form`` may be a finite verb."""
    return any(reading.pos in ("fin", "praet", "imps", "bedzie", "winien", "pred", "impt") for reading in analyse(form))


@lru_cache(maxsize=3_000)
def grades(form: str) -> bool:
    """Whether ``form`` may only grade what follows: «prawie», «ponad», «zasadniczo»."""
    graded = len(form) >= _SHORTEST_GRADING and any(reading.pos in ("adv", "part") for reading in analyse(form))
    return graded or form == "ogółem"  # which the dictionary has as a noun only


def lead_word(pieces: Sequence[Piece], lead: int) -> str:
    """The word before a number, over what only grades it: the «o» of «o prawie 1 proc. do 4 proc.»."""
    at = lead - 1
    if at > 1 and pieces[at].text == "." and pieces[at - 1].lower == "ok":
        lead, at = at - 1, at - 2  # «o ok. 2 proc.»
    while at > 0 and lead - at <= _MOST_GRADING and grades(pieces[at].lower):
        at -= 1
    return pieces[at].lower if at >= 0 else ""


class Contexts:
    """Roles of words; a role is a set of lemmas."""

    def __init__(self, overlay: str = "") -> None:
        """Read ``number_contexts.tsv``; ``overlay`` is a folder of lexicons laid over it, or empty."""
        roles: dict[str, set[str]] = {}
        for row in lexicons.read("number_contexts", overlay):
            roles.setdefault(row["role"], set()).add(row["lemma"])
        self._roles = {role: frozenset(found) for role, found in roles.items()}
        self.by_lemma: dict[str, set[str]] = {}
        """The roles of each lemma."""
        for role, members in roles.items():
            for lemma in members:
                self.by_lemma.setdefault(lemma, set()).add(role)
        self.idioms: dict[str, list[tuple[str, ...]]] = {}
        """The idioms that each word is in."""
        for idiom in self._roles.get("idiom", ()):
            words = tuple(piece.lower for piece in cut(idiom))
            for word in words:
                self.idioms.setdefault(word, []).append(words)

    def members(self, role: str) -> frozenset[str]:
        """The lemmas with this role."""
        return self._roles.get(role, _NOTHING)

    def roles(self, form: str) -> frozenset[str]:
        """Every role that some lemma of ``form`` has."""
        return _roles(self, form)

    def has(self, piece: Piece, role: str) -> bool:
        """Whether some lemma of ``piece`` has this role."""
        return role in _roles(self, piece.text)


@lru_cache(maxsize=10_000)
def _roles(contexts: Contexts, form: str) -> frozenset[str]:
    found = [contexts.by_lemma[lemma] for lemma in lemmas(form) if lemma in contexts.by_lemma]
    return frozenset().union(*found) if found else _NOTHING
