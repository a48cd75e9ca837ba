"""One limit tightened, or one bar raised, so that an award that was allowed is so no more."""

import math
from collections.abc import Callable
from fractions import Fraction

from tests.oracle.award import Award
from tests.oracle.draw import tighten_together
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.exact import PENNY, THOUSANDTH
from tests.oracle.figures import mean
from tests.oracle.rows import served_in_local_services, spent
from tests.oracle.tables import Case
from tests.oracle.worth import Offer

_QUARTER = Fraction(1, 4)
_PARTS = (Fraction(0), Fraction(1, 10), Fraction(2, 5))


def tighten(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """Change the document, of which ``facts`` are, so that it forbids ``award``; or not at all, where the dice fall so."""
    dice.choice(_FAMILIES)(dice, case, facts, award)


def _below(dice: Dice, value: Fraction, step: Fraction) -> Fraction | None:
    """A limit that ``value`` passes: by a step or by more; None where there is none."""
    return _lower(value, step, dice.choice(_PARTS))


def _lower(value: Fraction, step: Fraction, part: Fraction) -> Fraction | None:
    """A limit that ``value`` passes: by a ``part`` of it, or by a step where that is more; None where there is none."""
    return None if value < step else math.floor((value - max(step, value * part)) / step) * step


def _above(dice: Dice, value: Fraction, step: Fraction) -> Fraction:
    """A limit that ``value`` misses: by a step or by more."""
    least = max(step, value * dice.choice(_PARTS))
    return math.ceil((value + least) / step) * step


def _points_above(dice: Dice, value: Fraction) -> Fraction | None:
    least = (math.floor(value / _QUARTER) + dice.choice((1, 1, 8, 40))) * _QUARTER
    return None if value >= 100 else min(least, Fraction(100))


def _row(case: Document, table: str, name: str) -> Document:
    row: Document = next(row for row in case[table] if row["id"] == name)
    return row


def _offer(dice: Dice, award: Award, *, listed: bool = False) -> Offer | None:
    """One of the award's offers; of the ``listed`` ones, no fallback."""
    offers = [offer for offer in award.offers if not (listed and offer.bidder.id.startswith("in-house:"))]
    return dice.choice(offers) if offers else None


def _floor(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    won = [(bidder, service) for bidder, service in award.won if not facts.bidders[bidder].at_home]
    if won:
        bidder, service = dice.choice(won)
        row, kind = _row(case, "services", service), facts.bidders[bidder].kind
        volume = award.volume(bidder, service) + facts.bidders[bidder].served_elsewhere_by_service.get(service, 0)
        limit = dice.number(_above(dice, volume, THOUSANDTH))
        if kind in row.get("floor_by_kind", {}) or dice.chance(0.6):
            row.setdefault("floor_by_kind", {})[kind] = limit
        else:
            row["floor"] = limit


def _capacity(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """Of a winner, or of a partner of one."""
    used: list[tuple[str, str, Fraction]] = []
    for row in facts.bidders.values():
        for service in facts.services:
            drawn = sum((share * award.volume(other, service) for other, share in row.memberships), Fraction(0))
            volume = award.volume(row.id, service) + drawn
            if volume and not row.id.startswith("in-house:"):
                used += [(row.id, service, volume)] * (3 if drawn else 1)
    if used:
        bidder, service, volume = dice.choice(used)
        limit = _below(dice, volume, THOUSANDTH)
        if limit is not None:
            _row(case, "bidders", bidder).setdefault("capacity", {})[service] = dice.number(limit)


def _work(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    row = dice.choice(case["bidders"])
    drawn = sum((share * award.wte(other) for other, share in facts.bidders[row["id"]].memberships), Fraction(0))
    limit = _below(dice, award.wte(row["id"]) + drawn, THOUSANDTH)
    if limit is not None:
        row["capacity_wte"] = dice.number(limit)


def _fewest(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    row = dice.choice(case["services"])
    limit = len(award.providers[row["id"]]) + 1
    if limit <= row.get("max_providers", limit) and row.get("shape") != "single":
        row["min_providers"] = limit


def _most(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    row = dice.choice(case["services"])
    limit = len(award.providers[row["id"]]) - 1
    if limit >= max(row.get("min_providers", 0), 2 if row.get("shape") == "plural" else 1):
        row["max_providers"] = limit


def _viability(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    for bidder in dice.sample(sorted(award.lots), len(award.lots)):
        served = served_in_local_services(facts, award.lots[bidder])
        if served and not facts.bidders[bidder].at_home:
            people = sum(facts.buyers[buyer].people for buyer in served) + facts.bidders[bidder].served_elsewhere
            _row(case, "bidders", bidder)["viability_floor"] = int(_above(dice, Fraction(people), Fraction(1)))
            return


def _budget(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    buyer = dice.choice(case["buyers"])
    part = dice.choice(_PARTS)
    year = dice.choice(facts.horizon.names)
    limit = _lower(spent(facts, award, buyer["id"], year) * PENNY, PENNY, part)
    if limit is not None:
        buyer.setdefault("budget", {})[year] = dice.number(limit)


def _cap(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    row, offers = case, list(award.offers)
    if dice.chance(0.5):
        row = dice.choice(case["buyers"])
        offers = [offer for offer in award.offers if offer.lot.buyer == row["id"]]
    limit = _below(dice, sum(offer.buyers_liability for offer in offers) * PENNY, PENNY)
    if limit is not None:
        row["liability_cap"] = dice.number(limit)


def _buyers_quality(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    row = dice.choice(case["buyers"])
    mine = [offer for offer in award.offers if offer.lot.buyer == row["id"]]
    if mine:
        quality = sum((offer.weighted_quality for offer in mine), Fraction(0))
        limit = _points_above(dice, quality / sum(offer.lot.weight for offer in mine))
        if limit is not None:
            row["min_mean_quality"] = dice.number(limit)


def _standard(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    row = dice.choice(case["services"])
    won = [award.won[bidder, row["id"]] for bidder in sorted(award.providers[row["id"]])]
    means = [mean(part) for part in won] if row.get("shape") == "plural" else [mean(offer for p in won for offer in p)]
    limit = _points_above(dice, min(means))
    if limit is not None:
        row["quality_standard"] = dice.number(limit)


def _minimum(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    offer = _offer(dice, award, listed=True)
    if offer is not None and facts.bids[offer.id].scores:
        name = dice.choice(sorted(facts.bids[offer.id].scores))
        limit = _points_above(dice, facts.bids[offer.id].scores[name])
        if limit is not None:
            _row(case, "criteria", name)["minimum"] = dice.number(limit)


def _least_quality(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    offer = dice.choice(award.offers)
    limit = _points_above(dice, offer.quality)
    if limit is not None:
        listed = "lots" in case and (
            dice.chance(0.5) or _row(case, "lots", offer.lot.id).get("min_quality") is not None
        )
        row = _row(case, "lots", offer.lot.id) if listed else _row(case, "services", offer.lot.service)
        row["min_quality"] = dice.number(limit)


def _shape(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    row = dice.choice(case["services"])
    count = len(award.providers[row["id"]])
    groups = {facts.bidders[bidder].group for bidder in award.providers[row["id"]]}
    if count == 1 and row.get("max_providers") != 1:
        row["shape"] = "plural"
        row.setdefault("quality_standard", 0)
    elif len(groups) > 1 and dice.chance(0.6):
        row["shape"] = "network"
    elif count > 1 and row.get("min_providers", 0) <= 1:
        row["shape"] = "single"


def _veto(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    offer = _offer(dice, award, listed=True)
    if offer is not None:
        vetoes = _row(case, "buyers", offer.lot.buyer).setdefault("vetoes", [])
        vetoes.insert(dice.randint(0, len(vetoes)), offer.bidder.id)


def _shortlist(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    offer = _offer(dice, award, listed=True)
    if offer is not None:
        row = _row(case, "buyers", offer.lot.buyer)
        listed = row.get("shortlist", [bidder["id"] for bidder in case["bidders"]])
        row["shortlist"] = [bidder for bidder in listed if bidder != offer.bidder.id]


_FAMILIES: tuple[Callable[[Dice, Document, Case, Award], None], ...] = (
    _floor,
    _floor,
    _capacity,
    _work,
    _fewest,
    _most,
    _most,
    _most,
    _viability,
    _budget,
    _cap,
    _buyers_quality,
    _standard,
    _minimum,
    _least_quality,
    _shape,
    _veto,
    _shortlist,
    tighten_together.cap_on_lots,
    tighten_together.cap_on_lots,
    tighten_together.joint,
    tighten_together.joint,
    tighten_together.ground,
    tighten_together.ground,
    tighten_together.partner_only,
    tighten_together.framework,
    tighten_together.competition,
)
