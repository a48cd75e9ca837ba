"""Discounts of the bidder ``bulk``, for tests that work their amounts out by hand."""

from models import EarnedDiscount
from tests.references.decided import Decided
from tests.references.tender import Row


def tier(at_least: object, rate: object = None, per_unit: object = None) -> Row:
    return {"at_least": at_least, "rate": rate, "per_unit": per_unit}


def of_bulk(*tiers: Row, **more: object) -> Row:
    """A discount of ``bulk``, by spend on all units unless it says otherwise."""
    return {"id": "d", "bidder": "bulk", "tiers": tiers, **more}


def earned(decided: Decided) -> EarnedDiscount:
    """The one discount of an award."""
    (row,) = decided.evaluation.discounts
    assert decided.totals.discount == row.amount
    return row
