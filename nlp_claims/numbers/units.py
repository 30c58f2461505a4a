"""Units of measure and currencies after (or before) a number: «proc.», «m kw.», «£», «dolarów kanadyjskich».

The words are in ``lexicons/units.tsv``. pint knows no Polish word, and Babel has display patterns («{0} litra»)
but no lemmas to inflect and no colloquial abbreviations («m kw.», «pkt proc.»), so the table is our own.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from nlp_claims import lexicons
from nlp_claims.morphology import Analysis, analyse
from nlp_claims.numbers.contexts import Contexts, lemmas
from nlp_claims.numbers.pieces import Piece

PERIODS = {
    "dziennie": ("day", "dzień"),
    "dobowo": ("day", "doba"),
    "tygodniowo": ("week", "tydzień"),
    "miesięcznie": ("month", "miesiąc"),
    "kwartalnie": ("quarter", "kwartał"),
    "rocznie": ("year", "rok"),
}
_NO_RATE = ("money", "duration", "percent", "percentage_point", "other:grosz", "other:cent", "other:pens")


class Unit(NamedTuple):
    """A unit, with the piece after it. ``size`` is in the measure ``base``; ``per`` what it is told by."""

    code: str
    last: int
    size: Decimal | None = None
    base: str = ""
    per: str | None = None
    noun: str = ""
    """What it counts, where the abbreviation says («pkt», «szt.»)."""

    @property
    def symbol(self) -> str:
        """The code without its quantity: «km» of ``length:km``."""
        return self.code.rpartition(":")[2]


class Units:
    """The unit lexicon, ready to match."""

    def __init__(self, contexts: Contexts, overlay: str = "") -> None:
        """Read ``units.tsv``; ``overlay`` is a folder of lexicons laid over it, or empty."""
        self._contexts = contexts
        self._words: dict[str, list[tuple[tuple[frozenset[str], ...], str, Decimal | None, str]]] = {}
        self._symbols: dict[str, tuple[str, Decimal | None, str]] = {}
        for row in lexicons.read("units", overlay):
            size, _, base = row["size"].partition(" ")
            measure = Decimal(size) if size else None
            if row["form"] == "symbol":
                self._symbols[row["lemma"]] = (row["unit"], measure, base)
            else:
                head, *rest = row["lemma"].split()
                words = tuple(lemmas(word) for word in rest)  # «korona norweska»: any case of both
                self._words.setdefault(head, []).append((words, row["unit"], measure, base))
        for alternatives in self._words.values():
            alternatives.sort(key=lambda each: -len(each[0]))
        longest_first = sorted(self._symbols, key=lambda symbol: (-len(symbol), symbol))
        self._symbol = re.compile("|".join(map(_bounded, longest_first)))
        self._adjectives = {row["lemma"]: row for row in lexicons.read("number_adjectives", overlay)}
        prefixes = [symbol for symbol, (unit, *_) in self._symbols.items() if _may_precede(symbol, unit)]
        self._prefixes = {symbol: self._symbols[symbol][0] for symbol in prefixes}

    def after(self, text: str, pieces: Sequence[Piece], at: int) -> Unit | None:
        """The unit that starts at piece ``at`` (rates included), or ``None``."""
        if at >= len(pieces) or pieces[at].breaks:
            return None
        found = self._simple(text, pieces, at)
        return found and self._rate(text, pieces, found)

    def named(self, form: str) -> Unit | None:
        """The unit of one word that a form names («rok», «godzinę»); its place is not told."""
        for reading in analyse(form):
            for rest, code, size, base in self._words.get(reading.lemma, ()):
                if not rest:
                    return Unit(code, 0, size, base)
        return None

    def iso(self, code: str) -> bool:
        """Whether three letters are the code of a currency."""
        return self._symbols.get(code, ("",))[0] == f"money:{code}"

    def currency(self, piece: Piece) -> str | None:
        """The code of the currency that one word names: «USD», «dolara», «złoty»."""
        if self.iso(piece.text):
            return piece.text
        unit = self.named(piece.lower) if piece.kind == "word" and piece.text[1:].islower() else None
        return unit.symbol if unit is not None and unit.code.startswith("money:") else None

    def adjective(self, word: str) -> dict[str, str] | None:
        """The row of ``number_adjectives.tsv`` for the second half of «21-letnia», or ``None``."""
        if known := lemmas(word) & self._adjectives.keys():
            return self._adjectives[min(known)]
        return next((row for stem, row in self._adjectives.items() if word.startswith(stem.rstrip("y"))), None)

    def told_by(self, text: str, pieces: Sequence[Piece], unit: Unit, at: int) -> Unit:
        """The unit as a rate where the words after its noun say so («400 baryłek ropy dziennie»)."""
        if unit.per is not None or at >= len(pieces):
            return unit
        return self._rate(text, pieces, unit._replace(last=at))._replace(last=unit.last)

    def measures(self, stem: str) -> bool:
        """Whether the second half of «dwudniowy» is a measure."""
        return stem in self._adjectives and not stem.startswith("leci")  # «dwudziestolecie» is a time, no length

    def before(self, pieces: Sequence[Piece], at: int) -> str | None:
        """The unit written before the number at ``at`` («£4500», «PLN 12 mln», «lat 42»)."""
        if at == 0 or pieces[at].gap not in ("", " ", "\u00a0"):
            return None
        if pieces[at - 1].lower == "lat":
            limit = at > 1 and pieces[at - 2].lower == "do" and pieces[at].kind == "word"  # «kara do lat trzech»
            age = pieces[at].text.isdigit() and not pieces[at].text.endswith("0")  # «Jan Kowalski, lat 42»
            return "duration:year" if limit or age else None
        return self._prefixes.get(pieces[at - 1].text)

    def _simple(self, text: str, pieces: Sequence[Piece], at: int) -> Unit | None:
        if (match := self._symbol.match(text, pieces[at].start)) and _fits(pieces, at):
            code, size, base = self._symbols[match.group()]
            last = at + 1
            while last < len(pieces) and pieces[last].start < match.end():
                last += 1
            if match.group() in ("W", "A") and last < len(pieces) and pieces[last].text[:1].isupper():
                return None  # «24 W Pałacu …» numbers a paragraph
            kind, _, noun = code.partition(":")
            return Unit(kind, last, noun=noun) if kind == "count" else Unit(code, last, size, base)
        if pieces[at].text[:1].isupper() and (not pieces[at].text.isupper() or len(pieces[at].text) == 1):
            return None  # «1 maja 1997 Tony Blair», «do marca 2011 G+J»
        named = list(self._of_words(pieces, at)) if pieces[at].kind == "word" else []
        if named:  # «150 lir tureckich», though «lir» is the money of Italy too
            return max(named, key=lambda unit: unit.last)
        return self._reversed(pieces, at) or self._unknown(pieces, at)

    def _of_words(self, pieces: Sequence[Piece], at: int) -> Iterator[Unit]:
        """The units that the words at ``at`` may name, those of the likelier reading first."""
        for reading in analyse(pieces[at].lower):
            if reading.pos == "brev" or (reading.pos == "subst" and not _lone(reading) and _fits(pieces, at)):
                for rest, code, size, base in self._words.get(reading.lemma, ()):
                    if self._words_at(pieces, at + 1, rest) and (rest or self._is_meant(pieces, at)):
                        yield Unit(code, at + 1 + len(rest), size, base)

    def _is_meant(self, pieces: Sequence[Piece], at: int) -> bool:
        """Whether a word that is seldom a unit is one here: «sieć ma 8 węzłów», but «z prędkością 8 węzłów»."""
        for unit, company in _HOMONYMS:
            if self._contexts.has(pieces[at], unit):
                near = pieces[max(0, at - _COMPANY) : at + _COMPANY]
                return any(piece.kind == "word" and self._contexts.has(piece, company) for piece in near)
        return True

    def _unknown(self, pieces: Sequence[Piece], at: int) -> Unit | None:
        """«4 terabajty»: the dictionary lacks the word, which is declined as its like are."""
        form = pieces[at].lower if pieces[at].kind == "word" else ""
        if not form or analyse(form):
            return None
        stems = [form.removesuffix(ending) for ending in _ENDINGS if form.endswith(ending)]
        for lemma in (*stems, *(f"{stem}a" for stem in stems)):  # «miliamperogodzin» are feminine
            for rest, code, size, base in self._words.get(lemma, ()):
                if not rest:
                    return Unit(code, at + 1, size, base)
        return None

    def _reversed(self, pieces: Sequence[Piece], at: int) -> Unit | None:
        """«amerykańskich dolarów»: the adjective may stand first."""
        piece = pieces[at]
        if piece.kind != "word" or at + 1 >= len(pieces):
            return None
        adjectives = frozenset(reading.lemma for reading in analyse(piece.lower) if reading.pos == "adj")
        for reading in analyse(pieces[at + 1].lower) if adjectives else ():
            for rest, code, size, base in self._words.get(reading.lemma, ()):
                if len(rest) == 1 and rest[0] & adjectives:
                    return Unit(code, at + 2, size, base)
        return None

    def _words_at(self, pieces: Sequence[Piece], at: int, words: tuple[frozenset[str], ...]) -> bool:
        near = pieces[at : at + len(words)]
        return len(near) == len(words) and all(
            lemmas(piece.text) & word for piece, word in zip(near, words, strict=True)
        )

    def _rate(self, text: str, pieces: Sequence[Piece], unit: Unit) -> Unit:
        """Join «na metr sześcienny», «/h», «dziennie»: a code of its own for physical units, else ``per``."""
        link = pieces[unit.last] if unit.last < len(pieces) and not pieces[unit.last].breaks else None
        if link is None:
            return unit
        physical = not unit.code.startswith(_NO_RATE)
        if link.lower in PERIODS:
            symbol, per = PERIODS[link.lower]
            code = f"rate:{unit.symbol}/{symbol}" if physical else unit.code
            return unit._replace(code=code, last=unit.last + 1, per=per)
        if link.text != "/" and (link.lower not in ("na", "za") or not physical):
            return unit
        at, factor = unit.last + 1, ""
        if at < len(pieces) and pieces[at].lower in _TENS:
            at, factor = at + 1, _TENS[pieces[at].lower]
        other = self._simple(text, pieces, at) if at < len(pieces) and not pieces[at].breaks else None
        if other is None or not (factor or _one(pieces[at], link)):
            return unit
        per = text[pieces[unit.last + 1].start : pieces[other.last - 1].end]
        if other.last == unit.last + 2:
            per = next((reading.lemma for reading in analyse(per.lower()) if reading.pos == "subst"), per)
        return unit._replace(code=_joined(unit, other, factor) if physical else unit.code, last=other.last, per=per)


def _fits(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a unit may go on with what is before it: «75 tys. Stopa bezrobocia», «129 mln. W grudniu» may not."""
    piece = pieces[at]
    currency = piece.text.isupper() and len(piece.text) > 1
    return at == 0 or pieces[at - 1].text != "." or not piece.text[:1].isupper() or currency


