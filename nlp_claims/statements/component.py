"""The ``claims_statements`` component: fills ``claims["statements"]`` and ``doc.spans["claims_statements"]``."""

import re
from collections import Counter
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp_claims.actors.registry import add_act
from nlp_claims.annotations import Claims, Source, Statement, StatementRule, claims_of, register
from nlp_claims.annotations import Cue as CueRecord
from nlp_claims.morphology import CASE_OF
from nlp_claims.statements.contents.extract import extract
from nlp_claims.statements.cues import Cue, Lexicon, lexicon
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.speakers.candidates import OPENS_TITLE
from nlp_claims.statements.speakers.cast import Cast, Hints, Who
from nlp_claims.statements.speakers.discourse import resolve
from nlp_claims.statements.speakers.relays import find_via
from nlp_claims.statements.text import Text, read
from nlp_claims.surface import surface_of

_OUR_OWN = frozenset({"nasz", "nasza", "nasze", "nasi", "mój", "moja", "moje", "moi"})
SPANS = "claims_statements"
_TURN: StatementRule = "statement.turn"
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,3}")


def create(nlp: Language, name: str, overlay: str) -> Callable[[Doc], Doc]:
    """Make the component; ``overlay`` is a folder of lexicons laid over ours, or empty."""
    del nlp, name
    register()
    words = lexicon(overlay)

    def component(doc: Doc) -> Doc:
        text = read(surface_of(doc).text)
        hints = _hints(doc, text)
        write(doc, text, extract(text, words, hints.cases), words, hints)
        return doc

    return component


