"""Who says it: the subject of the verb by case and agreement, in either order."""

from collections.abc import Callable
from dataclasses import replace

from nlp_claims.statements.conjunctions import COORDINATORS, relative
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.speakers.agreement import Agreement
from nlp_claims.statements.speakers.antecedents import antecedent, carrier, complement, document
from nlp_claims.statements.speakers.candidates import TOLD, Candidate, agreement_of, candidates, is_medium, main_verb
from nlp_claims.statements.speakers.cast import UNRESOLVED, Cast, Named, Who
from nlp_claims.statements.speakers.counted import counted, counted_after
from nlp_claims.statements.speakers.people import is_person, is_writing
from nlp_claims.statements.speakers.phrases import head_of, in_phrase, made_by, noun_phrase, unnamed
from nlp_claims.statements.speakers.titles import name_in_phrase, name_of_body, name_of_role
from nlp_claims.statements.text import Text

_LEAST = 0.9
_PARTICIPLES = frozenset({"pcon", "pant"})
_REACH = 25
Voiced = Callable[[int], bool]


def find_speaker(text: Text, cast: Cast, draft: Draft, voiced: Voiced) -> Who | None:  # noqa: PLR0911
    """The speaker that the sentence names, or ``None`` where it is dropped or a pronoun.

    Args:
        text: the document.
        cast: its actors.
        draft: the statement.
        voiced: whether a token is in the voice that makes the statement: «jest to „błąd resortu” i dodał» is not
            about the ministry.
    """
    if draft.named is not None:
        return in_phrase(text, cast, draft.named, people=draft.cue is None)
    cue = draft.cue
    if cue is None or cue.form == "ppas":
        return None
    if cue.form == "prep":  # «wyliczenia ekspertów, według których»
        return antecedent(text, cast, draft.frame[0], Agreement(None, frozenset())) if draft.before[1] else None
    if cue.impersonal:
        return carrier(text, cast, draft) if cue.form == "imps" else None
    if cue.entry.lemma in {"wynikać", "czytać"}:
        return document(text, cast, draft)
    if cue.form == "noun":
        whose = complement(text, cast, cue, draft)
        if whose is not None or not draft.rule.startswith(("statement.quote", "statement.colon")):
            return whose
    if cue.form == "pact":
        return antecedent(text, cast, cue.first, Agreement(None, frozenset()))
    agreement = agreement_of(text, draft)
    opener = _joined_relative(text, cue) or draft.before[0]
    if draft.subject_first and (
        _relative_subject(text, cast, opener, cue, agreement) or _after_relative(text, opener, cue)
    ):
        return antecedent(text, cast, opener, agreement)
    quantity = (
        counted(text, cast, cue, draft.before) if draft.subject_first else counted_after(text, cast, cue, draft.after)
    )
    return quantity or _subject(text, cast, draft, cue, agreement, voiced)


def _relative_subject(text: Text, cast: Cast, opener: int, cue: Cue, agreement: Agreement) -> bool:
    """Whether the relative word is the subject: «sąsiadka, która stwierdziła, że».

    Not «w której minister stwierdził, że», nor «oświadczenie, w którym pisze, że».
    """
    if opener >= cue.first or not relative(text, opener) or not text.words[opener].has_case("nom"):
        return False
    if opener > 0 and "prep" in text.words[opener - 1].tags:
        return False
    between = range(opener + 1, cue.first)
    return not any(_own_subject(cast, at, agreement) for at in between)


def _joined_relative(text: Text, cue: Cue) -> int | None:
    """The relative word of «który cytuje Kosa i dodaje, że»: the verb is joined to the clause's first."""
    start = text.sentence(cue.verb)[0]
    verbs = joined = 0
    for at in range(cue.first - 1, max(start, cue.first - _REACH) - 1, -1):
        if relative(text, at):
            return at if verbs == 1 and joined and text.tokens[at - 1].text == "," else None
        if text.words[at].finite:
            verbs += 1
            if verbs > 1 or not joined:
                return None
        joined += text.lowers[at] in {"i", "oraz"} and not verbs
        if text.tokens[at].text in ",;:":
            return None
    return None


def _after_relative(text: Text, opener: int, cue: Cue) -> bool:
    """«Kos, którego rywalem jest Jan Lis powiedział, że»: a relative clause with its verb, and no second comma."""
    if opener >= cue.first or not relative(text, opener):
        return False
    verbs = [at for at in range(opener + 1, cue.first) if text.words[at].finite]
    joined = any(text.lowers[at] in COORDINATORS | {","} for at in range(opener + 1, cue.first))
    return len(verbs) == 1 and not joined


def _own_subject(cast: Cast, place: int, agreement: Agreement) -> bool:
    if cast.governed[place]:
        return False
    named = cast.at(place)
    if named is not None:
        return named.name and cast.free_subject(named) and cast.agrees(named.actor, agreement)
    noun = cast.subject_noun(place, agreement)
    return noun is not None and (place in cast.subject_places or "acc" not in noun.cases)


