"""How large deals are: people, volume, money and staff of some lots together."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypedDict

from models import Case, Lot, Ratio
from models.prospectus import JointDeal, LotDeal, StaffAtStake
from selector.appraise.joint import joint
from selector.appraise.price_scores import benchmark
from selector.appraise.register import Register
from selector.decide.supply.people import distinct_people
from selector.decide.supply.rounded import pounds, thousandths

_NOTHING = Fraction(0)


class Size(TypedDict):
    """What every deal tells of its size."""

    lots: int
    volume: Decimal
    unit: str
    population: int
    present_cost: Decimal | None
    present_cost_of: int
    staff: StaffAtStake | None


class Deals:
    """The deals of a tender, which holds no bids."""

    def __init__(self, tender: Case) -> None:
        self._tender = tender
        self._register = Register(tender)

    @property
    def tender(self) -> Case:
        """What is tendered."""
        return self._tender

    def size(self, lots: Sequence[Lot]) -> Size:
        """How large lots of one service are together; sums are rounded once."""
        costs = [lot.present_cost for lot in lots if lot.present_cost is not None]
        return Size(
            lots=len(lots),
            volume=sum((lot.volume or Decimal(0) for lot in lots), Decimal(0)),
            unit=self._register.services[lots[0].service].unit,
            population=self._people(lots),
            present_cost=sum(costs, Decimal(0)) if costs else None,
            present_cost_of=len(costs),
            staff=self._staff(lots),
        )

    def lots(self) -> Iterator[LotDeal]:
        """Every lot."""
        names = {bidder.id: bidder.name for bidder in self._tender.bidders}
        for lot in self._tender.tendered:
            service = self._register.services[lot.service]
            yield LotDeal(
                **self.size([lot]),
                lot=lot.id,
                buyer=lot.buyer,
                service=lot.service,
                required=lot.required,
                incumbent=None if lot.incumbent is None else names[lot.incumbent],
                wte_needed=lot.required_wte,
                min_quality=service.min_quality if lot.min_quality is None else lot.min_quality,
                benchmark=self._benchmark(lot),
            )

    def joint(self) -> Iterator[JointDeal]:
        """Every joint purchase, service by service."""
        names = {purchase.id: purchase.name for purchase in self._tender.joint_purchases}
        for each in joint(self._register):
            lots = [self._register.lots[position] for position in each.lots.tolist()]
            yield JointDeal(
                **self.size(lots),
                purchase=each.purchase,
                name=names[each.purchase],
                service=lots[0].service,
                buyers=tuple(lot.buyer for lot in lots),
            )

    def _people(self, lots: Sequence[Lot]) -> int:
        buyers = {lot.buyer for lot in lots}
        theirs = distinct_people(self._tender.buyers, buyers)
        return theirs or sum(self._register.buyers[buyer].population for buyer in buyers)

    def _staff(self, lots: Sequence[Lot]) -> StaffAtStake | None:
        found = [(lot, self._register.staff(lot)) for lot in lots]
        heads = sum((part for _, staff in found for _, part in staff.groups), _NOTHING)
        if not heads:
            return None
        payments = self._register.payments
        return StaffAtStake(
            heads=thousandths(heads),
            wte=thousandths(sum((staff.wte for _, staff in found), _NOTHING)),
            pay=pounds(100 * sum((staff.pay for _, staff in found), _NOTHING)),
            liability=pounds(
                sum((payments.of_lot(lot.id, staff, self._tender.date) for lot, staff in found), _NOTHING)
            ),
        )

    def _benchmark(self, lot: Lot) -> Decimal | None:
        objective = self._tender.objective
        if isinstance(objective, Ratio) and objective.formula == "to_a_benchmark":
            return pounds(benchmark(self._register, lot))
        return None
