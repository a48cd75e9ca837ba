"""Who bids to the towns, and for what."""

from typing import Any

from tests.verify.towns.offers import OFFERS

BIDDING: dict[str, Any] = {
    "bidders": [
        {
            "id": "csu",
            "name": "CSU",
            "kind": "nhs_csu",
            "overhead": 1000,
            "setup": {"bi": 500},
            "outpost_cost": {"bi": 1000},
            "capacity_wte": 8,
            "viability_floor": 350_000,
        },
        {"id": "firm", "name": "Firm", "kind": "private", "setup": {"hr": 400}},
        {"id": "charity", "name": "Charity", "kind": "voluntary", "partner_only": True},
        {
            "id": "alliance",
            "name": "Alliance",
            "kind": "partnership",
            "partners": [{"bidder": "csu", "share": "0.25"}, {"bidder": "charity", "share": "0.5"}],
        },
        {
            "id": "club",
            "name": "Club",
            "kind": "partnership",
            "partners": [{"bidder": "firm", "share": "0.5"}, {"bidder": "charity", "share": "0.5"}],
        },
        {"id": "lone", "name": "Lone", "kind": "private", "overhead": 10, "viability_floor": 0},
        {"id": "own-d", "name": "Derwent itself", "kind": "in_house", "buyer": "d"},
    ],
    "bids": [
        {
            "id": offer.id,
            "bidder": offer.bidder,
            "lots": list(offer.costs),
            "price": offer.price,
            "scores": {"fit": offer.fit},
            **offer.extra,
        }
        for offer in OFFERS
    ],
    "criteria": [{"id": "fit", "name": "Fitness", "minimum": 40}],
    "discounts": [
        {
            "id": "bulk",
            "bidder": "firm",
            "services": ["hr"],
            "tiers": [
                {"at_least": 50_000, "rate": "0.02"},
                {"at_least": "100000.01", "rate": "0.05"},
                {"at_least": 200_000, "rate": "0.1"},
            ],
        },
        {
            "id": "reach",
            "bidder": "csu",
            "services": ["bi"],
            "by": "volume",
            "kind": "incremental",
            "tiers": [{"at_least": 100_000, "per_unit": "0.01"}, {"at_least": 250_000, "per_unit": "0.02"}],
        },
        {"id": "loyal", "bidder": "alliance", "by": "lots", "tiers": [{"at_least": 3, "per_unit": 500}]},
    ],
    "transfer_terms": {
        "nhs_csu": {"transfer": "0.8", "buyer_share": "0.5"},
        "partnership": {"transfer": "0.5", "buyer_share": "0.9"},
    },
}
