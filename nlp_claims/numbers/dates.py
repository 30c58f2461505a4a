"""Numbers that are days, years, decades and times of the clock."""

import re

from nlp_claims.numbers.contexts import lemmas
from nlp_claims.numbers.nouns import modifies
from nlp_claims.numbers.phrases import NounPhrase
from nlp_claims.numbers.pieces import Piece
from nlp_claims.numbers.view import View

_HUNDRED = 100
_LAST_DAY = 31
_LAST_HOUR = 24
_LAST_MINUTE = 59
_HOUR_REACH = 3  # pieces of «o dwudziestej drugiej»
_MODERN = range(1900, 2101)
_YEAR = re.compile(r"(?:1\d|20)\d\d\Z|2100\Z")
_SHORTEST_MONTH = 4  # letters; «maj» and «lut» are also names, with a capital
_YEAR_NOUNS = frozenset({"rok", "roku", "rokiem", "rokowi"})
_YEARS_BEFORE = frozenset({"rok", "roku", "rokiem", "lata", "latach", "latami", "r"})
_YEARS_OF = frozenset({"życia", "studiów", "nauki", "szkoły"})
_DECADES_BEFORE = frozenset({"lat", "lata", "latach", "latami", "latom"})
_BEFORE_ANY_YEAR = frozenset({"w", "we", "po", "przed"})
_BEFORE_YEAR = _BEFORE_ANY_YEAR | {
    *("od", "do", "z", "ze", "na", "za", "a", "i", "oraz", "około", "ok", "lub", "między", "pomiędzy", "("),
    *("koniec", "końca", "końcu", "początku", "początek", "połowie"),
}
_PART_BEFORE = frozenset({"czego", "tego", "tym", "nich", "których"})  # «z czego 1981 pod respiratorem»
_BEFORE_TIME = frozenset({"o", "od", "do", "godz", "godzinie", "godziny", "około", "ok", "po", "przed", "koło"})
_ROMAN_MONTH = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})\Z")
_TWO_DAYS = re.compile(r"\d\d?/\d\d?\Z")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d\Z")
_DAY_AND_MONTH = re.compile(r"(?:[012]?\d|3[01])\.(?:0[1-9]|1[0-2])\Z")
_PARTS_OF_DAY = frozenset({"ranem", "południu", "nocy", "południe"})
_DASHES = frozenset("-–—")
_SCORE_REACH = 12  # pieces to either side that may tell a score from a time
_CHANGE_REACH = 8
_DAY_REACH = 3


def day_of_month(view: View) -> bool:
    """«17 października», «5 br.»."""
    following = view.following
    slashed = bool(view.figure and _TWO_DAYS.match(view.first.text))  # «w nocy z 5/6 maja»
    if not slashed and not (view.digits and 0 < view.draft.numeral.low <= _LAST_DAY):
        return False
    if view.previous is not None and view.contexts.has(view.previous, "weekday") and not view.measured:
        return view.counted() is None  # «w piątek 13»
    if following is None:
        return False
    if _ROMAN_MONTH.match(following.text):  # «12 V 2020», «wczoraj (6 III)»
        after, before = view.after(1), view.previous
        bracketed = before is not None and before.text == "(" and after is not None and after.text == ")"
        return bracketed or (after is not None and after.text.isdigit())
    if following.kind == "word" and view.contexts.has(following, "month"):
        plain = following.text[0].islower() or following.text.isupper()
        return plain or len(following.text) >= _SHORTEST_MONTH
    return view.contexts.has(following, "this_year")


