"""What is won or bought together, and who may win it, limited so that a half of each of two awards keeps the limit."""

import math
from collections import Counter
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.bars import competitors
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.draw.frameworks import framework_of
from tests.oracle.draw.joint import possible
from tests.oracle.draw.tighten_together import grounds, set_ground, together
from tests.oracle.read_agreements import read_frameworks, read_joint_purchases
from tests.oracle.tables import Case
from tests.oracle.worth import Offer

Pair = tuple[Award, Award]


def cap_on_lots(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    """The most lots that any bidder wins in the mean; of one service, over the awards in which it is a provider."""
    bound = sorted({name for award in pair for name in award.lots if not facts.bidders[name].at_home})
    if not bound:
        return
    if dice.chance(0.5):
        most = max(Fraction(sum(len(award.lots.get(name, ())) for award in pair), 2) for name in bound)
        case["max_lots_per_bidder"] = math.ceil(most)
        return
    row = dice.choice(case["services"])
    won = [[len(award.won.get((name, row["id"]), ())) for award in pair] for name in bound]
    means = [Fraction(sum(counts), sum(map(bool, counts))) for counts in won if any(counts)]
    if means:
        row["max_lots_per_bidder"] = math.ceil(max(means))


def joint(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    """A joint purchase of lots that have the same suppliers in both awards together, each half."""
    fitting = [row for row in possible(case) if _alike(facts, row, pair)]
    if fitting:
        listed = case.setdefault("joint_purchases", [])
        name = f"joint {len(listed)}"
        listed.append({"id": name, "name": name, **dice.choice(fitting)})


def _alike(facts: Case, row: Document, pair: Pair) -> bool:
    (purchase,) = read_joint_purchases({"joint_purchases": [{"id": "", **row}]}, facts.buyers)
    split = False
    for service in purchase.services or facts.services:
        lots = [lot.id for lot in facts.lots.values() if lot.service == service and lot.buyer in purchase.buyers]
        suppliers = [
            [_supplier(offer) for award in pair for offer in award.offers if offer.lot.id == lot] for lot in lots
        ]
        if any(Counter(each) != Counter(suppliers[0]) for each in suppliers):
            return False
        split = split or len(lots) > 1
    return split


def _supplier(offer: Offer) -> str | None:
    return None if offer.bidder.fallback else offer.bidder.id


def ground(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    """Ground that hangs together in both; so what follows, it bars what neither takes."""
    service = dice.choice(list(facts.services))
    fitting = [asked for asked in grounds(case, facts) if all(together(facts, service, asked, award) for award in pair)]
    if fitting and "contiguity" not in next(row for row in case["services"] if row["id"] == service):
        set_ground(dice, case, service, dice.choice(fitting))


def partner_only(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    """Somebody who may not stand alone, and does in neither."""
    winners = {offer.bidder.id for award in pair for offer in award.offers}
    needed = set(winners)
    for name in winners:
        partners = [facts.bidders[partner] for partner, _ in facts.bidders[name].partners]
        if not any(row.nhs for row in partners):
            needed |= {row.id for row in partners}
    others = [row for row in case["bidders"] if row["id"] not in needed]
    if others:
        dice.choice(others)["partner_only"] = True


def framework(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    """A framework to which those are accredited that win in either award, or one with as much competition as both have."""
    row = framework_of(dice, case, dice.choice(list(facts.services)))
    won = [offer for award in pair for offer in award.offers if offer.lot.service in row["services"]]
    won = [offer for offer in won if not offer.bidder.at_home]
    if dice.chance(0.5):
        winners = {offer.bidder.id for offer in won}
        row["accredited"] = [bidder["id"] for bidder in case["bidders"] if bidder["id"] in winners]
    (asked,) = read_frameworks({"frameworks": [row]})
    fewest = min((sum(map(asked.admits, competitors(facts, offer.lot.id))) for offer in won), default=0)
    if dice.chance(0.5) or fewest < asked.min_competitors:
        row["min_competitors"] = fewest
