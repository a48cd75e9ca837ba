"""The integer program: sparse rows and named columns, laid from an appraisal, one file for each family of rows."""

from selector.program.excess import excess_of_awards
from selector.program.lay import lay
from selector.program.objectives import Objectives, least_cost, money_valued, objectives, tie_breaker
from selector.program.program import Family, Program

__all__ = [
    "Family",
    "Objectives",
    "Program",
    "excess_of_awards",
    "lay",
    "least_cost",
    "money_valued",
    "objectives",
    "tie_breaker",
]
