"""Fair shares of what an award incurs beside its bids."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from models import ShareMethod
from selector.decide.choice.by_volume import by_volume
from selector.decide.choice.charges import Charges
from selector.decide.choice.nucleolus import nucleolus
from selector.decide.choice.pennies import to_the_penny
from selector.decide.choice.shapley import shapley

_METHODS: Mapping[ShareMethod, Callable[[Charges], Mapping[str, Fraction]]] = {
    "volume": by_volume,
    "shapley": shapley,
    "nucleolus": lambda charges: nucleolus(charges.buyers, charges.of),
}


def shares(charges: Charges, method: ShareMethod, buyers: Sequence[str]) -> Mapping[str, int]:
    """Whole pence for each buyer; they add up to the charges less discounts.

    Raises
    ------
    Unanswerable
        if the method can not be exact for so many buyers.
    SolverFailed
        if the linear programs of the nucleolus do not settle it.
    """
    exact = _METHODS[method](charges)
    return to_the_penny({buyer: exact.get(buyer, Fraction(0)) for buyer in buyers})
