"""The findings of the parts of a long text as those of one text.

The parts overlap (:mod:`nlp_claims.reading.chunks`): what begins in a part is that part's, and what it saw beyond its
ends was context. Who is who is settled at the end, as it is among the names of one text.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, cast

from nlp_claims.actors.merging import Named, merge
from nlp_claims.actors.naming import fullest
from nlp_claims.annotations import Actor, Claims, Number, Source, Statement
from nlp_claims.reading.chunks import Part

if TYPE_CHECKING:
    from nlp_claims.actors.guesses import NameKind


class Joined:
    """What was found in the parts so far; ``claims`` puts it together."""

    def __init__(self) -> None:
        self.sentences = 0
        self._actors: list[Actor] = []
        self._statements: list[Statement] = []
        self._numbers: list[Number] = []
        # by start and end: what begins before a part is known from the part before it
        self._known: dict[tuple[int, int], int] = {}

    def add(self, part: Part, found: Claims, sentences: Iterable[int]) -> None:
        """Take what begins in a part, and let go of the rest.

        Args:
            part: the part; offsets of what follows count from where it was read.
            found: what the components found; its values are moved, not copied.
            sentences: where the sentences start.
        """
        own = range(part.start - part.first, part.end - part.first)
        self.sentences += sum(start in own for start in sentences)
        actors, by = len(self._actors), part.first
        self._actors += [_moved_actor(actor, own, by) for actor in found["actors"]]
        places = [self._statement(statement, own, by, actors) for statement in found["statements"]]
        for number in found["numbers"]:
            if number["start"] in own:
                inside = None if number["statement"] is None else places[number["statement"]]
                number["statement"] = inside
                number["source"] = None if inside is None else self._statements[inside]["speaker"]
                self._numbers.append(_moved_number(number, by))

    def _statement(self, statement: Statement, own: range, by: int, actors: int) -> int | None:
        """The number of a statement among all, ``None`` where no part took it."""
        first = statement["parts"][0][0]
        last = statement["parts"][-1][1]
        place = first + by, last + by
        if first in own:
            statement["parts"] = [(start + by, end + by) for start, end in statement["parts"]]
            for who in (statement["speaker"], statement["via"]):
                _move_source(who, by, actors)
            if statement["cue"] is not None:
                statement["cue"]["start"] += by
                statement["cue"]["end"] += by
            self._known[place] = len(self._statements)
            self._statements.append(statement)
        return self._known.get(place)

    def claims(self) -> Claims:
        """All of it, actors of one name made one."""
        groups = _groups(self._actors)
        members: dict[int, list[Actor]] = {}
        for actor, group in zip(self._actors, groups, strict=True):
            members.setdefault(group, []).append(actor)
        speakers = [who for each in self._statements for who in (each["speaker"], each["via"]) if who is not None]
        sources = [(who, groups[who["actor"]]) for who in speakers if who["actor"] is not None]
        used = {group for _, group in sources}
        united = {group: _united(actors) for group, actors in members.items()}
        kept = [group for group, actor in united.items() if group in used or actor["mentions"] or actor["references"]]
        places = {group: place for place, group in enumerate(kept)}
        for who, group in sources:
            who["actor"], who["name"] = places[group], united[group]["name"]
        actors = [united[group] for group in kept]
        return Claims(actors=actors, statements=self._statements, numbers=self._numbers)


def _moved_actor(actor: Actor, own: range, by: int) -> Actor:
    mentions = [mention for mention in actor["mentions"] if mention["start"] in own]
    for mention in mentions:
        mention["start"] += by
        mention["end"] += by
    actor["mentions"] = mentions
    actor["references"] = [(start + by, end + by) for start, end in actor["references"] if start in own]
    return actor


def _moved_number(number: Number, by: int) -> Number:
    number["start"] += by
    number["end"] += by
    number["number"] = number["number"][0] + by, number["number"][1] + by
    number["sentence"] = number["sentence"][0] + by, number["sentence"][1] + by
    return number


def _move_source(source: Source | None, by: int, actors: int) -> None:
    if source is None:
        return
    if source["actor"] is not None:
        source["actor"] += actors
    if source["start"] is not None and source["end"] is not None:
        source["start"] += by
        source["end"] += by


def _groups(actors: Sequence[Actor]) -> list[int]:
    """For each actor the first that is the same: by the rules for names, or an unnamed one («piloci») of that name."""
    named = [index for index, actor in enumerate(actors) if actor["kind"] != "group" and actor["name"][:1].isupper()]
    same = merge(
        [
            Named(actor["name"], cast("NameKind", actor["kind"]), actor["gender"] or "")
            for actor in (actors[index] for index in named)
        ]
    )
    groups = dict(zip(named, (named[first] for first in same), strict=True))
    others: dict[tuple[str, str], int] = {}
    return [
        groups[index] if index in groups else others.setdefault((actor["kind"], actor["name"]), index)
        for index, actor in enumerate(actors)
    ]


def _united(actors: Sequence[Actor]) -> Actor:
    """One actor of those that are the same, in the order of the text."""
    most = max(actors, key=lambda actor: len(actor["mentions"]))
    names = [actor["name"] for actor in actors for _ in actor["mentions"]] or [actors[0]["name"]]
    return Actor(
        name=fullest(names, most["kind"]),
        kind=most["kind"],
        roles=list(dict.fromkeys(role for actor in actors for role in actor["roles"])),
        acts=list(dict.fromkeys(act for actor in actors for act in actor["acts"])),
        mentions=[mention for actor in actors for mention in actor["mentions"]],
        references=[reference for actor in actors for reference in actor["references"]],
        gender=most["gender"],
        plural=most["plural"],
    )
