"""What is wrong with a folder of a user's own word lists."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from nlp_claims.lexicons import LexiconError, names, parse, read


def problems(folder: Path) -> Iterator[str]:
    """One line for each thing to mend, naming the file; none where the folder will do."""
    found = sorted(folder.glob("*.tsv"))
    if not found:
        yield f"{folder}: no .tsv files; word lists are called {', '.join(f'{name}.tsv' for name in names())}"
    for path in found:
        if path.stem not in names():
            yield f"{path}: no word list of this name is read; there are: {', '.join(names())}"
            continue
        try:
            yield from _file(path)
        except UnicodeDecodeError:
            yield f"{path}: not UTF-8; convert it, e.g. with iconv -f cp1250 -t utf-8"
        except LexiconError as error:
            yield str(error)


def _file(path: Path) -> Iterator[str]:
    if not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8")):
        yield f"{path}: letters and their marks are apart (not NFC); normalise it, e.g. with uconv -x any-nfc"
    rows, ours = parse(path), read(path.stem)
    if rows and rows[0].keys() != ours[0].keys():
        yield f"{path}: columns {', '.join(rows[0])}; expected {', '.join(ours[0])}"
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        values = tuple(row.values())
        if values in seen:
            yield f"{path}: twice the row {' | '.join(values)}"
        if any(value != value.strip() for value in values):
            yield f"{path}: blanks around a field in the row {' | '.join(values)}"
        seen.add(values)
