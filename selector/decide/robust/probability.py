"""How likely at most it is that an award turns out dearer than its worst case within a budget of uncertainty."""

import math
from fractions import Fraction


def exceeded(uncertain: int, budget: int) -> Fraction:
    """The probability, at most, that more is added than by the ``budget`` of ``uncertain`` bidders that add the most.

    Where each deviates by itself, as likely up as down, and by no more than was counted: the bound of Bertsimas and Sim
    (2004), theorem 3. 0 where all are within the budget.
    """
    if budget >= uncertain:
        return Fraction(0)
    middle = Fraction(uncertain + budget, 2)
    whole = math.floor(middle)
    part = middle - whole
    ways = (1 - part) * math.comb(uncertain, whole)
    ways += sum(math.comb(uncertain, each) for each in range(whole + 1, uncertain + 1))
    return Fraction(ways, 2**uncertain)
