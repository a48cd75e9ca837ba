"""Which rules keep a bid from winning in any award: those that cannot hold together once it is to be accepted."""

from collections.abc import Callable
from decimal import Decimal

from models import Bid, Case, Options, Pick
from models.explain import Bar
from selector.decide.conflict import Ask, conflict

_REASON = "To see what keeps it from winning."


def bars(case: Case, bid: Bid, options: Options, seconds: float, stop: Callable[[], bool]) -> tuple[Bar, ...]:
    """The rules, by name, where no award contains the bid even at a price of £0; without its own price they are the same.

    Named as a conflict of the case names them in which the bid is picked: the pick itself is none of them.
    """
    picked = _picked_instead(case, bid)
    if picked:
        return picked
    # A name that no pick of the case has.
    name = f"{bid.id} wins"[:200]
    while any(pick.id == name for pick in case.picks):
        name = f"{name[:199]}'"
    free = bid.model_copy(update={"price": Decimal(0), "prices": {}})
    asked = case.model_copy(
        update={
            "bids": tuple(free if each.id == bid.id else each for each in case.bids),
            "picks": (*case.picks, Pick(id=name, bid=bid.id, reason=_REASON)),
            # They forbid nothing, and may take off more than is asked at £0.
            "discounts": (),
            "scenarios": (),
        }
    )
    found = conflict(Ask(asked, options, seconds, clashes=1, repairs=0), stop=stop, isolated=False)
    return tuple(Bar(rule=each.rule, sentence=each.sentence) for each in found.rules if each.rule != f"pick[{name}]")


def _picked_instead(case: Case, bid: Bid) -> tuple[Bar, ...]:
    """Bids picked by hand for its lots, or of its exclusive group: beside these it is no choice at all."""
    listed = {each.id: each for each in case.bids}
    found = []
    for pick in case.picks:
        other = listed.get(pick.bid)
        lots = set(other.lots) if other is not None else {pick.bid.partition(":")[2]}
        excluded = (
            other is not None
            and other.bidder == bid.bidder
            and other.exclusive_group is not None
            and other.exclusive_group == bid.exclusive_group
        )
        if excluded or lots & set(bid.lots):
            found.append(Bar(rule=f"pick[{pick.id}]", sentence=f"{pick.bid} is picked by hand: {pick.reason}"))
    return tuple(found)
