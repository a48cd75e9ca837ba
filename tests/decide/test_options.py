"""``fixed`` and ``move_weights``: what a board says of how its case may be mended."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from models import Case, Conflict, Options, read_case
from selector import evaluate
from tests.decide.asked import Asked, Document
from tests.decide.judging import drawn, judge
from tests.oracle.by_hand import bid, bidder, buyer, care, case, service
from tests.oracle.infeasible import infeasible_case, infeasible_in_integers

BUDGET, MEAN = "budget[N, 2013-14]", "min_mean_quality[N]"


def squeezed(budget: int | str = 150, mean: int | str = 60, **more: Any) -> Document:
    """Buyer N can have 50 points for £100 or 80 for £200: the budget lacks £50 (a third), or the quality goes 10 points (a sixth) down."""
    return case(
        buyers=[buyer("N", 180_000, budget={"2013-14": budget}, min_mean_quality=mean)],
        bidders=[bidder("x"), bidder("y")],
        criteria=[care()],
        bids=[bid("a", "x", "N:it", 100, 50), bid("b", "y", "N:it", 200, 80)],
        **more,
    )


def _case(document: Document) -> Case:
    return read_case(json.dumps(document))


def _conflict(asked: Asked) -> Conflict:
    conflict = evaluate(_case(asked.document), asked.options, isolated=False).conflict
    assert conflict is not None
    return conflict


def _moved(conflict: Conflict) -> list[list[str]]:
    """What each repair moves."""
    repairs = [conflict.repair, *conflict.alternatives] if conflict.repair else []
    return [[move.rule for move in repair.moves] for repair in repairs]


@pytest.mark.parametrize("seed", [pytest.param(seed, marks=[] if seed < 8 else pytest.mark.deep) for seed in range(20)])
def test_repairs_are_as_asked(seed: int) -> None:
    _judge(drawn(seed, infeasible_case))


@pytest.mark.deep
@pytest.mark.parametrize("draw", [infeasible_case, infeasible_in_integers])
@pytest.mark.parametrize("seed", range(20, 220))
def test_repairs_are_as_asked_at_length(seed: int, draw: Callable[[int], Document]) -> None:
    _judge(drawn(seed, draw))


def _judge(asked: Asked) -> None:
    judge(asked, _conflict(asked))


@pytest.mark.parametrize(
    ("fixed", "weights", "moved"),
    [
        ((), {}, [[MEAN], [BUDGET]]),
        ((), {MEAN: "1.9"}, [[MEAN], [BUDGET]]),
        ((), {MEAN: "2.1"}, [[BUDGET], [MEAN]]),
        ((), {BUDGET: "0.49"}, [[BUDGET], [MEAN]]),
        ((MEAN,), {}, [[BUDGET]]),
        (("min_*",), {MEAN: "0.001"}, [[BUDGET]]),
        (("budget*",), {"*": "1000000"}, [[MEAN]]),
        # The last pattern that fits counts, be it the wider or the narrower.
        ((), {"*": "1", BUDGET: "0.1"}, [[BUDGET], [MEAN]]),
        ((), {BUDGET: "0.1", "*": "1"}, [[MEAN], [BUDGET]]),
        ((), {"*[N*]": "5", MEAN: "2", "budget[*]": "0.5"}, [[BUDGET], [MEAN]]),
    ],
)
def test_what_moves_first(fixed: tuple[str, ...], weights: dict[str, str], moved: list[list[str]]) -> None:
    asked = Asked(squeezed(), fixed, weights)
    conflict = _conflict(asked)
    judge(asked, conflict)
    assert _moved(conflict) == moved


@pytest.mark.parametrize("fixed", [(BUDGET, MEAN), ("*",), ("*[N*",), ("budget*", "min*")])
def test_what_is_fixed_and_clashes_cannot_be_mended(fixed: tuple[str, ...]) -> None:
    asked = Asked(squeezed(), fixed)
    conflict = _conflict(asked)
    judge(asked, conflict)
    assert conflict.mendable is False
    assert {rule.rule for rule in conflict.rules} == {BUDGET, MEAN}
    assert conflict.minimal


def test_what_clashes_is_told_whatever_is_fixed() -> None:
    free, bound = (_conflict(Asked(squeezed(), fixed)) for fixed in ((), (BUDGET, MEAN)))
    assert free.rules == bound.rules
    assert free.explanation == bound.explanation


def test_what_is_fixed_may_clash_where_nobody_looked_yet() -> None:
    # Beside what N asks for, S can have x for £100 and £30,450 of redundancy, or y, who takes the post over, for £200.
    document = squeezed()
    document["buyers"].append(buyer("S", 120_000, budget={"2013-14": 150}, liability_cap=0))
    document["bidders"][1]["kind"] = "nhs_csu"
    document["bids"] += [bid("c", "x", "S:it", 100, 60), bid("d", "y", "S:it", 200, 60)]
    post = {"id": "post", "lots": [{"lot": "S:it"}], "headcount": 1, "salary": 36_500, "service_years": 10}
    document["staff_groups"] = [post]
    told = set()
    for fixed, mendable in (
        (("budget[S*", "liability_cap[S]"), False),
        ((BUDGET, MEAN), False),
        (("budget*",), True),
    ):
        asked = Asked(document, fixed)
        conflict = evaluate(_case(document), asked.options, clashes=1, isolated=False).conflict
        assert conflict is not None
        judge(asked, conflict)
        assert conflict.mendable is mendable
        assert not conflict.further
        told.add(tuple(rule.rule for rule in conflict.rules))
    assert len(told) == 1, "so once it was not the clash that was told which is fixed"


@pytest.mark.parametrize("weight", ["0.000001", "0.001", "1000", "1000000"])
def test_one_weight_for_all_changes_nothing(weight: str) -> None:
    # £100 lack of £100,000, or the quality goes 0.04 points of 50.04 down.
    bids = [bid("a", "x", "N:it", 100_000, 50), bid("b", "y", "N:it", 100_100, 80)]
    document = squeezed(100_000, "50.04") | {"bids": bids}
    plain, scaled = (_conflict(Asked(document, (), weights)) for weights in ({}, {"*": weight}))
    assert _moved(scaled) == _moved(plain)
    assert scaled.repair is not None
    assert scaled.repair.least


def test_options_of_the_case_are_replaced_one_by_one() -> None:
    document = squeezed(options={"fixed": [MEAN], "move_weights": {BUDGET: 7}})
    case = _case(document)
    own = evaluate(case, isolated=False).conflict
    assert own is not None
    assert own.repair is not None
    assert _moved(own) == [[BUDGET]]
    assert own.repair.distance == pytest.approx(7 / 3)
    replaced = evaluate(case, Options(fixed=("budget*",)), isolated=False).conflict
    assert replaced is not None
    assert _moved(replaced) == [[MEAN]]
    lighter = evaluate(case, Options(move_weights={BUDGET: Decimal("0.5")}), isolated=False).conflict
    assert lighter is not None
    assert lighter.repair is not None
    assert lighter.repair.distance == pytest.approx(1 / 6)


def _nobody_of_a_kind(budget: int) -> Case:
    """A floor for voluntary bodies, of which there are none, in a case that a budget decides."""
    return _case(squeezed(budget, services=[service(floor_by_kind={"voluntary": 5})]))


def test_a_pattern_that_fits_only_what_binds_nobody_fits_whatever_comes_out() -> None:
    options = Options(fixed=("floor_by_kind[*",))
    assert evaluate(_nobody_of_a_kind(300), options, isolated=False).status == "optimal"
    assert evaluate(_nobody_of_a_kind(150), options, isolated=False).status == "infeasible"
