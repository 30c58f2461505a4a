"""Who stands behind a relative word, a noun that reports, or a document: «sąsiadka, która stwierdziła, że»."""

from nlp_claims.statements.agreement import Agreement
from nlp_claims.statements.cast import Cast, Who
from nlp_claims.statements.conjunctions import relative
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.phrases import in_phrase, is_noun, unnamed
from nlp_claims.statements.text import Text


def document(text: Text, cast: Cast, draft: Draft) -> Who | None:
    """«Z sondażu przeprowadzonego przez YouGov wynika», «wynika z raportu rządu», «czytamy w liście ambasady»."""
    opener = draft.before[0]
    if draft.subject_first and opener < draft.before[1] and relative(text, opener):
        return antecedent(text, cast, opener - 1, Agreement(None, frozenset()))  # «raport, z którego wynika, że»
    regions = [draft.before, draft.after] if draft.subject_first else [draft.after, draft.before]
    for start, end in regions:
        for at in range(start, min(end, len(text.tokens))):
            if text.lowers[at] not in {"z", "ze", "w", "we"}:
                continue
            first = at + 1
            last = first
            while last < end and text.tokens[last].text not in ",.;:" and not text.words[last].finite:
                last += 1
            if last <= first:
                continue
            named = [n for k in range(first, last) if (n := cast.at(k)) is not None]
            people = [n for n in named if cast.kind(n.actor) in {"organization", "person"}]
            if people:
                return Who(people[0].actor, (people[0].first, people[0].last))
            return in_phrase(text, cast, (first, last))
    return None


def complement(text: Text, cast: Cast, cue: Cue, draft: Draft) -> Who | None:
    """Whose «zapewnienie» it is: a genitive after it, «od X», «ze strony X»."""
    end = min(draft.after[1], len(text.tokens))
    for at in range(cue.last + 1, end):
        named = cast.at(at)
        if named is not None and cast.kind(named.actor) in {"person", "organization", "group"}:
            return Who(named.actor, (named.first, named.last))
    at = cue.last + 1
    if at < end and text.words[at].has_case("gen") and not text.words[at].finite and is_noun(text, at):
        return in_phrase(text, cast, (at, end))
    return None


def antecedent(text: Text, cast: Cast, opener: int, agreement: Agreement) -> Who | None:
    """The noun that «która», «mówiący» stands to: «sąsiadka, która stwierdziła», «sondaż mówiący»."""
    start = text.sentence(opener)[0] if opener < len(text.tokens) else 0
    for at in range(opener - 1, max(start, opener - 14) - 1, -1):
        named = cast.at(at)
        if named is not None:
            if cast.agrees(named.actor, agreement):
                return Who(named.actor, (named.first, named.last))
            continue
        if text.words[at].finite:
            return None
        for noun in text.words[at].nouns:
            if noun.pos in {"subst", "depr"} and agreement.fits(noun):
                return unnamed(text, cast, at)
    return None
