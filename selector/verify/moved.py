"""The moves that an evaluation records, and what they save."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from models import Redeployed
from selector.verify.redeployment import MILLION, Redeployment

# More than any vacancy has. What a file states may be any power of ten, and is to be compared before it is reckoned with.
_MOST_WTE = Decimal(10**8)
_STEP = Decimal(1) / MILLION


def whole(wte: Decimal) -> int | None:
    """A number of WTE in millionths, if it is a whole and positive number of them."""
    if not _STEP <= wte <= _MOST_WTE or round(wte, 6) != wte:
        return None
    return int(wte * MILLION)


def moved(redeployment: Redeployment, stated: Iterable[Redeployed]) -> Mapping[tuple[str, str], int]:
    """Millionths of a WTE by group and vacancy, of the rows that can be reckoned with."""
    found: defaultdict[tuple[str, str], int] = defaultdict(int)
    for row in stated:
        wte = whole(row.wte)
        if wte is not None and row.group in redeployment.groups and row.vacancy in redeployment.vacancies:
            found[row.group, row.vacancy] += wte
    return found


def saved(redeployment: Redeployment, moves: Mapping[tuple[str, str], int]) -> Fraction:
    """What moves save: £, not rounded."""
    saving = sum((redeployment.saving[group] * wte for (group, _), wte in moves.items()), Fraction(0))
    return saving / MILLION
