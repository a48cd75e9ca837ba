"""The packages that won."""

from collections import defaultdict
from decimal import Decimal

from models import Accepted, Case, Evaluation
from selector.cli.names import Names
from selector.cli.tables.rows import Rows


def packages(case: Case, evaluation: Evaluation) -> Rows:
    """A row a package, that of most lots first."""
    names = Names(case)
    won: defaultdict[str, list[Accepted]] = defaultdict(list)
    for row in evaluation.awards:
        won[row.bid].append(row)
    found = sorted((rows for rows in won.values() if len(rows) > 1), key=lambda rows: -len(rows))
    return Rows(
        f"Packages won, {sum(map(len, found)):,} of {len(evaluation.awards):,} lots",
        ("Package", "Provider"),
        ("Lots", "Buyers", "Cost, £"),
        [
            (
                rows[0].bid,
                names.bidder(rows[0].bidder),
                f"{len(rows):,}",
                f"{len({row.buyer for row in rows}):,}",
                f"{sum((row.cost for row in rows), Decimal(0)):,.0f}",
            )
            for rows in found
        ],
    )
