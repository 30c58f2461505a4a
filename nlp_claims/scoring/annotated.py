"""Score statements, numeric claims and acting actors against annotated documents.

A statement matches where at least half of the letters of both are shared, a number at two fifths. What an annotation
calls optional neither counts nor costs. Fields are scored on what matched.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from nlp_claims.scoring import gold as golds
from nlp_claims.scoring import predictions
from nlp_claims.scoring.gold import Annotated
from nlp_claims.scoring.matching import close, iou, letters, pair, same_name, words
from nlp_claims.scoring.report import Finding, Report, prf, share

STATEMENT_OVERLAP = 0.5
NUMBER_OVERLAP = 0.4
TIGHT = 0.8
VALUE_TOLERANCE = 1e-9

_STATEMENT_FIELDS = ("speaker", "speaker_name", "mode", "cue", "tight")
_NUMBER_FIELDS = ("value", "bound", "unit", "noun", "source")
_ACTOR_FIELDS = ("found", "name", "kind", "split")


def score(folder: Path, records: predictions.Records, texts: Path | None = None) -> Report:
    """Score records against a folder of annotated documents; a record's ``doc`` is matched by its file stem.

    Raises:
        GoldError: an annotation cannot be used.
    """
    documents = golds.read(folder, texts)
    by_name = predictions.by_stem(records)
    counts: Counter[str] = Counter()
    findings: list[Finding] = []
    for document in documents:
        try:
            findings += _Scorer(document, by_name.get(document.name), counts).findings()
        except golds.GoldError as error:
            raise golds.GoldError(f"{folder / document.name}.json: {error}") from error
    missing = sum(document.name not in by_name for document in documents)
    return Report(_figures(counts, len(documents), missing), findings, counts["bad_slices"])


def _figures(n: Counter[str], documents: int, missing: int) -> dict[str, Any]:
    def rates(kind: str, fields: Sequence[str], whole: str) -> dict[str, float]:
        return {field: share(n[f"{kind}.{field}"], n[f"{kind}.{whole}"]) for field in fields}

    return {
        "documents": documents,
        "without_records": missing,
        "bad_slices": n["bad_slices"],
        "statements": prf(n["statement.hit"], n["statement.found"], n["statement.gold"]),
        "statements_attributed": prf(n["statement.speaker"], n["statement.found"], n["statement.gold"]),
        "direct_recall": share(n["direct.hit"], n["direct.gold"]),
        "indirect_recall": share(n["indirect.hit"], n["indirect.gold"]),
        "statement_fields": rates("statement", _STATEMENT_FIELDS, "hit"),
        "numbers": prf(n["number.hit"], n["number.found"], n["number.gold"]),
        "numbers_full": prf(n["number.full"], n["number.found"], n["number.gold"]),
        "numbers_attributed": prf(n["number.all"], n["number.found"], n["number.gold"]),
        "number_fields": rates("number", _NUMBER_FIELDS, "hit"),
        "actors": {"gold": n["actor.gold"], **rates("actor", _ACTOR_FIELDS, "gold")},
    }


class _Scorer:
    """One document: counts what is right into ``counts`` and yields what is not."""

    def __init__(self, document: Annotated, records: predictions.Document | None, counts: Counter[str]) -> None:
        self.document = document
        self.text = document.text
        self.gold = document.gold
        self.records = records or predictions.Document()
        self.counts = counts
        self.aliases: dict[str | None, list[str]] = {}
        for actor in document.gold.actors:
            self.aliases.setdefault(actor.name, []).extend(actor.mentions)

    def findings(self) -> Iterator[Finding]:
        """Everything that differs, statements first."""
        spans = [(r.start, r.end, r.text) for r in self.records.statements]
        spans += [(r.start, r.end, r.text) for r in self.records.numbers]
        self.counts["bad_slices"] += sum(self.text[start:end] != text for start, end, text in spans)
        for kind, what in (*self.statements(), *self.numbers(), *self.actors()):
            yield Finding(self.document.name, kind, what)

    def same_source(self, gold: str | None, *found: str | None) -> bool:
        """Whether one of the names found means the source of the gold, by any form that the gold knows."""
        return any(same_name(gold, name, self.aliases.get(gold, ())) for name in found)

    def statements(self) -> Iterator[tuple[str, str]]:
        """Match statements and compare their fields."""
        gold, found = self.gold.statements, self.records.statements
        at_gold = [letters(self.text, [golds.find(self.text, ref) for ref in s.content]) for s in gold]
        at_found = [letters(self.text, s.spans) for s in found]
        pairs = pair(at_gold, at_found, STATEMENT_OVERLAP)
        self._count("statement", gold, len(found), pairs)
        for statement in gold:
            self.counts[f"{statement.mode}.gold"] += not statement.optional
        for i, j in pairs:
            if not gold[i].optional:
                self.counts[f"{gold[i].mode}.hit"] += 1
                yield from self._statement(gold[i], found[j], tight=iou(at_gold[i], at_found[j]) >= TIGHT)
        met = {i for i, _ in pairs}
        for i, missed in enumerate(gold):
            if i not in met and not missed.optional:
                cue = missed.cue.s if missed.cue else None
                content = _brief(" … ".join(ref.s for ref in missed.content))
                yield "missed statement", f"{missed.mode} {missed.speaker_name!r} cue {cue!r}: {content}"
        met = {j for _, j in pairs}
        for j, extra in enumerate(found):
            if j not in met:
                cue = extra.cue.text if extra.cue else None
                yield "false statement", f"{extra.mode} {extra.said!r} cue {cue!r}: {_brief(extra.text)}"

    def _statement(
        self, gold: golds.Statement, found: predictions.Statement, *, tight: bool
    ) -> Iterator[tuple[str, str]]:
        said = found.said
        surface = found.speaker.text if found.speaker else None
        if gold.speaker_name is None:
            speaker = said is None
        else:
            speaker = bool(said) and any(
                self.same_source(name, said, surface) for name in (gold.speaker_name, *gold.co_speakers)
            )
        mode = found.mode in (gold.mode, gold.alt_mode)
        right = {
            "speaker": speaker,
            "speaker_name": words(said) == words(gold.speaker_name),
            "mode": mode,
            "cue": self._same_cue(gold.cue, found.cue),
            "tight": tight,
        }
        self.counts.update({f"statement.{field}": int(ok) for field, ok in right.items()})
        if not speaker:
            yield "speaker", f"gold {gold.speaker_name!r} got {said!r}: {_brief(found.text)}"
        if not mode:
            yield "mode", f"gold {gold.mode} got {found.mode}: {_brief(found.text)}"
        if not right["cue"]:
            yield "cue", f"gold {gold.cue and gold.cue.s!r} got {found.cue and found.cue.text!r}: {_brief(found.text)}"
        if not tight:
            yield "content", f"gold {[ref.s for ref in gold.content]} got {found.text!r}"

    def _same_cue(self, gold: golds.Ref | None, found: predictions.Span | None) -> bool:
        if gold is None or found is None:
            return gold is None and found is None
        start, end = golds.find(self.text, gold)
        return found.start < end and start < found.end

    def numbers(self) -> Iterator[tuple[str, str]]:
        """Match numeric claims by their numbers and compare their fields."""
        gold, found = self.gold.numbers, self.records.numbers
        spans = [golds.find(self.text, number.number) for number in gold]
        at_gold = [letters(self.text, [span]) for span in spans]
        at_found = [letters(self.text, [(n.number.start, n.number.end)]) for n in found]
        pairs = pair(at_gold, at_found, NUMBER_OVERLAP)
        self._count("number", gold, len(found), pairs)
        for i, j in pairs:
            if not gold[i].optional:
                yield from self._number(gold[i], found[j])
        met = {i for i, _ in pairs}
        for i, (start, end) in enumerate(spans):
            if i not in met and not gold[i].optional:
                yield "missed number", repr(self.text[max(0, start - 30) : end + 30])
        met = {j for _, j in pairs}
        for j, extra in enumerate(found):
            if j not in met:
                yield "false number", repr(self.text[max(0, extra.start - 30) : extra.end + 20])

    def _number(self, gold: golds.Number, found: predictions.Number) -> Iterator[tuple[str, str]]:
        source = found.source.name if found.source else None
        if gold.attributed_to is None:
            same_source = source is None
        else:
            same_source = bool(source) and self.same_source(gold.attributed_to, source)
        values = ((gold.value, found.value), (gold.min, found.min), (gold.max, found.max))
        right = {
            "value": all(close(want, got, VALUE_TOLERANCE) for want, got in values),
            "bound": gold.bound == found.bound,
            "unit": gold.unit == found.unit,
            "noun": words(gold.noun) == words(found.noun),
            "source": same_source,
        }
        right["full"] = right["value"] and right["bound"] and right["unit"] and right["noun"]
        right["all"] = right["full"] and right["source"]
        self.counts.update({f"number.{field}": int(ok) for field, ok in right.items()})
        if not right["all"]:
            compared = [
                *((field, getattr(gold, field), getattr(found, field)) for field in golds.NUMBER_FIELDS),
                ("source", gold.attributed_to, source),
            ]
            wrong = (f"{field} gold {want!r} got {got!r}" for field, want, got in compared if want != got)
            yield "number fields", f"{found.text!r}: " + ", ".join(wrong)

    def actors(self) -> Iterator[tuple[str, str]]:
        """Look up every acting actor of the gold; the records may name more, for they hold all that are mentioned."""
        for actor in self.gold.actors:
            forms = [words(mention) for mention in actor.mentions]
            # «words» of a mention in both: the record holds one of the forms that the gold lists
            sharing = [a for a in self.records.actors if any(words(m.text) in forms for m in a.mentions)]
            exact = [a for a in self.records.actors if words(a.name) == words(actor.name)]
            met = exact or [
                a for a in self.records.actors if same_name(actor.name, a.name, actor.mentions) or a in sharing
            ]
            kind = met[0].kind if met else None
            # «władze», «kierownictwo»: an unnamed body may be called a group or an organization
            loose = {"organization", "group"} if actor.name[:1].islower() else {actor.kind}
            self.counts["actor.gold"] += 1
            self.counts["actor.found"] += bool(met)
            self.counts["actor.name"] += bool(exact)
            self.counts["actor.kind"] += kind is not None and (kind == actor.kind or {kind, actor.kind} <= loose)
            self.counts["actor.split"] += len(sharing) > 1
            if not exact:
                yield "actor", f"gold {actor.name!r} got {[a.name for a in met]}"

    def _count(
        self,
        kind: str,
        gold: Sequence[golds.Statement] | Sequence[golds.Number],
        found: int,
        pairs: Sequence[tuple[int, int]],
    ) -> None:
        spare = sum(gold[i].optional for i, _ in pairs)
        self.counts[f"{kind}.gold"] += sum(not item.optional for item in gold)
        self.counts[f"{kind}.found"] += found - spare
        self.counts[f"{kind}.hit"] += len(pairs) - spare


def _brief(text: str) -> str:
    return repr(text[:120])
