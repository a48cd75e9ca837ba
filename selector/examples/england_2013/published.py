"""What redundancy came to in the reorganisation itself, to be printed beside the case's own figure."""

from decimal import Decimal

from models import Published
from selector.examples.england_2013.cut import Cut

_DIFFERENCE = (
    "The published figure counts the redundancies of the whole reorganisation, 44 very senior managers at £277,273 each "
    "among them. The case counts those who were not made redundant by then, the 8,500 to 9,000 staff of the support "
    "units, and says what they would be paid if every CCG left the NHS. Their mean is alike because pay and service "
    "are calibrated to it."
)


def published(cut: Cut) -> tuple[Published, ...]:
    """The outturn to 31 March 2013."""
    part = "" if cut.national else f" This part of England has {cut.share:.1%} of its people."
    return (
        Published(
            figure="redundancy_if_all_leave",
            people=10_000,
            mean=Decimal(43_095),
            source="About 10,000 redundancies to 31 March 2013, £435m in all (Nursing Times 5060914)",
            difference=_DIFFERENCE + part,
        ),
    )
