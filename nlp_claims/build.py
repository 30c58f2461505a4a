"""From what the components wrote on a Doc to records: ids, order, offsets into the text as read."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any, TypeVar

from nlp_claims import __version__, annotations, records

Locate = Callable[[int, int], tuple[int, int]]
_T = TypeVar("_T")


def _ordered(
    items: Sequence[_T], span: Callable[[_T], tuple[int, int]], prefix: str
) -> tuple[list[_T], dict[int, str]]:
    """The items by start, the longer first, and the id of each by its old index."""
    order = sorted(range(len(items)), key=lambda i: (span(items[i])[0], -span(items[i])[1], i))
    return [items[i] for i in order], {old: f"{prefix}{new}" for new, old in enumerate(order, start=1)}


def _whole(number: float | None) -> int | float | None:
    """1500000.0 as 1500000: a count is printed as one."""
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _hull(parts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return min(start for start, _ in parts), max(end for _, end in parts)


def _place(actor: annotations.Actor) -> tuple[int, int]:
    """Where an actor stands among the others: by its names, or where it has none by what means it («analitycy»)."""
    return _hull([(m["start"], m["end"]) for m in actor["mentions"]] or actor["references"] or [(0, 0)])


class _Builder:
    """Turns offsets of the analysed text into spans of the text as read."""

    def __init__(self, doc: str, text: str, locate: Locate) -> None:
        self.doc, self.text, self.locate = doc, text, locate

    def span(self, start: int, end: int) -> records.Span:
        start, end = self.locate(start, end)
        return records.Span(start=start, end=end, text=self.text[start:end])

    def source(self, source: annotations.Source | None, actors: dict[int, str]) -> records.Source | None:
        if source is None:
            return None
        actor = None if source["actor"] is None else actors[source["actor"]]
        if source["start"] is None or source["end"] is None:
            return records.Source(actor=actor, name=source["name"], start=None, end=None, text=None)
        at = self.span(source["start"], source["end"])
        return records.Source(actor=actor, name=source["name"], start=at.start, end=at.end, text=at.text)

    def actor(self, actor: annotations.Actor, identifier: str) -> records.Actor:
        mentions = []
        for mention in sorted(actor["mentions"], key=lambda m: (m["start"], m["end"])):
            at = self.span(mention["start"], mention["end"])
            mentions.append(records.Mention(start=at.start, end=at.end, text=at.text, base=mention["base"]))
        return records.Actor(
            doc=self.doc,
            id=identifier,
            name=actor["name"],
            kind=actor["kind"],
            roles=tuple(actor["roles"]),
            acts=tuple(actor["acts"]),
            mentions=tuple(mentions),
        )

    def statement(self, statement: annotations.Statement, identifier: str, actors: dict[int, str]) -> records.Statement:
        parts = tuple(self.span(*part) for part in statement["parts"])
        whole = self.span(*_hull(statement["parts"]))
        cue = None
        if found := statement["cue"]:
            at = self.span(found["start"], found["end"])
            cue = records.Cue(start=at.start, end=at.end, text=at.text, lemma=found["lemma"], class_=found["class_"])
        return records.Statement(
            doc=self.doc,
            id=identifier,
            mode=statement["mode"],
            start=whole.start,
            end=whole.end,
            text=whole.text,
            parts=parts,
            speaker=self.source(statement["speaker"], actors),
            cue=cue,
            via=self.source(statement["via"], actors),
            negated=statement["negated"],
            rule=statement["rule"],
        )

    def number(
        self, number: annotations.Number, identifier: str, actors: dict[int, str], statements: dict[int, str]
    ) -> records.NumericClaim:
        whole, sentence, source = (
            self.span(number["start"], number["end"]),
            self.locate(*number["sentence"]),
            self.source(number["source"], actors),
        )
        return records.NumericClaim(
            doc=self.doc,
            id=identifier,
            start=whole.start,
            end=whole.end,
            text=whole.text,
            number=self.span(*number["number"]),
            value=_whole(number["value"]),
            min=_whole(number["min"]),
            max=_whole(number["max"]),
            bound=number["bound"],
            unit=number["unit"],
            noun=number["noun"],
            phrase=number["phrase"],
            change=number["change"],
            per=number["per"],
            predicate=number["predicate"],
            modality=number["modality"],
            time=number["time"],
            place=number["place"],
            sentence=records.Sentence(start=sentence[0], end=sentence[1]),
            statement=None if number["statement"] is None else statements[number["statement"]],
            source=None if source is None else records.Claimant(actor=source.actor, name=source.name),
            rule=number["rule"],
        )


def build(
    claims: annotations.Claims,
    *,
    doc: str,
    text: str,
    locate: Locate,
    sentences: int,
    model: str,
    meta: dict[str, Any],
    only: frozenset[str],
) -> list[records.Record]:
    """The records of one document: actors, statements, numeric claims, and the closing one.

    Args:
        claims: what the components found, with offsets into the analysed text.
        doc: the document's id.
        text: the document exactly as read.
        locate: maps a span of the analysed text to one of ``text``.
        sentences: how many sentences the analysis has.
        model: name and version of the pipeline.
        meta: input fields to carry along.
        only: which of ``actors``, ``statements`` and ``numbers`` to print.
    """
    builder = _Builder(doc, text, locate)
    actors, actor_ids = _ordered(claims["actors"], _place, "a")
    statements, statement_ids = _ordered(claims["statements"], lambda s: _hull(s["parts"]), "s")
    numbers, _ = _ordered(claims["numbers"], lambda n: (n["start"], n["end"]), "n")
    found: dict[str, list[records.Record]] = {
        "actors": [builder.actor(actor, f"a{i}") for i, actor in enumerate(actors, start=1)],
        "statements": [builder.statement(s, f"s{i}", actor_ids) for i, s in enumerate(statements, start=1)],
        "numbers": [builder.number(n, f"n{i}", actor_ids, statement_ids) for i, n in enumerate(numbers, start=1)],
    }
    wanted = {name: made if name in only else [] for name, made in found.items()}
    return [
        *(record for made in wanted.values() for record in made),
        records.Document(
            doc=doc,
            sha256=digest(text),
            chars=len(text),
            sentences=sentences,
            actors=len(wanted["actors"]),
            statements=len(wanted["statements"]),
            numeric_claims=len(wanted["numbers"]),
            model=model,
            version=__version__,
            meta=meta,
            error=None,
        ),
    ]


def rejected(*, doc: str, text: str, model: str, meta: dict[str, Any], error: str) -> records.Document:
    """The closing record of a document that could not be read or analysed."""
    return records.Document(
        doc=doc,
        sha256=digest(text),
        chars=len(text),
        sentences=0,
        actors=0,
        statements=0,
        numeric_claims=0,
        model=model,
        version=__version__,
        meta=meta,
        error=error,
    )


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal. Lone surrogates, which UTF-8 has not, are kept as they are."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
