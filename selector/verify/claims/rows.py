"""The rows of an award: a lot each, with the bid that won it."""

from collections.abc import Iterator

from models import Evaluation
from models.faults import shown
from selector.verify.claims.wrong import wrong
from selector.verify.exact import same_figure
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding
from selector.verify.words import number, pounds


def rows(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Who each row names, and its figures; of a package, what falls on the lot."""
    by_lot = {won.lot.id: won for won in recomputed.award.won}
    for position, row in enumerate(evaluation.awards):
        here, won = f"awards[{position}]", by_lot[row.lot]
        of = f"lot {shown(row.lot)}, bid {shown(row.bid)}"
        for name, stated, expected in (
            ("buyer", row.buyer, won.lot.buyer),
            ("service", row.service, won.lot.service),
            ("bidder", row.bidder, won.bidder.id),
        ):
            if stated != expected:
                yield wrong(f"{here}.{name}", f"The {name} of {of}", shown(stated), shown(expected))
        if row.cost != won.worth.cost:
            yield wrong(f"{here}.cost", f"The cost of {of}", pounds(row.cost), pounds(won.worth.cost))
        if not same_figure(row.quality, won.worth.quality):
            yield wrong(f"{here}.quality", f"The quality of {of}", number(row.quality), number(won.worth.quality))
        if row.liability != won.worth.liability:
            yield wrong(
                f"{here}.liability", f"The liability of {of}", pounds(row.liability), pounds(won.worth.liability)
            )
