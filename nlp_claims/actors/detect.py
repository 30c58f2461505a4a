"""Both opinions on where the names are, made one: the statistical component's and that of the capitals."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from nlp_claims.actors.capitals import capitalised, is_common_opening, names_thing
from nlp_claims.actors.guesses import NameKind
from nlp_claims.actors.lookup import is_country_or_national
from nlp_claims.actors.names import Name, Vocabulary, repaired
from nlp_claims.actors.nounphrases import case_of
from nlp_claims.actors.words import candidates
from nlp_claims.surface import surface_of

_SURE = 2


def find_names(doc: Doc, words: Vocabulary) -> list[Name]:
    """The names of ``doc`` in text order, without overlaps.

    Capitals draw the better boundaries; where the words do not tell what a name is, the statistical
    component does; names that only it sees («talibowie», «Airbus» as a common noun) are kept.
    """
    seen = repaired(doc, words)
    at: dict[int, int] = {place: index for index, name in enumerate(seen) for place in range(name.start, name.end)}
    found: list[Name] = []
    used: set[int] = set()
    for name in capitalised(doc, words):
        inside = sorted({at[place] for place in range(name.start, name.end) if place in at})
        used.update(inside)
        parts = [seen[index] for index in inside]
        if (
            len(parts) > 1
            and all(_within(part, name) for part in parts)
            and (name.sure < _SURE or (name.sure == _SURE and _tile(parts, name)))
        ):
            found += parts
        elif name.sure < _SURE and inside and _same(seen[inside[0]], name):
            found.append(replace(name, kind=seen[inside[0]].kind, national=seen[inside[0]].national))
        else:
            found.append(name)
    found += [
        name
        for index, name in enumerate(seen)
        if index not in used
        and not is_common_opening(doc, name.start, name.end, words)
        and not names_thing(doc, name.start)
    ]
    found = [replace(name, national=True) if _is_man(doc, name) else name for name in found]
    return sorted(found, key=lambda name: name.start)


def _is_man(doc: Doc, name: Name) -> bool:
    """«Włoch zwraca uwagę»: the subject is a man, not the genitive of his country."""
    if name.end - name.start != 1 or name.kind != "place" or not is_country_or_national(doc[name.start].text):
        return False
    return doc[name.start].dep_ == "nsubj" and case_of(doc[name.start]) == "nom"


def _tile(parts: list[Name], name: Name) -> bool:
    """Whether a person's full name ends a stretch that another name begins: «Syrii | Baszar al-Asad»."""
    last = parts[-1]
    if (parts[0].start, last.end) != (name.start, name.end) or last.kind != "person" or last.end - last.start < _SURE:
        return False
    return all(one.end == other.start and one.kind != "person" for one, other in pairwise(parts))


def _within(inner: Name, outer: Name) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _same(one: Name, other: Name) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def missed(doc: Doc, names: Iterable[Name], bases: Mapping[str, NameKind], words: Vocabulary) -> list[Name]:
    """Capitalised words outside every name whose base form is a name elsewhere in the document.

    ``bases`` maps the words that may stand alone (surnames, one-word names) to their kinds.
    """
    openings = {base[:3].casefold() for base in bases}
    taken = {place for name in names for place in range(name.start, name.end)}
    found = []
    for place, text in enumerate(surface_of(doc).words):
        if not text[:1].isupper() or text[:3].casefold() not in openings or place in taken or text in words.excluded:
            continue
        # «Polski rynek» beside «w Polsce» opens a sentence; «Pawłowska» beside «Iga Pawłowska» may do so too
        common = is_common_opening(doc, place, place + 1, words)
        kinds: tuple[NameKind, ...] = ("person",) if common else ("person", "organization", "place")
        for kind in kinds:
            forms = {item.base for item in candidates(text, kind)[:6] if item.score > -3.0}  # noqa: PLR2004
            if any(bases.get(form) == kind for form in forms):
                found.append(Name(place, place + 1, kind))
                break
    return found
