"""Where a noun phrase ends, by case alone: «Zdaniem dyrektora biura komunikacji LOT Adriana Kubickiego | bardziej …»."""

from collections.abc import Mapping

from nlp_claims.statements.clauses import relative
from nlp_claims.statements.text import Text

_INSIDE = frozenset(
    {
        "ds",
        "do",
        "spraw",
        "dr",
        "prof",
        "gen",
        "im",
        "św",
        "płk",
        "mec",
        "sp",
        "z",
        "o",
        "ks",
        "abp",
        "bp",
        "inż",
        "mgr",
        "red",
    }
)
_MARKS = frozenset('„"”“«»')
_ADVERBS = frozenset({"adv", "part", "conj", "comp", "pred", "interj"})
_LONGEST = 45


def phrase_end(text: Text, place: int, case: str, cases: Mapping[int, str] | None = None) -> int:
    """The end of the noun phrase in ``case`` that begins at ``place``.

    Complements in the genitive belong to it, and so do names that the dictionary does not know. ``cases`` is the
    tagger's opinion by token: it parts «zdaniem ekspertów rynku | ceny spadną», where the forms alone cannot.
    """
    said = cases or {}
    at = place
    headed = False
    stop = min(len(text.tokens), place + _LONGEST, text.sentence(place)[1] if place < len(text.tokens) else place)
    while at < stop:
        token, word = text.tokens[at], text.words[at]
        first = token.text[0]
        if token.text in _MARKS:
            close = next((k for k in range(at + 1, min(at + 9, stop)) if text.tokens[k].text in _MARKS), None)
            if close is None or (headed and not text.tokens[at + 1].text[0].isupper()):
                break
            at, headed = close + 1, True
            continue
        if token.text == "(":
            close = next((k for k in range(at + 1, min(at + 30, stop)) if text.tokens[k].text == ")"), None)
            if close is None:
                break
            at = close + 1
            continue
        if (
            text.lowers[at]
            in {"ds", "dr", "prof", "gen", "im", "św", "płk", "mec", "ks", "abp", "bp", "inż", "mgr", "red"}
            and at + 1 < stop
        ):
            at += 2 if text.tokens[at + 1].text == "." else 1
            continue
        if text.lowers[at : at + 4] == ("m", ".", "in", "."):
            at += 4
            continue
        if text.lowers[at : at + 2] == ("do", "spraw"):
            at += 2
            continue
        if len(token.text) == 1 and first.isupper() and at + 1 < stop and text.tokens[at + 1].text == ".":
            at += 2
            continue
        if first.isdigit():
            at += 1
            continue
        if not first.isalpha():
            break
        if text.lowers[at] in {"i", "oraz"} and headed and at + 1 < stop:
            following = text.words[at + 1]
            if following.has_case("gen" if case != "nom" else case) and not following.finite:
                at += 1
                continue
            break
        if relative(text, at) or word.finite:
            break
        unknown = not word.known and first.isupper()
        if (
            headed
            and any(v.form in {"pact", "ppas"} for v in word.verbs)
            and word.has_case("gen" if case != "nom" else case)
        ):
            return _participle_end(text, at, stop)
        if headed and case != "nom" and said.get(at) == "nom" and word.has_case("nom"):
            break
        own = word.has_case(case) or unknown
        rare = not word.known and at > place + 1 and text.tokens[at - 1].text == "."  # «eksperta ds. psefologii»
        complement = headed and (word.has_case("gen") or unknown or rare)
        if not (own or complement):
            break
        if word.tags & _ADVERBS and not word.nouns:
            break
        if "prep" in word.tags and not any(noun.pos == "subst" and noun.lemma[:1].isupper() for noun in word.nouns):
            break
        if headed and case == "nom" and own and not complement and not first.isupper():
            break
        headed = (
            headed
            or unknown
            or any(noun.pos in {"subst", "ger", "depr", "ppron3"} and (case in noun.cases) for noun in word.nouns)
        )
        at += 1
    return at if headed or at > place else place


def _participle_end(text: Text, place: int, stop: int) -> int:
    """«prawników zajmujących się prawami pasażera | są …»: up to the next verb or mark."""
    for at in range(place + 1, stop):
        if text.words[at].finite or not text.tokens[at].text[0].isalnum() or text.lowers[at] == "to":
            return at
    return stop
