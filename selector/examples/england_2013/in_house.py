"""CCGs that would do some of the work themselves; which of them would is drawn, and synthetic."""

from dataclasses import replace

from selector.examples.england_2013.ccgs import Ccg
from selector.examples.england_2013.collective import customers
from selector.examples.england_2013.draw import Stream
from selector.examples.england_2013.supplier import SYNTHETIC, Supplier

_OFFERS = (
    "service-redesign",
    "medicines-management",
    "safeguarding-and-quality",
    "clinical-procurement",
    "complaints",
    "estates",
    "information-governance",
    "emergency-planning",
)

# The larger the CCG, the likelier it has staff enough of its own.
_LIKELY, _UNLIKELY, _LARGE = 0.6, 0.3, 220_000


def own_staff(ccg: Ccg) -> Supplier:
    """The CCG's own staff, as a bidder."""
    return Supplier(
        id=f"own-staff-{ccg.ods}",
        name=f"{ccg.name} (own staff)",
        kind="in_house",
        offers=frozenset(_OFFERS),
        tags=(SYNTHETIC,),
        buyer=ccg.ods,
    )


def selling_staff(ccg: Ccg) -> Supplier:
    """The CCG's own staff, who work for its neighbours as well where it is large."""
    return replace(own_staff(ccg), sells_to=customers(ccg), seat=ccg.place)


def bids_itself(ccg: Ccg, seed: int) -> bool:
    """Whether a CCG puts in bids of its own."""
    return Stream(seed, "in-house", ccg.ods).chance(_LIKELY if ccg.people > _LARGE else _UNLIKELY)
