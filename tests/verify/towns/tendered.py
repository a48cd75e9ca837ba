"""What the towns buy."""

from typing import Any

TENDERED: dict[str, Any] = {
    "buyers": [
        {"id": "a", "name": "Ashby", "population": 100_000, "area": "West"},
        {"id": "b", "name": "Barton", "population": 200_000, "area": "West", "budget": {"2013-14": "66666.67"}},
        {"id": "c", "name": "Corby", "population": 300_000, "area": "Mid"},
        {"id": "d", "name": "Derwent", "population": 400_000, "area": "East"},
        {"id": "n", "name": "National Board", "kind": "national_board", "population": 1_000_000},
    ],
    "services": [
        {"id": "hr", "name": "Human resources", "max_lots_per_bidder": 2},
        {
            "id": "bi",
            "name": "Business intelligence",
            "scale": "national",
            "outposts": {"West": 2, "East": "3.5"},
            "contiguity": {"of": "area"},
        },
        {"id": "it", "name": "Desktops", "scale": "national", "unit": "desks"},
        {"id": "pr", "name": "Procurement"},
    ],
    "lots": [
        {"id": "hr-a", "buyer": "a", "service": "hr", "wte": 1},
        {"id": "hr-b", "buyer": "b", "service": "hr", "wte": 1},
        {"id": "hr-c", "buyer": "c", "service": "hr", "wte": 1, "incumbent": "charity"},
        {"id": "hr-d", "buyer": "d", "service": "hr", "wte": 1},
        {"id": "bi-a", "buyer": "a", "service": "bi", "wte": 1},
        {"id": "bi-c", "buyer": "c", "service": "bi", "wte": 1},
        {"id": "bi-d", "buyer": "d", "service": "bi", "wte": 1},
        {"id": "it-a", "buyer": "a", "service": "it", "volume": 50, "wte": 2},
        {"id": "it-c", "buyer": "c", "service": "it", "volume": 30, "wte": 2},
        {"id": "pr-d", "buyer": "d", "service": "pr", "wte": 1},
        {"id": "pr-n", "buyer": "n", "service": "pr", "wte": "0.5", "min_quality": 50},
    ],
    "staff_groups": [{"id": "mid", "lots": [{"lot": "hr-c"}], "headcount": 4, "salary": "36500", "service_years": 10}],
    "neighbours": [["West", "Mid"], ["East", "Mid"]],
    "joint_purchases": [{"id": "west", "name": "The West", "areas": ["West"]}],
    "frameworks": [
        {
            "id": "buying",
            "name": "the buying framework",
            "services": ["pr"],
            "accredited": ["csu", "firm", "alliance"],
            "min_competitors": 2,
        }
    ],
    "max_lots_per_bidder": 4,
}
