"""A case as suppliers may see it: without its bids, and without all that goes with them."""

from models import Bidder, Case, Lot

_LEFT_OUT = {
    "bids",
    "bidders",
    "lots",
    "discounts",
    "vacancies",
    "picks",
    "exclusions",
    "published",
    "scenarios",
    "notes",
}


def without_bids(case: Case) -> Case:
    """The tender alone, which is no case that could be decided.

    A prospectus is made from nothing else, so that it cannot tell of a bid. Of bidders their names stay, for those who
    provide a lot today, and how few people each kind can live on; fallbacks lose what they would cost and be worth.
    """
    kept = {name: getattr(case, name) for name in type(case).model_fields if name not in _LEFT_OUT}
    # Not validated: a case needs bids.
    return Case.model_construct(
        **kept, lots=tuple(map(_bare_lot, case.tendered)), bidders=tuple(map(_bare_bidder, case.bidders)), bids=()
    )


def _bare_lot(lot: Lot) -> Lot:
    return lot.model_copy(update={"in_house": None})


def _bare_bidder(bidder: Bidder) -> Bidder:
    return Bidder.model_construct(
        id=bidder.id, name=bidder.name, kind=bidder.kind, viability_floor=bidder.viability_floor
    )
