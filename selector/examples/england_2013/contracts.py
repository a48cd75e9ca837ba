"""For how long bids are, on what terms, and from when. Lengths are the published limits; the rest is synthetic.

NHS units bid agreements of 18 months, the most that was allowed from 2013; others bid contracts of up to five years, some
of them shorter with an extension, some indexed.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from models import Bid, ContractForm
from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream
from selector.examples.england_2013.horizon import FINANCIAL_YEARS
from selector.examples.england_2013.services import Line
from selector.examples.england_2013.supplier import Supplier


@dataclass(frozen=True)
class Contract:
    """What a bid offers beside its price."""

    form: ContractForm | None = None
    years: Decimal | None = None
    extension: Decimal | None = None
    extended_at: Decimal | None = None
    """The price while extended, as a share of the price."""
    indexation: Decimal = Decimal(0)
    yearly: tuple[Decimal, ...] = ()
    """The price of each year, as a share of the price, where a bid states them one by one."""
    start: date | None = None

    def on(self, bid: Bid) -> Bid:
        """A bid with these terms."""
        return bid.model_copy(
            update={
                "form": self.form,
                "start": self.start,
                "term_years": self.years,
                "extension_years": self.extension,
                "extension_price": self.extended_at and round(bid.price * self.extended_at, 2),
                "indexation": self.indexation,
                "prices": {
                    year: round(bid.price * share, 2)
                    for year, share in zip(FINANCIAL_YEARS if self.yearly else (), self.yearly, strict=True)
                },
            }
        )


_AGREEMENT = Contract("agreement", Decimal("1.5"))
_OWN_STAFF = Contract()  # nothing runs out
_FULL = Contract("contract", Decimal(5))
_EXTENDED = Contract("contract", Decimal(3), Decimal(2), Decimal("0.97"))
_INDEXED = Contract("contract", Decimal(5), indexation=Decimal("0.01"))
_SHORT = Contract("contract", Decimal(3))
_SHORT_INDEXED = Contract("contract", Decimal(4), Decimal(1), indexation=Decimal("0.015"))

# Dearer to begin with, for savings later.
_INVESTS = Contract(
    "contract",
    Decimal(5),
    yearly=(Decimal("1.04"), Decimal("1.01"), Decimal("0.99"), Decimal("0.98"), Decimal("0.97")),
)
_INVESTORS = frozenset({"mbed"})

# Whose discount is incremental bids alike throughout, as its tiers are parts of one yearly price.
_ALIKE = ("capita", "example-analytics", "patient-voice-")

_OF_FIRMS = (_FULL, _EXTENDED, _INDEXED, _FULL, _SHORT_INDEXED)
_OF_OTHERS = (_SHORT, _EXTENDED, _FULL)

# A firm from elsewhere needs time: for some of its bids, and for whatever all buy from one place.
_PREPARES, _PREPARED = 0.35, date(2013, 10, 1)
TEAM_READY = date(2013, 7, 1)
"""When a firm's team for a start in an area is there."""


def offered(cut: Cut, supplier: Supplier, ccg: Ccg, line: Line) -> Contract:
    """What a supplier offers a CCG for one service."""
    usual = _usual(cut.seed, supplier, ccg.ods)
    if supplier.kind != "private":
        return usual
    late = line.shape == "single" or (not _bids_alike(supplier) and _prepares(cut.seed, supplier.id, ccg.ods))
    return replace(usual, start=_PREPARED) if late else usual


def of_package(cut: Cut, supplier: Supplier, name: str, start: date | None) -> Contract:
    """What a supplier offers for a package."""
    return replace(_usual(cut.seed, supplier, name), start=None if _bids_alike(supplier) else start)


def _bids_alike(supplier: Supplier) -> bool:
    return supplier.id.startswith(_ALIKE)


@lru_cache(maxsize=8192)
def _prepares(seed: int, supplier: str, ods: str) -> bool:
    return Stream(seed, "prepares", supplier, ods).chance(_PREPARES)


@lru_cache(maxsize=8192)
def _usual(seed: int, supplier: Supplier, where: str) -> Contract:
    match supplier.kind:
        case "nhs_csu":
            return _AGREEMENT
        case "in_house":
            return _OWN_STAFF if supplier.buyer == where else _AGREEMENT
        case "partnership":
            return _FULL
    if _bids_alike(supplier):
        return _FULL
    if supplier.id in _INVESTORS:
        return _INVESTS
    choice = _OF_FIRMS if supplier.kind == "private" else _OF_OTHERS
    return choice[Stream(seed, "contract", supplier.id, where).whole(0, len(choice) - 1)]
