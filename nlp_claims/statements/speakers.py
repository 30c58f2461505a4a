"""Who says it: the subject of the verb by case and agreement, in either order."""

from dataclasses import replace

from nlp_claims.statements.agreement import Agreement
from nlp_claims.statements.antecedents import antecedent, complement, document
from nlp_claims.statements.candidates import Candidate, agreement_of, candidates
from nlp_claims.statements.cast import UNRESOLVED, Cast, Who
from nlp_claims.statements.conjunctions import relative
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.people import is_person
from nlp_claims.statements.phrases import in_phrase, noun_phrase, unnamed
from nlp_claims.statements.text import Text
from nlp_claims.statements.titles import name_in_phrase, name_of_body, name_of_role

_LEAST = 0.9


def find_speaker(text: Text, cast: Cast, draft: Draft) -> Who | None:  # noqa: C901, PLR0911
    """The speaker that the sentence names, or ``None`` where it is dropped or a pronoun.

    Args:
        text: the document.
        cast: its actors.
        draft: the statement.
    """
    if draft.named is not None:
        return in_phrase(text, cast, draft.named, people=draft.cue is None)
    cue = draft.cue
    if cue is None or cue.impersonal or cue.form in {"ppas", "prep"}:
        return None
    if cue.entry.lemma in {"wynikać", "czytać"}:
        return document(text, cast, draft)
    if cue.form == "noun":
        whose = complement(text, cast, cue, draft)
        if whose is not None or not draft.rule.startswith(("statement.quote", "statement.colon")):
            return whose
    if cue.form == "pact":
        return antecedent(text, cast, cue.first, Agreement(None, frozenset()))
    opener = draft.before[0]
    # «sąsiadka, która stwierdziła, że», but «w której minister stwierdził, że»
    own = any(cast.subject_noun(at, Agreement.of(cue)) for at in range(opener + 1, cue.first))
    if draft.subject_first and opener < cue.first and relative(text, opener) and not own:
        return antecedent(text, cast, opener, Agreement.of(cue))
    agreement = agreement_of(text, draft)
    regions = (
        [(draft.before, False), (draft.after, True)]
        if draft.subject_first
        else [(draft.after, True), (draft.before, False)]
    )
    counted = _counted(text, cast, cue, draft.before) if draft.subject_first else None
    if counted is not None:
        return counted
    arc = cast.hints.subjects.get(cue.verb)
    for region, forward in regions:
        found = candidates(text, cast, region, agreement, forward=forward, cue=cue)
        scored = [replace(c, score=c.score + _opinion(cast, c, arc)) for c in found]
        best = max(scored, key=lambda c: c.score, default=None)
        if best is not None and best.score > _LEAST:
            return _resolve(text, cast, best if forward else _apposed(text, cast, best, scored))
    return None


def _apposed(text: Text, cast: Cast, best: Candidate, others: list[Candidate]) -> Candidate:
    """The name in «rzecznik organizacji, opowiadającej się za X, Paul Butters stwierdził»: nearer to the verb."""
    if best.named is not None and best.named.name:
        return best
    names = [
        other
        for other in others
        if other.named is not None
        and other.named.name
        and other.named.actor >= 0
        and other.head > best.head
        and cast.kind(other.named.actor) == "person"
        and other.score > _LEAST
    ]
    if names:
        return names[-1]
    before = [o for o in others if o.named is not None and o.named.name and o.named.actor >= 0 and o.head < best.head]
    # «Jan Kos, wójt gminy, zapewnił»
    return before[-1] if before and _only_comma(text, before[-1], best.head) else best


def _only_comma(text: Text, name: Candidate, head: int) -> bool:
    """Whether a comma and adjectives are all that stands between a name and a noun."""
    if name.named is None or text.tokens[name.named.last].text != ",":
        return False
    between = range(name.named.last + 1, head)
    return all(any(n.pos in {"adj", "ppas"} for n in text.words[at].nouns) for at in between)


def _opinion(cast: Cast, candidate: Candidate, arc: int | None) -> float:
    """What the parser and the tagger add to a candidate: its arc, and the case that the tagger gives it."""
    arc_says = 1.0 if arc is not None and _covers(candidate, arc) else 0.0
    case = cast.hints.cases.get(candidate.head)
    return arc_says + (0.3 if case == "nom" else -1.2 if case is not None else 0.0)


def _counted(text: Text, cast: Cast, cue: Cue, region: Range) -> Who | None:
    """«53 proc. respondentów powiedziało», «wielu ekspertów uważało»: the verb is neuter, the noun in the genitive.

    In the present the verb is a mere singular: «33 proc. badanych uważa».
    """
    share = cue.form == "fin" and any(mark in {"proc", "proc.", "%"} for mark in text.lowers[region[0] : cue.first])
    if cue.number != "sg" or not (share or (cue.form == "praet" and cue.genders == {"n"})):
        return None
    for at in range(cue.first - 1, max(region[0], cue.first - 8) - 1, -1):
        if text.tokens[at].text in ",;:" or text.words[at].finite:
            return None
        for noun in text.words[at].nouns:
            if noun.pos == "subst" and noun.number == "pl" and "gen" in noun.cases and "m1" in noun.genders:
                return unnamed(text, cast, at)
    return None


def _covers(candidate: Candidate, place: int) -> bool:
    if candidate.head == place:
        return True
    return candidate.named is not None and candidate.named.first <= place < candidate.named.last


def _resolve(text: Text, cast: Cast, best: Candidate) -> Who | None:  # noqa: PLR0911
    if best.named is not None and best.named.actor < 0:
        actor = cast.add(best.named.first, best.named.last, best.named.first)
        return None if actor is None else Who(actor, (best.named.first, best.named.last))
    head = best.head
    if best.named is not None and not best.named.name:
        head = best.named.last - 1  # «brytyjska firma Rolls»: a reference begins with its adjectives
    if (
        best.named is not None
        and not best.named.name
        and (apposed := name_of_role(text, cast, head) or name_of_body(text, cast, head))
    ):
        return Who(apposed.actor, (apposed.first, apposed.last))
    if best.named is not None and cast.named_before(best.named):
        return Who(best.named.actor, (best.named.first, best.named.last))
    if best.named is not None:
        cast.doubtful.add(head)  # «rzecznik premier» is not yet the «rzecznik partii» named further on
    # «prezes Wizz Aira, Jozsef Varadi», «rzecznik organizacji Best for Britain, …, Paul Butters»
    named = name_of_role(text, cast, head) or name_of_body(text, cast, head)
    if named is not None:
        return Who(named.actor, (named.first, named.last))
    first, last = noun_phrase(text, cast, head)
    run = name_in_phrase(text, cast, head, last)
    if run is not None:
        actor = cast.add(run[0], run[1], run[0])
        return None if actor is None else Who(actor, run)
    if cast.is_office(head) or (last - first == 1 and is_person(text, head)):
        return Who(UNRESOLVED, (first, last))
    return unnamed(text, cast, head)
