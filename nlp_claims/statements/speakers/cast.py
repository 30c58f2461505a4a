"""Who is named where: the document's actors laid over its tokens, and whether they may be a verb's subject."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from nlp_claims import lexicons
from nlp_claims.annotations import Actor
from nlp_claims.statements.cues import Lexicon, lexicon
from nlp_claims.statements.draft import Range
from nlp_claims.statements.grammar import SPEAKING, Noun
from nlp_claims.statements.speakers.adjectives import oblique, only_adjective
from nlp_claims.statements.speakers.agreement import (
    Agreement,
    genders_of,
    genders_of_head,
    numbers_of_head,
    past_gender,
    settled,
)
from nlp_claims.statements.speakers.government import governed
from nlp_claims.statements.speakers.hints import Hints
from nlp_claims.statements.speakers.layout import Layout, Named
from nlp_claims.statements.speakers.people import is_attendant, is_office
from nlp_claims.statements.text import Text

UNRESOLVED = -1  # «polityk», «specjalista»: somebody who was named before
UNNAMED = -2  # «analitycy z Nairobi są sceptyczni»: somebody whom the narrator makes a subject, not yet an actor
_HUMAN = frozenset({"m1", "f"})
_VOWELS = frozenset("aeiouyóąę")
_ENDINGS = ("a", "ą", "ę", "u", "owi", "emu", "ego", "em", "im", "ym", "ej", "ów", "om", "ach", "ami")
_NEVER_NOUNS = frozenset({"VERB", "AUX", "ADP", "ADV", "CCONJ", "SCONJ", "PART", "PRON", "PUNCT", "INTJ"})


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker: the actor and the tokens that name it (``None`` where nothing does)."""

    actor: int
    span: Range | None


class Enroll(Protocol):
    """Adds an unnamed actor for a noun phrase and returns its index.

    ``fresh``: the document already has somebody at the head, wrongly.
    """

    def __call__(self, first: int, last: int, head: int, *, fresh: bool) -> int | None:
        """The actor's index, or ``None`` where none can be added."""


