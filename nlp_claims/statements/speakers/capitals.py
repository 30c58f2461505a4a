"""Names that nobody found to be one: rows of capitalized words, titles in quotation marks."""

from nlp_claims.statements.speakers.cast import Cast
from nlp_claims.statements.text import Text

# marks around a title or a name in quotation marks
OPENS_TITLE = frozenset('„"“«”')
CLOSES_TITLE = frozenset('”"»“')


def capital_run(text: Text, cast: Cast, place: int, end: int) -> int:
    """The end of a row of capitalized words that nobody found to be a name: «Carlos Tavares», „Financial Times”."""
    if place > 0 and text.tokens[place - 1].text not in OPENS_TITLE and not text.tokens[place].text[0].isupper():
        return place
    at = place
    while at < end and cast.at(at) is None and text.tokens[at].text[0].isupper() and text.tokens[at].text[0].isalpha():
        at += 1
    return at


def is_unseen_name(text: Text, cast: Cast, place: int, run: int) -> bool:
    """Whether the row looks like a name: two words or more, or one that is in quotation marks or in no dictionary."""
    first = place == text.sentence(place)[0]
    if place > 0 and text.tokens[place - 1].text in OPENS_TITLE:
        return run < len(text.tokens) and text.tokens[run].text in CLOSES_TITLE
    inner = range(place + 1 if first else place, run)
    unknown = any(not text.words[at].known or text.words[at].name for at in range(place, run))
    if not unknown or any(text.words[at].finite for at in inner):
        return False
    return run - place > 1 or cast.called(place) is not None
