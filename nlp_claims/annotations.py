"""What the components write on a spaCy Doc: one JSON-plain dict in ``doc._.claims``.

Plain dicts and lists survive ``doc.to_bytes()`` and worker processes; dataclasses would not.
All offsets are half-open, in characters of ``doc.text``. An ``actor`` field is an index into
``claims["actors"]``, a ``statement`` field one into ``claims["statements"]``: the lists only grow,
so an index stays valid once given. Ids, order and offsets into the text as read are made later, by
:mod:`nlp_claims.pipeline`.
"""

from typing import TYPE_CHECKING, Any, Literal, TypedDict

if TYPE_CHECKING:
    from spacy.tokens import Doc

Kind = Literal["person", "organization", "place", "group"]
Mode = Literal["direct", "indirect"]
Modality = Literal["asserted", "reported", "estimated", "possible", "planned", "denied"]
Bound = Literal["exact", "about", "over", "at_least", "under", "at_most", "almost", "range", "vague"]
Change = Literal["up", "down", "from", "to"]
StatementRule = Literal[
    "statement.dash",
    "statement.dash_closed",
    "statement.quote",
    "statement.phrase",
    "statement.floating",
    "statement.clause",
    "statement.clause_quote",
    "statement.noun",
    "statement.according",
    "statement.as",
    "statement.comma_closed",
    "statement.colon",
    "statement.headline",
    "statement.turn",
]
NumberRule = Literal[
    "number.count",
    "number.money",
    "number.percent",
    "number.fraction",
    "number.duration",
    "number.measure",
    "number.rate",
    "number.score",
    "number.adjective",
]


class Mention(TypedDict):
    """A name in the text, titles outside; ``base`` is this mention in the nominative."""

    start: int
    end: int
    base: str


class Actor(TypedDict):
    """Somebody or something that the document names, or that speaks unnamed; ``mentions`` by start.

    ``references`` are spans that mean this actor without naming it («premier», «spółka»): they
    resolve speakers and are not printed. ``gender`` is one of ``m f n`` where known (a person's
    verbs agree with it), ``plural`` whether its verbs are in the plural.
    """

    name: str
    kind: Kind
    roles: list[str]
    acts: list[str]
    mentions: list[Mention]
    references: list[tuple[int, int]]
    gender: str | None
    plural: bool


class Source(TypedDict):
    """A speaker or relay: the actor, and the words that name it (``None`` where dropped)."""

    actor: int | None
    name: str | None
    start: int | None
    end: int | None


class Cue(TypedDict):
    """The reporting verb or phrase. ``class_`` is a class of ``lexicons/cues.tsv``."""

    start: int
    end: int
    lemma: str
    class_: str


class Statement(TypedDict):
    """Content attributed to a source; ``parts`` are in text order and do not overlap."""

    mode: Mode
    parts: list[tuple[int, int]]
    speaker: Source | None
    cue: Cue | None
    via: Source | None
    negated: bool
    rule: StatementRule


class Number(TypedDict):
    """A numeric claim: the number, what it measures, and the claim around it."""

    start: int
    end: int
    number: tuple[int, int]
    value: float | None
    min: float | None
    max: float | None
    bound: Bound
    unit: str
    noun: str | None
    phrase: str | None
    change: Change | None
    per: str | None
    predicate: str | None
    modality: Modality
    time: str | None
    place: str | None
    sentence: tuple[int, int]
    statement: int | None
    source: Source | None
    rule: NumberRule


class Claims(TypedDict):
    """Everything found in one document."""

    actors: list[Actor]
    statements: list[Statement]
    numbers: list[Number]


_CLAIMS: Any = ("._.", "claims", None, None)  # where spaCy keeps ``doc._.claims``: asking it costs forty times as much


def register() -> None:
    """Make ``doc._.claims`` exist. Safe to call again."""
    from spacy.tokens import Doc  # here: the records build on these shapes, and printing their schema needs no spaCy

    if not Doc.has_extension("claims"):
        Doc.set_extension("claims", default=None)


def claims_of(doc: "Doc") -> Claims:
    """The document's findings so far, created empty on first use."""
    claims: Claims | None = doc.user_data.get(_CLAIMS)
    if claims is None:
        register()
        claims = doc._.claims = Claims(actors=[], statements=[], numbers=[])
    return claims
