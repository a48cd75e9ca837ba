"""An evaluation together with the solver-free check of it."""

from collections.abc import Mapping
from decimal import Decimal

from models import Case, Evaluation, Totals
from selector import evaluate, verify


class Decided:
    """The best award of a case, which the solver-free check accepts with the same totals and the same objective."""

    def __init__(self, case: Case) -> None:
        self.evaluation: Evaluation = evaluate(case, isolated=False)
        check = verify(case, self.evaluation)
        assert check.valid, check.findings
        assert self.evaluation.status == "optimal"
        assert check.totals is not None
        assert check.totals == self.evaluation.totals
        assert check.objective == self.evaluation.certificate.objective
        self.totals: Totals = check.totals

    @property
    def objective(self) -> Decimal | None:
        """The value of the award in the board's objective: £, where that is money-valued."""
        return self.evaluation.certificate.objective

    @property
    def bids(self) -> list[str]:
        """The accepted bids, each once, in the order of the lots."""
        return list(dict.fromkeys(row.bid for row in self.evaluation.awards))

    @property
    def costs(self) -> Mapping[str, Decimal]:
        """By lot: £ of the bid accepted for it that fall on the lot."""
        return {row.lot: row.cost for row in self.evaluation.awards}


def best(case: Case, cost: int | str, *bids: str) -> Decided:
    """The best award of a case, which must be these bids, in the order of their lots, at this cost in £."""
    decided = Decided(case)
    found = (decided.bids, decided.totals.cost)
    assert found == ([*bids], Decimal(cost)), found
    return decided


def exact(*figures: int | str | None) -> tuple[Decimal | None, ...]:
    """Figures as an evaluation holds them."""
    return tuple(None if figure is None else Decimal(figure) for figure in figures)


def broken(case: Case, lax: Case) -> set[str]:
    """What the solver-free check of ``case`` finds wrong with the best award of ``lax``, a case that allows more."""
    evaluation = evaluate(lax, isolated=False)
    provenance = evaluation.provenance.model_copy(update={"case_sha256": case.sha256})
    # Without the rules listed, and the bids that they bar: that they stand otherwise in the other case is what is asked.
    stated = evaluation.model_fields_set - {"rules", "disqualified", "abnormally_low", "by_hand"}
    moved = Evaluation(**{name: getattr(evaluation, name) for name in stated} | {"provenance": provenance})
    return {finding.rule for finding in verify(case, moved).findings}


def conflict_rules(case: Case) -> set[str]:
    """The rules in conflict of a case that is proven to have no award."""
    evaluation = evaluate(case, isolated=False)
    assert evaluation.status == "infeasible"
    assert verify(case, evaluation).valid
    assert evaluation.conflict is not None
    return {rule.rule for rule in evaluation.conflict.rules}
