"""Rules that an award may break: how far it does, and what that counts for."""

from decimal import Decimal
from typing import Any

import pytest

from models import Evaluation, Redeployed
from selector.verify import verify
from tests.verify.board.case import case_of, evaluation_of, states_of, with_rule
from tests.verify.checking import broken, changed, with_rules
from tests.verify.one_lot import CSU, GROUP, one_lot
from tests.verify.small import claimed

FIRM: dict[str, Any] = {"ids": ["firm"]}


@pytest.mark.parametrize(
    ("rule", "violation", "penalty"),
    [
        ({"metric": "lots", "bidders": FIRM, "sense": "at_most", "limit": 1}, "2", "20.00"),
        ({"metric": "lots", "bidders": FIRM, "sense": "at_most", "limit": 3}, "0", "0.00"),
        ({"metric": "lots", "bidders": FIRM, "sense": "exactly", "limit": 5}, "2", "20.00"),
        ({"metric": "lots", "bidders": FIRM, "sense": "exactly", "limit": 2}, "1", "10.00"),
        ({"metric": "buyers", "sense": "at_least", "limit": 5}, "1", "10.00"),
        ({"metric": "population", "bidders": FIRM, "sense": "at_least", "limit": 350}, "50", "500.00"),
        ({"metric": "spend", "bidders": FIRM, "sense": "at_most", "limit": "349.40"}, "0.6", "6.00"),
        # 86 beyond 30 % of 880, over the least that the lots can cost: 70 + 300 + 200 + 120 + 80 + 50 = 820.
        ({"metric": "share_of_spend", "bidders": FIRM, "sense": "at_most", "limit": "0.3"}, "0.104878", "1.05"),
        ({"metric": "share_of_spend", "bidders": FIRM, "sense": "at_least", "limit": "0.5"}, "0.109756", "1.10"),
        ({"metric": "share_of_population", "bidders": FIRM, "sense": "at_least", "limit": "0.75"}, "0.25", "2.50"),
        ({"metric": "winners", "sense": "at_most", "limit": 1}, "2", "20.00"),
        # (60 - 55.384615...) x 1,300 of the weights, over all 2,200.
        ({"metric": "mean_quality", "bidders": FIRM, "sense": "at_least", "limit": 60}, "2.727273", "27.27"),
        ({"metric": "moves", "sense": "at_most", "limit": 0}, "2", "20.00"),
    ],
)
def test_a_violation_is_told_in_the_unit_of_the_limit(rule: dict[str, Any], violation: str, penalty: str) -> None:
    case = with_rule(penalty=10, **rule)
    (state,) = states_of(case).values()
    assert (state.violation, state.penalty, state.soft) == (Decimal(violation), Decimal(penalty), True)
    assert state.satisfied == (violation == "0")
    found = verify(case, evaluation_of(case, levels=proven(penalty), penalty=penalty))
    assert found.findings == ()
    assert found.totals is not None
    assert found.totals.penalty == Decimal(penalty)


def proven(penalty: str) -> list[tuple[str, str]]:
    """Those of the case: its cost and, because a rule has one, the penalty."""
    return [("cost", "880.00"), ("penalty", penalty)]


def test_half_a_penny_of_penalty_is_a_penny() -> None:
    # A quarter of the people short, at 2p for all of them: £0.005.
    case = with_rule(metric="share_of_population", bidders=FIRM, sense="at_least", limit="0.75", penalty="0.02")
    (state,) = states_of(case).values()
    assert state.penalty == Decimal("0.01")


