"""From text to numeric claims: value, bounds, unit and noun, with no parser needed.

``Finder.find`` runs the stages in order: cut, read numbers, dismiss what claims nothing, join ranges,
name what is counted, share it along lists and ellipses, bound the value.
"""

from collections.abc import Sequence
from decimal import Decimal

from nlp_claims.morphology import analyse
from nlp_claims.numbers import clause, drafts, elision, notclaims, nouns, phrases, quotations, ranges, sharing, unknown
from nlp_claims.numbers.bounds import Bounds
from nlp_claims.numbers.contexts import Contexts, is_verb, lead_word, lemmas
from nlp_claims.numbers.drafts import Draft
from nlp_claims.numbers.found import Found, of_draft
from nlp_claims.numbers.numerals import MASS
from nlp_claims.numbers.percents import sentences_between
from nlp_claims.numbers.phrases import Counted
from nlp_claims.numbers.pieces import Piece, cut
from nlp_claims.numbers.stops import Opinion
from nlp_claims.numbers.units import Unit, Units

_NO_NOUN = (
    "money",
    "duration",
    "temperature",
    "speed",
    "other:grosz",
    "other:cent",
    "other:pens",
    "other:kopiejka",
    "energy:kt",
    "other:decade",
    "other:century",
    "other:times",
    "other:quarter",
    "other:half_year",
)
_MODIFIED = ("duration", "money", "mass", "length", "volume")
_ADJECTIVES = 3  # between a number and its unit
_LETTERS = frozenset("mgltshVWAJ")  # «5 dużych m.in.»: a letter is a unit only right after its number
_MULTIPLIED = 4  # pieces from a word of change to «10 razy»
_MASSIVE = 10**6
_MEASURED = frozenset({"PKB", "PNB"})  # percentages are mostly of these
_INDEXED = 14  # pieces from «wskaźnik» to its value
_BRACKETED = 5  # pieces of «(34 proc.)»
_FAR = 9  # pieces from a number to the noun that a parser gives it
_PARTITIVE = frozenset({"z", "ze", "spośród", "wśród"})


