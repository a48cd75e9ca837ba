"""Members, moves and clashes in sentences a board can act on."""

from collections.abc import Sequence
from decimal import Decimal

from models import Case
from models.faults import shown
from models.references import FALLBACK_PREFIX
from selector.decide.lever import Lever
from selector.decide.member import Member
from selector.verify.words import count, quantity

_MOST_LISTED = 3
_LIFTED = ("veto",)


def amount(value: Decimal, unit: str | None) -> str:
    """A figure with its unit."""
    return quantity(value, unit or "")


def listed(names: Sequence[str], noun: str) -> str:
    """A few names, or how many there are: ``A, B and C``, ``the 14 CCGs``; nothing of none."""
    if len(names) > _MOST_LISTED:
        return f"the {count(len(names), noun)}"
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def whole(text: str) -> str:
    """What begins a sentence, where it begins with an article; a name stays as it is."""
    return f"The{text.removeprefix('the')}" if text.startswith("the ") else text


def capital(text: str) -> str:
    """What begins a sentence."""
    return f"{text[0].upper()}{text[1:]}"


def bid_named(case: Case, name: str) -> str:
    """A bid, by its id and its bidder; what a buyer falls back on, by the buyer."""
    if name.startswith(FALLBACK_PREFIX):
        lot = next(row for row in case.tendered if row.id == name.removeprefix(FALLBACK_PREFIX))
        service = next(row.name for row in case.services if row.id == lot.service)
        buyer = next(row.name for row in case.buyers if row.id == lot.buyer)
        return f"what {buyer} does itself of {service}"
    bid = next(row for row in case.bids if row.id == name)
    return f"bid {shown(name)} of {next(row.name for row in case.bidders if row.id == bid.bidder)}"


def move(member: Member, lever: Lever, bidder: str | None, limit: Decimal | None) -> str:
    """What to do, in a sentence; ``bidder`` is the name of the one that a list is opened to."""
    if lever.bidder is not None:
        return f"Add {bidder} to {member.subject}."
    if member.limit is None:
        return f"{'Lift' if member.family in _LIFTED else 'Give up'} {member.subject}."
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
