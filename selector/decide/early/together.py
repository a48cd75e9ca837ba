"""What bidders may win in all, what is bought together, and ground that hangs together."""

from collections.abc import Iterator

import numpy as np

from selector.decide.early.known import Bools, Known
from selector.decide.unusable import Names, pieces


def caps(known: Known) -> Iterator[Names]:
    """Caps that let bidders win fewer lots, all together, than there are."""
    a = known.appraisal
    every = np.ones(len(a.bids.pair_lot), dtype=np.bool_)
    asked = [
        (f"max_lots[{a.services.ids[service]}]", float(a.services.max_lots[service]), known.service == service)
        for service in np.flatnonzero(np.isfinite(a.services.max_lots)).tolist()
    ]
    asked += [("max_lots", a.limits.max_lots, every)] if np.isfinite(a.limits.max_lots) else []
    for name, most, here in asked:
        there_are = len(np.unique(a.bids.pair_lot[here]))
        if _won(known, here, most) < there_are:
            yield (name,)
        elif _won(known, here & known.usable, most) < there_are:
            yield (name, *known.reasons(here))


def joint(known: Known) -> Iterator[Names]:
    """Lots bought together that nobody bids for all of, or nobody that may win them."""
    a = known.appraisal
    for bought in a.joint:
        name = f"joint[{bought.purchase}]"
        here = np.isin(a.bids.pair_lot, bought.lots)
        if _all_fall_back(known, bought.lots.tolist()):
            continue
        able, usable = (_bidding_for_all(known, pairs, len(bought.lots)) for pairs in (here, here & known.usable))
        if not able:
            yield (name,)
        elif not usable:
            yield (name, *known.reasons(here & np.isin(a.bids.pair_bidder, able)))


def pieces_of_ground(known: Known) -> Iterator[Names]:
    """Ground in more pieces than there may be providers, each of which serves one; or bought together across them."""
    a = known.appraisal
    for ground in a.grounds:
        name, service = a.services.ids[ground.service], ground.service
        contiguity, piece = f"contiguity[{name}]", pieces(ground)
        count = len(np.unique(piece))
        if count > a.services.max_providers[service]:
            yield (contiguity, f"max_providers[{name}]")
        if count > 1 and a.services.single[service]:
            yield (contiguity, f"shape[{name}]")
        for bought in a.joint:
            if bought.service != service or _all_fall_back(known, bought.lots.tolist()):
                continue
            if len(np.unique(piece[ground.of_buyer[a.lots.buyer[bought.lots]]])) > 1:
                yield (contiguity, f"joint[{bought.purchase}]")


def _won(known: Known, pairs: Bools, most: float) -> float:
    """The most lots that some pairs let be won where a bidder may win so many, unless it is at home."""
    bidder, lots = known.bidding(pairs)
    return float(np.where(known.appraisal.bidders.at_home[bidder], lots, np.minimum(lots, most)).sum())


def _bidding_for_all(known: Known, pairs: Bools, lots: int) -> list[int]:
    bidder, count = known.bidding(pairs)
    able: list[int] = bidder[count == lots].tolist()
    return able


def _all_fall_back(known: Known, lots: list[int]) -> bool:
    """Whether the buyers of some lots can do all of them themselves, and so be one supplier."""
    a = known.appraisal
    fallback = a.bidders.fallback[a.bids.pair_bidder]
    return set(lots) <= set(a.bids.pair_lot[fallback].tolist())
