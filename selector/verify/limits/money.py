"""What buyers can pay: their budgets, and their part of the liability."""

from collections.abc import Iterator
from decimal import Decimal

from models import RuleState
from selector.verify.accounts import in_year
from selector.verify.award import Award
from selector.verify.limits.state import state
from selector.verify.words import pounds


def budget(award: Award) -> Iterator[RuleState]:
    """``budget[buyer, year]``: the amounts of the year on a buyer's lots, undiscounted."""
    years = {name: year for year, name in enumerate(award.tender.case.horizon.financial_years)}
    for buyer in award.tender.case.buyers:
        for year, most in buyer.budget.items():
            yield state(
                f"budget[{buyer.id}, {year}]",
                in_year(award, buyer.id, years[year]),
                "at most",
                most,
                "£",
                f"{buyer.name} may spend at most {pounds(most)} in {year}.",
            )


def buyers_liability_cap(award: Award) -> Iterator[RuleState]:
    """``liability_cap[buyer]``: the buyers' liability on one buyer's lots."""
    for buyer in award.tender.case.buyers:
        if buyer.liability_cap is not None:
            yield state(
                f"liability_cap[{buyer.id}]",
                sum((won.worth.liability_buyers for won in award.by_buyer.get(buyer.id, ())), Decimal(0)),
                "at most",
                buyer.liability_cap,
                "£",
                f"{buyer.name} may have to pay at most {pounds(buyer.liability_cap)} of redundancy.",
            )


def liability_cap(award: Award) -> Iterator[RuleState]:
    """``liability_cap``: the buyers' liability on all lots."""
    most = award.tender.case.liability_cap
    if most is not None:
        yield state(
            "liability_cap",
            sum((won.worth.liability_buyers for won in award.won), Decimal(0)),
            "at most",
            most,
            "£",
            f"All buyers together may have to pay at most {pounds(most)} of redundancy.",
        )
