"""What each bid is worth: quality, whole-life cost, liability and disruption, as arrays of whole units.

Everything here is an integer (pence, thousandths of a point, thousandths of a unit of volume), so that the program,
the award and its totals agree to the penny.
"""

from selector.appraise.appraisal import (
    Appraisal,
    Bidders,
    Bids,
    Discount,
    Ground,
    Joint,
    Limits,
    Lots,
    Outposts,
    Services,
)
from selector.appraise.appraise import appraise
from selector.appraise.liability import redundancy_payment
from selector.appraise.units import MOST_UNITS

__all__ = [
    "MOST_UNITS",
    "Appraisal",
    "Bidders",
    "Bids",
    "Discount",
    "Ground",
    "Joint",
    "Limits",
    "Lots",
    "Outposts",
    "Services",
    "appraise",
    "redundancy_payment",
]
