"""What is wrong with a folder of a user's own word lists."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from nlp_claims.lexicons import LexiconError, lines, names, parse, read, schema


def check(folder: str) -> None:
    """Refuse a folder that :func:`problems` finds something wrong with.

    Raises:
        LexiconError: it is not there, or some file in it cannot be used; one line for each thing to mend.
    """
    if not Path(folder).is_dir():
        raise LexiconError(f"{folder}: no such folder; make it, or mend the path of your word lists")
    if found := list(problems(Path(folder))):
        raise LexiconError("\n".join(found))


def problems(folder: Path) -> Iterator[str]:
    """One line for each thing to mend, naming the file; none where the folder will do."""
    ours = [name for name in names() if name not in schema.OURS_ALONE]
    found = sorted(folder.glob("*.tsv"))
    if not found:
        yield f"{folder}: no .tsv files; word lists are called {', '.join(f'{name}.tsv' for name in ours)}"
    for path in found:
        if path.stem not in names():
            yield f"{path}: no word list of this name is read; there are: {', '.join(ours)}"
            continue
        try:
            yield from _file(path)
        except UnicodeDecodeError:
            yield f"{path}: not UTF-8; convert it, e.g. with iconv -f cp1250 -t utf-8"
        except LexiconError as error:
            yield str(error)


def _file(path: Path) -> Iterator[str]:
    read(path.stem, str(path.parent))  # refuses torn rows, other columns, a list that is ours alone
    if not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8")):
        yield f"{path}: letters and their marks are apart (not NFC); normalise it, e.g. with uconv -x any-nfc"
    seen: set[tuple[str, ...]] = set()
    for (number, _), row in zip(lines(path)[1:], parse(path), strict=True):
        where, values = f"{path}:{number}", tuple(row.values())
        if values in seen:
            yield f"{where}: twice the row {' | '.join(values)}"
        if any(value != value.strip() for value in values):
            yield f"{where}: blanks around a field in the row {' | '.join(values)}"
        else:
            yield from (f"{where}: {what}" for what in schema.wrong(path.stem, row))
        seen.add(values)
