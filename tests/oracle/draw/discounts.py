"""Discounts, whose tiers start where some choice of their bidder's bids has them start, exactly or nearly."""

import math
from collections.abc import Sequence
from fractions import Fraction

from tests.oracle.agreements import Discount
from tests.oracle.award import Award
from tests.oracle.discounts import in_scope, units
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.exact import exact
from tests.oracle.reading import lot_rows
from tests.oracle.tables import Case
from tests.oracle.worth import Worth, worths

_RATES = ("0", "0.02", "0.05", "0.1", "0.125", "0.2", "0.333333")
_PARTS = ("0", "0.05", "0.1", "0.25", "0.5", "1")
_SMALLEST = {"spend": Fraction(1, 100), "volume": Fraction(1, 1000), "lots": Fraction(1)}
_MILLIONTH = Fraction(1, 10**6)


def discounts(dice: Dice, case: Document, facts: Case, plan: Award) -> None:
    """Add discounts of one or two bidders, mostly of such as win in the plan."""
    if not dice.chance(0.5):
        return
    bidding = {bid["bidder"] for bid in case["bids"]}
    winners = sorted(bidding & plan.lots.keys())
    # A package may stand partly in scope: its bidder is a good one to look at.
    winners += sorted({bid["bidder"] for bid in case["bids"] if len(bid["lots"]) > 1})
    bidders = dice.sample(winners, min(len(winners), dice.choice((1, 1, 2)))) if dice.chance(0.8) else []
    bidders = list(dict.fromkeys(bidders)) or [dice.choice(sorted(bidding))]
    rows: list[Document] = []
    for bidder in bidders:
        services = dice.sample(list(facts.services), len(facts.services))
        cut = dice.randint(1, len(services))
        scopes: list[list[str] | None] = [None] if dice.chance(0.4) else [services[:cut]]
        if cut < len(services) and scopes != [None] and dice.chance(0.4):
            scopes.append(services[cut:])
        mine = [bid for bid in worths(facts).values() if bid.bidder.id == bidder]
        for scope in scopes:
            row = _discount(dice, facts, mine, plan, scope, alike=_alike(case, bidder, scope))
            if row is not None and not _takes_too_much(
                facts, mine, [one for one in rows if one["bidder"] == bidder], row
            ):
                rows.append({"id": f"d{len(rows)}", "bidder": bidder, **row})
    if rows:
        case["discounts"] = rows


def _takes_too_much(facts: Case, mine: Sequence[Worth], before: Sequence[Document], row: Document) -> bool:
    """Whether a discount might, with one before it, take more off a package than it asks for."""
    by_unit = any("per_unit" in tier for one in (*before, row) for tier in one["tiers"])
    return by_unit and any(
        {offer.lot.service for offer in bid.offers} & set(one.get("services", facts.services))
        and {offer.lot.service for offer in bid.offers} & set(row.get("services", facts.services))
        for bid in mine
        for one in before
    )


def _discount(
    dice: Dice, facts: Case, mine: Sequence[Worth], plan: Award, services: list[str] | None, *, alike: bool
) -> Document | None:
    by, kind = dice.choice(("spend", "spend", "volume", "lots")), dice.choice(("all_units", "incremental"))
    counted = {facts.services[name].unit for name in services or facts.services}
    by = "spend" if by == "volume" and len(counted) > 1 else by
    if not alike:
        kind = "all_units"
    per_unit = by != "spend" and (kind == "incremental" or dice.chance(0.5))
    scope = None if services is None else frozenset(services)
    shell = Discount("", "", scope, by, incremental=kind == "incremental", per_unit=per_unit, tiers=())
    most = _most_per_unit(facts, shell, mine)
    starts = _starts(dice, shell, mine, plan)
    if not starts or most is None or (per_unit and not most):
        return None
    offs = [Fraction(dice.choice(_PARTS)) * most if per_unit else Fraction(dice.choice(_RATES)) for _ in starts]
    if dice.chance(0.85):
        offs.sort()
    field = "per_unit" if per_unit else "rate"
    row: Document = {} if services is None else {"services": services}
    if by != "spend" or dice.chance(0.5):
        row["by"] = by
    if kind != "all_units" or dice.chance(0.5):
        row["kind"] = kind
    return row | {
        "tiers": [
            {"at_least": dice.number(start), field: dice.number(math.floor(off / _MILLIONTH) * _MILLIONTH)}
            for start, off in zip(starts, offs, strict=True)
        ]
    }


def _most_per_unit(facts: Case, shell: Discount, mine: Sequence[Worth]) -> Fraction | None:
    """What may be taken off a unit, so that no bid is worth less than nothing; None where no bid counts."""
    most = []
    for bid in mine:
        counted = units(shell, in_scope(shell, bid))
        if counted:
            stated = facts.bids[bid.id]
            people = sum(facts.buyers[name].people for name in {offer.lot.buyer for offer in bid.offers})
            prices = [stated.price, *stated.prices.values()]
            prices += [] if stated.extension_price is None else [stated.extension_price]
            fallen = min(Fraction(1), (1 + stated.indexation) ** (facts.horizon.years - 1))
            most.append(min(prices) * fallen * (people if stated.per_head else 1) / counted)
    return min(most, default=None)


def _alike(case: Document, bidder: str, services: list[str] | None) -> bool:
    """Whether the bidder's bids with lots of the services run alike, so that a discount on them may be incremental."""
    service_of = {lot["id"]: lot["service"] for lot in lot_rows(case)}
    within = [
        bid
        for bid in case["bids"]
        if bid["bidder"] == bidder and any(services is None or service_of[lot] in services for lot in bid["lots"])
    ]
    runs = {(bid.get("start"), exact(bid.get("indexation", 0))) for bid in within}
    return len(runs) <= 1 and not any("prices" in bid or "extension_price" in bid for bid in within)


def _starts(dice: Dice, shell: Discount, mine: Sequence[Worth], plan: Award) -> list[Fraction]:
    """Starts at, just above or well below what the plan, or another choice of bids, comes to; the first maybe 0."""
    ids = {bid.id for bid in mine}
    choices = [[bid for bid in plan.bids if bid.id in ids]] * 2
    choices += [_disjoint(dice, mine) for _ in range(4)]
    reached = [units(shell, [offer for bid in bids for offer in in_scope(shell, bid)]) for bids in choices]
    step, starts = _SMALLEST[shell.by], set[Fraction]()
    for quantity in dice.sample([quantity for quantity in reached if quantity], min(3, sum(map(bool, reached)))):
        near = dice.choice((quantity, quantity, quantity, quantity + step, quantity - step, quantity / 2))
        starts.add(math.ceil(near / step) * step)
        if dice.chance(0.3):
            break
    if starts and dice.chance(0.25):
        starts.add(Fraction(0))
    return sorted(starts)


def _disjoint(dice: Dice, mine: Sequence[Worth]) -> list[Worth]:
    """Some bids of which no two are for one lot."""
    chosen: list[Worth] = []
    for bid in dice.sample(mine, len(mine)):
        if not {lot for other in chosen for lot in other.lots} & set(bid.lots) and dice.chance(0.7):
            chosen.append(bid)
    return chosen
