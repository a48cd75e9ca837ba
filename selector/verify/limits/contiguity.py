"""Ground that hangs together."""

from collections.abc import Iterator

from models import RuleState
from selector.verify.award import Award
from selector.verify.limits.state import state
from selector.verify.places import pieces, place


def contiguity(award: Award) -> Iterator[RuleState]:
    """``contiguity[bidder, service]``: into how many pieces the places fall in which a provider serves."""
    tender = award.tender
    for (name, provided), won in award.by_provider.items():
        service = tender.services[provided]
        asked = service.contiguity
        if asked is None:
            continue
        places = {where for one in won if (where := place(tender.buyers[one.lot.buyer], asked)) is not None}
        yield state(
            f"contiguity[{name}, {provided}]",
            pieces(places, tender.neighbours[provided]),
            "exactly",
            1,
            "pieces",
            f"{service.name}: the {asked.of}s that {tender.bidders[name].name} serves must hang together.",
        )
