"""Small random cases in which every family of rules is on now and then, and often bites."""

from tests.oracle.award import Award
from tests.oracle.draw.bars import bars
from tests.oracle.draw.bidders import bidders
from tests.oracle.draw.bids import bids
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.draw.limits import limits
from tests.oracle.draw.market import market
from tests.oracle.draw.objective import objective
from tests.oracle.draw.staff import staff
from tests.oracle.reading import read
from tests.oracle.worth import offers

_DATES = ("2013-04-01", "2014-10-01", "2015-03-31", "2015-04-01", "2016-01-15")


def random_case(seed: int) -> Document:
    """A valid case document of at most 4,096 awards; the same for the same seed."""
    dice = Dice(seed)
    case: Document = {"format": 1, "name": f"random case {seed}", "date": dice.choice(_DATES)}
    case["horizon"] = {"start": f"{dice.choice((2013, 2014, 2015))}-04-01", "years": dice.randint(1, 3)}
    if dice.chance(0.6):
        case["horizon"]["discount_rate"] = dice.number(dice.choice((0, "0.035", "0.1", "0.0375")))
    market(dice, case)
    bidders(dice, case)
    plan = bids(dice, case)
    staff(dice, case)
    facts = read(case)
    worth = offers(facts)
    taken = {lot: worth[plan[lot]] for lot in facts.lots}
    bars(dice, case, taken)
    limits(dice, case, facts, Award(facts, tuple(taken.values())))
    objective(dice, case)
    return case
