"""Quoted phrases as complements of reporting verbs: «mówią o „okresie próbnym”», «nazwał go „hipokrytą”»."""

from collections.abc import Iterator

from nlp_claims.statements.conjunctions import THAT, opens_clause
from nlp_claims.statements.contents.edges import trim
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Draft, Range
from nlp_claims.statements.quotations import Quotations, has_verb
from nlp_claims.statements.text import Text

_PHRASE_REACH = 14
_AS = frozenset({"jako", "mianem"})


def find(text: Text, quotations: Quotations, cues: dict[int, Cue], taken: set[int]) -> Iterator[Draft]:
    """A quoted phrase as the complement of a verb: «mówią o „okresie próbnym”», «nazwał go „hipokrytą”»."""
    open_drafts: dict[int, Draft] = {}
    for n in quotations.tops:
        first, last = quotations.inner[n]
        if first >= last:
            continue
        opening, closing = quotations.outer[n]
        if (label := _labelling(text, opening, closing, cues)) is not None and first not in taken:
            after = (label.last + 1, text.sentence(label.verb)[1])
            open_drafts[label.verb] = Draft(
                "direct", [trim(text, first, last)], "statement.phrase", label, after=after, frame=(closing, after[0])
            )
            continue
        cue = _governor(text, opening, cues)
        if first in taken and (
            cue is None or opening - cue.last > 1 or last - first < 3 or not has_verb(text, first, last)  # noqa: PLR2004
        ):
            continue  # a phrase inside another's words, unless it is «Czy nie Davis powiedział „…”?»
        if cue is None or cue.impersonal:
            continue
        takes = cue.entry.takes
        labelled = text.lowers[opening - 1] == "jako" and bool(takes & {"że", "quote"})  # «odrzucił je jako „mrzonkę”»
        near = "quote" in takes and opening - cue.last <= 3  # noqa: PLR2004
        if not ("phrase" in takes or near or labelled):
            continue
        if quotations.is_title(n) or (last - first == 1 and not _names(text, cue, opening)):
            continue
        if cue.verb in open_drafts:
            open_drafts[cue.verb].parts.append(trim(text, first, last))
            continue
        start, _ = text.sentence(cue.verb)
        open_drafts[cue.verb] = Draft(
            "direct",
            [trim(text, first, last)],
            "statement.phrase",
            cue,
            after=(cue.last + 1, opening),
            before=(start, cue.first),
            named=_agent(text, cue, opening),
            subject_first=True,
            frame=(start, opening),
        )
    yield from open_drafts.values()


def _labelling(text: Text, opening: int, closing: int, cues: dict[int, Cue]) -> Cue | None:
    """The verb behind a label that opens its sentence: «„Paranoją” nazwał obawy sąsiadów»."""
    cue = cues.get(closing)
    if cue is None or text.sentence(opening)[0] != opening or "nazwa" not in cue.entry.takes:
        return None
    label = text.words[opening + 1]  # «„Kurier” nazwał wójta uparciuchem»: a nominative calls others so
    return cue if label.has_case("inst") and not label.has_case("nom") else None


def _agent(text: Text, cue: Cue, opening: int) -> Range | None:
    """Who called it so, where the verb is passive: «zostały określone przez polityków koalicji jako „nieuczciwe”»."""
    if cue.form != "ppas":
        return None
    end = next((at for at in range(cue.last + 2, opening) if text.lowers[at] in _AS), opening)
    return (cue.last + 2, end)


def _names(text: Text, cue: Cue, opening: int) -> bool:
    """Whether a single word in quotation marks is what something was called, no word kept at a distance.

    «nazwał go „hipokrytą”», «mówią o „kradzieży”», but «oceniają „niemieckość” premiera»
    """
    return "nazwa" in cue.entry.takes or "prep" in text.words[opening - 1].tags or text.lowers[opening - 1] == "jako"


def _governor(text: Text, opening: int, cues: dict[int, Cue]) -> Cue | None:
    start = text.sentence(opening)[0] if opening < len(text.tokens) else 0
    for at in range(opening - 1, max(start, opening - _PHRASE_REACH) - 1, -1):
        cue = cues.get(at)
        if cue is not None:
            fits = cue.form in {"fin", "praet", "imps", "pcon", "pant", "ppas"} and not cue.hypothetical
            return cue if fits and not cue.entry.mental else None
        if text.words[at].finite or text.lowers[at] in THAT or text.tokens[at].text in ":;" or opens_clause(text, at):
            return None
    return None
