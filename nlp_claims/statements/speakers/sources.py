"""The source that a noun phrase names: «według dyrektora biura Adriana Kosa», «z danych Eurostatu», «Ekspertka: …»."""

from dataclasses import dataclass
from functools import cached_property

from nlp_claims.statements.draft import Range
from nlp_claims.statements.grammar import SPEAKING
from nlp_claims.statements.speakers.adjectives import modifies
from nlp_claims.statements.speakers.agreement import Agreement
from nlp_claims.statements.speakers.bodies import bare_body
from nlp_claims.statements.speakers.cast import UNRESOLVED, Cast, Who
from nlp_claims.statements.speakers.layout import Named
from nlp_claims.statements.speakers.people import is_person, is_somebody, speaks
from nlp_claims.statements.speakers.phrases import head_of, noun_phrase, unnamed
from nlp_claims.statements.speakers.strategies import Example, Strategy, ask
from nlp_claims.statements.text import Text


@dataclass(frozen=True)
class Phrase:
    """A noun phrase that names a source.

    ``people``: an unnamed source must be a person («Europoseł: …»), not a thing («Kraj: …»).
    """

    text: Text
    cast: Cast
    span: Range
    people: bool

    @cached_property
    def head(self) -> int | None:
        """The noun that heads it."""
        return head_of(self.text, self.cast, *self.span)

    @cached_property
    def named(self) -> list[Named]:
        """The names and references in it."""
        found: list[Named] = []
        place, last = self.span
        while place < last:
            named = self.cast.at(place)
            if named is not None:
                found.append(named)
            place = place + 1 if named is None else max(named.last, place + 1)
        return found

    @property
    def is_person(self) -> bool:
        """Whether it is a noun for people: «sąsiadów», «ekspertki»."""
        return self.head is not None and any(is_somebody(noun) for noun in self.text.words[self.head].nouns)

    @property
    def is_writing(self) -> bool:
        """Whether it is a document or a finding: «raport resortu», «szacunki GUS»."""
        if self.head is None:
            return False
        return any(noun.lemma in self.cast.words.documents for noun in self.text.words[self.head].nouns)


def in_phrase(text: Text, cast: Cast, span: Range, *, people: bool = False) -> Who | None:
    """The source that a noun phrase names."""
    _, who = ask(STRATEGIES, Phrase(text, cast, span, people))
    return who


def _of(named: Named | None) -> Who | None:
    return None if named is None else Who(named.actor, (named.first, named.last))


def _person(p: Phrase) -> Who | None:
    person = next((n for n in p.named if p.cast.kind(n.actor) == "person" and n.name), None)
    if person is not None and (p.head is None or person.first <= p.head or _bears(p.text, p.head, person)):
        return _of(person)
    return None


def agent(text: Text, cast: Cast, span: Range) -> Who | None:
    """Whose a thing is by a participle: «tezy stawianej przez prokuraturę», «liście podpisanym przez radnych»."""
    first, last = span
    place = next((at for at in range(first + 1, last - 1) if text.lowers[at] == "przez"), None)
    if place is None or not any(noun.pos in {"ppas", "pact"} for noun in text.words[place - 1].nouns):
        return None
    beside = (named for at in range(place + 1, min(place + 3, last)) if (named := cast.at(at)) is not None)
    named = next((named for named in beside if named.name), None)  # «przez Eurostat», «przez instytut Eurostat»
    return _of(named) or in_phrase(text, cast, (place + 1, last))


def _agent(p: Phrase) -> Who | None:
    return agent(p.text, p.cast, p.span)


def _maker(p: Phrase) -> Who | None:
    if p.head is None:
        return None
    bodies = (n for n in p.named if p.cast.kind(n.actor) == "organization")
    made = next((n for n in bodies if not _about(p.text, p.head or 0, n)), None)
    if made is not None:
        return _of(made)
    makers = _makers(p.text, p.cast, p.head, p.span[1])
    return None if makers is None else _whoever(p.text, p.cast, makers)


def _whoever(text: Text, cast: Cast, head: int) -> Who | None:
    span = noun_phrase(text, cast, head)
    return Who(UNRESOLVED, span) if bare_body(text, span, head) else unnamed(text, cast, head)


def _actor(p: Phrase) -> Who | None:
    named = None if p.head is None else p.cast.at(p.head)
    if named is None or p.head is None:
        return None
    bare = not p.cast.actors[named.actor]["mentions"] and bare_body(p.text, p.span, p.head)
    return None if bare else _of(named)


def _body(p: Phrase) -> Who | None:
    if p.head is None or not p.named or p.named[0].first != p.head + 1 or is_person(p.text, p.head):
        return None
    return _of(p.named[0]) if p.cast.kind(p.named[0].actor) == "organization" else None


def _function(p: Phrase) -> Who | None:
    if p.head is None or not p.cast.is_office(p.head):
        return None
    one = any("sg" in noun.number for noun in p.text.words[p.head].nouns if noun.pos in SPEAKING)
    return Who(UNRESOLVED, p.span) if one else None  # not «zdaniem ekspertów»


def _bare_body(p: Phrase) -> Who | None:
    return Who(UNRESOLVED, p.span) if p.head is not None and bare_body(p.text, p.span, p.head) else None


def _is_thing(p: Phrase) -> bool:
    if not p.people or p.head is None:
        return False
    nouns = p.text.words[p.head].nouns
    subject = p.cast.subject_noun(p.head, Agreement(None, frozenset())) is not None
    somebody = any(speaks(noun, p.cast.words) and noun.lemma not in p.cast.words.mute for noun in nouns)
    common = any(noun.lemma[:1].islower() and "nom" in noun.cases for noun in nouns)  # «Świadek» is a surname too
    return not (subject and somebody and common)


