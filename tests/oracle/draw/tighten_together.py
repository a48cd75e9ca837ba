"""What is won or bought together, and who may win it, tightened so that an award that was allowed is so no more."""

import math
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from tests.oracle.agreements import Contiguity
from tests.oracle.award import Award
from tests.oracle.bars import competitors
from tests.oracle.draw.dice import Dice, Document
from tests.oracle.draw.frameworks import framework_of
from tests.oracle.draw.joint import kept, possible
from tests.oracle.places import kilometres
from tests.oracle.read_agreements import read_frameworks
from tests.oracle.tables import Case
from tests.oracle.together import contiguity
from tests.oracle.worth import Offer

_METRE = Fraction(1, 1000)


def cap_on_lots(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """One lot fewer than some bidder wins, of all services or of one."""
    every = [(case, len(lots)) for name, lots in award.lots.items() if not facts.bidders[name].at_home]
    of_one = [
        (next(row for row in case["services"] if row["id"] == service), len(won))
        for (name, service), won in award.won.items()
        if not facts.bidders[name].at_home
    ]
    several = [(row, count) for row, count in (*every, *of_one) if count > 1]
    if several:
        row, count = dice.choice(several)
        row["max_lots_per_bidder"] = count - 1


def joint(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """A joint purchase of what several suppliers have won."""
    split = [row for row in possible(case) if not kept(facts, row, award)]
    if split:
        listed = case.setdefault("joint_purchases", [])
        name = f"joint {len(listed)}"
        listed.insert(dice.randint(0, len(listed)), {"id": name, "name": name, **dice.choice(split)})


def ground(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """A service whose ground is to hang together, though some provider's does not."""
    found = [
        (service, asked)
        for service in facts.services
        for asked in grounds(case, facts)
        if not together(facts, service, asked, award)
    ]
    if found:
        service, asked = dice.choice(found)
        set_ground(dice, case, service, asked)


def together(facts: Case, service: str, asked: Contiguity, award: Award) -> bool:
    """Whether all that is asked of a service's ground holds of an award."""
    services = {**facts.services, service: replace(facts.services[service], contiguity=asked)}
    broken = set(contiguity(replace(facts, services=services), award))
    return not any(f"contiguity[{bidder}, {service}]" in broken for bidder in award.providers[service])


def set_ground(dice: Dice, case: Document, service: str, asked: Contiguity) -> None:
    """State it."""
    row: Document = {"of": asked.of}
    if asked.within_km is not None:
        row["within_km"] = dice.number(asked.within_km)
    next(each for each in case["services"] if each["id"] == service)["contiguity"] = row


def grounds(case: Document, facts: Case) -> Iterator[Contiguity]:
    """What may be asked of ground: each level, by neighbours or within a metre more or less than the way of some pair."""
    levels = ["buyer", *(level for level in ("area", "region") if level in case["buyers"][0])]
    at = [row.position for row in facts.buyers.values() if row.position is not None]
    apart = sorted({kilometres(one, other) for one in at for other in at})
    for level in levels:
        yield Contiguity(level, None)
        for distance in apart:
            metres = math.floor(distance / float(_METRE)) * _METRE
            yield from (Contiguity(level, metres + step) for step in (-_METRE, 2 * _METRE) if metres + step > 0)


def partner_only(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """A winner that may not stand alone, or a partner of one without the family."""
    offer = _listed(dice, award)
    if offer is not None:
        partners = [facts.bidders[name] for name, _ in offer.bidder.partners]
        shy = [offer.bidder, *([] if any(row.nhs for row in partners) else partners)]
        name = dice.choice(shy).id
        next(row for row in case["bidders"] if row["id"] == name)["partner_only"] = True


def framework(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """A framework to which a winner is not accredited."""
    offer = _listed(dice, award)
    if offer is not None and not offer.bidder.at_home:
        row = framework_of(dice, case, offer.lot.service)
        listed = row.get("accredited", [bidder["id"] for bidder in case["bidders"]])
        row["accredited"] = [name for name in listed if name != offer.bidder.id]


def competition(dice: Dice, case: Document, facts: Case, award: Award) -> None:
    """One competitor more than there are for what is won."""
    offer = _listed(dice, award)
    if offer is not None and not offer.bidder.at_home:
        row = framework_of(dice, case, offer.lot.service)
        (asked,) = read_frameworks({"frameworks": [row]})
        row["min_competitors"] = sum(map(asked.admits, competitors(facts, offer.lot.id))) + 1


def _listed(dice: Dice, award: Award) -> Offer | None:
    """An offer that is no fallback."""
    offers = [offer for offer in award.offers if not offer.bidder.fallback]
    return dice.choice(offers) if offers else None
