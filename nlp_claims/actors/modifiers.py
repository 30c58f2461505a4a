"""Adjectives and participles of the noun of an unnamed actor: where its phrase begins, what a participle adds."""

from spacy.tokens import Doc, Token

from nlp_claims import lexicons
from nlp_claims.actors.nounphrases import JOINTS, agrees_with, case_of, noun_lemma
from nlp_claims.morphology import analyse

_POINTING = frozenset(
    {"swój", "jaki", "który", "czyj", "ten", "tamten", "ów", "sam", "taki", "dzisiejszy", "wczorajszy"}
)
_RANKS = frozenset({"rangi", "szczebla", "klasy"})
_BETWEEN = frozenset({",", "i", "oraz", "-", "–", "."})
_MARKS = frozenset({",", "(", ")", "-", "–", "—", ".", ":", ";"})
_LONGEST_PARTICIPLE = 10  # tokens
#: Nouns that tell nothing of who is meant: it is what follows them that does.
ANYBODY = frozenset({"człowiek", "kraj", "osoba", "państwo"})


def adjectives_start(doc: Doc, start: int, noun: Token) -> int:
    """Where the adjectives before the noun begin: «zajmujący się sprawą | lokalny sąd», «wysokiej rangi | posłowie».

    Args:
        doc: a parsed document.
        start: the first token of what the parser or a cue took for the phrase.
        noun: its head.
    """
    before = doc[start - 1] if start > 0 else None
    opens = before is not None and before.is_sent_start and before.pos_ in {"VERB", "ADJ"}
    if before is not None and opens and noun.head.i != before.i and agrees_with(before, noun):
        start -= 1  # «Przyszli emeryci»: the tagger takes the adjective for a verb, but the noun is another's subject
    place = found = noun.i
    while place > start:
        place -= 1
        token = doc[place]
        if points(token):
            break  # «swoi obywatele» of one who was named, «jakie państwa»
        if _qualifies(token, noun):
            found = place
        elif token.lower_ in _RANKS and place > start and doc[place - 1].pos_ == "ADJ":
            place = found = place - 1  # «wysokiej rangi urzędnicy»
        elif token.pos_ not in {"ADV", "PART"} and token.text not in _BETWEEN and token.lower_ not in {"tzw", "św"}:
            break
    return found


def _qualifies(token: Token, noun: Token) -> bool:
    """Whether the token before a noun is a word of its phrase."""
    if token.pos_ in {"NUM", "X"} or token.like_num:
        return True
    return token.pos_ in {"ADJ", "DET", "VERB"} and (not analyse(token.lower_) or agrees_with(token, noun))


def adjectives_end(doc: Doc, end: int, noun: Token) -> int:
    """«związkowcy hiszpańscy, | włoscy i belgijscy»: adjectives after the noun, the last of them after «i»."""
    if doc[end - 1].pos_ != "ADJ" or not agrees_with(doc[end - 1], noun):
        return end
    place = end
    while place + 1 < len(doc) and doc[place].text in JOINTS and _is_adjective(doc[place + 1], noun):
        place += 2
        if doc[place - 2].text != ",":
            return place
    return end


def _is_adjective(token: Token, noun: Token) -> bool:
    return token.pos_ == "ADJ" and case_of(token) == case_of(noun) and agrees_with(token, noun)


def points(token: Token) -> bool:
    """Whether the word points to somebody and does not tell who it is: «ten», «swój», «ich»."""
    return token.lemma_.lower() in _POINTING or token.lower_ in {"jego", "jej", "ich"}


def is_active(token: Token) -> bool:
    """Whether the word is an active participle: «reprezentujący»."""
    return any(reading.pos == "pact" for reading in analyse(token.lower_))


def participle_end(doc: Doc, end: int, noun: Token) -> int:
    """«prawnicy reprezentujący państwo», «organizacje | zrzeszające Polaków»: which of them is told by what they do.

    What was done to them tells who they are where the noun does not: «osoby zatrudnione w szpitalu».
    """
    place = noun.i + 1
    while place < end and doc[place].pos_ == "ADJ" and not is_active(doc[place]):
        place += 1  # «związki zawodowe reprezentujące personel»
    if place >= len(doc) or not _tells(doc[place], noun) or not agrees_with(doc[place], noun):
        return end
    inside = {token.i for token in doc[place].subtree}
    close = place + 1
    while close in inside and (doc[close].text not in _MARKS or (doc[close].text == "." and close + 1 in inside)):
        close += 1
    told = close - place - (doc[close - 1].lower_ == "się") > 1  # «piloci pracujący» are no others than «piloci»
    return max(end, close) if told and close - place <= _LONGEST_PARTICIPLE else end


def _tells(participle: Token, noun: Token) -> bool:
    anybody = noun_lemma(noun) in ANYBODY or noun_lemma(noun) in lexicons.words("shares")
    return is_active(participle) or (anybody and any(r.pos == "ppas" for r in analyse(participle.lower_)))
