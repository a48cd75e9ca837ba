"""Members, moves and clashes in sentences a board can act on."""

from decimal import Decimal

from selector.decide.lever import Lever
from selector.decide.member import Member
from selector.verify.words import quantity

_ONE = {"people": "person", "providers": "provider", "points": "point"}


def amount(value: Decimal, unit: str | None) -> str:
    """A figure with its unit."""
    if value == 1 and unit in _ONE:
        return f"1 {_ONE[unit]}"
    return quantity(value, unit or "")


def move(member: Member, lever: Lever, bidder: str | None, limit: Decimal | None) -> str:
    """What to do, in a sentence; ``bidder`` is the name of the one that a shortlist is opened to."""
    if lever.bidder is not None:
        return f"Add {bidder} to {member.subject}."
    if member.limit is None:
        verb = "Lift" if member.family == "veto" else "Give up"
        return f"{verb} {member.subject}."
    if not limit and member.sense == "at least":
        return f"Give up {member.subject} ({amount(member.limit, member.unit)})."
    verb = "Raise" if member.sense == "at most" else "Lower"
    new = Decimal(0) if limit is None else limit
    share = f" (by {_percent(abs(new - member.limit) / member.limit)})" if member.limit else ""
    return f"{verb} {member.subject} from {amount(member.limit, member.unit)} to {amount(new, member.unit)}{share}."


def _percent(share: Decimal) -> str:
    percent = share * 100
    digits = 0 if percent >= 10 else 1 if percent >= Decimal("0.1") else 3
    shown = f"{percent:,.{digits}f} %"
    return shown if float(f"{percent:.{digits}f}") else "less than 0.001 %"
