"""Figures that say which one, not how many: «w 8. rocznicę», «15stej», «na 3 piętrze»."""

import re

from nlp_claims.morphology import CASES, analyse
from nlp_claims.numbers import nouns
from nlp_claims.numbers.contexts import lemmas
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.view import View

_ORDINAL_SUFFIX = re.compile(
    r"(?:st|sz|dm|sm|m|t|n|w|d|r|l)?"
    r"(?:go|ego|ej|ą|y|i|a|e|ym|im|ych|mu|emu|ymi|cia|ci|cie|ta|ty|te|tym|tych|tego|tej|tą)\Z"
)
_BEFORE_TITLE = frozenset(
    {"ramach", "w", "we", "z", "ze", "podczas", "trakcie", "czasie", "okazji", "tegorocznej", "tegorocznym"}
)  # «w ramach 15. Festiwalu»
_ROMAN = re.compile(r"[IVX]+\Z")
_LONGEST_SUFFIX = 4
_TWO = 2
_SINGULAR = frozenset(f"sg:{case}" for case in CASES)


def ordinal(view: View) -> bool:
    """«w 8. rocznicę», «18. miejsce», «4-go»."""
    if view.draft.adjective:
        return len(view.draft.adjective) <= _LONGEST_SUFFIX and bool(_ORDINAL_SUFFIX.match(view.draft.adjective))
    dot, after = view.following, view.after(1)
    if not view.digits or dot is None or after is None or dot.text != "." or not dot.glued:
        return False
    if after.glued:  # «lat 90.,», «3.IV», «1.Mojż.»
        unknown = after.text[:1].isupper() and not analyse(after.text)
        return after.text in ",;)" or bool(_ROMAN.match(after.text)) or unknown
    title = view.previous is not None and view.previous.lower in _BEFORE_TITLE
    return after.kind == "word" and (after.text[0].islower() or (title and not view.measured))


def ordinal_suffix(view: View) -> bool:
    """«15stej», «4ty»."""
    following = view.following
    if following is None or not following.glued or not view.figure or view.draft.unit is not None:
        return False
    return following.kind == "word" and following.text.islower() and bool(_ORDINAL_SUFFIX.match(following.text))


def ordinal_noun(view: View) -> bool:
    """«na 3 piętrze», «w 12 tygodniu»: before a singular noun a figure above one is an ordinal without its dot."""
    following, scaled = view.following, view.draft.numeral.scale != 1
    if view.previous is not None and view.previous.lower == "u":
        return False  # «u 460 wynik był dodatni»
    if not view.digits or scaled or view.draft.numeral.low < _TWO or following is None or view.draft.adjective:
        return False
    if following.kind != "word" or not following.text.islower() or following.gap != " ":
        return False
    readings = [each for each in analyse(following.lower) if each.pos != "impt"]  # «13 kraj»: nobody cuts
    shapes = frozenset().union(*(nouns.shapes(each) for each in readings))
    nominal = bool(readings) and all(each.pos in ("subst", "ger") for each in readings)
    fitting = shapes & view.draft.numeral.governs
    if _locative(view) and "sg:loc" in shapes:
        fitting -= {"pl:gen"}  # «w 7 edycji konkursu», «na 3 pozycji»
    return (nominal or _describes_one(view, following)) and not fitting


def _describes_one(view: View, adjective: Piece) -> bool:
    """«zadebiutowała 4 zagraniczna spółka»; but «odwołają 300 każdego dnia»."""
    noun = view.after(1)
    shapes = nouns.modifies(adjective.lower) & _SINGULAR
    if not shapes or noun is None or not lemmas(adjective.text).isdisjoint(view.contexts.members("not_nominal")):
        return False
    return noun.text.islower() and bool(nouns.nouns(noun.text, shapes))


def _locative(view: View) -> bool:
    """Whether the word before takes no genitive of what is counted: «w», and «na» before two to four."""
    before = view.previous.lower if view.previous is not None else ""
    return before in ("w", "we") or (before == "na" and "pl:nom" in view.draft.numeral.governs)
