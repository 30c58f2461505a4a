"""What a word of a name may be in the nominative where no dictionary has it: by endings learned from names."""

import math
from collections import defaultdict
from functools import cache
from typing import Literal, NamedTuple

from nlp_claims import lexicons

NameKind = Literal["person", "organization", "place"]
_Change = tuple[str, str, str, str]  # letters cut and added, case, number, gender
CASES = ("nom", "gen", "dat", "acc", "inst", "loc")
# how often a name in news stands in a case, in natural logarithms
PRIOR = {"nom": -0.8, "gen": -1.2, "dat": -3.2, "acc": -2.3, "inst": -2.4, "loc": -2.2, "voc": -7.0}
VOWELS = frozenset("aąeęioóuy")
_BARE_PLURAL = {
    "person": -2.0,
    "organization": -4.0,
    "place": -2.0,
}  # «New», «Rafah» end in a consonant: seldom the genitive or locative of a plural
_RAREST = 1e-4


class Candidate(NamedTuple):
    """One nominative that a word may have. ``case`` and ``gender`` are empty where any will do.

    ``gender`` is one of ``m f n``, and ``m1`` in the plural of men («liberalni», not «liberalne»).

    ``score`` is a natural logarithm, comparable within one word; ``role`` tells a noun from an adjective.
    """

    base: str
    case: str
    number: str
    gender: str
    role: Literal["noun", "adjective", "fixed"]
    score: float


@cache
def _endings() -> dict[tuple[str, str], dict[_Change, int]]:
    table: dict[tuple[str, str], dict[_Change, int]] = defaultdict(dict)
    for row in lexicons.read("name_endings"):
        ending = "" if row["ending"] == "-" else row["ending"]
        table[row["kind"], ending][row["change"], row["case"], row["number"], row["gender"]] = int(row["words"])
    return dict(table)


def guesses(word: str, kind: NameKind) -> tuple[Candidate, ...]:
    """Nominatives by learned endings, best first; the probability backs off from long to short endings."""
    low = word.lower()
    table, strength = _endings(), 2.0
    chances: dict[_Change, float] = {}
    for length in range(7):
        counts = table.get((kind, low[len(low) - length :] if length else ""))
        if counts is None or length >= len(low):
            if length:
                break
            continue
        total = sum(counts.values())
        # no set: its order changes from run to run, and of two changes that are as likely the first is taken
        keys = {**counts, **chances}
        chances = {key: (counts.get(key, 0) + strength * chances.get(key, 0.0)) / (total + strength) for key in keys}
    found = []
    for (change, case, number, gender), chance in chances.items():
        cut, added = change.split("+")
        stem = word[: len(word) - int(cut)]
        if chance > _RAREST and (len(stem) > 1 or not int(cut)) and not _impossible(stem, added):
            base = stem + (added.upper() if len(word) > 1 and word.isupper() else added)
            score = math.log(chance) - PRIOR.get(case, -3.0)
            if number == "pl" and low[-1] not in VOWELS:
                score += _BARE_PLURAL[kind]
            found.append(Candidate(base, case, number, gender, "noun", score))
    return tuple(sorted(found, key=lambda item: -item.score)[:12])


def _impossible(stem: str, added: str) -> bool:
    """Whether Polish has no such base: a fleeting «e» stands between consonants («Marek», never «Novaek»).

    Nor is there one without a vowel: «Blu» is of no «Bl».
    """
    fleeting = added[:1] == "e" and len(added) > 1 and stem[-1:].lower() in VOWELS - {"i"}
    return fleeting or _CONSONANTS.issuperset((stem + added).lower())


_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxzćłńśźż")

# endings of adjectives that no dictionary has («Nadodrzańskiej»): what they make in the nominative
_ADJECTIVES = (
    ("iego", "i", "gen", "sg", "m"), ("iego", "ie", "gen", "sg", "n"), ("iemu", "i", "dat", "sg", "m"),
    ("iemu", "ie", "dat", "sg", "n"), ("im", "i", "inst", "sg", "m"), ("im", "i", "loc", "sg", "m"),
    ("im", "ie", "inst", "sg", "n"), ("im", "ie", "loc", "sg", "n"), ("iej", "a", "gen", "sg", "f"),
    ("iej", "a", "dat", "sg", "f"), ("iej", "a", "loc", "sg", "f"), ("ą", "a", "acc", "sg", "f"),
    ("ą", "a", "inst", "sg", "f"), ("a", "a", "nom", "sg", "f"), ("i", "i", "nom", "sg", "m"),
    ("i", "i", "acc", "sg", "m"), ("ie", "ie", "nom", "sg", "n"), ("ie", "ie", "acc", "sg", "n"),
    ("ie", "ie", "nom", "pl", "f"), ("ie", "ie", "nom", "pl", "m"), ("ich", "ie", "gen", "pl", "f"),
    ("ich", "ie", "gen", "pl", "m"), ("ich", "ie", "loc", "pl", "f"), ("ich", "ie", "loc", "pl", "m"),
)  # fmt: skip


# of «-yczny», the same endings
_HARD = {"i": "y", "ie": "e", "iego": "ego", "iemu": "emu", "im": "ym", "iej": "ej", "ich": "ych", "a": "a", "ą": "ą"}


def guessed_adjective(word: str) -> tuple[Candidate, ...]:
    """«Olszańskiej» → «Olszańska», «Unionistyczną» → «Unionistyczna»: an adjective known by its ending alone."""
    found = []
    for ending, base, case, number, gender in _ADJECTIVES:
        for closing, opening, stems in ((ending, base, ("sk", "ck", "dzk")), (_HARD[ending], _HARD[base], ("yczn",))):
            stem = word.removesuffix(closing)
            if stem != word and stem.endswith(stems):
                found.append(Candidate(stem + opening, case, number, gender, "adjective", -1.5))
    return tuple(found)
