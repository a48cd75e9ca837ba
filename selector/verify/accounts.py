"""What an award asks of each buyer."""

from decimal import Decimal

from models import BuyerAccount
from selector.verify.award import Award

_NOTHING = Decimal("0.00")


def in_year(award: Award, buyer: str, year: int) -> Decimal:
    """The amounts of a year, counted from 0, on a buyer's lots: £, undiscounted."""
    return sum((won.worth.amounts[year] for won in award.by_buyer.get(buyer, ())), _NOTHING)


def accounts(award: Award) -> tuple[BuyerAccount, ...]:
    """The account of every buyer, in case order."""
    years = award.tender.case.horizon.financial_years
    return tuple(
        BuyerAccount(
            buyer=buyer.id,
            years={name: in_year(award, buyer.id, year) for year, name in enumerate(years)},
            liability=sum((won.worth.liability_buyers for won in award.by_buyer.get(buyer.id, ())), _NOTHING),
        )
        for buyer in award.tender.case.buyers
    )
