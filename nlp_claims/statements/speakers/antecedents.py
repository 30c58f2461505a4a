"""Who stands behind a relative word, a noun that reports, or a document: «sąsiadka, która stwierdziła, że»."""

from collections.abc import Iterator

from nlp_claims.statements.conjunctions import relative
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.grammar import SPEAKING
from nlp_claims.statements.speakers.agreement import Agreement
from nlp_claims.statements.speakers.capitals import OPENS_TITLE, capital_run
from nlp_claims.statements.speakers.cast import UNRESOLVED, Cast, Who
from nlp_claims.statements.speakers.layout import Named
from nlp_claims.statements.speakers.people import is_somebody
from nlp_claims.statements.speakers.phrases import is_noun, noun_phrase, unnamed
from nlp_claims.statements.speakers.sources import agent, in_phrase
from nlp_claims.statements.text import Text

_POSSESSIVES = frozenset({"ich", "jego", "jej"})
_PRONOUNS = frozenset({"niego", "niej", "nich"})
_OBJECT = 5  # tokens after «cytuje»
_ANTECEDENT = 14  # tokens back from the relative word
_CARRIERS = frozenset({"z", "ze", "w", "we"})


def document(text: Text, cast: Cast, draft: Draft) -> Who | None:
    """«Z sondażu przeprowadzonego przez YouGov wynika», «wynika z raportu rządu», «czytamy w liście ambasady»."""
    opener = draft.before[0]
    if draft.subject_first and opener < draft.before[1] and relative(text, opener):
        return antecedent(text, cast, opener - 1, Agreement(None, frozenset()))  # «raport, z którego wynika, że»
    phrase = next(_carried(text, draft, _CARRIERS | {"na"}), None)
    if phrase is None or text.lowers[phrase[0]] in _POSSESSIVES:
        return None  # «z ich ustaleń wynika»: whoever they are
    if text.lowers[phrase[0]] in _PRONOUNS:
        return _written(text, cast, phrase[0])
    return agent(text, cast, phrase) or _made(text, cast, draft, phrase)


def _made(text: Text, cast: Cast, draft: Draft, phrase: Range) -> Who | None:
    """Whoever made the writing that the phrase names; the one who spoke last where it says no more than that."""
    first, last = phrase
    named = [n for at in range(first, last) if (n := cast.at(at)) is not None and not _inner(text, n, first)]
    reads = draft.cue is not None and draft.cue.entry.lemma == "czytać"
    if reads and not named and _bare_writing(text, cast, first, last):
        return None  # «w oświadczeniu czytamy»
    made = next((n for n in named if cast.kind(n.actor) in {"organization", "person"}), None)
    return in_phrase(text, cast, phrase) if made is None else Who(made.actor, (made.first, made.last))


def carrier(text: Text, cast: Cast, draft: Draft, *, bare: bool = False) -> Who | None:
    """Where an impersonal says that it was said: «W „Dzienniku” napisano», «w komunikacie resortu podano».

    ``bare``: also «w tekście», which is first of all the writing of whoever spoke last.
    """
    opener = draft.before[0]
    if draft.subject_first and 0 < opener < draft.before[1] and relative(text, opener):
        return _carrying(text, cast, opener - 1)
    for first, last in _carried(text, draft, _CARRIERS):  # not «na Telegramie»: where, not whose
        if (doer := agent(text, cast, (first, last))) is not None:
            return doer
        named = [n for at in range(first, last) if (n := cast.at(at)) is not None and not _apart(text, n, first)]
        made = next((n for n in named if cast.kind(n.actor) == "organization"), None)
        if made is not None:
            return Who(made.actor, (made.first, made.last))
        if text.tokens[first].text in OPENS_TITLE and (run := capital_run(text, cast, first + 1, last)) > first + 1:
            title = cast.add(first + 1, run, first + 1)  # «w „Kurierze” napisano»
            return None if title is None else Who(title, (first + 1, run))
        writing = any(noun.lemma in cast.words.documents for at in range(first, last) for noun in text.words[at].nouns)
        if writing and (bare or not _bare_writing(text, cast, first, last)):
            return in_phrase(text, cast, (first, last))
    return None


