"""What the rules find in a text by itself, before anybody looks for the speakers."""

from nlp_claims.statements.contents.extract import extract
from nlp_claims.statements.cues import lexicon
from nlp_claims.statements.text import read


def said(raw):
    """(mode, the parts joined by « … », the cue or None) of each statement, by start."""
    text = read(raw)
    found = []
    for draft in extract(text, lexicon()):
        cue = draft.cue
        word = None if cue is None else raw[text.tokens[cue.first].start : text.tokens[cue.last].end]
        found.append((draft.mode, " … ".join(raw[a:b] for a, b in text.spans(draft.parts)), word))
    return found


def contents(raw):
    return [content for _, content, _ in said(raw)]
