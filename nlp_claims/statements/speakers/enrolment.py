"""Speakers whom nothing names, written into the document as actors: «rzecznik szpitala», «w „Kurierze” napisano»."""

from spacy.tokens import Doc, Span

from nlp_claims.actors.nounphrases import gender_of, number_of, phrase_base
from nlp_claims.actors.registry import add_reference, new_actor
from nlp_claims.actors.unnamed import add_unnamed, kind_of
from nlp_claims.annotations import Kind, claims_of
from nlp_claims.statements.speakers.capitals import OPENS_TITLE
from nlp_claims.statements.text import Text


class Enrolment:
    """Adds unnamed speakers through the actors' own interface."""

    def __init__(self, doc: Doc, text: Text) -> None:
        self._doc, self._text = doc, text

    def __call__(self, first: int, last: int, head: int, *, fresh: bool) -> int | None:
        """The index of the actor that a noun phrase means, added if need be; ``None`` where spaCy has no such tokens.

        ``fresh``: whoever the actors' component saw at the head is contradicted by the words around it.
        """
        tokens = self._text.tokens
        span = self._doc.char_span(tokens[first].start, tokens[last - 1].end, alignment_mode="expand")
        noun = self._doc.char_span(tokens[head].start, tokens[head].end, alignment_mode="expand")
        if span is None or noun is None:
            return None
        title = first > 0 and tokens[first - 1].text in OPENS_TITLE and tokens[first].text[0].isupper()
        if not fresh and not title:
            return add_unnamed(self._doc, span.start, span.end, noun.start)
        name = phrase_base(self._doc, span.start, span.end, self._doc[noun.start])
        if title:  # «w „Kurierze” napisano»
            return self._add(span, noun.start, name[:1].upper() + name[1:], "organization")
        if self._text.words[first].known and not self._text.words[first].name:
            name = name[:1].lower() + name[1:]
        return self._add(span, noun.start, name, kind_of(self._doc[noun.start]))

    def _add(self, span: Span, head: int, name: str, kind: Kind) -> int:
        actors = claims_of(self._doc)["actors"]
        same = (n for n, actor in enumerate(actors) if actor["name"] == name and actor["kind"] == kind)
        index = next(same, None)
        if index is None:
            noun = self._doc[head]
            index = new_actor(self._doc, name, kind, gender=gender_of(noun)[:1] or None, plural=number_of(noun) == "pl")
        add_reference(self._doc, index, span)
        return index
