"""Numbers that claim nothing: dates and times (:mod:`dates`), :mod:`ordinals`, labels, names, telephone numbers.

Each check answers for one draft from the pieces around it; then :mod:`lists` has the last word.
"""

import re
from collections.abc import Sequence

from nlp_claims.morphology import analyse
from nlp_claims.numbers import dates, lists, nouns, ordinals, phrases
from nlp_claims.numbers.contexts import Contexts, is_verb, lemmas
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.lists import Check
from nlp_claims.numbers.numerals import MASS
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.view import View

_DASHES = frozenset("-–—")
_QUOTES = frozenset("\"„”“»«'")
_NUMBERED = frozenset({"numer", "numeru", "numerem", "numerze", "nr"})
_TWO = 2
_YEARS = range(1900, 2101)
_TELEPHONE = re.compile(r"\d{3}[ \u00a0]\d{3}[ \u00a0]\d{3}\Z")
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}\Z")
_BEFORE_LABEL = frozenset("§#№/\\_&='’")
_LABELS_WITH_DOT = frozenset({"os", "pl", "al", "str", "tel", "en", "s"})  # without one they are other words
_BEFORE_PLACE = frozenset({"w", "we", "z", "ze", "na", "dla", "do"})
_NOMINATIVE = frozenset({"sg:nom", "pl:nom"})
_PEOPLE = frozenset({"pl:nom"})
_CONTRASTS = frozenset({"a", "zaś", "natomiast"})
_GAP = 10  # pieces from a number to the name that takes the next one


def label(view: View) -> bool:
    """«art. 50», «numer 10», «linia 175», «ul. Długa 15», «Boeing 737», «Polskie Radio 24»."""
    previous = view.previous
    if previous is None or view.draft.prefixed or dates.told_apart(view):
        return False
    if not view.figure:  # «numer dwa», but «strony dwie»
        return previous.lower in _NUMBERED and not view.measured and view.counted() is None
    dotted = previous.text == "." and view.draft.first > view.taken + 1
    word = view.pieces[view.draft.first - 2] if dotted else previous
    if word.kind != "word":
        spaced = word.text == "=" and not view.first.glued  # «R = 1,2»
        sums = word.text == "/" and " " in view.pieces[view.draft.first - 2].text  # «1 013 747/18 208»
        return (word.text in _BEFORE_LABEL and not (spaced or sums)) or (word.text == "+" and view.draft.unit is None)
    abbreviated = dotted and previous.glued and view.first.glued and word.text[:1].isupper()  # «Mojż.49»
    if abbreviated or (view.contexts.has(word, "label") and (dotted or word.lower not in _LABELS_WITH_DOT)):
        return True
    plain = not dotted and not view.draft.adjective and (view.digits or "/" in view.first.text)
    if plain and word.text[0].isupper() and _street(view):
        return not view.measured or view.draft.code == "length:m"  # «ul. Długa 15 m. 4»
    return plain and not view.measured and _named(view, word)


def _street(view: View) -> bool:
    """«ul. Nowy Świat 15», «al. Róż 5/7»: the sign of a street stands a few capitals before."""
    index = view.draft.first - 1
    while index > 0 and view.pieces[index].text[:1].isupper():
        index -= 1
    sign = view.pieces[index - 1] if index > 0 and view.pieces[index].text == "." else view.pieces[index]
    return sign.lower in ("ul", "al", "pl", "os", "ulicy", "ulica", "ulicą", "alei", "aleja", "alejach", "placu")


def _named(view: View, previous: Piece) -> bool:
    """A name or a numbered thing before a number, with nothing after it to be counted."""
    index = view.draft.first - 1
    capital = previous.text[:2].lower() != previous.text[:2] and not view.sentence_start(index)  # «iPhone 12» too
    capital = capital or (previous.text.isupper() and len(previous.text) > 1)  # «FR 1002»
    opening = previous.text[0].isupper() and not capital and _only_a_name(previous)  # «Windows 10 traci wsparcie»
    if not capital and not opening and not view.contexts.has(previous, "weak_label"):
        return False
    if capital and index > 0 and view.pieces[index - 1].lower in _BEFORE_PLACE and _place(previous.text):
        return False  # «w Danii 604, w Polsce 332»
    if capital and _goes_on(view, index):
        return False
    counted, following = view.counted(), view.following
    if not capital and following is not None and following.text == "(" and _is_share(view):
        return False
    if capital and following is not None and following.text.isupper() and len(following.text) > _TWO:
        return True  # «Goma 2 ECO»
    return counted is None or (capital and counted.weak)