def _carrying(text: Text, cast: Cast, opener: int) -> Who | None:
    """«umowę, w której zapisano, że»: the writing, or whatever has a name."""
    if text.lowers[opener] not in _CARRIERS or _has_subject(text, cast, opener):
        return None  # «Komisja wydała raport, w którym napisano, że»: the commission's words
    who = antecedent(text, cast, opener, Agreement(None, frozenset()))
    if who is None or who.span is None:
        return who
    writing = any(n.lemma in cast.words.documents for at in range(*who.span) for n in text.words[at].nouns)
    named = bool(cast.actors[who.actor]["mentions"]) and cast.kind(who.actor) == "organization"
    return who if writing or named else None


def _has_subject(text: Text, cast: Cast, end: int) -> bool:
    named = (named for at in range(text.sentence(end)[0], end) if (named := cast.at(at)) is not None)
    return any(cast.free_subject(n) and cast.kind(n.actor) != "place" for n in named)


def _inner(text: Text, named: Named, first: int) -> bool:
    """«w komunikacie opublikowanym na Telegramie»: a name after a preposition of its own."""
    return named.first > first and "prep" in text.words[named.first - 1].tags


def _apart(text: Text, named: Named, first: int) -> bool:
    """«w wersji umowy w sprawie Brexitu»: a name that a preposition parts from the head."""
    return any("prep" in text.words[at].tags for at in range(first, named.first))


def _bare_writing(text: Text, cast: Cast, first: int, last: int) -> bool:
    """«w komunikacie», «w wydanym oświadczeniu»: a writing of which the phrase does not say whose it is, or what of."""
    writings = cast.words.documents
    at = next((k for k in range(first, last) if any(n.lemma in writings for n in text.words[k].nouns)), None)
    if at is None:
        return False
    at += 1
    while at < last and any(noun.pos == "adj" for noun in text.words[at].nouns):
        at += 1  # «w artykule wstępnym gazety»
    owned = at < last and text.words[at].has_case("gen") and is_noun(text, at)
    return not owned and text.lowers[at : at + 1] != ("o",)


def _written(text: Text, cast: Cast, place: int) -> Who | None:
    """«Opublikowano raport NIK. Wynika z niego, że»: the writing that the sentence before names last."""
    start = text.sentence(place)[0]
    start = text.sentence(start - 1)[0] if start else 0
    for at in range(place - 1, start - 1, -1):
        if any(noun.lemma in cast.words.documents and noun.pos in SPEAKING for noun in text.words[at].nouns):
            return in_phrase(text, cast, noun_phrase(text, cast, at))
    return None


def _carried(text: Text, draft: Draft, prepositions: frozenset[str]) -> Iterator[Range]:
    """Phrases after prepositions beside the verb: before it the nearest first, after it from left to right."""
    before, after = draft.before, draft.after
    backward = [
        at for at in range(min(before[1], len(text.tokens)) - 1, before[0] - 1, -1) if text.lowers[at] in prepositions
    ]
    forward = [at for at in range(after[0], min(after[1], len(text.tokens))) if text.lowers[at] in prepositions]
    # «z danych urzędu w maju wynika»: the source is in the genitive
    backward.sort(key=lambda at: text.lowers[at] not in {"z", "ze"})
    for at in [*backward, *forward] if draft.subject_first else [*forward, *backward]:
        end = before[1] if at < before[1] and at in backward else after[1]
        last = at + 1
        while last < end and text.tokens[last].text not in ",.;:" and not text.words[last].finite:
            last += 1
        if last > at + 1 and text.lowers[at + 1] != "sprawie":  # «umowa w sprawie portu»: what about
            yield at + 1, last


