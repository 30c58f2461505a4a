"""What stands around a name in a parsed document: the case it is in, its gender, its verb."""

from spacy.tokens import Doc, Token

from nlp_claims.actors.baseforms import Context
from nlp_claims.actors.names import Name
from nlp_claims.actors.unnamed import case_of, gender_of
from nlp_claims.actors.words import CASES
from nlp_claims.morphology import analyse



def context_of(doc: Doc, name: Name) -> Context:
    """The case of a name as the tagger and a preposition tell it, and the person's gender by verb."""
    gender = subject_gender(doc, name) if name.kind == "person" else ""
    case, governed = _case(doc, name), _governed(doc, name.start)
    # tagger and parser agree: «Chuka ocenił» is not «Chuk» in the genitive
    subject = not governed and case == "nom" and subject_of(doc, name) is not None
    return Context(case, governed, gender, subject)


def _case(doc: Doc, name: Name) -> str:
    """The tagger's case: of the root of the name, or of its first word that has one."""
    span = doc[name.start : name.end]
    if (case := case_of(span.root)) and (name.kind == "person" or span.root.i == name.start):
        return case
    return next((case for token in span if (case := case_of(token))), "")


def _governed(doc: Doc, start: int) -> frozenset[str]:
    """The cases that a preposition right before the name takes; empty where none stands there."""
    if start == 0:
        return frozenset()
    before = doc[start - 1]
    if before.pos_ != "ADP":
        return frozenset()
    return frozenset(case for r in analyse(before.lower_) if r.pos == "prep" for case in CASES if r.has(case))


def subject_of(doc: Doc, name: Name) -> Token | None:
    """The verb (or other predicate) whose subject the name is."""
    root: Token = doc[name.start : name.end].root
    while root.dep_ in {"flat", "appos", "nmod:flat"} and root.head.i < root.i:
        root = root.head  # «premier Donald Tusk powiedział»: the title is the subject
    if root.dep_.split(":")[0] == "nsubj":
        return root.head
    return None


def subject_gender(doc: Doc, name: Name) -> str:
    """«m» or «f» by the past tense of the verb («powiedziała»), or an empty string."""
    verb = subject_of(doc, name)
    if verb is None or "Sing" not in verb.morph.get("Number", []):
        return ""
    gender = gender_of(verb)[:1]
    return gender if gender in {"m", "f"} and "Past" in verb.morph.get("Tense", []) else ""
