"""Single-source capacitated facility location, put as a case.

A customer is a buyer with one lot of the one service there is; a facility is a bidder with a set-up charge and a
capacity, and its bid for a lot is the cost of serving that customer. There is no quality, no staff and no viability.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from benchmarks.errors import InputInvalid
from benchmarks.instance import Instance
from models import FORMAT, Bid, Bidder, Buyer, Case, Horizon, Service

Numbers = tuple[Decimal, ...]

_SERVICE = "supply"
_YEAR = date(2013, 4, 1)
_PENNY = Decimal("0.01")
# What a case takes, in pounds and in people.
_MOST_POUNDS = 10**12
_MOST_PEOPLE = 10**10


@dataclass(frozen=True)
class Location:
    """A location problem: ``capacity`` and ``fixed`` by facility, ``demand`` by customer, ``cost[facility][customer]``."""

    name: str
    capacity: Numbers
    fixed: Numbers
    demand: Numbers
    cost: tuple[Numbers, ...]

    def instance(self) -> Instance:
        """The problem as a case, exactly.

        Money finer than a penny and volumes finer than a person are multiplied by a power of ten first; the objective
        is told in the file's own money again.

        Raises
        ------
        InputInvalid
            if figures are larger, or finer, than a case can hold.
        """
        pounds = _scale((*self.fixed, *(cost for row in self.cost for cost in row)), _PENNY)
        people = _scale((*self.capacity, *self.demand), Decimal(1))
        self._check("cost", (*self.fixed, *(max(row) for row in self.cost)), pounds, _MOST_POUNDS)
        self._check("volume", (*self.capacity, *self.demand), people, _MOST_PEOPLE)
        return Instance(self._case(pounds, people), scale=pounds)

    def _check(self, what: str, figures: Iterable[Decimal], scale: int, most: int) -> None:
        largest = max(figures)
        if largest * scale > most:
            raise InputInvalid(f"{self.name}: a {what} of {largest}, kept exact, is beyond what a case can hold")

    def _case(self, pounds: int, people: int) -> Case:
        return Case(
            format=FORMAT,
            name=f"Single-source location {self.name}",
            date=_YEAR,
            horizon=Horizon(start=_YEAR, years=1, discount_rate=Decimal(0)),
            buyers=tuple(
                Buyer(id=f"c{customer}", name=f"Customer {customer}", population=int(demand * people))
                for customer, demand in enumerate(self.demand, 1)
            ),
            services=(Service(id=_SERVICE, name="Supply"),),
            bidders=tuple(
                Bidder(
                    id=f"f{facility}",
                    name=f"Facility {facility}",
                    kind="private",
                    setup={_SERVICE: fixed * pounds},
                    capacity={_SERVICE: capacity * people},
                    viability_floor=0,
                )
                for facility, (capacity, fixed) in enumerate(zip(self.capacity, self.fixed, strict=True), 1)
            ),
            bids=tuple(self._bids(pounds)),
        )

    def _bids(self, pounds: int) -> Iterator[Bid]:
        for facility, row in enumerate(self.cost, 1):
            for customer, cost in enumerate(row, 1):
                yield Bid(
                    id=f"f{facility}:c{customer}",
                    bidder=f"f{facility}",
                    lots=(f"c{customer}:{_SERVICE}",),
                    price=cost * pounds,
                )


def _scale(figures: Iterable[Decimal], unit: Decimal) -> int:
    """The least power of ten that makes every figure a multiple of ``unit``."""
    finest = min(_exponent(figure / unit) for figure in figures)
    return int(10 ** max(-finest, 0))


def _exponent(figure: Decimal) -> int:
    exponent = figure.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0  # figures are finite
