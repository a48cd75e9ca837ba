"""Who bids to three boards, and for what."""

from typing import Any

from tests.verify.three_boards.offers import OFFERS

BIDDING: dict[str, Any] = {
    "bidders": [
        {
            "id": "csu",
            "name": "Northern CSU",
            "kind": "nhs_csu",
            "group": "Union",
            "overhead": "1000",
            "setup": {"hr": "500", "bi": "700"},
            "capacity": {"hr": 400_000, "bi": 400_000},
            "capacity_wte": 25,
            "viability_floor": 250_000,
        },
        {
            "id": "sister",
            "name": "Sister CSU",
            "kind": "nhs_csu",
            "group": "Union",
            "overhead": "100",
            "setup": {"hr": "250.50"},
            "capacity": {"hr": 500_000},
            "served_elsewhere": 250_000,
            "served_elsewhere_by_service": {"bi": 150_000},
        },
        {
            "id": "firm",
            "name": "Firm",
            "kind": "private",
            "overhead": "2000.05",
            "setup": {"hr": "300", "bi": "900"},
            "capacity": {"pr": 150_000},
            "viability_floor": 100_000,
        },
        {"id": "charity", "name": "Charity", "kind": "voluntary"},
        {"id": "own-s", "name": "South itself", "kind": "in_house", "buyer": "s"},
        {
            "id": "joint",
            "name": "Joint venture",
            "kind": "partnership",
            "viability_floor": 200_000,
            "partners": [{"bidder": "csu", "share": "0.5"}, {"bidder": "firm", "share": "0.5"}],
        },
    ],
    "bids": [
        {
            "id": offer.id,
            "bidder": offer.bidder,
            "lots": [offer.lot],
            "price": offer.price,
            "scores": {"fit": offer.fit, "safe": offer.safe},
            **dict(offer.extra),
        }
        for offer in OFFERS
        if offer.id != "in-house:hr-n"
    ],
}
