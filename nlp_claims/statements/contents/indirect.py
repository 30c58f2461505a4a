"""Content clauses: «powiedział w Sejmie minister, że …», «pytany, czy …», «zapewnienie premier, że …»."""

from collections.abc import Iterator

from nlp_claims.statements.conjunctions import (
    COORDINATORS,
    QUESTION_WORDS,
    SO_THAT,
    THAT,
    WHETHER,
    opens_clause,
    relative,
)
from nlp_claims.statements.contents.clauses import end_of_clause
from nlp_claims.statements.contents.concord import own_verb
from nlp_claims.statements.contents.edges import tail, trim
from nlp_claims.statements.contents.governors import ADDRESSING, governor, subordinate_opener
from nlp_claims.statements.contents.polls import of_share, opinion_end
from nlp_claims.statements.cues import Cue, Lexicon
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.grammar import FINITE, SPEAKING
from nlp_claims.statements.quotations import Quotations
from nlp_claims.statements.text import Text

_SUBJECT_REACH = 8
_RELATIVE = 5  # tokens of «z którego jednoznacznie wynika»
_WH_CLASSES = frozenset(
    {"say", "explain", "reveal", "ask", "answer", "write", "stress", "show", "testify", "add", "announce", "admit"}
)


def find(text: Text, quotations: Quotations, cues: dict[int, Cue], words: Lexicon) -> Iterator[Draft]:
    """Every content clause that a reporting word governs."""
    for place, lower in enumerate(text.lowers):
        if (
            lower in THAT
            or lower == "jakoby"
            or (
                lower == "ze"
                and text.tokens[place - 1].text == ","
                and any(at in cues for at in (place - 2, place - 3))
            )
        ):
            kind = "że"
        elif lower in WHETHER:
            kind = "czy"
        elif lower in SO_THAT:
            kind = "by"
        elif lower in QUESTION_WORDS and (first := _question_start(text, place)) is not None:
            kind, place = "wh", first  # noqa: PLW2901 - «spytali, od kiedy mogą»: the question begins before its word
        else:
            continue
        draft = _clause(text, quotations, cues, words, place, kind)
        if draft is not None:
            yield draft


def _question_start(text: Text, place: int) -> int | None:
    """Where the question of a question word begins: at the word or its preposition, right after a comma."""
    if place and text.tokens[place - 1].text == ",":
        return place
    governed = place > 1 and "prep" in text.words[place - 1].tags and text.tokens[place - 2].text == ","
    return place - 1 if governed else None


def _clause(
    text: Text, quotations: Quotations, cues: dict[int, Cue], words: Lexicon, place: int, kind: str
) -> Draft | None:
    start, end = quotations.bounds(place)
    if place + 1 >= end:
        return None
    cue = governor(text, place, start, cues, words, kind)
    if cue is None or not _reports(text, cue, kind, place):
        return None
    if cue.form in {"pcon", "pant"} and _own_reasoning(text, cue, start):
        return None
    region, subordinate = _cue_clause(text, cue, start)
    if cue.entry.class_ == "show" and not _shown_by_somebody(text, region, cue, place, words):
        return None
    content = place if kind == "wh" else place + 1
    end = tail(text, content, end)
    fronted = cue.first > place
    pending = (
        subordinate
        or fronted
        or cue.form in {"noun", "pact", "ppas"}
        or (cue.form in {"pcon", "pant"} and _opens_sentence(cue, start))
    )
    stop = end_of_clause(text, content, end, cues, main_follows=pending, brief=kind == "by")
    if stop == end:
        stop = quotations.reach(content, end)
    if fronted:
        stop = min(stop, text.sentence(place)[1], _comma_before(text, cue.first))
    if of_share(text, cue, start):
        stop = opinion_end(text, content, stop)
    stop = own_verb(text, cue, content, stop, cues)
    part = _quoted_first(text, quotations, trim(text, content, stop))
    if part[0] >= part[1]:
        return None
    whole = quotations.whole(part)
    return Draft(
        "indirect" if whole is None else "direct",
        [part if whole is None else trim(text, *whole)],
        "statement.clause_quote" if whole else "statement.noun" if cue.form == "noun" else "statement.clause",
        cue,
        after=(cue.last + 1, end if fronted else _before_addressee(text, cue, place)),
        before=(stop if fronted else region, cue.first),
        subject_first=True,
        frame=(region, content),
        others=_has_subject(text, cue, start),
    )


def _before_addressee(text: Text, cue: Cue, place: int) -> int:
    """How far the speaker may stand behind the cue: «zapytanie do elektrowni, czy» names who is asked."""
    return cue.last + 1 if cue.form == "noun" and text.lowers[cue.last + 1] in ADDRESSING else place


def _comma_before(text: Text, place: int) -> int:
    return next(at for at in range(place - 1, -1, -1) if text.tokens[at].text == ",")


def _has_subject(text: Text, cue: Cue, start: int) -> bool:
    """Whether a noun right before the verb may be its subject: «Polacy uważają», «większość badanych sądzi»."""
    for at in range(cue.first - 1, max(start, cue.first - _SUBJECT_REACH) - 1, -1):
        if text.tokens[at].text in ",;:" or text.lowers[at] in THAT or text.is_dash(at):
            return False
        if text.words[at].has_case("nom", SPEAKING) or (text.tokens[at].text[0].isupper() and not text.words[at].known):
            return True
        if text.tokens[at].text[0].isdigit():
            return True
    return False


