"""Explanations worked out by hand, and what is said where something is open."""

from decimal import Decimal
from typing import Any

import pytest

from models import AwardInvalid, Case, Options, Threshold, UnknownName
from selector import evaluate, explain
from tests.references.tender import offer, supplier, tender

TWO = [offer("acme/a", 1_000, "a:it"), offer("firm/a", 1_200, "a:it")]


def price_of(case: Case, bid: str, **asked: Any) -> Threshold:
    found = explain(case, isolated=False, **asked)
    threshold = next(each.winning_price for each in found.losing if each.bid == bid)
    assert threshold is not None
    return threshold


def up_to(case: Case, bid: str) -> Threshold:
    found = explain(case, isolated=False)
    threshold = next(each.wins_up_to for each in found.winning if each.bid == bid)
    assert threshold is not None
    return threshold


def told(proof: str, figure: object = None) -> Threshold:
    at = None if figure is None else Decimal(str(figure))
    return Threshold(proof=proof, at_least=at, at_most=at)


def test_at_the_price_of_the_winner_it_is_as_good() -> None:
    case = tender({"a": 100_000}, ["it"], TWO)

    assert price_of(case, "firm/a") == told("exact", "1000.00")
    assert up_to(case, "acme/a") == told("exact", "1200.00")


def test_a_price_a_head_moves_by_pennies_a_head() -> None:
    case = tender(
        {"a": 100_000}, ["it"], [offer("acme/a", 1_500, "a:it"), offer("firm/a", "0.02", "a:it", price_basis="head")]
    )

    # A penny a head is £1,000 a year, two pennies are £2,000: at one every best award has it.
    assert price_of(case, "firm/a") == told("exact", "0.01")


def test_a_price_with_parts_of_a_penny_is_told_in_whole_pennies() -> None:
    case = tender(
        {"a": 100_000}, ["it"], [offer("acme/a", "0.015", "a:it", price_basis="head"), offer("firm/a", 2_000, "a:it")]
    )

    assert up_to(case, "acme/a") == told("exact", "0.02")


def test_a_package_stands_against_the_bids_it_displaces() -> None:
    bids = [offer("acme/a", 100, "a:it"), offer("firm/b", 100, "b:it"), offer("duo/ab", 260, "a:it", "b:it")]
    case = tender({"a": 100_000, "b": 100_000}, ["it"], bids)

    assert price_of(case, "duo/ab") == told("exact", "200.00")
    assert up_to(case, "acme/a") == told("exact", "160.00")


def test_what_the_price_of_single_years_asks_stays() -> None:
    # Of two years at no discount the second is stated: only the first moves.
    bids = [offer("acme/a", 100, "a:it"), offer("firm/a", 150, "a:it", prices={"2014-15": 120})]
    case = tender({"a": 100_000}, ["it"], bids, horizon={"start": "2013-04-01", "years": 2, "discount_rate": 0})

    assert price_of(case, "firm/a") == told("exact", "80.00")


def test_what_no_price_makes_up_for() -> None:
    bids = [offer("acme/a", 100, "a:it"), offer("firm/a", 50, "a:it", transition=1_000)]
    found = explain(tender({"a": 100_000}, ["it"], bids), isolated=False)
    losing = found.losing[0]

    assert losing.winning_price == told("never")
    assert losing.bars == ()
    assert "Not even at £0" in losing.sentence


def test_points_of_quality_that_would_have_done() -> None:
    bids = [offer("acme/a", 1_000, "a:it", scores={"q": 50}), offer("firm/a", 1_200, "a:it", scores={"q": 40})]
    case = tender(
        {"a": 100_000},
        ["it"],
        bids,
        criteria=[{"id": "q", "name": "Q", "weight": 1}],
        objective={"mode": "money_valued", "quality_value": 20},
    )
    losing = explain(case, isolated=False).losing[0]

    # £200 dearer and 10 points worse, a point being worth £20: 20 points more, and the dearer by £400 in all.
    assert losing.winning_quality == told("exact", "20.000")
    assert losing.winning_price == told("exact", "800.00")
    assert losing.behind is not None
    assert losing.behind.at_least == Decimal(400)


def test_not_even_with_all_points() -> None:
    bids = [offer("acme/a", 1_000, "a:it", scores={"q": 50}), offer("firm/a", 1_200, "a:it", scores={"q": 40})]
    case = tender({"a": 100_000}, ["it"], bids, criteria=[{"id": "q", "name": "Q", "weight": 1}])

    assert explain(case, isolated=False).losing[0].winning_quality == told("never")


def test_rules_that_bar_a_bid_are_named() -> None:
    case = tender(
        {"a": 100_000, "b": 200_000},
        ["it"],
        [offer("acme/a", 100, "a:it"), offer("acme/b", 100, "b:it"), offer("small/b", 50, "b:it")],
        bidders=[supplier("small", capacity={"it": 150_000})],
    )
    losing = explain(case, isolated=False).losing[0]

    assert losing.winning_price == told("never")
    assert [bar.rule for bar in losing.bars] == ["capacity[small, it]"]
    assert "capacity[small, it]" in losing.sentence


