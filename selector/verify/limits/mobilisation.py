"""How fast bidders can take work over."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from models import Mobilisation, RuleState
from selector.verify.award import Award
from selector.verify.calendar import whole_months
from selector.verify.limits.state import state
from selector.verify.won import Won
from selector.verify.words import quantity


def mobilised_lots(award: Award) -> Iterator[RuleState]:
    """``mobilised_lots[bidder, day]``: the lots that a bidder has taken over by a day."""
    return _mobilised(award, "lots", lambda mobilisation: mobilisation.lots_a_month, lambda _: Decimal(1))


def mobilised_wte(award: Award) -> Iterator[RuleState]:
    """``mobilised_wte[bidder, day]``: the work that a bidder has taken over by a day."""
    return _mobilised(
        award, "WTE", lambda mobilisation: mobilisation.wte_a_month, lambda won: award.tender.wte(won.lot)
    )


def _mobilised(
    award: Award, unit: str, rate: Callable[[Mobilisation], Decimal | None], counted: Callable[[Won], Decimal]
) -> Iterator[RuleState]:
    """The states of every day on which bids start that are accepted of a bidder: between them nothing is added."""
    for name, won in award.by_bidder.items():
        bidder = award.tender.bidders[name]
        mobilisation = bidder.mobilisation
        a_month = None if mobilisation is None else rate(mobilisation)
        if mobilisation is None or a_month is None:
            continue
        for day in sorted({_start(award, one) for one in won}):
            taken = (one for one in won if _start(award, one) <= day and one.lot.incumbent != name)
            most = a_month * whole_months(mobilisation.begins, day)
            yield state(
                f"mobilised_{unit.lower()}[{name}, {day}]",
                sum(map(counted, taken), Decimal(0)),
                "at most",
                most,
                unit,
                f"{bidder.name} can have taken over at most {quantity(most, unit)} by {day}.",
            )


def _start(award: Award, won: Won) -> date:
    return won.bid.start or award.tender.case.horizon.start
