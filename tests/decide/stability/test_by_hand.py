"""Turning points, regions and shares of cases small enough to be worked out by hand."""

from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest

from models import Case, Options
from models.stability import Stability
from selector import evaluate
from selector.decide.stability import stability
from tests.decide.stopped import behind, in_its_priorities
from tests.references.tender import offer, tender

CRITERIA = [{"id": "q", "name": "Q"}]
CHEAP = offer("cheap/a", 100, "a:it", scores={"q": 20})
MIDDLE = offer("middle/a", 150, "a:it", scores={"q": 60})
LEVELS = [{"objective": "cost"}, {"objective": "quality"}]
GOOD = offer("good/a", 300, "a:it", scores={"q": 90})


def case(*bids: dict[str, Any], **changes: Any) -> Case:
    """One lot; at £2 a point MIDDLE is the best: 150 - 120 = 30, beside 60 for CHEAP and 120 for GOOD."""
    stated: dict[str, Any] = {
        "criteria": CRITERIA,
        "objective": {"mode": "money_valued", "quality_value": "2.00", "liability_weight": 0},
    }
    return tender({"a": 100_000}, ["it"], bids or (CHEAP, MIDDLE, GOOD), **stated | changes)


def asked(of: Case, **more: Any) -> Stability:
    return stability(of, isolated=False, **{"samples": 0} | more)


def test_a_weight_has_the_range_that_follows_from_the_bids() -> None:
    """40 points for £50 are worth it above £1.25 a point, 30 more for £150 above £5."""
    found = asked(case())
    (quality,) = [row for row in found.ranges if row.weight == "quality_value"]

    assert (quality.below.proof, quality.above.proof) == ("exact", "exact")
    assert (quality.below.ends, quality.above.ends) == (Decimal("1.25"), Decimal(5))
    assert quality.below.then is not None
    assert quality.above.then is not None
    assert (quality.below.then.bids, quality.above.then.bids) == (("cheap/a",), ("good/a",))
    assert [row.to_bid for row in quality.above.then.handovers] == ["good/a"]
    assert "Below £1.25 another award is better, which moves 1 lot." in quality.sentence


def test_the_smallest_change_is_that_of_the_only_weight() -> None:
    """£1.25 is 37.5 % below £2."""
    found = asked(case()).smallest

    assert found is not None
    assert (found.measure, found.at.proof, found.at.ends) == ("largest_relative_change", "exact", Decimal("0.375"))
    assert found.weights == {"liability_weight": 0, "disruption_value": 0, "quality_value": Decimal("1.25")}


def test_the_map_of_two_weights_is_intervals() -> None:
    """With shares c of cost and 1 - c of quality a point is worth £2 x (1 - c) / c."""
    found = asked(case()).map

    assert found is not None
    assert (found.weights, found.complete) == (("cost", "quality_value"), True)
    assert found.at_equal_shares == (Decimal(1), Decimal(2))
    ends = {each.award.bids[0]: sorted(corner[0] for corner in each.corners) for each in found.regions}
    assert ends["good/a"] == [0, pytest.approx(Decimal(2) / 7)]
    assert ends["middle/a"] == [pytest.approx(Decimal(2) / 7), pytest.approx(Decimal(8) / 13)]
    assert ends["cheap/a"] == [pytest.approx(Decimal(8) / 13), 1]
    assert [each.is_best for each in found.regions if each.award.bids == ("middle/a",)] == [True]


def test_scores_have_a_range_of_the_share_of_price() -> None:
    """Prices score 100 and 50, qualities are 20 and 60: the dearer is the better one while price weighs below 4/9."""
    of = case(
        CHEAP,
        offer("middle/a", 200, "a:it", scores={"q": 60}),
        objective={"mode": "ratio", "formula": "lowest_over_price", "price_weight": 60, "quality_weight": 40},
    )
    found = asked(of)
    (row,) = found.ranges

    assert (row.weight, row.stated, row.above.proof) == ("price_weight", Decimal("0.6"), "never")
    assert row.below.ends == pytest.approx(Decimal(4) / 9)
    assert found.smallest is not None
    assert found.smallest.measure == "points_of_share"
    assert found.smallest.at.ends == pytest.approx(60 - Decimal(400) / 9)
    assert found.smallest.weights["price_weight"] == pytest.approx(Decimal(4) / 9)


