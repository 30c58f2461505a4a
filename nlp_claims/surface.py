"""A Doc's text and words as plain strings, read once and shared by the components.

spaCy answers such questions token by token, and joins the whole text anew each time that it is asked for.
"""

from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Surface:
    """What stands in a document: ``words`` are the texts of its tokens, ``starts`` their offsets in ``text``."""

    def __init__(self, doc: "Doc") -> None:
        rows = doc.to_array(["ORTH", "SPACY", "IDX"])
        strings, orths = doc.vocab.strings, rows[:, 0].tolist()
        texts = {orth: strings[orth] for orth in set(orths)}
        self.words: list[str] = [texts[orth] for orth in orths]
        self.starts: list[int] = rows[:, 2].tolist()
        spaced = zip(self.words, rows[:, 1].tolist(), strict=True)
        self.text = "".join(f"{word} " if space else word for word, space in spaced)

    def between(self, start: int, end: int) -> str:
        """The text of the tokens ``start`` to ``end`` (exclusive), as ``doc[start:end].text``."""
        return self.text[self.starts[start] : self.starts[end - 1] + len(self.words[end - 1])] if start < end else ""

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The tokens that each word stands at."""
        found: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            found.setdefault(word, []).append(place)
        return found


_known: "WeakKeyDictionary[Doc, Surface]" = WeakKeyDictionary()


def surface_of(doc: "Doc") -> Surface:
    """The surface of a document, kept as long as the document."""
    found = _known.get(doc)
    if found is None or len(found.words) != len(doc):
        found = _known[doc] = Surface(doc)
    return found
