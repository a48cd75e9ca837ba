"""What three boards buy."""

from typing import Any

TENDERED: dict[str, Any] = {
    "buyers": [
        {
            "id": "n",
            "name": "North",
            "population": 100_000,
            "budget": {"2013-14": "135000", "2014-15": "180000"},
            "shortlist": ["csu", "firm", "sister", "joint"],
        },
        {"id": "s", "name": "South", "population": 200_000, "liability_cap": "40000"},
        {"id": "e", "name": "East", "population": 300_000, "min_mean_quality": 65, "vetoes": ["joint"]},
    ],
    "services": [
        {"id": "hr", "name": "Human resources", "max_providers": 2},
        {
            "id": "bi",
            "name": "Business intelligence",
            "scale": "national",
            "shape": "plural",
            "weight": 2,
            "floor": 250_000,
            "floor_by_kind": {"voluntary": 50_000},
            "quality_standard": 60,
        },
        {"id": "it", "name": "Desktops", "scale": "national", "shape": "network", "unit": "desks", "min_providers": 2},
        {"id": "pr", "name": "Procurement", "shape": "single", "quality_standard": 70},
    ],
    "lots": [
        {
            "id": "hr-n",
            "buyer": "n",
            "service": "hr",
            "required": False,
            "in_house": {"cost": "60000", "quality": "55.1234"},
            "incumbent": "csu",
            "wte": 4,
            "min_quality": "55.123",
        },
        {"id": "hr-s", "buyer": "s", "service": "hr", "incumbent": "own-s", "wte": 2},
        {"id": "hr-e", "buyer": "e", "service": "hr", "wte": 6},
        {"id": "bi-n", "buyer": "n", "service": "bi"},
        {"id": "bi-s", "buyer": "s", "service": "bi", "incumbent": "firm"},
        {"id": "bi-e", "buyer": "e", "service": "bi", "incumbent": "csu"},
        {"id": "it-n", "buyer": "n", "service": "it", "volume": 50, "wte": 5},
        {"id": "it-s", "buyer": "s", "service": "it", "volume": "120.5", "incumbent": "csu"},
        {"id": "pr-n", "buyer": "n", "service": "pr", "wte": 2},
        {"id": "pr-s", "buyer": "s", "service": "pr", "incumbent": "csu"},
    ],
}