class Cast(Layout):
    """The actors of one document by token, and which of them may be a verb's subject."""

    def __init__(
        self,
        text: Text,
        actors: Sequence[Actor],
        enroll: Enroll,
        *,
        hints: Hints | None = None,
        words: Lexicon | None = None,
    ) -> None:
        super().__init__(text, actors, hints or Hints(), words or lexicon())
        self.enroll = enroll
        self.subject_places = frozenset(self.hints.subjects.values())

    def is_office(self, place: int) -> bool:
        """Whether the noun refers again to a person already named: «szef resortu», «polityk»."""
        return is_office(self.text.tokens[place].text, self.words.offices)

    def free_subject(self, named: Named, verb: Range | None = None) -> bool:
        """Whether the name stands where a subject may: in the nominative, no complement of a noun or a preposition.

        ``verb``: the words of the verb that asks, which may look like a noun: «tłumaczy MSW» are no interpreters of a
        ministry, and «zwrócił uwagę Kos» is no attention of his.
        """
        if not self.in_nominative(named) or self.served(named):
            return False
        before = self._noun_before(named.first) if named.first else None
        if self.governed[named.first]:
            return before is not None and self._is_time(before)  # «informuje w czwartek AP»
        if not named.name or before is None or (verb is not None and verb[0] <= before < verb[1]):
            return True
        return self._no_complement(named, before)

    def _is_time(self, place: int) -> bool:
        return any(noun.lemma in lexicons.words("times") for noun in self.text.words[place].nouns)

    def in_nominative(self, named: Named) -> bool:
        """Whether the name may be in the nominative: not after «brytyjskiej premier», whatever its form."""
        at = named.first - 1
        before = self.at(at)
        if before is not None and not before.name and before.actor == named.actor:
            at = before.first - 1
        return (named.nominative or self._misread(named)) and not oblique(self.text, at)

    def _misread(self, named: Named) -> bool:
        """«Nick Cliner przewiduje, że»: a name that opens its sentence, though an ending was seen where none is.

        That is so where no mention stands in the form that was guessed to be the name's, and the word has no ending.
        """
        text = self.text
        if not named.name or text.sentence(named.first)[0] != named.first or self.kind(named.actor) == "place":
            return False
        return named.actor in self._guessed and not text.lowers[named.last - 1].endswith(_ENDINGS)

    @cached_property
    def _guessed(self) -> frozenset[int]:
        """The actors that no mention names in the form that is taken for the name's."""
        raw = self.text.raw
        return frozenset(
            index
            for index, actor in enumerate(self.actors)
            if not any(raw[mention["start"] : mention["end"]] == mention["base"] for mention in actor["mentions"])
        )

    def _no_complement(self, named: Named, before: int) -> bool:
        """Whether the name is no complement of the noun before it."""
        lemmas = {noun.lemma for noun in self.text.words[before].nouns}
        if lemmas & self.words.mute:
            return True  # «6 lipca Vattenfall», «z kolei Daily Telegraph», «innymi słowy Keepin»: nobody's complement
        naming = bool(lemmas & self.words.naming)
        if self.governed[before]:
            # «w Izbie Lordów Andrew Adonis», «w środę Instytut», but «w radiu Lublin»
            return not naming and not self.indeclinable(named)
        # «dyrekcja Ryanair», «linię czarterową Ryanair Sun»
        word = self.text.words[before]
        if self.indeclinable(named):
            return naming and word.has_case("nom", SPEAKING)  # «Firma Apple wydała», but «portalowi Onet»
        # «prowadząca audycję Anna Lis»: a name that cannot but be in the nominative is nobody's complement
        free = any(word.has_case(case) for case in ("nom", "gen", "loc"))
        return free or self._surely_nominative(named) or self._undeclined_man(named)

    def _undeclined_man(self, named: Named) -> bool:
        """«Kierujący zespołem Michel Barnier»: a man's full name would have an ending in another case."""
        who = self.actors[named.actor]
        man = who["kind"] == "person" and who["gender"] == "m" and named.last - named.first > 1
        return man and self.text.lowers[named.last - 1][-1] not in _VOWELS

    def contradicted(self, named: Named) -> bool:
        """Whether a reference that does not agree means somebody else; «premier» in «premier Theresy May» does not."""
        following = self.at(named.last)
        if named.name or following is None or following.actor != named.actor:
            return not named.name
        return self.served(following)  # «prawnik Bibi twierdził»

    def served(self, named: Named) -> bool:
        """Whether an uninflected name alone is that of one whom the noun before it serves: «rzeczniczka May»."""
        alone = named.last - named.first == 1 and named.name and self.kind(named.actor) == "person"
        at = named.first - 1
        if not alone or at < 0 or not is_attendant(self.text, at) or self._surely_nominative(named):
            return False
        if not self.named_before(named._replace(name=False)):
            return False  # «jej adwokat Mulook», named here first
        genders = {gender for noun in self.text.words[at].nouns for gender in noun.genders}
        another = genders_of(self.actors[named.actor]["gender"])
        return (bool(another) and genders.isdisjoint(another)) or not self._attends(named)

    def _attends(self, named: Named) -> bool:
        """Whether the person was said to serve somebody: «rzeczniczka Magda Lis», «Magda Lis, rzeczniczka rządu»."""
        start = self.text.tokens[named.first].start
        earlier = (m for m in self.actors[named.actor]["mentions"] if m["start"] < start)
        beside = ((self.text.at(m["start"]) - 1, self.text.at(m["end"] - 1) + 2) for m in earlier)
        size = len(self.text.tokens)
        return any(is_attendant(self.text, at) for pair in beside for at in pair if 0 <= at < size)

    def indeclinable(self, named: Named) -> bool:
        """Whether the name looks the same in every case: «Ryanair», «UE», «Best for Britain»."""
        surface = self.text.tokens[named.first : named.last]
        return self.kind(named.actor) != "person" and (
            all(token.text.isupper() or not self.text.words[named.first + n].known for n, token in enumerate(surface))
        )

    def _surely_nominative(self, named: Named) -> bool:
        return any(
            self.text.words[at].has_case("nom", SPEAKING)
            and not any(self.text.words[at].has_case(case, SPEAKING) for case in ("gen", "acc", "dat", "inst"))
            for at in range(named.first, named.last)
        )

    def _noun_before(self, place: int) -> int | None:
        """The noun right before a name, adjectives between: what the name may be a complement of."""
        before, start = place - 1, self.text.sentence(place)[0]
        if before < start:
            return None
        while before > start and self.text.tokens[before].text[0].islower() and self._adjective(before):
            before -= 1
        word = self.text.words[before]
        if before == start and self._adjective(before):
            return None  # «Polskie MSZ oceniło»
        if word.finite or "prep" in word.tags or not any(noun.pos in {"subst", "ger"} for noun in word.nouns):
            return None
        return before

    def _adjective(self, place: int) -> bool:
        """Whether the word is an adjective here: «czeskie» of «czeskie MSZ» is a noun too in the dictionary."""
        tagged = self.hints.pos.get(place) == "ADJ" and "adj" in self.text.words[place].tags
        return tagged or only_adjective(self.text, place)

    @cached_property
    def governed(self) -> bytearray:
        """Which tokens hang on a preposition."""
        return governed(self.text, lambda at: None if (n := self.at(at)) is None else (n.first, n.nominative))

    def places(self) -> Iterable[int]:
        """The tokens at which an actor is named."""
        return self._at.keys()

    def add(self, first: int, last: int, head: int) -> int | None:
        """Enroll an unnamed actor; afresh where what the document says of its head is doubtful."""
        return self.enroll(first, last, head, fresh=head in self.doubtful)

    def agrees(self, actor: int, agreement: Agreement, *, strictly: bool = False) -> bool:
        """Whether the actor may be the subject of a verb of this number and gender.

        ``strictly``: an organization must have the gender of the noun that heads its name («ministerstwo dodało»).
        """
        who = self.actors[actor]
        if not self._number_agrees(who, agreement, strictly=strictly):
            return False
        if not agreement.genders:
            return True
        if who["kind"] == "person":
            own = genders_of(self.genders[actor] if actor < len(self.genders) else who["gender"])
            return bool((own or _HUMAN) & agreement.genders)
        common = who["kind"] == "group" or who["name"][:1].islower()  # no name whose gender is a guess
        own = genders_of_head(who["name"]) if strictly or common else frozenset()
        return not own or bool(own & agreement.genders)

    def _number_agrees(self, who: Actor, agreement: Agreement, *, strictly: bool) -> bool:
        if agreement.number is None:
            return True
        plural = who["plural"] or who["kind"] == "group"
        head = numbers_of_head(who["name"]) if who["kind"] != "person" else frozenset()
        if who["kind"] in {"organization", "place"}:
            if not head and (not strictly or who["name"].isupper()):
                return True  # «Spiegel», «RSF»: the number of a foreign name or an acronym is a guess
            if len(head) > 1 and agreement.number == "sg":
                return True  # «Reuter»: the dictionary has a woman's name of either number
            plural = head == {"pl"} or (plural and not head)
        elif who["kind"] == "group" and head == {"sg"}:
            plural = False  # «część posłów uważa»
        return (agreement.number == "pl") == plural

    @cached_property
    def genders(self) -> list[str | None]:
        """The gender of each actor: a foreign name is a guess, and the verbs beside it know better («dodał Lee»)."""
        told: dict[int, list[str]] = defaultdict(list)
        for named in self.mentions():
            if named.name and self.actors[named.actor]["kind"] == "person" and self.free_subject(named):
                for beside in (named.first - 1, named.last):
                    if 0 <= beside < len(self.text.tokens) and (gender := past_gender(self.text.words[beside])):
                        told[named.actor].append(gender)
        return [settled(actor["gender"], told[index]) for index, actor in enumerate(self.actors)]

    def called(self, place: int) -> int | None:
        """The person whose surname the word is, where nobody saw a name: «O’Leary» of «Michael O’Leary»."""
        return self._surnames.get(self.text.lowers[place].replace("’", "'"))

    @cached_property
    def _surnames(self) -> dict[str, int]:
        people = [
            (index, actor["name"].lower().replace("’", "'").split())
            for index, actor in enumerate(self.actors)
            if actor["kind"] == "person"
        ]
        return {parts[-1]: index for index, parts in reversed(people) if len(parts) > 1}

    def subject_noun(self, place: int, agreement: Agreement) -> Noun | None:
        """The reading of a common noun that may be the subject, or ``None``."""
        pos = self.hints.pos.get(place, "NOUN")
        if pos in _NEVER_NOUNS or (pos == "ADJ" and "adj" in self.text.words[place].tags):
            return None
        for noun in self.text.words[place].nouns:
            if noun.pos in SPEAKING and "nom" in noun.cases and agreement.fits(noun):
                return noun
        return None
