"""Who supplies what buyers buy together."""

from collections.abc import Iterator

from models import Accepted, Case, Evaluation, JointPurchase
from selector.cli.names import Names
from selector.cli.tables.rows import Rows


def joint_purchases(case: Case, evaluation: Evaluation) -> Rows:
    """A row a purchase and service of which there are several lots."""
    names = Names(case)
    return Rows(
        "Bought together",
        ("Purchase", "Service", "Provider"),
        ("Lots",),
        [
            (purchase.name, names.services[rows[0].service], names.bidder(rows[0].bidder), f"{len(rows):,}")
            for purchase in case.joint_purchases
            for rows in _together(case, purchase, evaluation)
        ],
    )


def _together(case: Case, purchase: JointPurchase, evaluation: Evaluation) -> Iterator[list[Accepted]]:
    buyers = {
        buyer.id
        for buyer in case.buyers
        if buyer.id in purchase.buyers or buyer.area in purchase.areas or buyer.region in purchase.regions
    }
    for service in case.services:
        if purchase.services is not None and service.id not in purchase.services:
            continue
        rows = [row for row in evaluation.awards if row.service == service.id and row.buyer in buyers]
        if len(rows) > 1:
            yield rows
