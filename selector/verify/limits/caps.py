"""How many lots one bidder may win."""

from collections.abc import Iterator

from models import RuleState
from selector.verify.award import Award
from selector.verify.limits.state import state
from selector.verify.words import count


def max_lots(award: Award) -> Iterator[RuleState]:
    """``max_lots[bidder]``: the lots of all services that a bidder wins."""
    most = award.tender.case.max_lots_per_bidder
    if most is None:
        return
    for name, won in award.by_bidder.items():
        bidder = award.tender.bidders[name]
        if not award.tender.at_home(bidder):
            sentence = f"{bidder.name} may win at most {count(most, 'lot')}."
            yield state(f"max_lots[{name}]", len(won), "at most", most, "lots", sentence)


def max_lots_of_service(award: Award) -> Iterator[RuleState]:
    """``max_lots[bidder, service]``: the lots of one service that a bidder wins."""
    for (name, provided), won in award.by_provider.items():
        bidder, service = award.tender.bidders[name], award.tender.services[provided]
        most = service.max_lots_per_bidder
        if most is not None and not award.tender.at_home(bidder):
            sentence = f"{service.name}: {bidder.name} may win at most {count(most, 'lot')}."
            yield state(f"max_lots[{name}, {provided}]", len(won), "at most", most, "lots", sentence)
