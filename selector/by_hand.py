"""What a case decides by hand, in words."""

from models import ByHand, Case, Exclusion


def by_hand(case: Case) -> tuple[ByHand, ...]:
    """Picks, then exclusions, each with its reason."""
    bids = {bid.id: bid for bid in case.bids}
    bidders = {bidder.id: bidder.name for bidder in case.bidders}
    picks = (
        ByHand(
            name=f"pick[{pick.id}]",
            sentence=f"Bid {pick.bid}"
            + (f" by {bidders[bids[pick.bid].bidder]}" if pick.bid in bids else "")
            + " is picked by hand.",
            reason=pick.reason,
        )
        for pick in case.picks
    )
    exclusions = (
        ByHand(name=f"exclusion[{each.id}]", sentence=_excluded(each, bidders), reason=each.reason)
        for each in case.exclusions
    )
    return (*picks, *exclusions)


def _excluded(exclusion: Exclusion, bidders: dict[str, str]) -> str:
    if exclusion.bidder is None:
        return f"Bid {exclusion.bid} is left out."
    lots = exclusion.lots
    places = (*lots.buyers, *lots.areas, *lots.regions)
    of = f" for {', '.join(lots.services)}" if lots.services else ""
    to = f" in {', '.join(places)}" if places else ""
    return f"{bidders[exclusion.bidder]} is left out{of}{to}."
