"""How fast bidders take work over, and what buyers pay in later years, as reasons for there being no award."""

import json
from decimal import Decimal
from typing import Any

import pytest

from models import Conflict, read_case
from selector import appraise, evaluate
from selector.decide.early import early
from selector.decide.members import members
from selector.decide.relaxation import Relaxation
from tests.oracle.by_hand import Row, bid, bidder, buyer, case, package, service

BEGINS = "2013-02-01"  # two whole months before the horizon


def _board(*bids: Row, lots: list[Row] | None = None, **pace: Any) -> Row:
    """N and S, for which x alone bids, at a pace."""
    offers = bids or (bid("a", "x", "N:it"), bid("b", "x", "S:it"))
    tables: Row = {"bidders": [bidder("x", mobilisation={"begins": BEGINS} | pace)], "bids": list(offers)}
    return case(**tables, **({"lots": lots} if lots else {}))


def _lots(**more: Any) -> list[Row]:
    return [{"id": f"{name}:it", "buyer": name, "service": "it", **more} for name in "NS"]


def _conflict(document: Row, **options: Any) -> Conflict:
    evaluation = evaluate(read_case(json.dumps(document)), isolated=False, **options)
    assert evaluation.status == "infeasible"
    assert evaluation.conflict is not None
    return evaluation.conflict


def _is_allowed(document: Row) -> bool:
    return evaluate(read_case(json.dumps(document)), isolated=False).status == "optimal"


def test_lots_that_are_taken_over_too_slowly() -> None:
    conflict = _conflict(_board(lots_a_month="0.6"))
    (rule,) = conflict.rules
    assert (rule.rule, rule.pointer) == ("mobilised_lots[x]", "/bidders/0/mobilisation/lots_a_month")
    assert (rule.sense, rule.unit, rule.limit, rule.reach) == ("at most", "lots a month", Decimal("0.6"), Decimal(1))
    assert conflict.explanation == (
        "x can take over at most 0.6 lots a month, in whole months from 2013-02-01 until a bid starts; no award needs"
        " fewer than 1 lot a month.",
    )
    assert conflict.repair is not None
    (move,) = conflict.repair.moves
    assert (
        move.sentence == "Raise the pace at which x takes over lots from 0.6 lots a month to 1 lot a month (by 67 %)."
    )
    assert conflict.repair.least
    assert _is_allowed(_board(lots_a_month=1))


def test_work_that_is_taken_over_too_slowly_to_a_thousandth() -> None:
    # 7 WTE each; over two months 14 / 2 = 7, and with 0.001 more 7.0005, which goes up to 7.001.
    lots = _lots(wte=7)
    assert _is_allowed(_board(lots=lots, wte_a_month=7))
    lots[0]["wte"] = "7.001"
    conflict = _conflict(_board(lots=lots, wte_a_month=7))
    assert [rule.rule for rule in conflict.rules] == ["mobilised_wte[x]"]
    assert conflict.rules[0].reach == Decimal("7.001")
    assert conflict.repair is not None
    assert [each.after for each in conflict.repair.moves] == [Decimal("7.001")]


def test_what_is_provided_today_need_not_be_taken_over() -> None:
    assert _is_allowed(_board(lots=_lots(incumbent="x"), lots_a_month="0.001"))


def test_no_pace_takes_anything_over_in_no_time() -> None:
    conflict = _conflict(_board(lots_a_month=100, begins="2013-03-02"))
    assert [rule.rule for rule in conflict.rules] == ["mobilised_lots[x]"]
    assert conflict.rules[0].reach is None
    assert (conflict.repair, conflict.mendable) == (None, False)
    assert conflict.explanation[0].endswith("; no award can keep this.")


def test_each_day_on_which_bids_start_counts() -> None:
    """Two lots start on 1 April, when x can have taken over two, and four more on 1 July, when it is five in all."""
    names = "KLMNPS"
    lots = [{"id": f"{name}:it", "buyer": name, "service": "it", "present_cost": 0} for name in names]
    bids = [bid(f"{name}", "x", f"{name}:it") | ({"start": "2013-07-01"} if name in "MNPS" else {}) for name in names]
    pace = bidder("x", mobilisation={"begins": BEGINS, "lots_a_month": 1})
    document = case(buyers=[buyer(name, 1000) for name in names], lots=lots, bidders=[pace], bids=bids)
    conflict = _conflict(document)
    assert [rule.rule for rule in conflict.rules] == ["mobilised_lots[x]"]
    # Six lots in five months.
    assert conflict.rules[0].reach == Decimal("1.2")
    relaxation = Relaxation(read_case(json.dumps(document)))
    (member,) = relaxation.members
    assert member.rows == {("mobilised_lots", ("x", day)) for day in ("2013-04-01", "2013-07-01")}


@pytest.mark.parametrize("field", ["lots_a_month", "wte_a_month"])
def test_a_package_for_too_much_at_once_shows_before_any_solve(field: str) -> None:
    # Two lots of 1 WTE each, over two months.
    for pace, found in ((1, ()), ("0.999", ((f"mobilised_{field.partition('_')[0]}[x]",),))):
        document = _board(package("p", "x", ["N:it", "S:it"]), lots=_lots(wte=1), **{field: pace})
        read = read_case(json.dumps(document))
        assert early(read, appraise(read)) == found
        assert _is_allowed(document) is (not found)


def test_what_lifts_a_pace_is_to_state_none() -> None:
    stated = members(read_case(json.dumps(_board(lots_a_month=1, wte_a_month="2.5"))))
    found = {member.name: (member.lift[0].op, member.lift[0].path) for member in stated}
    here = "/bidders/0/mobilisation"
    assert found == {
        "mobilised_lots[x]": ("remove", f"{here}/lots_a_month"),
        "mobilised_wte[x]": ("remove", f"{here}/wte_a_month"),
    }


def _later(budget: object) -> Row:
    """£100 in 2013-14 and £105 a year on, with VAT of 20 % £120 and £126, beside a budget for the later year."""
    return case(
        horizon={"start": "2013-04-01", "years": 2},
        buyers=[buyer("N", 180_000, budget={"2014-15": budget})],
        services=[service()],
        bidders=[bidder("x")],
        bids=[bid("a", "x", "N:it") | {"indexation": "0.05"}],
        vat={"private": "0.2"},
    )


def test_a_budget_is_for_what_is_paid_in_its_year() -> None:
    read = read_case(json.dumps(_later("126.00")))
    assert early(read, appraise(read)) == ()
    assert _is_allowed(_later("126.00"))
    document = _later("125.99")
    read = read_case(json.dumps(document))
    assert early(read, appraise(read)) == (("budget[N, 2014-15]",),)
    conflict = _conflict(document)
    assert conflict.explanation == ("N may spend at most £125.99 in 2014-15; no award needs less than £126.00.",)
    assert conflict.repair is not None
    assert [each.after for each in conflict.repair.moves] == [Decimal("126.00")]