def _lone(reading: Analysis) -> bool:
    """Whether a noun reading is the nominative singular only: no number takes it («300 mln rok do roku»)."""
    return reading.tag.startswith(("subst:sg:nom:", "subst:sg:nom.acc:")) and reading.lemma in ("rok", "wiek")


_HOMONYMS = (("speed_unit", "speed_word"), ("size_unit", "size_word"))
_COMPANY = 10  # pieces to either side
_ENDINGS = ("", "y", "ę", "ą", "ów", "a", "i", "em", "ami", "om", "ach", "owi")
# «l na 100 km», «litrów na sto kilometrów»
_TENS = {"1": "1", "10": "10", "100": "100", "1000": "1000", "dziesięć": "10", "sto": "100", "tysiąc": "1000"}
_SHORT = {"hour": "h", "second": "s", "minute": "min"}


def _joined(unit: Unit, other: Unit, factor: str) -> str:
    """«speed:km/h», «rate:l/100km»."""
    speed = unit.code.startswith("length") and other.code in ("duration:hour", "duration:second")
    measure = f"{factor.removeprefix('1') and factor}{_SHORT.get(other.symbol, other.symbol)}"
    return f"{'speed' if speed else 'rate'}:{unit.symbol}/{measure}"


def _one(piece: Piece, link: Piece) -> bool:
    """Whether a rate is told by one of what follows («na metr»): «100 m na lata» and «50 km na rok 2020» are none."""
    readings = [each for each in analyse(piece.lower) if each.pos == "subst"]
    return link.text == "/" or not readings or any(each.has("sg") and each.has("acc") for each in readings)


def _bounded(symbol: str) -> str:
    """A pattern for the symbol that does not end inside a word."""
    return re.escape(symbol) + (r"(?![^\W_])" if symbol[-1].isalnum() else "")


def _may_precede(symbol: str, unit: str) -> bool:
    """Whether a currency sign may stand before its number: «$3», «EUR 5», not «gr 5»."""
    return unit.startswith("money:") and (len(symbol) == 1 or symbol.isupper()) and not symbol.islower()