def test_an_award_that_is_tied_changes_with_the_least_change() -> None:
    found = asked(case(CHEAP, offer("other/a", 180, "a:it", scores={"q": 60}))).smallest

    assert found is not None
    assert found.at.proof == "exact"
    assert found.at.ends == 0
    assert "Another award is as good today" in found.sentence


@pytest.mark.parametrize(
    "objective",
    [
        {"mode": "lexicographic", "levels": [{"objective": "cost"}, {"objective": "quality"}]},
        {"mode": "ratio", "formula": "price_per_quality_point"},
    ],
)
def test_an_objective_without_weights_is_told_to_have_none(objective: dict[str, Any]) -> None:
    found = asked(case(objective=objective), samples=5)

    assert found.no_weights is not None
    assert (found.ranges, found.smallest, found.map, found.within) == ((), None, None, None)
    assert found.acceptability is not None
    assert found.acceptability.examined == 5
    assert found.answered


def test_one_candidate_is_the_best_at_any_weights() -> None:
    found = asked(case(MIDDLE), samples=5)

    assert {turn.proof for row in found.ranges for turn in (row.below, row.above)} == {"never"}
    assert found.smallest is not None
    assert found.smallest.at.proof == "never"
    assert found.acceptability is not None
    assert found.acceptability.same.share == 1
    assert found.acceptability.different == 1


def test_a_pick_is_kept_at_any_weights() -> None:
    of = case(picks=[{"id": "p", "bid": "good/a", "reason": "the board's decision"}])
    found = asked(of, samples=5)

    assert {turn.proof for row in found.ranges for turn in (row.below, row.above)} == {"never"}
    assert found.acceptability is not None
    assert [each.bid for each in found.acceptability.lots] == ["good/a"]


def test_of_weights_drawn_at_random_each_award_has_the_share_of_its_region() -> None:
    """Uniform on the map, they fall into each interval as often as it is long, but for chance."""
    found = asked(case(), samples=400, weights=True)
    drawn, drawing = found.acceptability, found.map

    assert drawn is not None
    assert drawing is not None
    assert (drawn.examined, drawn.open, drawn.weights) == (400, 0, ("cost", "quality_value"))
    share = {each.award.bids: each.share for each in drawing.regions}
    for each in drawn.awards:
        assert each.acceptance.low - Decimal("0.02") <= share[each.bids] <= each.acceptance.high + Decimal("0.02")
        assert sum(map(float, each.central.values())) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("names", list(permutations(("cheap", "twin", "zeta"))))
def test_of_equal_awards_the_one_of_today_is_counted(names: tuple[str, ...]) -> None:
    """Three bids alike in all but name: whichever is the best today is so wherever one of them is."""
    twins = [offer(f"{name}/a", 100, "a:it", scores={"q": 60}) for name in names]
    found = asked(case(*twins, GOOD), samples=20, weights=True)

    assert found.acceptability is not None
    assert found.acceptability.different == 2
    assert 0 < found.acceptability.same.count < 20
    assert {each.is_best for each in found.acceptability.awards} == {True, False}


@pytest.mark.parametrize(
    ("stated", "drawn"),
    [({}, {"prices": Decimal(0)}), ({"objective": {"mode": "lexicographic", "levels": LEVELS}}, {"weights": True})],
)
def test_where_nothing_is_drawn_nothing_is_told_of_samples(stated: dict[str, Any], drawn: dict[str, Any]) -> None:
    """Twenty times the case itself would look like twenty samples that agree."""
    assert asked(case(**stated), samples=20, **drawn).acceptability is None


def test_an_award_that_breaks_a_priority_more_than_another_stays_the_best_nowhere() -> None:
    """GOOD is not to win if that can be, and does in the award that a limit left: no weights make it the best."""
    rule = {"id": "r", "metric": "lots", "bidders": {"ids": ["good"]}, "sense": "at_most", "limit": 0, "priority": 1}
    of = case(rules=[rule], objective={"mode": "money_valued", "quality_value": 10, "liability_weight": 0})
    found = asked(of, award=in_its_priorities(of, ("good/a",)))

    assert {turn.proof for row in found.ranges for turn in (row.below, row.above)} == {"open"}
    assert {turn.stays for row in found.ranges for turn in (row.below, row.above)} == {None}
    assert found.map is not None
    assert not found.map.complete
    assert not found.answered


