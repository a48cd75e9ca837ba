"""Awards put together by adding literals up: with honest totals, so that they are only wrong where they are meant to be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models import (
    Accepted,
    BuyerAccount,
    Case,
    Certificate,
    EarnedDiscount,
    Evaluation,
    Level,
    Outpost,
    Provenance,
    Provider,
    Redeployed,
    StaffOutcome,
    Totals,
)

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Row:
    """One lot with the bid that wins it, and what that is worth by hand."""

    lot: str
    buyer: str
    service: str
    volume: str
    weight: int
    bid: str
    bidder: str
    cost: str
    quality: str
    liability: str = "0.00"
    buyers: str = "0.00"
    disruption: str = "0"
    yearly: str = "0.00"
    """What it costs in each year."""

    @property
    def accepted(self) -> Accepted:
        return Accepted(
            lot=self.lot,
            buyer=self.buyer,
            service=self.service,
            bid=self.bid,
            bidder=self.bidder,
            cost=Decimal(self.cost),
            quality=Decimal(self.quality),
            liability=Decimal(self.liability),
        )


@dataclass(frozen=True)
class Charges:
    """Once for each (bidder, service) provided, and once for each bidder that wins."""

    setup: Mapping[tuple[str, str], str]
    overhead: Mapping[str, str]

    def of(self, rows: Sequence[Row]) -> Decimal:
        provided = {(row.bidder, row.service) for row in rows}
        setup = sum((Decimal(self.setup.get(pair, "0.00")) for pair in provided), NOTHING)
        return setup + sum(Decimal(self.overhead.get(bidder, "0.00")) for bidder in {row.bidder for row in rows})


def by_hand(
    case: Case,
    rows: Sequence[Row],
    charges: Charges,
    value: Callable[[Totals, Decimal], Decimal],
    *,
    weights: int,
    discounts: Sequence[EarnedDiscount] = (),
    outposts: Sequence[Outpost] = (),
    moves: Sequence[Redeployed] = (),
    saved: Decimal = NOTHING,
    staff: StaffOutcome | None = None,
    buyers: Sequence[BuyerAccount] = (),
) -> Evaluation:
    """An award proven to a penny. ``value`` is that of its totals and of the sum of weight x quality over its lots.

    ``saved`` is what ``moves`` save. Where ``buyers`` are not stated each year costs what the rows cost yearly.
    """
    points = sum((row.weight * Decimal(row.quality) for row in rows), Decimal(0))
    charged = charges.of(rows) + sum(outpost.cost for outpost in outposts)
    discount = sum((discount.amount for discount in discounts), NOTHING)
    totals = Totals(
        cost=sum((Decimal(row.cost) for row in rows), charged) - discount,
        quality=round(points / weights, 6),
        liability=sum((Decimal(row.liability) for row in rows), NOTHING) - saved,
        disruption=sum((Decimal(row.disruption) for row in rows), Decimal(0)),
        charges=charged,
        discount=discount,
        liability_buyers=sum((Decimal(row.buyers) for row in rows), NOTHING),
        redeployed=saved,
    )
    return Evaluation(
        status="optimal",
        name=case.name,
        certificate=_proven(value(totals, points).quantize(Decimal("0.01"))),
        totals=totals,
        awards=tuple(row.accepted for row in rows),
        providers=_providers(rows),
        discounts=tuple(discounts),
        outposts=tuple(outposts),
        moves=tuple(moves),
        staff=staff,
        buyers=tuple(buyers) or _buyers(case, rows),
        provenance=Provenance(case_sha256=case.sha256, version="0", options={}),
    )


def _proven(objective: Decimal) -> Certificate:
    return Certificate(
        objective=objective,
        bound=objective,
        gap=0.0,
        gap_pounds=NOTHING,
        seconds=0.1,
        solver="by hand",
        method="by hand",
        levels=(Level(objective="money_valued", value=objective, best=objective, bound=objective, gap=0.0),),
        feasibility_tolerance=0.0,
        integrality_tolerance=0.0,
    )


def _buyers(case: Case, rows: Sequence[Row]) -> tuple[BuyerAccount, ...]:
    accounts = []
    for buyer in case.buyers:
        own = [row for row in rows if row.buyer == buyer.id]
        yearly = sum((Decimal(row.yearly) for row in own), NOTHING)
        liability = sum((Decimal(row.buyers) for row in own), NOTHING)
        years = dict.fromkeys(case.horizon.financial_years, yearly)
        accounts.append(BuyerAccount(buyer=buyer.id, years=years, liability=liability))
    return tuple(accounts)


def _providers(rows: Sequence[Row]) -> tuple[Provider, ...]:
    volumes: dict[tuple[str, str], list[Decimal]] = {}
    for row in rows:
        volumes.setdefault((row.bidder, row.service), []).append(Decimal(row.volume))
    return tuple(
        Provider(bidder=bidder, service=service, lots=len(each), volume=sum(each, Decimal(0)))
        for (bidder, service), each in volumes.items()
    )
