"""What a verification says."""

from dataclasses import dataclass
from decimal import Decimal

from models import ByHand, Disqualified, LowBid, RuleState, Totals


@dataclass(frozen=True)
class Finding:
    """One thing wrong with an award."""

    rule: str
    """What is broken: a rule of the case such as ``floor[bidder, service]``, or a figure such as ``awards[3].cost``."""
    message: str
    """A sentence with what was found and what was expected."""


@dataclass(frozen=True)
class Verification:
    """The outcome of a check, and what it recomputed on the way.

    Without an award, or with one that does not give every lot to one bid, nothing can be recomputed: ``rules`` and
    ``objectives`` are empty, ``totals`` and ``objective`` are None.
    """

    valid: bool
    """Whether there are no findings."""
    findings: tuple[Finding, ...]
    """In the order of the checks, and within each of the case; alike for like input."""
    rules: tuple[RuleState, ...] = ()
    """Every limit of the case that concerns the award, by family and then in case order; figures to six decimals."""
    totals: Totals | None = None
    """The totals as they should be."""
    disqualified: tuple[Disqualified, ...] = ()
    """The bids that may not be accepted, with every reason."""
    abnormally_low: tuple[LowBid, ...] = ()
    """The bids that are so low that the board is to ask why."""
    by_hand: tuple[ByHand, ...] = ()
    """What the case decides by hand."""
    objectives: tuple[Decimal, ...] = ()
    """The value of each level of the board's objective: £ to a penny, points and priorities to six decimals, lots or WTE."""
    first: int = 0
    """Which of ``objectives`` is that of the board's first objective: those before are priorities of rules."""

    @property
    def objective(self) -> Decimal | None:
        """The value of the board's first objective, after any priorities; None where there is no award to value."""
        return self.objectives[self.first] if self.objectives else None
