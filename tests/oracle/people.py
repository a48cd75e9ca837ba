"""Staff, where they may go, and on what terms: rows of a case with every default filled in."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class StaffGroup:
    """Staff counted together; ``salary`` in pounds a year, full time."""

    id: str
    headcount: Fraction
    wte_per_head: Fraction
    salary: Fraction
    service_years: Fraction
    continuous_weeks: int | None
    function: str | None
    place: str | None


@dataclass(frozen=True)
class StaffOnLot:
    """The part of a staff group that works on one lot."""

    group: StaffGroup
    share: Fraction

    @property
    def headcount(self) -> Fraction:
        """The people of the group on the lot."""
        return self.group.headcount * self.share

    @property
    def wte(self) -> Fraction:
        """Their working time."""
        return self.headcount * self.group.wte_per_head


@dataclass(frozen=True)
class Vacancy:
    """Posts of a bidder for displaced staff."""

    id: str
    bidder: str
    function: str
    wte: Fraction
    place: str | None


@dataclass(frozen=True)
class Terms:
    """What a winner of some kind means for the staff."""

    transfer: Fraction
    buyer_share: Fraction
    pension: Fraction = Fraction(0)


@dataclass(frozen=True)
class Hosting:
    """Until when a bidder is hosted: a day, which ``ends`` tells in years from the horizon's start."""

    until: date
    ends: Fraction
    becomes: str
    transfer: Fraction


@dataclass(frozen=True)
class Mobilisation:
    """What a bidder can take over in a month, from when it ``begins``; None where at any pace."""

    begins: date
    lots: Fraction | None
    wte: Fraction | None
