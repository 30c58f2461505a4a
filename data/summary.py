"""A short summary of a file of records: what ``make demo`` shows at its end."""

import sys
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

from nlp_claims import records

SHOWN = 8


def main(path: Path) -> None:
    """Print counts by document, and the first few statements and numeric claims of all."""
    found = [records.decode(line) for line in path.read_bytes().splitlines()]
    console = Console()
    counts = Table("document", "words", "actors", "statements", "numeric claims", title=str(path))
    for record in found:
        if isinstance(record, records.Document):
            row = (record.chars // 7, record.actors, record.statements, record.numeric_claims)
            counts.add_row(Path(record.doc).name, *map(str, row))
    console.print(counts)
    said = Table("speaker", "cue", "statement", title="who said what")
    for record in [record for record in found if isinstance(record, records.Statement)][:SHOWN]:
        said.add_row(
            record.speaker.name if record.speaker else None, record.cue.text if record.cue else None, record.text
        )
    console.print(said)
    claimed = Table("number", "value", "unit", "noun", "source", title="which numbers, and who claims them")
    for record in [record for record in found if isinstance(record, records.NumericClaim) and record.source][:SHOWN]:
        value = record.value if record.value is not None else f"{record.min}–{record.max}"
        name = record.source.name if record.source else None
        claimed.add_row(record.text, str(value), record.unit, record.noun, name)
    console.print(claimed)
    rules = Counter(record.rule for record in found if isinstance(record, records.Statement | records.NumericClaim))
    console.print("by rule: " + ", ".join(f"{rule} {count}" for rule, count in rules.most_common()), highlight=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
