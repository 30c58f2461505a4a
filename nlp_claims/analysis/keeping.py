"""What is remembered of words while a stream of documents passes."""

from itertools import islice
from typing import Any

#: Words that a component remembers at most.
WORDS = 20_000


def make_room(known: dict[Any, Any], wanted: int = 1, size: int = WORDS) -> None:
    """Forget the newer half where there is no room for as many more as are ``wanted``.

    The common words are among the first that are met, and the latest are names and slips of the pen.
    """
    if len(known) + wanted > size:
        for key in list(islice(reversed(known), len(known) - min(len(known), size // 2))):
            del known[key]
