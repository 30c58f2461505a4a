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
    courtesy: frozenset[str]
    naming: frozenset[str]
    mute: frozenset[str]
    media: frozenset[str]
    shares: frozenset[str]


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
        naming=lexicons.words("naming_nouns", overlay),
        mute=lexicons.words("mute_nouns", overlay),
        media=_media(overlay),
        shares=lexicons.words("shares"),
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
        known = any(verb.lemma in words.stems for verb in word.verbs)
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


def _verb_cue(text: Text, place: int, word: Word, words: Lexicon) -> Cue | None:  # noqa: C901
    for verb in word.verbs:
        if verb.form in {"ger", "impt", "pred"} or (
            verb.form in FINITE and not word.finite and surroundings.governed(text, place)
        ):
            continue
        if verb.lemma in words.phrases and (cue := _phrase(text, place, verb, words)):
            return cue
        se = surroundings.reflexive(text, place)
        entry = words.verbs.get(f"{verb.lemma} się") if se is not None else None
        impersonal = verb.form == "imps"
        first = last = place
        if place and text.lowers[place - 1] in _CONDITIONAL | _EVERYBODY:
            continue  # «bym pomyślał, że», «wiele wskazuje na to, że», «mylił się ten, kto sądził, że»
        if entry is not None and se is not None:
            first, last = (place, se) if place < se <= place + 1 else (se, place) if se == place - 1 else (place, place)
        else:
            entry = words.verbs.get(verb.lemma)
            if entry is not None and se is not None:
                # «mówi się, że» reports; «podał się do dymisji», «zapowiada się zima» do not
                neuter = verb.form == "fin" or verb.genders == {"n"}
                if not (neuter and verb.number == "sg" and abs(se - place) == 1) or verb.lemma in _SEEMING:
                    continue
                impersonal, last = True, max(place, se)
                first = min(place, se)
        if entry is None or not _person_fits(verb, entry):
            continue
        if verb.form == "ppas" and verb.lemma not in _ASKED and not _labelled(text, place, entry):
            continue
        if verb.form == "pact" and (place == 0 or text.words[place - 1].finite):
            continue  # «ostrzegł protestujących, że»: a noun here
        if verb.form == "inf" and not surroundings.done(text, place):
            continue
        negated = surroundings.negated(text, first)
        return Cue(
            first,
            last,
            place,
            entry,
            verb.form,
            verb.number,
            verb.genders,
            negated,
            impersonal,
            verb.perfective,
            verb.conditional or surroundings.hypothetical(text, place),
        )
    return None


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
