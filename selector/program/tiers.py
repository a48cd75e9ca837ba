"""The tiers of one discount in a program: which one is in force follows from the accepted bids, exactly."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Tiers:
    """Columns of one discount. A solver tells a tier's start within its tolerance only; this tells it to the unit."""

    tier: Ints
    """Column of each tier."""
    start: Ints
    """Quantity from which each is in force."""
    accept: Ints
    """Accept columns of the bids that count."""
    quantity: Ints
    """What each of them counts."""
    priced: Ints
    """Priced columns, one for a bid and a tier."""
    bid: Ints
    """Position in ``accept`` of the bid of each priced column."""
    at: Ints
    """Position in ``tier`` of the tier of each priced column."""

    def settle(self, columns: Ints) -> None:
        """Put the tier that the accepted bids of ``columns`` reach in force there, and price them in it."""
        accepted = columns[self.accept] > 0
        columns[self.tier] = 0
        columns[self.priced] = 0
        if accepted.any():
            reached = int(np.searchsorted(self.start, self.quantity[accepted].sum(), side="right")) - 1
            columns[self.tier[reached]] = 1
            columns[self.priced] = accepted[self.bid] & (self.at == reached)
