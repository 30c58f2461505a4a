"""The ``claims_numbers`` component: numeric claims of a document, with who makes them.

It runs after ``claims_actors`` and ``claims_statements``. A tagger and parser before it are a second
opinion on nouns and give the sentence; without them it works on characters and the dictionary alone.
"""

from collections.abc import Callable, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp_claims.annotations import Number, Statement, claims_of, register

KEY = "claims_numbers"


def create(nlp: Language, name: str, overlay: str) -> Callable[[Doc], Doc]:
    """Make the component; ``overlay`` is a folder of lexicons laid over ours, or empty."""
    return NumberFinder(overlay)


class NumberFinder:
    """Writes ``doc._.claims["numbers"]`` and ``doc.spans["claims_numbers"]``."""

    def __init__(self, overlay: str = "") -> None:
        """Read the lexicons."""
        # imported late: spaCy imports this module on every load, the dictionary is heavy
        from nlp_claims.numbers.surroundings import Surroundings

        register()
        self._surroundings = Surroundings(overlay)

    def __call__(self, doc: Doc) -> Doc:
        """Find the numbers of ``doc``."""
        claims = claims_of(doc)
        claims["numbers"] = numbers = self._surroundings.claims(doc)
        _attribute(numbers, claims["statements"])
        spans = (
            doc.char_span(number["start"], number["end"], label=number["rule"], alignment_mode="expand")
            for number in numbers
        )
        doc.spans[KEY] = [span for span in spans if isinstance(span, Span)]
        return doc


def _attribute(numbers: Sequence[Number], statements: Sequence[Statement]) -> None:
    """Give each number the innermost statement that it stands in, and that statement's speaker."""
    sizes = [sum(end - start for start, end in statement["parts"]) for statement in statements]
    parts = sorted(
        ((start, end, index) for index, statement in enumerate(statements) for start, end in statement["parts"]),
        key=lambda part: sizes[part[2]],
    )
    for number in numbers:
        start, end = number["number"]
        inside = next((index for low, high, index in parts if low <= start and end <= high), None)
        if inside is not None:
            number["statement"] = inside
            number["source"] = statements[inside]["speaker"]


Language.factory("claims_numbers", default_config={"overlay": ""}, func=create)
