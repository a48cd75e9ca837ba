"""Statements that set a limit, as members."""

from collections.abc import Iterable
from decimal import Decimal

from models import PatchOperation
from models.faults import pointer
from selector.decide.member import Member, Path, RowKey

PENNY = Decimal("0.01")
THOUSANDTH = Decimal("0.001")


def at_least(
    name: str, path: Path, subject: str, sentence: str, rows: Iterable[RowKey], limit: Decimal, unit: str, step: Decimal
) -> Member:
    """A member that sets a lower limit; its rows may have several limits, each not above this one."""
    lift = (PatchOperation(op="add", path=pointer(path), value=0),)
    return Member(name, path, subject, sentence, frozenset(rows), lift, limit, "at least", unit, step)


def at_most(
    name: str, path: Path, subject: str, sentence: str, rows: Iterable[RowKey], limit: Decimal, unit: str, step: Decimal
) -> Member:
    """A member that sets an upper limit."""
    lift = (PatchOperation(op="remove", path=pointer(path)),)
    return Member(name, path, subject, sentence, frozenset(rows), lift, limit, "at most", unit, step)