def test_every_row_is_broken_by_itself() -> None:
    # Firm has 0.4 of Kent's spend and Unit 0.6, of 750; at the least it is 690. West's own staff have all of Devon's.
    case = with_rule(
        metric="share_of_spend", each=True, per=["area"], sense="at_most", limit="0.25", priority=2, penalty=100
    )
    assert {
        name: (str(state.violation), str(state.penalty), state.priority) for name, state in states_of(case).items()
    } == {
        "rule[r, firm, Kent]": ("0.163043", "16.30", 2),
        "rule[r, unit, Kent]": ("0.380435", "38.04", 2),
        "rule[r, in-house:w, Devon]": ("0.750000", "75.00", 2),
    }
    # 112.5 / 690 / 0.25 + 262.5 / 690 / 0.25 + 0.75 / 0.25 = 0.652174 + 1.521739 + 3.
    found = verify(case, evaluation_of(case))
    assert found.objectives == (Decimal("5.173913"), Decimal("880.00"), Decimal("129.35"))
    assert found.objective == Decimal("880.00")


def test_what_rows_count_for_is_rounded_once() -> None:
    # Of Kent at the least it costs, 690, Firm has 200, Unit 300 and Old 190: 27.5, 127.5 and 17.5 beyond a quarter.
    # Together that is 172.5, a quarter of 690; Devon's three quarters make it £100 and 4, where the rows come to £100.01.
    case = with_rule(
        metric="share_of_spend", each=True, per=["area"], sense="at_most", limit="0.25", priority=2, penalty=100
    )
    cheapest = ("old-n", "unit-n", "firm-s", "old-s", "in-house:w:f", "firm-b")
    assert [str(state.penalty) for state in states_of(case, cheapest).values()] == ["3.99", "18.48", "2.54", "75.00"]
    found = verify(case, evaluation_of(case, cheapest))
    assert found.objectives == (Decimal(4), Decimal("820.00"), Decimal("100.00"))


def test_a_penalty_and_what_redeployment_saves_are_rounded_together() -> None:
    case = one_lot(
        CSU,
        rules=[
            {
                "id": "r",
                "metric": "share_of_population",
                "bidders": {"ids": ["old"]},
                "sense": "at_least",
                "limit": "0.5",
                "penalty": "0.01",
            }
        ],
        staff_groups=[GROUP | {"lots": [{"lot": "b:f"}], "function": "desk"}],
        vacancies=[{"id": "v", "bidder": "j", "function": "desk", "wte": "0.1"}],
        objective={"mode": "money_valued", "liability_weight": "0.000001"},
    )
    moved = claimed(case).model_copy(
        update={"moves": (Redeployed(group="s", vacancy="v", bidder="j", wte=Decimal("0.1")),)}
    )
    found = verify(case, moved)
    # £24,360 x 0.000001 is 2p for the bid. Half a penny of penalty less 0.3045p saved is nothing, where each by itself
    # would be a penny and nothing.
    assert found.totals is not None
    assert found.objective is not None
    assert (found.totals.redeployed, found.totals.penalty) == (Decimal("3045.00"), Decimal("0.01"))
    assert found.objective - found.totals.cost == Decimal("0.02")


PRIORITIES = {
    "rules": [
        {"id": "few", "metric": "winners", "sense": "at_most", "limit": 2, "priority": 3},
        {"id": "none", "metric": "moves", "sense": "at_most", "limit": 0, "priority": 1},
        {"id": "old", "metric": "lots", "bidders": {"ids": ["old"]}, "sense": "at_least", "limit": 4, "priority": 3},
        {"id": "off", "metric": "lots", "sense": "at_most", "limit": 0, "priority": 2, "penalty": 5, "active": False},
    ]
}
# winners 3 of 2: half; moves 2 of none: 2; Old nothing of 4: 1.
FOUND = [("priority 1", "2"), ("priority 3", "1.5"), ("cost", "880.00")]


def prioritised(**changes: Any) -> Evaluation:
    return evaluation_of(case_of(**PRIORITIES, **changes), levels=FOUND)


