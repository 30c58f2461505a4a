"""Numbers that claim nothing: dates, years, clock times, ordinals, labels, names, telephone numbers.

Each check answers for one draft from the pieces around it; then a list that ends in a date makes dates of
its other numbers («17 i 18 października»).
"""

import re
from collections.abc import Callable, Sequence

from nlp_claims.morphology import analyse
from nlp_claims.numbers import nouns
from nlp_claims.numbers.contexts import Contexts, is_verb, lemmas
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.pieces import Piece

_LINKS = frozenset({",", "i", "oraz", "lub", "albo", "a", "do", "na", "-", "–", "—", "/", "czy", "ewentualnie"})
_ORDINAL_SUFFIX = re.compile(
    r"(?:st|sz|dm|sm|m|t|n|w|d|r|l)?(?:go|ego|ej|ą|y|i|a|e|ym|im|ych|mu|emu|ymi|cia|ci|cie|ta|ty|te|tym|tych|tego|tej|tą)\Z"
)
_PLAIN_YEAR = re.compile(r"(?:1\d|20)\d\d\Z|2100\Z")
_YEAR_WORDS = frozenset(
    {
        "w",
        "we",
        "od",
        "do",
        "z",
        "ze",
        "po",
        "przed",
        "na",
        "za",
        "a",
        "i",
        "oraz",
        "około",
        "ok",
        "lub",
        "między",
        "pomiędzy",
        "koniec",
        "końca",
        "końcu",
        "początku",
        "początek",
        "połowie",
        "(",
    }
)
_SURE_YEAR_WORDS = frozenset({"w", "we", "od", "do", "po", "przed"})
_OPENERS = frozenset('.!?:…–—-(„"»•*;')


class View:
    """One draft among its neighbours, as the checks see it."""

    def __init__(
        self, text: str, pieces: Sequence[Piece], contexts: Contexts, draft: Draft, taken: int, *, measured: bool
    ) -> None:
        """``taken`` is the first piece that is not part of the number before it.

        ``measured`` says that a dash ties the number to one with a unit («na poziomie 12–15 mld euro»).
        """
        self.measured = measured or draft.unit is not None or draft.numeral.scale != 1
        self.text, self.pieces, self.contexts, self.draft = text, pieces, contexts, draft
        self.first, self.last = pieces[draft.first], pieces[draft.last - 1]
        before = draft.first - 1
        self.previous = pieces[before] if before >= taken and not self.first.breaks else None
        follows = pieces[draft.last] if draft.last < len(pieces) and not pieces[draft.last].breaks else None
        self.following = follows
        self.figure = draft.last - draft.first == 1 and self.first.kind == "figure"

    def near(self, offset: int) -> Piece | None:
        """The piece ``offset`` places after the number (0 is the first), or before it where negative."""
        index = self.draft.last + offset if offset >= 0 else self.draft.first + offset
        return self.pieces[index] if 0 <= index < len(self.pieces) else None

    def sentence_start(self, index: int) -> bool:
        """Whether piece ``index`` opens a sentence, so that its capital means nothing."""
        return index == 0 or "\n" in self.pieces[index].gap or self.pieces[index - 1].text in _OPENERS

    def counted(self) -> nouns.NounPhrase | None:
        """The noun that agrees with the number, if one follows."""
        bare = self.contexts.members("not_nominal")
        return nouns.read(self.pieces, self.draft.after, self.draft.numeral.governs, lambda _: None, bare)


def _digits(view: View) -> bool:
    return view.figure and view.first.text.isdigit()


def _day_of_month(view: View) -> bool:
    """«17 października», «5 br.», «1.05», also «5-go maja»."""
    if not (_digits(view) and 0 < view.draft.numeral.low < 32) or view.following is None:
        return False
    following = view.following
    if view.contexts.has(following, "month") and following.kind == "word":
        return following.text[0].islower() or following.text.isupper() or len(following.text) > 3
    return following.lower in ("br", "bm", "ub")


