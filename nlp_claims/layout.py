"""The ``claims_layout`` component: a line break that ends a headline or a paragraph ends a sentence.

The parser, left alone, joins «Milley: To nie będzie decydujące» with the paragraph that follows it.
"""

from spacy.language import Language
from spacy.tokens import Doc


def create(nlp: Language, name: str) -> "Layout":
    """The component's factory."""
    return Layout()


class Layout:
    """Starts a sentence at the first word after a line break, before the parser sees the text."""

    def __call__(self, doc: Doc) -> Doc:
        """Pin sentence starts on ``doc``; elsewhere the parser stays free."""
        broken = False
        for token in doc:
            if token.is_space:
                broken = broken or "\n" in token.text
            elif broken:
                token.is_sent_start = True
                broken = False
        return doc


Language.factory("claims_layout", assigns=["token.is_sent_start"], func=create)
