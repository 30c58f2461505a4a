"""Names written with one letter wrong: «Verhofstadt», «Vershofstadt»."""

from collections import defaultdict
from collections.abc import Iterable

_LONGEST = 100  # letters; what is longer is no name that somebody may have written wrong


def near(first: str, second: str, least: int) -> bool:
    """Whether two words differ by one letter (added, lost, changed) and are long enough for it to be a slip."""
    if first == second:
        return True
    if min(len(first), len(second)) < least or abs(len(first) - len(second)) > 1 or first[0] != second[0]:
        return False
    if len(first) > len(second):
        first, second = second, first
    at = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), len(first))
    return first[at + 1 :] == second[at + 1 :] or first[at:] == second[at + 1 :]


class Slips:
    """Words that may be found again with one letter wrong, each looked at only beside those like it.

    Two words that are one slip apart leave the same letters once each has lost the wrong one (or only the longer
    has): «ryanar» and «ryanair» meet in «ryanar». So a document full of names costs no more for each of them.
    """

    def __init__(self, least: int, words: Iterable[str] = ()) -> None:
        self._least = least
        self._words: dict[str, list[str]] = defaultdict(list)
        for word in words:
            self.add(word)

    def add(self, word: str) -> None:
        """Let ``word`` be found."""
        for rest in self._rests(word):
            self._words[rest].append(word)

    def of(self, word: str) -> list[str]:
        """The other words added that are :func:`near` this one."""
        met = dict.fromkeys(other for rest in self._rests(word) for other in self._words.get(rest, ()))
        return [other for other in met if other != word and near(word, other, self._least)]

    def _rests(self, word: str) -> set[str]:
        if not self._least <= len(word) <= _LONGEST:
            return set()
        return {word} | {word[:at] + word[at + 1 :] for at in range(1, len(word))}
