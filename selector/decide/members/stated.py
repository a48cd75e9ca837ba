"""Statements that set a limit, as members."""

from collections.abc import Iterable
from decimal import Decimal

from models import Case, PatchOperation
from models.faults import pointer
from models.references import FALLBACK_PREFIX
from selector.decide.member import Member, Path, RowKey

PENNY = Decimal("0.01")
THOUSANDTH = Decimal("0.001")


def at_least(
    name: str, path: Path, subject: str, sentence: str, rows: Iterable[RowKey], limit: Decimal, unit: str, step: Decimal
) -> Member:
    """A member that sets a lower limit; its rows may have several limits, each not above this one."""
    lift = (PatchOperation(op="add", path=pointer(path), value=0),)
    return Member(name, path, subject, sentence, frozenset(rows), lift, limit, "at least", unit, step)


def points(name: str, path: Path, subject: str, sentence: str, rows: Iterable[RowKey], limit: Decimal) -> Member:
    """A member that sets a lower limit in points of quality."""
    return at_least(name, path, subject, sentence, rows, limit, "points", THOUSANDTH)


def at_most(
    name: str, path: Path, subject: str, sentence: str, rows: Iterable[RowKey], limit: Decimal, unit: str, step: Decimal
) -> Member:
    """A member that sets an upper limit."""
    lift = (PatchOperation(op="remove", path=pointer(path)),)
    return Member(name, path, subject, sentence, frozenset(rows), lift, limit, "at most", unit, step)


def provider_standards(case: Case, service: str) -> list[RowKey]:
    """The rows that hold each provider of a service to a standard; buyers that fall back on themselves are providers too."""
    bidders = [bidder.id for bidder in case.bidders] + [f"{FALLBACK_PREFIX}{buyer.id}" for buyer in case.buyers]
    return [("quality_standard", (bidder, service)) for bidder in bidders]


def kept(name: str, path: Path, subject: str, sentence: str, rows: Iterable[RowKey]) -> Member:
    """A member that sets no limit: it is kept or given up."""
    lift = (PatchOperation(op="remove", path=pointer(path)),)
    return Member(name, path, subject, sentence, frozenset(rows), lift)
