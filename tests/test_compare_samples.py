"""The sample articles hold two pairs of stories on one event that are at odds over numbers."""

from dataclasses import replace
from pathlib import Path

import pytest

from nlp_claims import pipeline
from nlp_claims.compare.comparisons import compare
from nlp_claims.findings import group
from nlp_claims.reading import documents

SAMPLES = Path(__file__).parent.parent / "data" / "samples"


@pytest.fixture(scope="module")
def found(nlp):
    read = list(documents.read([str(SAMPLES)]))
    together = []
    for document, records in zip(read, pipeline.extract(nlp, read), strict=True):
        (findings,) = group(records)
        together.append(replace(findings, text=document.text))
    return compare(together)


def test_the_two_papers_on_the_bridge_disagree(found):
    disagreements = [sorted(claim.value for claim in each.claims) for each in found if each.verdict == "disagree"]
    assert [60, 80] in disagreements, "«stało około 60 osób», «mogło przebywać nawet 80 osób»"


def test_stories_on_different_events_are_never_compared(found):
    for each in found:
        events = {Path(claim.doc).stem.rsplit("-", 1)[0] for claim in each.claims}
        assert len(events) == 1, each
