"""What a dash opens or closes: speech, a sentence that a verb reports, an item of a list."""

from nlp_claims.statements.conjunctions import QUESTION_WORDS, THAT, relative
from nlp_claims.statements.cues import Cue
from nlp_claims.statements.draft import Range
from nlp_claims.statements.grammar import FINITE
from nlp_claims.statements.quotations import has_verb
from nlp_claims.statements.text import CLOSING, TERMINATORS, Text


def opens_speech(text: Text, place: int, start: int) -> bool:
    """Whether speech may begin after the dash: it opens a paragraph or a sentence."""
    if place > start:
        before = text.tokens[place - 1].text
        if before[-1] not in TERMINATORS | CLOSING | {":"} or before in {"'", "’"}:
            return False
        if before in CLOSING and (place < 2 or text.tokens[place - 2].text[-1] not in TERMINATORS):  # noqa: PLR2004
            return False
    for token in text.tokens[place + 1 : place + 5]:
        if token.text[0].isalnum():
            return token.text[0].isupper() or token.text[0].isdigit()
        if token.text[0] not in '„"”“«»([.…+':
            return False
    return False


def reported_sentence(text: Text, part: Range, cue: Cue, stop: int) -> bool:
    """Whether the words before the dash can be what was said: with a verb, or before a frame that ends the sentence.

    «To nieprawda - powiedział rzecznik.» has no verb; «Kraków - mówi się o nim - to stolica» no frame.
    """
    if has_verb(text, *part):
        # «Wyjaśnił, że wydawca – spółka Druk – podał powód»: the clause before the dash still lacks its verb
        opener = next((at for at in range(part[1] - 1, part[0], -1) if _opens_content(text, at)), part[0])
        verbs = (verb for at in range(opener, part[1]) for verb in text.words[at].verbs)
        return any(verb.form in FINITE for verb in verbs) or "to" in text.lowers[opener : part[1]]
    entry = cue.entry
    # «zapowiedzieć» and «przytaczać» take what stands before the dash for an object: «Strajk – zapowiedzieli piloci»
    utters = cue.finite and not cue.impersonal and {"że", "quote"} <= entry.takes and entry.class_ != "announce"
    # «Obie partie – Lewica i Ruch – deklarują, jak widzą przyszłość»: a subject and its verb
    utters = utters and QUESTION_WORDS.isdisjoint(text.lowers[cue.last + 1 : stop])
    return utters and not entry.mental and stop - 1 > cue.last and text.tokens[stop - 1].text in TERMINATORS


def _opens_content(text: Text, place: int) -> bool:
    return text.lowers[place] in THAT or relative(text, place)


def is_turn(text: Text, since: int, start: int, end: int) -> bool:
    """Whether what a dash opens and nothing closes is speech, not an item of a list.

    It opens a paragraph, or follows a sentence of the narrator's: «Tusk zabrał głos. – To nasz wspólny dom.»
    """
    opens = since - 1 == start or text.sentence(since)[0] == since - 1
    if not opens or end - since < 5 or text.tokens[end - 1].text[-1] not in TERMINATORS | CLOSING:  # noqa: PLR2004
        return False
    return any(text.words[at].finite for at in range(since, end))


def is_sentence(text: Text, start: int, end: int, *, asked: bool = False) -> bool:
    """Whether the words are a sentence: with a verb, «to» or «nie», or (``asked``) a question («PAP: A pestycydy?»)."""
    verbs = (text.words[at].finite or text.lowers[at] in {"to", "nie"} for at in range(start, end))
    return any(verbs) or (asked and text.tokens[end - 1].text == "?")
