"""Where a clause begins and ends: commas, conjunctions and the count of verbs that the open clauses still lack."""

from itertools import pairwise

from nlp_claims.statements.conjunctions import (
    ACCORDING,
    COORDINATORS,
    QUESTION_WORDS,
    SO_THAT,
    THAT,
    WHETHER,
    opens_clause,
)
from nlp_claims.statements.contents.clause_bounds import BRACKETS
from nlp_claims.statements.contents.frames import frame_cue, has_clause
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.grammar import FINITE, SPEAKING
from nlp_claims.statements.text import QUOTES, Text

_GLUE = frozenset({"nie", "się", "to", "też", "także", "już", "tym"})

_REACH = 6
_BEFORE_INFINITIVE = SO_THAT | QUESTION_WORDS | {"niż", "zamiast"}
_UNKNOWN = 4  # words of «wciąż nie wiadomo»
_SOMEBODY = 14  # tokens of a subject up to its verb
_COMPARISONS = frozenset({"jak", "niż"})
_ANOTHER_SAYS = frozenset({("a", "jak"), ("natomiast", "jak"), ("zaś", "jak")})
_BECAUSE = frozenset({"bo", "gdyż", "ponieważ", "a", "ale"})

_CONDITIONS = SO_THAT | {"jeśli", "jeżeli", "gdyby", "gdy", "kiedy", "choć", "chociaż", "skoro", "ponieważ", "zanim"}


def end_of_clause(
    text: Text,
    start: int,
    limit: int,
    cues: dict[int, Cue],
    *,
    main_follows: bool,
    brief: bool = False,
    told: bool = True,
) -> int:
    """Where the clause whose words begin at ``start`` ends, at most at ``limit``.

    Args:
        text: the document.
        start: the first token after the conjunction.
        limit: the end of the sentence, of the quotation or of the brackets around it.
        cues: reporting words by token.
        main_follows: the governing clause still lacks its verb («Polityk, który powiedział, że A, odszedł»).
        brief: the clause ends before «mimo że», «choć», «co …» too (purpose clauses: «by pominęli związek, mimo że …»).
        told: a verb tells it, whose subject may tell more; in «Według gazety Kos odmówił, dodając, że …» Kos adds.
    """
    # «…, że by ratować szpital, trzeba pieniędzy», «…, że jeśli zdążymy, wygramy»: two clauses open at once
    owed = 1 + (start > 0 and text.lowers[start - 1] in THAT and text.lowers[start] in _CONDITIONS)
    closing: list[str] = []
    for place in range(start, limit):
        mark = text.tokens[place].text
        if mark in BRACKETS:
            if not closing and place > start and _names_source(text, place + 1, place + 2):
                return place  # «… 360 stawek (według ocen obserwatorów może chodzić o 300 tys.)»
            closing.append(BRACKETS[mark])
        elif closing:
            if mark == closing[-1]:
                closing.pop()
        elif (
            mark in ")]"
            or (not owed and _told_by(text, place, cues))
            or (
                place > start
                and _ends_here(text, place, limit, cues, owed=owed, main_follows=main_follows, brief=brief, told=told)
            )
        ):
            return place
        else:
            owed = _still_owed(text, place, owed, first=place == start)
    return limit


def _told_by(text: Text, place: int, cues: dict[int, Cue]) -> bool:
    """Whether the verb before a colon is the main one: «Zapytany, czy odejdzie powiedział: „Tak”»."""
    cue = cues.get(place)
    return cue is not None and cue.finite and text.lowers[place + 1 : place + 2] == (":",)


def _still_owed(text: Text, place: int, owed: int, *, first: bool) -> int:
    """How many open clauses still lack their verb after the token."""
    word = text.words[place]
    if word.finite:
        return max(owed - 1, 0)
    if not first and opens_clause(text, place):
        # «taka sama jak dwa lata temu» compares, «wie, jak to zrobić» opens a clause
        return owed + (text.lowers[place] not in _COMPARISONS or not text.tokens[place - 1].text[-1].isalnum())
    answered = any(verb.form == "inf" for verb in word.verbs) and text.lowers[place - 1] in _BEFORE_INFINITIVE
    return owed - 1 if owed and answered else owed


