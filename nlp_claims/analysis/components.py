"""spaCy components of the bundled pipeline: the encoder writes ``doc.tensor``, every other one reads it.

They bear the names, the labels and the annotations of spaCy's own («morphologizer», «tagger», «parser»,
«ner»), so that whatever runs on ``pl_core_news_lg`` runs on them.
"""

from collections.abc import Callable

from spacy.language import Language

from nlp_claims.analysis.component import Component
from nlp_claims.analysis.encoder import Encoder
from nlp_claims.analysis.names import NameFinder
from nlp_claims.analysis.parser import Parser
from nlp_claims.analysis.tagging import Morphologizer, Tagger


def _factory(name: str, kind: type[Component], assigns: list[str]) -> Callable[[Language, str], Component]:
    def create(nlp: Language, name: str) -> Component:  # noqa: ARG001
        return kind()

    Language.factory(name, assigns=assigns, func=create)
    return create


create_encoder = _factory("claims_encoder", Encoder, ["doc.tensor", "token.is_sent_start"])
create_tagger = _factory("claims_tagger", Tagger, ["token.tag"])
create_morphologizer = _factory("claims_morphologizer", Morphologizer, ["token.pos", "token.morph"])
create_parser = _factory(
    "claims_parser", Parser, ["token.dep", "token.head", "token.is_sent_start", "token.morph", "doc.sents"]
)
create_ner = _factory("claims_ner", NameFinder, ["doc.ents", "token.ent_iob", "token.ent_type"])