def test_prices_drawn_at_random_are_those_of_the_seed() -> None:
    one = asked(case(), samples=30, prices=Decimal("0.5"), seed=7)
    other = asked(case(), samples=30, prices=Decimal("0.5"), seed=7)
    third = asked(case(), samples=30, prices=Decimal("0.5"), seed=8)

    assert one.acceptability == other.acceptability
    assert one.acceptability != third.acceptability


def test_samples_hang_on_neither_processes_nor_their_number() -> None:
    of = case()
    here = asked(of, samples=7, prices=Decimal("0.5"))
    there = stability(of, samples=7, prices=Decimal("0.5"), workers=3)

    untimed = {"seconds", "best"}
    assert here.model_dump(exclude=untimed) == there.model_dump(exclude=untimed)


def test_volumes_that_leave_no_award_are_told() -> None:
    """A bidder with room for the lot as it stands has none for more of it."""
    lot = {"id": "a:it", "buyer": "a", "service": "it", "volume": 100}
    of = case(
        MIDDLE,
        lots=[lot],
        bidders=[{"id": "middle", "name": "Middle", "kind": "private", "viability_floor": 0, "capacity": {"it": 100}}],
    )
    found = asked(of, samples=40, volumes=Decimal("0.2")).acceptability

    assert found is not None
    assert found.infeasible > 0
    assert found.examined > 0
    assert found.infeasible + found.examined == 40


def test_no_award_at_all() -> None:
    of = case(MIDDLE, bidders=[{"id": "middle", "name": "M", "kind": "private", "viability_floor": 10**6}])
    found = asked(of, samples=5)

    assert (found.best.status, found.ranges, found.map, found.acceptability) == ("infeasible", (), None, None)
    assert found.answered


def test_what_a_stop_cuts_off_stays_open() -> None:
    of = case()
    found = stability(of, award=evaluate(of, isolated=False), samples=5, stop=lambda: True, isolated=False)

    assert {turn.proof for row in found.ranges for turn in (row.below, row.above)} == {"open"}
    assert found.acceptability is not None
    assert (found.acceptability.examined, found.acceptability.open) == (0, 5)
    assert not found.answered


def test_a_time_limit_is_not_told_as_complete() -> None:
    of = case()
    award = evaluate(of, isolated=False)
    found = stability(of, Options(time_limit=0.001), award=award, samples=50, isolated=False)

    assert found.acceptability is not None
    assert found.acceptability.open == 50
    assert found.map is None or not found.map.complete


@pytest.mark.parametrize(
    "wrong", [{"samples": -1}, {"seed": -1}, {"prices": Decimal(2)}, {"volumes": Decimal(-1)}, {"transfer": Decimal(3)}]
)
def test_what_is_out_of_range_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="0 or more"):
        asked(case(), **wrong)


def test_a_part_of_a_pound_is_told_to_nine_figures() -> None:
    """Of three points for a pound each costs a third of one."""
    of = case(CHEAP, offer("middle/a", 101, "a:it", scores={"q": 23}))
    (quality,) = [row for row in asked(of).ranges if row.weight == "quality_value"]

    assert quality.below.ends == Decimal("0.333333333")
    assert abs(Fraction(quality.below.ends) - Fraction(1, 3)) < Fraction(1, 10**9)


def test_the_weight_of_a_criterion_has_a_range() -> None:
    """R counts for s: 20 + 60 s points for £100, or 60 for £150; a point is worth £2: as good where s is 1/4."""
    of = case(
        offer("cheap/a", 100, "a:it", scores={"q": 20, "r": 80}),
        offer("middle/a", 150, "a:it", scores={"q": 60, "r": 60}),
        criteria=[{"id": "q", "name": "Q", "weight": 60}, {"id": "r", "name": "R", "weight": 40}],
    )
    found = asked(of)
    first, second = found.criteria

    assert (first.criterion, first.stated, second.criterion, second.stated) == (
        "q",
        Decimal("0.6"),
        "r",
        Decimal("0.4"),
    )
    assert (second.above.proof, second.below.proof) == ("never", "exact")
    assert second.below.ends == pytest.approx(Decimal(1) / 4)
    assert first.above.ends == pytest.approx(Decimal(3) / 4)
    assert first.above.then is not None
    assert first.above.then.bids == ("middle/a",)
    assert found.fixed_criteria == ()


