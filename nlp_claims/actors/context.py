"""What stands around a name in a parsed document: the case it is in, its gender, its verb."""

from collections.abc import Callable
from functools import cache

import numpy as np
from spacy.tokens import Doc, Token

from nlp_claims.actors.guesses import CASES, NameKind
from nlp_claims.actors.lookup import is_generic, is_oblique_given, is_unit, is_womans
from nlp_claims.actors.names import Name
from nlp_claims.actors.nominative import Context
from nlp_claims.actors.nounphrases import case_of, gender_of
from nlp_claims.morphology import analyse

_BESIDE, _AWAY = 2.5, 0.5
_TITLES, _ABBREVIATION = 4, 3
# «spółka Presspublika», «w firmie Budimex», «hrabstwa Maricopa»: a name after the noun that leads to it seldom changes
_APPOSED = Context("nom", subject=_AWAY)
_LEADS: dict[NameKind, Callable[[str], bool]] = {
    "organization": is_generic,
    "place": is_unit,
    "person": lambda _word: False,
}
_INNER = frozenset({"flat", "appos", "nmod:flat"})


class Contexts:
    """The contexts of a document's names. Heads are read once, as numbers: making tokens costs time."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        offsets = doc.to_array("HEAD").astype("int64")
        self._heads: list[int] = (np.arange(len(doc)) + offsets).tolist()

    def of(self, name: Name) -> Context:
        """The case of a name as the tagger and a preposition tell it, and the person's gender by verb."""
        root = self._root(name)
        verb = self._subject_of(root)
        if name.start and _LEADS[name.kind](self._doc[name.start - 1].lower_):
            return _APPOSED
        case, governed = self._case(name, root), _governed(self._doc, name.start)
        subject = 0.0
        if verb is not None and is_oblique_given(self._doc[name.start].text):
            verb, case = None, ""  # «rzecznik premier Theresy May oświadczył»: May did not
        if verb is not None and case == "nom" and not governed:
            # tagger and parser agree: «Chuka ocenił» is not «Chuk» in the genitive, the less so right beside the verb
            # «rzecznik spółki, Shigeru Kodaira, powiedział»: a comma between them parts nothing
            beside = {name.start - 1, name.end + (name.end < len(self._doc) and self._doc[name.end].text == ",")}
            subject = _BESIDE if _gender(verb) and verb.i in beside else _AWAY
        gender = (_gender(verb) or self._titled(name.start)) if name.kind == "person" else ""
        return Context(case, governed, gender, subject)

    def _titled(self, start: int) -> str:
        """«f» where a woman's title or role stands right before the name: «posłanka dr Philippa Lis»."""
        place = start - 1
        while place > 0 and start - place <= _TITLES and len(self._doc[place].text) <= _ABBREVIATION:
            place -= 1
        return "f" if place >= 0 and is_womans(self._doc[place].lower_) else ""

    def _root(self, name: Name) -> int:
        inside = range(name.start, name.end)
        return next(
            (place for place in inside if self._heads[place] not in inside or self._heads[place] == place), name.start
        )

    def _case(self, name: Name, root: int) -> str:
        """The tagger's case: of the root of the name, or of its first word that has one."""
        if (name.kind == "person" or root == name.start) and (case := case_of(self._doc[root])):
            return case
        return next((case for place in range(name.start, name.end) if (case := case_of(self._doc[place]))), "")

    def _subject_of(self, root: int) -> Token | None:
        """The verb (or other predicate) whose subject the name is."""
        token = self._doc[root]
        while token.dep_ in _INNER and self._heads[token.i] < token.i:
            token = self._doc[self._heads[token.i]]  # «premier Donald Tusk powiedział»: the title is the subject
        return self._doc[self._heads[token.i]] if token.dep_.startswith("nsubj") else None


def _governed(doc: Doc, start: int) -> frozenset[str]:
    """The cases that a preposition right before the name takes; empty where none stands there."""
    if start == 0:
        return frozenset()
    before = doc[start - 1]
    # «rok temu Lis pisał»: the preposition stands behind its noun
    return _cases_after(before.lower_) if before.pos_ == "ADP" and before.lower_ != "temu" else frozenset()


@cache
def _cases_after(preposition: str) -> frozenset[str]:
    return frozenset(case for r in analyse(preposition) if r.pos == "prep" for case in CASES if r.has(case))


def _gender(verb: Token | None) -> str:
    """«m» or «f» by the past tense of the verb («powiedziała»), or an empty string."""
    if verb is None or "Sing" not in verb.morph.get("Number", []) or "Past" not in verb.morph.get("Tense", []):
        return ""
    gender = gender_of(verb)[:1]
    return gender if gender in {"m", "f"} else ""
