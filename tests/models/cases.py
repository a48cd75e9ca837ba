"""A small valid case with every table present, and edits of it by JSON pointer."""

import copy
import json
from collections.abc import Mapping
from typing import Any

NOTHING_OF_THE_BOARD: dict[str, Any] = {f"/{table}": [] for table in ("rules", "picks", "exclusions", "scenarios")}
"""Edits that leave the board without rules, picks, exclusions and scenarios, for tests of quite other bidders and lots."""

REMOVED = object()
"""The value that, given to ``edited``, takes a key or a row away."""

_CASE: dict[str, Any] = {
    "format": 1,
    "name": "Two boards",
    "notes": "Made up.",
    "currency": "GBP",
    "date": "2013-04-01",
    "horizon": {"start": "2013-04-01", "years": 3, "discount_rate": "0.035", "extended": True},
    "buyers": [
        {
            "id": "north",
            "name": "North",
            "kind": "ccg",
            "population": 200_000,
            "area": "Hills",
            "region": "Uplands",
            "lon": -2.5,
            "lat": 53.5,
            "budget": {"2013-14": "900000.00"},
            "liability_cap": "500000",
            "min_mean_quality": 40,
            "shortlist": ["hill-csu", "acme", "north-own", "alliance"],
            "preference": {"liability_weight": "0.5", "disruption_value": "100", "quality_value": "200.5"},
        },
        {"id": "south", "name": "South", "population": 150_000, "vetoes": ["acme"]},
    ],
    "services": [
        {
            "id": "hr",
            "name": "Human resources",
            "scale": "national",
            "shape": "plural",
            "quality_standard": 50,
            "benchmark": "1.5",
            "weight": "2",
            "floor": "1000",
            "floor_by_kind": {"private": "2000"},
            "min_providers": 2,
            "max_providers": 3,
            "min_quality": 30,
            "max_lots_per_bidder": 2,
            "outposts": {"Hills": "2.5"},
            "contiguity": {"of": "buyer", "within_km": "40"},
            "vat_recoverable": "0.5",
            "reprocurement_cost": "20000",
            "successor_years": "2.5",
        },
        {"id": "reports", "name": "Reports", "unit": "reports a year"},
    ],
    "lots": [
        {
            "id": "north-hr",
            "buyer": "north",
            "service": "hr",
            "incumbent": "hill-csu",
            "wte": "12.5",
            "required_wte": "6",
            "present_cost": "300000",
        },
        {
            "id": "south-hr",
            "buyer": "south",
            "service": "hr",
            "required": False,
            "in_house": {"cost": "250000", "quality": 55},
        },
        {
            "id": "north-reports",
            "buyer": "north",
            "service": "reports",
            "volume": "120",
            "min_quality": 20,
            "benchmark": "90000",
        },
    ],
    "bidders": [
        {
            "id": "hill-csu",
            "name": "Hill CSU",
            "kind": "nhs_csu",
            "group": "Hills",
            "tags": ["established"],
            "overhead": "10000",
            "setup": {"hr": "5000"},
            "capacity": {"hr": "400000"},
            "capacity_wte": "80",
            "viability_floor": 300_000,
            "served_elsewhere": 250_000,
            "served_elsewhere_by_service": {"hr": "1000"},
            "outpost_cost": {"hr": "30000"},
            "hosting": {"until": "2015-07-01", "becomes": "private", "transfer": "0.9"},
            "mobilisation": {"begins": "2013-01-15", "lots_a_month": "0.5", "wte_a_month": 10},
        },
        {"id": "acme", "name": "Acme", "kind": "private", "nhs": False, "partner_only": True},
        {"id": "north-own", "name": "North's own staff", "kind": "in_house", "buyer": "north"},
        {
            "id": "alliance",
            "name": "The alliance",
            "kind": "partnership",
            "partners": [{"bidder": "hill-csu", "share": "0.6"}, {"bidder": "acme", "share": "0.4"}],
        },
    ],
    "bids": [
        {
            "id": "b1",
            "bidder": "hill-csu",
            "lots": ["north-hr"],
            "price": "1.25",
            "price_basis": "head",
            "indexation": "-0.01",
            "prices": {"2014-15": "1.3"},
            "form": "contract",
            "start": "2013-10-01",
            "term_years": "1.5",
            "extension_years": 1,
            "extension_price": "1.2",
            "transition": "1000",
            "scores": {"method": 70, "cover": 65},
            "transfer": "0.9",
        },
        {
            "id": "b2",
            "bidder": "acme",
            "lots": ["south-hr"],
            "price": 0,
            "scores": {"method": 50},
            "marks": {"cover": {"ann": "6.5", "bob": 2}},
            "moderated": {"cover": {"mark": "4.5", "reason": "Bob had not seen the annex"}},
        },
        {"id": "b3", "bidder": "north-own", "lots": ["north-reports"], "price": "80000.5", "scores": {"method": 60}},
        {
            "id": "b4",
            "bidder": "hill-csu",
            "lots": ["north-hr", "south-hr"],
            "price": "400000",
            "scores": {"method": 70, "cover": 65},
            "exclusive_group": "hr",
        },
    ],
    "criteria": [
        {"id": "method", "name": "Method", "parent": "quality", "weight": "3", "minimum": 40},
        {"id": "cover", "name": "Cover", "parent": "quality", "services": ["hr"], "out_of": 10},
        {"id": "quality", "name": "Quality", "minimum": 30},
    ],
    "evaluators": [{"id": "ann", "name": "Ann"}, {"id": "bob", "name": "Bob"}],
    "marking": {"by": "median", "moderate_beyond": 25},
    "abnormally_low": {"below_mean": "0.4", "below_next": "0.25", "min_bidders": 3},
    "staff_groups": [
        {
            "id": "payroll",
            "name": "Payroll clerks",
            "lots": [{"lot": "north-hr", "share": "0.5"}, {"lot": "south-hr", "share": "0.5"}],
            "headcount": 10,
            "wte_per_head": "0.8",
            "salary": "24000",
            "service_years": "7.5",
            "continuous_weeks": 390,
        },
        {
            "id": "trainers",
            "employer": "hill-csu",
            "function": "hr",
            "place": "north",
            "headcount": 2,
            "salary": "30000",
            "service_years": 3,
        },
    ],
    "vacancies": [{"id": "trainer", "bidder": "hill-csu", "function": "hr", "wte": "1.5", "place": "south"}],
    "redeploy_within_km": "40",
    "vat": {"private": "0.2"},
    "discounts": [
        {
            "id": "by-people",
            "bidder": "hill-csu",
            "services": ["hr"],
            "by": "volume",
            "kind": "all_units",
            "tiers": [{"at_least": 0, "per_unit": "0.05"}, {"at_least": "300000", "per_unit": "0.1"}],
        },
        {
            "id": "by-spend",
            "bidder": "alliance",
            "tiers": [{"at_least": "1000.5", "rate": "0.02"}, {"at_least": 2000, "rate": "0.03"}],
        },
    ],
    "frameworks": [
        {"id": "lead", "name": "Lead providers", "services": ["reports"], "accredited": ["acme"], "min_competitors": 2}
    ],
    "joint_purchases": [
        {"id": "together", "name": "Together", "buyers": ["south"], "areas": ["Hills"], "services": ["hr"]}
    ],
    "max_lots_per_bidder": 4,
    "neighbours": [["north", "south"]],
    "transfer_terms": {"private": {"transfer": "0.25", "buyer_share": 1, "pension": "0.08"}},
    "liability_cap": "900000",
    "published": [
        {
            "figure": "redundancy_if_all_leave",
            "people": 100,
            "mean": "45000",
            "source": "An audit",
            "difference": "It counts other staff",
        }
    ],
    "rules": [
        {
            "id": "half",
            "name": "At most half",
            "because": "Others are to have a chance.",
            "active": False,
            "metric": "share_of_spend",
            "bidders": {
                "ids": ["acme"],
                "kinds": ["private"],
                "tags": ["established"],
                "groups": ["Hills"],
                "incumbents": True,
            },
            "each": True,
            "lots": {"services": ["hr"], "buyers": ["south"], "areas": ["Hills"], "regions": ["Uplands"]},
            "per": ["service", "area"],
            "sense": "at_most",
            "limit": "0.5",
            "penalty": "1000.5",
            "priority": 1,
        },
        {"id": "few", "metric": "winners", "sense": "exactly", "limit": 3},
    ],
    "picks": [{"id": "own", "bid": "in-house:south-hr", "reason": "The staff asked for it"}],
    "exclusions": [
        {"id": "late", "bid": "b4", "reason": "It came a day late"},
        {"id": "hills", "bidder": "alliance", "lots": {"areas": ["Hills"]}, "reason": "A partner sits on the board"},
    ],
    "scenarios": [
        {
            "id": "union",
            "name": "A union",
            "because": "What if they merge?",
            "patch": {"rules": {"half": {"active": True, "limit": 0.25}}, "picks": None},
            "mergers": [
                {
                    "bidders": ["hill-csu", "acme"],
                    "id": "union",
                    "name": "The union",
                    "prices": "mean",
                    "price_change": "-0.02",
                    "setup": "sum",
                    "overhead": "lead",
                }
            ],
        }
    ],
    "objective": {"mode": "money_valued", "quality_value": "1000", "disruption": "staff"},
    "options": {"gap": 0, "time_limit": 60},
}


def a_case() -> dict[str, Any]:
    """A fresh copy of the case, as JSON would hold it."""
    return copy.deepcopy(_CASE)


def edited(edits: Mapping[str, Any]) -> dict[str, Any]:
    """The case with a value put at (or, with ``REMOVED``, taken from) each JSON pointer; ``/-`` appends to a list."""
    document = a_case()
    for pointer, value in edits.items():
        *parents, last = pointer.removeprefix("/").split("/")
        here: Any = document
        for part in parents:
            here = here[int(part) if isinstance(here, list) else part]
        key: Any = int(last) if isinstance(here, list) and last != "-" else last
        if value is REMOVED:
            del here[key]
        elif key == "-":
            here.append(value)
        else:
            here[key] = value
    return document


def text_of(document: Any) -> str:
    """The document as JSON text."""
    return json.dumps(document)
