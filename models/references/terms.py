"""When bids start and end, held against the horizon and the lots."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from models.bid import Bid, ContractForm
from models.draft import Draft
from models.faults import shown
from models.horizon import Horizon
from models.known import Known
from models.references.misfit import Misfit, Path, outside

# Service level agreements within the NHS from 2013, and contracts after them (NHS England's terms for support units).
_LONGEST: Mapping[ContractForm, tuple[Decimal, str]] = {
    "agreement": (Decimal("1.5"), "an agreement runs for 18 months at most"),
    "contract": (Decimal(5), "a contract runs for five years at most, extensions apart"),
}


def bids(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Terms that bids may have; starts and prices of years within the horizon."""
    for position, bid in draft.bids:
        if not _says_more_than_a_term(bid):
            continue
        here = ("bids", position)
        yield from _term(here, bid)
        bidder = known.bidders.get(bid.bidder)
        if bid.form == "agreement" and bidder is not None and not bidder.is_nhs:
            said = f"an agreement is made within the NHS family, and {shown(bidder.id)} is outside it: offer a contract"
            yield Misfit((*here, "form"), said)
        if draft.horizon is not None:
            yield from _within(here, bid, draft.horizon)


def present_costs(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Lots whose bids start after the horizon does say what they cost until then."""
    if draft.horizon is None:
        return
    positions = {lot.id: position for position, lot in draft.lots or ()}
    told: set[str] = set()
    for _, bid in draft.bids:
        if bid.start is None or bid.start <= draft.horizon.start:
            continue
        for name in bid.lots:
            lot = known.lots.get(name)
            if lot is None or lot.present_cost is not None or name in told:
                continue
            told.add(name)
            path: Path = ("lots", positions[name], "present_cost") if name in positions else ("lots",)
            wanted = "is missing" if name in positions else f"must be listed, and {shown(name)} have a present_cost"
            yield Misfit(
                path,
                f"{wanted}: bid {shown(bid.id)} starts only on {bid.start}, and what the lot costs until then counts",
            )


def _says_more_than_a_term(bid: Bid) -> bool:
    """Whether there is anything to hold against anything; of nearly all bids there is not."""
    return bool(bid.form or bid.start or bid.prices) or not (
        bid.extension_years is None and bid.extension_price is None
    )


def _term(here: Path, bid: Bid) -> Iterator[Misfit]:
    if bid.extension_years is not None and bid.term_years is None:
        yield Misfit((*here, "extension_years"), "needs term_years: without a term there is nothing to extend")
    if bid.extension_price is not None and bid.extension_years is None:
        yield Misfit((*here, "extension_price"), "needs extension_years: how long it may be extended")
    if bid.form is None:
        return
    longest, limit = _LONGEST[bid.form]
    if bid.term_years is None:
        yield Misfit((*here, "term_years"), f"is missing: {limit}")
    elif bid.term_years > longest:
        yield Misfit((*here, "term_years"), f"{bid.term_years} is too long: {limit}")


def _within(here: Path, bid: Bid, horizon: Horizon) -> Iterator[Misfit]:
    first = horizon.start
    # Not as a date: a horizon may end after the last year that a date can have.
    end = first.year + horizon.years
    if bid.start is not None and not (first <= bid.start and (bid.start.year, bid.start.month) < (end, first.month)):
        yield Misfit((*here, "start"), f"{bid.start} is not within the horizon ({first} to before {end}-{first:%m-%d})")
    yield from outside(horizon, (*here, "prices"), bid.prices)
