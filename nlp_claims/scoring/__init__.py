"""Quality, measured: records against annotations made by hand.

Three forms of gold, told apart by looking: a folder of annotated documents (statements, numbers, acting actors),
JSON Lines of number expressions in context, and JSON Lines of documents with every name in them.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from nlp_claims.reading.sources import InputError
from nlp_claims.scoring import annotated, names, numerals, predictions
from nlp_claims.scoring.gold import GoldError
from nlp_claims.scoring.report import Finding, Report

__all__ = ["Finding", "GoldError", "InputError", "Report", "score"]


def score(gold: Sequence[Path], records: str, texts: Path | None = None) -> Report:
    """Score records (a path, or ``-``) against the gold, whatever its form.

    Args:
        gold: one folder of annotated documents, or files of JSON Lines of one form.
        records: what ``nlp-claims extract`` printed for the gold's texts.
        texts: where the texts of annotated documents are, if not beside them.

    Raises:
        GoldError: the gold is missing, malformed, or of two forms.
        InputError: the records cannot be read.
    """
    found = predictions.read(records)
    if any(path.is_dir() for path in gold):
        if len(gold) > 1:
            raise GoldError(f"{gold[0]}: annotated documents come from one folder; score each on its own")
        return annotated.score(gold[0], found, texts)
    forms = {_form(path) for path in gold}
    if len(forms) > 1:
        raise GoldError(f"{gold[0]}: the files hold different forms of gold; score each on its own")
    return numerals.score(gold, found) if forms == {"numerals"} else names.score(gold, found)


def _form(path: Path) -> str:
    try:
        with path.open("rb") as lines:
            first = msgspec.json.decode(next((line for line in lines if line.strip()), b"null"))
    except FileNotFoundError:
        raise GoldError(f"{path}: no such file or folder") from None
    except msgspec.DecodeError as error:
        raise GoldError(f"{path}:1: not JSON Lines: {error}") from error
    keys = first.keys() if isinstance(first, dict) else set()
    if "number" in keys:
        return "numerals"
    if "mentions" in keys:
        return "names"
    raise GoldError(f'{path}:1: neither a number expression ("number") nor a document with names ("mentions")')
