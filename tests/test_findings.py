"""Records are put together by document, with the text that they were made from and no other."""

import msgspec
import pytest
from test_report import article

from nlp_claims import findings, records


def lines(found):
    return [records.encode(each) for each in (*found.actors, *found.statements, *found.numbers, found.closing)]


def test_records_come_back_by_document():
    first, second = article(0), article(1)
    read = findings.group(findings.parse([*lines(first), b"\n", *lines(second)], "x"))
    assert [each.doc for each in read] == [first.doc, second.doc]
    assert read[0].statements == first.statements
    assert read[1].numbers == second.numbers


def test_a_filtered_file_will_do():
    (read,) = findings.group(findings.parse(lines(article())[3:5], "x"))
    assert (len(read.statements), read.closing, read.title) == (2, None, "kładka-0.txt")


@pytest.mark.parametrize(
    ("line", "message"),
    [(b"{", r"x\.jsonl:2: not JSON"), (b'{"type":"actor"}', r"x\.jsonl:2: not a record"), (b"\xff", r"x\.jsonl:2: ")],
)
def test_a_bad_line_is_named(line, message):
    with pytest.raises(findings.RecordError, match=message):
        list(findings.parse([lines(article())[0], line], "x.jsonl"))


def test_text_is_taken_by_id_if_it_is_still_the_same():
    found = findings.group(findings.parse(lines(article()), "x"))
    assert findings.with_texts(found, {"kładka-0.txt": article().text})[0].text == article().text
    assert findings.with_texts(found, {"kładka-0.txt": "inny"})[0].text is None


def test_text_is_taken_from_the_file_that_the_id_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kładka-0.txt").write_text(article().text, encoding="utf-8")
    found = findings.group(findings.parse(lines(article()), "x"))
    assert findings.with_texts(found, {})[0].text == article().text


def test_title_is_the_field_of_that_name_or_the_headline():
    assert article().title == "Runęła kładka w Zarzeczu (0)"
    (read,) = findings.group([msgspec.structs.replace(article().closing, meta={"title": " Kładka "})])
    assert read.title == "Kładka"