def test_priorities_come_before_the_objective() -> None:
    case = case_of(**PRIORITIES)
    assert verify(case, prioritised()).findings == ()
    assert verify(case, prioritised()).objectives == (Decimal(2), Decimal("1.5"), Decimal(880))


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        (("objective",), "879.99", {"certificate.objective"}),
        (("bound",), "880.01", {"certificate.bound", "certificate.gap"}),
        (("levels", 0, "value"), "2.1", {"certificate.levels[0].value"}),
        # What a priority found is held: nothing may be given up.
        (("levels", 1, "best"), "1.49999", {f"certificate.levels[1].{name}" for name in ("best", "bound", "gap")}),
        (("levels", 1, "bound"), "1.6", {"certificate.levels[1].bound", "certificate.levels[1].gap"}),
        (("levels", 1, "objective"), "priority 2", {"certificate.levels"}),
        (("gap_pounds",), "0.01", {"certificate.gap_pounds"}),
    ],
)
def test_a_certificate_with_priorities_is_held_against_each(
    path: tuple[str | int, ...], value: Any, found: set[str]
) -> None:
    assert broken(changed(prioritised(), "certificate", *path, to=value), case_of(**PRIORITIES)) == found


def test_a_search_that_ends_among_the_priorities_bounds_nothing_after_them() -> None:
    whole = prioritised()
    proof = {"bound": None, "gap": None, "gap_pounds": None, "levels": whole.certificate.levels[:1], "limit": "time"}
    cut = whole.model_copy(update={"certificate": whole.certificate.model_copy(update=proof)})
    case = case_of(**PRIORITIES)
    assert broken(cut.model_copy(update={"status": "feasible"}), case) == set()
    assert broken(cut, case) == {"certificate.gap", "certificate.levels"}


def test_the_penalty_is_part_of_a_sum_of_money_and_of_no_cost() -> None:
    case = with_rule(metric="lots", sense="at_most", limit=4, penalty="1.25").model_copy(
        update={"objective": case_of(objective={"mode": "money_valued"}).objective}
    )
    found = verify(case, evaluation_of(case, levels=[("money_valued", "882.50")], penalty="2.50"))
    assert found.findings == ()
    assert found.totals is not None
    assert (found.totals.cost, found.totals.penalty) == (Decimal("880.00"), Decimal("2.50"))


def test_the_penalty_may_stand_at_a_level_of_its_own() -> None:
    levels = [{"objective": "penalty", "tolerance": 3}, {"objective": "cost"}]
    case = case_of(
        rules=[{"id": "r", "metric": "lots", "sense": "at_most", "limit": 4, "penalty": 1}],
        objective={"mode": "lexicographic", "levels": levels},
    )
    good = evaluation_of(case, levels=[("penalty", "2.00"), ("cost", "880.00")], penalty="2.00")
    assert broken(good, case) == set()
    assert broken(changed(good, "certificate", "gap_pounds", to="0.00"), case) == set()


SOFT = with_rule(metric="lots", bidders=FIRM, sense="at_most", limit=1, penalty=10, priority=4)
HONEST = with_rules(
    evaluation_of(SOFT, levels=[("priority 4", "2"), ("cost", "880.00"), ("penalty", "20.00")], penalty="20.00"), SOFT
)


def test_a_broken_soft_rule_is_no_finding() -> None:
    assert broken(HONEST, SOFT) == set()
    assert [(rule.satisfied, rule.soft) for rule in HONEST.rules] == [(False, True)]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("soft", False),
        ("violation", 1),
        ("violation", None),
        ("penalty", "20.01"),
        ("penalty", None),
        ("priority", 3),
        ("priority", None),
    ],
)
def test_what_is_stated_of_a_soft_rule_is_recomputed(name: str, value: Any) -> None:
    assert broken(changed(HONEST, "rules", 0, name, to=value), SOFT) == {f"rules[0].{name}"}


def test_a_penalty_that_is_left_out_is_caught() -> None:
    assert broken(changed(HONEST, "totals", "penalty", to="0.00"), SOFT) == {"totals.penalty"}
