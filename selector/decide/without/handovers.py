"""The lots that another bid wins."""

from collections.abc import Iterable

from models import Accepted, Handover


def handovers(before: Iterable[Accepted], after: Iterable[Accepted]) -> tuple[Handover, ...]:
    """The lots whose bid differs between two awards, in their order; none where one of them is no award."""
    now = {row.lot: row for row in after}
    return tuple(
        Handover(
            lot=row.lot,
            buyer=row.buyer,
            service=row.service,
            from_bid=row.bid,
            from_bidder=row.bidder,
            to_bid=now[row.lot].bid,
            to_bidder=now[row.lot].bidder,
        )
        for row in before
        if row.lot in now and now[row.lot].bid != row.bid
    )
