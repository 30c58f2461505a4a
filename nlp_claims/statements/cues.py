"""Reporting words in a text: verbs by lemma and form, fixed phrases, nouns; which ones report at all."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from nlp_claims import lexicons
from nlp_claims.statements import surroundings
from nlp_claims.statements.grammar import FINITE, Noun, Verb, Word
from nlp_claims.statements.text import Text

_ASKED = frozenset({"pytać", "zapytać", "spytać", "dopytywać", "dopytać", "zapytywać"})
_READERS = frozenset({"czytać"})  # «czytamy w komunikacie»: the reader's we, not the paper's
_CONDITIONAL = frozenset({"by", "bym", "byś", "byśmy", "byście"})  # «to bym pomyślał, że»
_SEEMING = frozenset({"zapowiadać", "zapowiedzieć"})  # «zapowiadało się, że będzie gorzej»: so it looked
_PHRASE_REACH = 4
_NEAR = 3
_EVERYBODY = frozenset({"kto", "wszystko", "wiele", "nic", "niewiele"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One lexicon row: what kind of speech act the words are, and what they may take."""

    lemma: str
    class_: str
    takes: frozenset[str]

    @property
    def mental(self) -> bool:
        """Whether it is an attitude («sądzi») rather than an utterance."""
        return "mental" in self.takes


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word or phrase in a text; ``first`` and ``last`` are its outermost tokens, both inside.

    ``form`` is a form of :mod:`.grammar` (``fin``, ``praet``, ``imps``, ``pcon``, ``pact``, ``ppas``, ``inf``) or
    ``noun``. ``impersonal`` says that no subject can stand with it («podano», «mówi się»).
    """

    first: int
    last: int
    verb: int
    entry: Entry
    form: str
    number: str | None
    genders: frozenset[str]
    negated: bool = False
    impersonal: bool = False
    perfective: bool = False
    hypothetical: bool = False

    @property
    def finite(self) -> bool:
        """Whether it is a finite verb in the third person (or an impersonal)."""
        return self.form in FINITE


@dataclass(frozen=True)
class Lexicon:
    """The reporting words that a component knows."""

    verbs: dict[str, Entry]
    stems: frozenset[str]
    phrases: dict[str, list[tuple[tuple[str, ...], bool, Entry]]]
    nouns: dict[str, Entry]
    sources: dict[str, list[tuple[tuple[str, ...], str]]]
    not_sources: frozenset[str]
    content_nouns: frozenset[str]
    documents: frozenset[str]
    speaking: frozenset[str]
    offices: frozenset[str]
    anybody: frozenset[str]
    ranks: frozenset[str]
    leaders: frozenset[str]
    courtesy: frozenset[str]
    naming: frozenset[str]
    mute: frozenset[str]
    media: frozenset[str]
    shares: frozenset[str]
    labels: frozenset[str]


@cache
def lexicon(overlay: str = "") -> Lexicon:
    """Read the lists, with the user's laid over ours."""
    verbs = {row["lemma"]: _entry(row) for row in lexicons.read("cues", overlay)}
    phrases: dict[str, list[tuple[tuple[str, ...], bool, Entry]]] = defaultdict(list)
    for row in lexicons.read("cue_phrases", overlay):
        *nie, verb = row["verb"].split()
        phrases[verb].append((tuple(row["words"].split()), bool(nie), _entry(row)))
    sources: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for row in lexicons.read("source_phrases", overlay):
        first, *rest = row["lemma"].split()
        sources[first].append((tuple(rest), row["case"]))
    for options in sources.values():
        options.sort(key=lambda option: -len(option[0]))
    return Lexicon(
        verbs=verbs,
        stems=frozenset(lemma.removesuffix(" się") for lemma in verbs) | phrases.keys(),
        phrases=dict(phrases),
        nouns={row["lemma"]: _entry(row) for row in lexicons.read("nominal_cues", overlay)},
        sources=dict(sources),
        not_sources=lexicons.words("not_sources", overlay),
        content_nouns=lexicons.words("content_nouns", overlay),
        documents=lexicons.words("documents", overlay),
        speaking=lexicons.words("speaking_nouns", overlay),
        offices=lexicons.words("offices", overlay),
        anybody=frozenset(row["lemma"] for row in lexicons.read("offices", overlay) if row["bearer"] != "own"),
        ranks=frozenset(row["lemma"] for row in lexicons.read("offices", overlay) if row["bearer"] == "rank"),
        courtesy=frozenset(row["lemma"] for row in lexicons.read("offices", overlay) if row["bearer"] == "courtesy"),
        leaders=lexicons.words("leaders", overlay),
        naming=lexicons.words("naming_nouns", overlay),
        mute=lexicons.words("mute_nouns", overlay),
        media=_media(overlay),
        shares=lexicons.words("shares"),
        labels=lexicons.words("page_labels", overlay),
    )


def _media(overlay: str) -> frozenset[str]:
    """The media by all their names: «Polska Agencja Prasowa», «PAP»."""
    full = {row["name"] for row in lexicons.read("known_names", overlay) if row["kind"] == "medium"}
    return frozenset(full).union(row["alias"] for row in lexicons.read("aliases", overlay) if row["name"] in full)


def _entry(row: dict[str, str]) -> Entry:
    return Entry(row["lemma"], row["class"], frozenset(row["takes"].split(",")))


def find(text: Text, words: Lexicon) -> dict[int, Cue]:
    """Every reporting word of the text, keyed by its verb's (or noun's) token."""
    found: dict[int, Cue] = {}
    for place, word in enumerate(text.words):
        # most words are no verbs at all
        known = word.verbs and any(verb.lemma in words.stems for verb in word.verbs)
        if known and (cue := _verb_cue(text, place, word, words)) is not None:
            found[place] = cue
    return found


