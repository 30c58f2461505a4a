"""Opinions of shares of people: «62 proc. badanych uważa, że …», and where the pollster's remark on them begins."""

from nlp_claims.statements.cues import Cue
from nlp_claims.statements.text import Text

#: Words and marks of a percentage.
SHARES = frozenset({"proc", "proc.", "procent", "%"})
_POLLED = frozenset({"respondent", "respondentka", "ankietowany", "badany"})  # «dwie trzecie respondentów uważa»
_REMARKS = frozenset({("co",), ("podczas", "gdy"), ("przy", "czym"), ("wobec",)})
_CONTRASTS = frozenset({"a", "zaś", "natomiast", "ale", "i", "oraz"})
_REACH = 8  # tokens between a share and its verb: «62 proc. wszystkich badanych w tym wieku uważa»
_SHARE_NEAR = 5  # tokens from «a» to the share that it opens: «, a tylko ok. 30 proc.»


def of_share(text: Text, cue: Cue, start: int) -> bool:
    """Whether a share of people holds the opinion: «62 proc. badanych uważa», and not «OECD uważa».

    Args:
        text: the document.
        cue: the verb of opinion.
        start: where the clause of the verb begins.
    """
    for at in range(cue.first - 1, max(start, cue.first - _REACH) - 1, -1):
        if text.lowers[at] in SHARES or any(noun.lemma in _POLLED for noun in text.words[at].nouns):
            return True
        if text.tokens[at].text in ",;:" or text.words[at].finite:
            return False
    return False


def opinion_end(text: Text, start: int, end: int) -> int:
    """Where the opinion of a share of people ends within ``start`` and ``end``: the pollster's remark is not theirs.

    «…, że szkoły trzeba otworzyć, co stanowi wzrost o 4 punkty», «… – to o 3 punkty więcej niż w maju»,
    «… (na wsi 20 proc.)», «…, podczas gdy 55 proc. jest innego zdania», «…, a 30 proc. nie ma zdania».
    """
    for at in range(start + 1, end):
        mark = text.tokens[at].text
        if mark in "(;" or (text.is_dash(at) and text.tokens[at].spaced and text.gap_after(at)):
            return at
        if mark == "," and _remarks(text, at + 1, end):
            return at
    return end


def _remarks(text: Text, at: int, end: int) -> bool:
    if any(text.lowers[at : at + len(words)] == words for words in _REMARKS):
        return True
    following = range(at + 1, min(at + 1 + _SHARE_NEAR, end))
    return text.lowers[at] in _CONTRASTS and any(text.lowers[place] in SHARES for place in following)