def write(doc: Doc, text: Text, drafts: list[Draft], words: Lexicon, hints: Hints) -> None:
    """Name the speakers of the drafts and write everything on the document."""
    claims = claims_of(doc)
    cast = Cast(
        text,
        claims["actors"],
        lambda first, last, head, fresh: _enroll(doc, text, (first, last), head, fresh=fresh),
        hints=hints,
        words=words,
    )
    speakers = resolve(text, cast, drafts)
    spans: list[Span] = []
    # «PAP: Czy pszczoły giną? … PAP: Skąd to wiadomo?»: a head that comes back is a side of an interview
    turns = Counter(who.actor for draft, who in zip(drafts, speakers, strict=True) if who and draft.rule == _TURN)
    sides = {actor for actor, count in turns.items() if count > 1}
    for draft, who in zip(drafts, speakers, strict=True):
        if _is_no_speech(text, claims, draft, who, sides):
            continue
        speaker = _initials(text, claims, draft, who)
        parts = text.spans(draft.parts)
        claims["statements"].append(
            Statement(
                mode=draft.mode,
                parts=parts,
                speaker=_source(claims, text, speaker),
                cue=_cue(text, draft.cue),
                via=_source(claims, text, find_via(text, cast, draft, speaker)),
                negated=draft.cue is not None and draft.cue.negated,
                rule=draft.rule,
            )
        )
        if speaker is not None and draft.cue is not None and draft.cue.form not in {"prep", "noun", "ppas"}:
            add_act(claims, speaker.actor, draft.cue.entry.lemma)
        span = doc.char_span(parts[0][0], parts[-1][1], label="statement", span_id=draft.rule, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.spans[SPANS] = spans


def _learns(draft: Draft) -> bool:
    return draft.cue is not None and draft.cue.entry.lemma in {"dowiedzieć się", "dowiadywać się"}


def _initials(text: Text, claims: Claims, draft: Draft, who: Who | None) -> Who | None:
    """The person of the document whose initials stand before the colon: «L.W.: Liczymy od trzech sezonów»."""
    head = "".join(token.text for token in text.tokens[slice(*draft.frame)]) if draft.rule == _TURN else ""
    if who is None or not _INITIALS.fullmatch(head):
        return who
    for n, actor in enumerate(claims["actors"]):
        if actor["kind"] == "person" and "".join(f"{word[0]}." for word in actor["name"].split()) == head:
            return replace(who, actor=n)
    return who


def _is_no_speech(text: Text, claims: Claims, draft: Draft, who: Who | None, sides: AbstractSet[int]) -> bool:
    """«Pakistan: sąd uniewinnił Bibi» names a place before the colon, «Kraj: Polska» nobody at all."""
    if _learns(draft) and draft.rule != "statement.as":
        # «PAP dowiedziała się, że …» passes on what «Anna dowiedziała się, że …» only learns
        return who is None or claims["actors"][who.actor]["kind"] != "organization"
    if draft.nested or draft.rule == "statement.noun":
        return who is None or who.span is None or text.lowers[who.span[0]] in _OUR_OWN
    if draft.rule not in {"statement.headline", _TURN}:
        return False
    if who is None:
        return True
    kind = claims["actors"][who.actor]["kind"]
    if draft.rule == _TURN and kind != "person" and who.actor not in sides:
        return True
    # «Wielka Brytania: opuścimy unię celną»: a country speaks of itself as «we»
    return kind == "place" and not any(
        verb.person == 1 for a, b in draft.parts for at in range(a, b) for verb in text.words[at].verbs
    )


def _source(claims: Claims, text: Text, who: Who | None) -> Source | None:
    if who is None:
        return None
    start = end = None
    if who.span is not None:
        start, end = text.tokens[who.span[0]].start, text.tokens[who.span[1] - 1].end
    return Source(actor=who.actor, name=claims["actors"][who.actor]["name"], start=start, end=end)


def _cue(text: Text, cue: Cue | None) -> CueRecord | None:
    if cue is None:
        return None
    start, end = text.tokens[cue.first].start, text.tokens[cue.last].end
    return CueRecord(start=start, end=end, lemma=cue.entry.lemma, class_=cue.entry.class_)


def _enroll(doc: Doc, text: Text, phrase: tuple[int, int], head: int, *, fresh: bool) -> int | None:
    """Add an unnamed speaker through the actors' own interface.

    ``fresh``: whoever the actors' component saw at the head is contradicted by the words around it.
    """
    from nlp_claims.actors.nounphrases import gender_of, number_of, phrase_base
    from nlp_claims.actors.registry import add_reference, new_actor
    from nlp_claims.actors.unnamed import add_unnamed, kind_of

    start, end = text.tokens[phrase[0]].start, text.tokens[phrase[1] - 1].end
    span = doc.char_span(start, end, alignment_mode="expand")
    noun = doc.char_span(text.tokens[head].start, text.tokens[head].end, alignment_mode="expand")
    if span is None or noun is None:
        return None
    title = (
        phrase[0] > 0 and text.tokens[phrase[0] - 1].text in OPENS_TITLE and text.tokens[phrase[0]].text[0].isupper()
    )
    if not fresh and not title:
        return add_unnamed(doc, span.start, span.end, noun.start)
    head_token = doc[noun.start]
    name, kind = phrase_base(doc, span.start, span.end, head_token), kind_of(head_token)
    if title:
        name, kind = name[:1].upper() + name[1:], "organization"  # «w „Kurierze” napisano»
    elif text.words[phrase[0]].known and not text.words[phrase[0]].name:
        name = name[:1].lower() + name[1:]
    actors = claims_of(doc)["actors"]
    same = (n for n, actor in enumerate(actors) if actor["name"] == name and actor["kind"] == kind)
    index = next(same, None)
    if index is None:
        gender = gender_of(head_token)[:1] or None
        index = new_actor(doc, name, kind, gender=gender, plural=number_of(head_token) == "pl")
    add_reference(doc, index, span)
    return index


def _hints(doc: Doc, text: Text) -> Hints:
    """What the pipeline says of each of our tokens; nothing where it says nothing."""
    if not doc.has_annotation("POS"):
        return Hints()
    # in columns: asking each token costs more than all that is done with the answers
    columns: NDArray[Any] = doc.to_array(["IDX", "POS", "MORPH", "DEP", "HEAD"])
    # for each of spaCy's tokens, the first of ours that ends behind its start; backwards, so that the first of several
    # that share one of ours has the last word
    places = np.searchsorted([token.end for token in text.tokens], columns[:, 0].astype("int64"), side="right")
    size = int(np.searchsorted(places, len(text.tokens)))
    strings = doc.vocab.strings
    backwards = places[:size][::-1].tolist()
    pos = dict(zip(backwards, _answers(columns[:size, 1][::-1], strings.__getitem__), strict=True))
    cases = _answers(columns[:size, 2][::-1], lambda morph: _case(strings[morph]))
    subjects: dict[int, int] = {}
    if doc.has_annotation("DEP"):
        dependents = np.flatnonzero(columns[:size, 3] == strings["nsubj"])[::-1]
        heads = dependents + columns[dependents, 4].astype("int64")
        subjects = dict(zip(places[heads].tolist(), places[dependents].tolist(), strict=True))
        subjects.pop(len(text.tokens), None)
    return Hints(subjects, {place: case for place, case in zip(backwards, cases, strict=True) if case}, pos)


def _answers(keys: NDArray[Any], answer: Callable[[int], str]) -> list[str]:
    """The answer for each key, each asked once."""
    known = {key: answer(key) for key in set(keys.tolist())}
    return [known[key] for key in keys.tolist()]


@lru_cache(maxsize=4096)
def _case(morph: str) -> str:
    """The case among the features, as the dictionary calls it («Animacy=Hum|Case=Dat» → «dat»)."""
    found = morph.partition("Case=")[2].partition("|")[0].partition(",")[0]
    return CASE_OF.get(found, "")


Language.factory(
    "claims_statements",
    default_config={"overlay": ""},
    assigns=["doc._.claims", "doc.spans"],
    func=create,
)
