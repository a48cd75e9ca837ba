"""Small random cases in which weights matter: what awards differ by in one objective is about what they do in another."""

from fractions import Fraction
from typing import Any

from tests.oracle.board_case import board_case
from tests.oracle.draw.packages import covering
from tests.oracle.enumerate import awards
from tests.oracle.objectives import Candidate, candidate
from tests.oracle.random_case import random_case
from tests.oracle.reading import read
from tests.oracle.rows import broken

Document = dict[str, Any]
_LEAST, _MOST = 5, 200
_FORMULAS = ("lowest_over_price", "lowest_to_highest", "to_the_mean")


def weighty_case(seed: int) -> Document:
    """A valid case document of several awards with an objective in money, or in one of four of scores; the same for the same seed."""
    number = 1000 * (seed + 1)
    while True:
        document = (board_case if seed % 2 else random_case)(number) | {"objective": {"mode": "money_valued"}}
        number += 1
        if not _LEAST <= covering(document) <= _MOST:
            continue
        case = read(document)
        held = [candidate(case, award) for award in awards(case) if next(broken(case, award), None) is None]
        spreads = (
            [_spread(held, name) for name in ("cost", "liability", "disruption", "quality")] if held else [Fraction(0)]
        )
        if len(held) >= _LEAST and all(spreads[:2]) and spreads[3]:
            return document | {"objective": _objective(seed, spreads)}


def _spread(held: list[Candidate], name: str) -> Fraction:
    figures = [Fraction(getattr(each.totals, name)) for each in held]
    return (max(figures) - min(figures)) / (100 if name in ("cost", "liability") else 1)


def _objective(seed: int, spreads: list[Fraction]) -> Document:
    cost, liability, disruption, quality = spreads
    if seed % 4 == 3:
        return {
            "mode": "ratio",
            "formula": _FORMULAS[seed // 4 % 3],
            "price_weight": 20 + 10 * (seed % 7),
            "quality_weight": 40,
        }
    lean = Fraction(1 + seed % 3, 2)
    found: Document = {
        "mode": "money_valued",
        "liability_weight": f"{float(min(cost / liability * lean, Fraction(999))):.6f}",
        "quality_value": f"{float(cost / quality / lean):.2f}",
    }
    if seed % 4 == 2 and disruption:
        found["disruption_value"] = f"{float(cost / disruption):.2f}"
    return found
