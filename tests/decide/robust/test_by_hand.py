"""Robust awards of cases small enough to be worked out by hand."""

from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest

from models import Case, Options, Unanswerable
from models.robust import Robust
from selector import evaluate
from selector.decide.robust import robust
from selector.decide.robust.probability import exceeded
from tests.decide.stopped import in_its_priorities
from tests.references.tender import offer, tender

ALL_BY_ONE = [offer("acme/a", 100, "a:it"), offer("acme/b", 100, "b:it")]
OTHER = [offer("firm/a", 105, "a:it"), offer("third/b", 112, "b:it")]
PEOPLE = {"a": 100_000, "b": 100_000}


def case(*bids: dict[str, Any], **changes: Any) -> Case:
    """Acme wins both lots for 200; for 205 another has one of them."""
    return tender(PEOPLE, ["it"], bids or [*ALL_BY_ONE, *OTHER], **changes)


def asked(of: Case, *budgets: int, **more: Any) -> Robust:
    chosen = budgets or None
    return robust(of, isolated=False, **{"prices": Decimal("0.2"), "transfer": Decimal(0), "budgets": chosen} | more)


def money(*pounds: int) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, pounds))


def test_two_suppliers_are_safer_than_one() -> None:
    """If the one that hurts most asks a fifth more: 240 from Acme alone, 226 from Acme and the firm (105 + 100 + 21)."""
    (found,) = asked(case(), 1).awards

    assert found.robust is not None
    assert found.best is not None
    assert found.status == "optimal"
    assert (found.best.worst, found.robust.worst, found.bound) == money(240, 226, 226)
    assert (found.price, found.saves, found.saves_at_most) == money(5, 14, 14)
    assert found.bids == ("firm/a", "acme/b")
    assert [each.bidder for each in found.robust.bidders] == ["firm"]
    assert [row.to_bidder for row in found.handovers] == ["firm"]
    assert "an award that moves 1 lot" in found.sentence


def test_where_all_may_be_dearer_the_cheapest_is_the_best() -> None:
    """A fifth more of everything changes no order: the price of robustness is nothing."""
    (found,) = asked(case(), 2).awards

    assert (found.price, found.saves) == money(0, 0)
    assert found.bids == ("acme/a", "acme/b")
    assert found.robust is not None
    assert found.robust.exceeded == 0


def test_the_curve_goes_from_none_to_all() -> None:
    found = asked(case(ALL_BY_ONE[0], OTHER[1])).awards

    assert [each.budget for each in found] == [0, 1, 2]
    assert [each.robust.worst for each in found if each.robust] == [212, Decimal("234.40"), Decimal("254.40")]


def test_staff_that_do_not_transfer_are_counted_as_the_board_counts_them() -> None:
    """Of one with £1,000 a week and ten years a tenth of 43,500 less is taken over; a pound of it counts for two."""
    of = case(
        *ALL_BY_ONE,
        staff_groups=[
            {"id": "s", "lots": [{"lot": "a:it"}], "headcount": 1, "salary": "52142.86", "service_years": 10}
        ],
        transfer_terms={"private": {"transfer": 1, "buyer_share": 1}},
        objective={"mode": "money_valued", "liability_weight": 2},
    )
    (found,) = asked(of, 1, prices=Decimal(0), transfer=Decimal("0.1")).awards

    assert found.robust is not None
    assert found.robust.worst - found.robust.counted == pytest.approx(Decimal("8700.00"), abs=Decimal("0.1"))


def test_of_equals_the_best_award_stays() -> None:
    """A twin at the same price is as safe: no lot moves for nothing, whichever of them a search comes to."""
    twins = [offer(f"{name}/a", 100, "a:it") for name in ("acme", "basil", "cedar", "dill")]
    for bids in permutations(twins):
        (found,) = asked(case(*bids, offer("acme/b", 100, "b:it"), offer("firm/b", 130, "b:it")), 2).awards

        assert (found.price, found.saves) == money(0, 0)
        assert found.status == "optimal"
        assert found.handovers == ()


def test_an_award_that_breaks_a_priority_more_than_another_is_not_the_safest() -> None:
    """Acme may have one lot. It has both for 200 in the award that a limit left; for 205 the rule holds: 206.05 at 1 %."""
    rule = {
        "id": "r",
        "metric": "lots",
        "bidders": {"ids": ["acme"]},
        "sense": "at_most",
        "limit": 1,
        "priority": 1,
    }
    of = case(rules=[rule])
    both = in_its_priorities(of, ("acme/a", "acme/b"))
    (found,) = asked(of, 1, prices=Decimal("0.01"), award=both).awards

    assert found.robust is not None
    assert found.bids == ("firm/a", "acme/b")
    assert (found.status, found.robust.worst, found.bound) == ("optimal", Decimal("206.05"), Decimal("206.05"))
    assert "keeps rules with a priority better than the best award that was known" in found.sentence