def test_a_price_between_those_tried_may_win_so_nothing_bars_the_bid() -> None:
    # It would win from £95, which its spend must reach, to £100: neither at £110, nor at £88, nor at £0.
    least = {"id": "s", "metric": "spend", "bidders": {"ids": ["firm"]}, "each": True, "sense": "at_least", "limit": 95}
    bids = [offer("acme/a", 100, "a:it"), offer("firm/a", 110, "a:it")]
    losing = explain(tender({"a": 100_000}, ["it"], bids, rules=[least]), isolated=False).losing[0]

    assert losing.winning_price == told("none_found")
    assert losing.bars == ()
    assert "No award contains it" not in losing.sentence
    assert "not every price was" in losing.sentence


def test_where_no_price_decides_a_bid_that_is_as_good_wins_at_its_own() -> None:
    bids = [offer("acme/a", 100, "a:it"), offer("firm/a", 90, "a:it")]
    case = tender(
        {"a": 100_000}, ["it"], bids, objective={"mode": "lexicographic", "levels": [{"objective": "liability"}]}
    )
    found = explain(case, isolated=False)

    assert found.losing[0].winning_price == told("exact", found.losing[0].price)
    assert found.winning[0].wins_up_to == told("always")


def test_a_bid_as_good_that_no_points_can_put_ahead_needs_none() -> None:
    bids = [offer(f"{name}/a", 100, "a:it", scores={"q": 100}) for name in ("acme", "firm")]
    criteria = [{"id": "q", "name": "Quality", "weight": 1}]
    objective = {"mode": "money_valued", "quality_value": 10}
    case = tender({"a": 100_000}, ["it"], bids, criteria=criteria, objective=objective)
    losing = explain(case, isolated=False).losing[0]

    assert losing.winning_quality == told("exact", 0)
    assert "points" not in losing.sentence


def test_a_bid_picked_by_hand_keeps_others_out() -> None:
    case = tender({"a": 100_000}, ["it"], TWO, picks=[{"id": "p", "bid": "firm/a", "reason": "Known to be good."}])
    found = explain(case, isolated=False)

    assert [bar.rule for bar in found.losing[0].bars] == ["pick[p]"]
    assert found.winning[0].wins_up_to == told("always")


def test_why_a_bid_may_not_be_accepted_at_all() -> None:
    case = tender({"a": 100_000}, ["it"], TWO, exclusions=[{"id": "x", "bid": "firm/a", "reason": "It came too late."}])
    losing = explain(case, isolated=False).losing[0]

    assert (losing.winning_price, losing.winning_quality) == (None, None)
    assert "It came too late." in losing.sentence


def test_a_budget_that_a_lower_price_would_keep() -> None:
    # Quality would have it win at any price that the budget leaves.
    bids = [offer("acme/a", 100, "a:it", scores={"q": 10}), offer("firm/a", 900, "a:it", scores={"q": 90})]
    case = tender(
        {"a": 100_000},
        ["it"],
        bids,
        criteria=[{"id": "q", "name": "Q", "weight": 1}],
        places={"a": {"budget": {"2013-14": 500}}},
        objective={"mode": "money_valued", "quality_value": 1_000},
    )

    assert price_of(case, "firm/a") == told("exact", "500.00")


def test_after_quality_the_price_decides() -> None:
    bids = [
        offer("acme/a", 100, "a:it", scores={"q": 90}),
        offer("firm/a", 120, "a:it", scores={"q": 90}),
        offer("poor/a", 50, "a:it", scores={"q": 80}),
    ]
    case = tender(
        {"a": 100_000},
        ["it"],
        bids,
        criteria=[{"id": "q", "name": "Q", "weight": 1}],
        objective={
            "mode": "lexicographic",
            "levels": [{"objective": "quality"}, {"objective": "cost", "tolerance": 0}],
        },
    )

    assert price_of(case, "firm/a") == told("exact", "100.00")
    assert price_of(case, "poor/a") == told("never")


def test_scores_of_price_are_searched_to_the_penny() -> None:
    bids = [offer("acme/a", 1_000, "a:it", scores={"q": 60}), offer("firm/a", 1_500, "a:it", scores={"q": 80})]
    case = tender(
        {"a": 100_000},
        ["it"],
        bids,
        criteria=[{"id": "q", "name": "Q", "weight": 1}],
        objective={"mode": "ratio", "formula": "lowest_over_price", "price": "list", "tolerance": 0},
    )
    found = price_of(case, "firm/a")

    # 60 x 1,000 / p + 40 x 80 against 60 + 40 x 60: level at p = 60,000 / 52 = £1,153.85, scores being told to 0.001.
    assert found.proof == "first_found"
    assert found.at_least is not None
    assert abs(found.at_least - Decimal("1153.85")) < Decimal("0.05")


