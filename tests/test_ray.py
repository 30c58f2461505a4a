"""The Ray engine on a real cluster of this machine, which the test starts and stops. Skipped without Ray."""

import json

import pytest
import tiny

from nlp_claims.engines.work import EngineError, Work, run
from nlp_claims.reading.documents import Reading

ray = pytest.importorskip("ray", reason="Ray is not installed")
TEXT = "Wzrost wyniesie 3 proc. – powiedziała minister Anna Nowak."


@pytest.mark.filterwarnings("ignore")
def test_shards_are_the_local_output_and_a_run_goes_on_by_shards(tmp_path):
    from pyarrow import Table, parquet

    from nlp_claims.engines import ray as engine

    work = Work(model=str(tiny.make(tmp_path / "model")))
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = [json.dumps({"text": f"{TEXT} Numer {number}."}) for number in range(40)]
    (tmp_path / "b.jsonl").write_text("\n".join([*lines, "broken"]), encoding="utf-8")
    parquet.write_table(Table.from_pylist([{"text": TEXT}, {"text": "Nic."}]), tmp_path / "c.parquet")
    sources = [str(tmp_path / name) for name in ("a.txt", "b.jsonl", "c.parquet")]
    out = tmp_path / "out"
    summary = engine.run(sources, str(out), work, Reading(), jobs=2)
    assert summary == (3, 44, 1)
    expected = b"".join(result.lines for result in run(Reading().read(sources, skip_errors=True), work))
    assert b"".join(path.read_bytes() for path in sorted(out.glob("part-*"))) == expected
    manifest = out / "manifest.jsonl"
    assert sorted(json.loads(line)["source"] for line in manifest.read_text().splitlines()) == sources
    kept = [line for line in manifest.read_text().splitlines(keepends=True) if "b.jsonl" not in line]
    manifest.write_text("".join(kept))
    (out / "part-000001.jsonl").unlink()
    first = (out / "part-000000.jsonl").stat().st_mtime_ns
    with pytest.raises(EngineError, match="--resume"):
        engine.run(sources, str(out), work, Reading(), jobs=2)
    assert engine.run(sources, str(out), work, Reading(), jobs=2, resume=True) == (3, 44, 1)
    assert b"".join(path.read_bytes() for path in sorted(out.glob("part-*"))) == expected
    assert (out / "part-000000.jsonl").stat().st_mtime_ns == first
