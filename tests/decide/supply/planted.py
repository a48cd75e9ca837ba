"""A case whose bids, and all that bidders offer beside them, are of figures that stand nowhere else."""

import json
from typing import Any

from models import Case, read_case
from tests.references.tender import offer, supplier, tender

# As they begin, whichever way they are rounded.
PLANTED = (
    "91827", "81726", "71615", "61504", "51493", "41382", "31271", "21169", "11058", "92929", "63.91", "52.83", "88.12",
    "44.37", "0.0717", "606060", "777123", "71.717", "818181", "1.375", "0.1234", "95959",
)  # fmt: skip
IN_PER_CENT = ("7.17", "12.34")


def planted() -> Case:
    """The case."""
    more: dict[str, Any] = {
        "setup": {"it": "71615.11"},
        "overhead": "61504.22",
        "capacity": {"it": 777123},
        "capacity_wte": "71.717",
        "served_elsewhere": 818181,
        "served_elsewhere_by_service": {"it": 929291},
    }
    case = tender(
        {"north": 100_000, "south": 250_000},
        [{"id": "it", "name": "IT", "outposts": {"Upland": 2}}, {"id": "hr", "name": "HR", "benchmark": "1.10"}],
        [
            offer(
                "acme/it", "91827.36", "north:it", "south:it", scores={"q": "63.917"}, transition="81726.45",
                term_years="1.375", extension_years=1, extension_price="51493.33", transfer="0.1234",
            ),
            offer("brook/it", "41382.77", "north:it", marks={"q": {"ann": "52.833"}}),
            offer("brook/hr", "0.31271", "north:hr", price_basis="head", scores={"q": "44.371"}),
            offer("acme/hr", "21169.88", "north:hr", "south:hr", scores={"q": "63.917"}, prices={"2013-14": "95959.59"}),
        ],
        bidders=[supplier("acme", **more, outpost_cost={"it": "11058.99"}), supplier("brook")],
        in_house={"south:it": "92929.29"},
        places={"north": {"area": "Upland", "budget": {"2013-14": 700_000}}},
        criteria=[{"id": "q", "name": "Quality"}],
        evaluators=[{"id": "ann", "name": "Ann"}],
        discounts=[{"id": "d", "bidder": "acme", "tiers": [{"at_least": 606060, "rate": "0.0717"}]}],
        exclusions=[{"id": "out", "bid": "brook/it", "reason": "at 41382.77 it is too dear"}],
        picks=[{"id": "in", "bid": "acme/hr", "reason": "the 21169.88 of acme"}],
        notes="Acme asks 91827.36.",
        rules=[
            {"id": "acme", "name": "Acme at 91827.36", "metric": "lots", "bidders": {"ids": ["acme"]}, "sense": "at_most", "limit": 3},
            {"id": "all", "name": "Nobody has it all", "metric": "lots", "sense": "at_most", "limit": 4, "each": True},
        ],
        staff_groups=[{"id": "g", "lots": [{"lot": "north:it"}], "headcount": 3, "salary": 20000, "service_years": 5}],
    )  # fmt: skip
    document = json.loads(case.canonical_json())
    (optional,) = [lot for lot in document["lots"] if "in_house" in lot]
    optional["in_house"]["quality"] = "88.123"
    return read_case(json.dumps(document))