def _is_share(view: View) -> bool:
    """«po decyzji 94 (27 proc.) pilotów»: what is told as a share too counts."""
    figure, unit = view.after(1), view.after(2)
    told = figure is not None and unit is not None and unit.lower in ("proc", "procent", "%")
    return told and figure is not None and figure.kind == "figure"


def _goes_on(view: View, name: int) -> bool:
    """Whether a clause without its verb starts at a name: «Nowak zdobył 306 głosów, Kowalski 232»."""
    form = view.pieces[name].text
    known = {mark for reading in analyse(form) for mark in reading.marks}
    somebody = bool(nouns.nouns(form, _PEOPLE)) if "nazwisko" not in known and known else form[1:].islower()
    opens = view.pieces[name - 1].text == "," or view.pieces[name - 1].lower in _CONTRASTS
    return somebody and opens and 0 < view.taken < name and name - view.taken <= _GAP


def _only_a_name(piece: Piece) -> bool:
    """Whether no common word is written so, but for a make of aircraft."""
    common = (each for each in analyse(piece.lower) if not each.marks or "nazwa_pospolita" in each.marks)
    return "boeing" in lemmas(piece.text) or (len(piece.text) > _TWO and next(common, None) is None)


def _place(name: str) -> bool:
    return any("nazwa_geograficzna" in reading.marks for reading in analyse(name))


def row_of_figures(view: View) -> bool:
    """«22 517 10 00», «+48 601 …», «007»: telephone and account numbers."""
    if not view.figure:
        return False
    if re.match(r"0\d", view.first.text):
        return True
    if view.measured:
        return False
    if _TELEPHONE.match(view.first.text) and view.counted() is None:
        return True  # «infolinia 800 190 590»
    following = view.following
    if following is not None and following.kind == "figure" and following.gap in (" ", "\u00a0"):
        return True
    before = view.pieces[view.draft.first - 1] if view.draft.first else None
    row = before is not None and before.kind == "figure" and view.first.gap in (" ", "\u00a0")
    return row and view.counted() is None  # but «w 2018 300 osób»


def spelled_name(view: View) -> bool:
    """«święto Trzech Króli», «Grupa Ośmiu»: capitals inside a sentence."""
    first, following, previous = view.first, view.following, view.previous
    if not view.draft.numeral.spelled or first.kind != "word" or first.text.isupper() or not first.text[0].isupper():
        return False
    if view.sentence_start(view.draft.first):
        return False
    beside = [piece for piece in (previous, following) if piece is not None and piece.kind == "word"]
    return any(piece.text[0].isupper() for piece in beside)


def idiom(view: View) -> bool:
    """«w cztery oczy»: ``number_contexts.tsv``, role idiom; but «na pół roku» measures."""
    first = view.draft.first
    if view.draft.unit is not None:
        return False
    for words in view.contexts.idioms.get(view.first.lower, ()):
        for place in (index for index, word in enumerate(words) if word == view.first.lower):
            start = first - place
            here = view.pieces[start : start + len(words)] if start >= 0 else []
            if tuple(piece.lower for piece in here) == words:
                return True
    return False


def embedded(view: View) -> bool:
    """«/123», «737-8AS», «[2]»: glued to what is no number."""
    following, first = view.following, view.first
    if (
        following is not None
        and following.text == "-"
        and following.glued
        and not view.figure
        and not view.draft.adjective
    ):
        half = view.after(1)
        return (
            half is not None and not half.glued and half.lower in ("i", "lub", "oraz", "albo", "czy")
        )  # «dwu- i trzydniowy»
    before = view.pieces[view.draft.first - 1] if first.glued and view.draft.first else None
    if before is not None and (before.kind in ("code", "date") or before.text in "/_*"):
        return True
    if following is None or not following.glued:
        return False
    if following.text == "_" or following.kind == "code":
        return True
    if following.text == "]":
        return before is not None and before.text == "["  # a footnote
    mixed = following.text.isupper() or not following.text.islower()  # «23andMe», «3D»
    return following.kind == "word" and mixed and view.draft.unit is None and view.figure


