"""All that is recomputed of an award before its claims are held against it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from models import (
    BuyerAccount,
    ByHand,
    Disqualified,
    EarnedDiscount,
    LowBid,
    Redeployed,
    RuleState,
    StaffOutcome,
    Totals,
)
from selector.verify.accounts import accounts
from selector.verify.award import Award
from selector.verify.barred import disqualified
from selector.verify.by_hand import by_hand
from selector.verify.discounts import discounts
from selector.verify.levels import Level, levels
from selector.verify.limits import limits
from selector.verify.low_bids import low_bids
from selector.verify.moved import moved, saved
from selector.verify.objectives import level_values, totals
from selector.verify.people import people
from selector.verify.redeployment import Redeployment


@dataclass(frozen=True)
class Recomputed:
    """An award with what follows from it and from the moves of staff recorded with it."""

    award: Award
    redeployment: Redeployment
    moves: Mapping[tuple[str, str], int]
    """Those recorded that can be reckoned with: millionths of a WTE by group and vacancy."""
    discounts: tuple[EarnedDiscount, ...]
    totals: Totals
    staff: StaffOutcome | None
    buyers: tuple[BuyerAccount, ...]
    rules: tuple[RuleState, ...]
    levels: tuple[tuple[Level, Decimal], ...]
    """Each level of the board's objective with its value."""
    disqualified: tuple[Disqualified, ...]
    abnormally_low: tuple[LowBid, ...]
    by_hand: tuple[ByHand, ...]

    @classmethod
    def of(cls, award: Award, stated: Iterable[Redeployed]) -> "Recomputed":
        """What follows from an award, and from the moves ``stated``."""
        redeployment = Redeployment(award)
        moves = moved(redeployment, stated)
        earned = discounts(award)
        saving = saved(redeployment, moves)
        found = totals(award, earned, saving)
        return cls(
            award=award,
            redeployment=redeployment,
            moves=moves,
            discounts=earned,
            totals=found,
            staff=people(award, moves),
            buyers=accounts(award),
            rules=limits(award),
            levels=tuple(zip(levels(award.tender.case), level_values(award, found, saving), strict=True)),
            disqualified=disqualified(award.tender),
            abnormally_low=low_bids(award),
            by_hand=by_hand(award.tender),
        )
