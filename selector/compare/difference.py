"""By how much an award under a scenario differs from that of the baseline, and how much of it is proven."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from models import (
    Accepted,
    Case,
    Certificate,
    Difference,
    Evaluation,
    Handover,
    Level,
    MoneyValued,
    TotalDifference,
    Totals,
)

_POUNDS = ("cost", "liability", "charges", "discount", "penalty")
_TOTALS = ("cost", "quality", "liability", "disruption", "charges", "discount", "penalty")
_HIGHER_IS_BETTER = frozenset({"quality", "score"})


@dataclass(frozen=True)
class Found:
    """The outcome of a scenario, with the case as it is under it."""

    case: Case
    evaluation: Evaluation


def totals_differences(found: Found, base: Found) -> Iterator[TotalDifference]:
    """Each total of an award less that of the baseline's; none where one of them has no award."""
    now, before = found.evaluation.totals, base.evaluation.totals
    if now is None or before is None:
        return
    left = {name: _open(found, name) + _open(base, name) for name in _TOTALS}
    for name in _TOTALS:
        difference = _total(now, name) - _total(before, name)
        yield TotalDifference(
            total=name,
            difference=difference,
            proven=left[name] == 0 or abs(difference) > left[name],
        )


def objective_difference(found: Found, base: Found) -> Difference | None:
    """The best of the board's objective less that of the baseline, as far as it is proven what the two are."""
    now, before = _board_level(found.evaluation.certificate), _board_level(base.evaluation.certificate)
    if now is None or before is None or found.case.objective != base.case.objective:
        return None
    (least, most), (base_least, base_most) = _ends(now), _ends(before)
    return Difference(
        objective=now.objective,
        at_least=None if least is None or base_most is None else least - base_most,
        at_most=None if most is None or base_least is None else most - base_least,
    )


def handovers(found: Found, base: Found, became: Mapping[str, str]) -> Iterator[Handover]:
    """The lots that another bidder wins than in the baseline; ``became`` says as what bidders that merge go on."""

    def now(bidder: str) -> str:
        return became.get(bidder, bidder)

    before: Mapping[str, Accepted] = {row.lot: row for row in base.evaluation.awards}
    for row in found.evaluation.awards:
        other = before.get(row.lot)
        if other is not None and now(other.bidder) != now(row.bidder):
            yield Handover(
                lot=row.lot,
                buyer=row.buyer,
                service=row.service,
                from_bid=other.bid,
                from_bidder=other.bidder,
                to_bid=row.bid,
                to_bidder=row.bidder,
            )


def _total(totals: Totals, name: str) -> Decimal:
    value: Decimal = getattr(totals, name)
    return value


def _open(found: Found, name: str) -> Decimal:
    """How much of a total may be due to the search having ended where it did: 0 where the award is proven the best."""
    certificate = found.evaluation.certificate
    if not certificate.levels:
        return Decimal("Infinity")
    if certificate.ties != "not_examined" or all(level.best == level.bound for level in certificate.levels):
        return Decimal(0)
    for level in certificate.levels:
        left = Decimal("Infinity") if level.bound is None else abs(level.best - level.bound)
        if level.objective == name:
            return left
        if left:
            break
    objective = found.case.objective
    if not isinstance(objective, MoneyValued) or level.objective != "money_valued":
        return Decimal("Infinity")
    weights = {
        "quality": objective.quality_value,
        "disruption": objective.disruption_value,
        "liability": objective.liability_weight,
        **dict.fromkeys((each for each in _POUNDS if each != "liability"), Decimal(1)),
    }
    return left / weights[name] if weights[name] else Decimal("Infinity")


def _board_level(certificate: Certificate) -> Level | None:
    """The first level after any priorities; None where one of these is open, and with it what comes after."""
    for level in certificate.levels:
        if not level.objective.startswith("priority "):
            return level
        if level.best != level.bound:
            return None
    return None


def _ends(level: Level) -> tuple[Decimal | None, Decimal | None]:
    """Between which two figures the best possible lies."""
    ends = (level.bound, level.best)
    return (ends[1], ends[0]) if level.objective in _HIGHER_IS_BETTER else ends
