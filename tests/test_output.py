"""Whole documents out, and where a stopped run goes on."""

import os
from pathlib import Path

import pytest

from nlp_claims.engines.work import rejected
from nlp_claims.reading.documents import Document
from nlp_claims.writing import output
from nlp_claims.writing.output import Closed, OutputError


def lines(name, text=""):
    """The records of a document without findings."""
    return b'{"type":"actor","doc":"%s"}\n' % name.encode() + rejected(Document(name, text), "pl_x-1", "").lines


def test_the_file_appears_when_it_is_complete(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    sink = output.open_sink(str(path))
    sink.write(lines("a"))
    assert path.read_bytes() == b"old"
    sink.finish()
    assert sink.close() is None
    assert path.read_bytes() == lines("a")
    assert [found.name for found in tmp_path.iterdir()] == ["out.jsonl"]


def test_what_an_unfinished_run_wrote_is_kept_beside(tmp_path):
    path = tmp_path / "out.jsonl"
    sink = output.open_sink(str(path))
    sink.write(lines("a"))
    assert sink.close() == f"{path}.part"
    assert not path.exists()
    resumed = output.open_sink(str(path), resume=True)
    assert [done.doc for done in resumed.done()] == ["a"]


def test_nothing_is_left_of_a_run_that_wrote_nothing(tmp_path):
    assert output.open_sink(str(tmp_path / "out.jsonl")).close() is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("cut", range(0, len(lines("a") + lines("ż")) + 1, 7))
def test_a_torn_tail_is_cut_off_wherever_it_is_torn(tmp_path, cut):
    path = tmp_path / "out.jsonl"
    whole = lines("a") + lines("ż")
    path.write_bytes(whole[:cut])
    sink = output.open_sink(str(path), resume=True)
    todo = [document.id for document in output.remaining([Document("a", ""), Document("ż", "")], sink)]
    assert todo == ["a", "ż"][(cut >= len(lines("a"))) + (cut >= len(whole)) :]
    for name in todo:
        sink.write(lines(name))
    sink.finish()
    sink.close()
    assert path.read_bytes() == whole


@pytest.mark.parametrize(
    ("documents", "says"),
    [
        ([Document("b", "")], "document 1 is 'a', the input's is 'b'"),
        ([Document("a", "now")], "'a', changed"),
        ([], "is none"),
    ],
)
def test_another_input_is_not_mixed_into_the_file(tmp_path, documents, says):
    path = tmp_path / "out.jsonl"
    path.write_bytes(lines("a"))
    sink = output.open_sink(str(path), resume=True)
    with pytest.raises(OutputError, match=says):
        list(output.remaining(documents, sink))
    sink.close()
    assert path.read_bytes() == lines("a")


def test_a_file_that_is_not_ours_is_left_alone(tmp_path):
    path = tmp_path / "novel.txt"
    path.write_text("Litwo! Ojczyzno moja!\n", encoding="utf-8")
    with pytest.raises(OutputError, match="not an output"):
        output.open_sink(str(path), resume=True)
    assert path.read_text(encoding="utf-8") == "Litwo! Ojczyzno moja!\n"


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "target")
    sink = output.open_sink(str(tmp_path / "link"))
    sink.write(lines("a"))
    sink.finish()
    sink.close()
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == lines("a")


def test_a_device_is_written_to_not_replaced():
    sink = output.open_sink("/dev/null")
    sink.write(lines("a"))
    sink.finish()
    sink.close()
    assert Path("/dev/null").is_char_device()


def test_a_full_disk_is_told():
    with pytest.raises(OutputError, match="no space left"):
        output.open_sink("/dev/full").write(lines("a"))


def test_a_closed_pipe_is_no_error():
    reading, writing = os.pipe()
    os.close(reading)
    with pytest.raises(Closed):
        output.Sink(writing, "pipe").write(lines("a"))
    os.close(writing)


@pytest.mark.parametrize(("name", "says"), [("no/out.jsonl", "folder does not exist"), ("", "is a folder")])
def test_where_it_cannot_be_written_is_told(tmp_path, name, says):
    with pytest.raises(OutputError, match=says):
        output.open_sink(f"{tmp_path}/{name}")
