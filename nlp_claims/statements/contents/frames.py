"""Reporting verbs that frame what was said: after a dash, after a closing mark, before a colon."""

import re
from collections.abc import Callable

from nlp_claims.statements.conjunctions import SO_THAT, THAT, opens_clause
from nlp_claims.statements.cues import Cue, Entry, Lexicon, noun_cue
from nlp_claims.statements.quotations import Quotations, has_verb
from nlp_claims.statements.text import CLOSING, QUOTES, TERMINATORS, Text

_FRAME_REACH = 9
_ANNOUNCED = 22

_COLON_REACH = 40

_NEVER_CUES = frozenset({"być", "mieć", "móc", "zostać", "musieć", "chcieć", "stać", "powinien", "zostawać"})

_PAST = re.compile(r"(?<=.{3})(?:ł|ła|ło|li|ły)$")
_PAST_AGREEMENT = {
    "ł": ("sg", frozenset({"m1", "m2", "m3"})),
    "ła": ("sg", frozenset({"f"})),
    "ło": ("sg", frozenset({"n"})),
    "li": ("pl", frozenset({"m1"})),
    "ły": ("pl", frozenset({"m2", "m3", "f", "n"})),
}
_NO_FRAME = frozenset(
    {"i", "a", "ale", "lecz", "że", "bo", "to", "więc", "czyli", "oraz", "albo", "lub", "czy", "by", "aby", "tylko"}
)


def frame_cue(text: Text, start: int, limit: int, cues: dict[int, Cue], *, reach: int) -> Cue | None:
    """The reporting verb of a frame that begins at ``start``: «powiedział», «w rozmowie z PAP mówi», «jak dodał»."""
    if start >= limit or text.tokens[start].text[0].isupper() or text.lowers[start] in _NO_FRAME:
        return None
    if (opens_clause(text, start) and text.lowers[start] != "jak") or text.words[start].relative:
        return None  # «Załogi żądają od firmy – która latami broniła się przed związkami – podwyżek»
    if text.lowers[start] == "tak" and reach == _FRAME_REACH:
        reach = _ANNOUNCED  # «– tak Anna Lis, komisarz do spraw rolnictwa, skomentowała projekt»
    for at in range(start, min(start + reach, limit)):
        cue = cues.get(at)
        if cue is not None:
            fits = cue.finite and not cue.hypothetical and not (cue.perfective and cue.form == "fin")
            fits = fits and not (cue.impersonal and cue.form != "imps" and cue.entry.class_ != "say")
            fits = fits and not narrates(text, cue)
            return cue if fits and _utters(cue) else None
        dash = (
            text.is_dash(at) and text.tokens[at].spaced
        )  # «o pomoc i – w miarę możliwości – wolność – powiedział Kos»
        if dash or text.words[at].finite or _stops(text, at) or _object(text, at, start):
            return None
    return None


def _stops(text: Text, place: int) -> bool:
    """Whether the mark ends what a frame may hold before its verb; the full stop of «ds.» does not."""
    mark = text.tokens[place].text
    return mark in "!?;:)]" or (mark == "." and text.sentence(place)[1] == place + 1)


def _utters(cue: Cue) -> bool:
    """Whether the verb can stand beside words said: «– ocenia», «– wynika z raportu», but not «– oferuje firmom»."""
    takes = cue.entry.takes
    only_clauses = not takes & {"quote", "post", "jak", "źródło"} and " " not in cue.entry.lemma.removesuffix(" się")
    return bool(takes & {"quote", "post", "że", "jak"}) and not only_clauses


def _object(text: Text, place: int, start: int) -> bool:
    """Whether the noun before a verb can only be its object: «– tezę tę potwierdza historia» goes on with the story."""
    if place > start and any("prep" in text.words[at].tags for at in range(max(start, place - 3), place)):
        return False
    nouns = text.words[place].nouns
    return bool(nouns) and all(noun.pos == "subst" and noun.cases == {"acc"} for noun in nouns)


def narrates(text: Text, cue: Cue) -> bool:
    """Whether the verb goes on with the story: «Nie ma pieniędzy, poprosiła więc o pomoc», «…, liczy jednak na to»."""
    return text.lowers[cue.verb + 1 : cue.verb + 2] in {("więc",), ("zatem",), ("jednak",)}