def year(view: View) -> bool:
    """«w 1997 roku», «2018 r.», «Euro 2024», «(1951–2003)», «w 2019 wybory wygrała»."""
    if view.draft.numeral.spelled:
        after = view.after(1)  # «w dwa tysiące dziewiętnastym roku»
        return after is not None and after.lower in _YEAR_NOUNS and view.draft.numeral.low >= _MODERN.start
    if not view.digits or view.draft.numeral.scale != 1 or view.draft.prefixed:
        return False
    following, previous, length = view.following, view.previous, len(view.first.text)
    # «w 1997 roku», but also «powyżej 50 roku życia»: an ordinal
    after_it = following is not None and (
        following.lower in _YEAR_NOUNS or (length in (3, 4) and following.lower == "r")
    )
    before_it = previous is not None and length == 4 and previous.lower in _YEARS_BEFORE  # noqa: PLR2004  # digits of a year
    if after_it and view.first.text == "1":
        return not _one_year(view)
    if after_it or (before_it and not told_apart(view)):
        return True
    if not _YEAR.match(view.first.text) or view.draft.adjective or told_apart(view):
        return False
    dated = previous is not None and view.contexts.has(previous, "month") and int(view.first.text) in _MODERN
    return dated or (not view.measured and _bare_year(view))  # «do marca 2009 W Szwecji» are no watts


def _one_year(view: View) -> bool:
    """«kara do 1 roku», but «dzieci do 1 roku życia», «w 1 roku nauki»."""
    after, previous = view.after(1), view.previous
    which = after is not None and after.lower in _YEARS_OF
    return not which and (previous is None or previous.lower not in ("w", "we"))


def told_apart(view: View) -> bool:
    """«w zeszłym roku 1500 firm upadło»: the year before the number is told by its adjective."""
    at = view.draft.first - 2
    if at < view.taken or view.previous is None or view.previous.lower not in _YEARS_BEFORE:
        return False
    plain = _modern(view) or view.draft.numeral.low < _HUNDRED  # «w późnych latach 90.»
    return bool(modifies(view.pieces[at].lower)) and (not plain or view.counted() is not None)


def _modern(view: View) -> bool:
    return view.digits and int(view.first.text) in _MODERN


def _bare_year(view: View) -> bool:
    """Whether a four-figure number with no unit is a year by its neighbours."""
    previous = view.previous
    if previous and (view.contexts.has(previous, "month") or view.contexts.has(previous, "season")):
        return True
    if previous and previous.text == "." and view.pieces[view.draft.first - 2].lower in ("ur", "zm"):
        return True
    if previous and previous.lower in _PART_BEFORE:
        return False
    counted = view.counted()
    modern = _modern(view)
    if previous and previous.lower in (_BEFORE_YEAR if modern else _BEFORE_ANY_YEAR):
        return counted is None or not _surely_counted(view, previous, counted)
    return modern and counted is None


def _surely_counted(view: View, previous: Piece, counted: NounPhrase) -> bool:
    """«w 2000 szkołach», «z 2000 pracowników»: few round years are followed by what agrees with them."""
    if previous.lower in ("w", "we", "na", "po", "przed", "za"):
        return "pl:gen" not in counted.cases or view.draft.numeral.low % 100 == 0
    return view.draft.numeral.low % 10 == 0


def decade(view: View) -> bool:
    """«lata 90.», «w latach 70. ruszył»; «lata sześćdziesiąte» is an ordinal and never read."""
    before = view.previous is not None and view.previous.lower in _DECADES_BEFORE
    return view.figure and before and not view.draft.prefixed and not told_apart(view)


def clock(view: View) -> bool:
    """«o 14.30», «o godz. 6», «od 5 rano», «8:30»; also «23.06», a day, where nothing is counted."""
    if view.draft.score:
        return _clock_ratio(view)
    if _minutes(view):
        return True
    if not view.figure or view.measured or view.draft.numeral.low > _LAST_DAY:
        return False
    text = view.first.text
    looks = bool(_CLOCK.match(text) or _DAY_AND_MONTH.match(text))
    if not looks and not text.isdigit():
        return False
    return (
        _after_hour(view)
        or _opening_hours(view)
        or _part_of_day(view, looks=looks)
        or (view.counted() is None and _alone(view, looks=looks))
    )


