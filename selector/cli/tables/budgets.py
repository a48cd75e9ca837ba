"""What buyers pay a year, beside their budgets."""

from decimal import Decimal

from models import Case, Evaluation
from selector.cli.share import share
from selector.cli.tables.rows import Rows


def budgets(case: Case, evaluation: Evaluation) -> Rows:
    """A row a budget, the one that is used most first."""
    pays = {account.buyer: account.years for account in evaluation.buyers}
    stated = [
        (buyer.name, year, pays[buyer.id][year], budget)
        for buyer in case.buyers
        for year, budget in buyer.budget.items()
        if year in pays.get(buyer.id, {})
    ]
    return Rows(
        "What buyers pay a year, the tightest budgets first",
        ("Buyer", "Year"),
        ("Pays, £", "Budget, £", "Used"),
        [
            (name, year, f"{paid:,.0f}", f"{budget:,.0f}", share(float(_used(paid, budget))))
            for name, year, paid, budget in sorted(stated, key=lambda row: -_used(row[2], row[3]))
        ],
    )


def _used(paid: Decimal, budget: Decimal) -> Decimal:
    """The part of a budget that is spent; of nothing, all."""
    return paid / budget if budget else Decimal(1)
