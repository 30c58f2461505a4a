"""Prepositions after the noun of an unnamed actor: which belong to it, and which tell of the deed.

«piloci z Dublina» are other people than «piloci»; «maszyniści do poniedziałku» are only «maszyniści».
"""

from functools import cache

from spacy.tokens import Doc, Token

from nlp_claims import lexicons
from nlp_claims.actors.lookup import is_state_body
from nlp_claims.actors.nounphrases import case_of, name_end, noun_lemma, noun_phrase, number_of
from nlp_claims.actors.registry import find_actor

CLOSING = frozenset('”"»“’')
_HANGING = frozenset({"ADV", "PART", "CCONJ", "PUNCT"})
_SUCH_AS = frozenset({"np", "m.in", "tj", "tzn"})
_LANDS = frozenset({"kraj", "państwo", "region", "miasto", "świat"})


def origin_end(doc: Doc, end: int, noun: Token) -> int:
    """«rejestratorka z poradni w Kielcach», «uczestnicy spotkania z 27 krajów», «związki w Ryanairze»."""
    if end + 1 >= len(doc) or doc[end].is_sent_start:
        return end
    use = _uses().get(doc[end].lower_)
    after = next((t for t in doc[end + 1 : end + 4] if t.pos_ in {"NOUN", "PROPN"}), None)
    if after is None or use not in {"origin", "inside"} or any(t.is_punct for t in doc[end : after.i]):
        return end
    if use == "origin" and case_of(after) != "gen" and not after.text.isupper():  # «źródło z KE»
        return end
    several = number_of(noun) == "pl" or is_state_body(noun.lower_)  # «rząd w Londynie»
    if use == "inside" and (not several or doc[end].lower_ == "na" or find_actor(doc, after) is None):
        return end
    end = max(after.i + 1, name_end(doc, after.i), noun_phrase(doc, after)[1])
    # «ze strony Komisji Europejskiej»
    return name_end(doc, end) if end < len(doc) and case_of(doc[end]) == "gen" else end


def without_circumstances(doc: Doc, end: int, noun: Token) -> int:
    """The end of the phrase before the first preposition that tells of the deed: «piloci | do piątku»."""
    for place in range(noun.i + 1, end):
        if (
            doc[place].pos_ == "ADP"
            and find_actor(doc, doc[place]) is None
            and not _is_complement(doc, place, end, noun)
        ):
            end = place
            break
    while end > noun.i + 1 and _hangs(doc[end - 1]):
        end -= 1
    return end


def _hangs(token: Token) -> bool:
    """Whether no phrase ends in the word: «goście, | m.in»."""
    return (token.pos_ in _HANGING and token.text not in CLOSING | {"."}) or token.lower_ in _SUCH_AS


# nouns of compound prepositions: «pasażerowie | z powodu mgły», «rząd | w szczególności»
_CAUSES = frozenset({"okazja", "pomoc", "powód", "racja", "rama", "skutek", "szczególność", "tytuł", "uwaga", "wzgląd"})


def _is_complement(doc: Doc, place: int, end: int, noun: Token) -> bool:
    """Whether the preposition at ``place`` begins a complement of the noun."""
    word = doc[place].lower_
    if place + 1 < len(doc) and doc[place + 1].lemma_.lower() in _CAUSES:
        return False
    after = next((t for t in doc[place + 1 : end] if t.pos_ in {"NOUN", "PROPN", "X"}), None)
    if word == "do":  # «pełnomocnik do spraw», «posłowie do PE»
        return after is not None and (after.lower_ == "spraw" or (after.i == place + 1 and after.text.isupper()))
    use = _uses().get(word)
    if use is None or after is None or noun_lemma(after) in lexicons.words("times"):
        return False
    if use == "inside":
        return _is_inside(doc, place, after, noun)
    return use == "kept" or case_of(after) in {"gen", ""} or find_actor(doc, after) is not None


def _is_inside(doc: Doc, place: int, after: Token, noun: Token) -> bool:
    """«związkowcy w Belgii», «media w tym kraju»; not «słuchacze Lessiga w Krakowie», «piloci w złym humorze»."""
    if noun_lemma(after) == "sprawa":
        return True  # «członkowie komitetu w sprawie brexitu»
    if doc[place + 1].lemma_.lower() == "cały":
        return False  # «uczniowie w całej Polsce»
    if any(find_actor(doc, token) is not None for token in doc[noun.i + 1 : place]):
        inner = next((t for t in reversed(doc[noun.i + 1 : place]) if t.pos_ == "ADP"), None)
        return inner is not None  # «rejestratorka z poradni w Kielcach»
    known = noun_lemma(after) in _LANDS or noun_lemma(after) in lexicons.words("organization_heads")
    return known or find_actor(doc, after) is not None


@cache
def _uses() -> dict[str, str]:
    return {row["form"]: row["use"] for row in lexicons.read("phrase_prepositions")}
