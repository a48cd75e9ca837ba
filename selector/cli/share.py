"""A share as a percentage."""

from decimal import Decimal

from selector.verify.words import number


def share(part: float) -> str:
    """A share to three figures, so that a penny in a million does not read as none."""
    return f"{number(Decimal(f'{100 * part:.3g}'))} %"
