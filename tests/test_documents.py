"""Documents from every kind of source, and what is said about those that cannot be read."""

import bz2
import gzip
import io
import json
import lzma
import os
import sys
from hashlib import sha256

import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from nlp_claims.reading import documents, sources
from nlp_claims.reading.documents import InputError

TEXT = "Wójt powiedział: „Nie”.\nKoszt wzrósł o 5 proc."


def read(*paths, **options):
    return list(documents.read([str(path) for path in paths], **options))


def rejects(*paths, **options):
    return [document.error for document in read(*paths, skip_errors=True, **options) if document.error]


def test_a_text_file_is_one_document_called_by_its_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (document,) = read("./a.txt")
    assert (document.id, document.text, document.meta, document.error) == ("./a.txt", TEXT, {}, None)
    assert document.sha256 == sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"\xef\xbb\xbfAla", "Ala"),
        (b"Ala\r\nma\r\n", "Ala\r\nma\r\n"),
        ("z\u0307o\u0301\u0142w".encode(), "z\u0307o\u0301\u0142w"),
        (b"a\x00b", "a\x00b"),
    ],
    ids=["empty", "byte-order mark left out", "CRLF kept", "combining marks kept", "NUL kept"],
)
def test_the_text_is_what_was_decoded(tmp_path, data, text):
    (tmp_path / "a.txt").write_bytes(data)
    assert [document.text for document in read(tmp_path / "a.txt")] == [text]


@pytest.mark.parametrize(
    ("suffix", "compress"),
    [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress), (".zst", zstd.compress)],
)
def test_compressed_files_are_read_and_keep_their_format(tmp_path, suffix, compress):
    (tmp_path / f"a.txt{suffix}").write_bytes(compress(TEXT.encode()))
    (tmp_path / f"b.jsonl{suffix}").write_bytes(compress(json.dumps({"text": TEXT}).encode()))
    assert [document.text for document in read(tmp_path)] == [TEXT, TEXT]


def test_json_lines_give_text_id_and_kept_fields_and_count_blank_lines(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"t": "Raz", "u": "x", "k": [1, {"a": null}]}\n\n  \n{"u": 7, "t": "Dwa"}', encoding="utf-8")
    one, two = read(path, text_field="t", id_field="u", keep=["k"])
    assert (one.id, one.text, one.meta) == ("x", "Raz", {"k": [1, {"a": None}]})
    assert (two.id, two.text, two.meta, two.source) == ("7", "Dwa", {}, f"{path}:4")
    assert [document.id for document in read(path, text_field="t")] == [f"{path}:1", f"{path}:4"]


def test_lines_are_documents_whatever_ends_them(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"Raz\r\n\nDwa\nTrzy")
    assert [(d.id, d.text) for d in read(path, format="lines")] == [
        (f"{path}:1", "Raz"),
        (f"{path}:3", "Dwa"),
        (f"{path}:4", "Trzy"),
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b'{"text": "a"', "not valid JSON"),
        (b'{"text": "a"} x', "not valid JSON"),
        (b'["a"]', "not a JSON object"),
        (b"Ala ma kota", "not valid JSON"),
        (b'{"body": "a"}', "no field 'text'; name the right one with --text-field (here: body)"),
        (b'{"text": 5}', "'text' is not a string"),
        (b'{"text": null}', "'text' is not a string"),
        (b'{"text": "\xff"}', "not valid"),
        (b'{"text": "\\ud800"}', "not valid"),
        (b'{"text": "a", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deep"),
    ],
)
def test_a_bad_json_line_is_named_with_the_fix_and_the_others_are_read(tmp_path, line, says):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "Raz"}\n' + line + b'\n{"text": "Dwa"}\n')
    stream = documents.read([str(path)])
    assert next(stream).text == "Raz"
    with pytest.raises(InputError, match=f"^{path}:2: ") as caught:
        next(stream)
    assert says in str(caught.value)
    skipped = read(path, skip_errors=True)
    assert [document.text for document in skipped] == ["Raz", "", "Dwa"]
    assert skipped[1].id == f"{path}:2"
    assert says in skipped[1].error


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("Żółw\nźle".encode("cp1250"), "not UTF-8 (byte 0xaf at offset 0, line 1); convert it: iconv -f WINDOWS-1250"),
        (b"Ala\nma\xb3a", "line 2"),
        ("Ala".encode("utf-16"), "iconv -f UTF-16"),
        (gzip.compress(b"Ala"), "zcat"),
    ],
)
def test_another_encoding_is_told_with_the_command_that_converts_it(tmp_path, data, says):
    (tmp_path / "a.txt").write_bytes(data)
    (error,) = rejects(tmp_path / "a.txt")
    assert says in error


