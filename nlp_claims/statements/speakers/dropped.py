"""Whom a dropped subject may mean, way by way: the subjects and the speakers of the sentences before."""

from collections.abc import Set as AbstractSet

from nlp_claims.statements.speakers.agreement import genders_of_head, numbers_of_head
from nlp_claims.statements.speakers.antecedents import carrier
from nlp_claims.statements.speakers.mentions import sentences_back
from nlp_claims.statements.speakers.narration import Dropped
from nlp_claims.statements.speakers.pronouns import demonstrative, last_agreeing, last_named
from nlp_claims.statements.speakers.voices import NARRATOR

#: «dodał», «podkreślił»: the one who spoke goes on.
GOES_ON = frozenset({"add", "stress"})
_VOICE = 3  # sentences in which an institution's statement goes on without naming it («dodano»)
_THIRD = 3
#: Sentences in which a new subject takes the floor from the last speaker.
BACK = 2


def named_last(d: Dropped) -> int | None:
    """Whom «ten», «ci ostatni» mean."""
    place = demonstrative(d.told.text, d.draft)
    return None if place is None else last_named(d.told.text, d.told.cast, place)


def they(d: Dropped) -> int | None:
    """The people named last, in whatever case."""
    return last_agreeing(d.told.text, d.told.cast, d.place, d.agreement)


def same_sentence(d: Dropped) -> int | None:
    """The subject of the sentence so far."""
    return _subject(d, max(d.told.text.sentence(d.place)[0], _since(d)), things=True)


def new_subject(d: Dropped) -> int | None:
    """Whom the narrator made the subject since the last statement."""
    who = recent(d)
    person = who is not None and d.told.cast.kind(who) == "person"
    return who if person or _takes_over(d) else None


def introduced(d: Dropped) -> int | None:
    """The person whom the sentence before names for the first time, where nobody else there may go on."""
    cast, text = d.told.cast, d.told.text
    end = text.sentence(d.place)[0]
    start = max(_since(d), sentences_back(text, d.opens, 1), text.paragraph(d.place)[0])
    for named in d.told.mentions.before(end):
        if named.first < start:
            return None
        person = cast.kind(named.actor) == "person" and named.name and d.told.voices.at(named.first) == NARRATOR
        new = all(
            mention["start"] >= text.tokens[named.first].start for mention in cast.actors[named.actor]["mentions"]
        )
        if person and new and _surely(d, named.actor):
            return None if _may_go_on(d, start, end) else named.actor
    return None


def _may_go_on(d: Dropped, start: int, end: int) -> bool:
    """Whether a verb of the sentence may have the one who spoke before as its subject: «Skrytykowała Kos. Dodała»."""
    verbs = (verb for at in range(start, end) if d.told.text.words[at].finite for verb in d.told.text.words[at].verbs)
    third = (verb for verb in verbs if verb.form in {"fin", "praet"} and verb.person == _THIRD)
    fits = (verb for verb in third if not verb.genders or verb.genders & d.agreement.genders)
    return any(verb.number == d.agreement.number for verb in fits)


def told_of(d: Dropped) -> int | None:
    """The person who is the subject of what was said last, by somebody with whom the verb does not agree."""
    last = d.told.memory.last
    if last is None or d.told.cast.agrees(last.actor, d.agreement, strictly=True):
        return None
    cast = d.told.cast
    for named in d.told.mentions.before(d.place):
        if named.first < last.start:
            return None
        told = d.told.voices.at(named.first) == last.statement and cast.kind(named.actor) == "person"
        if told and named.name and cast.free_subject(named) and cast.agrees(named.actor, d.agreement, strictly=True):
            return named.actor
    return None


def _takes_over(d: Dropped) -> bool:
    """Whether a body that has become the subject speaks, and not the last speaker: «Firma upadła. Oceniła, że»."""
    if d.draft.cue is None or d.draft.cue.entry.class_ in GOES_ON:
        return False
    last, floor = d.told.memory.last_place, _floor(d)
    return floor >= sentences_back(d.told.text, d.opens, 1) or last is None or last < floor


