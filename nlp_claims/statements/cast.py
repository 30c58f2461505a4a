"""Who is named where: the document's actors laid over its tokens, and whether they may be a verb's subject."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from nlp_claims.annotations import Actor
from nlp_claims.statements.cues import Cue, Lexicon, lexicon
from nlp_claims.statements.grammar import Noun, word
from nlp_claims.statements.text import Text

UNRESOLVED = -1  # «polityk», «specjalista»: somebody who was named before
UNNAMED = -2  # «analitycy z Nairobi są sceptyczni»: somebody whom the narrator makes a subject, not yet an actor
_GENDERS = {"m": frozenset({"m1", "m2", "m3"}), "f": frozenset({"f"}), "n": frozenset({"n"})}
_ADVERBS = frozenset({"około", "koło"})
_STEM = 4
_WOMEN = frozenset({"kobieta", "matka", "córka", "siostra", "żona", "osoba", "dziewczyna", "pani", "wdowa"})
_NEVER_NOUNS = frozenset({"VERB", "AUX", "ADP", "ADV", "CCONJ", "SCONJ", "PART", "PRON", "PUNCT", "INTJ"})
_SPEAKING = frozenset({"subst", "depr"})


class Named(NamedTuple):
    """An actor at tokens ``first`` to ``last`` (exclusive). ``name`` is false for «premier», «spółka»."""

    first: int
    last: int
    actor: int
    name: bool
    nominative: bool


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker: the actor and the tokens that name it (``None`` where nothing does)."""

    actor: int
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Number and genders of a verb; ``None`` and empty where the form does not tell."""

    number: str | None
    genders: frozenset[str]

    @classmethod
    def of(cls, cue: Cue) -> "Agreement":
        """What the subject of the cue must agree with."""
        if cue.form not in {"praet", "fin", "bedzie", "winien", "pact"}:
            return cls(None, frozenset())
        return cls(cue.number, cue.genders)

    def fits(self, noun: Noun) -> bool:
        """Whether a noun in the nominative agrees."""
        if self.number is not None and self.number not in noun.number:
            return False
        return not self.genders or not noun.genders or bool(self.genders & noun.genders)


@dataclass(frozen=True, slots=True)
class Hints:
    """The statistical pipeline's opinion by token: a second one, never the only one.

    ``subjects``: subject token by verb token. ``cases``: ``nom``, ``gen``, …; ``pos``: universal tags.
    """

    subjects: dict[int, int] = field(default_factory=dict)
    cases: dict[int, str] = field(default_factory=dict)
    pos: dict[int, str] = field(default_factory=dict)


class Cast:
    """The actors of one document by token.

    ``enroll(first, last, head, fresh)`` adds an unnamed actor for a noun phrase and returns its index; ``fresh`` where
    the document already has somebody at the head, wrongly.
    """

    def __init__(
        self,
        text: Text,
        actors: Sequence[Actor],
        enroll: Callable[[int, int, int, bool], int | None],
        *,
        hints: Hints | None = None,
        words: Lexicon | None = None,
    ) -> None:
        self.text = text
        self.actors = actors
        self.enroll = enroll
        self.hints = hints or Hints()
        self.words = words or lexicon()
        self.subject_places = frozenset(self.hints.subjects.values())
        self._at: dict[int, Named] = {}
        # references that the words around them contradict: their heads are nobody yet
        self.doubtful: set[int] = set()
        for index, actor in enumerate(actors):
            for start, end in actor["references"]:
                if self._means(start, end, actor):
                    self._lay(start, end, index, base=None)
        for index, actor in enumerate(actors):
            for mention in actor["mentions"]:
                self._lay(mention["start"], mention["end"], index, base=mention["base"])

    def _means(self, start: int, end: int, actor: Actor) -> bool:
        """Whether a reference may mean its actor: «szef polskiego rządu» is not the «szef MSZ» of another sentence."""
        first, last = self.text.at(start), self.text.at(max(end - 1, start)) + 1
        if last >= len(self.text.tokens) or actor["kind"] != "person":
            return True
        following = self.text.tokens[last]
        word = self.text.words[last]
        if not following.spaced or not following.text[0].isalpha():
            return True
        own = any(mention["start"] == following.start for mention in actor["mentions"])
        if own and (self.hints.cases.get(first), self.hints.cases.get(last)) != ("nom", "gen"):
            return True
        whose = (
            own
            or (following.text[0].isupper() and not word.finite)
            or (word.has_case("gen") and not word.has_case("nom") and "prep" not in word.tags)
        )
        roles = " ".join(actor["roles"]).lower()
        if not whose or (not own and following.text.lower()[:5] in roles):
            return True
        self.doubtful.update(range(first, last))
        return False

    def _lay(self, start: int, end: int, index: int, base: str | None) -> None:
        first, last = self.text.at(start), self.text.at(max(end - 1, start)) + 1
        if first >= len(self.text.tokens):
            return
        surface = self.text.raw[start:end]
        nominative = (
            self._nominative(first, last)
            if base is None
            else _same(surface, base) and not _inflected(surface, self.actors[index]["name"])
        )
        named = Named(first, last, index, base is not None, nominative)
        for place in range(first, min(last, len(self.text.tokens))):
            self._at[place] = named

    def is_office(self, place: int) -> bool:
        """Whether the noun refers again to a person already named: «szef resortu», «polityk»."""
        return _is_office(self.text.tokens[place].text, self.words.offices)

    def named_before(self, named: Named) -> bool:
        """Whether the actor has a name earlier in the text than this reference to it."""
        offset = self.text.tokens[named.first].start
        return named.name or any(mention["start"] < offset for mention in self.actors[named.actor]["mentions"])

    def free_subject(self, named: Named) -> bool:
        """Whether the name stands where a subject may: in the nominative, no complement of a noun or a preposition."""
        if not named.nominative or self.governed[named.first]:
            return False
        if not named.name or not named.first:
            return True
        before = self._noun_before(named.first)
        if before is None or (self.governed[before] and not self.indeclinable(named)):
            return True
        # «dyrekcja Ryanair», «linię czarterową Ryanair Sun», but «w Izbie Lordów Andrew Adonis»
        word = self.text.words[before]
        return not self.indeclinable(named) and any(word.has_case(case) for case in ("nom", "gen", "loc"))

    def indeclinable(self, named: Named) -> bool:
        """Whether the name looks the same in every case: «Ryanair», «UE», «Best for Britain»."""
        surface = self.text.tokens[named.first : named.last]
        return self.kind(named.actor) != "person" and (
            all(token.text.isupper() or not self.text.words[named.first + n].known for n, token in enumerate(surface))
        )

    def _noun_before(self, place: int) -> int | None:
        """The noun right before a name, adjectives between: what the name may be a complement of."""
        before = place - 1
        while before > 0 and self.text.tokens[before].text[0].islower() and self._only_adjective(before):
            before -= 1
        word = self.text.words[before]
        if word.finite or "prep" in word.tags or not any(noun.pos in {"subst", "ger"} for noun in word.nouns):
            return None
        return before

    def _only_adjective(self, place: int) -> bool:
        nouns = self.text.words[place].nouns
        return bool(nouns) and all(noun.pos in {"adj", "ppas"} for noun in nouns)

    @cached_property
    def governed(self) -> bytearray:
        """Which tokens hang on a preposition: «w rozmowie z „Connexion”», «wśród członków UE»."""
        flags = bytearray(len(self.text.tokens))
        inside = headed = False
        for place, token in enumerate(self.text.tokens):
            word = self.text.words[place]
            named = self._at.get(place)
            lower = self.text.lowers[place]
            if "prep" in word.tags and "conj" not in word.tags and token.text[0].islower() and lower not in _ADVERBS:
                inside, headed = True, False
            elif (
                (not token.text[0].isalnum() and token.text not in "„\"”'")
                or word.finite
                or (
                    inside
                    and headed
                    and not (
                        (word.has_case("gen") and not word.has_case("nom"))
                        or (named is not None and not named.nominative)
                        or (token.text.isupper() and named is not None)
                        or token.text in "„\"”'"
                        or (named is not None and named.first < place)
                    )
                )
            ):
                inside = False
            if inside:
                flags[place] = 1
                headed = (
                    headed
                    or any(noun.pos in {"subst", "ger", "ppron3"} for noun in word.nouns)
                    or (token.text[0].isupper() and not word.known)
                )
        return flags

    def _nominative(self, first: int, last: int) -> bool:
        return any(
            self.text.words[at].has_case("nom", _SPEAKING) for at in range(first, min(last, len(self.text.tokens)))
        )

    def at(self, place: int) -> Named | None:
        """The actor named at a token."""
        return self._at.get(place)

    def kind(self, actor: int) -> str:
        """The actor's kind."""
        return self.actors[actor]["kind"]

    def add(self, first: int, last: int, head: int) -> int | None:
        """Enroll an unnamed actor; afresh where what the document says of its head is doubtful."""
        return self.enroll(first, last, head, head in self.doubtful)

    def agrees(self, actor: int, agreement: Agreement) -> bool:
        """Whether the actor may be the subject of a verb of this number and gender."""
        who = self.actors[actor]
        plural = who["plural"] or who["kind"] == "group"
        if agreement.number is not None and (agreement.number == "pl") != plural:
            return False
        gender = who["gender"]
        if agreement.genders and gender is not None and who["kind"] == "person":
            if plural:
                return gender != "m" or "m1" in agreement.genders or bool(agreement.genders - {"m1"})
            return bool(_GENDERS.get(gender[:1], frozenset()) & agreement.genders)
        return True

    def subject_noun(self, place: int, agreement: Agreement) -> Noun | None:
        """The reading of a common noun that may be the subject, or ``None``."""
        pos = self.hints.pos.get(place, "NOUN")
        if pos in _NEVER_NOUNS or (pos == "ADJ" and "adj" in self.text.words[place].tags):
            return None
        for noun in self.text.words[place].nouns:
            if noun.pos in _SPEAKING and "nom" in noun.cases and agreement.fits(noun):
                return None if noun.pos == "adj" and self._has_noun(place, noun) else noun
        return None

    def _has_noun(self, place: int, adjective: Noun) -> bool:
        """Whether the adjective belongs to the noun after it: «Brytyjska firma», against «Ranny powiedział»."""
        after = self.text.words[place + 1 : place + 2]
        return any(
            noun.pos in {"subst", "ger"}
            and adjective.cases & noun.cases
            and adjective.genders & noun.genders
            and noun.number == adjective.number
            for word in after
            for noun in word.nouns
        )

    def speaks(self, noun: Noun) -> bool:
        """Whether a common noun is somebody: a person, a body, a document."""
        return (
            "m1" in noun.genders
            or noun.pos == "depr"
            or noun.lemma in self.words.speaking
            or noun.lemma in self.words.documents
            or _woman(noun)
        )