def slashed(view: View) -> bool:
    """«9/11», «zmiana 2/3»: a slash makes a fraction only of something, or by how much."""
    if "/" not in view.first.text or view.measured or not view.figure:
        return False
    before = view.previous.lower if view.previous is not None else ""
    part = before in ("o", "ponad", "niespełna", "prawie", "niemal", "blisko", "około", "ok", "poniżej", "powyżej")
    follows = view.following is not None and view.following.lower in ("z", "ze", "spośród")
    return (
        not part
        and not follows
        and phrases.read(view.pieces, view.draft.after, MASS, lambda _: None, frozenset()) is None
    )


def quoted(view: View) -> bool:
    """«unijna „27” przyjęła wytyczne»: alone in quotation marks it is a name."""
    before, following = view.previous, view.following
    if not view.digits or before is None or following is None or not (view.first.glued and following.glued):
        return False
    return before.text in _QUOTES and following.text in _QUOTES


def pair(view: View) -> bool:
    """«drugą parę butów»: a pair, where «parę» agrees with an adjective before it."""
    previous = view.previous
    return view.first.lower == "parę" and previous is not None and "sg:acc" in nouns.modifies(previous.lower)


def version(view: View) -> bool:
    """«przemysł 4.0», «wersja 2.0»: nobody counts to a tenth of nought; «MACH 4.3»: a name with a dot in its number."""
    if not view.figure or view.measured or not _VERSION.match(view.first.text) or view.counted() is not None:
        return False
    before = view.previous
    named = before is not None and before.text[:1].isupper() and not view.sentence_start(view.draft.first - 1)
    return named or view.first.text.endswith(".0")


def plus(view: View) -> bool:
    """«program 500 plus», «Rodzina 500+»; but «750 posłów plus przewodniczący» add up."""
    following, after = view.following, view.after(1)
    if following is None or not view.digits:
        return False
    if following.lower == "plus":
        adds = after is not None and after.kind == "word" and nouns.nouns(after.text, _NOMINATIVE)
        return not adds or is_verb(after.lower if after is not None else "")
    return following.text == "+" and following.glued  # also «(2+3+2)»


CHECKS: tuple[Check, ...] = (
    dates.day_of_month,
    dates.year,
    dates.decade,
    ordinals.ordinal,
    ordinals.ordinal_suffix,
    dates.clock,
    label,
    row_of_figures,
    lists.numbering,
    spelled_name,
    idiom,
    embedded,
    pair,
    quoted,
    version,
    slashed,
    ordinals.ordinal_noun,
    plus,
)
_SPREAD = frozenset(
    {dates.day_of_month, dates.year, dates.decade, dates.clock, label, ordinals.ordinal, ordinals.ordinal_noun}
)


def kept(text: str, pieces: Sequence[Piece], drafts: Sequence[Draft], contexts: Contexts) -> list[Draft]:
    """The drafts that may claim something."""
    reasons: list[Check | None] = []
    taken = 0
    for index, draft in enumerate(drafts):
        tied = index + 1 < len(drafts) and _tied(pieces, draft, drafts[index + 1])
        view = View(text, pieces, contexts, draft, taken, tied)
        reasons.append(next((check for check in CHECKS if check(view)), None))
        if reasons[-1] is None:
            taken = draft.after
    lists.go_on(pieces, drafts, reasons)
    lists.spread(pieces, drafts, reasons, _SPREAD)
    return [draft for draft, reason in zip(drafts, reasons, strict=True) if reason is None]


def _tied(pieces: Sequence[Piece], one: Draft, two: Draft) -> bool:
    """Whether a bare number is one end of a range with a unit or multiplier («12–15 mld»)."""
    between = pieces[one.last : two.first]
    plural = [piece.lower for piece in pieces[two.last : two.last + 1]] == ["lat"]
    years = two.unit is not None and two.unit.code.endswith(":year") and not plural
    measured = two.numeral.scale != 1 or (two.unit is not None and not years)  # «2000–2500 lat»
    if not measured or len(between) != 1 or one.unit is not None:
        return False
    if not between[0].glued and one.numeral.low in _YEARS and not one.numeral.spelled:
        return False  # «w 2005 – 27,6 mln pasażerów»
    by_how_much = between[0].lower == "do" and one.lead > 0 and pieces[one.lead - 1].lower == "o"  # «o 3 do 5 proc.»
    return by_how_much or between[0].text in _DASHES
