"""As ``told``: rules that hold for each provider, or each bid, though some that an award has would keep them."""

from typing import Any

from tests.decide.told import Told
from tests.oracle.by_hand import Row, bid, bidder, care, case, service


def _case(care_of_a: int, care_of_b: int, *, minimum: int = 0, **of_it: Any) -> Row:
    """Acme alone bids for North, 180,000 people, Brook alone for South, 120,000."""
    return case(
        services=[service(**of_it)],
        criteria=[care(minimum=minimum)],
        bidders=[bidder("x"), bidder("y")],
        bids=[bid("a", "x", "N:it", 100, care_of_a), bid("b", "y", "S:it", 100, care_of_b)],
    )


TOLD: dict[str, Told] = {
    "a floor that holds for each": Told(
        _case(90, 40, floor=150_000),
        [
            "IT: each provider must have at least 150,000 people; in each award some provider has 120,000 people or less."
        ],
        [["Lower the floor of IT from 150,000 people to 120,000 people (by 20 %)."]],
    ),
    "a floor of a kind that holds for each": Told(
        _case(90, 40, floor_by_kind={"private": 150_000}),
        [
            "IT: each provider of kind private must have at least 150,000 people; in each award some such provider has"
            " 120,000 people or less."
        ],
        [["Lower the floor of IT for bidders of kind private from 150,000 people to 120,000 people (by 20 %)."]],
    ),
    "a minimum that holds for each": Told(
        _case(90, 40, minimum=50),
        ["Care: a bid must score at least 50 points; in each award some accepted bid has 40 points or less."],
        [["Lower the minimum score on Care from 50 points to 40 points (by 20 %)."]],
    ),
    "a least quality that holds for each": Told(
        _case(90, 40, min_quality=50),
        ["IT: a bid must have a quality of at least 50 points; in each award some accepted bid has 40 points or less."],
        [["Lower the least quality of bids for IT from 50 points to 40 points (by 20 %)."]],
    ),
    # Of all of it the mean is 0.6 x 50 + 0.4 x 40 = 46.
    "a standard of each provider": Told(
        _case(50, 40, shape="plural", quality_standard=60),
        [
            "IT: each provider's mean quality must be at least 60 points; in each award some provider has 46 points or less."
        ],
        [["Lower the quality standard of IT from 60 points to 40 points (by 33 %)."]],
    ),
    "a standard of all of it": Told(
        _case(50, 40, quality_standard=60),
        ["IT: its mean quality must be at least 60 points; no award has more than 46 points."],
        [["Lower the quality standard of IT from 60 points to 46 points (by 23 %)."]],
    ),
}
