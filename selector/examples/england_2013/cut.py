"""The part of England that a case is about, and what goes on outside it."""

from dataclasses import dataclass
from functools import cached_property

from selector.examples.england_2013.ccgs import Ccg, ccgs, people_of
from selector.examples.england_2013.csus import homes, incumbent
from selector.examples.england_2013.roster import Roster
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.supplier import Supplier


@dataclass(frozen=True)
class Cut:
    """Some of the CCGs of England, some services, and those who may bid for them."""

    group: tuple[Ccg, ...]
    lines: tuple[Line, ...]
    roster: Roster
    seed: int
    plain: bool = False
    """Whether every bid is for one lot, and nothing is asked for that goes beyond: no packages, discounts and so on."""

    @property
    def national(self) -> bool:
        """Whether the whole country buys together."""
        return len(self.group) == len(ccgs())

    @cached_property
    def people(self) -> int:
        """People of the CCGs in the case."""
        return people_of(self.group)

    @cached_property
    def share(self) -> float:
        """Share of England's people in the case."""
        return self.people / people_of(ccgs())

    @cached_property
    def units(self) -> Roster:
        """The NHS commissioning support units among the bidders."""
        return tuple(supplier for supplier in self.roster if supplier.kind == "nhs_csu")

    @cached_property
    def incumbents(self) -> dict[str, Supplier]:
        """The incumbent of each CCG, by its ODS code."""
        return {ccg.ods: incumbent(ccg, self.units) for ccg in self.group}

    def km(self, supplier: Supplier, ccg: Ccg) -> float:
        """How far a supplier works from a buyer; 0 for its incumbent, who has an office there, or without a seat."""
        if supplier.seat is None or self.incumbents.get(ccg.ods) == supplier:
            return 0.0
        return supplier.seat.km_to(ccg.place)

    def people_inside(self, unit: Supplier) -> int:
        """People in the case whose incumbent is the unit."""
        return people_of(ccg for ccg in self.group if self.incumbents[ccg.ods].id == unit.id)

    def people_outside(self, supplier: Supplier) -> int:
        """People of the supplier's home outside the case; of all England outside for one without a home."""
        inside = {ccg.ods for ccg in self.group}
        if supplier.kind == "nhs_csu":
            home: tuple[Ccg, ...] = homes()[supplier.id]
        else:
            home = tuple(ccg for ccg in ccgs() if not supplier.home or {ccg.area, ccg.region} & supplier.home)
        return people_of(ccg for ccg in home if ccg.ods not in inside)
