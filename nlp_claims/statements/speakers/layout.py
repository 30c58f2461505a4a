"""Who is named where: the document's actors laid over its tokens."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nlp_claims.annotations import Actor
from nlp_claims.statements.cues import Lexicon
from nlp_claims.statements.grammar import SPEAKING
from nlp_claims.statements.speakers.hints import Hints
from nlp_claims.statements.speakers.references import contradicted
from nlp_claims.statements.text import Text

_STEM = 4


class Named(NamedTuple):
    """An actor at tokens ``first`` to ``last`` (exclusive). ``name`` is false for «premier», «spółka»."""

    first: int
    last: int
    actor: int
    name: bool
    nominative: bool


class Layout:
    """The names and the references of one document by token.

    ``doubtful``: the heads of references that the words around them contradict: they are nobody yet.
    """

    def __init__(self, text: Text, actors: Sequence[Actor], hints: Hints, words: Lexicon) -> None:
        self.text, self.actors, self.hints, self.words = text, actors, hints, words
        self._at: dict[int, Named] = {}
        self.doubtful: set[int] = set()
        for index, actor in enumerate(actors):
            for start, end in actor["references"]:
                place = text.at(start), text.at(max(end - 1, start)) + 1
                if contradicted(text, hints.cases, place, actor):
                    self.doubtful.update(range(*place))
                else:
                    self._lay(start, end, index, base=None)
        for index, actor in enumerate(actors):
            for mention in actor["mentions"]:
                if not _credited(text, mention["start"], words.labels):
                    self._lay(mention["start"], mention["end"], index, base=mention["base"])

    def _lay(self, start: int, end: int, index: int, base: str | None) -> None:
        first, last = self.text.at(start), self.text.at(max(end - 1, start)) + 1
        if first >= len(self.text.tokens):
            return
        surface = self.text.raw[start:end]
        nominative = base is not None and _same(surface, base) and not _inflected(surface, self.actors[index]["name"])
        if base is None or (not nominative and self._short(first, last, index, base)):
            nominative = self._nominative(first, last)
        named = Named(first, last, index, base is not None, nominative)
        for place in range(first, min(last, len(self.text.tokens))):
            self._at[place] = named

    def _short(self, first: int, last: int, index: int, base: str) -> bool:
        """«Jak podał Reuter»: a body's name of one word, of an actor with a longer one («agencja Reutera»)."""
        body = self.actors[index]["kind"] == "organization" and last - first == 1
        return body and (" " in base or base == self.text.tokens[first].text)

    def _nominative(self, first: int, last: int) -> bool:
        return any(
            self.text.words[at].has_case("nom", SPEAKING) for at in range(first, min(last, len(self.text.tokens)))
        )

    def at(self, place: int) -> Named | None:
        """The actor named at a token."""
        return self._at.get(place)

    def kind(self, actor: int) -> str:
        """The actor's kind."""
        return self.actors[actor]["kind"]

    def mentions(self) -> Iterator[Named]:
        """Every name and reference once, in the order of the text."""
        return iter(dict.fromkeys(self._at[place] for place in sorted(self._at)))

    def named_before(self, named: Named) -> bool:
        """Whether the actor is known where it stands: by a name earlier in the text, or as one whom nothing names."""
        offset = self.text.tokens[named.first].start
        mentions = self.actors[named.actor]["mentions"]
        return named.name or not mentions or any(mention["start"] < offset for mention in mentions)


def _credited(text: Text, start: int, labels: frozenset[str]) -> bool:
    """«(PAP, Fot: Jan Kos)»: who took the picture says nothing in the text."""
    at = before = text.at(start) - 1
    while at > 0 and text.tokens[at].text in ".:/":
        at -= 1
    return at >= 0 and text.lowers[at] in labels and (at < before or text.lowers[at] in {"fot", "foto"})


def _inflected(surface: str, name: str) -> bool:
    """Whether a word of the mention is a form of a word of the name, though nobody said so: «Theresy» of «Theresa»."""
    words = name.casefold().split()
    return any(
        word not in words and any(word[:_STEM] == other[:_STEM] for other in words)
        for word in surface.casefold().split()
        if len(word) >= _STEM
    )


def _same(surface: str, base: str) -> bool:
    return surface.casefold().split() == base.casefold().split()
