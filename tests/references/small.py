"""Small cases of one service, for tests that work their answer out by hand."""

import json
from typing import Any

from models import Case, read_case


def one_service(
    prices: dict[str, dict[str, Any]],
    *,
    bidders: list[dict[str, Any]] | None = None,
    population: int = 100_000,
    **changes: Any,
) -> Case:
    """A case of one year and one service ``it``: ``prices[bidder][buyer]`` is what a bidder asks a buyer for."""
    names = list(dict.fromkeys(buyer for offers in prices.values() for buyer in offers))
    document = {
        "format": 1,
        "name": "by hand",
        "date": "2013-04-01",
        "horizon": {"start": "2013-04-01", "years": 1},
        "buyers": [{"id": name, "name": name, "population": population} for name in names],
        "services": [{"id": "it", "name": "IT"}],
        "bidders": bidders or [{"id": name, "name": name, "kind": "private", "viability_floor": 0} for name in prices],
        "bids": [
            {"id": f"{bidder}/{buyer}", "bidder": bidder, "lots": [f"{buyer}:it"], "price": price}
            for bidder, offers in prices.items()
            for buyer, price in offers.items()
        ],
        **changes,
    }
    return read_case(json.dumps(document))
