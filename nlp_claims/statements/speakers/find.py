"""Who says it, by what the sentence itself names: a source, a relative word's antecedent, the subject of the verb."""

import re
from dataclasses import dataclass, replace

from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.speakers.agreement import Agreement, agreement_of
from nlp_claims.statements.speakers.antecedents import antecedent, carrier, complement, document, quoted
from nlp_claims.statements.speakers.cast import Cast, Who
from nlp_claims.statements.speakers.counted import counted, counted_after
from nlp_claims.statements.speakers.nominatives import Voiced, subject
from nlp_claims.statements.speakers.relatives import clause_over, relative_subject
from nlp_claims.statements.speakers.sources import in_phrase
from nlp_claims.statements.speakers.strategies import Example, Strategy, ask
from nlp_claims.statements.text import Text

_DOCUMENTS_SAY = frozenset({"wynikać", "czytać"})
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,3}")
_QUOTING = frozenset({"cytować", "zacytować"})
_VERBATIM = ("statement.quote", "statement.colon")
_ANY = Agreement(None, frozenset())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A statement in its document; ``voiced`` says whether a token is in the voice that makes the statement."""

    text: Text
    cast: Cast
    draft: Draft
    voiced: Voiced

    @property
    def form(self) -> str:
        """The form of the reporting word; empty where there is none."""
        return "" if self.draft.cue is None else self.draft.cue.form

    @property
    def lemma(self) -> str:
        """The reporting word; empty where there is none."""
        return "" if self.draft.cue is None else self.draft.cue.entry.lemma


def find_speaker(sentence: Sentence) -> Who | None:
    """The speaker that the sentence names, or ``None`` where it is dropped or a pronoun."""
    _, who = ask(STRATEGIES, sentence)
    return who


def _initials(s: Sentence) -> str:
    """The initials before a colon, or nothing."""
    head = "".join(token.text for token in s.text.tokens[slice(*s.draft.frame)])
    return head if _INITIALS.fullmatch(head) else ""


def _called_by_initials(s: Sentence) -> Who | None:
    for n, actor in enumerate(s.cast.actors):
        if actor["kind"] == "person" and "".join(f"{word[0]}." for word in actor["name"].split()) == _initials(s):
            return Who(n, s.draft.named)
    return None


def _named(s: Sentence) -> Who | None:
    return None if s.draft.named is None else in_phrase(s.text, s.cast, s.draft.named, people=s.draft.cue is None)


def _source(s: Sentence) -> Who | None:
    return antecedent(s.text, s.cast, s.draft.frame[0], _ANY) if s.draft.before[1] else None


def _carrier(s: Sentence) -> Who | None:
    return carrier(s.text, s.cast, s.draft) if s.form == "imps" else None


def _document(s: Sentence) -> Who | None:
    return document(s.text, s.cast, s.draft)


def _quoted(s: Sentence) -> Who | None:
    return None if s.draft.cue is None else quoted(s.text, s.cast, s.draft, s.draft.cue)


def _complement(s: Sentence) -> Who | None:
    return None if s.draft.cue is None else complement(s.text, s.cast, s.draft.cue, s.draft)


def _participle(s: Sentence) -> Who | None:
    return None if s.draft.cue is None else antecedent(s.text, s.cast, s.draft.cue.first, _ANY)


def _opener(s: Sentence) -> int | None:
    return None if s.draft.cue is None else relative_subject(s.text, s.cast, s.draft, s.draft.cue, _agreement(s))


def _relative(s: Sentence) -> Who | None:
    opener = _opener(s)
    return None if opener is None else antecedent(s.text, s.cast, opener, _agreement(s))


def _main_clause(s: Sentence) -> Range | None:
    return None if s.draft.cue is None else clause_over(s.text, s.draft, s.draft.cue)


def _main_subject(s: Sentence) -> Who | None:
    return _subject(replace(s, draft=replace(s.draft, before=_main_clause(s) or s.draft.before)))


def _quantity(s: Sentence) -> Who | None:
    if s.draft.cue is None:
        return None
    if s.draft.subject_first:
        return counted(s.text, s.cast, s.draft.cue, s.draft.before)
    return counted_after(s.text, s.cast, s.draft.cue, s.draft.after)


def _subject(s: Sentence) -> Who | None:
    return None if s.draft.cue is None else subject(s.text, s.cast, s.draft, s.draft.cue, _agreement(s), s.voiced)


def _agreement(s: Sentence) -> Agreement:
    return agreement_of(s.text, s.draft)


def _anything(s: Sentence) -> bool:
    return bool(s.form)


def _nobody(s: Sentence) -> None:
    del s


STRATEGIES: tuple[Strategy[Sentence, Who], ...] = (
    Strategy(
        "initials",
        "«L.W.: Liczymy od trzech sezonów»: the person of the document whose initials open a turn.",
        concerns=lambda s: s.draft.rule == "statement.turn" and bool(_initials(s)),
        answer=_called_by_initials,
        examples=(
            Example("Rozmowa z Janem Kosem\n\nJ.K.: Zima była łagodna. Straty są małe.", "Jan Kos"),
            Example("Rozmowa z Janem Kosem\n\nJan Kos: Zima była łagodna. Straty są małe."),
        ),
    ),
    Strategy(
        "named",
        "A phrase that is known to name the source: after «według», before a colon.",
        concerns=lambda s: s.draft.named is not None,
        answer=_named,
        examples=(
            Example("Według wójta Jana Kosa most stoi.", "Jan Kos"),
            Example("Europosłanka: nie podniesiemy podatków\n\nSejm obradował do nocy.", "europosłanka"),
            Example("Jan Kos uważa, że most stoi."),
        ),
        last=True,
    ),
    Strategy(
        "no verb",
        "Without a verb nobody is named in the sentence; a question put to somebody is nobody's.",
        concerns=lambda s: s.form in {"", "ppas"},
        answer=_nobody,
        examples=(Example("Jan Kos pytany, czy most runie, milczał.", ""), Example("Jan Kos spytał, czy most runie.")),
        last=True,
    ),
    Strategy(
        "source of a relative",
        "«Wyliczenia ekspertów, według których most runie»: the relative word's antecedent.",
        concerns=lambda s: s.form == "prep",
        answer=_source,
        examples=(
            Example("Opublikowano opinię inżynierów, według których most runie.", "inżynierowie"),
            Example("Według inżynierów most runie."),
        ),
        last=True,
    ),
    Strategy(
        "impersonal",
        "«W komunikacie resortu podano»: an impersonal has no subject, only what carries the words.",
        concerns=lambda s: s.draft.cue is not None and s.draft.cue.impersonal,
        answer=_carrier,
        examples=(
            Example("W komunikacie resortu zdrowia podano, że szpital stoi.", "resort zdrowia"),
            Example("Resort zdrowia podał, że szpital stoi."),
        ),
        last=True,
    ),
    Strategy(
        "document",
        "«Z raportu rządu wynika», «czytamy w liście»: whoever made the document.",
        concerns=lambda s: s.lemma in _DOCUMENTS_SAY,
        answer=_document,
        examples=(
            Example("Z raportu Eurostatu wynika, że ceny rosną.", "Eurostat"),
            Example("Raport Eurostatu stwierdza, że ceny rosną."),
        ),
        last=True,
    ),
    Strategy(
        "quoted",
        "«„…” – cytuje ministra dziennik»: whom somebody quotes is the object of the verb.",
        concerns=lambda s: s.lemma in _QUOTING,
        answer=_quoted,
        examples=(
            Example("„Most runie” – cytuje niemieckiego dyplomatę dziennik.", "niemiecki dyplomata"),
            Example("„Most runie” – cytuje PAP."),
        ),
    ),
    Strategy(
        "complement",
        "«Zapewnienie premier Anny Lis, że»: a noun that reports has its author beside it.",
        concerns=lambda s: s.form == "noun",
        answer=_complement,
        examples=(
            Example("Zapewnienie Anny Lis, że most stoi, uspokoiło radę.", "Anna Lis"),
            Example("Anna Lis zapewniła, że most stoi."),
        ),
    ),
    Strategy(
        "no complement",
        "A noun that reports has no subject: only before words in marks may somebody stand beside it.",
        concerns=lambda s: s.form == "noun" and not s.draft.rule.startswith(_VERBATIM),
        answer=_nobody,
        examples=(
            Example("Anna Lis obaliła twierdzenie, że most runie.", ""),
            Example("Anna Lis twierdzi, że most runie."),
        ),
        last=True,
    ),
    Strategy(
        "participle",
        "«Sondaż mówiący, że»: the noun that the participle stands to.",
        concerns=lambda s: s.form == "pact",
        answer=_participle,
        examples=(
            Example("Wrócił sąsiad twierdzący, że most runie.", "sąsiad"),
            Example("Wrócił sąsiad i twierdzi, że most runie."),
        ),
        last=True,
    ),
    Strategy(
        "relative",
        "«Sąsiadka, która stwierdziła, że»: the antecedent of the relative word that is the subject.",
        concerns=lambda s: _opener(s) is not None,
        answer=_relative,
        examples=(
            Example("Zapytano Annę Lis, która stwierdziła, że most runie.", "Anna Lis"),
            Example("Wydano pismo, w którym Anna Lis stwierdziła, że most runie."),
        ),
        last=True,
    ),
    Strategy(
        "main clause",
        "«Poseł, który wrócił z Rzymu, mówił, że»: the subject stands before a clause of its own.",
        concerns=lambda s: _main_clause(s) is not None,
        answer=_main_subject,
        examples=(
            Example("Minister Jan Kos, jak podaje PAP, zapowiedział, że most stoi.", "Jan Kos"),
            Example("Jan Kos, którego rywalką jest Anna Lis powiedział, że most runie.", "Jan Kos"),
            Example("Zapytano Jana Kosa, który wstał i powiedział, że most runie."),
        ),
    ),
    Strategy(
        "quantity",
        "«53 proc. badanych uważa»: the noun in the genitive that a quantity counts.",
        concerns=_anything,
        answer=_quantity,
        examples=(
            Example("W sondażu 33 proc. badanych uważa, że most runie.", "badani"),
            Example("W sondażu badani uważają, że most runie."),
        ),
    ),
    Strategy(
        "subject",
        "The noun in the nominative that agrees with the verb, on either side of it.",
        concerns=_anything,
        answer=_subject,
        examples=(
            Example("– Most stoi – powiedział PAP wójt Jan Kos.", "Jan Kos"),
            Example("Jan Kos wstał. Dodał, że most stoi."),
        ),
    ),
)
