"""Words that open a clause, and words that join two: the closed classes that clauses are told by."""

from nlp_claims.statements.text import Text

THAT = frozenset({"że", "iż"})

WHETHER = frozenset({"czy"})

SO_THAT = frozenset({"by", "aby", "żeby", "ażeby", "iżby"})

QUESTION_WORDS = frozenset(
    {
        "jak",
        "dlaczego",
        "ile",
        "kto",
        "kiedy",
        "gdzie",
        "co",
        "skąd",
        "dokąd",
        "ilu",
        "czemu",
        "komu",
        "kogo",
        "czego",
        "kim",
        "czym",
        "jaki",
        "jaka",
        "jakie",
        "jakim",
        "jakich",
    }
)

COORDINATORS = frozenset(
    {"i", "oraz", "a", "ale", "lecz", "jednak", "natomiast", "zaś", "jednocześnie", "po", "następnie", "choć"}
)

#: Words that join two clauses, or hang before an aside: «…, ale – jak dodał – …».
JOINING = frozenset({"i", "oraz", "a", "ale", "lecz"})

#: Words that name a source by themselves.
ACCORDING = frozenset({"według", "wg", "zdaniem"})

_SUBORDINATORS = frozenset(
    {
        "że",
        "iż",
        "by",
        "aby",
        "żeby",
        "ażeby",
        "czy",
        "bo",
        "ponieważ",
        "gdyż",
        "bowiem",
        "choć",
        "chociaż",
        "gdy",
        "kiedy",
        "jeśli",
        "jeżeli",
        "gdyby",
        "zanim",
        "dopóki",
        "skoro",
        "mimo",
        "co",
        "gdzie",
        "jak",
        "dlaczego",
        "ile",
        "kto",
        "dokąd",
        "skąd",
        "podczas",
        "odkąd",
        "aż",
        "niż",
        "jakby",
        "jakoby",
        "więc",
        "dlatego",
        "dzięki",
    }
)

# «co więcej, zdaniem sądu …»: a comment on what follows, not a clause
_COMMENTS = frozenset(
    (word,)
    for word in ("więcej", "gorsza", "gorsze", "ważne", "istotne", "ciekawe", "prawda", "najmniej", "najwyżej", "do")
)


def relative(text: Text, place: int) -> bool:
    """Whether the token is a form of «który» or «jaki»."""
    return text.words[place].relative


def opens_clause(text: Text, place: int) -> bool:
    """Whether a subordinate clause opens at the token (its conjunction or relative word)."""
    lower = text.lowers[place]
    if lower == "podczas":
        return text.lowers[place + 1 : place + 2] == ("gdy",)
    if lower in _SUBORDINATORS:
        return lower != "co" or text.lowers[place + 1 : place + 2] not in _COMMENTS
    if relative(text, place):
        before = text.tokens[place - 1].text if place else ""
        # «, w której», «, dzięki której», «, z których»
        return (
            before == ","
            or (place > 1 and text.tokens[place - 2].text == ",")
            or (place > 2 and text.tokens[place - 3].text == ",")  # noqa: PLR2004
        )
    return False
