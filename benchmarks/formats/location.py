"""Single-source capacitated facility location, whatever file it stood in.

A customer is a buyer with one lot of the one service there is; a facility is a bidder with a set-up charge and a
capacity, and its bid for a lot is the cost of serving that customer. There is no quality, no staff and no viability.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from benchmarks.errors import InputInvalid
from benchmarks.formats.exact import HUNDREDTH, MOST, scale
from benchmarks.formats.format import Format
from benchmarks.formats.location_arrays import arrays
from benchmarks.formats.location_case import case
from benchmarks.instance import HUNDREDTHS, Instance, Reader

Numbers = tuple[Decimal, ...]

MOST_BIDS = 40_000
"""Up to which a location problem is read as a case: as models, more would take minutes."""
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

    def instance(self, reader: Reader | None = None) -> Instance:
        """The problem, exactly: as a case or as arrays, by its size unless told.

        Money finer than a penny and volumes finer than a person are multiplied by a power of ten first; the objective
        is told in the file's own money again.

        Raises
        ------
        InputInvalid
            if a customer has no demand, or figures are larger, or finer, than can be held exactly.
        """
        if 0 in self.demand:
            customer = self.demand.index(Decimal(0)) + 1
            raise InputInvalid(f"{self.name}: customer {customer} has no demand, and a lot must have a volume")
        pounds = scale((*self.fixed, *(cost for row in self.cost for cost in row)), HUNDREDTH)
        people = scale((*self.capacity, *self.demand), Decimal(1))
        self._check("cost", (*self.fixed, *(max(row) for row in self.cost)), pounds, _MOST_POUNDS)
        self._check("volume", (*self.capacity, *self.demand), people, _MOST_PEOPLE)
        dearest = sum(self.fixed) + sum(max(costs) for costs in zip(*self.cost, strict=True))
        if dearest * pounds * HUNDREDTHS > MOST:
            raise InputInvalid(f"{self.name}: costs of {dearest} in all, kept exact, are beyond what can be counted")
        if reader is None:
            reader = "case" if len(self.capacity) * len(self.demand) <= MOST_BIDS else "program"
        return Instance((case if reader == "case" else arrays)(self, pounds, people), scale=pounds)

    def _check(self, what: str, figures: Iterable[Decimal], scale: int, most: int) -> None:
        largest = max(figures)
        if largest * scale > most:
            raise InputInvalid(f"{self.name}: a {what} of {largest}, kept exact, is beyond what a case can hold")


def location_format(name: str, about: str, parse: Callable[[Path], Location]) -> Format:
    """A format of location problems."""
    return Format(
        name,
        about,
        program=lambda path: parse(path).instance("program"),
        case=lambda path: parse(path).instance("case"),
        either=lambda path: parse(path).instance(),
    )
