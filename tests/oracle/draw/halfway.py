"""One limit set halfway between two awards: a half of each would keep it, and whole awards keep it seldom.

So where the halves of two awards keep every limit, the relaxation that may split a lot has an answer, whatever is set.
"""

import math
from collections.abc import Callable
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.draw import halfway_together
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.exact import PENNY, THOUSANDTH
from tests.oracle.rows import served_in_local_services
from tests.oracle.tables import Case
from tests.oracle.worth import Offer

Pair = tuple[Award, Award]


def halfway(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    """Change the document, of which ``facts`` are, in a way that spares the halves of two awards that it allows."""
    dice.choice(_FAMILIES)(dice, case, facts, pair)


def _up(value: Fraction, step: Fraction) -> Fraction:
    return math.ceil(value / step) * step


def _down(value: Fraction, step: Fraction) -> Fraction:
    return math.floor(value / step) * step


def _floor(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    """At most the mean volume of any provider, over the awards in which it is one."""
    row = dice.choice(case["services"])
    service = row["id"]
    bound = [
        sum((award.volume(bidder, service) for award in pair), Fraction(0))
        / sum(bidder in award.providers[service] for award in pair)
        + facts.bidders[bidder].served_elsewhere_by_service.get(service, 0)
        for bidder in sorted(pair[0].providers[service] | pair[1].providers[service])
        if not facts.bidders[bidder].at_home
    ]
    if bound:
        row["floor"] = dice.number(_down(min(bound), THOUSANDTH))
        row.pop("floor_by_kind", None)


def _capacity(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    row = dice.choice([row for row in case["bidders"] if any(row["id"] in award.lots for award in pair)])
    services = [service for service in facts.services if any(row["id"] in award.providers[service] for award in pair)]
    service = dice.choice(services)
    provides = sum(row["id"] in award.providers[service] for award in pair)
    own = sum((award.volume(row["id"], service) for award in pair), Fraction(0))
    memberships = facts.bidders[row["id"]].memberships
    drawn = sum((share * award.volume(other, service) for award in pair for other, share in memberships), Fraction(0))
    limit = max(own / provides, (own + drawn) / 2)
    row.setdefault("capacity", {})[service] = dice.number(_up(limit, THOUSANDTH))


def _work(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    row = dice.choice(case["bidders"])
    memberships = facts.bidders[row["id"]].memberships
    drawn = sum((share * award.wte(other) for award in pair for other, share in memberships), Fraction(0))
    work = sum((award.wte(row["id"]) for award in pair), Fraction(0)) + drawn
    if work:
        row["capacity_wte"] = dice.number(_up(work / 2, THOUSANDTH))


def _counts(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    """Between the counts of two awards, one of which has more providers."""
    row = dice.choice(case["services"])
    count = Fraction(sum(len(award.providers[row["id"]]) for award in pair), 2)
    if row.get("shape") is None:
        row["min_providers"], row["max_providers"] = math.floor(count), math.ceil(count)


def _viability(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    row = dice.choice([row for row in case["bidders"] if any(row["id"] in award.lots for award in pair)])
    served = [served_in_local_services(facts, award.lots.get(row["id"], ())) for award in pair]
    stands = sum(bool(buyers) for buyers in served)
    if stands:
        people = Fraction(sum(facts.buyers[buyer].people for buyers in served for buyer in buyers), stands)
        row["viability_floor"] = int(_down(people, Fraction(1))) + row.get("served_elsewhere", 0)


def _mean_pence(pair: Pair, pence: Callable[[Offer], int], buyer: str | None = None) -> Fraction:
    """The mean over both awards of what the offers, those for a buyer's lots, come to, in whole pence as pounds."""
    total = sum(pence(row) for award in pair for row in award.offers if buyer in (None, row.lot.buyer))
    return _up(total * PENNY / 2, PENNY)


def _budget(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    row = dice.choice(case["buyers"])
    at = dice.randrange(facts.horizon.years)
    limit = _mean_pence(pair, lambda offer: offer.amounts[at], row["id"])
    row.setdefault("budget", {})[facts.horizon.names[at]] = dice.number(limit)


def _cap(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    row = dice.choice([case, *case["buyers"]])
    limit = _mean_pence(pair, lambda offer: offer.buyers_liability, row.get("id"))
    row["liability_cap"] = dice.number(limit)


def _buyers_quality(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    row = dice.choice(case["buyers"])
    mine = [offer for award in pair for offer in award.offers if offer.lot.buyer == row["id"]]
    if mine:
        quality = sum((offer.weighted_quality for offer in mine), Fraction(0))
        row["min_mean_quality"] = dice.number(_down(quality / sum(offer.lot.weight for offer in mine), THOUSANDTH))


def _standard(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    row = dice.choice(case["services"])
    mine = [offer for award in pair for offer in award.offers if offer.lot.service == row["id"]]
    parts = [mine]
    if row.get("shape") == "plural":
        bidders = sorted({offer.bidder.id for offer in mine})
        parts = [[offer for offer in mine if offer.bidder.id == bidder] for bidder in bidders]
    means = [
        sum((offer.people_quality for offer in part), Fraction(0)) / sum(offer.lot.people for offer in part)
        for part in parts
    ]
    row["quality_standard"] = dice.number(_down(min(means), THOUSANDTH))


def _least_quality(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    """Bars what neither award takes; so do the next two."""
    row = dice.choice(case.get("lots") or case["services"])
    taken = [offer for award in pair for offer in award.offers if row["id"] in (offer.lot.id, offer.lot.service)]
    row["min_quality"] = dice.number(min(offer.quality for offer in taken))


def _minimum(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    taken = [facts.bids[offer.id].scores for award in pair for offer in award.offers]
    for row in dice.sample(case["criteria"], len(case["criteria"])):
        scores = [by_name[row["id"]] for by_name in taken if row["id"] in by_name]
        if scores:
            row["minimum"] = dice.number(min(scores))
            return


def _shortlist(dice: Dice, case: Document, facts: Case, pair: Pair) -> None:
    row = dice.choice(case["buyers"])
    winners = {offer.bidder.id for award in pair for offer in award.offers if offer.lot.buyer == row["id"]}
    row["shortlist"] = [bidder["id"] for bidder in case["bidders"] if bidder["id"] in winners]


_FAMILIES: tuple[Callable[[Dice, Document, Case, Pair], None], ...] = (
    _floor,
    _floor,
    _capacity,
    _capacity,
    _work,
    _counts,
    _viability,
    _budget,
    _budget,
    _cap,
    _buyers_quality,
    _standard,
    _least_quality,
    _minimum,
    _shortlist,
    halfway_together.cap_on_lots,
    halfway_together.cap_on_lots,
    halfway_together.joint,
    halfway_together.joint,
    halfway_together.ground,
    halfway_together.partner_only,
    halfway_together.framework,
)