def _year(view: View) -> bool:
    """«w 1997 roku», «2018 r.», «Euro 2024», «(1951–2003)», «w 2019 wybory wygrała»."""
    if not (_digits(view) and view.draft.numeral.scale == 1) or view.draft.prefixed:
        return False
    following, previous = view.following, view.previous
    if (
        following is not None
        and following.lower in ("r", "rok", "roku", "rokiem", "rokowi")
        and len(view.first.text) in (3, 4)
    ):
        return True
    if (
        previous
        and previous.lower in ("rok", "roku", "rokiem", "lata", "latach", "latami", "r")
        and len(view.first.text) == 4
    ):
        return True
    if not _PLAIN_YEAR.match(view.first.text) or view.measured or view.draft.adjective:
        return False
    if previous and (view.contexts.has(previous, "month") or view.contexts.has(previous, "season")):
        return True
    counted = view.counted()
    modern = 1900 <= view.draft.numeral.low <= 2100
    if previous and previous.lower in (_YEAR_WORDS if modern else _SURE_YEAR_WORDS):
        return counted is None or not _surely_counted(view, counted)
    return modern and counted is None


def _surely_counted(view: View, counted: nouns.NounPhrase) -> bool:
    """«w 2000 szkołach», «z 2000 pracowników»: not so many round years are followed by what agrees with them."""
    if view.previous and view.previous.lower in ("w", "we", "na", "po", "przed", "za"):
        return not counted.cases & {"pl:gen"} or view.draft.numeral.low % 100 == 0
    return view.draft.numeral.low % 10 == 0


def _decade(view: View) -> bool:
    """«lata 90.», «w latach 70. ruszył», «lata sześćdziesiąte» is an ordinal and never read."""
    previous = view.previous
    return bool(previous and previous.lower in ("lat", "lata", "latach", "latami", "latom") and view.figure)


def _ordinal(view: View) -> bool:
    """«w 8. rocznicę», «18. miejsce», «4-go», «XX-5»."""
    if view.draft.adjective:
        return len(view.draft.adjective) < 5 and bool(_ORDINAL_SUFFIX.match(view.draft.adjective))
    dot, after = view.near(0), view.near(1)
    if not _digits(view) or dot is None or dot.text != "." or not dot.glued:
        return False
    if after is None or after.breaks:
        return False
    if after.glued and after.text in ",;)":
        return True
    return after.kind == "word" and after.text[0].islower()


def _ordinal_suffix(view: View) -> bool:
    """«15stej», «4ty»."""
    following = view.following
    glued = following is not None and following.glued and following.kind == "word" and following.text.islower()
    return bool(
        view.figure and glued and following and view.draft.unit is None and _ORDINAL_SUFFIX.match(following.text)
    )


def _clock(view: View) -> bool:
    """«o 14.30», «o godz. 6», «od 5 rano», «8:30»."""
    previous, following = view.previous, view.following
    if view.draft.score:
        return _clock_ratio(view)
    if not view.figure or view.measured or view.draft.numeral.low >= 25:
        return False
    if previous and previous.text == "." and view.near(-2) is not None:
        previous = view.near(-2)
    if previous and (previous.lower in ("godz", "g") or "godzina" in lemmas(previous.text)):
        return True
    looks = bool(re.fullmatch(r"(?:[01]?\d|2[0-4])[.][0-5]\d|\d\d?\.(?:0[1-9]|1[0-2])", view.first.text))
    plain = view.first.text.isdigit()
    if following and view.contexts.has(following, "part_of_day") and (looks or plain):
        return (
            following.lower not in ("czasu", "nocy")
            or looks
            or (previous is not None and previous.lower in ("o", "od", "do", "po"))
        )
    if following and following.lower in ("nad", "po", "w") and (looks or plain):
        second = view.near(1)
        if second is not None and second.lower in ("ranem", "południu", "nocy", "południe"):
            return True
    if not (looks or plain) or view.counted() is not None:
        return False
    if looks and re.fullmatch(r"\d\d?\.(?:0[1-9]|1[0-2])", view.first.text):
        return True  # «czy doszło do brexitu 23.06»: a day, where nothing is counted
    if looks:
        return previous is not None and (
            previous.lower in _YEAR_WORDS | {"o", "około", "koło", "ok", "przed", "po", ",", "-", "–", "oraz", "lub"}
            or view.sentence_start(view.draft.first)
        )
    return previous is not None and previous.lower == "o" and not _difference(view)


def _difference(view: View) -> bool:
    """Whether «o 5» tells by how much: some word of change stands in the eight pieces before it."""
    near = view.pieces[max(0, view.draft.first - 8) : view.draft.first]
    return any(view.contexts.has(piece, role) for piece in near for role in ("change_up", "change_down", "change"))