def test_the_least_weight_beside_the_greatest_is_all_there_is_at_its_end() -> None:
    """R tells 2 points apart, worth £100 each: they make up for £99 from where R counts for 0.495 of quality."""
    of = case(
        offer("cheap/a", 100, "a:it", scores={"q": 50, "r": 80}),
        offer("middle/a", 199, "a:it", scores={"q": 50, "r": 82}),
        criteria=[{"id": "q", "name": "Q", "weight": 10**6}, {"id": "r", "name": "R", "weight": "0.000001"}],
        objective={"mode": "money_valued", "quality_value": 100, "liability_weight": 0},
    )
    _, above = (each.above for each in asked(of).criteria)

    assert above.proof == "exact"
    assert above.ends == pytest.approx(Decimal("0.495"))


def test_a_criterion_on_which_more_hangs_is_not_moved() -> None:
    """With less of Q the cheap bid meets the least quality that the service asks for."""
    scored = [
        offer("cheap/a", 100, "a:it", scores={"q": 20, "r": 80}),
        offer("middle/a", 150, "a:it", scores={"q": 60, "r": 60}),
    ]
    two = [{"id": "q", "name": "Q", "weight": 60}, {"id": "r", "name": "R", "weight": 40}]
    barred = tender(
        {"a": 100_000},
        [{"id": "it", "name": "IT", "min_quality": 50}],
        scored,
        criteria=two,
        objective={"mode": "money_valued", "quality_value": "2.00"},
    )
    found = asked(barred)

    assert found.criteria == ()
    assert {each.criterion for each in found.fixed_criteria} == {"q", "r"}
    assert {each.why for each in found.fixed_criteria} == {"other bids would meet the thresholds of quality"}


def test_objectives_in_an_order_are_changed_over_and_tolerances_with_them() -> None:
    """The cheapest costs 100; within 60 of it the middle one is better; twice that does not reach the good one."""
    levels = [{"objective": "cost", "tolerance": 60}, {"objective": "quality"}]
    found = asked(case(objective={"mode": "lexicographic", "levels": levels}))

    assert found.answered
    assert [(each.changed, each.same) for each in found.orders] == [
        ("quality before cost", False),
        ("no tolerance of cost", False),
        ("twice the tolerance of cost", True),
    ]
    assert [each.then.bids for each in found.orders if each.then is not None] == [("good/a",), ("cheap/a",)]
    assert "which moves 1 lot" in found.orders[0].sentence


def test_an_award_within_a_wide_gap_may_not_be_the_best_today() -> None:
    """GOOD comes to 120 and is behind MIDDLE, at 30: there is no way to move a weight on which it begins as the best."""
    of = case()
    found = asked(of, award=behind(of, ("good/a",), Decimal(30)))

    assert {turn.proof for row in found.ranges for turn in (row.below, row.above)} == {"interval"}
    (quality,) = [row for row in found.ranges if row.weight == "quality_value"]
    assert (quality.above.stays, quality.above.ends) == (None, Decimal(2))
    assert "With more another award is better, as it is today" in quality.sentence
    assert found.smallest is not None
    assert found.smallest.sentence == "Another award is better today, which moves 1 lot."


def test_within_a_wider_tolerance_the_award_is_as_good_as_another() -> None:
    """Twopence more is within it, and what is left to choose by, quality, is no objective: CHEAP holds every level, too."""
    levels = [{"objective": "cost", "tolerance": "0.01"}, {"objective": "liability"}]
    prices = {"cheap": "100.00", "first": "100.02", "second": "100.02", "third": "100.02"}
    of = case(
        *(
            offer(f"{name}/a", price, "a:it", scores={"q": 20 if name == "cheap" else 60})
            for name, price in prices.items()
        ),
        objective={"mode": "lexicographic", "levels": levels},
    )
    found = asked(of)
    wider = found.orders[-1]

    assert wider.changed == "twice the tolerance of cost"
    assert (wider.same, wider.then) == (True, None)
    assert wider.sentence == "With twice the tolerance of cost the award is as good as any."
