"""The ``claims_statements`` component: fills ``claims["statements"]`` and ``doc.spans["claims_statements"]``."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp_claims.actors.groups import find_officials
from nlp_claims.actors.registry import add_act
from nlp_claims.annotations import Claims, Source, Statement, claims_of, register
from nlp_claims.annotations import Cue as CueRecord
from nlp_claims.statements.conjunctions import COORDINATORS
from nlp_claims.statements.contents.edges import trim
from nlp_claims.statements.contents.extract import extract
from nlp_claims.statements.cues import Cue, Lexicon, lexicon
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.speakers.cast import Cast, Who
from nlp_claims.statements.speakers.discourse import resolve
from nlp_claims.statements.speakers.enrolment import Enrolment
from nlp_claims.statements.speakers.hints import Hints, read_hints
from nlp_claims.statements.speakers.refusals import Refusals
from nlp_claims.statements.speakers.relays import find_via
from nlp_claims.statements.text import Text, read
from nlp_claims.surface import surface_of

SPANS = "claims_statements"
_NO_ACTS = frozenset({"prep", "noun", "ppas"})  # forms of a cue of which the speaker is no subject


def create(nlp: Language, name: str, overlay: str) -> Callable[[Doc], Doc]:
    """Make the component; ``overlay`` is a folder of lexicons laid over ours, or empty."""
    del nlp, name
    register()
    words = lexicon(overlay)

    def component(doc: Doc) -> Doc:
        text = read(surface_of(doc).text)
        hints = read_hints(doc, text)
        write(doc, text, extract(text, words, hints.cases), words, hints)
        return doc

    return component


def write(doc: Doc, text: Text, drafts: list[Draft], words: Lexicon, hints: Hints) -> None:
    """Name the speakers of the drafts and write everything on the document."""
    claims = claims_of(doc)
    cast = Cast(text, claims["actors"], Enrolment(doc, text), hints=hints, words=words)
    speakers = resolve(text, cast, drafts)
    named = [who.span for who in speakers if who is not None and who.span is not None]
    find_officials(doc, {text.tokens[first].start for first, _ in named})
    refusals = Refusals(text, cast, drafts, speakers)
    spans: list[Span] = []
    for draft, who in zip(drafts, speakers, strict=True):
        if refusals.refuses(draft, who):
            continue
        statement = _statement(text, cast, claims, draft, who)
        claims["statements"].append(statement)
        if who is not None and draft.cue is not None and draft.cue.form not in _NO_ACTS:
            add_act(claims, who.actor, draft.cue.entry.lemma)
        (start, _), (_, end) = statement["parts"][0], statement["parts"][-1]
        span = doc.char_span(start, end, label="statement", span_id=draft.rule, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.spans[SPANS] = spans


def _statement(text: Text, cast: Cast, claims: Claims, draft: Draft, who: Who | None) -> Statement:
    return Statement(
        mode=draft.mode,
        parts=text.spans(_behind_source(text, draft, who)),
        speaker=_source(claims, text, who),
        cue=_cue(text, draft.cue),
        via=_source(claims, text, find_via(text, cast, draft, who)),
        negated=draft.cue is not None and draft.cue.negated,
        rule=draft.rule,
    )


def _behind_source(text: Text, draft: Draft, who: Who | None) -> list[Range]:
    """What is said without the rest of its source's name: «Według Instytutu Badań | nad Rynkiem, ceny spadną»."""
    if draft.rule != "statement.according" or who is None or who.span is None:
        return draft.parts
    first, last = who.span
    if text.lowers[last : last + 1] and text.lowers[last] in COORDINATORS:
        return draft.parts  # «Według Kosa Polska i Czechy zyskają»: the name took in the subject
    return [trim(text, last, end) if first <= start < last < end else (start, end) for start, end in draft.parts]


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


Language.factory(
    "claims_statements",
    default_config={"overlay": ""},
    assigns=["doc._.claims", "doc.spans"],
    func=create,
)
