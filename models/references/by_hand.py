"""What is decided by hand, held against the bids and against itself."""

from collections.abc import Iterator

from models.choice_by_hand import Exclusion
from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.lot_set import LotSet
from models.references.lot_sets import lot_set
from models.references.misfit import Misfit, Path
from models.tender import FALLBACK_PREFIX


def picks(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Picks of bids that there are, all of which can win together."""
    first_of_bid: dict[str, int] = {}
    first_of_lot: dict[str, tuple[int, str]] = {}
    for position, pick in draft.picks:
        path = ("picks", position, "bid")
        if message := _missing_bid(known, pick.bid):
            yield Misfit(path, message)
            continue
        if pick.bid in first_of_bid:
            yield Misfit(path, f"{shown(pick.bid)} is already picked by /picks/{first_of_bid[pick.bid]}")
            continue
        first_of_bid[pick.bid] = position
        lots = _lots(known, pick.bid)
        for lot in lots:
            if lot in first_of_lot:
                before, bid = first_of_lot[lot]
                both = f"cannot win beside {shown(bid)}, picked by /picks/{before}: both are for lot {shown(lot)}"
                yield Misfit(path, f"{shown(pick.bid)} {both}")
                break
        for lot in lots:
            first_of_lot.setdefault(lot, (position, pick.bid))


def exclusions(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Exclusions of a bid or of a bidder that there is; never of a bid that is picked."""
    picked: dict[str, int] = {}
    for position, pick in draft.picks:
        picked.setdefault(pick.bid, position)
    for position, exclusion in draft.exclusions:
        here = ("exclusions", position)
        if (exclusion.bid is None) == (exclusion.bidder is None):
            said = "names neither a bid nor" if exclusion.bid is None else "names both a bid and"
            yield Misfit(here, f"{said} a bidder: state one of the two")
        if exclusion.bid is not None:
            yield from _of_bid(here, exclusion.bid, picked, known)
        if exclusion.bidder is not None and (message := known.missing("bidders", exclusion.bidder)):
            yield Misfit((*here, "bidder"), message)
        yield from _lots_left_out(here, exclusion, draft, known)


def _of_bid(here: Path, bid: str, picked: dict[str, int], known: Known) -> Iterator[Misfit]:
    if message := _missing_bid(known, bid):
        yield Misfit((*here, "bid"), message)
    elif bid.startswith(FALLBACK_PREFIX):
        yield Misfit((*here, "bid"), f"{shown(bid)} is a fallback, which is never left out: make its lot required")
    elif bid in picked:
        yield Misfit((*here, "bid"), f"{shown(bid)} is picked by /picks/{picked[bid]}: it cannot be left out as well")


def _lots_left_out(here: Path, exclusion: Exclusion, draft: Draft, known: Known) -> Iterator[Misfit]:
    if exclusion.bidder is None and exclusion.bid is not None and exclusion.lots != LotSet():
        yield Misfit((*here, "lots"), "is only for exclusions of a bidder: a bid stands or falls with all its lots")
    yield from lot_set(draft, known, (*here, "lots"), exclusion.lots)


def _missing_bid(known: Known, name: str) -> str | None:
    """What to say of a bid that is neither listed nor the fallback of an optional lot; None if it may be one."""
    if not name.startswith(FALLBACK_PREFIX):
        return known.missing("bids", name)
    lot = name.removeprefix(FALLBACK_PREFIX)
    if message := known.missing("lots", lot):
        return f"{shown(name)} is no fallback: {message}"
    if lot in known.lots and known.lots[lot].required:
        return f"{shown(name)} is no fallback: lot {shown(lot)} is required, and only optional lots have one"
    return None


def _lots(known: Known, bid: str) -> tuple[str, ...]:
    """The lots of a bid; none where it cannot be read."""
    if bid.startswith(FALLBACK_PREFIX):
        return (bid.removeprefix(FALLBACK_PREFIX),)
    return known.bids[bid].lots if bid in known.bids else ()
