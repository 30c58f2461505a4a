"""Who takes part in what a text tells: the people and bodies that do something, that it is told or asked of.

Not every plural is an actor: «pasażerowie mają bagaż», «liczba pracowników» tell nothing that anybody does.
"""

from functools import cache, lru_cache

from spacy.tokens import Token

from nlp_claims import lexicons
from nlp_claims.actors.modifiers import ANYBODY
from nlp_claims.actors.nounphrases import case_of, gender_of, noun_lemma, number_of, role_lemmas
from nlp_claims.actors.unnamed import is_share, kind_of, organization_heads
from nlp_claims.morphology import analyse, forms
from nlp_claims.women import is_woman

_GENITIVES = frozenset({"nmod", "nmod:arg"})
_OBJECTS = frozenset({"obj", "iobj", "obl", "obl:arg", "nmod", "nmod:arg"})
_COUNTED = frozenset({"nummod", "nummod:gov", "det:nummod"})
_PUBLIC = frozenset({"state", "court", "party"})

SUBJECTS = frozenset({"nsubj", "obl:agent"})
#: What a participant may be to the word it hangs on.
ROLES = SUBJECTS | _OBJECTS | {"conj"}


def takes_part(token: Token) -> bool:
    """Whether the noun means people or a body, and something is told of what they do or are told."""
    if not is_somebody(token):
        return False
    if any(child.dep_ in _COUNTED for child in token.children):
        # «trzech pilotów» may be any, «300 pracowników fabryki odmówiło» are those of the factory
        return token.dep_ == "nsubj" and _has_genitive(token) and _is_deed(token, token.head)
    if is_authority(token) or does(token):
        return True
    return _is_told_apart(token) and (_is_antecedent(token) or _is_dealt_with(token))


def is_somebody(token: Token) -> bool:
    """Whether the noun means several people, or a body of people."""
    if number_of(token) == "pl":
        lemma = noun_lemma(token)
        woman = gender_of(token) == "f" and is_woman(lemma)
        return gender_of(token) == "m1" or woman or is_body(token) or lemma in lexicons.words("collectives")
    return (kind_of(token) == "organization" and is_body(token)) or is_share(token)


@lru_cache(maxsize=5_000)
def may_be_somebody(form: str) -> bool:
    """Whether a small word may mean people or a body in any of its readings; what the dictionary lacks may."""
    readings = analyse(form)
    return not readings or any(
        reading.has("m1")
        or reading.lemma in organization_heads()
        or reading.lemma in lexicons.words("collectives")
        or reading.lemma in lexicons.words("shares")
        or is_woman(reading.lemma)
        for reading in readings
    )


def is_body(token: Token) -> bool:
    """Whether the noun names a body of people («rząd», «sąd»), not a thing."""
    return noun_lemma(token) in organization_heads()


def is_authority(token: Token) -> bool:
    """Whether the noun is one for an authority, an actor of the news wherever it stands: «wola rządu», «od władz».

    Not where it is the place of something: «mówił w parlamencie».
    """
    lemma = noun_lemma(token)
    if lemma not in lexicons.words("authorities") or case_of(token) == "loc":
        return False
    return number_of(token) == ("pl" if lemma == "władza" else "sg")  # «władze», but «dojść do władzy»


def is_official(token: Token) -> bool:
    """Whether the noun means one person by what he is to somebody: «mąż Anny», «szef Rady», not «kierowca»."""
    if number_of(token) != "sg" or noun_lemma(token) not in role_lemmas():
        return False
    return _has_genitive(token) and not any(child.lemma_ in {"każdy", "żaden"} for child in token.children)


@lru_cache(maxsize=2_000)
def is_people(word: str) -> bool:
    """Whether an adjective or participle in the plural means people: «strajkujących», «oskarżeni»."""
    listed = lexicons.words("collectives")
    for reading in analyse(word):
        if reading.pos == "pact" and reading.has("pl") and reading.has("m1") and reading.has("nom"):
            return True  # «Protestujący odeszli»
        if reading.pos in {"adj", "pact", "ppas"} and reading.has("pl") and reading.has("m1"):
            kept = () if reading.pos == "adj" else ("aff",)
            if listed & set(forms(reading.lemma, reading.pos, "sg", "nom", "m1", *kept)):
                return True
    return False


