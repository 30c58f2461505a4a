"""The ``claims_actors`` component: runs first, fills ``claims["actors"]`` and ``doc.spans["claims_actors"]``."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from nlp_claims.actors.acts import note_acts
from nlp_claims.actors.assemble import write_actors
from nlp_claims.actors.groups import find_groups
from nlp_claims.actors.names import Vocabulary
from nlp_claims.actors.references import refer
from nlp_claims.annotations import claims_of, register


def create(nlp: Language, name: str, overlay: str) -> Callable[[Doc], Doc]:
    """Make the component; ``overlay`` is a folder of lexicons laid over ours, or empty."""
    del nlp, name
    register()
    words = Vocabulary(overlay)

    def component(doc: Doc) -> Doc:
        claims_of(doc)
        roles = write_actors(doc, words)
        refer(doc, roles, words)
        find_groups(doc)
        note_acts(doc)
        return doc

    return component


Language.factory("claims_actors", default_config={"overlay": ""}, func=create)
