"""Dropped subjects of the narration: «dodał», «jej zdaniem» go to the last speaker who agrees, not the nearest name."""

from nlp_claims.statements.speakers.dropped import (
    earlier,
    introduced,
    last_speaker,
    mentioned,
    named_last,
    new_subject,
    recent,
    same_sentence,
    they,
    together,
    told_of,
    writing,
)
from nlp_claims.statements.speakers.narration import Dropped
from nlp_claims.statements.speakers.pronouns import demonstrative
from nlp_claims.statements.speakers.strategies import Example, Strategy, ask


def recall(dropped: Dropped) -> int | None:
    """The actor whom a dropped subject means."""
    _, actor = ask(STRATEGIES, dropped)
    return actor


def _any(d: Dropped) -> bool:
    del d
    return True


def _nobody(d: Dropped) -> None:
    del d


STRATEGIES: tuple[Strategy[Dropped, int], ...] = (
    Strategy(
        "everybody",
        "«Straszono, że»: an impersonal of what went on was said by many; only «podkreślono» may be one writing's.",
        concerns=lambda d: d.draft.cue is not None and d.draft.cue.form == "imps" and not d.draft.cue.perfective,
        answer=_nobody,
        examples=(
            Example("Urząd podał, że most stoi. Straszono, że runie.", ""),
            Example("Urząd podał, że most stoi. Zaznaczono, że jest nowy."),
        ),
        last=True,
    ),
    Strategy(
        "demonstrative",
        "«Ten odparł», «uznał on», «ci ostatni twierdzą»: who was named last, no matter in which case.",
        concerns=lambda d: demonstrative(d.told.text, d.draft) is not None,
        answer=named_last,
        examples=(
            Example("Minister Jan Kos rozmawiał z Adamem Lisem. Ten zapewnił, że most stoi.", "Adam Lis"),
            Example("Związkowcy żądają podwyżki od pracodawców. Ci twierdzą, że nie mają pieniędzy.", "pracodawcy"),
            Example("Minister Jan Kos rozmawiał z Adamem Lisem. Ten minister zapewnił, że most stoi."),
        ),
    ),
    Strategy(
        "same sentence",
        "The subject of the sentence so far, a writing too.",
        concerns=_any,
        answer=same_sentence,
        examples=(
            Example("Jan Kos mówił, że pada. Anna Lis wstała; oznajmiła, że wieje.", "Anna Lis"),
            Example("Jan Kos mówił, że pada. Wstał; oznajmił, że wieje."),
        ),
    ),
    Strategy(
        "new subject",
        "A person whom the narrator made the subject since the last statement, or a body that takes the floor.",
        concerns=_any,
        answer=new_subject,
        examples=(
            Example("Jan Kos mówił, że pada. Głos zabrał Adam Lis. – Nie – rzucił.", "Adam Lis"),
            Example("Jan Kos mówił, że pada. Firma upadła. Dodał, że wieje."),
        ),
    ),
    Strategy(
        "introduced",
        "«Zapytaliśmy o to Annę Lis. Odpowiedziała»: named first in a sentence that has no subject of her gender.",
        concerns=lambda d: bool(d.agreement.genders),
        answer=introduced,
        examples=(
            Example("Anna Lis mówiła, że pada. Zapytaliśmy Marię Kos. Odpowiedziała, że wieje.", "Maria Kos"),
            Example("Anna Lis mówiła, że pada. Skrytykowała Marię Kos. Dodała, że wieje."),
        ),
    ),
    Strategy(
        "told of",
        "«Media podają, że Jan Kos zwlekał. Dodał»: where the last speaker cannot go on, whom he spoke about does.",
        concerns=lambda d: d.agreement.number is not None and not d.impersonal,
        answer=told_of,
        examples=(
            Example("Anna Lis wyszła. Media podały, że Jan Kos zwlekał. Potem dodał, że wróci.", "Jan Kos"),
            Example("Adam Lis wyszedł. Maria Kos mówiła, że Jan Kos zwlekał. Potem dodała, że wróci."),
        ),
    ),
    Strategy(
        "last speaker",
        "The last one who spoke and agrees with the verb.",
        concerns=_any,
        answer=last_speaker,
        examples=(
            Example("Anna Lis mówiła, że zna Jana Kosa. Dodała, że go ceni.", "Anna Lis"),
            Example("Anna Lis wyszła. Dodała, że pada."),
        ),
    ),
    Strategy(
        "writing",
        "«W tekście podkreślono»: an impersonal has the voice of the writing that carries it, or nobody's.",
        concerns=lambda d: d.draft.cue is not None and d.draft.cue.form == "imps",
        answer=writing,
        examples=(
            Example("Wydano umowę. W tekście podkreślono, że most stoi.", "tekst"),
            Example("Urząd podał, że most stoi. W tekście podkreślono, że jest nowy."),
        ),
        last=True,
    ),
    Strategy(
        "recent subject",
        "A body that the narrator made the subject shortly before.",
        concerns=_any,
        answer=recent,
        examples=(
            Example("Ministerstwo zamknęło most. Dodało, że jest stary.", "ministerstwo"),
            Example("Jan Kos mówił, że most stoi. Firma upadła. Dodał, że wieje."),
        ),
    ),
    Strategy(
        "earlier subject",
        "Anybody whom the narrator made a subject before.",
        concerns=_any,
        answer=earlier,
        examples=(
            Example(
                "Wieś odwiedziła Anna Lis. Padał deszcz. Wiał wiatr. Było zimno. Było ciemno. Mówiła, że wróci.",
                "Anna Lis",
            ),
            Example("Anna Lis wstała. Mówiła, że wróci."),
        ),
    ),
    Strategy(
        "mentioned",
        "Somebody named in another case, where the verb can mean nobody else.",
        concerns=lambda d: d.agreement.number is not None,
        answer=mentioned,
        examples=(
            Example("Powodem jest raport Anny Lis. Uznała, że most runie.", "Anna Lis"),
            Example("Powodem jest raport Anny Lis. Uznał, że most runie."),
        ),
    ),
    Strategy(
        "they",
        "«Widziano strażaków. Mówili, że»: the people named last, in whatever case.",
        concerns=lambda d: d.agreement.number == "pl" and d.draft.cue is not None and d.draft.cue.finite,
        answer=they,
        examples=(
            Example("Na moście widziano strażaków. Twierdzili, że runie.", "strażacy"),
            Example("W Gnieźnie przemawiali Jan Kos oraz Adam Rys. Ich zdaniem most runie."),
        ),
    ),
    Strategy(
        "together",
        "«W Strasburgu przemawiali Tusk oraz Juncker. Ich zdaniem»: the last of those named together.",
        concerns=lambda d: d.agreement.number == "pl",
        answer=together,
        examples=(
            Example("W Gnieźnie przemawiali Jan Kos oraz Adam Rys. Ich zdaniem most runie.", "Adam Rys"),
            Example("W Gnieźnie przemawiał Jan Kos. Ich zdaniem most runie."),
        ),
    ),
)
