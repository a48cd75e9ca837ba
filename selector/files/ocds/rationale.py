"""Why a bid is recommended, in words: what it comes to, and what was proven of the award it belongs to."""

from collections.abc import Sequence
from decimal import Decimal

from models import Accepted, Evaluation

_STATED_TO = Decimal("0.001")


def rationale(evaluation: Evaluation, rows: Sequence[Accepted], services: str, buyers: str, bidder: str) -> str:
    """The rationale of one award; ``rows`` are the lots that its bid wins."""
    cost = sum((row.cost for row in rows), Decimal(0))
    liability = sum((row.liability for row in rows), Decimal(0))
    points = [row.quality for row in rows]
    low, high = min(points), max(points)
    quality = _points(low) if low == high else f"{_points(low)} to {_points(high)}"
    return (
        f"Recommended to the board: {bidder} provides {services} for {buyers}. Whole-life cost {_pounds(cost)} (present"
        f" value), quality {quality} of 100, expected redundancy cost {_pounds(liability)} before redeployment."
        f" {_proof(evaluation)}"
    )


def _proof(evaluation: Evaluation) -> str:
    certificate = evaluation.certificate
    parts = [f"The award as a whole is {evaluation.status}"]
    if certificate.objective is not None:
        parts.append(f"objective {certificate.objective:f}")
    if certificate.bound is not None:
        parts.append(f"proven bound {certificate.bound:f}")
    if certificate.gap is not None:
        parts.append(f"gap {certificate.gap:.6%}")
    proof = f"{', '.join(parts)}; method: {certificate.method}; solver: {certificate.solver}."
    if evaluation.provenance.scenario is not None:
        proof += f" Scenario: {evaluation.provenance.scenario}."
    return f"{proof} Case SHA-256 {evaluation.provenance.case_sha256}."


def _pounds(amount: Decimal) -> str:
    return f"£{amount:,.2f}"


def _points(value: Decimal) -> str:
    return f"{value.quantize(_STATED_TO).normalize():f}"
