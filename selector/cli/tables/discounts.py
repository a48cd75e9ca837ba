"""The discounts that bidders earned the buyers."""

from decimal import Decimal

from models import Case, Discount, Evaluation
from selector.cli.names import Names
from selector.cli.tables.rows import Rows
from selector.verify.words import count, number


def discounts(case: Case, evaluation: Evaluation) -> Rows:
    """A row a discount of which a tier is reached, the largest amount first."""
    names, stated = Names(case), {discount.id: discount for discount in case.discounts}
    earned = sorted((row for row in evaluation.discounts if row.tier is not None), key=lambda row: -row.amount)
    return Rows(
        "Discounts earned",
        ("Provider", "Discount"),
        ("Won", "Tier from", "Off, £"),
        [
            (
                names.bidder(row.bidder),
                row.discount,
                _quantity(case, stated[row.discount], row.quantity),
                _quantity(case, stated[row.discount], row.tier or Decimal(0)),
                f"{row.amount:,.0f}",
            )
            for row in earned
        ],
    )


def _quantity(case: Case, discount: Discount, quantity: Decimal) -> str:
    if discount.by == "spend":
        return f"£{quantity:,.0f} a year"
    if discount.by == "lots":
        return count(int(quantity), "lot")
    # A discount by volume is on services of one unit.
    units = {service.id: service.unit for service in case.services}
    first = next(iter(units)) if discount.services is None else discount.services[0]
    return f"{number(quantity)} {units[first]}"
