"""What a bid asks over its term, against sums by hand."""

from decimal import Decimal
from typing import Any

import pytest

from models import Case
from models.read import case_of
from selector.files.ocds.list_value import list_value


def _case(bid: dict[str, Any]) -> Case:
    return case_of(
        {
            "format": 1,
            "name": "One bid",
            "date": "2014-04-01",
            "horizon": {"start": "2014-04-01", "years": 3},
            "buyers": [{"id": "a", "name": "A", "population": 1000}, {"id": "b", "name": "B", "population": 500}],
            "services": [{"id": "s", "name": "S"}],
            "lots": [{"id": name, "buyer": name, "service": "s", "present_cost": "1.00"} for name in ("a", "b")],
            "bidders": [{"id": "x", "name": "X", "kind": "private"}],
            "bids": [{"id": "1", "bidder": "x", "lots": ["a", "b"]} | bid],
        }
    )


@pytest.mark.parametrize(
    ("bid", "value"),
    [
        ({"price": "100.004"}, "300.00"),  # a yearly price is rounded to a penny
        ({"price": "100", "term_years": "1.5"}, "150.00"),
        ({"price": "100", "term_years": "5"}, "500.00"),
        ({"price": "100", "start": "2014-10-01"}, "250.00"),
        ({"price": "1.5", "price_basis": "head"}, "6750.00"),
        ({"price": "100", "indexation": "0.1"}, "331.00"),  # 100 + 110 + 121
        ({"price": "100", "indexation": "0.1", "start": "2014-10-01", "term_years": "1"}, "105.00"),
        ({"price": "100", "prices": {"2015-16": "40"}}, "240.00"),
        ({"price": "100", "term_years": "1", "extension_years": "1"}, "100.00"),
        ({"price": "0"}, "0.00"),
    ],
)
def test_value(bid: dict[str, Any], value: str) -> None:
    case = _case(bid)
    assert list_value(case.horizon, case.bids[0], 1500) == Decimal(value)
