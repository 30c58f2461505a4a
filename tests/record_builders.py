"""Records made by hand from a text: spans are given as substrings, offsets are looked up."""

import re

from nlp_claims import records
from nlp_claims.build import digest
from nlp_claims.findings import Findings

_SENTENCE = re.compile(r"\n+|(?<=[.!?”]) (?=[A-ZŁŚŻ„–-])")


class Article:
    """A text and the records that a test wants of it. ``at`` finds a substring (its nth occurrence)."""

    def __init__(self, doc, text):
        self.doc, self.text = doc, text
        self.actors, self.statements, self.numbers = [], [], []

    def at(self, words, nth=1):
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return start, start + len(words)

    def span(self, words, nth=1):
        start, end = self.at(words, nth)
        return records.Span(start=start, end=end, text=words)

    def source(self, name, words=None, nth=1):
        actor = next((each.id for each in self.actors if each.name == name), None)
        if words is None:
            return records.Source(actor=actor, name=name, start=None, end=None, text=None)
        start, end = self.at(words, nth)
        return records.Source(actor=actor, name=name, start=start, end=end, text=words)

    def actor(self, name, *mentions, kind="person", roles=(), acts=()):
        spans = [self.at(words) for words in mentions or (name,)]
        made = tuple(
            records.Mention(start=start, end=end, text=self.text[start:end], base=name) for start, end in spans
        )
        self.actors.append(
            records.Actor(
                doc=self.doc,
                id=f"a{len(self.actors) + 1}",
                name=name,
                kind=kind,
                roles=tuple(roles),
                acts=tuple(acts),
                mentions=made,
            )
        )
        return self

    def statement(
        self, *parts, speaker=None, cue=None, lemma="powiedzieć", via=None, mode="direct", rule="statement.dash"
    ):
        spans = tuple(self.span(part) for part in parts)
        start, end = spans[0].start, spans[-1].end
        found = None
        if cue:
            at = self.span(cue)
            found = records.Cue(start=at.start, end=at.end, text=cue, lemma=lemma, class_="say")
        self.statements.append(
            records.Statement(
                doc=self.doc,
                id=f"s{len(self.statements) + 1}",
                mode=mode,
                start=start,
                end=end,
                text=self.text[start:end],
                parts=spans,
                speaker=self.source(*speaker) if speaker else None,
                cue=found,
                via=self.source(*via) if via else None,
                negated=False,
                rule=rule,
            )
        )
        return self

    def number(self, words, number, value, **fields):
        start, end = self.at(words)
        at = start + words.index(number)
        breaks = [0, *(found.end() for found in _SENTENCE.finditer(self.text)), len(self.text)]
        sentence = records.Sentence(
            start=max(each for each in breaks if each <= start), end=min(each for each in breaks if each >= end)
        )
        base = {
            "min": value,
            "max": value,
            "bound": "exact",
            "unit": "count",
            "noun": None,
            "phrase": None,
            "change": None,
            "per": None,
            "predicate": None,
            "modality": "asserted",
            "time": None,
            "place": None,
            "statement": None,
            "source": None,
            "rule": "number.count",
        }
        self.numbers.append(
            records.NumericClaim(
                doc=self.doc,
                id=f"n{len(self.numbers) + 1}",
                start=start,
                end=end,
                text=words,
                number=records.Span(start=at, end=at + len(number), text=number),
                value=value,
                sentence=sentence,
                **(base | fields),
            )
        )
        return self

    def closing(self, **fields):
        base = {
            "doc": self.doc,
            "sha256": digest(self.text),
            "chars": len(self.text),
            "sentences": 1,
            "actors": len(self.actors),
            "statements": len(self.statements),
            "numeric_claims": len(self.numbers),
            "model": "pl_test-1",
            "version": "0",
            "meta": {},
            "error": None,
        }
        return records.Document(**(base | fields))

    def findings(self, **fields):
        return Findings(
            self.doc, tuple(self.actors), tuple(self.statements), tuple(self.numbers), self.closing(**fields), self.text
        )

    def lines(self):
        found = [*self.actors, *self.statements, *self.numbers, self.closing()]
        return b"".join(map(records.encode, found))