def complement(text: Text, cast: Cast, cue: Cue, draft: Draft) -> Who | None:
    """Whose «zapewnienie» it is: a genitive after it, «od X», «ze strony X»."""
    end = min(draft.after[1], len(text.tokens))
    for at in range(cue.last + 1, end):
        named = cast.at(at)
        if named is not None and cast.kind(named.actor) in {"person", "organization", "group"}:
            return Who(named.actor, (named.first, named.last))
    at = cue.last + 1
    if text.lowers[at : at + 2] == ("ze", "strony"):
        at += 2
    genitive = at < end and text.words[at].has_case("gen") and not text.words[at].finite
    if genitive and any(is_noun(text, place) for place in range(at, min(at + 3, end))):
        return in_phrase(text, cast, (at, end))
    return None


def quoted(text: Text, cast: Cast, draft: Draft, cue: Cue) -> Who | None:
    """The person whom «cytuje» has as its object: «cytuje Jana Kosa dziennik», «gazeta cytuje ministra»."""
    for at in range(cue.last + 1, min(draft.after[1], cue.last + _OBJECT, len(text.tokens))):
        named = cast.at(at)
        if named is not None and cast.kind(named.actor) == "person" and (named.name or cast.named_before(named)):
            return Who(named.actor, (named.first, named.last))
        if any(
            n.pos in {"subst", "depr"} and "acc" in n.cases and "nom" not in n.cases and is_somebody(n)
            for n in text.words[at].nouns
        ):
            return in_phrase(text, cast, noun_phrase(text, cast, at))
        if text.tokens[at].text in ",.;:":
            return None
    return None


def antecedent(text: Text, cast: Cast, opener: int, agreement: Agreement) -> Who | None:
    """The noun that «która», «mówiący» stands to: «sąsiadka, która stwierdziła», «sondaż mówiący»."""
    start = text.sentence(opener)[0] if opener < len(text.tokens) else 0
    aside = False
    for at in range(opener - 1, max(start, opener - _ANTECEDENT) - 1, -1):
        aside = text.tokens[at].text == ")" or (aside and text.tokens[at].text != "(")
        if aside:
            continue  # «list od rzecznika dyscypliny (ang. chief whip), który ostrzegał, że»
        named = cast.at(at)
        if named is not None and cast.agrees(named.actor, agreement, strictly=True):
            return Who(named.actor, (named.first, named.last))
        if named is not None and named.name:
            continue  # «list rzecznika Partii Pracy, który ostrzegał, że»: not the party
        if text.words[at].finite:
            return None
        noun = next((n for n in text.words[at].nouns if n.pos in {"subst", "depr"} and agreement.fits(n)), None)
        if noun is not None:
            return _noun_meant(text, cast, at, start, agreement, one="sg" in noun.number)
    return None


def _noun_meant(text: Text, cast: Cast, at: int, start: int, agreement: Agreement, *, one: bool) -> Who | None:
    """Whom the noun before a relative word means: the name beside it, a function's bearer, or nobody named."""
    beside = _beside_name(text, cast, at, start, agreement)
    if beside is not None:
        return Who(beside.actor, (beside.first, beside.last))
    if cast.at(at) is not None:
        cast.doubtful.add(at)  # «adwokat» of a woman named before is another one here
    return Who(UNRESOLVED, noun_phrase(text, cast, at)) if one and cast.is_office(at) else unnamed(text, cast, at)


def _beside_name(text: Text, cast: Cast, noun: int, start: int, agreement: Agreement) -> Named | None:
    """The person whose function a noun in apposition is: «Jan Kos, dawniej poseł, a dziś wójt, który zapewniał»."""
    if not any(is_somebody(reading) for reading in text.words[noun].nouns):
        return None
    for at in range(noun - 1, start - 1, -1):
        named = cast.at(at)
        if text.words[at].finite and cast.hints.pos.get(at) != "ADJ":  # «były» is an adjective here
            return None
        if named is not None and named.name and cast.kind(named.actor) == "person":
            close = text.tokens[named.last].text == "," and cast.agrees(named.actor, agreement)
            return named if close else None
    return None
