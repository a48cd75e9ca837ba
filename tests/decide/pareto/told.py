"""A front's points as whole numbers to be minimised."""

from decimal import Decimal

from models.front import Front

Values = tuple[int, ...]


def told(found: Front) -> set[Values]:
    """The values of every point, in steps."""
    return {value(each.values, found) for each in found.points}


def value(amounts: tuple[Decimal, ...], found: Front) -> Values:
    """Amounts in steps, with a minus where more is better."""
    return tuple(
        int(amount / each.step) * (-1 if each.more_is_better else 1)
        for amount, each in zip(amounts, found.objectives, strict=True)
    )
