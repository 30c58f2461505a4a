"""The names of a document: what the statistical component found, with its errors corrected by rule.

Boundaries (titles out, quotation marks out, no trailing «i»), kinds by head word («Ministerstwo …» is an
organization), false ones (weekdays, adjectives, common nouns), and names found once and missed elsewhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from nlp_claims import lexicons
from nlp_claims.actors.guesses import NameKind
from nlp_claims.actors.known import media
from nlp_claims.actors.lookup import is_calendar, is_function_word, is_given, is_national
from nlp_claims.morphology import analyse
from nlp_claims.surface import surface_of

KINDS: Mapping[str, NameKind] = {
    "persName": "person",
    "orgName": "organization",
    "placeName": "place",
    "geogName": "place",
    "PER": "person",
    "PERSON": "person",
    "ORG": "organization",
    "LOC": "place",
    "GPE": "place",
}
_EDGE = frozenset("\"'„”“«»‚‘’()[]{},.;:–—-…!?/|*•@#&+")
_LINKS = frozenset(
    {
        *("i", "oraz", "a", "lub", "czy", "w", "z", "do", "na", "od", "po", "za", "przez", "dla", "o", "u", "ze", "we"),
        *("ws", "ds", "nt"),  # «spór ws. Katalonii»
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name: tokens ``start`` to ``end`` (exclusive) and its kind.

    ``national`` marks «Polacy», «Brytyjczyk»; ``sure`` is 3 where the name is a title in
    quotation marks («dziennik „Rzeczpospolita”»), 2 where the words themselves decide the kind, 1 where the
    component or the surroundings say it.
    """

    start: int
    end: int
    kind: NameKind
    national: bool = False
    sure: int = 1


class Vocabulary:
    """The word lists that names are judged by, read once."""

    def __init__(self, overlay: str = "") -> None:
        self.titles = {row["form"]: row for row in lexicons.read("titles", overlay)}
        self.roles = {row["lemma"]: row for row in lexicons.read("roles")}
        self.leaders = lexicons.words("leaders", overlay)
        self.heads = {row["lemma"]: row["class"] for row in lexicons.read("organization_heads")}
        self.places = lexicons.words("place_heads")
        self.foreign = {row["form"]: row["kind"] for row in lexicons.read("foreign_heads", overlay)}
        rows = lexicons.read("not_names", overlay)
        self.excluded = {row["form"] for row in rows if row["note"] != "head"}
        self.no_heads = {row["form"] for row in rows if row["note"] == "head"}
        self.known: dict[str, NameKind] = {}
        self.public: set[str] = set()  # a body of state, a party, a medium: no noun for a company means it
        for row in lexicons.read("aliases"):
            kind: NameKind = "place" if row["kind"] == "place" else "organization"
            self.known |= {row["name"]: kind, row["alias"]: kind}
            if row["kind"] == "organization":
                self.public |= {row["name"], row["alias"]}
        self.media = media()
        for row in lexicons.read("known_names"):
            if row["kind"] != "person":  # a surname may be anybody's: it only weighs
                self.known.setdefault(row["name"], "place" if row["kind"] == "place" else "organization")
        # the first letters of the names of several words: most runs of capitals need no further look
        self.openings = {name[:3] for name in self.known if " " in name}


def repaired(doc: Doc, words: Vocabulary) -> list[Name]:
    """The names that the statistical component found in ``doc``, corrected, in text order."""
    found = []
    for entity in doc.ents:
        kind = KINDS.get(entity.label_)
        if kind is None:
            continue
        for start, end in _parts(doc, entity.start, entity.end):
            start, end = _trimmed(doc, start, end, words)  # noqa: PLW2901
            if start < end and not _false(doc, start, end, words):
                found.append(_typed(doc, start, end, kind, words))
    return sorted(found, key=lambda name: name.start)


