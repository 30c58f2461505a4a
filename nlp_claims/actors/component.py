"""The ``claims_actors`` component."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from nlp_claims.annotations import claims_of, register


def create(nlp: Language, name: str, overlay: str) -> Callable[[Doc], Doc]:
    """Make the component; ``overlay`` is a folder of lexicons laid over ours, or empty."""
    register()

    def component(doc: Doc) -> Doc:
        claims_of(doc)
        return doc

    return component


Language.factory("claims_actors", default_config={"overlay": ""}, func=create)
