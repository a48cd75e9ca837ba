"""Who is redeployed where."""

from collections import defaultdict
from decimal import Decimal

from models import Case, Evaluation
from selector.cli.names import Names
from selector.cli.tables.rows import Rows


def moves(case: Case, evaluation: Evaluation) -> Rows:
    """A row a group of displaced staff and body whose vacancies they fill, the most first."""
    names = Names(case)
    groups = {group.id: group.name or group.id for group in case.staff_groups}
    moved: defaultdict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for move in evaluation.moves:
        moved[move.group, move.bidder] += move.wte
    return Rows(
        "Redeployed, the largest moves first",
        ("Staff", "To"),
        ("WTE",),
        [
            (groups[group], names.bidder(bidder), f"{wte:,.2f}")
            for (group, bidder), wte in sorted(moved.items(), key=lambda item: -item[1])
        ],
    )