def does(token: Token) -> bool:
    """Whether the noun is the subject or the agent of something that somebody does."""
    verb = token.head
    if token.dep_ == "nsubj":
        return _is_deed(token, verb) and (_agrees(token, verb) or _is_quantified(token))
    if token.dep_ == "obl:agent":
        return verb.pos_ in {"VERB", "ADJ"}  # «przyjęcie przez parlament»: whose it is, the tree does not tell
    if token.dep_ == "conj":
        return case_of(token) == "nom" and _first(token).dep_ == "nsubj" and _is_deed(token, _first(token).head)
    return token.dep_ in _GENITIVES and case_of(token) == "gen" and _has_deed(token)


def _has_deed(token: Token) -> bool:
    """«strajk pilotów»; «40 proc. pilotów odeszło», «tysiące pilotów protestują»."""
    noun = token.head
    if noun_lemma(noun) in lexicons.words("deeds"):
        return True
    counts = noun_lemma(noun) in lexicons.words("shares") or noun.lower_ in _COUNTERS
    return counts and noun.dep_ == "nsubj" and _is_deed(token, noun.head)


_COUNTERS = frozenset({"procent", "proc", "%"})


def _first(token: Token) -> Token:
    """The first of the coordinated words."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token


def _is_told_apart(token: Token) -> bool:
    """Whether a noun says who they are: «wyborcy» does, «ludzie» only with a complement, «ludzie prezesa»."""
    return noun_lemma(token) not in ANYBODY or _has_genitive(token)


def _has_genitive(token: Token) -> bool:
    after = (child for child in token.children if child.i > token.i and child.dep_ in _GENITIVES)
    return any(child.pos_ in {"NOUN", "PROPN", "X"} and case_of(child) in {"gen", ""} for child in after)


def _is_antecedent(token: Token) -> bool:
    """Whether a relative clause tells what they do: «dla lekarzy, którzy odchodzą»."""
    for verb in token.children:
        if verb.dep_ == "acl:relcl" and any(c.dep_ == "nsubj" and c.lemma_ == "który" for c in verb.children):
            return _is_deed(token, verb)
    return False


def _is_deed(token: Token, verb: Token) -> bool:
    """Whether the predicate says that its subject does, wants or must do something, and not what it is or has."""
    if verb.pos_ == "ADJ":
        return verb.lemma_ in lexicons.words("attitudes")  # «związkowcy są gotowi»
    wants = any(child.dep_ == "xcomp" for child in verb.children)  # «pracownicy mieli podpisać»
    public = number_of(token) == "sg" and organization_heads().get(noun_lemma(token)) in _PUBLIC
    if verb.pos_ == "VERB":
        return wants or public or verb.lemma_ not in lexicons.words("state_verbs")
    return verb.pos_ == "AUX" and wants  # «rząd nie był w stanie przedstawić planu»


def _is_quantified(noun: Token) -> bool:
    """«coraz więcej republikanów ma dość»: a genitive that is the subject of a singular."""
    return case_of(noun) == "gen" and any(child.dep_ in {"det:numgov", "det"} for child in noun.children)


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether the number of the verb is the noun's: «sprawcy» is no subject in «policja szuka sprawcy»."""
    return number_of(noun) == "sg" or number_of(verb) == "pl" or not verb.morph.get("Number", [])


def _is_dealt_with(token: Token) -> bool:
    """Whether they are spoken to or dealt with: «wezwał posłów, by …», «rozmowy z pilotami»."""
    if token.dep_ not in _OBJECTS:
        return False
    case = next((child.lower_ for child in token.children if child.dep_ == "case"), "")
    how = _dealings().get(noun_lemma(token.head))
    if case in {"z", "ze"}:
        return how == "with" and case_of(token) == "inst"
    return how == "object" and not case and token.head.pos_ == "VERB" and case_of(token) in {"dat", "acc", "gen"}


@cache
def _dealings() -> dict[str, str]:
    return {row["lemma"]: row["whom"] for row in lexicons.read("dealings")}