def _minutes(view: View) -> bool:
    """«o dwudziestej trzydzieści»: minutes after the ordinal of an hour, where nothing is counted."""
    hour = view.previous
    if hour is None or not view.contexts.has(hour, "hour") or not hour.lower.endswith("ej"):
        return False
    before = (piece.lower for piece in view.pieces[max(0, view.draft.first - _HOUR_REACH) : view.draft.first - 1])
    return view.draft.numeral.low <= _LAST_MINUTE and view.counted() is None and not _BEFORE_TIME.isdisjoint(before)


def _after_hour(view: View) -> bool:
    previous = view.previous
    if previous and previous.text == "." and view.draft.first > view.taken + 1:
        previous = view.pieces[view.draft.first - 2]
    return previous is not None and (previous.lower == "godz" or "godzina" in lemmas(previous.text))


def _opening_hours(view: View) -> bool:
    """«czynne od 8 do 16», «dyżur od 18»: hours where nothing is counted."""
    if view.previous is None or view.previous.lower not in ("od", "do") or view.draft.numeral.low > _LAST_HOUR:
        return False
    near = view.pieces[max(0, view.draft.first - _CHANGE_REACH) : view.draft.first]
    return any(view.contexts.has(piece, "opening") for piece in near) and view.counted() is None


def _part_of_day(view: View, *, looks: bool) -> bool:
    """«5 rano», «3 nad ranem», «8.00 czasu polskiego»."""
    following, second, previous = view.following, view.after(1), view.previous
    if following is None or view.draft.numeral.low > _LAST_HOUR:
        return False
    if view.contexts.has(following, "part_of_day"):
        sure = looks or (previous is not None and previous.lower in _BEFORE_TIME)
        return following.lower not in ("czasu", "nocy") or sure
    return following.lower in ("nad", "po", "w") and second is not None and second.lower in _PARTS_OF_DAY


def _alone(view: View, *, looks: bool) -> bool:
    """«o 14», and a bare «20.40»: a decimal with a dot and nothing counted."""
    previous = view.previous
    if looks and _DAY_AND_MONTH.match(view.first.text):
        return True
    if looks:
        after = view.after(1) if view.following is not None and view.following.text in _DASHES else None
        if after is not None and _CLOCK.match(after.text) and _CLOCK.match(view.first.text):
            return True  # «11.00 – 12.00 panel»
        listed = previous is not None and previous.lower in _BEFORE_TIME | _BEFORE_YEAR | {",", "-", "–"}
        return listed or view.sentence_start(view.draft.first)
    if previous is None or view.draft.numeral.low > _LAST_HOUR:
        return False
    if previous.lower == "o":
        return not _difference(view)
    near = view.pieces[max(0, view.draft.first - _DAY_REACH) : view.draft.first]  # «w poniedziałek około 18»
    return previous.lower in _BEFORE_TIME and any(view.contexts.has(piece, "weekday") for piece in near)


def _difference(view: View) -> bool:
    """Whether «o 5» tells by how much: «o 12 mniej», or some word of change stands before it."""
    if view.following is not None and view.following.lower in ("mniej", "więcej"):
        return True
    near = view.pieces[max(0, view.draft.first - _CHANGE_REACH) : view.draft.first]
    return any(view.contexts.has(piece, role) for piece in near for role in ("change_up", "change_down", "change"))


def _clock_ratio(view: View) -> bool:
    """«6:45», where no word of sport or voting is near; «12:345» is neither time nor score."""
    hours, minutes = view.first.text.split(":")
    longest = max(len(hours), len(minutes))
    if longest > 2 or len(minutes) != 2 or int(hours) > _LAST_HOUR or int(minutes) > _LAST_MINUTE:  # noqa: PLR2004  # digits
        return longest > 3  # noqa: PLR2004
    if view.previous and view.previous.lower in _BEFORE_TIME:
        return True
    near = view.pieces[max(0, view.draft.first - _SCORE_REACH) : view.draft.last + _SCORE_REACH]
    return not any(piece.kind == "word" and view.contexts.has(piece, "score") for piece in near)
