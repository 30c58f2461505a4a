"""What the columns of the word lists may hold, and which lists are ours alone.

Columns that are not here are free: words, and notes for the reader.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple


class Column(NamedTuple):
    """The values that a column takes, and how to say so in an error."""

    pattern: re.Pattern[str]
    expected: str


def _one_of(values: str) -> Column:
    """One of the blank-separated ``values``; ``-`` stands for an empty field."""
    options = values.split()
    choice = "|".join("" if option == "-" else re.escape(option) for option in options)
    return Column(re.compile(choice), ", ".join("nothing" if option == "-" else option for option in options))


def _some_of(values: str) -> Column:
    """Some of the blank-separated ``values``, with commas between them."""
    one = "|".join(map(re.escape, values.split()))
    return Column(re.compile(f"(?:{one})(?:,(?:{one}))*"), f"some of {', '.join(values.split())}, with commas")


_DECIMAL = r"[0-9]+(?:\.[0-9]+)?"
_NUMBER = Column(re.compile(_DECIMAL), "a number such as 1000 or 0.5")
_WHOLE = Column(re.compile("[0-9]+"), "a whole number")
_SIZE = Column(re.compile(rf"(?:{_DECIMAL} \S+)?"), "nothing, or a number and a measure such as '1000 m'")
_QUANTITIES = "area count duration energy length mass money other power rate speed temperature voltage volume"
_UNIT = Column(
    re.compile(f"(?:percent|percentage_point|(?:{'|'.join(_QUANTITIES.split())})(?::.+)?)"),
    f"percent, percentage_point, or a quantity and a symbol such as length:km; quantities: {_QUANTITIES}",
)
_VERB = Column(re.compile(r"(?:nie )?\S+"), "the lemma of a verb, alone or after 'nie'")
_CUE_CLASS = _one_of(
    "add admit announce answer ask claim comment confirm criticise demand deny estimate explain promise reveal say "
    "show stress testify think warn write"
)
_TAKES = _some_of("acc by czy czytamy jak mental nazwa phrase post quote to że źródło")
_NAME_KIND = _one_of("person organization place")
_GENDER = _one_of("m f f/m")

BOUNDS = "about almost at_least at_most over under"

COLUMNS: dict[str, dict[str, Column]] = {
    "abbreviations": {"ends": _one_of("no maybe")},
    "aliases": {"kind": _one_of("company organization place")},
    "bounds": {"side": _one_of("before after between comparative verb"), "bound": _one_of(f"{BOUNDS} none")},
    "dealings": {"whom": _one_of("with object")},
    "clubs": {"class": _one_of("name initials")},
    "cue_phrases": {"verb": _VERB, "class": _CUE_CLASS, "takes": _TAKES},
    "cues": {"class": _CUE_CLASS, "takes": _TAKES},
    "former": {"also": _one_of("- verb")},
    "foreign_heads": {"kind": _one_of("organization place")},
    "given_names": {"gender": _GENDER},
    "known_names": {"kind": _one_of("medium organization person place")},
    "name_bases": {"kind": _NAME_KIND, "count": _WHOLE},
    "name_particles": {"class": _one_of("article family inner link particle younger")},
    "name_endings": {
        "kind": _NAME_KIND,
        "case": _one_of("nom gen dat acc inst loc"),
        "number": _one_of("sg pl"),
        "gender": _one_of("m m1 f n"),
        "words": _WHOLE,
    },
    "led_bodies": {"office": _one_of("minister premier prezydent")},
    "nominal_cues": {"class": _CUE_CLASS, "takes": _TAKES},
    "number_adjectives": {"unit": _UNIT, "scale": _NUMBER},
    "number_contexts": {
        "role": _one_of(
            "amount assess change change_down change_up clock dimension estimate gain halved hearsay hour idiom index "
            "label less limit market measure_verb month more not_nominal opening part_of_day people place_preposition "
            "planned points_word poll possible rate_noun result score season size_unit size_word speed_unit speed_word "
            "this_year time_adverb time_noun time_preposition to_value weak_label weekday"
        )
    },
    "numerals": {"low": _NUMBER, "high": _NUMBER},
    "offices": {"bearer": _one_of("any courtesy own rank")},
    "organization_heads": {
        "class": _one_of("body company court media party state"),
        "part": _one_of("- generic organ patron seat"),
    },
    "phrase_prepositions": {"use": _one_of("inside kept origin")},
    "place_heads": {"part": _one_of("- generic")},
    "quantities": {"kind": _one_of("noun predicate time word")},
    "roles": {"gender": _one_of("m f")},
    "source_phrases": {"case": _one_of("gen inst")},
    "titles": {"class": _one_of("honorific name part title")},
    "units": {"form": _one_of("symbol word"), "unit": _UNIT, "size": _SIZE},
}

OURS_ALONE = frozenset(
    {
        # learnt together from annotated names: a row of one means nothing without the others
        "given_names",
        "name_bases",
        "name_endings",
        # read once for all pipelines of a process, by functions whose answers are kept for every word
        "abbreviations",
        "aliases",
        "attendants",
        "attitudes",
        "authorities",
        "clubs",
        "collectives",
        "countries",
        "dealings",
        "deeds",
        "former",
        "known_names",
        "led_bodies",
        "name_particles",
        "legal_forms",
        "noun_forms",
        "numerals",
        "organization_heads",
        "phrase_prepositions",
        "place_heads",
        "roles",
        "shares",
        "state_verbs",
        "things",
        "times",
        "verb_forms",
        "women",
        # read by compare and score, which load no pipeline
        "quantities",
        "score_titles",
    }
)
"""The lists that a user's folder cannot change."""


def wrong(name: str, row: dict[str, str]) -> Iterator[str]:
    """What is wrong with the values of a row of the list ``name``."""
    key = next(iter(row))
    if not row[key]:
        yield f"no {key}"
    for field, column in COLUMNS.get(name, {}).items():
        if not column.pattern.fullmatch(row[field]):
            yield f"{field} '{row[field]}'; expected {column.expected}"
    if name == "bounds" and (row["side"] == "between") != (row["bound"] == "none"):
        yield "the bound none goes with the side between, and with no other"