def last_speaker(d: Dropped) -> int | None:
    """The last one who spoke and agrees; a medium that only relays comes after those whom it relays."""
    cast, memory = d.told.cast, d.told.memory
    since = sentences_back(d.told.text, d.opens, _VOICE) if d.impersonal else 0
    fitting = [actor for actor in memory.speakers(since) if cast.agrees(actor, d.agreement) or _many(d, actor)]
    if d.impersonal:  # «dodano w komunikacie»: an institution's voice
        # «jak oszacowano» goes on about the authors of whom the text speaks, «oszacowano, że» about nobody
        kinds = {"organization", "group"} if d.draft.rule == "statement.as" else {"organization"}
        fitting = [actor for actor in fitting if cast.kind(actor) in kinds]
    fitting.sort(key=lambda actor: not cast.agrees(actor, d.agreement, strictly=True))
    own = [actor for actor in fitting if actor not in memory.relays]
    return next(iter(own or fitting), None)


def _many(d: Dropped, actor: int) -> bool:
    """«Część posłów jest przeciw. Twierdzą, że»: a noun in the singular for several people."""
    cast = d.told.cast
    several = cast.kind(actor) == "group" and numbers_of_head(cast.actors[actor]["name"]) == {"sg"}
    return several and d.agreement.number == "pl"


def writing(d: Dropped) -> int | None:
    """The writing that carries the words of an impersonal."""
    who = carrier(d.told.text, d.told.cast, d.draft, bare=True)
    return None if who is None else who.actor


def recent(d: Dropped) -> int | None:
    """Whom the narrator made the subject since the last statement: «… wypowiedział się Banks. „…” – ostrzegł.»."""
    return _subject(d, _floor(d))


def earlier(d: Dropped) -> int | None:
    """Anybody whom the narrator made a subject."""
    return _subject(d, 0)


def _subject(d: Dropped, start: int, *, things: bool = False) -> int | None:
    """The last subject since a token; of an impersonal («Jak podano») no person."""
    bodies = d.draft.cue is not None and d.draft.cue.form == "imps"
    return d.told.subjects.last(start, d.place, d.agreement, voices_of(d), things=things, bodies=bodies)


def mentioned(d: Dropped) -> int | None:
    """«Powodem jest raport Komisji Śledczej. Uznała ona, że»: somebody named in another case."""
    cast, start = d.told.cast, sentences_back(d.told.text, d.opens, 1)
    for named in d.told.mentions.before(d.place):
        if named.first < start:
            return None
        narrated = d.told.voices.at(named.first) == NARRATOR
        if narrated and cast.kind(named.actor) != "place" and _surely(d, named.actor):
            return named.actor
    return None


def _surely(d: Dropped, actor: int) -> bool:
    who = d.told.cast.actors[actor]
    gender = who["gender"] if who["kind"] == "person" else genders_of_head(who["name"])
    return bool(d.agreement.genders and gender) and d.told.cast.agrees(actor, d.agreement, strictly=True)


def together(d: Dropped) -> int | None:
    """The last of several named together."""
    return d.told.subjects.together(sentences_back(d.told.text, d.opens, 1), d.place)


def _since(d: Dropped) -> int:
    last = d.told.memory.last_place
    return 0 if last is None else last + 1


def _floor(d: Dropped) -> int:
    spoken = d.told.memory.last_place is not None
    return max(_since(d), sentences_back(d.told.text, d.opens, BACK if spoken else 2 * BACK))


def voices_of(d: Dropped) -> AbstractSet[int]:
    """Whose words the subject may stand in: «Jak podała PAP, sąd zakazał zbiórki. Ocenił, że»: the court."""
    narrated = d.told.memory.narrated
    # «Rząd zdecyduje o celach, o czym poinformował regiony»
    return narrated | {d.n} if d.draft.rule == "statement.comma_closed" else narrated
