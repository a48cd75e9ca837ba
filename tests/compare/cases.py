"""A small tender with scenarios whose awards are worked out by hand."""

from typing import Any

from models import Case
from tests.references.tender import Row, offer, supplier, tender

PEOPLE = {"north": 200_000, "south": 100_000}
BIDDERS = [
    supplier("csu", "nhs_csu"),
    supplier("firm"),
    supplier("duo", "partnership", partners=[{"bidder": "csu", "share": "0.5"}]),
]
BIDS = [
    offer("csu/n", 100, "north:it", scores={"q": 50}),
    offer("csu/s", 100, "south:it", scores={"q": 50}),
    offer("firm/n", 80, "north:it", scores={"q": 40}),
    offer("firm/s", 90, "south:it", scores={"q": 80}),
    offer("duo/s", 120, "south:it", scores={"q": 90}),
]


def board(*scenarios: Row, **changes: Any) -> Case:
    """Two buyers of one service: the firm is the cheapest for both, and the unit has both today.

    Firm, firm: 170. Unit, unit: 200. Firm for North, the partnership for South: 200, and the best quality that North's
    cheaper bid allows.
    """
    stated: dict[str, Any] = {
        "criteria": [{"id": "q", "name": "Q"}],
        "lots": [
            {"id": f"{name}:it", "buyer": name, "service": "it", "incumbent": "csu", "volume": people}
            for name, people in PEOPLE.items()
        ],
        "scenarios": list(scenarios),
    }
    return tender(PEOPLE, ["it"], BIDS, bidders=BIDDERS, **stated | changes)


DEARER: Row = {"id": "dearer", "name": "Dearer firm", "patch": {"bids": {"firm/n": {"price": 130}}}}
CLASH: Row = {
    "id": "clash",
    "name": "Clash",
    "patch": {"buyers": {"north": {"vetoes": ["csu", "firm"]}}},
}
FAULTY: Row = {"id": "faulty", "name": "Faulty", "patch": {"bidders": {"firm": None}}}
ONE: Row = {"id": "one", "name": "One", "mergers": [{"bidders": ["csu", "firm"], "id": "both"}]}
