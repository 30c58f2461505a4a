"""What a Polish word form may be, as far as the rules of this package ask: verb forms, cases, agreement."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from nlp_claims import lexicons
from nlp_claims.morphology import Analysis, analyse

_FORMS = frozenset(
    {"fin", "praet", "imps", "bedzie", "winien", "pred", "impt", "inf", "pcon", "pant", "pact", "ppas", "ger"}
)
FINITE = frozenset({"fin", "praet", "imps", "bedzie", "winien", "pred"})
ADJECTIVES = frozenset({"adj", "ppas", "pact"})
SPEAKING = frozenset({"subst", "depr"})  # parts of speech of a noun that may be a subject
_NOMINAL = frozenset({"subst", "depr", "adj", "num", "ppron3", "ppron12", "ger", "pact", "ppas"})
# the dictionary cuts «prosiłem», «mógłby» in two, and so gives no reading of the whole
_CUT = re.compile(r"(?P<base>.+?(?:ł|ła|ło|li|ły))(?P<by>by)?(?:e?m|e?ś|śmy|ście)?$")
_EVER_VERBS = frozenset({"być", "powinien", "mieć", "móc", "chcieć", "musieć", "zostać", "mówić", "wiedzieć", "warto"})
_RATHER_ADJECTIVES = frozenset({"ubiegły", "przyszły"})  # «w ubiegły weekend», hardly ever «ubiegły» of «ubiec»
_FIRST_PERSON = frozenset({"ja", "mój"})
_RELATIVE = frozenset({"który", "jaki"})
_PERSONS = {"pri": 1, "sec": 2, "ter": 3}


class Verb(NamedTuple):
    """One verb reading. ``genders`` is empty where the form does not tell; ``person`` 1, 2 or 3."""

    lemma: str
    form: str
    number: str | None
    genders: frozenset[str]
    person: int
    perfective: bool
    conditional: bool = False


class Noun(NamedTuple):
    """One nominal reading: a noun, an adjective, a numeral, a participle."""

    lemma: str
    pos: str
    number: str
    cases: frozenset[str]
    genders: frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """Everything known of a form. ``finite`` and ``name`` are best guesses without context.

    ``relative`` marks the forms of «który» and «jaki».
    """

    verbs: tuple[Verb, ...]
    nouns: tuple[Noun, ...]
    tags: frozenset[str]
    finite: bool
    name: bool
    known: bool
    relative: bool = False

    @property
    def own(self) -> bool:
        """Whether it is in the first person («idę», «mnie»), which a news report keeps for those whom it quotes.

        «nasz kraj» is the paper's own, too.
        """
        verb = self.finite and any(verb.person == 1 for verb in self.verbs if verb.form in FINITE)
        return verb or (any(noun.lemma in _FIRST_PERSON for noun in self.nouns) and not self.verbs)

    def has_case(self, case: str, pos: frozenset[str] | None = None) -> bool:
        """Whether a nominal reading may stand in ``case``."""
        return any(case in noun.cases and (pos is None or noun.pos in pos) for noun in self.nouns)


@cache
def _verb_forms() -> frozenset[str]:
    return lexicons.words("verb_forms")


@lru_cache(maxsize=10_000)
def word(form: str) -> Word:
    """The grammar of one form."""
    if not form[:1].isalpha():
        return Word((), (), frozenset(), finite=False, name=False, known=False)
    readings = analyse(form)
    verbs = tuple(v for r in readings if (v := _verb(r)) is not None)
    if not readings and (cut := _CUT.fullmatch(form.lower())):
        verbs = tuple(_cut(v, form.lower(), cut) for r in analyse(cut["base"]) if (v := _verb(r)) and v.form == "praet")
    if any(not v.perfective for v in verbs):
        # «donosi»: the rarer perfective homonym must not make a future of it
        verbs = tuple(v for v in verbs if not (v.perfective and v.form == "fin"))
    nouns = tuple(_noun(r) for r in readings if r.pos in _NOMINAL)
    tags = frozenset(r.pos for r in readings)
    finite = any(v.form in FINITE for v in verbs)
    if finite and form[:1].islower() and tags - FINITE - {"impt", "interj", "ger"}:
        # «lata», «stali», «prawa»: nouns far more often than verbs; «ma», «może» the other way round
        ever = (v.form in FINITE and (v.lemma in _EVER_VERBS or v.form == "praet") for v in verbs)
        finite = form in _verb_forms() or (form not in _RATHER_ADJECTIVES and any(ever))
    name = bool(readings) and any(r.lemma[:1].isupper() for r in readings)
    relative = any(noun.lemma in _RELATIVE for noun in nouns)
    return Word(verbs, nouns, tags, finite=finite, name=name, known=bool(readings), relative=relative)


def _verb(reading: Analysis) -> Verb | None:
    form = reading.pos
    if form not in _FORMS or (form == "pred" and reading.lemma == "to"):
        return None
    return _verb_like(reading.tag)._replace(lemma=reading.lemma)


@cache
def _verb_like(tag: str) -> Verb:
    """All that a tag tells of a verb. The dictionary has some thousand tags, which all forms share."""
    form, *rest = tag.split(":")
    parts = [part.split(".") for part in rest]
    number = next((n for n in ("sg", "pl") if any(n in part for part in parts)), None)
    genders = frozenset(g for part in parts for g in part if g in {"m1", "m2", "m3", "f", "n"})
    person = next((_PERSONS[p] for part in parts for p in part if p in _PERSONS), 3)
    perfective = any("perf" in part for part in parts) and not any("imperf" in part for part in parts)
    return Verb("", form, number, genders, person, perfective)


def _cut(verb: Verb, form: str, cut: re.Match[str]) -> Verb:
    rest = form[len(cut["base"]) + len(cut["by"] or "") :]
    person = 3 if not rest else 1 if rest in {"m", "em", "śmy"} else 2
    return verb._replace(person=person, conditional=bool(cut["by"]))


def _noun(reading: Analysis) -> Noun:
    return _noun_like(reading.tag)._replace(lemma=reading.lemma)


@cache
def _noun_like(tag: str) -> Noun:
    """All that a tag tells of a noun."""
    form, *rest = tag.split(":")
    parts = [part.split(".") for part in rest]
    number = "".join(n for n in ("sg", "pl") if any(n in part for part in parts)) or "sg"
    cases = frozenset(c for part in parts for c in part if c in {"nom", "gen", "dat", "acc", "inst", "loc", "voc"})
    genders = frozenset(g for part in parts for g in part if g in {"m1", "m2", "m3", "f", "n"})
    return Noun("", form, number, cases, genders)