def _ends_here(
    text: Text, place: int, limit: int, cues: dict[int, Cue], *, owed: int, main_follows: bool, brief: bool, told: bool
) -> bool:
    lower = text.lowers[place]
    if text.is_dash(place) and text.tokens[place].spaced and text.gap_after(place):
        # «Wyjaśnił, że wydawca – spółka Druk – podał powód»: the clause still lacks its verb
        aside = text.lowers[place + 1 : place + 2] == ("jak",)
        return not owed and not aside and frame_cue(text, place + 1, limit, cues, reach=_REACH) is not None
    if lower == ":":
        # «… zyska transport morski: Możemy mieć do czynienia z tym, że …» goes on in somebody's own words
        first = place + 1 + (place + 1 < limit and text.tokens[place + 1].text in QUOTES)
        following = text.tokens[first].text if first < limit else ""
        return following[:1].isupper() and text.words[first].known and not text.words[first].name
    if lower == ";":
        return text.is_dash(place + 1) or _narrates(text, place + 1, limit, cues) is not None
    if lower == ",":
        return _comma_ends(text, place, limit, cues, owed=owed, main_follows=main_follows, brief=brief, told=told)
    if lower in COORDINATORS and owed == 0:
        # «Jak podał Reuter, piloci boją się strajku i narzekają, że …»: what they do, not Reuter
        return told and _narrates(text, place + 1, min(place + 6, limit), cues, limit) is not None
    return False


def _comma_ends(
    text: Text, place: int, limit: int, cues: dict[int, Cue], *, owed: int, main_follows: bool, brief: bool, told: bool
) -> bool:
    at = place + 1
    if at >= limit:
        return True
    return (
        _narrator_goes_on(text, at, limit, cues, owed=owed, told=told)
        or _another_reports(text, at, limit, cues, owed=owed)
        or (brief and _wish_ends(text, at, limit, owed))
        or (owed == 0 and main_follows and _main_resumes(text, at, limit))
    )


def _narrator_goes_on(text: Text, at: int, limit: int, cues: dict[int, Cue], *, owed: int, told: bool) -> bool:
    """Whether the narrator reports again: «…, dodając, że», «…, podaje agencja.», «…, powiedział jednak, że»."""
    cue = _first_cue(text, at, min(at + 3, limit), cues)
    if cue is None or cue.entry.mental:
        return False
    if cue.form in {"pcon", "pant"}:
        # «ocenił, że posłowie ośmieszają kraj, domagając się zapłaty»: those who are told of demand
        return told and cue.entry.class_ != "demand"
    if owed or not cue.finite or (cue.perfective and cue.form == "fin") or cue.verb > at + 1:
        return False
    return _closes_sentence(text, cue, limit) or has_clause(text, cue, min(cue.last + 6, limit))


def _another_reports(text: Text, at: int, limit: int, cues: dict[int, Cue], *, owed: int) -> bool:
    """Whether another report begins after a comma, at ``at``."""
    if text.lowers[at : at + 2] in _ANOTHER_SAYS and _first_cue(text, at + 2, min(at + 5, limit), cues):
        return True  # «…, a jak podawała niedawno izba, brakuje rąk do pracy»
    because = text.lowers[at] in _BECAUSE and text.lowers[at + 1 : at + 3] == (",", "jak")
    if because and _first_cue(text, at + 3, min(at + 6, limit), cues):
        return True  # «…, że będzie gorzej, gdyż, jak zaznaczył, brakuje rąk do pracy»
    if text.lowers[at] in COORDINATORS | {"podczas", "jak"}:
        if _names_source(text, at + 1, min(at + 3, limit)):
            return True  # «…, podczas gdy według policji – 35 tys.»
        if owed == 0 and text.lowers[at] in COORDINATORS and _goes_on_to_tell(text, at + 1, limit, cues):
            return True
    if text.lowers[at] != "co":
        return False
    following = _first_cue(text, at + 1, min(at + 5, limit), cues)
    # «…, co Ryanair potwierdza w oświadczeniu», but not «…, co zagrozi miejscom pracy»
    return following is not None and following.finite and not (following.perfective and following.form == "fin")


def _goes_on_to_tell(text: Text, at: int, limit: int, cues: dict[int, Cue]) -> bool:
    """Whether the clause after a conjunction reports, or says that nobody knows: «…, ale wciąż nie wiadomo, kiedy»."""
    near = text.lowers[at : min(at + _UNKNOWN, limit)]
    if ("nie", "wiadomo") in pairwise(near) or _narrates(text, at, min(at + 5, limit), cues, limit):
        return True
    # «…, że susza minie, ale posłanka opozycyjnej Partii Pracy ostrzega, że …»
    cue = _first_cue(text, at, min(at + _SOMEBODY, limit), cues)
    if cue is None or not any(_may_be_subject(text, place) for place in range(at, cue.verb)):
        return False
    return _narrates(text, cue.first, limit, cues, limit) is not None


