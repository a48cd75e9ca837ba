"""What becomes of the staff of three boards, by hand."""

from collections.abc import Iterable
from decimal import Decimal

from models import StaffOutcome

# Lot: WTE of its staff, and years of service of each WTE. Those of the north have 30 years and work half time.
STAFF = {
    "hr-s": ("4", "10.5"),
    "hr-n": ("0.5", "60"),
    "bi-n": ("0.5", "60"),
    "bi-e": ("5", "20.99"),
    "pr-s": ("5", "3"),
}
_YEARS = Decimal("221.95")  # 4 x 10.5 + 0.5 x 60 + 0.5 x 60 + 5 x 20.99 + 5 x 3

# Bid: the WTE that stay with the incumbent, and those that are redundant; the rest transfer.
_STAYING = {
    "csu-hr-n": "0.5",
    "csu-hr-n-unsafe": "0.5",
    "csu-hr-n-basic": "0.5",
    "own-hr-s": "4",
    "csu-bi-e": "5",
    "joint-bi-e": "2.5",
    "joint-pr-s": "2.5",
    "joint-pr-s-basic": "2.5",
    "csu-pr-s": "5",
}
_REDUNDANT = {
    "in-house:hr-n": "0.25",
    "joint-hr-s": "1",
    "firm-hr-s": "4",
    "firm-bi-n": "0.5",
    "charity-bi-n": "0.5",
    "firm-bi-e": "5",
    # Half is the CSU's, who stay; of the other half, which is the partnership's own, none transfer.
    "joint-pr-s": "2.5",
    "joint-pr-s-basic": "2.5",
}


def staff_of(accepted: Iterable[tuple[str, str]]) -> StaffOutcome:
    """What becomes of the staff where each lot is given to a bid."""
    staying = redundant = lost = Decimal(0)
    for lot, bid in accepted:
        out = Decimal(_REDUNDANT.get(bid, "0"))
        staying += Decimal(_STAYING.get(bid, "0"))
        redundant += out
        lost += out * Decimal(STAFF[lot][1]) if out else 0
    return StaffOutcome(
        total=Decimal(15),
        staying=staying,
        transferred=15 - staying - redundant,
        redeployed=Decimal(0),
        redundant=redundant,
        redundant_later=Decimal(0),
        talent_retained=round(1 - lost / _YEARS, 6),
    )
