"""The program as it is laid: names, indicators, exact coefficients."""

import numpy as np
import pytest

from models import CaseInvalid, MoneyValued
from selector import Case, appraise, lay, objectives, synthetic
from selector.program import money_valued
from tests.references.small import one_service


@pytest.fixture(scope="module")
def case() -> Case:
    return synthetic(6, 8, 10, seed=2)


def test_every_row_and_column_has_a_name_of_its_own(case: Case) -> None:
    program = lay(appraise(case))
    rows, columns = program.matrix.shape
    for count, name_of in ((rows, program.row_name), (columns, program.column_name)):
        names = {name_of(position) for position in range(count)}
        assert len(names) == count
        with pytest.raises(IndexError):
            name_of(count)


def test_rows_are_named_as_the_formulation_names_them(case: Case) -> None:
    program = lay(appraise(case))
    names = {program.row_name(position) for position in range(program.matrix.shape[0])}
    lot, bidder = case.tendered[0], case.bidders[0]
    assert f"cover[{lot.id}]" in names
    assert any(name.startswith(f"capacity[{bidder.id}, ") for name in names)
    assert all("[" in name or name == "liability_cap" for name in names)


def test_the_largest_coefficient_of_each_row_is_about_1(case: Case) -> None:
    matrix = abs(lay(appraise(case)).matrix).tocsr()
    largest = matrix.max(axis=1).toarray()
    assert np.all(largest >= 1)
    assert np.all(largest < 2)


def test_barred_bids_have_no_column() -> None:
    case = one_service(
        {"good": {"a": 5}, "poor": {"a": 1}},
        criteria=[{"id": "c", "name": "Care", "minimum": 50}],
        bids=[
            {"id": "g", "bidder": "good", "lots": ["a:it"], "price": 5, "scores": {"c": 50}},
            {"id": "p", "bidder": "poor", "lots": ["a:it"], "price": 1, "scores": {"c": 49}},
        ],
    )
    appraisal = appraise(case)
    program = lay(appraisal)
    assert appraisal.bids.bars == {1: ("minimum[c]",)}
    assert program.accepts == 1
    assert program.column_name(0) == "accept[g]"


def test_indicators_follow_the_decisions_and_nothing_else() -> None:
    """Over every award of a small case, the rows leave each indicator one value: whether something accepted raises it."""
    bidders = [
        {"id": "x", "name": "X", "kind": "private", "viability_floor": 1, "overhead": 1},
        {"id": "y", "name": "Y", "kind": "private", "viability_floor": 1, "overhead": 1},
    ]
    case = one_service({"x": {"a": 1, "b": 1}, "y": {"a": 1, "b": 1}}, bidders=bidders)
    program = lay(appraise(case))
    names = [program.column_name(position) for position in range(program.matrix.shape[1])]
    free = len(names) - program.accepts
    for winners in (("x", "x"), ("x", "y"), ("y", "x"), ("y", "y")):
        accepted = {f"accept[{winner}/{buyer}]" for winner, buyer in zip(winners, "ab", strict=True)}
        allowed = []
        for bits in range(2**free):
            columns = np.array(
                [int(name in accepted) for name in names[: program.accepts]] + [bits >> k & 1 for k in range(free)]
            )
            activity = program.matrix @ columns
            if np.all(activity >= program.row_lower) and np.all(activity <= program.row_upper):
                allowed.append({name for name, value in zip(names, columns, strict=True) if value})
        served = {f"serve[{buyer}, {winner}]" for winner, buyer in zip(winners, "ab", strict=True)}
        raised = {f"{family}[{winner}]" for winner in winners for family in ("active", "stand")}
        assert allowed == [accepted | served | raised | {f"provide[{winner}, it]" for winner in winners}]


def test_a_value_of_disruption_that_would_lose_pence_is_refused() -> None:
    case = one_service(
        {"old": {"a": 1}, "new": {"a": 1}},
        lots=[{"id": "a:it", "buyer": "a", "service": "it", "incumbent": "old"}],
        staff_groups=[{"id": "g", "lots": [{"lot": "a:it"}], "headcount": 10**7, "salary": 1, "service_years": 1}],
        objective={"mode": "money_valued", "disruption": "staff", "disruption_value": 10**12},
    )
    assert isinstance(case.objective, MoneyValued)
    with pytest.raises(CaseInvalid, match="pence are lost"):
        money_valued(objectives(appraise(case)), case.objective)


def test_quality_in_money_is_rounded_bid_by_bid_half_away_from_zero() -> None:
    # One lot of two equal ones: half of Q. 0.01 £ a point x 1 point / 2 = half a penny, rounded away from zero.
    case = one_service(
        {"x": {"a": 1, "b": 1}},
        criteria=[{"id": "c", "name": "Care"}],
        bids=[
            {"id": buyer, "bidder": "x", "lots": [f"{buyer}:it"], "price": 1, "scores": {"c": 1}}
            for buyer in ("a", "b")
        ],
        objective={"mode": "money_valued", "quality_value": "0.01"},
    )
    assert isinstance(case.objective, MoneyValued)
    values = money_valued(objectives(appraise(case)), case.objective)
    assert values[:2].tolist() == [99, 99]
