"""The nominative singular of what stands beside a noun or for it: «taryfowych» to «plan», «trzem zatrzymanym»."""

from collections.abc import Iterator, Sequence

from nlp_claims.morphology import analyse, forms, generate
from nlp_claims.numbers.nouns import shapes
from nlp_claims.numbers.pieces import Piece

_DESCRIBING = ("adj", "ppas", "pact")


def like_noun(adjectives: Sequence[Piece], head: Piece, noun: str) -> Iterator[str]:
    """Adjectives in the nominative singular of their noun, «taryfowych» to «plan»: «taryfowy».

    They end at what has a verb's force («śrubek przytrzymujących kołpak») or is the predicate («dwa razy większe»).
    """
    readings = [each for form in (head.text, head.lower) for each in analyse(form)]
    own = [each for each in readings if each.lemma == noun and each.pos in ("subst", "depr")]
    number = "pl" if any(each.has("pt") for each in own) else "sg"
    gender = next((value for each in own for value in ("m1", "m2", "m3", "f", "n") if each.has(value)), "n")
    for index, piece in enumerate(adjectives):
        kinds = ("adj",) if index else ("adj", "ppas")  # «osoba ranna», but «majątek narodowy gromadzony latami»
        form = _in_nominative(piece, kinds, number, gender)
        if form is None:
            return
        yield form


def _in_nominative(piece: Piece, kinds: tuple[str, ...], number: str, gender: str) -> str | None:
    for reading in analyse(piece.lower):
        if reading.pos in kinds and not reading.has("com") and not reading.lemma.endswith("ący"):
            kept = [value for value in ("pos", "sup", "aff") if reading.has(value)]
            found = next(forms(reading.lemma, reading.pos, number, "nom", gender, *kept), None)
            if found is not None:
                return found[:1].upper() + found[1:] if piece.text[:1].isupper() else found
    return None


def nominalised(form: str, cases: frozenset[str]) -> str:
    """«zatrzymanym» → «zatrzymany»: an adjective or participle that stands for a person."""
    readings = [each for each in analyse(form) if each.pos in _DESCRIBING and shapes(each) & cases]
    lemma = next((each.lemma for each in readings if each.pos == "adj"), "")
    if lemma or not readings:
        return lemma
    wanted = "ppas:sg:nom" if readings[0].pos == "ppas" else "pact:sg:nom"
    masculine = (
        form
        for form, tag in generate(readings[0].lemma)
        if tag.startswith(wanted) and "m1" in tag and tag.endswith("aff")
    )
    return next(masculine, readings[0].lemma)
