"""The totals of an award."""

from collections.abc import Iterator
from decimal import Decimal

from models import Evaluation
from selector.verify.claims.wrong import wrong
from selector.verify.exact import same_figure
from selector.verify.recomputed import Recomputed
from selector.verify.verification import Finding
from selector.verify.words import number, pounds

_MONEY = ("cost", "liability", "charges", "discount", "liability_buyers", "redeployed", "penalty")
_FIGURES = ("quality", "disruption")


def totals(recomputed: Recomputed, evaluation: Evaluation) -> Iterator[Finding]:
    """Each total, and that the rows add up to the cost."""
    stated = evaluation.totals
    if stated is None:
        yield Finding("totals", "The award has no totals.")
        return
    for name in _MONEY:
        found, expected = getattr(stated, name), getattr(recomputed.totals, name)
        if found != expected:
            yield wrong(f"totals.{name}", f"The total {_spoken(name)}", pounds(found), pounds(expected))
    for name in _FIGURES:
        found, expected = getattr(stated, name), getattr(recomputed.totals, name)
        if not same_figure(found, expected):
            yield wrong(f"totals.{name}", f"The total {name}", number(found), number(expected))
    added = sum((row.cost for row in evaluation.awards), Decimal(0)) + stated.charges - stated.discount
    if added != stated.cost:
        yield Finding(
            "totals",
            f"The costs of the rows with charges, less the discount, come to {pounds(added)};"
            f" the total cost is stated as {pounds(stated.cost)}.",
        )


def _spoken(name: str) -> str:
    return {"liability_buyers": "liability of the buyers", "redeployed": "saving of redeployment"}.get(name, name)
