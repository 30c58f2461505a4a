"""Word lists: one format for all, and a user's folder laid over ours."""

import re
import unicodedata
from pathlib import Path
from typing import get_args

import pytest

import nlp_claims
from nlp_claims import annotations, lexicons
from nlp_claims.lexicons import lint, schema

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
    assert schema.COLUMNS.get(name, {}).keys() <= rows[0].keys()
    assert [(row, what) for row in rows for what in schema.wrong(name, row)] == []


def test_the_bounds_of_the_list_are_bounds_of_records():
    assert set(schema.BOUNDS.split()) == set(get_args(annotations.Bound)) - {"exact", "range", "vague"}


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
    name = "not_names"
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
    name = "cues"
    (tmp_path / f"{name}.tsv").write_text("word\nx\n", encoding="utf-8")
    with pytest.raises(lexicons.LexiconError, match="columns word; expected"):
        lexicons.read(name, str(tmp_path))


@pytest.mark.parametrize("name", sorted(schema.OURS_ALONE))
def test_a_list_that_is_ours_alone_is_refused_by_name(name, tmp_path):
    shipped = (HERE / f"{name}.tsv").read_text(encoding="utf-8")
    (tmp_path / f"{name}.tsv").write_text(shipped, encoding="utf-8")
    with pytest.raises(lexicons.LexiconError, match=f"{name} cannot be changed"):
        lexicons.read(name, str(tmp_path))
    (problem,) = lint.problems(tmp_path)
    assert f"{name} cannot be changed" in problem
    page = (Path(__file__).parent.parent / "docs" / "lexicons.md").read_text(encoding="utf-8")
    assert f"`{name}`" in page


def test_no_list_that_a_user_may_change_is_read_without_the_users_rows():
    apart = {"compare", "scoring", "cli"}  # they load no pipeline
    package = Path(nlp_claims.__file__).parent
    sources = [path for path in package.rglob("*.py") if path.relative_to(package).parts[0] not in apart]
    bare = {
        name for path in sources for name in re.findall(r'(?:read|words)\("(\w+)"\)', path.read_text(encoding="utf-8"))
    }
    assert "given_names" in bare, "the pattern finds nothing any more"
    assert bare <= schema.OURS_ALONE


@pytest.mark.parametrize(
    ("name", "row", "message"),
    [
        ("units", "parsek\tword\tlength:pc\tduzo", "size 'duzo'; expected nothing, or a number and a measure"),
        ("units", "parsek\twrod\tlength:pc\t", "form 'wrod'; expected symbol, word"),
        ("units", "parsek\tword\tdlugosc:pc\t", "unit 'dlugosc:pc'; expected percent"),
        ("units", "\tword\tlength:pc\t", "no lemma"),
        ("bounds", "jakieś\tbefor\tabout", "side 'befor'; expected before, after"),
        ("bounds", "jakieś\tbefore\tnone", "the bound none goes with the side between"),
        ("number_adjectives", "metrowy\tlength:m\t\tjeden", "scale 'jeden'; expected a number"),
        ("number_contexts", "wzlot\tchange_upp", "role 'change_upp'; expected amount,"),
        ("cue_phrases", "dać do zrozumienia\t\tdo zrozumienia\tsay\tże\t", "verb ''; expected the lemma of a verb"),
        ("nominal_cues", "apel\tsay\tże, by", "takes 'że, by'; expected some of"),
    ],
)
def test_a_value_that_means_nothing_is_named_with_its_line(name, row, message, tmp_path):
    path = tmp_path / f"{name}.tsv"
    path.write_text("# mine\n" + "\t".join(lexicons.read(name)[0]) + f"\n\n{row}\n", encoding="utf-8")
    with pytest.raises(lexicons.LexiconError) as caught:
        lint.check(str(tmp_path))
    assert str(caught.value).startswith(f"{path}:4: {message}")


def test_a_folder_that_is_not_there_is_refused_before_the_pipeline_loads(tmp_path):
    with pytest.raises(lexicons.LexiconError, match=r"typo: no such folder; make it"):
        nlp_claims.load("no_such_pipeline", lexicon=str(tmp_path / "typo"))


def test_an_unknown_list_is_refused(tmp_path):
    (tmp_path / "cuse.tsv").write_text("lemma\n", encoding="utf-8")
    with pytest.raises(lexicons.LexiconError, match=r"cuse\.tsv: no word list of this name is read; there are: bounds"):
        nlp_claims.load("no_such_pipeline", lexicon=str(tmp_path))
