"""Dropped subjects: «dodał», «jej zdaniem» go to the last speaker who agrees, not to the nearest name."""

from bisect import bisect_left
from collections.abc import Sequence

from nlp_claims.statements.cast import Agreement, Cast
from nlp_claims.statements.clauses import opens_clause
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.speakers import Who, find_speaker
from nlp_claims.statements.text import Text

_FEMALE = frozenset({"jej", "niej"})
_PLURAL = frozenset({"ich", "nich"})
_MEMORY = 12


def resolve(text: Text, cast: Cast, drafts: Sequence[Draft], arcs: dict[int, int]) -> list[Who | None]:
    """The speaker of each statement, in the order of ``drafts``.

    Named speakers first, then, in the order of the narration, those that must be remembered.
    """
    named = [find_speaker(text, cast, draft, arcs) for draft in drafts]
    order = sorted(range(len(drafts)), key=lambda n: (drafts[n].place, n))
    outer = _outer(drafts)
    said = _said(drafts, len(text.tokens))
    subjects = _subjects(text, cast, said)
    memory: list[tuple[int, int]] = []  # (place, actor) of the statements so far
    out: list[Who | None] = list(named)
    by_sentence: dict[int, int] = {}
    for n in order:
        draft = drafts[n]
        who = named[n]
        if who is None and _is_dropped(draft):
            who = _recall(text, cast, drafts, n, out, outer, subjects, memory, by_sentence)
            out[n] = who
        if who is None or outer[n] is not None:
            continue
        memory.append((draft.place, who.actor))
        del memory[:-_MEMORY]
        by_sentence[text.sentence(draft.place)[0]] = who.actor
    return out


def _is_dropped(draft: Draft) -> bool:
    cue = draft.cue
    if cue is None:
        return draft.rule == "statement.floating"
    if cue.form == "ppas" or cue.form == "noun":
        return False
    return not (cue.impersonal and cue.form != "imps")


def agreement_of(text: Text, draft: Draft) -> Agreement:
    """Number and gender that the speaker must have: the verb's, or the pronoun's («jej zdaniem»)."""
    cue = draft.cue
    if cue is None:
        return Agreement(None, frozenset())
    if cue.form == "prep":
        around = text.lowers[max(draft.frame[0] - 1, 0) : draft.frame[1]]
        if any(word in _FEMALE for word in around):
            return Agreement("sg", frozenset({"f"}))
        if any(word in _PLURAL for word in around):
            return Agreement("pl", frozenset())
        if any(word in {"jego", "niego"} for word in around):
            return Agreement("sg", frozenset({"m1", "m2", "m3", "n"}))
        return Agreement(None, frozenset())
    if cue.form in {"pcon", "pant"}:
        return _main_verb(text, draft)
    return Agreement.of(cue)


def _main_verb(text: Text, draft: Draft) -> Agreement:
    """The agreement of the verb that shares its subject with a participle."""
    cue = draft.cue
    if cue is None:
        return Agreement(None, frozenset())
    start, end = text.sentence(cue.verb)
    for at in [*range(cue.first - 1, start - 1, -1), *range(cue.last + 1, end)]:
        for verb in text.words[at].verbs:
            if text.words[at].finite and verb.form in {"praet", "fin"} and verb.person == 3:
                return Agreement(verb.number, verb.genders)
    return Agreement(None, frozenset())


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
            place += 1
            continue
        before = text.words[place - 1] if place else None
        free = before is None or "prep" not in before.tags
        if named.nominative and free and not said[place] and cast.kind(named.actor) != "place":
            found.append((place, named.actor))
        place = max(named.last, place + 1)
    return found


def _recall(
    text: Text,
    cast: Cast,
    drafts: Sequence[Draft],
    n: int,
    out: list[Who | None],
    outer: list[int | None],
    subjects: list[tuple[int, int]],
    memory: list[tuple[int, int]],
    by_sentence: dict[int, int],
) -> Who | None:
    draft = drafts[n]
    agreement = agreement_of(text, draft)
    start = text.sentence(draft.place)[0]
    cue = draft.cue
    if cue is not None and cue.form in {"pcon", "pant"}:
        subject = _subject_between(cast, subjects, start, text.sentence(draft.place)[1], agreement, draft.place)
        same = by_sentence.get(start)
        if same is not None:
            return Who(same, None)
        if subject is not None:
            return Who(subject, None) if not _spanless(draft) else Who(subject, None)
    inside = outer[n]
    if inside is not None:
        before = _subject_between(cast, subjects, drafts[inside].start, draft.place, agreement, draft.place)
        if before is not None:
            return Who(before, None)
        holder = out[inside]
        if holder is not None and cast.agrees(holder.actor, agreement):
            return Who(holder.actor, None)
    last = memory[-1] if memory else None
    # somebody whom the narrator made the subject after the last statement: «… wypowiedział się Banks. „…” – ostrzegł.»
    since = last[0] + 1 if last is not None else 0
    floor = max(since, _sentences_back(text, draft.place, 2 if last is not None else 4))
    recent = _subject_between(cast, subjects, floor, draft.place, agreement, draft.place)
    if recent is not None and not (cue is not None and cue.form == "prep" and last is None):
        return Who(recent, None)
    for _, actor in reversed(memory):
        if cast.agrees(actor, agreement) and _can_repeat(cast, actor, draft):
            return Who(actor, None)
    earlier = _subject_between(cast, subjects, 0, draft.place, agreement, draft.place)
    return None if earlier is None else Who(earlier, None)


def _spanless(draft: Draft) -> bool:
    return draft.cue is not None and draft.cue.form in {"pcon", "pant"}


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
    cast: Cast, subjects: list[tuple[int, int]], start: int, end: int, agreement: Agreement, place: int
) -> int | None:
    """The last subject of a range that agrees; people before organizations where both stand there."""
    del place
    low, high = bisect_left(subjects, (start, -1)), bisect_left(subjects, (end, -1))
    fallback: int | None = None
    for k in range(high - 1, max(low, high - 30) - 1, -1):
        actor = subjects[k][1]
        if not cast.agrees(actor, agreement):
            continue
        if cast.kind(actor) == "person":
            return actor
        fallback = actor if fallback is None else fallback
    return fallback


_ = opens_clause