def has_clause(text: Text, cue: Cue, limit: int) -> bool:
    """Whether the verb takes a content clause of its own: then what stands before it is its subject."""
    for at in range(cue.last + 1, min(cue.last + 12, limit)):
        if text.lowers[at] in THAT or (text.lowers[at] in SO_THAT and "by" in cue.entry.takes):
            return True
        word = text.words[at]
        # «powiedział, dodając, że», «czytamy w liście pilotów, którzy twierdzą, że»
        other = word.finite or word.relative or any(verb.form in {"pcon", "pant"} for verb in word.verbs)
        if other or text.tokens[at].text[-1] in TERMINATORS:
            return False
    return False


def is_break(text: Text, place: int) -> bool:
    """Whether the dash may divide speech from its frame: it stands free, or right after a closing mark."""
    if not text.is_dash(place):
        return False
    before = text.tokens[place - 1].text if place else ""
    free = text.tokens[place].spaced or before in CLOSING or before[-1:] in TERMINATORS | {","}
    after_opening = place == 0 or text.tokens[place].spaced
    following = text.tokens[place + 1].text if place + 1 < len(text.tokens) else ""
    glued = (
        not free and before[-1:].isalpha() and text.gap_after(place) and following[:1].islower()
    )  # «racji- stwierdziła»
    return glued or (
        free and (text.gap_after(place) or (after_opening and following[:1].isalpha()) or following in QUOTES)
    )


def find_frame(text: Text, dash: int, limit: int, cues: dict[int, Cue], *, spoken: bool) -> Cue | None:
    """The reporting verb of the frame that the dash opens.

    ``spoken`` says that what stands before the dash is speech for certain (it has quotation marks or
    an opening dash): then a verb that no list has is a cue too («– Tego nie było – żachnął się Nowak»).
    """
    spaced = text.gap_after(dash) and (
        text.tokens[dash].spaced or text.tokens[dash].text in "–—"
    )  # «Polsce– podaje BBC»
    free = not dash or spaced or not text.tokens[dash - 1].text[-1].isalpha()
    cue = frame_cue(text, dash + 1, limit, cues, reach=_FRAME_REACH if free else 1)
    if cue is not None and ((not free and not spoken) or has_clause(text, cue, limit)):
        return None  # «„Niskie płace barierą rozwoju” – z tym hasłem związkowcy dowodzili, że …»
    if cue is not None or not spoken:
        return cue
    return unlisted(text, dash + 1, limit)


def comma_frame(text: Text, place: int, end: int, cues: dict[int, Cue]) -> Cue | None:
    """The verb that closes speech after a comma: «…, powiedziała.», «…, dodała Listhaug.»."""
    if text.tokens[place].text != ",":
        return None
    cue = cues.get(place + 1)
    if cue is None or not cue.finite or cue.entry.mental or not cue.entry.takes & {"quote", "post"}:
        return None
    stop = min(text.sentence(cue.verb)[1], end)
    if stop - cue.last > 14 or any(  # noqa: PLR2004
        text.words[at].finite or text.tokens[at].text in ":," for at in range(cue.last + 1, min(stop, cue.last + 6))
    ):
        return None
    return cue


def second_verb(text: Text, cue: Cue, stop: int, cues: dict[int, Cue]) -> Cue | None:
    """The second verb of a frame that the speech goes on after: «– Tak – zaznaczył Lis i dodał – nie dziś.»."""
    for at in range(stop - 1, cue.last, -1):
        other = cues.get(at)
        if other is not None and other.finite and any(word in {"i", "oraz"} for word in text.lowers[cue.last + 1 : at]):
            return other
    return None


def unlisted(text: Text, place: int, limit: int) -> Cue | None:
    """A verb that no list has, where only a reporting verb can stand: «– żachnął się Nowak»."""
    if place >= limit or not text.tokens[place].text[:1].islower():
        return None
    if (found := _misspelt(text, place, limit)) is not None:
        return found
    for verb in text.words[place].verbs:
        if (
            verb.form not in {"fin", "praet"}
            or verb.person != 3  # noqa: PLR2004
            or verb.lemma in _NEVER_CUES
            or not text.words[place].finite
        ):
            continue
        if verb.conditional or (verb.perfective and verb.form == "fin"):
            continue
        se = place + 1 < limit and text.lowers[place + 1] == "się"
        last = place + 1 if se else place
        if _subject_may_follow(text, last + 1, limit):
            lemma = f"{verb.lemma} się" if se else verb.lemma
            entry = Entry(lemma, "say", frozenset({"post"}))
            return Cue(place, last, place, entry, verb.form, verb.number, verb.genders, perfective=verb.perfective)
    return None


