"""Dropped subjects: «dodał», «jej zdaniem» go to the last speaker who agrees, not to the nearest name."""

from bisect import bisect_left
from collections.abc import Sequence

from nlp_claims.statements.candidates import agreement_of
from nlp_claims.statements.cast import UNRESOLVED, Agreement, Cast, Who
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.speakers import find_speaker
from nlp_claims.statements.text import Text

_MEMORY = 12
_RELAYING = frozenset({"statement.as", "statement.dash_closed", "statement.comma_closed"})


def resolve(text: Text, cast: Cast, drafts: Sequence[Draft]) -> list[Who | None]:
    """The speaker of each statement, in the order of ``drafts``.

    Named speakers first, then, in the order of the narration, those that must be remembered.
    """
    order = sorted(range(len(drafts)), key=lambda n: (drafts[n].place, n))
    outer = _outer(drafts)
    said = _said(drafts, len(text.tokens))
    subjects = _subjects(text, cast, said)
    memory: list[tuple[int, int]] = []  # (place, actor) of the statements so far
    relays: set[int] = set()  # media that only pass on what others say
    out: list[Who | None] = [None] * len(drafts)
    by_sentence: dict[int, int] = {}
    for n in order:
        draft = drafts[n]
        same = by_sentence.get(text.sentence(draft.place)[0]) if _shares_subject(draft) else None
        who = Who(same, None) if same is not None else find_speaker(text, cast, draft)
        if who is not None and who.actor == UNRESOLVED and who.span is not None:
            who = _bearer(text, cast, who.span, drafts, n, out, outer, subjects, memory)
        out[n] = who
        if who is None and _is_dropped(draft):
            who = _recall(text, cast, drafts, n, out, outer, subjects, memory)
            out[n] = who
        if who is None:
            continue
        if draft.rule in _RELAYING and cast.kind(who.actor) == "organization":
            relays.add(who.actor)
        holder = outer[n]
        if holder is not None:
            told = out[holder]
            # «Jak relacjonuje Reuter, O'Leary dał do zrozumienia, że …. Mówił, że …» goes on about O'Leary
            if told is None or told.actor not in relays or who.span is None:
                continue
        memory.append((draft.place, who.actor))
        del memory[:-_MEMORY]
        by_sentence[text.sentence(draft.place)[0]] = who.actor
    first = next((out[n] for n in order if out[n] is not None and outer[n] is None), None)
    for n in order:
        if out[n] is not None:
            break
        if drafts[n].rule == "statement.floating" and first is not None:
            out[n] = Who(first.actor, None)  # a headline in quotation marks: the article's first speaker
    return out


def _shares_subject(draft: Draft) -> bool:
    """Whether the verb is a participle: «tłumaczył, dodając, że» has one subject."""
    return draft.cue is not None and draft.cue.form in {"pcon", "pant"}


def _is_dropped(draft: Draft) -> bool:
    cue = draft.cue
    if cue is None:
        return draft.rule == "statement.floating"
    if cue.form == "ppas" or cue.form == "noun":
        return False
    return not (cue.impersonal and cue.form != "imps")


def _outer(drafts: Sequence[Draft]) -> list[int | None]:
    """For each statement, the smallest other one whose words hold its verb."""
    out: list[int | None] = []
    spans = sorted((a, b, n) for n, d in enumerate(drafts) for a, b in d.parts)
    starts = [span[0] for span in spans]
    for n, draft in enumerate(drafts):
        found: int | None = None
        k = bisect_left(starts, draft.place + 1) - 1
        steps = 0
        while k >= 0 and steps < 40:
            a, b, m = spans[k]
            if m != n and a <= draft.place < b:
                found = m
                break
            k -= 1
            steps += 1
        out.append(found)
    return out


def _said(drafts: Sequence[Draft], size: int) -> bytearray:
    """Which tokens are somebody's words rather than the narrator's."""
    said = bytearray(size)
    for draft in drafts:
        for a, b in draft.parts:
            said[a:b] = b"\1" * (b - a)
    return said


def _subjects(text: Text, cast: Cast, said: bytearray) -> list[tuple[int, int]]:
    """(place, actor) of everybody whom the narrator makes a subject."""
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(text.tokens):
        named = cast.at(place)
        if named is None:
            if (
                not said[place]
                and not cast.governed[place]
                and cast.is_office(place)
                and cast.hints.cases.get(place, "nom") == "nom"
            ):
                if cast.subject_noun(place, Agreement("sg", frozenset())) and _names_nobody(text, cast, place):
                    found.append((place, UNRESOLVED))
            place += 1
            continue
        if cast.free_subject(named) and not said[place] and cast.kind(named.actor) != "place":
            found.append((place, named.actor))
        place = max(named.last, place + 1)
    return found