def _subject(text: Text, cast: Cast, draft: Draft, cue: Cue, agreement: Agreement, voiced: Voiced) -> Who | None:
    """The best noun in the nominative on either side of the verb."""
    regions = [(draft.before, False), (draft.after, True)]
    main = main_verb(text, cue) if cue.form in _PARTICIPLES else None
    arc = cast.hints.subjects.get(cue.verb if main is None else main)
    told: Candidate | None = None
    for region, forward in regions if draft.subject_first else reversed(regions):
        found = candidates(text, cast, region, agreement, forward=forward, cue=cue)
        scored = [replace(c, score=c.score + _opinion(cast, c, arc)) for c in found if voiced(c.head)]
        best = max(scored, key=lambda c: c.score, default=None)
        if best is not None and best.score > _LEAST:
            return _resolve(text, cast, best if forward else _apposed(text, cast, best, scored, cue))
        if forward and best is not None and best.named is not None and best.score + TOLD > _LEAST:
            told = best
    # «powiedział KAI abp Kos», but «tłumaczy MSW»: a body other than a medium is no listener where nobody else speaks
    return None if told is None or told.named is None or is_medium(cast, told.named) else _resolve(text, cast, told)


def _apposed(text: Text, cast: Cast, best: Candidate, others: list[Candidate], cue: Cue) -> Candidate:
    """The name that a noun stands beside, nearer to the verb or before an aside.

    «rzecznik organizacji, opowiadającej się za X, Paul Butters stwierdził»; «Jan Kos, CEO Lipex, zapewnił».
    """
    names = [o for o in others if o.named is not None and o.named.name and _is_person(text, cast, o.named)]
    before = [o for o in names if o.head < best.head and _opens_aside(text, o.named, cue)]
    if before:
        return before[0]
    if best.named is not None and best.named.name:
        return best
    nearer = [
        o for o in names if o.head > best.head and o.score > _LEAST and o.named is not None and o.named.actor >= 0
    ]
    return nearer[-1] if nearer else best


def _is_person(text: Text, cast: Cast, named: Named) -> bool:
    if named.actor >= 0:
        return cast.kind(named.actor) == "person"
    return named.last - named.first > 1 and not any(
        text.tokens[at].text.isupper() for at in range(named.first, named.last)
    )


def _opens_aside(text: Text, named: Named | None, cue: Cue) -> bool:
    """Whether all that stands between the name and its verb is set off by marks: «Jan Kos, wójt gminy, zapewnił»."""
    if named is None or named.last >= cue.first - 1:
        return False
    opening, closing = text.tokens[named.last].text, text.tokens[cue.first - 1].text
    if (opening, closing) != (",", ",") and not (text.is_dash(named.last) and text.is_dash(cue.first - 1)):
        return False
    return not any(text.words[at].finite for at in range(named.last, cue.first))


def _opinion(cast: Cast, candidate: Candidate, arc: int | None) -> float:
    """What the parser and the tagger add to a candidate: its arc, and the case that the tagger gives it."""
    arc_says = 1.0 if arc is not None and _covers(candidate, arc) else 0.0
    case = cast.hints.cases.get(candidate.head)
    return arc_says + (0.3 if case == "nom" else -1.2 if case is not None else 0.0)


def _covers(candidate: Candidate, place: int) -> bool:
    if candidate.head == place:
        return True
    return candidate.named is not None and candidate.named.first <= place < candidate.named.last


def _resolve(text: Text, cast: Cast, best: Candidate) -> Who | None:
    named, head = best.named, best.head
    if named is not None and named.actor < 0:
        actor = cast.called(named.last - 1)
        return _added(cast, named.first, named.last) if actor is None else Who(actor, (named.first, named.last))
    if named is not None and not named.name:
        # «brytyjska firma Rolls», «rząd w Londynie»
        head = best.head if (found := head_of(text, cast, named.first, named.last)) is None else found
        # «prezes Wizz Aira, Jozsef Varadi», «rzecznik organizacji Best for Britain, …, Paul Butters»
        apposed = name_of_role(text, cast, head) or name_of_body(text, cast, head)
        if apposed is not None:
            return Who(apposed.actor, (apposed.first, apposed.last))
    if named is not None and cast.named_before(named):
        return Who(named.actor, (named.first, named.last))
    if named is not None:
        cast.doubtful.add(head)  # «rzecznik premier» is not yet the «rzecznik partii» named further on
    return _common(text, cast, head)


def _added(cast: Cast, first: int, last: int) -> Who | None:
    actor = cast.add(first, last, first)
    return None if actor is None else Who(actor, (first, last))


def _common(text: Text, cast: Cast, head: int) -> Who | None:
    """Whom a common noun means: the name beside it, whoever made a writing, a function's bearer, or nobody named."""
    named = name_of_role(text, cast, head) or name_of_body(text, cast, head)
    if named is not None:
        return Who(named.actor, (named.first, named.last))
    first, last = noun_phrase(text, cast, head)
    run = name_in_phrase(text, cast, head, last)
    if run is not None:
        return _added(cast, *run)
    if is_writing(text, head, cast.words):  # «wyniki badania Eurobarometru pokazują»
        maker = made_by(text, cast, head)
        return in_phrase(text, cast, (first, last)) if maker is None else Who(maker.actor, (maker.first, maker.last))
    if cast.is_office(head) or (last - first == 1 and is_person(text, head) and not text.words[head].name):
        return Who(UNRESOLVED, (first, last))
    return unnamed(text, cast, head)