def noun_cue(text: Text, place: int, words: Lexicon) -> Cue | None:
    """The reporting noun at a token («zapewnienie»), or ``None``."""
    for noun in text.words[place].nouns:
        if noun.pos in {"subst", "ger"} and (entry := _noun_entry(noun, words)):
            return Cue(place, place, place, entry, "noun", noun.number, noun.genders)
    return None


def _noun_entry(noun: Noun, words: Lexicon) -> Entry | None:
    return words.nouns.get(noun.lemma) if noun.pos == "subst" else None


def _verb_cue(text: Text, place: int, word: Word, words: Lexicon) -> Cue | None:
    for verb in word.verbs:
        if not _speaks(text, place, word, verb):
            continue
        if verb.lemma in words.phrases and (cue := _phrase(text, place, verb, words)):
            return cue
        # «bym pomyślał, że», «wiele wskazuje na to, że», «mylił się ten, kto sądził, że»
        # «nic nie zapowiada, by spadły»
        before = text.lowers[place - 1 - (place > 1 and text.lowers[place - 1] == "nie")] if place else ""
        told = before not in _CONDITIONAL | _EVERYBODY
        found = _entry_of(text, place, verb, words) if told else None
        if found is None or not _reports(text, place, verb, found[0]):
            continue
        entry, first, last, impersonal = found
        return Cue(
            first,
            last,
            place,
            entry,
            verb.form,
            verb.number,
            verb.genders,
            surroundings.negated(text, first),
            impersonal,
            verb.perfective,
            verb.conditional or surroundings.hypothetical(text, place),
        )
    return None


def _speaks(text: Text, place: int, word: Word, verb: Verb) -> bool:
    """Whether the reading is a verb here: no gerund, no command, no noun of the same form («twierdzą», «tłumaczy»)."""
    if verb.form in {"ger", "impt", "pred"}:
        return False
    return verb.form not in FINITE or word.finite or not surroundings.governed(text, place)


def _entry_of(text: Text, place: int, verb: Verb, words: Lexicon) -> tuple[Entry, int, int, bool] | None:
    """The lexicon's row for a verb, the first and last token of verb and «się», and whether it is impersonal."""
    se = surroundings.reflexive(text, place)
    entry = words.verbs.get(f"{verb.lemma} się") if se is not None else None
    if entry is not None and se is not None:
        near = place if se not in {place - 1, place + 1} else se
        return entry, min(place, near), max(place, near), verb.form == "imps"
    entry = words.verbs.get(verb.lemma)
    if entry is None or se is None:
        return None if entry is None else (entry, place, place, verb.form == "imps")
    # «mówi się, że» reports; «podał się do dymisji», «zapowiada się zima» do not
    neuter = verb.form == "fin" or verb.genders == {"n"}
    if not (neuter and verb.number == "sg" and abs(se - place) == 1) or verb.lemma in _SEEMING:
        return None
    return entry, min(place, se), max(place, se), True


def _reports(text: Text, place: int, verb: Verb, entry: Entry) -> bool:
    """Whether the form of the verb can report: in the third person, a participle or an infinitive only at times."""
    if not _person_fits(verb, entry):
        return False
    if verb.form == "ppas":
        return verb.lemma in _ASKED or _labelled(text, place, entry)
    if verb.form == "pact":
        return place > 0 and not text.words[place - 1].finite  # «ostrzegł protestujących, że»: a noun here
    return verb.form != "inf" or surroundings.done(text, place)


def _labelled(text: Text, place: int, entry: Entry) -> bool:
    """Whether somebody is said to have called it so: «określone przez polityków jako „nieuczciwe”»."""
    return "nazwa" in entry.takes and text.lowers[place + 1 : place + 2] == ("przez",)


def _person_fits(verb: Verb, entry: Entry) -> bool:
    if entry.lemma in _READERS:
        return verb.form == "fin" and verb.person == 1
    return verb.person == 3  # noqa: PLR2004


def _phrase(text: Text, place: int, verb: Verb, words: Lexicon) -> Cue | None:
    """«wyraził w czwartek nadzieję»: the verb and its words, not necessarily side by side."""
    if verb.person != 3 or verb.form not in FINITE | {"pcon", "pant"}:  # noqa: PLR2004
        return None
    for option, nie, entry in words.phrases[verb.lemma]:
        negated = surroundings.negated(text, place)
        if nie:
            if negated and not option:
                return Cue(place - 1, place, place, entry, verb.form, verb.number, verb.genders)
            continue
        reach = range(max(place - _NEAR, 0), min(place + _PHRASE_REACH + 1, len(text.tokens) - len(option) + 1))
        for at in reach:
            if at != place and text.lowers[at : at + len(option)] == option:
                last = at + len(option) - 1
                if any(t.text in ".;:" for t in text.tokens[min(at, place) : max(at, place)]):
                    continue
                if "wątpliwości" in option and "mental" in entry.takes and not negated:
                    continue
                near = place < at <= place + 2
                idiom = "wątpliwości" in option
                if idiom and verb.lemma == "mieć" and verb.number == "sg" and not surroundings.somebodys(text, place):
                    continue  # «Nie ma wątpliwości, że …» is the author's own
                return Cue(
                    place,
                    last if near else place,
                    place,
                    entry,
                    verb.form,
                    verb.number,
                    verb.genders,
                    negated and not idiom,
                    verb.form == "imps",
                    verb.perfective,
                    verb.conditional or surroundings.hypothetical(text, place),
                )
    return None