def _woman(noun: Noun) -> bool:
    """«rzeczniczka», «posłanka»: feminine nouns made of masculine ones."""
    if "f" not in noun.genders or noun.pos != "subst":
        return False
    lemma = noun.lemma
    stems = [lemma[:-4] + "k"] if lemma.endswith("czka") else []
    stems += [lemma[:-2]] if lemma.endswith("ka") else []
    stems += [lemma[:-1], lemma[:-1] + "y"] if lemma.endswith("a") else []
    stems += [lemma[:-5] + "ca"] if lemma.endswith("czyni") else []
    people = (n for stem in stems for n in word(stem).nouns)
    return lemma in _WOMEN or any("m1" in n.genders and "nom" in n.cases and n.pos != "ppas" for n in people)


@lru_cache(maxsize=50_000)
def _is_office(form: str, offices: frozenset[str]) -> bool:
    return any(noun.lemma in offices for noun in word(form).nouns if noun.pos in _SPEAKING)


def _inflected(surface: str, name: str) -> bool:
    """Whether a word of the mention is a form of a word of the name, though nobody said so: «Theresy» of «Theresa»."""
    words = name.casefold().split()
    return any(
        word not in words and any(word[:_STEM] == other[:_STEM] for other in words)
        for word in surface.casefold().split()
        if len(word) >= _STEM
    )


def _same(surface: str, base: str) -> bool:
    return surface.casefold().split() == base.casefold().split()
