"""An award weighed: its rows, its providers and its totals, from the arrays of its case."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import (
    Accepted,
    BuyerAccount,
    Case,
    Disqualified,
    EarnedDiscount,
    LowBid,
    Outpost,
    Provider,
    Redeployed,
    StaffOutcome,
    Totals,
)
from selector.appraise import Appraisal, Discount, Moves, displaced, most_saving, saving, staff_outcome
from selector.appraise.abnormally_low import abnormally_low
from selector.appraise.disqualified import disqualified
from selector.appraise.rounding import half_up

Ints = NDArray[np.int64]
_DECIMALS = {"spend": 2, "volume": 3, "lots": 0}


@dataclass(frozen=True)
class Weighing:
    """The accepted ``bids``, as positions in the appraisal, and what they come to."""

    case: Case
    appraisal: Appraisal
    bids: Ints

    @cached_property
    def _won(self) -> Ints:
        """Positions of the pairs that won, in the order of their lots."""
        bids = self.appraisal.bids
        won = np.flatnonzero(np.isin(bids.pair_bid, self.bids))
        return won[np.argsort(bids.pair_lot[won], kind="stable")]

    @cached_property
    def _rows(self) -> tuple[Ints, Ints]:
        """Lots in their order, and the bid that won each."""
        bids = self.appraisal.bids
        return bids.pair_lot[self._won], bids.pair_bid[self._won]

    def awards(self) -> tuple[Accepted, ...]:
        """The winner of each lot, in the order of the lots."""
        return tuple(self._awards())

    def _awards(self) -> Iterator[Accepted]:
        a = self.appraisal
        for pair in self._won:
            lot, bid = a.bids.pair_lot[pair], a.bids.pair_bid[pair]
            yield Accepted(
                lot=a.lots.ids[lot],
                buyer=a.limits.buyers[a.lots.buyer[lot]],
                service=a.services.ids[a.lots.service[lot]],
                bid=a.bids.ids[bid],
                bidder=a.bidders.ids[a.bids.bidder[bid]],
                cost=pounds(a.bids.cost[pair]),
                quality=thousandths(a.bids.quality[pair]),
                liability=pounds(a.bids.liability[pair]),
            )

    @cached_property
    def _provided(self) -> dict[tuple[int, int], list[int]]:
        """Lots by (bidder, service)."""
        a = self.appraisal
        provided: dict[tuple[int, int], list[int]] = {}
        for lot, bid in zip(*self._rows, strict=True):
            provided.setdefault((int(a.bids.bidder[bid]), int(a.lots.service[lot])), []).append(int(lot))
        return dict(sorted(provided.items(), key=lambda item: (item[0][1], item[0][0])))

    def providers(self) -> tuple[Provider, ...]:
        """Who provides what, by service in the order of the case, then bidder."""
        a = self.appraisal
        return tuple(
            Provider(
                bidder=a.bidders.ids[bidder],
                service=a.services.ids[service],
                lots=len(lots),
                volume=thousandths(a.lots.volume[lots].sum()),
            )
            for (bidder, service), lots in self._provided.items()
        )

    @cached_property
    def _kept(self) -> tuple[tuple[int, int], ...]:
        """The outposts kept, as (bidder, entry among the outposts of the appraisal), in that order."""
        a = self.appraisal
        asked = {
            (int(service), int(area)): entry
            for entry, (service, area) in enumerate(zip(a.outposts.service, a.outposts.area, strict=True))
        }
        kept = {
            (bidder, asked[service, int(area)])
            for (bidder, service), lots in self._provided.items()
            if not a.bidders.at_home[bidder]
            for area in a.outposts.of_buyer[a.lots.buyer[lots]]
            if (service, int(area)) in asked
        }
        return tuple(sorted(kept))

    def outposts(self) -> tuple[Outpost, ...]:
        """The local staff that providers keep, by bidder, service and area in the order of the case."""
        a = self.appraisal
        return tuple(
            Outpost(
                bidder=a.bidders.ids[bidder],
                service=a.services.ids[a.outposts.service[entry]],
                area=a.outposts.areas[a.outposts.area[entry]],
                wte=thousandths(a.outposts.wte[entry]),
                cost=pounds(a.outposts.cost[bidder, entry]),
            )
            for bidder, entry in self._kept
        )

    @cached_property
    def _earned(self) -> tuple[tuple[Discount, int, int, int], ...]:
        """The discounts in whose scope something is won: quantity, tier in force, and pence taken off."""
        found = []
        for discount in self.appraisal.discounts:
            won = np.flatnonzero(np.isin(discount.bid, self.bids))
            if not len(won):
                continue
            quantity = int(discount.quantity[won].sum())
            tier = int(np.searchsorted(discount.start, quantity, side="right")) - 1
            found.append((discount, quantity, tier, int(discount.off[won, tier].sum() + discount.constant[tier])))
        return tuple(found)

    def discounts(self) -> tuple[EarnedDiscount, ...]:
        """What bidders take off, in the order of the case."""
        stated = {discount.id: discount for discount in self.case.discounts}
        earned = []
        for discount, quantity, tier, amount in self._earned:
            row = stated[discount.id]
            # Below the first tier that the case states there is one that takes nothing off.
            at = tier - (len(discount.start) - len(row.tiers))
            earned.append(
                EarnedDiscount(
                    discount=discount.id,
                    bidder=self.appraisal.bidders.ids[discount.bidder],
                    by=row.by,
                    quantity=Decimal(quantity).scaleb(-_DECIMALS[row.by]),
                    tier=row.tiers[at].at_least if at >= 0 else None,
                    amount=pounds(amount),
                )
            )
        return tuple(earned)

    @cached_property
    def discount(self) -> int:
        """What all bidders take off, in pence."""
        return sum(amount for _, _, _, amount in self._earned)

    @cached_property
    def charges(self) -> int:
        """Set-up charges, overheads and outposts in pence."""
        bidders = self.appraisal.bidders
        active = sorted({bidder for bidder, _ in self._provided})
        setup = sum(int(bidders.setup[pair]) for pair in self._provided)
        outposts = sum(int(self.appraisal.outposts.cost[pair]) for pair in self._kept)
        return setup + int(bidders.overhead[active].sum()) + outposts

    @cached_property
    def cost(self) -> Decimal:
        """Total cost in pounds."""
        return pounds(int(self.appraisal.bids.cost[self._won].sum()) + self.charges - self.discount)

    @cached_property
    def _moves(self) -> Moves:
        """The moves that save the most."""
        redeployment = self.appraisal.redeployment
        if redeployment is None:
            return {}
        active = np.unique(self.appraisal.bids.bidder[self.bids])
        return most_saving(redeployment, displaced(redeployment, self._won), active)

    @cached_property
    def saved(self) -> Fraction:
        """What they save, in pence, unrounded."""
        redeployment = self.appraisal.redeployment
        return Fraction(0) if redeployment is None else saving(redeployment, self._moves)

    @cached_property
    def violations(self) -> tuple[Fraction, ...]:
        """How far each row of a soft rule is broken, in the unit of its limit."""
        won = np.zeros(len(self.appraisal.bids.pair_bid), dtype=np.bool_)
        won[self._won] = True
        return tuple(
            row.violation(row.excess(won[row.pair], won[row.base_pair])) for row in self.appraisal.rules if row.soft
        )

    @cached_property
    def _penalty(self) -> int:
        """What broken soft rules count for, in pence."""
        soft = (row for row in self.appraisal.rules if row.soft)
        return half_up(
            sum(
                (
                    violation * row.penalty
                    for row, violation in zip(soft, self.violations, strict=True)
                    if row.penalty is not None
                ),
                Fraction(0),
            )
        )

    def disqualified(self) -> tuple[Disqualified, ...]:
        """The bids that may not be accepted, and why."""
        return disqualified(self.case, self.appraisal)

    def abnormally_low(self) -> tuple[LowBid, ...]:
        """The bids so low that the board is to ask why."""
        return abnormally_low(self.case, self.appraisal, self.bids)

    def moves(self) -> tuple[Redeployed, ...]:
        """Who is redeployed, by group and vacancy in the order of the case."""
        redeployment = self.appraisal.redeployment
        if redeployment is None:
            return ()
        return tuple(
            Redeployed(
                group=redeployment.groups[group],
                vacancy=redeployment.vacancies[vacancy],
                bidder=self.appraisal.bidders.ids[redeployment.bidder[vacancy]],
                wte=Decimal(millionths).scaleb(-6),
            )
            for (group, vacancy), millionths in self._moves.items()
        )

    def staff(self) -> StaffOutcome | None:
        """What becomes of the staff; None where the case has none."""
        return staff_outcome(self.case, self.appraisal, self._won, self._moves)

    def buyers(self) -> tuple[BuyerAccount, ...]:
        """What each buyer pays, in the order of the case."""
        a, won = self.appraisal, self._won
        years = self.case.horizon.financial_years
        amounts = np.zeros((len(a.limits.buyers), len(years)), dtype=np.int64)
        paid = np.zeros(len(a.limits.buyers), dtype=np.int64)
        buyer = a.lots.buyer[a.bids.pair_lot[won]]
        np.add.at(amounts, buyer, a.bids.amounts[won])
        np.add.at(paid, buyer, a.bids.buyers_liability[won])
        return tuple(
            BuyerAccount(
                buyer=name,
                years={year: pounds(amount) for year, amount in zip(years, amounts[position], strict=True)},
                liability=pounds(paid[position]),
            )
            for position, name in enumerate(a.limits.buyers)
        )

    def totals(self) -> Totals:
        """The four objectives and what they are made of."""
        bids, lots, won = self.appraisal.bids, self.appraisal.lots, self._won
        points = int((lots.weight[bids.pair_lot[won]] * bids.quality[won]).sum())
        quality = Decimal(points) / (1000 * int(lots.weight.sum()))
        return Totals(
            cost=self.cost,
            quality=quality.quantize(Decimal("0.000001"), ROUND_HALF_UP),
            liability=pounds(int(bids.liability[won].sum()) - half_up(self.saved)),
            disruption=thousandths(bids.disruption[won].sum()),
            charges=pounds(self.charges),
            discount=pounds(self.discount),
            liability_buyers=pounds(bids.buyers_liability[won].sum()),
            redeployed=pounds(half_up(self.saved)),
            penalty=pounds(self._penalty),
        )


def pounds(pence: int | np.int64) -> Decimal:
    """Pence as pounds."""
    return Decimal(int(pence)).scaleb(-2)


def thousandths(units: int | np.int64) -> Decimal:
    """Thousandths of something as that thing."""
    return Decimal(int(units)).scaleb(-3)
