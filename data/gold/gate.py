"""The quality gate of ``make eval``: score the samples, compare with pinned floors, fail on a fall.

usage: gate.py [--update [--allow-regression]] [--records FILE]

``baseline.json`` beside this file holds the floors and the digest of the gold that they were measured on. ``--update``
raises floors to what is measured now; it lowers one only with ``--allow-regression``, so that no floor falls unseen.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from nlp_claims import models, scoring

GOLD = Path(__file__).parent
SAMPLES = GOLD.parent / "samples"
BASELINE = GOLD / "baseline.json"
# the last digits differ between processors: a floor is the figure rounded down to hundredths
SCALE = 100

Figures = dict[str, float]


def flatten(figures: Mapping[str, Any]) -> Figures:
    """The guarded figures by one name each, all of them better when higher."""
    kinds = ("statements", "statements_attributed", "numbers", "numbers_full", "numbers_attributed")
    # precision and recall may be traded for each other: F is what must not fall
    guarded: Figures = {kind: figures[kind]["f"] for kind in kinds}
    guarded |= {name: figures[name] for name in ("direct_recall", "indirect_recall")}
    for kind in ("statement_fields", "number_fields"):
        guarded |= {f"{kind}.{field}": value for field, value in figures[kind].items()}
    actors = figures["actors"]
    guarded |= {f"actors.{field}": actors[field] for field in ("found", "name", "kind")}
    guarded["actors.whole"] = round(1 - actors["split"], 4)
    return guarded


def floor(figure: float) -> float:
    """The floor that a figure earns: itself, rounded down."""
    # 0.29 * 100 is 28.999…: half of the last printed digit brings it back
    return int(figure * SCALE + 0.005) / SCALE


def fallen(figures: Figures, floors: Figures) -> list[str]:
    """The names of the figures under their floors; one that is no longer measured counts as fallen."""
    return [name for name, least in floors.items() if figures.get(name, -1.0) < least]


def digest(gold: Path, samples: Path) -> str:
    """What the floors were measured on: names and bytes of the annotations and of their texts."""
    sha = hashlib.sha256()
    for path in sorted([*gold.glob("*.json"), *samples.glob("*.txt")]):
        if path.name != BASELINE.name:
            sha.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return sha.hexdigest()


def updated(figures: Figures, baseline: Mapping[str, Any] | None, *, allow_regression: bool) -> Figures | list[str]:
    """The new floors, or the names of those that would fall without leave."""
    floors = {name: floor(figure) for name, figure in figures.items()}
    old: Figures = baseline["floors"] if baseline else {}
    if lower := fallen(floors, old):
        return floors if allow_regression else lower
    return floors


def measure(records: Path | None) -> Figures:
    """Extract the samples with the bundled pipeline, unless records are given, and score them."""
    with tempfile.TemporaryDirectory() as scratch:
        if records is None:
            records = Path(scratch, "records.jsonl")
            _extract(records)
        report = scoring.score([GOLD], str(records), SAMPLES)
    if report.bad_slices:
        raise SystemExit(f"gate: {report.bad_slices} records do not slice out of the samples")
    return flatten(report.figures)


def _extract(records: Path) -> None:
    entry = "from nlp_claims.cli.app import main; main()"
    options = ["extract", str(SAMPLES), "--model", str(models.BUNDLED), "--quiet", "--output", str(records)]
    done = subprocess.run([sys.executable, "-c", entry, *options], check=False)  # noqa: S603 - our own command
    if done.returncode:
        raise SystemExit(f"gate: the samples could not be extracted (exit status {done.returncode}, see above)")


def show(figures: Figures, floors: Figures, low: list[str]) -> None:
    """Print figures beside their floors."""
    table = Table("figure", "now", "floor", "")
    for name, figure in figures.items():
        least = floors.get(name)
        mark = "FELL" if name in low else "new" if least is None else ""
        table.add_row(name, f"{figure:.4f}", "" if least is None else f"{least:.2f}", mark)
    Console().print(table)


def main(arguments: list[str] | None = None) -> int:
    """Run the gate; 0 where nothing fell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--update", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: floors may fall, too")
    parser.add_argument("--records", type=Path, help="score these records instead of extracting the samples")
    options = parser.parse_args(arguments)

    figures = measure(options.records)
    baseline = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.is_file() else None
    floors: Figures = baseline["floors"] if baseline else {}
    low = fallen(figures, floors)
    show(figures, floors, low)
    if options.update:
        return _update(figures, baseline, allow_regression=options.allow_regression)
    if baseline is None:
        print("gate: no floors yet; pin them with --update")
        return 1
    if baseline["gold"] != digest(GOLD, SAMPLES):
        print("gate: samples or annotations changed since the floors were pinned; look at the figures, then --update")
        return 1
    if low:
        print(f"gate: {len(low)} figures fell below their floors: {', '.join(low)}")
        return 1
    print("gate: no figure fell")
    return 0


def _update(figures: Figures, baseline: Mapping[str, Any] | None, *, allow_regression: bool) -> int:
    floors = updated(figures, baseline, allow_regression=allow_regression)
    if isinstance(floors, list):
        print(f"gate: not updated, these floors would fall: {', '.join(floors)} (--allow-regression if it must be)")
        return 1
    pinned = {"gold": digest(GOLD, SAMPLES), "pipeline": models.describe(models.Choice(str(models.BUNDLED), "bundled"))}
    BASELINE.write_text(json.dumps({**pinned, "floors": floors}, indent=1) + "\n", encoding="utf-8")
    print(f"gate: floors pinned in {BASELINE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
