"""What buyers have of leaving the pool, in sentences a board can repeat."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from models import Leaving
from selector.verify.words import pounds


def alone(
    name: str,
    least: Decimal | None,
    most: Decimal | None,
    others_pay: Decimal,
    *,
    reason: str | None,
    all_is_cost: bool,
) -> str:
    """The answer for one buyer: what it gains alone, at least and at most, below 0 what it loses.

    Parameters
    ----------
    reason
        Why it cannot buy alone, where it cannot.
    all_is_cost
        Whether it is cost alone by which the award and its own differ.
    """
    if reason is not None:
        return f"{name} cannot buy alone: {reason}."
    return " ".join(_alone(name, least, most, others_pay, all_is_cost))


def _alone(
    name: str, least: Decimal | None, most: Decimal | None, others_pay: Decimal, all_is_cost: bool
) -> Iterator[str]:
    if least is not None and least > 0:
        yield f"{name} would gain {_spread(least, most)} by buying alone."
        yield from _others(others_pay)
    elif most is not None and most <= 0:
        if not most:
            yield f"{name} would {'be as well off' if least == most else 'gain nothing by buying'} alone."
        else:
            amount = pounds(-most) if most == least else f"at least {pounds(-most)}"
            yield f"{name} would {f'pay {amount} more' if all_is_cost else f'be {amount} worse off'} alone."
    else:
        yield _open(f"{name} would gain by buying alone", most)


def together(
    names: Sequence[str], least: Decimal | None, most: Decimal | None, others_pay: Decimal, *, pool: bool = False
) -> str:
    """The answer for buyers that gain, or may gain, by buying together without the others; ``pool`` where there are none."""
    *before, last = names
    who = f"{', '.join(before)} and {last}"
    how = "if only what each buyer values decided" if pool else "by buying without the others"
    if least is None or least <= 0:
        return _open(f"{who} would gain {how}", most)
    return " ".join((f"{who} would gain {_spread(least, most)} {how}.", *_others(others_pay)))


def leaving(least: Decimal | None, most: Decimal | None) -> Leaving:
    """Whether there is a gain, as far as it is proven."""
    if least is not None and least > 0:
        return "gains"
    return "does_not_gain" if most is not None and most <= 0 else "may_gain"


def _spread(least: Decimal, most: Decimal | None) -> str:
    if most == least:
        return pounds(least)
    return f"at least {pounds(least)}" + (f" and at most {pounds(most)}" if most is not None else "")


def _open(what: str, most: Decimal | None) -> str:
    bound = "" if most is None else f": by {pounds(most)} at most"
    return f"Whether {what} is not proven{bound}."


def _others(pay: Decimal) -> Iterator[str]:
    if pay:
        yield f"The charges of the others would be {pounds(abs(pay))} {'more' if pay > 0 else 'less'}."
