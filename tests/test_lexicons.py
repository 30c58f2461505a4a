"""Word lists: one format for all, and a user's folder laid over ours."""

import unicodedata
from pathlib import Path

import pytest

from nlp_claims import lexicons

HERE = Path(lexicons.__file__).parent


@pytest.mark.parametrize("name", lexicons.names())
def test_lexicon_is_sorted_nfc_and_without_duplicates(name):
    text = (HERE / f"{name}.tsv").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    rows = lexicons.parse(HERE / f"{name}.tsv")
    assert rows, "an empty lexicon is no lexicon"
    keys = [next(iter(row.values())) for row in rows]
    assert keys == sorted(keys)
    assert len({tuple(row.values()) for row in rows}) == len(rows)
    assert all(value == value.strip() for row in rows for value in row.values())


def test_parse_names_the_line_of_a_torn_row(tmp_path):
    path = tmp_path / "x.tsv"
    path.write_text("# words\nlemma\tclass\nmówić\n", encoding="utf-8")
    with pytest.raises(lexicons.LexiconError, match=r"x\.tsv:3: 1 fields where the header has 2"):
        lexicons.parse(path)


def test_parse_refuses_a_file_without_header(tmp_path):
    path = tmp_path / "x.tsv"
    path.write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(lexicons.LexiconError, match="no header"):
        lexicons.parse(path)


def test_overlay_replaces_a_row_and_adds_another(tmp_path):
    name = lexicons.names()[0]
    ours = lexicons.read(name)
    columns = list(ours[0])
    changed = dict.fromkeys(columns, "zmiana") | {columns[0]: ours[0][columns[0]]}
    added = dict.fromkeys(columns, "nowość")
    lines = ["\t".join(columns), "\t".join(changed.values()), "\t".join(added.values())]
    (tmp_path / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows = lexicons.read(name, str(tmp_path))
    assert changed in rows
    assert added in rows
    assert ours[0] not in rows


def test_overlay_with_other_columns_is_refused(tmp_path):
    name = lexicons.names()[0]
    (tmp_path / f"{name}.tsv").write_text("word\nx\n", encoding="utf-8")
    with pytest.raises(lexicons.LexiconError, match="columns word; expected"):
        lexicons.read(name, str(tmp_path))
