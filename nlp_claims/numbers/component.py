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
    parts = sorted((start, end, index) for index, each in enumerate(statements) for start, end in each["parts"])
    around: list[tuple[int, int, int]] = []  # the parts that began before the number and have not ended
    at = 0
    for number in sorted(numbers, key=lambda number: number["number"]):
        start, end = number["number"]
        while at < len(parts) and parts[at][0] <= start:
            around.append(parts[at])
            at += 1
        around = [part for part in around if part[1] > start]
        fitting = (index for _, high, index in around if end <= high)
        inside = min(fitting, key=lambda index: (sizes[index], index), default=None)
        if inside is not None:
            number["statement"] = inside
            number["source"] = statements[inside]["speaker"]


Language.factory("claims_numbers", default_config={"overlay": ""}, func=create)
