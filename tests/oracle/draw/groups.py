"""Exclusive groups: bids of one bidder of which at most one is accepted."""

from tests.oracle.draw.dice import Dice, Document


def groups(dice: Dice, case: Document, plan: dict[str, str]) -> None:
    """Put bids in groups, seldom two that the plan takes."""
    taken = set(plan.values())
    for bidder in dice.sample(case["bidders"], len(case["bidders"])):
        mine = [bid for bid in case["bids"] if bid["bidder"] == bidder["id"]]
        planned = [bid for bid in mine if bid["id"] in taken]
        together = [bid for bid in mine if bid["id"] not in taken]
        together = dice.sample(together, min(len(together), dice.randint(1, 3)))
        together += dice.sample(planned, min(len(planned), dice.choice((0, 1, 1, 1, 1, 1, 1, 2))))
        if len(together) > 1 and dice.chance(0.6):
            # Two bidders may call their groups alike: they are two groups.
            name = dice.choice(("either", "either", "one of these"))
            for bid in together:
                bid["exclusive_group"] = name
