"""Whom a noun in the place of a subject means: a name beside it, whoever made a writing, a function's bearer."""

from nlp_claims.statements.speakers.bodies import bare_body
from nlp_claims.statements.speakers.candidates import Candidate
from nlp_claims.statements.speakers.cast import UNRESOLVED, Cast, Who
from nlp_claims.statements.speakers.people import is_person, is_writing
from nlp_claims.statements.speakers.phrases import head_of, made_by, noun_phrase, unnamed
from nlp_claims.statements.speakers.sources import in_phrase
from nlp_claims.statements.speakers.titles import HONORIFICS, is_function, name_in_phrase, name_of_body, name_of_role
from nlp_claims.statements.text import Text


def referent(text: Text, cast: Cast, best: Candidate) -> Who | None:
    """Whom the best candidate means."""
    named, head = best.named, best.head
    if text.lowers[head] in HONORIFICS and head + 1 < len(text.tokens) and is_function(text, cast, head + 1):
        return _common(text, cast, head + 1)  # «pani inspektor zapewnia»
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
        if not cast.actors[named.actor]["mentions"] and bare_body(text, (named.first, named.last), head):
            return Who(UNRESOLVED, (named.first, named.last))  # «organizacja»: perhaps the one that was named before
    if named is not None and cast.named_before(named):
        return Who(named.actor, (named.first, named.last))
    if named is not None:
        cast.doubtful.add(head)  # «rzecznik premier» is not yet the «rzecznik partii» named further on
    return _common(text, cast, head)


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
    return Who(UNRESOLVED, (first, last)) if bare_body(text, (first, last), head) else unnamed(text, cast, head)


def _added(cast: Cast, first: int, last: int) -> Who | None:
    actor = cast.add(first, last, first)
    return None if actor is None else Who(actor, (first, last))
