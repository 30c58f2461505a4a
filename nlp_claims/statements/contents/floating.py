"""Quoted sentences without a verb of their own: they go with the statement beside them, or stand alone."""

from collections.abc import Iterator, Sequence

from nlp_claims.statements.contents.edges import trim
from nlp_claims.statements.draft import Draft
from nlp_claims.statements.quotations import Quotations, has_verb
from nlp_claims.statements.text import QUOTES, TERMINATORS, Text

_SUCH = {("takie",), ("taka",), ("te",), ("tymi",), ("takimi",), ("tak",)}
_BANNERS = frozenset(
    {(noun, number) for noun in ("transparent", "baner", "plakat", "okrzyk") for number in ("sg", "pl")}
    | {("hasło", "pl")}  # «zjazd pod hasłem „…”» is its name
)
_BANNER = 40  # tokens from the word for it to a slogan
_SHORTEST = 3
_HEADLINE = 25  # tokens
_TEXTS = frozenset({"tytuł", "hasło", "napis", "nazwa", "piosenka", "artykuł", "tekst", "cykl", "przykład", "dewiza"})


def find(text: Text, quotations: Quotations, taken: set[int], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Quoted sentences without a verb of their own: they belong to the neighbouring statement, or to its speaker."""
    by_frame_end = {draft.frame[1]: draft for draft in drafts if draft.mode == "direct" and draft.frame[1]}
    for n in quotations.tops:
        first, last = quotations.inner[n]
        opening, closing = quotations.outer[n]
        if first >= last or first in taken:
            continue
        if not (_whole_sentence(text, first, last, opening, closing) or _slogan(text, first, last)):
            continue
        part = trim(text, first, last)
        neighbour = by_frame_end.get(opening)
        beside = neighbour is not None and text.paragraph(opening) == text.paragraph(neighbour.frame[0])
        if neighbour is not None and beside and not _heads(text, opening, closing):
            neighbour.parts.append(part)  # «„A” – powiedział X. „B”.»
            by_frame_end[closing] = neighbour
        else:
            yield Draft("direct", [part], "statement.floating", named=_signed(text, closing))


def _signed(text: Text, closing: int) -> tuple[int, int] | None:
    """Who signs a quoted headline in the words behind it: «„Nie oddamy miasta”. Kos do mieszkańców»."""
    start, end = text.paragraph(closing - 1)
    first = closing + (text.lowers[closing : closing + 1] == (".",))
    if first >= end or end - start > _HEADLINE or any(text.words[at].finite for at in range(first, end)):
        return None
    last = next((at for at in range(first, end) if not text.tokens[at].text[0].isupper()), end)
    return (first, last) if last > first and not text.words[first].tags & {"prep", "conj"} else None


def _slogan(text: Text, first: int, last: int) -> bool:
    """Whether people carry or shout it: «Nieśli transparenty: „Chcemy mostu”, „Nie oddamy szkoły”»."""
    opens = text.tokens[first].text[0].isupper() or text.tokens[first].text[0].isdigit()
    if last - first < _SHORTEST or not opens or not has_verb(text, first, last):
        return False
    start = max(text.paragraph(first)[0], first - _BANNER)
    end = min(text.sentence(last - 1)[1], last + _BANNER)
    around = [*range(start, first - 1), *range(last + 1, end)]
    return any((noun.lemma, noun.number) in _BANNERS for at in around for noun in text.words[at].nouns)


def _introduced(text: Text, opening: int) -> bool:
    """Whether a colon stands before the quotation, and no word for a title: «film nosi tytuł: „…”»."""
    colon = opening - 1 - text.is_dash(opening - 1)
    if colon < 1 or text.tokens[colon].text != ":":
        return False
    return all(noun.lemma not in _TEXTS for at in range(max(colon - 3, 0), colon) for noun in text.words[at].nouns)


def _whole_sentence(text: Text, first: int, last: int, opening: int, closing: int) -> bool:
    """Whether the quotation is a sentence by itself: nothing else between the full stops around it."""
    heads = _heads(text, opening, closing)
    # a headline may be short: „Oddajemy dzieciom przerwy”
    least = 3 if heads or closing >= text.paragraph(opening)[1] else 4
    if last - first < least or not text.tokens[first].text[0].isupper():
        return False
    if not (has_verb(text, first, last) or "to" in text.lowers[first:last]):
        return False  # «To wstyd dla kraju» has no verb, yet says something
    before = (
        opening == text.paragraph(opening)[0]
        or text.tokens[opening - 1].text[-1] in TERMINATORS | QUOTES
        or (last - first > least and _introduced(text, opening))
    )
    end = closing >= len(text.tokens) or text.paragraph(opening)[1] <= closing
    stopped = end or text.tokens[closing].text == "." or text.tokens[last - 1].text[-1] in TERMINATORS
    return before and (stopped or heads or _told(text, closing))


def _told(text: Text, closing: int) -> bool:
    """Whether words of their own call it somebody's: «„Idziemy do domu” – takie słowa usłyszał wójt»."""
    return text.is_dash(closing) and text.lowers[closing + 1 : closing + 2] in _SUCH


def _heads(text: Text, opening: int, closing: int) -> bool:
    """Whether it is a heading that runs into the sentence below: «„Nikt nas nie pytał” Wójt podkreśla, że …».

    A genitive names the author of a title: «„Nie ma mocnych” Sylwestra Chęcińskiego».
    """
    if opening != text.sentence(opening)[0] or closing >= text.paragraph(opening)[1]:
        return False
    if not text.tokens[closing].text[0].isupper():
        return False
    word = text.words[closing]
    subjects = [noun for noun in word.nouns if "nom" in noun.cases and "gen" not in noun.cases]
    # «Gość» is a surname too, which has one form for all cases
    common = any(noun.lemma[:1].islower() for noun in subjects)
    named = bool(subjects) and not word.has_case("gen")
    return "adv" in word.tags or not word.nouns or common or named
