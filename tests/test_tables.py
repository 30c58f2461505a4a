"""Tables hold what the records hold, in columns that do not depend on the data."""

import csv
import json

import msgspec
import pytest
from test_findings import lines
from test_report import article

from nlp_claims import records
from nlp_claims.writing import tables
from nlp_claims.writing.output import OutputError


def written(folder, form, *found):
    out = tables.Tables(str(folder), form)
    for each in found:
        out.write(b"".join(lines(each)))
    out.finish()
    out.close()
    return folder


def read(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_has_a_file_for_each_type_of_record(tmp_path):
    written(tmp_path, "csv", article(0), article(1))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "actors.csv",
        "documents.csv",
        "mentions.csv",
        "numeric_claims.csv",
        "statements.csv",
    ]
    statements = read(tmp_path / "statements.csv")
    assert [row["speaker_name"] for row in statements] == ["Jan Kos", "Jan Kos", "Anna Maj"] * 2
    assert (statements[1]["speaker_start"], statements[1]["cue_lemma"]) == ("", "dodać")
    numbers = read(tmp_path / "numeric_claims.csv")
    assert (numbers[1]["value"], numbers[1]["number_text"], numbers[1]["unit"]) == ("3500000", "3,5 mln", "money:PLN")
    assert read(tmp_path / "actors.csv")[1]["roles"] == "rzecznik"
    assert read(tmp_path / "mentions.csv")[0]["text"] == "Zarzeczu"


def test_csv_opens_in_a_spreadsheet_as_utf_8(tmp_path):
    written(tmp_path, "csv", article())
    assert (tmp_path / "statements.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_csv_keeps_quotes_commas_and_line_breaks(tmp_path):
    found = article()
    odd = msgspec.structs.replace(found.closing, meta={"title": 'Kładka, "stara"\ni nowa'})
    out = tables.Tables(str(tmp_path), "csv")
    out.write(records.encode(odd))
    out.finish()
    assert json.loads(read(tmp_path / "documents.csv")[0]["meta"]) == odd.meta


def test_parquet_has_typed_columns(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    written(tmp_path, "parquet", article(0), article(1))
    numbers = parquet.read_table(tmp_path / "numeric_claims.parquet")
    assert numbers.column("value").to_pylist() == [60.0, 3_500_000.0, 60.0, 4_500_000.0]
    assert numbers.column("noun").to_pylist() == ["osoba", None] * 2
    assert parquet.read_table(tmp_path / "actors.parquet").column("roles").to_pylist()[1] == ["rzecznik"]


def test_nothing_is_there_before_it_is_whole(tmp_path):
    out = tables.Tables(str(tmp_path / "new"), "csv")
    out.write(b"".join(lines(article())))
    assert not list((tmp_path / "new").glob("*.csv"))
    out.close()
    assert list((tmp_path / "new").iterdir()) == []


def test_a_file_in_the_way_is_named(tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match=r"out: .*name one with -o"):
        tables.Tables(str(tmp_path / "out"), "csv")


@pytest.mark.parametrize("kind", ["actor", "statement", "numeric_claim", "document"])
def test_columns_cover_every_field(kind):
    names = {column.path[0] for column in tables.columns(records.KINDS[kind])}
    assert names == {field.name for field in msgspec.structs.fields(records.KINDS[kind])}