def _nobody(p: Phrase) -> None:
    del p


def _unnamed(p: Phrase) -> Who | None:
    if p.head is None:
        return None
    first, last = p.span
    while last > first and p.text.tokens[last - 1].text in ",.":
        last -= 1
    actor = p.cast.add(first, last, p.head)
    return None if actor is None else Who(actor, (first, last))


def _about(text: Text, writing: int, named: Named) -> bool:
    """«umowa w sprawie Brexitu», «raport o Orlenie»: what a writing is about, not whose it is."""
    for at in range(named.first - 1, writing, -1):
        if "prep" in text.words[at].tags:
            return text.lowers[at] in {"o", "ws"} or text.lowers[at : at + 2] == ("w", "sprawie")
    return False


def _makers(text: Text, cast: Cast, writing: int, last: int) -> int | None:
    """Whose an estimate or a paper is: «oceny obserwatorów», «komunikat resortu zdrowia»; not «raport o lekarzach»."""
    for at in range(writing + 1, min(last, len(text.tokens))):
        if modifies(text, at, writing):
            continue  # «doniesień prasowych»
        nouns = [n for n in text.words[at].nouns if n.pos in SPEAKING and "gen" in n.cases]
        if nouns and any(speaks(n, cast.words) and n.lemma not in cast.words.documents for n in nouns):
            return at
        if nouns or not any(noun.pos in {"adj", "ppas"} and "gen" in noun.cases for noun in text.words[at].nouns):
            return None
    return None


def _bears(text: Text, head: int, person: Named) -> bool:
    """Whether the name is the head noun's, not another function's on the way («rzecznika premier Theresy May»)."""
    if not is_person(text, head) and not text.tokens[head].text[0].isupper():
        return False
    heads = [noun for noun in text.words[head].nouns if noun.pos == "subst"]
    for at in range(head + 1, person.first):
        for noun in text.words[at].nouns:
            if (
                noun.pos == "subst"
                and "m1" in noun.genders
                and text.tokens[at].text.islower()
                and at == person.first - 1
                and heads
            ):
                return False
    return True


def _any(p: Phrase) -> bool:
    del p
    return True


STRATEGIES: tuple[Strategy[Phrase, Who], ...] = (
    Strategy(
        "person",
        "The name that the phrase is, or that a function in it introduces.",
        concerns=_any,
        answer=_person,
        examples=(
            Example("Zdaniem dyrektora portu Jana Kosa most stoi.", "Jan Kos"),
            Example("Zdaniem rzecznika premier Anny Lis most stoi."),
        ),
    ),
    Strategy(
        "agent",
        "«Według tezy stawianej przez prokuraturę»: who does what a participle says.",
        concerns=lambda p: p.head is not None and not p.is_person,
        answer=_agent,
        examples=(
            Example("Według prognozy ogłoszonej przez Eurostat, ceny rosną.", "Eurostat"),
            Example("Według sąsiadów obudzonych przez hałas most runął."),
        ),
    ),
    Strategy(
        "maker",
        "«Według szacunku GUS», «według raportu inżynierów»: whoever made a writing.",
        concerns=lambda p: p.is_writing,
        answer=_maker,
        examples=(
            Example("Według szacunków Eurostatu ceny rosną.", "Eurostat"),
            Example("Według oceny inżynierów most stoi.", "inżynierowie"),
            Example("Według raportu o Eurostacie ceny rosną."),
        ),
    ),
    Strategy(
        "actor",
        "Whoever the head of the phrase is: a name, or a noun that refers to one.",
        concerns=lambda p: p.head is not None,
        answer=_actor,
        examples=(Example("Według Eurostatu ceny rosną.", "Eurostat"), Example("Według mieszkańców most stoi.")),
    ),
    Strategy(
        "body",
        "«Według portalu Onet»: a word for what the name is.",
        concerns=lambda p: p.head is not None,
        answer=_body,
        examples=(
            Example("Według portalu Lipex most stoi.", "Lipex"),
            Example("Według pracowników Lipexu most stoi."),
        ),
    ),
    Strategy(
        "function",
        "«W ocenie posła Prawicy»: a function without a name, borne by somebody known.",
        concerns=lambda p: p.head is not None,
        answer=_function,
        examples=(
            Example("Poseł Jan Kos mówił, że pada. W ocenie posła Prawicy to koniec lata.", "Jan Kos"),
            Example("Poseł Jan Kos mówił, że pada. W ocenie posłów Prawicy to koniec lata."),
        ),
    ),
    Strategy(
        "bare body",
        "«Według organizacji»: a noun for a body that the text names elsewhere.",
        concerns=lambda p: p.head is not None and not p.people,
        answer=_bare_body,
        examples=(
            Example("Lipex podał, że most stoi. Według spółki runie dopiero za wiek.", "Lipex"),
            Example("Lipex podał, że most stoi. Według sąsiadów runie dopiero za wiek."),
        ),
    ),
    Strategy(
        "thing",
        "«Powód: awaria»: before a colon a thing names nobody.",
        concerns=_is_thing,
        answer=_nobody,
        examples=(
            Example("Pociąg: nie pojadę dalej\n\nSejm obradował do nocy.", ""),
            Example("Premier: nie podniesiemy podatków\n\nSejm obradował do nocy."),
        ),
        last=True,
    ),
    Strategy(
        "unnamed",
        "A noun phrase for somebody whom nothing names.",
        concerns=lambda p: p.head is not None,
        answer=_unnamed,
        examples=(
            Example("Według okolicznych mieszkańców most stoi.", "okoliczni mieszkańcy"),
            Example("Według Eurostatu ceny rosną."),
        ),
    ),
)