def test_a_discount_by_spend_is_searched() -> None:
    bids = [
        offer("acme/a", 100, "a:it"),
        offer("acme/b", 100, "b:it"),
        offer("firm/a", 120, "a:it"),
        offer("firm/b", 120, "b:it"),
    ]
    case = tender(
        {"a": 100_000, "b": 100_000},
        ["it"],
        bids,
        discounts=[{"id": "d", "bidder": "firm", "tiers": [{"at_least": 230, "rate": "0.1"}]}],
    )

    # With both, a tenth is taken off: 0.9 x (p + 120) = 200 at £102.22, where the tier is not reached; alone, £100 wins.
    assert price_of(case, "firm/a") == told("first_found", "100.00")


def test_without_it_there_is_no_award() -> None:
    found = explain(tender({"a": 100_000}, ["it"], TWO[:1]), isolated=False)

    assert found.winning[0].wins_up_to == told("always")
    assert found.winning[0].ahead is None
    assert found.winning[0].sentence.startswith("Without it no award keeps every rule.")


def test_the_next_best_award_without_a_winner_is_told() -> None:
    winning = explain(tender({"a": 100_000}, ["it"], TWO), isolated=False).winning[0]

    assert winning.without is not None
    assert [each.to_bid for each in winning.without.handovers] == ["firm/a"]
    assert winning.ahead is not None
    assert winning.ahead.at_least == Decimal(200)


def test_a_buyer_that_falls_back_on_itself_has_no_price() -> None:
    case = tender({"a": 100_000}, ["it"], TWO, in_house={"a:it": 10})
    winning = explain(case, isolated=False).winning[0]

    assert (winning.price, winning.wins_up_to) == (None, None)
    assert winning.sentence == "The buyer does it itself: there is no price to rise."


def test_only_the_bidders_asked_about_are_explained() -> None:
    found = explain(tender({"a": 100_000}, ["it"], TWO), bidders=["firm"], isolated=False)

    assert ([each.bid for each in found.losing], found.winning) == (["firm/a"], ())


def test_a_bidder_that_there_is_not() -> None:
    with pytest.raises(UnknownName, match=r'there is no bidder "fir" .*"firm"'):
        explain(tender({"a": 100_000}, ["it"], TWO), bidders=["fir"], isolated=False)


def test_without_any_award_there_is_nothing_to_explain() -> None:
    case = tender({"a": 100_000}, ["it"], TWO, places={"a": {"budget": {"2013-14": 1}}})
    found = explain(case, isolated=False)

    assert (found.best.status, found.losing, found.winning) == ("infeasible", (), ())


def test_an_award_of_another_case_is_refused() -> None:
    award = evaluate(tender({"a": 100_000}, ["it"], TWO), isolated=False)

    with pytest.raises(AwardInvalid):
        explain(tender({"a": 90_000}, ["it"], TWO), award=award, isolated=False)


@pytest.mark.parametrize("isolated", [False, True])
def test_once_it_is_stopped_what_is_left_is_open(isolated: bool) -> None:
    case = tender({"a": 100_000}, ["it"], TWO)
    found = explain(case, award=evaluate(case, isolated=False), stop=lambda: True, isolated=isolated)

    assert found.losing[0].winning_price == told("open")
    assert found.winning[0].wins_up_to == told("open")
    assert found.open == 2


def test_where_the_time_is_up_what_is_left_is_open() -> None:
    case = tender({"a": 100_000}, ["it"], TWO)
    award = evaluate(case, isolated=False)
    found = explain(case, Options(time_limit=0.001), award=award, isolated=False)

    assert found.losing[0].winning_price == told("open")
    assert found.losing[0].beside[0].winner_bid == "acme/a"


def test_what_is_proven_within_a_gap_alone_gives_intervals() -> None:
    case = tender({"a": 100_000}, ["it"], TWO)
    award = evaluate(case, isolated=False)
    level = award.certificate.levels[0].model_copy(update={"bound": Decimal("990.00"), "gap": 0.01})
    certificate = award.certificate.model_copy(
        update={
            "levels": (level,),
            "bound": Decimal("990.00"),
            "gap": 0.01,
            "gap_pounds": Decimal("10.00"),
            "ties": "not_examined",
        }
    )
    found = explain(case, award=award.model_copy(update={"certificate": certificate}), isolated=False)
    price, winning = found.losing[0].winning_price, found.winning[0].wins_up_to

    # Awards cost £990 at the least: below that it wins for sure, and above £1,000 it does not.
    assert price is not None
    assert price.proof == "interval"
    assert price.at_least == Decimal("989.99")
    assert price.at_most is not None
    assert Decimal("1000.00") <= price.at_most < Decimal("1000.10")
    assert winning is not None
    assert winning.at_most is not None
    assert Decimal("1200.00") <= winning.at_most <= Decimal("1210.00")


def test_in_processes_of_their_own_the_answer_is_the_same() -> None:
    case = tender({"a": 100_000}, ["it"], TWO)
    here, there = (explain(case, isolated=isolated) for isolated in (False, True))

    assert (here.losing, [each.wins_up_to for each in here.winning]) == (
        there.losing,
        [each.wins_up_to for each in there.winning],
    )
