"""A case squeezed onto one of its awards: every limit there can be is stated, and is just what that award needs."""

import copy
import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.oracle.award import Award
from tests.oracle.figures import figures, mean
from tests.oracle.members import Member, members
from tests.oracle.reading import Document, read

_MUCH = 10**7


def tight(document: Document, award: Award) -> dict[str, Any]:
    """The case with each of its limits, stated or not, at what an award that it allows has."""
    full = _in_full(document)
    stated = members(full)
    own_quality = frozenset(row["id"] for row in full.get("lots") or () if row.get("min_quality") is not None)
    asked: dict[str, Fraction] = {}
    for name, figure in (*figures(read(full), own_quality, award), *_standards(full, award)):
        member = stated.get(name)
        if member is not None and figure is not None:
            before = asked.get(name, figure)
            asked[name] = max(before, figure) if member.up else min(before, figure)
    for name, figure in asked.items():
        _state(full, stated[name], figure)
    return full


def _standards(document: Document, award: Award) -> list[tuple[str, Fraction]]:
    """What each standard of quality may be: the least mean of a provider, or that of all."""
    found = []
    for row in document["services"]:
        providers = award.providers[row["id"]] if row.get("shape") == "plural" else ()
        means = [mean(award.won[bidder, row["id"]]) for bidder in providers]
        means = means or [mean(offer for offer in award.offers if offer.lot.service == row["id"])]
        found.append((f"quality_standard[{row['id']}]", min(means)))
    return found


def _in_full(document: Document) -> dict[str, Any]:
    """The case with every limit stated, where there is none so that nobody breaks it."""
    full: dict[str, Any] = copy.deepcopy(dict(document))
    services = [row["id"] for row in full["services"]]
    for row in full["services"]:
        _fill(row, dict.fromkeys(("floor", "min_providers", "min_quality", "quality_standard"), "0.001"))
        row["min_providers"] = row["min_providers"] if row["min_providers"] != "0.001" else 1
        _fill(row, {"max_providers": _MUCH // 10})
    for row in full["bidders"]:
        _fill(row.setdefault("capacity", {}), dict.fromkeys(services, _MUCH))
        _fill(row, {"capacity_wte": _MUCH})
    for row in full["buyers"]:
        _fill(row, {"min_mean_quality": "0.001", "liability_cap": _MUCH})
        start = int(full["horizon"]["start"][:4])
        years = [f"{year}-{(year + 1) % 100:02}" for year in range(start, start + full["horizon"]["years"])]
        _fill(row.setdefault("budget", {}), dict.fromkeys(years, _MUCH))
    _fill(full, {"liability_cap": _MUCH})
    return full


def _fill(row: dict[str, Any], values: dict[str, Any]) -> None:
    """State what is not stated, or so that it is none."""
    for key, value in values.items():
        if row.get(key) in (None, 0, "0"):
            row[key] = value


def _state(document: dict[str, Any], member: Member, figure: Fraction) -> None:
    *parents, last = member.path
    place: Any = document
    for part in parents:
        place = place[part]
    # Means may be stated more finely than a repair would move them.
    limit = Fraction(math.floor(figure * 10**6), 10**6) if "quality" in member.name else member.outward(figure)
    place[last] = int(limit) if member.step == 1 else f"{Decimal(limit.numerator) / limit.denominator:f}"
