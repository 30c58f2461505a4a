"""Every rule keeps its examples: what it finds, and where it stays silent."""

from typing import get_args

import pytest

from nlp_claims import pipeline
from nlp_claims.annotations import NumberRule, StatementRule
from nlp_claims.numbers.rules import RULES as NUMBER_RULES
from nlp_claims.reading.documents import Document
from nlp_claims.records import NumericClaim, Statement
from nlp_claims.statements.rules import RULES as STATEMENT_RULES

RULES = (*STATEMENT_RULES, *NUMBER_RULES)
CASES = [pytest.param(rule, example, id=f"{rule.id}-{n}") for rule in RULES for n, example in enumerate(rule.examples)]


def test_every_id_that_a_record_may_carry_is_of_one_rule():
    assert tuple(rule.id for rule in STATEMENT_RULES) == get_args(StatementRule)
    assert tuple(rule.id for rule in NUMBER_RULES) == get_args(NumberRule)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_a_reason_and_an_example(rule):
    assert rule.why
    assert any(example.finds for example in rule.examples)


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_rule_finds_what_its_example_says(nlp, rule, example):
    document = Document(id="example", text=example.text, meta={}, error=None)
    (found,) = pipeline.extract(nlp, [document])
    texts = tuple(r.text for r in found if isinstance(r, Statement | NumericClaim) and r.rule == rule.id)
    assert texts == example.finds
