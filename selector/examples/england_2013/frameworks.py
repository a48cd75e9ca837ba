"""Frameworks from which services are called off, like the lots of the Lead Provider Framework of 2014-15. Synthetic.

Who was accredited, or would have been in 2013, is an assumption, also for real names.
"""

from collections.abc import Collection
from functools import cache

from models import Framework
from selector.examples.england_2013.ccgs import ccgs
from selector.examples.england_2013.collective import buys_together
from selector.examples.england_2013.csus import csus, incumbent
from selector.examples.england_2013.cut import Cut
from selector.examples.england_2013.draw import Stream
from selector.examples.england_2013.supplier import Supplier

CARE = ("continuing-care", "individual-funding-requests")
_VOICE = ("public-involvement",)

_CARE_FIRMS = frozenset({"optum", "example-care-assessors", "example-medicines-advisers", "example-carers-network"})
_VOICE_PARTNER = "example-carers-network"
# Most NHS units passed for care; few have people who know how to listen.
_UNITS_FOR_CARE, _UNITS_FOR_VOICE = 0.85, 0.35


def frameworks(cut: Cut, standing: Collection[str]) -> tuple[Framework, ...]:
    """The frameworks; accredited are only bidders that stand in the case."""
    everybody = [supplier for supplier in cut.roster if supplier.id in standing]
    return (
        Framework(
            id="care",
            name="Continuing health care and individual funding requests",
            services=CARE,
            accredited=tuple(supplier.id for supplier in everybody if accredited_for_care(cut, supplier)),
        ),
        Framework(
            id="voice",
            name="Patient and public involvement",
            services=_VOICE,
            accredited=tuple(supplier.id for supplier in everybody if _for_voice(cut, supplier)),
            min_competitors=2,
        ),
    )


def accredited(cut: Cut, supplier: Supplier, service: str) -> bool:
    """Whether a supplier may win a service for others."""
    if service in CARE:
        return accredited_for_care(cut, supplier)
    return service not in _VOICE or _for_voice(cut, supplier)


def accredited_for_care(cut: Cut, supplier: Supplier) -> bool:
    """Whether a supplier may win continuing care and individual funding requests for others."""
    match supplier.kind:
        case "nhs_csu":
            drawn = Stream(cut.seed, "accredited for care", supplier.id).chance(_UNITS_FOR_CARE)
            return drawn or supplier.id in _trusted_with_care()
        case "partnership":
            partners = {partner for partner, _ in supplier.partners}
            return all(accredited_for_care(cut, each) for each in cut.roster if each.id in partners)
    return supplier.id in _CARE_FIRMS


@cache
def _trusted_with_care() -> frozenset[str]:
    """Units whose CCGs buy care together: nobody else might be able to take on all of them."""
    return frozenset(incumbent(ccg, csus()).id for ccg in ccgs() if buys_together(ccg) & set(CARE))


def _for_voice(cut: Cut, supplier: Supplier) -> bool:
    match supplier.kind:
        case "nhs_csu":
            return Stream(cut.seed, "accredited for voice", supplier.id).chance(_UNITS_FOR_VOICE)
        case "partnership":
            return _VOICE_PARTNER in {partner for partner, _ in supplier.partners}
    return supplier.id.startswith("patient-voice-")
