"""The local staff that providers keep."""

from collections import defaultdict
from decimal import Decimal

from models import Case, Evaluation, Outpost
from selector.cli.names import Names
from selector.cli.tables.rows import Rows
from selector.verify.words import number


def outposts(case: Case, evaluation: Evaluation) -> Rows:
    """A row a provider and service."""
    names = Names(case)
    kept: defaultdict[tuple[str, str], list[Outpost]] = defaultdict(list)
    for row in evaluation.outposts:
        kept[row.bidder, row.service].append(row)
    return Rows(
        "Outposts kept",
        ("Provider", "Service"),
        ("Areas", "WTE", "Cost, £"),
        [
            (
                names.bidder(bidder),
                names.services[service],
                f"{len(rows):,}",
                number(sum((row.wte for row in rows), Decimal(0))),
                f"{sum((row.cost for row in rows), Decimal(0)):,.0f}",
            )
            for (bidder, service), rows in kept.items()
        ],
    )
