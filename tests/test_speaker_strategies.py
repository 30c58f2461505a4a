"""Every strategy for a speaker keeps its examples: whom it finds, and what it leaves to others."""

import pytest

from nlp_claims.annotations import claims_of
from nlp_claims.statements.speakers import find, recall, sources, strategies

MODULES = {"find": find, "recall": recall, "sources": sources}
CASES = [
    pytest.param(name, strategy, example, id=f"{name}-{strategy.id}-{n}".replace(" ", "_"))
    for name, module in MODULES.items()
    for strategy in module.STRATEGIES
    for n, example in enumerate(strategy.examples)
]


@pytest.fixture
def answered(monkeypatch):
    """The strategy of each kind that had the last word on the last statement."""
    last = {}

    def listen(name, module):
        def spy(rows, situation):
            if name == "find":
                last.clear()
            strategy, answer = strategies.ask(rows, situation)
            last[name] = strategy
            return strategy, answer

        monkeypatch.setattr(module, "ask", spy)

    for name, module in MODULES.items():
        listen(name, module)
    return last


@pytest.mark.parametrize("module", MODULES.values(), ids=MODULES)
def test_strategies_have_a_name_of_their_own_and_a_reason(module):
    assert len({strategy.id for strategy in module.STRATEGIES}) == len(module.STRATEGIES)
    assert all(strategy.why and strategy.examples for strategy in module.STRATEGIES)


@pytest.mark.parametrize(("name", "strategy", "example"), CASES)
def test_strategy_answers_where_its_example_says(nlp, answered, name, strategy, example):
    statements = claims_of(nlp(example.text))["statements"]
    if example.speaker is None:
        assert answered.get(name) is not strategy
    else:
        assert answered.get(name) is strategy
    if example.speaker:
        assert statements[-1]["speaker"]["name"] == example.speaker
