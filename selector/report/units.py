"""The units of totals."""

from collections.abc import Mapping

from models import Case
from selector.report.shown import Unit

_UNITS: Mapping[str, Unit] = {
    "cost": "£",
    "quality": "points",
    "liability": "£",
    "charges": "£",
    "discount": "£",
    "liability_buyers": "£",
    "redeployed": "£",
    "penalty": "£",
}


def disruption_unit(case: Case) -> Unit:
    """Of the disruption: lots that change supplier, or the WTE of their staff."""
    return "lots" if case.objective.disruption == "lots" else "WTE"


def unit_of_objective(case: Case, objective: str) -> Unit:
    """The unit of an objective, or of what a level of a certificate is about."""
    if objective in ("money_valued", "cost", "liability", "charges", "penalty"):
        return "£"
    if objective.startswith("priority"):
        return "share"
    return disruption_unit(case) if objective == "disruption" else "points"


def unit_of(case: Case, total: str) -> Unit:
    """The unit of a total."""
    return disruption_unit(case) if total == "disruption" else _UNITS[total]
