"""Gold in JSON Lines: one typed line at a time, with errors that name the line."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from nlp_claims.scoring.gold import GoldError

Line = TypeVar("Line", bound=msgspec.Struct)


def read(paths: Sequence[Path], kind: type[Line]) -> Iterator[Line]:
    """The lines of the files, decoded.

    Raises:
        GoldError: a file is missing or a line is not of that kind.
    """
    decoder = msgspec.json.Decoder(kind)
    for path in paths:
        try:
            with path.open("rb") as lines:
                for number, line in enumerate(lines, start=1):
                    if line.strip():
                        try:
                            yield decoder.decode(line)
                        except (msgspec.DecodeError, UnicodeDecodeError) as error:
                            raise GoldError(f"{path}:{number}: {error}") from error
        except OSError as error:
            raise GoldError(f"{path}: {error.strerror or error}") from error