def _misspelt(text: Text, place: int, limit: int) -> Cue | None:
    """A word that no dictionary has, with the ending of a past form: «– powedział rzecznik»."""
    if text.words[place].known:
        return None
    reflexive = text.lowers[place + 1 : min(place + 2, limit)] == ("się",)
    last = place + reflexive
    ending = _PAST.search(text.lowers[place])
    present = reflexive and text.lowers[place][-1] in "aei"  # «– wyzłośliwia się dyplomata»
    if not (ending or present) or not _subject_may_follow(text, last + 1, limit):
        return None
    number, genders = _PAST_AGREEMENT[ending.group()] if ending else ("sg", frozenset())
    entry = Entry(" ".join(text.lowers[place : last + 1]), "say", frozenset({"post"}))
    return Cue(place, last, place, entry, "praet" if ending else "fin", number, genders, perfective=bool(ending))


def _subject_may_follow(text: Text, start: int, limit: int) -> bool:
    """Whether the frame ends here, or goes on with a name or somebody's function: «– bronił decyzji przedstawiciel»."""
    places = range(start, min(start + 4, limit))
    return (
        not places
        or text.tokens[start].text in ".,:"
        or any(
            text.tokens[at].text[0].isupper()
            or any(
                noun.pos == "subst" and "nom" in noun.cases and "m1" in noun.genders for noun in text.words[at].nouns
            )
            for at in places
        )
    )


def frame_end(text: Text, cue: Cue, limit: int, inside: Callable[[int], bool]) -> int:
    """Where the frame of ``cue`` ends: at its sentence's end, or at a dash that takes the speech up again."""
    stop = min(text.sentence(cue.verb)[1], limit)
    for at in range(cue.last + 1, stop):
        if is_break(text, at) and not inside(at):
            return at
    return stop


def after_quotation(text: Text, quotations: Quotations, n: int, cues: dict[int, Cue]) -> tuple[Cue, int] | None:
    """«…” – powiedział X», «…”, podkreśla X», «…” mówi X»."""
    place = quotations.outer[n][1]
    limit = len(text.tokens)
    if place >= limit:
        return None
    paragraph_end = text.paragraph(place - 1)[1]
    limit = min(limit, paragraph_end)
    while place < limit and text.tokens[place].text in ",.":
        place += 1
    if place >= limit:
        return None
    if text.is_dash(place):
        cue = find_frame(text, place, limit, cues, spoken=True)
    else:
        # without a dash the verb comes first: «…”, powiedział X»; «„The Times” podał, że» has a title for its subject
        cue = frame_cue(text, place, limit, cues, reach=2 if text.lowers[place] != "jak" else 4)
        comma = text.tokens[place - 1].text == ","
        first, last = quotations.inner[n]
        if cue is None and comma and text.tokens[first].text[0].isupper() and has_verb(text, first, last):
            cue = unlisted(text, place, limit)  # «„Zdrowie nie ma ceny”, uciął»
        opening = quotations.outer[n][0]
        inside = opening != text.sentence(opening)[0]
        title = quotations.is_title(n)
        if comma:
            cue = None if inside and title else cue  # «Jak podaje program „Rolnik”, związek proponuje zmiany»
        elif (inside and text.tokens[first].text[0].islower()) or title or (cue and has_clause(text, cue, limit)):
            cue = None  # «Głosów „za” odnotowano 205»
    if cue is None:
        return None

    def quoted(at: int) -> bool:
        return quotations.top(at) is not None

    return cue, frame_end(text, cue, limit, quoted)


def colon_cue(text: Text, colon: int, cues: dict[int, Cue], words: Lexicon) -> tuple[Cue, int] | None:
    """The reporting verb (or noun: «przysłał oświadczenie: „…”») of a colon, and where its sentence begins."""
    start = text.sentence(colon)[0]
    noun = noun_cue(text, colon - 1, words) if colon > start else None
    if noun is not None and text.tokens[colon - 1].text[0].isupper():
        noun = None  # «w Powszechnej Deklaracji: …»
    if noun is not None and colon - 1 not in cues and not any(at in cues for at in range(max(start, colon - 8), colon)):
        return noun, start
    for at in range(colon - 1, max(start, colon - _COLON_REACH) - 1, -1):
        cue = cues.get(at)
        if (
            cue is not None
            and not cue.hypothetical
            and cue.form != "ppas"
            and not text.tokens[at].text.isupper()
            and cue.entry.takes & {"quote", "że", "post"}
        ):
            return cue, start
        if text.words[at].finite and not any(opens_clause(text, back) for back in range(max(start, at - 8), at)):
            return None
    return None