class Finder:
    """Finds numbers in text; made once, with its lexicons."""

    def __init__(self, overlay: str = "") -> None:
        """Read the lexicons; ``overlay`` is a folder laid over them, or empty."""
        self.contexts = Contexts(overlay)
        self.units = Units(self.contexts, overlay)
        self.bounds = Bounds(self.contexts, overlay)
        self._spans = self.contexts.members("time_noun") | self.contexts.members("halved")
        self._bare = self.contexts.members("not_nominal")

    def find(
        self, text: str, opinion: Opinion = lambda _: None, counted: Counted = lambda _: None
    ) -> tuple[list[Piece], list[Found]]:
        """Every numeric claim of ``text`` in order, with the pieces that their drafts index.

        A tagger's ``opinion`` and a parser's choice of the noun ``counted`` are heard where the dictionary
        leaves a doubt.
        """
        pieces = cut(text)
        kept = notclaims.kept(text, pieces, list(drafts.raw(text, pieces, self.units)), self.contexts)
        found = ranges.results(pieces, ranges.joined(pieces, kept), self.contexts)
        for draft in found:
            self._describe(text, pieces, draft, opinion)
            draft.index = draft.bare and not draft.score and self._of_index(pieces, draft)
        quotations.settle(pieces, found, self.units)
        sharing.forward(pieces, found, self.bounds)
        for draft in found:
            weak = draft.noun is not None and draft.noun.weak and draft.unit is None
            if (draft.bare or weak) and not draft.adjective and not draft.score:
                draft.noun = _governor(pieces, draft, counted, self._bare) or draft.noun
        elision.backward(pieces, found, self.contexts, opinion, self._bare)
        for draft in found:
            if draft.index and draft.bare and not _per(pieces, draft.after):
                draft.unit = Unit("other:index", draft.after)
        ends = {draft.after for draft in found}
        claims = [of_draft(pieces, draft, self.bounds, ends) for draft in found if self._counts(pieces, draft)]
        return pieces, claims

    def _describe(self, text: str, pieces: Sequence[Piece], draft: Draft, opinion: Opinion) -> None:
        """Give the draft its unit from an adjective, and its noun from what follows."""
        if draft.adjective:
            self._adjectival(pieces, draft, opinion)
        elif not draft.score and not draft.noun_name and not (draft.unit and draft.code.startswith(_NO_NOUN)):
            difference = lead_word(pieces, draft.lead) == "o"
            if not (difference and (draft.code == "percent" or draft.numeral.fraction)):
                draft.noun = self._noun(pieces, draft, opinion)  # «wzrósł o 5 proc. rocznie» has none
                self._modified_unit(text, pieces, draft, opinion)
            if draft.noun is not None and draft.noun.noun == "raz" and self._multiplies(pieces, draft):
                draft.unit, draft.noun = Unit("other:times", draft.noun.last), None
            if draft.noun is not None and draft.unit is not None:
                draft.unit = self.units.told_by(text, pieces, draft.unit, draft.noun.last)

    def _of_index(self, pieces: Sequence[Piece], draft: Draft) -> bool:
        """«wskaźnik zakażeń wynosi 58», «poniżej progu 70»: a word for an index in the clause before."""
        first = max(0, draft.lead - _INDEXED)
        while sentences_between(pieces, first, draft.lead):
            first += 1
        start = clause.start(pieces, draft.lead, first)
        if start > first and pieces[start - 1].text == ")":  # «wskaźnik rozwoju (HDI) spadł do 0,52»
            opening = next((index for index in range(start - 1, first, -1) if pieces[index].text == "("), start)
            start = clause.start(pieces, opening, first)
        return any(self.contexts.has(piece, "index") for piece in pieces[start : draft.lead])

    def _modified_unit(self, text: str, pieces: Sequence[Piece], draft: Draft, opinion: Opinion) -> None:
        """«18 następnych miesięcy», «12 pełnych ton węgla», «3 mld starych zł»: a unit behind its adjectives."""
        if draft.unit is not None:
            return
        at = draft.after
        for piece in pieces[at : at + _ADJECTIVES]:
            if piece.breaks or not nouns.modifies(piece.lower) & draft.numeral.governs:
                return  # «odwołują 300 każdego dnia»
            at += 1
            unit = self.units.after(text, pieces, at) if at < len(pieces) and pieces[at].text not in _LETTERS else None
            if unit is not None and unit.code.startswith(_MODIFIED):
                draft.unit, draft.after, draft.noun = unit, unit.last, None
                if not unit.code.startswith(_NO_NOUN):
                    draft.noun = self._noun(pieces, draft, opinion)
                return

    def _multiplies(self, pieces: Sequence[Piece], draft: Draft) -> bool:
        """Whether «razy» multiplies: «10 razy wolniej», «powiększone 10 razy», but «20 razy w roku»."""
        at = draft.noun.head + 1 if draft.noun is not None else draft.after
        if at < len(pieces) and not pieces[at].breaks:
            following = pieces[at].lower
            if following in ("tyle", "tylu") or any(each.has("com") for each in analyse(following)):
                return True
        before = pieces[max(0, draft.lead - _MULTIPLIED) : draft.lead]
        if any(piece.text in ".,;" for piece in before):
            return False
        return any(self.contexts.has(piece, role) for piece in before for role in ("change_up", "change_down"))

    def _noun(self, pieces: Sequence[Piece], draft: Draft, opinion: Opinion) -> phrases.NounPhrase | None:
        """The noun phrase after number and unit, or after «z» («trzy z pięciu wniosków»)."""
        after = self.bounds.after(pieces, draft.after)  # «40 z górą osób»
        if draft.unit is None and draft.numeral.fraction and (past := _past_share(pieces, draft.after)):
            return phrases.read(pieces, past, MASS, opinion, self._bare)
        following = pieces[draft.after].text if draft.after < len(pieces) else ""
        if not after and draft.unit is None and following in _PARTITIVE:
            return self._partitive(pieces, draft.after + 1, opinion)
        if draft.code == "percent" and following in (*_PARTITIVE, "od"):
            return self._share(pieces, draft.after + 1, opinion)
        whole = draft.unit is not None or draft.numeral.fraction or draft.numeral.scale >= _MASSIVE
        allowed = MASS if whole else draft.numeral.governs  # «40 miliardów zadłużenia»
        phrase = phrases.read(pieces, after[1] if after else draft.after, allowed, opinion, self._bare)
        if phrase is None and draft.after < len(pieces) and pieces[draft.after].lower in ("mniej", "więcej"):
            phrase = phrases.read(pieces, draft.after + 1, MASS, opinion, self._bare)  # «sto tysięcy mniej Polaków»
        if phrase is None and draft.unit is None:
            phrase = unknown.read(pieces, draft.after, allowed, opinion)
        if phrase is None or _next_sentence(pieces, draft.after, phrase):
            return None
        measured = draft.unit is not None and draft.code not in ("percent", "percentage_point")
        # «100 m długości», but «5 proc. długości»; «8 MB rozszerzalnej pamięci», but «35 proc. ankietowanych»
        points = draft.code == "percentage_point" and phrase.noun[:1].isupper()  # «osiem punktów procentowych Lech …»
        return None if points or (measured and (phrase.weak or self._dimension(phrase))) else phrase

    def _partitive(self, pieces: Sequence[Piece], at: int, opinion: Opinion) -> phrases.NounPhrase | None:
        """«jeden z najbardziej gorących zwolenników», «trzy z pięciu wniosków»: the noun after «z»."""
        phrase = phrases.read(pieces, at, frozenset({"pl:gen"}), opinion, self._bare)
        return phrase if phrase is None or not phrase.noun[:1].isupper() else None

    def _share(self, pieces: Sequence[Piece], at: int, opinion: Opinion) -> phrases.NounPhrase | None:
        """«40 proc. spośród badanych», «19 proc. od zysków»; «5 proc. od początku roku» is a time."""
        allowed = MASS if pieces[at - 1].lower == "od" else frozenset({"pl:gen"})
        phrase = phrases.read(pieces, at, allowed, opinion, self._bare)
        timed = phrase is not None and phrase.noun in self.contexts.members("time_noun")
        return None if phrase is None or timed or not phrase.noun[:1].islower() else phrase

    def _dimension(self, phrase: phrases.NounPhrase) -> bool:
        return phrase.noun in self.contexts.members("dimension")

    def _adjectival(self, pieces: Sequence[Piece], draft: Draft, opinion: Opinion) -> None:
        """«21-letnia», «6,5-procentowa podwyżka», «200-milionowa ludność»: a share or a number is of what follows."""
        row = self.units.adjective(draft.adjective)
        if row is None:
            return
        draft.unit = Unit(row["unit"], draft.last)
        draft.noun_name = row["noun"] or None
        if row["scale"] != "1":
            draft.numeral = draft.numeral.times(Decimal(row["scale"]))
        if draft.code in ("percent", "count") and not draft.noun_name:
            cases = nouns.modifies(draft.adjective) or MASS
            draft.noun = phrases.read(pieces, draft.after, cases, opinion, self._bare)

    def _counts(self, pieces: Sequence[Piece], draft: Draft) -> bool:
        """Whether the draft claims a quantity: «jeden» is mostly a pronoun, «dwójka» and «pół» need what they count."""
        numeral = draft.numeral
        if draft.adjective:
            return draft.unit is not None
        if draft.upper is not None:
            return True
        if numeral.lemma == "jeden":
            of_many = draft.noun is not None and pieces[draft.last].lower == "na"  # «jeden na dziesięciu Polaków»
            return draft.unit is not None or _counts_directly(draft) or of_many  # not «jeden z radnych»
        if numeral.lemma in ("oba", "obydwa"):
            return _counts_directly(draft)
        if numeral.lemma == "połowa":
            return self._half(pieces, draft)
        needy = (
            numeral.needs_noun or (numeral.fraction and numeral.lemma) or numeral.lemma == "zero" or not numeral.exact
        )
        return not needy or not draft.bare

    def _half(self, pieces: Sequence[Piece], draft: Draft) -> bool:
        """«połowa Polaków», «o połowę», but no half of a match or a year."""
        before = pieces[draft.lead - 1] if draft.lead else None
        if lead_word(pieces, draft.lead) == "o":
            return True
        ordinal = before is not None and not lemmas(before.text).isdisjoint(("pierwszy", "drugi"))
        return draft.noun is not None and not ordinal and draft.noun.noun not in self._spans


