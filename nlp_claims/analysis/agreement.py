"""Whether the dictionary allows the features that the network prefers for a word."""

from functools import cache, lru_cache

from nlp_claims.analysis.readings import readings

#: Feature values as the dictionary's tags write them.
VALUES = {
    "Case=Nom": "nom", "Case=Gen": "gen", "Case=Dat": "dat", "Case=Acc": "acc", "Case=Ins": "inst",
    "Case=Loc": "loc", "Case=Voc": "voc", "Number=Sing": "sg", "Number=Plur": "pl", "Number=Ptan": "pt",
    "Animacy=Hum": "m1", "Animacy=Nhum": "m2", "Animacy=Inan": "m3", "Gender=Fem": "f", "Gender=Neut": "n",
    "Person=1": "pri", "Person=2": "sec", "Degree=Cmp": "com", "Degree=Sup": "sup",
}  # fmt: skip
#: Classes that a verb form may belong to.
VERB_FORMS = {
    "VerbForm=Vnoun": {"ger"},
    "VerbForm=Part": {"pact", "ppas"},
    "VerbForm=Inf": {"inf"},
    "VerbForm=Conv": {"pcon", "pant"},
}
#: Classes whose readings are compared; about the rest treebanks and dictionary do not agree.
CLASSES = frozenset({"subst", "ger", "adj", "pact", "ppas", "inf", "pcon", "pant", "fin", "praet", "impt"})


@lru_cache(maxsize=3_000)
def _known(form: str) -> tuple[tuple[str, frozenset[str]], ...] | None:
    """Class and values of every reading, or ``None`` where the dictionary should not be asked."""
    found = []
    for reading in readings(form):
        kind, values = _parts(reading.tag)
        if kind not in CLASSES:
            return None
        found.append((kind, values))
    return tuple(found) or None


@cache
def _parts(tag: str) -> tuple[str, frozenset[str]]:
    """Class and values of a tag, agglutinates apart."""
    kind, *fields = tag.partition("+")[0].split(":")
    values = {v for f in fields for v in f.split(".")}
    if "pt" in values:
        values.discard("pl")  # «drzwi» have no singular: Number=Ptan and never Number=Plur
    return kind, frozenset(values)


def allowed(form: str, pos: str, feats: str) -> bool:
    """Whether some reading of ``form`` has the features ``feats``; unknown forms may have any.

    Of a name only the number is looked at: «Reuters» is a man's surname in the dictionary and an agency in news.
    """
    known = _known(form)
    if known is None:
        return True
    kinds, values = _wanted(pos, feats)
    if any(v in values for v in ("pri", "sec")):
        return True  # agglutinates bear a person that the verb's own reading lacks
    return any((kinds is None or kind in kinds) and values <= found for kind, found in known)


@cache
def _wanted(pos: str, feats: str) -> tuple[set[str] | None, frozenset[str]]:
    """The classes that a label may belong to (``None``: any), and the values that it asks for."""
    features = feats.split("|")
    values = {VALUES[f] for f in features if f in VALUES and (pos != "PROPN" or f.startswith("Number="))}
    return next((VERB_FORMS[f] for f in features if f in VERB_FORMS), None), frozenset(values)