def _clock_ratio(view: View) -> bool:
    hours, minutes = view.first.text.split(":")
    if len(hours) > 2 or len(minutes) != 2 or int(hours) > 24 or int(minutes) > 59:
        return len(hours) > 3 or len(minutes) > 3
    if view.previous and view.previous.lower in (
        "o",
        "od",
        "do",
        "godz",
        "godzinie",
        "godziny",
        "około",
        "ok",
        "po",
        "przed",
        "koło",
    ):
        return True
    near = view.pieces[max(0, view.draft.first - 12) : view.draft.last + 8]
    return not any(view.contexts.has(piece, "score") for piece in near if piece.kind == "word")


def _label(view: View) -> bool:
    """«art. 50», «numer 10», «linia 175», «ul. Długa 15», «Boeing 737», «Polskie Radio 24»."""
    if view.draft.numeral.spelled or not view.figure or view.draft.prefixed:
        return False
    previous = view.previous
    if previous is None:
        return False
    if previous.text == "." and view.near(-2) is not None and view.draft.first >= 2:
        previous = view.pieces[view.draft.first - 2]
    if previous.text in ("§", "#", "№", "/", "\\", "_", "&", "=", "'", "’"):
        return True
    if previous.kind == "mark" and previous.text == "+":
        return view.draft.unit is None
    if previous.kind != "word":
        return False
    if view.contexts.has(previous, "label") and (
        previous.lower not in ("os", "pl", "al", "str", "tel", "en") or view.near(-1).text == "."
    ):  # type: ignore[union-attr]
        return True
    return _named(view, previous)


def _named(view: View, previous: Piece) -> bool:
    """A name or a numbered thing before a number that nothing follows to be counted."""
    if view.measured or view.draft.adjective:
        return False
    if view.previous is not previous or not view.first.text.isdigit():
        return False
    index = view.draft.first - 1
    capital = previous.text[0].isupper() and not view.sentence_start(index)
    if not capital and not (view.contexts.has(previous, "weak_label") or previous.text[0].isupper()):
        return False
    if (
        capital
        and index > 0
        and view.pieces[index - 1].lower in ("w", "we", "z", "ze", "na", "dla", "do")
        and any("nazwa_geograficzna" in reading.marks for reading in analyse(previous.text))
    ):
        return False  # «w Danii 604, w Polsce 332»
    counted = view.counted()
    if counted is not None and not (capital and counted.weak):
        return False
    if not capital and not view.contexts.has(previous, "weak_label"):  # a capital that opens the sentence
        return not is_verb(previous.lower) and previous.lower not in _YEAR_WORDS and "boeing" in lemmas(previous.text)
    return True


def _row_of_figures(view: View) -> bool:
    """«22 517 10 00», «+48 601 …», «007»: telephone and account numbers."""
    if not view.figure:
        return False
    if re.match(r"0\d", view.first.text):
        return True
    following, previous = view.following, view.near(-1) if view.draft.first else None
    after = following is not None and following.kind == "figure" and following.gap in (" ", "\u00a0")
    before = previous is not None and previous.kind == "figure" and view.first.gap in (" ", "\u00a0")
    if not (after or before) or view.draft.unit is not None or view.draft.numeral.scale != 1:
        return False
    if before and previous is not None and _PLAIN_YEAR.match(previous.text):
        return False
    return not (before and view.counted() is not None)


def _numbering(view: View) -> bool:
    """«1. Wstęp», «2) …» at the start of a line."""
    following = view.following
    at_start = view.draft.first == 0 or "\n" in view.first.gap
    return bool(at_start and _digits(view) and following and following.glued and following.text in (".", ")"))


def _spelled_name(view: View) -> bool:
    """«święto Trzech Króli»: capitals inside a sentence."""
    following = view.following
    return bool(
        view.draft.numeral.spelled
        and view.first.kind == "word"
        and view.first.text[0].isupper()
        and not view.sentence_start(view.draft.first)
        and not view.first.text.isupper()
        and following
        and following.text[0].isupper()
    )