def test_what_cannot_be_opened_is_named(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "a.pdf").write_bytes(b"")
    (tmp_path / "cut.txt.gz").write_bytes(gzip.compress(os.urandom(5000))[:2000])
    (tmp_path / "no.txt.xz").write_bytes(b"Ala")
    for path, says in [
        ("missing.txt", "no such file"),
        ("empty", "no .txt or .jsonl files"),
        ("cut.txt.gz", "damaged or cut short"),
        ("no.txt.xz", "damaged or cut short"),
        ("*.csv", "no file matches"),
    ]:
        with pytest.raises(InputError) as caught:
            read(tmp_path / path)
        assert says in str(caught.value)
        assert path in caught.value.where


def test_a_folder_is_read_by_name_whatever_its_depth_and_links_do_not_loop(tmp_path):
    (tmp_path / "b" / "deep").mkdir(parents=True)
    for name in ("c.txt", "a.txt", "b/deep/x.txt", "b/w.ndjson", ".hidden.txt", "b/picture.png"):
        (tmp_path / name).write_text('{"text": ""}', encoding="utf-8")
    (tmp_path / "b" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "b" / "self").symlink_to("self")
    assert [document.source.removeprefix(f"{tmp_path}/") for document in read(tmp_path)] == [
        "a.txt",
        "b/deep/x.txt",
        "b/w.ndjson:1",
        "c.txt",
    ]


def test_a_dangling_link_is_an_error_not_silence(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (error,) = rejects(tmp_path)
    assert "no such file" in error


def test_a_pattern_that_the_shell_left_alone_is_expanded(tmp_path):
    for name in ("a2.txt", "a1.txt", "b.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    assert [document.id[-6:] for document in read(tmp_path / "a*.txt")] == ["a1.txt", "a2.txt"]


def test_too_long_is_refused_before_it_fills_the_memory(tmp_path):
    with gzip.open(tmp_path / "bomb.txt.gz", "wb", compresslevel=1) as bomb:
        for _ in range(50):
            bomb.write(bytes(1_000_000))
    (tmp_path / "long.jsonl").write_text('{"text": "aaaa"}\n{"text": "aaa"}\n' + "x" * 2_000_000, encoding="utf-8")
    found = read(tmp_path, max_chars=3, skip_errors=True)
    assert [(d.source.rpartition("/")[2], d.error is None) for d in found] == [
        ("bomb.txt.gz", False),
        ("long.jsonl:1", False),
        ("long.jsonl:2", True),
        ("long.jsonl:3", False),
    ]
    assert all("--max-chars" in d.error for d in found if d.error)
    assert len(sources.whole(io.BytesIO(bytes(100)), 100)) == 100
    with gzip.open(tmp_path / "bomb.txt.gz") as stream, pytest.raises(sources.Oversize):
        sources.whole(stream, 1_000_000)


def test_standard_input_is_the_default_and_mixes_with_files(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Ala", encoding="utf-8")
    (tmp_path / "stdin").write_bytes(b"Ola")
    with (tmp_path / "stdin").open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        assert [(d.id, d.text) for d in read()] == [("-", "Ola")]
        stdin.seek(0)
        assert [d.text for d in read(tmp_path / "a.txt", "-")] == ["Ala", "Ola"]


class Trickle(io.RawIOBase):
    """Gives a few bytes at a time, as a pipe does."""

    def __init__(self, data, step):
        self.data, self.step = data, step

    def read(self, _size=-1):
        block, self.data = self.data[: self.step], self.data[self.step :]
        return block


@given(st.binary(max_size=60).map(lambda data: data.replace(b"\x01", b"\n")), st.integers(1, 7), st.integers(1, 12))
def test_lines_do_not_depend_on_how_the_bytes_arrive(data, step, limit):
    expected = [line if len(line) <= limit else None for line in data.split(b"\n")]
    if not data or data.endswith(b"\n"):
        expected.pop()
    found = list(sources.lines(Trickle(data, step), limit))
    assert [line.data for line in found] == expected
    assert [line.number for line in found] == list(range(1, len(expected) + 1))
