"""Word lists as data: ``*.tsv`` files beside this module, read into plain rows.

Format: UTF-8 in NFC, ``#`` comment lines, a header row, tab-separated fields, sorted by the first
column, no duplicate rows. A user's folder lays files of the same name over ours: its rows replace
those with the same key (first column), the others are added; some lists are ours alone (:mod:`.schema`).
"""

from functools import cache
from pathlib import Path

from nlp_claims.lexicons import schema

Row = dict[str, str]
_HERE = Path(__file__).parent


class LexiconError(ValueError):
    """A word list, or a folder of them, that cannot be used; the message says where and what to do."""


def names() -> list[str]:
    """The names of the lexicons that ship, sorted."""
    return sorted(path.stem for path in _HERE.glob("*.tsv"))


def lines(path: Path) -> list[tuple[int, str]]:
    """The header and the rows of a file, unparsed, with the numbers of their lines."""
    found = path.read_text(encoding="utf-8").splitlines()
    return [(number, line) for number, line in enumerate(found, start=1) if line.strip() and line[0] != "#"]


def parse(path: Path) -> list[Row]:
    """Read one file into rows.

    Raises:
        LexiconError: a row with more or fewer fields than the header; the message names the line.
    """
    numbered = lines(path)
    if not numbered:
        raise LexiconError(f"{path}: no header row")
    header = numbered[0][1].split("\t")
    rows = [line.split("\t") for _, line in numbered[1:]]
    for (number, _), fields in zip(numbered[1:], rows, strict=True):
        if len(fields) != len(header):
            raise LexiconError(f"{path}:{number}: {len(fields)} fields where the header has {len(header)}")
    return [dict(zip(header, fields)) for fields in rows]  # noqa: B905 - looked at above; this is most of a start


@cache
def _shipped(name: str) -> tuple[Row, ...]:
    return tuple(parse(_HERE / f"{name}.tsv"))


@cache
def words(name: str, overlay: str = "") -> frozenset[str]:
    """The words of a list alone: the first column of :func:`read`."""
    return frozenset(next(iter(row.values())) for row in read(name, overlay))


def read(name: str, overlay: str = "") -> list[Row]:
    """The rows of the lexicon ``name``, with those of ``overlay/name.tsv`` laid over them.

    Raises:
        LexiconError: the overlay is malformed, has other columns, or cannot change this list.
    """
    rows = list(_shipped(name))
    if not overlay or not (path := Path(overlay, f"{name}.tsv")).is_file():
        return rows
    if name in schema.OURS_ALONE:
        raise LexiconError(f"{path}: {name} cannot be changed; take the file out of the folder")
    mine = parse(path)
    if mine and mine[0].keys() != rows[0].keys():
        raise LexiconError(f"{path}: columns {', '.join(mine[0])}; expected {', '.join(rows[0])}")
    key = next(iter(rows[0]))
    replaced = {row[key] for row in mine}
    return [row for row in rows if row[key] not in replaced] + mine
