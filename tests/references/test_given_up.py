"""A level that is given up to 0 within its tolerance: no fraction of 0 can be told, and the award still stands."""

from models import Case
from selector import evaluate
from tests.references.tender import offer, tender


def case() -> Case:
    """100 points may be given up for cost: the worst bid is the cheapest."""
    services = [{"id": "it", "name": "IT"}]
    criteria = [{"id": "care", "name": "Care"}]
    bids = [
        offer("poor/a", 100, "a:it", scores={"care": 0}),
        offer("good/a", 300, "a:it", scores={"care": 70}),
    ]
    levels = [{"objective": "quality", "tolerance": 100}, {"objective": "cost"}]
    return tender(
        {"a": 100_000}, services, bids, criteria=criteria, objective={"mode": "lexicographic", "levels": levels}
    )


def test_quality_given_up_to_nothing() -> None:
    evaluation = evaluate(case(), isolated=False)
    assert [row.bid for row in evaluation.awards] == ["poor/a"]
    assert evaluation.status == "optimal"
    assert evaluation.certificate.gap is None
    first = evaluation.certificate.levels[0]
    assert first.value == 0
    assert first.best == 70
    assert first.gap == 0
