"""What bidders are said to take off."""

from collections.abc import Iterator
from decimal import Decimal

from models import Evaluation
from models.faults import shown
from selector.verify.claims.wrong import not_once, wrong
from selector.verify.exact import same_figure
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding
from selector.verify.words import number, pounds


def discounts(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Each discount once whose bidder wins a lot in its scope, with its figures, and no other."""
    expected = {row.discount: row for row in recomputed.discounts}
    yield from not_once(
        "discounts",
        expected,
        (row.discount for row in evaluation.discounts),
        lambda name: f"The discount {shown(name)} concerns the award",
    )
    for position, stated in enumerate(evaluation.discounts):
        here, right = f"discounts[{position}]", expected.get(stated.discount)
        of = f"discount {shown(stated.discount)}"
        if right is None:
            yield Finding("discounts", f"The {of} is listed, and no bidder that gives it wins a lot in its scope.")
            continue
        if stated.bidder != right.bidder:
            yield wrong(f"{here}.bidder", f"The bidder of {of}", shown(stated.bidder), shown(right.bidder))
        if stated.by != right.by:
            yield wrong(f"{here}.by", f"What the tiers of {of} count", stated.by, right.by)
        if not same_figure(stated.quantity, right.quantity):
            yield wrong(f"{here}.quantity", f"The quantity of {of}", number(stated.quantity), number(right.quantity))
        if not _same_tier(stated.tier, right.tier):
            yield wrong(f"{here}.tier", f"The tier of {of}", _tier(stated.tier), _tier(right.tier))
        if stated.amount != right.amount:
            yield wrong(f"{here}.amount", f"The amount of {of}", pounds(stated.amount), pounds(right.amount))


def _same_tier(stated: Decimal | None, expected: Decimal | None) -> bool:
    if stated is None or expected is None:
        return stated is expected
    return same_figure(stated, expected)


def _tier(start: Decimal | None) -> str:
    return "none, below the first" if start is None else f"that from {number(start)}"
