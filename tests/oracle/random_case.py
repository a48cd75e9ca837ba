"""Small random cases in which every family of rules is on now and then, and often bites."""

from tests.oracle.award import Award
from tests.oracle.draw.alone import alone
from tests.oracle.draw.bars import bars
from tests.oracle.draw.bidders import bidders
from tests.oracle.draw.bids import bids
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.draw.discounts import discounts
from tests.oracle.draw.frameworks import caps, frameworks
from tests.oracle.draw.ground import ground
from tests.oracle.draw.groups import groups
from tests.oracle.draw.joint import joint_purchases, optional_lots
from tests.oracle.draw.limits import limits
from tests.oracle.draw.market import market
from tests.oracle.draw.mobilisation import mobilisation
from tests.oracle.draw.objective import objective
from tests.oracle.draw.packages import packages
from tests.oracle.draw.people import people
from tests.oracle.draw.places import outposts, places
from tests.oracle.draw.staff import staff
from tests.oracle.draw.torn import torn
from tests.oracle.draw.whole_life import whole_life
from tests.oracle.reading import read
from tests.oracle.worth import worths

_DATES = ("2013-04-01", "2014-10-01", "2015-03-31", "2015-04-01", "2016-01-15")
# Of these only some are drawn for a case: together they would leave few awards to choose from.
_RULES = (groups, alone, alone, frameworks, caps, joint_purchases, ground, ground)


def random_case(seed: int) -> Document:
    """A valid case document of at most 4,096 awards; the same for the same seed."""
    dice = Dice(seed)
    # What is drawn beside buyers, lots and bids has dice of its own: without it, a seed's case is as it was before.
    beside = Dice(f"beside {seed}")
    # So has what is drawn of time, money and people.
    later = Dice(f"later {seed}")
    case: Document = {"format": 1, "name": f"random case {seed}", "date": dice.choice(_DATES)}
    case["horizon"] = {"start": f"{dice.choice((2013, 2014, 2015))}-04-01", "years": dice.randint(1, 3)}
    if dice.chance(0.6):
        case["horizon"]["discount_rate"] = dice.number(dice.choice((0, "0.035", "0.1", "0.0375")))
    market(dice, case)
    places(beside, case)
    on = beside.sample(_RULES, beside.choice((0, 1, 1, 2, 2, 3)))
    if joint_purchases in on:
        optional_lots(beside, case)
    bidders(dice, case)
    outposts(beside, case)
    plan = packages(beside, case, bids(dice, case))
    if groups in on:
        groups(beside, case, plan)
    staff(dice, case)
    if alone in on:
        alone(beside, case, {bid["bidder"] for bid in case["bids"] if bid["id"] in plan.values()})
    if later.chance(0.4):
        whole_life(later, case)
    if later.chance(0.4):
        people(later, case)
    facts = read(case)
    worth = worths(facts)
    award = Award(facts, tuple(worth[bid] for bid in dict.fromkeys(plan.values())))
    bars(dice, case, {offer.lot.id: offer for offer in award.offers})
    if not beside.chance(0.2):
        limits(dice, case, facts, award)
    for family in (frameworks, caps, joint_purchases, ground):
        if family in on:
            family(beside, case, facts, award)
    if later.chance(0.25):
        mobilisation(later, case, facts, award)
    discounts(beside, case, facts, award)
    objective(dice, case)
    if beside.chance(0.1):
        torn(beside, case)
    return case