def _names_nobody(text: Text, cast: Cast, head: int) -> bool:
    """Whether no name follows the function: «szef rządu udzielił», but not «szef rządu Jan Nowak udzielił»."""
    for at in range(head + 1, min(head + 8, len(text.tokens))):
        named = cast.at(at)
        if text.words[at].finite or text.tokens[at].text in ".;:":
            return True
        if named is not None and named.nominative and cast.kind(named.actor) == "person":
            return False
    return True


def _recall(
    text: Text,
    cast: Cast,
    drafts: Sequence[Draft],
    n: int,
    out: list[Who | None],
    outer: list[int | None],
    subjects: list[tuple[int, int]],
    memory: list[tuple[int, int]],
) -> Who | None:
    draft = drafts[n]
    agreement = agreement_of(text, draft)
    cue = draft.cue
    inside = outer[n]
    if inside is not None:
        before = _subject_between(cast, subjects, drafts[inside].start, draft.place, agreement)
        if before is not None:
            return Who(before, None)
        holder = out[inside]
        if holder is not None and cast.agrees(holder.actor, agreement):
            return Who(holder.actor, None)
    last = memory[-1] if memory else None
    # somebody whom the narrator made the subject after the last statement: «… wypowiedział się Banks. „…” – ostrzegł.»
    since = last[0] + 1 if last is not None else 0
    floor = max(since, _sentences_back(text, draft.place, 2 if last is not None else 4))
    recent = _subject_between(cast, subjects, floor, draft.place, agreement)
    if recent is not None and cast.kind(recent) == "person":
        return Who(recent, None)
    for _, actor in reversed(memory):
        if cast.agrees(actor, agreement) and _can_repeat(cast, actor, draft):
            return Who(actor, None)
    if recent is not None:
        return Who(recent, None)
    earlier = _subject_between(cast, subjects, 0, draft.place, agreement)
    return None if earlier is None else Who(earlier, None)


def _bearer(
    text: Text,
    cast: Cast,
    span: tuple[int, int],
    drafts: Sequence[Draft],
    n: int,
    out: list[Who | None],
    outer: list[int | None],
    subjects: list[tuple[int, int]],
    memory: list[tuple[int, int]],
) -> Who | None:
    """Whom a bare «polityk», «rzecznik» means: an earlier speaker of that function, else the last person who spoke."""
    noun = text.lowers[_head(text, span)]
    for _, actor in reversed(memory):
        known = cast.actors[actor]
        if noun in known["name"].lower().split() or any(noun in role.lower().split() for role in known["roles"]):
            return Who(actor, span)
    who = _recall(text, cast, drafts, n, out, outer, subjects, memory)
    if who is not None and cast.kind(who.actor) == "person":
        return Who(who.actor, span)
    added = cast.enroll(span[0], span[1], _head(text, span))
    return None if added is None else Who(added, span)


def _head(text: Text, span: tuple[int, int]) -> int:
    return next((at for at in range(*span) if text.words[at].has_case("nom", frozenset({"subst", "depr"}))), span[0])


def _can_repeat(cast: Cast, actor: int, draft: Draft) -> bool:
    """«podano», «dodano w komunikacie»: an institution's voice, not a person's."""
    if draft.cue is not None and draft.cue.form == "imps":
        return cast.kind(actor) in {"organization", "group"}
    return True


def _sentences_back(text: Text, place: int, count: int) -> int:
    start = text.sentence(place)[0] if place < len(text.tokens) else place
    for _ in range(count):
        if start == 0:
            return 0
        start = text.sentence(start - 1)[0]
    return start


def _subject_between(
    cast: Cast, subjects: list[tuple[int, int]], start: int, end: int, agreement: Agreement
) -> int | None:
    """The last subject of a range that agrees; people before organizations where both stand there."""
    low, high = bisect_left(subjects, (start, -1)), bisect_left(subjects, (end, -1))
    fallback: int | None = None
    for k in range(high - 1, max(low, high - 30) - 1, -1):
        actor = subjects[k][1]
        if actor == UNRESOLVED:
            if fallback is None and agreement.number != "pl":
                return None  # «szef rządu» stands nearer: whoever spoke last bears it
            continue
        if not cast.agrees(actor, agreement):
            continue
        if cast.kind(actor) == "person":
            return actor
        fallback = actor if fallback is None else fallback
    return fallback
