"""The award of a shire, and what it is worth by hand; a pound of the second year is worth 80p today.

unit-hr, shared 1 to 2 (Xton, Yford):
  2013-14  until 1 July 12,000 and 24,000 x 0.25; from then 30,000 x 0.75; 300 of transition   10,600   21,200
  2014-15  30,000 x 1.1; from October VAT of 20 %, half of it got back: 33,000 x 0.5 x 0.1;
           ended on 1 January 2015 and procured again, for a year: 1,000 each                  12,550   24,100
  cost     10,600 + 0.8 x 12,550 and 21,200 + 0.8 x 24,100                                     20,640   40,480
  price    30,000 x 0.75 + 0.8 x 33,000 = 48,900, of which a tenth is taken off
  staff    Of 6 clerks half are displaced: 3 years x 1,522.50 each. Of the others a quarter is left behind on 1 October
           2014, after 4 years, when the unit is a voluntary body and buyers pay: 0.125 x 6,090.
           0.5 x 2 x 4,567.50 + 0.125 x 2 x 6,090 and twice that                             6,090.00 12,180.00
firm-it-x: half a year at 10p a head, half a year extended at 12p, then 8p as stated, and VAT of 20 %: 13,200 and 9,600.
  Half of the staff transfer, with a pay of 36,500; their pensions cost 0.5 x 0.1 of it more: 1,825 a year.
  15,025 + 0.8 x 11,425 = 24,165. The other half cost 0.5 x 2 x 5 x 1,522.50 = 7,612.50, of which the buyer pays 0.6.
own-it-y: 5,000 + 0.8 x 5,000. Of 4 WTE 3 are needed: a quarter is displaced, 0.25 x 4 x 10 x 3,045 = 30,450, no buyer pays.
"""

import json
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from models import BuyerAccount, Case, EarnedDiscount, Evaluation, Redeployed, StaffOutcome, read_case
from tests.verify.hand import Charges, Row, by_hand
from tests.verify.shire.document import DOCUMENT

ROWS = [
    Row("hr-x", "x", "hr", "100000", 1, "unit-hr", "unit", "20640.00", "0", "6090.00", "1522.50", "1"),
    Row("hr-y", "y", "hr", "200000", 2, "unit-hr", "unit", "40480.00", "0", "12180.00", "3045.00", "1"),
    Row("it-x", "x", "it", "100000", 1, "firm-it-x", "firm", "24165.00", "0", "7612.50", "4567.50"),
    Row("it-y", "y", "it", "200000", 2, "own-it-y", "own-y", "9000.00", "0", "30450.00", "0.00"),
]
# Setup 500 and overhead 100 x 1.8; a tenth of 48,900.
CHARGES = Charges(setup={("unit", "hr"): "500.00"}, overhead={"unit": "180.00"})
OFF = EarnedDiscount(
    discount="off", bidder="unit", by="spend", quantity=Decimal(30_000), tier=Decimal(30_000), amount=Decimal("4890.00")
)
BUYERS = [
    ("x", "25625.00", "23975.00", "6090.00"),  # 10,600 + 15,025; 12,550 + 11,425; 1,522.50 + 4,567.50
    ("y", "26200.00", "29100.00", "3045.00"),  # 21,200 + 5,000; 24,100 + 5,000
    ("z", "0.00", "0.00", "0.00"),
]
# Of 3 clerks, half a WTE of the desk and one of the yard, 2.05 WTE find posts: first those who would be paid most.
SAVES = {"yard": Decimal(30450), "desk": Decimal(15225), "clerks": Decimal("4567.5")}  # a WTE
YEARS = {"yard": Decimal(10), "desk": Decimal(10), "clerks": Decimal("3.75")}  # of service a WTE
Moved = tuple[str, str, str]
MOVES: list[Moved] = [
    ("clerks", "post-x", "0.55"),
    ("desk", "post-x", "0.5"),
    ("yard", "post-x", "0.2"),
    ("yard", "post-y", "0.8"),
]


def case_of(**changes: Any) -> Case:
    return read_case(json.dumps(DOCUMENT | changes))


CASE = case_of()


def evaluation_of(moves: Sequence[Moved] = MOVES, case: Case = CASE) -> Evaluation:
    """The award with some moves, and totals that are honest of them."""
    saved = sum((SAVES[group] * Decimal(wte) for group, _, wte in moves), Decimal(0))
    weighed = _rounded(saved / 2, "0.01")
    return by_hand(
        case,
        ROWS,
        CHARGES,
        # 94,285 of bids + half of 56,332.50 of liability + 680 of charges - 4,890
        lambda *_: Decimal("118241.25") - weighed,
        weights=6,
        discounts=[OFF],
        moves=[
            Redeployed(
                group=group, vacancy=vacancy, bidder="old" if vacancy == "post-old" else "unit", wte=Decimal(wte)
            )
            for group, vacancy, wte in moves
        ],
        saved=_rounded(saved, "0.01"),
        staff=_staff(moves),
        buyers=[
            BuyerAccount(
                buyer=buyer,
                years={"2013-14": Decimal(first), "2014-15": Decimal(second)},
                liability=Decimal(liability),
            )
            for buyer, first, second, liability in BUYERS
        ],
    )


def _staff(moves: Sequence[Moved]) -> StaffOutcome:
    redeployed = sum((Decimal(wte) for _, _, wte in moves), Decimal(0))
    # Displaced: 3 x 3.75 + 0.5 x 10 + 1 x 10 years of 72.5 in all, and 0.125 x 6 clerks later.
    lost = Decimal("26.25") - sum(YEARS[group] * Decimal(wte) for group, _, wte in moves) + Decimal("2.8125")
    return StaffOutcome(
        total=Decimal(11),
        staying=Decimal(3),
        transferred=Decimal("2.75"),  # 6 x 0.375 clerks and half a WTE of the desk
        redeployed=_rounded(redeployed, "0.001"),
        redundant=_rounded(Decimal("4.5") - redeployed, "0.001"),
        redundant_later=Decimal("0.75"),
        talent_retained=_rounded(1 - lost / Decimal("72.5"), "0.000001"),
    )


def _rounded(value: Decimal, step: str) -> Decimal:
    return value.quantize(Decimal(step), ROUND_HALF_UP)