def _may_be_subject(text: Text, at: int) -> bool:
    """Whether the word may name whoever tells: a nominative or a capital."""
    return text.words[at].has_case("nom", SPEAKING) or text.tokens[at].text[0].isupper()


def _wish_ends(text: Text, at: int, limit: int, owed: int) -> bool:
    """Whether what is asked or proposed («by wrócili do pracy») ends at the comma before ``at``."""
    if text.lowers[at] in {"mimo", "choć", "chociaż", "podczas", "co"}:
        # «zaproponował, by powstał obszar, co pozwoliłoby na wymianę» goes on with the proposal
        return not any(verb.conditional for word in text.words[at + 1 : at + 3] for verb in word.verbs)
    if owed or text.lowers[at] not in COORDINATORS:
        return False
    # «…, by przyjęli ofertę, ale jest rozczarowany»: a wish is told in the past form
    for place in range(at + 1, min(at + _REACH, limit)):
        if text.words[place].finite:
            return all(verb.form in {"fin", "bedzie", "winien"} for verb in text.words[place].verbs)
        if text.tokens[place].text == "," or opens_clause(text, place):
            return False
    return False


def _main_resumes(text: Text, at: int, limit: int) -> bool:
    """Whether the governing clause goes on after a comma: «…, które powinno zapaść w maju, Brytanii grozi chaos»."""
    first = at
    while at < limit and text.lowers[at] in _GLUE:
        at += 1
    if at < limit and any(v.form in FINITE and v.person == 3 for v in text.words[at].verbs):  # noqa: PLR2004
        return True
    if first >= limit or opens_clause(text, first) or text.lowers[first] in COORDINATORS | {"czyli", "zwłaszcza", "m"}:
        return False
    # «Choć kupcy mówią, że targ przetrwa, przebywający w Łodzi wójt, Jan Kos, uważa …»
    participle = any(n.pos == "pact" and "nom" in n.cases for n in text.words[first].nouns)
    for place in range(first, limit):
        if participle and text.tokens[place].text == ",":
            continue
        if (
            text.tokens[place].text in ",;:"
            or opens_clause(text, place)
            or text.lowers[place] in {"czego", "czym", "czemu"}
        ):
            return False
        if text.words[place].finite:
            return True
    return False


def _names_source(text: Text, start: int, end: int) -> bool:
    return any(lower in ACCORDING for lower in text.lowers[start:end])


def _first_cue(text: Text, start: int, end: int, cues: dict[int, Cue]) -> Cue | None:
    """The first reporting verb of a range, unless another verb or a mark stands before it."""
    for at in range(start, end):
        if at in cues:
            return cues[at]
        if opens_clause(text, at):
            return None
        if text.words[at].finite or (text.tokens[at].text in ",;:()" and at > start):
            return None
    return None


def _narrates(text: Text, start: int, end: int, cues: dict[int, Cue], limit: int | None = None) -> Cue | None:
    """The reporting verb of a clause that goes on to report: «i uprzedził, że», «ale nie ujawnił, kiedy»."""
    cue = _first_cue(text, start, min(end, start + 6), cues)
    if cue is None or not cue.finite or cue.entry.mental or cue.hypothetical or (cue.perfective and cue.form == "fin"):
        return None
    stop = end if limit is None else limit
    # «postanowiły objąć go okresem próbnym, jak to robią»: a comparison, where the verb takes no question
    asked = (WHETHER | SO_THAT | QUESTION_WORDS) - ({"jak"} if "quote" not in cue.entry.takes else set())
    for at in range(cue.last + 1, min(stop, cue.last + 14)):
        lower = text.lowers[at]
        if lower in THAT or lower == ":" or (at > 0 and text.tokens[at - 1].text == "," and lower in asked):
            return cue
        if text.words[at].finite:
            return None
    return None


def _closes_sentence(text: Text, cue: Cue, limit: int) -> bool:
    """Whether only a noun phrase follows the verb up to the end: no clause, no further verb."""
    following = range(cue.last + 1, limit)
    if len(following) > 14:  # noqa: PLR2004
        return False
    return not any(text.words[at].finite or text.lowers[at] in THAT | {":"} for at in following)