def _past_share(pieces: Sequence[Piece], at: int) -> int | None:
    """The piece after the brackets of «jedna trzecia (34 proc.) ankietowanych»."""
    inside = pieces[at : at + _BRACKETED]
    closing = next((index for index, piece in enumerate(inside) if piece.text == ")"), None)
    if closing is None or inside[0].text != "(" or inside[1].kind != "figure":
        return None
    return at + closing + 1


def _per(pieces: Sequence[Piece], at: int) -> bool:
    """«zapadalność wynosi 54 na 100 tys. osób»: cases, if unnamed, and no mere index."""
    return at < len(pieces) and pieces[at].lower == "na"


def _counts_directly(draft: Draft) -> bool:
    return draft.noun is not None and draft.noun.first == draft.after and not draft.noun.weak


def _governor(
    pieces: Sequence[Piece], draft: Draft, counted: Counted, bare: frozenset[str]
) -> phrases.NounPhrase | None:
    """The noun that the parser hangs the number on, if it agrees («trzech od podstaw budowanych stadionów»)."""
    offset = counted(pieces[draft.last - 1])
    near = range(draft.after, min(draft.after + _FAR, len(pieces)))
    head = next((index for index in near if pieces[index].start == offset), None)
    # «wśród pięciu nominowanych, obraz …»
    if head is None or any(piece.breaks or piece.text in ".;!?,-–—(" for piece in pieces[draft.after : head]):
        return None
    if any(not lemmas(piece.text).isdisjoint(("być", "zostać")) for piece in pieces[draft.after : head]):
        return None  # «pięć zostało rannych»
    fitting = nouns.nouns(pieces[head].text, draft.numeral.governs)
    if not fitting or fitting[0].noun in bare:
        return None
    return phrases.NounPhrase(fitting[0].noun, fitting[0].noun, head, head, head + 1, fitting[0].cases)


def _next_sentence(pieces: Sequence[Piece], at: int, phrase: phrases.NounPhrase) -> bool:
    """Whether an abbreviation's dot also ended the sentence: «o 2 proc. Wielka Brytania rozpoczęła»."""
    opening = pieces[at].text
    if at == 0 or pieces[at - 1].text != "." or not opening[:1].isupper():
        return False
    if opening.isupper():  # «5,5 proc. BMW odnotowało», but «30 proc. PO» and «deficyt 2 proc. PKB wzrośnie»
        verb = at + 1 < len(pieces) and pieces[at + 1].text.islower() and is_verb(pieces[at + 1].text)
        return verb and opening not in _MEASURED
    common = phrase.first == phrase.head and phrase.noun[:1].islower()  # «7,6 proc. Inwestorów zaniepokoił»
    return phrase.first != phrase.head or common or nouns.may_be_nominative(opening)
