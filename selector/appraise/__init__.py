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
    Mobilisation,
    Outposts,
    Redeployment,
    Services,
)
from selector.appraise.appraise import appraise
from selector.appraise.liability import redundancy_payment
from selector.appraise.measured import Measured, most_of_lots
from selector.appraise.outcome import staff_outcome
from selector.appraise.redeploy import Moves, displaced, most_saving, saving
from selector.appraise.units import MILLIONTHS, MOST_UNITS

__all__ = [
    "MILLIONTHS",
    "MOST_UNITS",
    "Appraisal",
    "Bidders",
    "Bids",
    "Discount",
    "Ground",
    "Joint",
    "Limits",
    "Lots",
    "Measured",
    "Mobilisation",
    "Moves",
    "Outposts",
    "Redeployment",
    "Services",
    "appraise",
    "displaced",
    "most_of_lots",
    "most_saving",
    "redundancy_payment",
    "saving",
    "staff_outcome",
]
