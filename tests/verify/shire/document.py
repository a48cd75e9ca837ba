"""A shire whose staff are at stake: bids that start later, end early and change their VAT, and posts for the displaced."""

from typing import Any

TENDERED: dict[str, Any] = {
    "buyers": [
        {
            "id": "x",
            "name": "Xton",
            "population": 100_000,
            "lat": 53,
            "lon": -2,
            "budget": {"2013-14": "25625.00", "2014-15": "23975.00"},
        },
        {"id": "y", "name": "Yford", "population": 200_000, "lat": 53.2, "lon": -2},  # 22 km to the north
        {"id": "z", "name": "Zham", "population": 50_000, "lat": 54, "lon": -2},  # 89 km farther
    ],
    "services": [
        {
            "id": "hr",
            "name": "Human resources",
            "scale": "national",
            "vat_recoverable": "0.5",
            "reprocurement_cost": 1000,
            "successor_years": 1,
        },
        {"id": "it", "name": "Desktops", "scale": "national"},
    ],
    "lots": [
        {"id": "hr-x", "buyer": "x", "service": "hr", "incumbent": "old", "present_cost": 12_000},
        {"id": "hr-y", "buyer": "y", "service": "hr", "incumbent": "old", "present_cost": 24_000},
        {"id": "it-x", "buyer": "x", "service": "it"},
        {"id": "it-y", "buyer": "y", "service": "it", "incumbent": "own-y", "required_wte": 3},
    ],
}

BIDDING: dict[str, Any] = {
    "bidders": [
        {"id": "old", "name": "Old unit", "kind": "nhs_csu"},
        {
            "id": "unit",
            "name": "Unit",
            "kind": "nhs_csu",
            "overhead": 100,
            "setup": {"hr": 500},
            "hosting": {"until": "2014-10-01", "becomes": "voluntary", "transfer": "0.75"},
            # A whole month until 1 July, and not yet another.
            "mobilisation": {"begins": "2013-05-02", "lots_a_month": 2, "wte_a_month": 6},
        },
        {"id": "firm", "name": "Firm", "kind": "private"},
        {"id": "own-y", "name": "Yford itself", "kind": "in_house", "buyer": "y"},
    ],
    "bids": [
        {
            "id": "unit-hr",
            "bidder": "unit",
            "lots": ["hr-x", "hr-y"],
            "price": 30_000,
            "indexation": "0.1",
            "start": "2013-07-01",
            "term_years": "1.5",
            "transition": 300,
            "transfer": "0.5",
        },
        {
            "id": "firm-it-x",
            "bidder": "firm",
            "lots": ["it-x"],
            "price": "0.10",
            "price_basis": "head",
            "prices": {"2014-15": "0.08"},
            "term_years": "0.5",
            "extension_years": "0.5",
            "extension_price": "0.12",
        },
        {"id": "own-it-y", "bidder": "own-y", "lots": ["it-y"], "price": 5000},
    ],
    "discounts": [{"id": "off", "bidder": "unit", "tiers": [{"at_least": 30_000, "rate": "0.1"}]}],
    "vat": {"private": "0.2", "voluntary": "0.2"},
    "transfer_terms": {"private": {"transfer": "0.5", "buyer_share": "0.6", "pension": "0.1"}},
}

_OFFICE = {"function": "office", "place": "x"}
STAFF: dict[str, Any] = {
    "staff_groups": [
        # By people: 2 of them for Xton, 4 for Yford.
        {"id": "clerks", "employer": "old", "headcount": 6, "salary": 18_250, "service_years": "3.75", **_OFFICE},
        {
            "id": "desk",
            "lots": [{"lot": "it-x"}],
            "headcount": 2,
            "wte_per_head": "0.5",
            "salary": 36_500,
            "service_years": 5,
            **_OFFICE,
        },
        {
            "id": "yard",
            "lots": [{"lot": "it-y"}],
            "headcount": 4,
            "salary": 36_500,
            "service_years": 10,
            "function": "office",
            "place": "y",
        },
        {
            "id": "porters",
            "lots": [{"lot": "it-y"}],
            "headcount": 0,
            "salary": 1,
            "service_years": 1,
            "function": "estates",
        },
    ],
    "vacancies": [
        {"id": "post-x", "bidder": "unit", "function": "office", "wte": "1.25", "place": "x"},
        {"id": "post-y", "bidder": "unit", "function": "office", "wte": "0.8", "place": "y"},
        {"id": "post-old", "bidder": "old", "function": "office", "wte": 5, "place": "x"},
        {"id": "estates-y", "bidder": "unit", "function": "estates", "wte": 2, "place": "y"},
        {"id": "post-z", "bidder": "unit", "function": "office", "wte": 3, "place": "z"},
    ],
    "redeploy_within_km": 30,
}

DOCUMENT: dict[str, Any] = {
    "format": 1,
    "name": "Shire",
    "date": "2013-04-01",
    "horizon": {"start": "2013-04-01", "years": 2, "discount_rate": "0.25", "extended": True},
    **TENDERED,
    **BIDDING,
    **STAFF,
    "objective": {"mode": "money_valued", "liability_weight": "0.5"},
}
