"""A document as the rules of this package read it: words and marks with offsets, sentences, paragraphs.

spaCy's tokens serve its models; here punctuation is the firm ground, so the text is cut anew, by
characters alone: «W. Brytania», «35 proc. Szkotów», a line that the page width broke.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from nlp_claims import lexicons
from nlp_claims.statements.grammar import Word, word

DASHES = frozenset("-–—―‒−‐‑")
_TYPED = frozenset({",,", "''", "‚‚", "’’"})  # two marks typed for one
OPENING = frozenset("„“\"«»‚‘'(['”") | _TYPED
CLOSING = frozenset("”\"»«’')]“") | _TYPED
QUOTES = frozenset('„"”“«»‚’') | _TYPED
TERMINATORS = frozenset(".!?…")
_TOKEN = re.compile(
    r"(?:https?://|www\.|pic\.twitter\.com/)\S+"
    r"|\d+(?:[.,:]\d+)*(?:-?[^\W\d_]+)*"
    r"|\w+(?:[-'’]\w+)*"
    r"|\.{2,}|,,(?=\w)|''|‚‚|’’|\S|\s+"
)
_BREAK = re.compile(r"\n[ \t\r\xa0]*(?:\n\s*)+|\n")
#: A figure may go on after them: «17 tys. 492 łóżek».
_SCALES = frozenset({"tys", "mln", "mld", "bln"})
#: Nor need a verb stand before them: «Cel to ok. 7,5 proc. Inaczej sądzą banki.»
_AMOUNTS = _SCALES | {"proc", "pkt"}
_NOUN = frozenset({"subst"})
_FUNCTION_WORDS = frozenset({"prep", "conj", "comp", "adv", "qub", "part"})
#: What a page puts between two sentences of an article: «zobacz więcej», «czytaj też», «Foto: PAP», «źródło: PAP».
_LINKS, _LINKED = frozenset({"zobacz", "czytaj", "przeczytaj"}), frozenset({"więcej", "też", "także", "również"})
_CREDITS = frozenset({"foto", "fot", "źródło"})
_LINK = 2  # words of a link
_LONGEST = 300
_ENDINGS = TERMINATORS | CLOSING | {":", ";"}
# a line of such a length may be broken by the page width, not by the author: no page is wider
_WRAPPED, _WIDEST = 60, 200


# a blank line in the middle of a sentence, where a link or a picture stood: «… sam proces jest\n\n„bardziej złożony”»
_TORN = 40
_TORN_LINE = re.compile(r"[^\W\d_]$|,$")
_GOES_ON = re.compile(r"[„\"«”]?[^\W\d_A-ZĄĆĘŁŃÓŚŹŻ]")


class Token(NamedTuple):
    """A word, a number or one mark; ``spaced`` says whether white space (or nothing) stands before it."""

    start: int
    end: int
    text: str
    spaced: bool


@dataclass(frozen=True, eq=False)
class Text:
    """The document's tokens, and where its sentences and paragraphs begin (as token indexes)."""

    raw: str
    tokens: tuple[Token, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The grammar of each token."""
        known = {form: word(form) for form in set(self.forms)}
        return tuple(map(known.__getitem__, self.forms))

    @cached_property
    def lowers(self) -> tuple[str, ...]:
        """Each token in small letters."""
        known = {form: form.lower() for form in set(self.forms)}
        return tuple(map(known.__getitem__, self.forms))

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Each token as it stands."""
        return tuple(token.text for token in self.tokens)

    def places(self, holds: Callable[[str], bool]) -> list[int]:
        """The tokens for which something holds that their form alone decides."""
        wanted = set(filter(holds, set(self.forms)))
        return [place for place, form in enumerate(self.forms) if form in wanted]

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence of a token: its first token and its end, exclusive."""
        return self._around(self.sentences, place)

    def paragraph(self, place: int) -> tuple[int, int]:
        """The paragraph of a token: its first token and its end, exclusive."""
        return self._around(self.paragraphs, place)

    def _around(self, starts: tuple[int, ...], place: int) -> tuple[int, int]:
        at = bisect_right(starts, place) - 1
        return starts[max(at, 0)], starts[at + 1] if at + 1 < len(starts) else len(self.tokens)

    def at(self, offset: int) -> int:
        """The first token that ends after ``offset`` (the number of tokens where none does)."""
        return bisect_right(self.ends, offset)

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends."""
        return [token.end for token in self.tokens]

    def gap_after(self, place: int) -> bool:
        """Whether white space or the end of the text follows the token."""
        return place + 1 >= len(self.tokens) or self.tokens[place + 1].spaced

    def is_dash(self, place: int) -> bool:
        """Whether the token is a dash or a hyphen standing alone."""
        return 0 <= place < len(self.tokens) and self.tokens[place].text in DASHES

    def spans(self, parts: Iterator[tuple[int, int]] | list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Token ranges as character ranges; empty ones are left out."""
        return [(self.tokens[a].start, self.tokens[b - 1].end) for a, b in parts if a < b]


@cache
def _abbreviations() -> dict[str, bool]:
    return {row["lemma"]: row["ends"] == "maybe" for row in lexicons.read("abbreviations")}


def abbreviation(form: str) -> bool:
    """Whether a full stop after the word is its own."""
    known = _abbreviations()
    # «bp Nowak» is a bishop, «koncern BP.» ends its sentence
    return form in known or (form.lower() in known and not (len(form) > 1 and form.isupper()))


def read(raw: str) -> Text:
    """Cut a text into tokens, sentences and paragraphs. Linear in its length; never raises."""
    tokens: list[Token] = []
    forms: dict[str, str] = {}  # a form is one string, however often it stands in a long text
    paragraphs: list[int] = []
    for begin, end in _blocks(raw):
        paragraphs.append(len(tokens))
        first, spaced = begin, True
        # tokens and white space are all there is, so their lengths add up to offsets
        for form in _TOKEN.findall(raw, begin, end):
            last = first + len(form)
            blank = form.isspace()
            if not blank:
                tokens.append(Token(first, last, forms.setdefault(form, form), spaced))
            first, spaced = last, blank
        if len(tokens) == paragraphs[-1]:
            paragraphs.pop()
    whole = tuple(tokens)
    return Text(raw, whole, tuple(_sentences(whole, paragraphs)), tuple(paragraphs))


def _blocks(raw: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: blank lines divide them, and so do line ends, unless the page width or a scraper broke the line."""
    begin = line = 0
    for found in _BREAK.finditer(raw):
        text = raw[line : found.start()].rstrip()
        blank = found.group().count("\n") > 1
        torn = blank and len(text) >= _TORN and _TORN_LINE.search(text) and _GOES_ON.match(raw, found.end())
        wrapped = not blank and _WRAPPED <= len(text) <= _WIDEST and (text[-1] not in _ENDINGS or _cut_short(text))
        wrapped = (wrapped and raw.find("\n", found.end(), found.end() + _WIDEST + 1) != -1) or (
            wrapped and len(raw) - found.end() <= _WIDEST
        )
        if not (wrapped or torn):
            yield begin, found.start()
            begin = found.end()
        line = found.end()
    yield begin, len(raw)


def _cut_short(line: str) -> bool:
    """Whether the line ends with an abbreviation: «nieobsadzonych jest ok.»."""
    last = line[-20:].split()[-1:]
    return line.endswith(".") and bool(last) and abbreviation(last[0].rstrip(".")) and len(last[0]) > 2  # noqa: PLR2004


def _sentences(tokens: tuple[Token, ...], paragraphs: list[int]) -> Iterator[int]:
    breaks = set(paragraphs)
    closes = False
    verb = False
    last = 0
    for place, token in enumerate(tokens):
        begins = closes and (_begins(tokens, place) or _page_words(tokens, place))
        begins = begins or (place == last + _LINK and _past_link(tokens, last, place))
        begins = begins or (token.spaced and token.text[0].isupper() and _glued(tokens, place))
        # no sentence of a newspaper is that long: without a limit, a text without full stops would cost its square
        if begins or place in breaks or place - last >= _LONGEST:
            yield place
            verb, last = False, place
        if token.text[-1] in TERMINATORS and not token.text[0].isalnum():
            closes = _closes(tokens, place, verb=verb)
        elif token.text not in CLOSING or token.spaced:
            closes = False
        if not verb and token.text[0].isalpha():
            verb = word(token.text).finite


def _begins(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a sentence may begin here: a capital or a figure, after opening marks and a dash."""
    if not tokens[place].spaced:
        return False
    for token in tokens[place : place + 5]:
        if token.text not in OPENING and token.text not in DASHES and token.text[0] not in "(.…":
            return token.text[0].isupper() or token.text[0].isdigit() or token.text[0] == "+"
    return False


def _page_words(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether the page's own words begin there: «… z Unii. czytaj więcej Posłowie …», «… w maju. źródło: PAP»."""
    lower, following = (token.text.lower() for token in (tokens[place], tokens[min(place + 1, len(tokens) - 1)]))
    return (lower in _LINKS and following in _LINKED) or (lower in _CREDITS and following in {":", "."})


def _past_link(tokens: tuple[Token, ...], start: int, place: int) -> bool:
    """Whether a link that begins a sentence ends before the token: «zobacz więcej – To błąd – powiedział Kos»."""
    link = tokens[start].text.lower() in _LINKS and tokens[start + 1].text.lower() in _LINKED
    return link and tokens[place].text != ":"


def _glued(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a sentence begins although nothing closes the one before: «… ogłasza rząd Według związków to za mało».

    A capital on a word that is never a name tells it, before a small letter: not «I kwartał», «na A4», «Na Wspólnej».
    The token has a capital, and a blank before it.
    """
    token, before = tokens[place], tokens[place - 1].text
    if not place or not (before[-1].isalnum() or before == "+"):
        return False
    if _page_words(tokens, place):
        return True
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    unit = len(token.text) == 1 and before[-1].isdigit()  # «85 W zamiast 110 W»
    if unit or not following[:1].islower() or token.text in {"I", "A"} or token.text[1:] != token.text[1:].lower():
        return False
    tags = word(token.text.lower()).tags
    return bool(tags) and tags <= _FUNCTION_WORDS and not word(token.text).name


def _closes(tokens: tuple[Token, ...], place: int, *, verb: bool) -> bool:
    """Whether the mark ends its sentence, or is part of «gen.», «35 proc.», «W. Brytania»."""
    if tokens[place].text != "." or place == 0 or tokens[place].spaced:
        return True
    last = tokens[place - 1].text
    if len(last) == 1 and last.isalpha() and last.isupper():
        # «W. Brytania» goes on, «panele dają 110 W.» and «pada na Mac OS X. Przed wyborem …» do not
        return place > 1 and (tokens[place - 2].text[0].isdigit() or _common(tokens[place + 1 : place + 2]))
    if last == "in" and place > 1 and tokens[place - 2].text == "." and not tokens[place - 1].spaced:
        return False  # «m.in.», never the «in.» that closes a date
    return not abbreviation(last) or _abbreviation_closes(last, tokens, place, verb=verb)


def _abbreviation_closes(last: str, tokens: tuple[Token, ...], place: int, *, verb: bool) -> bool:
    """Whether the full stop of an abbreviation ends its sentence, too: «… o 35 proc. Dodał, że …»."""
    ends = _abbreviations().get(last, _abbreviations().get(last.lower(), False))
    if not ends or place + 1 >= len(tokens) or not (verb or last in _AMOUNTS):
        return place + 1 >= len(tokens)
    if last == "r":  # «W 2010 r. Bibi została skazana»: no verb yet, so the year opens the sentence
        return not any(
            token.text[0].isdigit() for token in tokens[place + 1 : place + 2 + (tokens[place + 1].text in DASHES)]
        )
    return _opens_after(last, tokens, place + 1)


def _common(tokens: tuple[Token, ...]) -> bool:
    """Whether a word with a capital can only be there because it opens a sentence: «Przed», and not «Brytania»."""
    return any(
        token.text[0].isupper()
        and token.text[1:].islower()
        and not word(token.text).name
        and word(token.text.lower()).known
        for token in tokens
    )


def _opens_after(last: str, tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a new sentence opens at ``place``, behind an abbreviation ``last`` that may close one."""
    following = next((t.text for t in tokens[place : place + 3] if t.text[0].isalnum()), "")
    counted = following[:1].isdigit() and last in _SCALES | {"godz"}
    if counted or (last in _SCALES and following.isupper() and len(following) > 1):
        return False  # «zajętych jest 17 tys. 492 łóżek», «lot odwołano (godz. 8.55)», «550 tys. USD»
    if not following[:1].isupper():
        return True
    named, common = word(following), word(following.lower())
    if "prep" in common.tags and tokens[place].text == following:
        return place + 1 >= len(tokens) or tokens[place + 1].text != "."  # «… o 5 proc. W maju», not «W. Brytania»
    if named.name and named.nouns and not named.has_case("gen"):
        return True  # «… o 3,5 proc. Irlandia rośnie»: what is counted stands in the genitive
    if common.has_case("gen", _NOUN) and not common.has_case("nom", _NOUN):
        return False  # «45 proc. Republikanów popiera»
    # «46 proc. Polaków» goes on, «… o 5 proc. Dodał, że» does not; «Cena» is a surname, yet «… o 5 proc. Ceny stoją»
    return common.known and (not named.name or common.has_case("nom", _NOUN))