def _own_reasoning(text: Text, cue: Cue, start: int) -> bool:
    """Whether a participle hangs on a verb of the author's own: «możemy poczuć ulgę, zakładając, że …»."""
    for at in range(cue.first - 1, start - 1, -1):
        if text.words[at].finite:
            return all(verb.person < 3 for verb in text.words[at].verbs if verb.form in FINITE)  # noqa: PLR2004
    return False


def _shown_by_somebody(text: Text, region: int, cue: Cue, place: int, words: Lexicon) -> bool:
    """«sondaż pokazuje, że» has a source, «decyzja pokazuje, że» is the author's own conclusion."""
    if cue.entry.lemma == "wynikać":
        if (antecedent := _shown_in(text, cue)) is not None:
            return any(noun.lemma in words.documents for noun in text.words[antecedent].nouns)
        around = {
            *text.lowers[max(text.sentence(cue.verb)[0], cue.first - 25) : cue.first],
            *text.lowers[cue.last + 1 : place],
        }
        return bool(around & {"z", "ze"})  # «Wynikało z nich, że»
    region = min(region, text.sentence(cue.verb)[0])
    for at in [*range(region, cue.first), *range(cue.last + 1, place)]:
        for noun in text.words[at].nouns:
            if noun.pos == "subst" and (
                noun.lemma in words.documents
                or ("m1" in noun.genders and ("nom" in noun.cases or "num" in text.words[at - 1].tags))
            ):
                return True  # «wielu ekonomistów dowodzi»
    return False


def _shown_in(text: Text, cue: Cue) -> int | None:
    """What a relative «z którego wynika» refers to: the word before its comma."""
    for at in range(cue.first - 1, max(cue.first - _RELATIVE, 1), -1):
        if relative(text, at) and text.lowers[at - 1] in {"z", "ze"} and text.tokens[at - 2].text == ",":
            return at - 3
    return None


def _reports(text: Text, cue: Cue, kind: str, place: int) -> bool:
    """Whether the word takes a clause of this kind here."""
    takes = cue.entry.takes
    if cue.hypothetical or (cue.perfective and cue.form == "fin"):
        return False  # «jeśli nie potwierdzi, że», «powie, że»: nothing has been said yet
    if kind == "że":
        return "że" in takes
    if kind == "czy":
        # «nie potwierdził, czy A» leaves it open whether A, «nie zdecydował, czy odejdzie» says nothing
        return "czy" in takes or ({"że", "quote"} <= takes and cue.negated and not cue.entry.mental)
    if kind == "by":
        if "że" in takes and cue.negated:
            return True  # «nie przewiduje, żeby kraj został w unii»: a negated verb has «żeby» for «że»
        return "by" in takes and (cue.entry.class_ == "demand" or place - cue.last <= 6)  # noqa: PLR2004
    return _answers(cue) and _close_by(text, cue, place)


def _answers(cue: Cue) -> bool:
    """Whether the word takes a question that it answers or asks; «Nie sprecyzował, jakie ma plany» tells nothing."""
    if cue.negated or cue.form == "inf" or cue.entry.mental:
        return False
    return cue.entry.class_ in _WH_CLASSES and bool(cue.entry.takes & {"że", "czy"})


def _close_by(text: Text, cue: Cue, place: int) -> bool:
    """Whether nothing but a few words stand before the question, and no object: «podał Polskę, gdzie założył linię»."""
    between = range(cue.last + 1, place - 1)
    asks = cue.entry.class_ == "ask"
    if len(between) > (5 if asks else 3) or any(text.tokens[at].text == "," for at in between):
        return False
    return asks or not any(n.pos == "subst" and "acc" in n.cases for at in between for n in text.words[at].nouns)


def _cue_clause(text: Text, cue: Cue, start: int) -> tuple[int, bool]:
    """Where the clause of the cue begins, and whether it hangs on a noun whose own verb may still follow."""
    for at in range(cue.first - 1, start - 1, -1):
        if text.tokens[at].text in ";:":
            return at + 1, False
        if opens_clause(text, at) and not text.words[at].finite:
            # «Na pytanie, czy uważa, że A, odparła»: the main verb is still to come
            return at, relative(text, at) or not any(text.words[back].finite for back in range(start, at))
        if text.words[at].finite and cue.form not in {"pcon", "pant"} and _joined_verb(text, at, cue, start):
            return start, False
    return start, False


def _joined_verb(text: Text, verb: int, cue: Cue, start: int) -> bool:
    """Whether an earlier verb of the same clause is joined to the cue: «wyszedł i powiedział, że»."""
    between = text.lowers[verb + 1 : cue.first]
    return any(lower in COORDINATORS | {","} for lower in between) and subordinate_opener(text, verb, start) is None


def _opens_sentence(cue: Cue, start: int) -> bool:
    return cue.first - start <= 2  # noqa: PLR2004


def _quoted_first(text: Text, quotations: Quotations, part: Range) -> Range:
    """A clause in quotation marks ends with them: «powiedział, że „czuje żal”, liczy jednak na zgodę»."""
    n = quotations.top(part[0])
    if n is None or quotations.outer[n][0] != part[0]:
        return part
    close = quotations.outer[n][1]
    main = close < part[1] and text.tokens[close].text == "," and not relative(text, close + 1)
    return (part[0], close) if main else part