def _parts(doc: Doc, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The entity cut at line breaks: a headline and the paragraph after it are two."""
    begin = start
    for place in range(start, end):
        if doc[place].is_space:
            if begin < place:
                yield begin, place
            begin = place + 1
    if begin < end:
        yield begin, end


def _trimmed(doc: Doc, start: int, end: int, words: Vocabulary) -> tuple[int, int]:
    """Edges without marks, conjunctions, titles and roles."""
    while start < end and (doc[start].text in _EDGE or (doc[start].lower_ in _LINKS and doc[start].text.islower())):
        start += 1
    while end > start and _drop_last(doc, start, end):
        end -= 1
    while start + 1 < end and _is_title(doc[start], words):
        start += 1
        if doc[start].text == "." and start + 1 < end:
            start += 1
    return start, end


def _drop_last(doc: Doc, start: int, end: int) -> bool:
    last = doc[end - 1]
    if last.text == "." and end - start > 1 and len(doc[end - 2].text) <= 3:  # noqa: PLR2004
        return False  # «Korea Płn.», «J. K.»
    return last.text in _EDGE or (last.lower_ in _LINKS and last.text.islower())


def _is_title(token: Token, words: Vocabulary) -> bool:
    """Whether the first word of a name is a title: «gen.», «prezydent», «Papież»; «św.» stays in the name."""
    row = words.titles.get(token.lower_) or words.titles.get(token.lower_ + ".")
    if row is not None and (token.text.islower() or row["class"] != "name") and token.lower_ != "s":
        return row["class"] != "name"
    if token.text[:1].isupper() and not token.is_sent_start:
        return False
    return _role(token, words)


def _role(token: Token, words: Vocabulary) -> bool:
    if token.lemma_.lower() in words.roles:
        return True
    return any(reading.pos == "subst" and reading.lemma in words.roles for reading in analyse(token.lower_))


def _false(doc: Doc, start: int, end: int, words: Vocabulary) -> bool:
    """Whether the words cannot be a name: no capital, a weekday, an adjective, a common word after a full stop."""
    text = surface_of(doc).between(start, end)
    if text in words.excluded or text.islower() or sum(character.isalpha() for character in text) <= 1:
        return True
    return end - start == 1 and _false_word(doc[start])


_NEVER = frozenset({"ADJ", "VERB", "ADV", "ADP", "CCONJ", "SCONJ", "DET", "PRON", "NUM", "AUX", "PART"})


def _false_word(token: Token) -> bool:
    readings = analyse(token.text) or analyse(token.lower_)
    if not readings or token.text.isupper():
        return False
    if is_function_word(token.text):
        return True
    nouns = [reading for reading in readings if reading.pos == "subst"]
    small = all(reading.lemma[:1].islower() for reading in readings)
    if any(is_calendar(reading.lemma.lower()) for reading in nouns) or (small and not nouns):
        return True  # «Środa», «Brytyjskie»
    if token.pos_ in _NEVER:
        return len(nouns) < len(readings)
    return bool(token.is_sent_start) and small and not any(reading.marks - {"nazwa_pospolita"} for reading in readings)


def _typed(doc: Doc, start: int, end: int, kind: NameKind, words: Vocabulary) -> Name:
    """The name with its kind, by its words where they decide and by the component's label otherwise."""
    text = surface_of(doc).between(start, end)
    if end - start == 1 and is_national(text):
        return Name(start, end, "person", national=True)
    if text in words.known:
        return Name(start, end, words.known[text])
    first = next((token for token in doc[start:end] if token.pos_ != "ADJ"), doc[start])
    lemmas = {first.lemma_.lower()} | {r.lemma.lower() for r in analyse(first.lower_) if r.pos == "subst"}
    if lemmas & words.heads.keys() and (end - start > 1 or first.text[1:].islower()) and not is_given(doc[start].text):
        return Name(start, end, "organization")
    if lemmas & words.places and kind != "person":
        return Name(start, end, "place")
    last = doc[end - 1].text
    two = end - start == 2 and is_given(doc[start].text) and last[:1].isupper()  # noqa: PLR2004
    if two and kind == "organization" and not is_organization_word(last):
        return Name(start, end, "person")  # «Anna Lis», not «Anna Orlen»
    return Name(start, end, kind)


def is_organization_word(word: str) -> bool:
    """Whether the dictionary has the word as an organization or a company."""
    return any(reading.marks & {"nazwa_organizacji", "nazwa_firmy"} for reading in analyse(word))
