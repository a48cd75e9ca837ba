"""A case small enough to state what one test is about, and awards of it in which no figure is right."""

from collections.abc import Iterable
from typing import Any

from models import Case, Evaluation, Totals
from selector.verify import Verification, verify
from tests.verify.hand import NOTHING, Charges, Row, by_hand


def small(**changes: Any) -> Case:
    """One buyer of 3 people, two services, one bid for each of 3p and 0.5p a year over two years at 20 %."""
    return Case(
        **{
            "format": 1,
            "name": "Small",
            "date": "2014-04-01",
            "horizon": {"start": "2014-04-01", "years": 2, "discount_rate": "0.2"},
            "buyers": [{"id": "b", "name": "B", "population": 3}],
            "services": [{"id": "f", "name": "F"}, {"id": "g", "name": "G"}],
            "bidders": [{"id": "j", "name": "J", "kind": "private", "viability_floor": 0, "overhead": "0.03"}],
            "bids": [
                {"id": "f1", "bidder": "j", "lots": ["b:f"], "price": "0.03"},
                {"id": "g1", "bidder": "j", "lots": ["b:g"], "price": "0.005"},
            ],
        }
        | changes
    )


def claimed(case: Case, bids: Iterable[str] | None = None) -> Evaluation:
    """Who wins what, with every figure at 0; all bids listed unless some are named, among them fallbacks."""
    lots = {lot.id: lot for lot in case.tendered}
    won = {bid.id: (bid.bidder, bid.lots) for bid in case.bids}
    fallbacks = {f"in-house:{lot.id}": (f"in-house:{lot.buyer}", (lot.id,)) for lot in lots.values()}
    rows = [
        Row(lot, lots[lot].buyer, lots[lot].service, "1", 1, name, bidder, "0.00", "0")
        for name in bids or won
        for bidder, each in ((won | fallbacks)[name],)
        for lot in each
    ]
    return by_hand(case, rows, Charges({}, {}), lambda *_: NOTHING, weights=1)


def weighed(case: Case, bids: Iterable[str] | None = None) -> Verification:
    """What the verifier makes of an award of the case, which gives every lot once."""
    verification = verify(case, claimed(case, bids))
    assert verification.totals is not None, verification.findings
    return verification


def totals(case: Case, bids: Iterable[str] | None = None) -> Totals:
    """The totals of an award as the verifier finds them."""
    found = weighed(case, bids).totals
    assert found is not None
    return found
