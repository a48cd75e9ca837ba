"""Whatever a case holds, its market can be told, or is refused in words."""

import io

import pytest
from hypothesis import given, settings
from rich.console import Console

from models import Case, CaseInvalid
from models.market import SupplyMarket
from selector.appraise import appraise
from selector.cli.market_tables import print_market
from selector.decide.supply import market
from tests.strategies.any_case import cases


@settings(max_examples=40, deadline=None)
@given(cases())
def test_any_case_has_a_market(case: Case) -> None:
    try:
        appraise(case)
    except CaseInvalid:
        with pytest.raises(CaseInvalid):
            market(case)
        return
    answer = market(case)
    assert SupplyMarket.model_validate_json(answer.to_json()) == answer
    for width in (40, 120):
        print_market(Console(file=io.StringIO(), width=width), case, answer, every_lot=True)