def _idiom(view: View) -> bool:
    """«w cztery oczy»: ``number_contexts.tsv``, role idiom."""
    idioms = view.contexts.idioms.get(view.first.lower)
    if idioms is None:
        return False
    low = max(0, view.draft.first - 3)
    words = [piece.lower for piece in view.pieces[low : view.draft.last + 3]]
    for idiom in idioms:
        for start in range(len(words) - len(idiom) + 1):
            inside = low + start <= view.draft.first < low + start + len(idiom)
            if inside and tuple(words[start : start + len(idiom)]) == idiom:
                return True
    return False


def _embedded(view: View) -> bool:
    """«UE261/2004», «5-7-9»: glued to what is no number."""
    following = view.following
    if view.first.glued and view.draft.first and view.near(-1) is not None:
        before = view.pieces[view.draft.first - 1]
        if before.kind in ("code", "date") or before.text in "/_*":
            return True
    if following is None or not following.glued:
        return False
    if following.text == "]" and view.first.glued and view.pieces[view.draft.first - 1].text == "[":
        return True  # a footnote
    letters = following.kind == "word" and following.text.isupper() and view.draft.unit is None and view.figure
    return following.text == "_" or following.kind == "code" or letters  # «737-8AS»


def _plus(view: View) -> bool:
    """«program 500 plus», «Rodzina 500+»."""
    following, after = view.following, view.near(1)
    if following is None or not _digits(view):
        return False
    if following.lower == "plus":  # but «750 posłów plus przewodniczący», «750 plus przewodniczący» add up
        return after is None or after.kind == "mark" or not nouns.nouns(after.text, _NOMINATIVE) or is_verb(after.lower)
    return following.text == "+" and following.glued and (after is None or after.kind != "figure")


_NOMINATIVE = frozenset({"sg:nom", "pl:nom"})
CHECKS: tuple[Callable[[View], bool], ...] = (
    _day_of_month,
    _year,
    _decade,
    _ordinal,
    _ordinal_suffix,
    _clock,
    _label,
    _row_of_figures,
    _numbering,
    _spelled_name,
    _idiom,
    _embedded,
    _plus,
)
_SPREAD = frozenset({_day_of_month, _clock, _year, _decade, _label, _ordinal})


def kept(text: str, pieces: Sequence[Piece], drafts: Sequence[Draft], contexts: Contexts) -> list[Draft]:
    """The drafts that may claim something."""
    reasons: list[Callable[[View], bool] | None] = []
    taken = 0
    for index, draft in enumerate(drafts):
        view = View(
            text,
            pieces,
            contexts,
            draft,
            taken,
            measured=index + 1 < len(drafts) and _tied(pieces, draft, drafts[index + 1]),
        )
        reasons.append(next((check for check in CHECKS if check(view)), None))
        if reasons[-1] is None:
            taken = draft.after
    _spread(pieces, drafts, reasons)
    return [draft for draft, reason in zip(drafts, reasons, strict=True) if reason is None]


def _spread(pieces: Sequence[Piece], drafts: Sequence[Draft], reasons: list[Callable[[View], bool] | None]) -> None:
    """Dismiss the bare numbers that are listed with a dismissed one: «17 i 18 października», «art. 5 i 6»."""
    for step, order in ((1, range(len(drafts) - 2, -1, -1)), (-1, range(1, len(drafts)))):
        for index in order:
            one, two = drafts[index], drafts[index + step]
            if reasons[index] is not None or reasons[index + step] not in _SPREAD or one.unit is not None:
                continue
            if one.numeral.scale != 1 or one.numeral.spelled or one.adjective:
                continue
            low, high = (one, two) if step == 1 else (two, one)
            between = pieces[low.last : high.first]
            if (
                len(between) == 1
                and between[0].lower in _LINKS
                and not any(p.breaks for p in pieces[low.last : high.first + 1])
            ):
                forward = step == -1 and reasons[index + step] is not _clock and _counts(pieces, one)
                if not forward:
                    reasons[index] = reasons[index + step]


def _tied(pieces: Sequence[Piece], one: Draft, two: Draft) -> bool:
    between = pieces[one.last : two.first]
    measured = two.numeral.scale != 1 or (two.unit is not None and not two.unit.code.endswith(":year"))
    return measured and len(between) == 1 and between[0].text in "-–—" and one.unit is None


def _counts(pieces: Sequence[Piece], draft: Draft) -> bool:
    """Whether a noun that agrees follows («9 maja i 20 osób»)."""
    return nouns.read(pieces, draft.after, draft.numeral.governs, lambda _: None, frozenset()) is not None