def test_a_pick_is_kept_and_one_candidate_is_all_there_is() -> None:
    picked = asked(
        case(picks=[{"id": "p", "bid": "acme/a", "reason": "r"}, {"id": "o", "bid": "acme/b", "reason": "r"}]), 1
    )
    alone = asked(case(*ALL_BY_ONE), 1)

    for found in (picked, alone):
        assert (found.awards[0].price, found.awards[0].saves) == money(0, 0)
        assert found.awards[0].status == "optimal"
        assert "no other award comes to less" in found.awards[0].sentence


def test_a_package_rises_as_a_whole() -> None:
    """The package at 190 is 228 in its worst case, and 226 is better."""
    (found,) = asked(case(offer("acme/ab", 190, "a:it", "b:it"), *ALL_BY_ONE, *OTHER), 1).awards

    assert found.best is not None
    assert found.best.worst == 228
    assert found.bids == ("firm/a", "acme/b")
    assert found.price == 15


def test_budgets_hold_at_the_prices_of_the_bids_and_who_could_exceed_them_is_told() -> None:
    buyers = [
        {"id": "a", "name": "A", "population": 100_000, "budget": {"2013-14": 110}},
        {"id": "b", "name": "B", "population": 100_000},
    ]
    (found,) = asked(case(buyers=buyers), 1).awards

    assert found.robust is not None
    assert found.robust.over_budget == ("a",)


def test_a_buyer_that_falls_back_on_itself_is_never_dearer() -> None:
    of = tender({"a": 100_000}, ["it"], [offer("acme/a", 100, "a:it")], in_house={"a:it": 110})
    (found,) = asked(of, 1).awards

    assert found.robust is not None
    assert found.bids == ("in-house:a:it",)
    assert (found.robust.worst, found.robust.uncertain) == (Decimal(110), 0)


def test_discounts_stay_as_they_are_at_the_prices_of_the_bids() -> None:
    """A tenth off 200 for both: 180 as bids stand, 220 in the worst case, and 226 is no better."""
    off = [{"id": "d", "bidder": "acme", "by": "lots", "tiers": [{"at_least": 2, "rate": "0.1"}]}]
    (found,) = asked(case(discounts=off), 1).awards

    assert found.best is not None
    assert (found.best.counted, found.best.worst, found.price) == money(180, 220, 0)


@pytest.mark.parametrize(
    "objective",
    [
        {"mode": "lexicographic", "levels": [{"objective": "cost"}]},
        {"mode": "ratio", "formula": "lowest_over_price"},
    ],
)
def test_only_an_objective_in_money_has_a_worst_case(objective: dict[str, Any]) -> None:
    with pytest.raises(Unanswerable, match="objective in money") as told:
        asked(case(objective=objective), 1)
    assert told.value.asked == "robust"


def test_no_award_at_all() -> None:
    of = case(
        bidders=[
            {"id": name, "name": name, "kind": "private", "viability_floor": 10**6}
            for name in ("acme", "firm", "third")
        ]
    )
    found = asked(of, 1)

    assert (found.best.status, found.awards, found.answered) == ("infeasible", (), True)


def test_what_a_stop_cuts_off_is_open() -> None:
    of = case()
    found = robust(of, award=evaluate(of, isolated=False), budgets=(1,), stop=lambda: True, isolated=False)
    (each,) = found.awards

    assert each.status == "feasible"
    assert each.robust is not None
    assert each.bound == 200
    assert each.robust.worst == 220
    assert "within £20.00 of the best worst case there can be" in each.sentence


def test_a_time_limit_is_not_told_as_complete() -> None:
    of = case()
    found = robust(of, Options(time_limit=0.001), award=evaluate(of, isolated=False), isolated=False)

    assert found.awards[0].status == "feasible"


def test_in_processes_it_is_the_same() -> None:
    of = case()
    untimed = {"seconds", "best"}
    there = robust(of, prices=Decimal("0.2"), transfer=Decimal(0), budgets=(1, 2), workers=2)

    assert asked(of, 1, 2).model_dump(exclude=untimed) == there.model_dump(exclude=untimed)


@pytest.mark.parametrize("wrong", [{"prices": Decimal(-1)}, {"transfer": Decimal(2)}, {"budgets": (-1,)}])
def test_what_is_out_of_range_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="0 or more"):
        robust(case(), **wrong)


@pytest.mark.parametrize(
    ("uncertain", "budget", "likely"),
    [
        (1, 0, Fraction(3, 4)),
        (2, 0, Fraction(3, 4)),
        (2, 1, Fraction(1, 2)),
        (4, 2, Fraction(5, 16)),
        (3, 3, 0),
        (5, 9, 0),
    ],
)
def test_probability_bertsimas2004price(uncertain: int, budget: int, likely: Fraction) -> None:
    """Theorem 3: 2^-n ((1 - mu) sum of C(n, l) from floor(nu) + mu the same from floor(nu) + 1), nu = (G + n) / 2."""
    assert exceeded(uncertain, budget) == likely
