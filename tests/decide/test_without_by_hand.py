"""What bids are worth where it can be worked out by hand: every price is for a year, the horizon is one year, so A = 1."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from models import AwardInvalid, Case, Evaluation, Options, UnknownName, Without
from selector import Appraisal, evaluate, verify, without
from selector.decide.without.nearby import better
from selector.search import search
from tests.references.tender import Row, offer, supplier, tender

PAIR = {"a": 100_000, "b": 100_000}
# Lot by lot 1,000 + 1,200 = 2,200; together 2,100; with beta for both 1,300 + 1,250 = 2,550.
OFFERS = [
    offer("one/a", 1_000, "a:it"),
    offer("two/b", 1_200, "b:it"),
    offer("beta/a", 1_300, "a:it"),
    offer("beta/b", 1_250, "b:it"),
    offer("pack/both", 2_100, "a:it", "b:it"),
]


def pair(offers: Sequence[Row] = OFFERS, people: str = "ab", **changes: Any) -> Case:
    return tender(dict.fromkeys(people, 100_000), ["it"], offers, **changes)


def spans(answer: Without) -> list[tuple[object, object]]:
    """How much worse each is in the first objective, at least and at most."""
    return [(each.levels[0].at_least, each.levels[0].at_most) for each in answer.bids]


def test_without_being_asked_about_bids_it_tells_of_the_packages_that_win() -> None:
    answer = without(pair(), isolated=False)
    (package,) = answer.bids
    assert (package.bid, package.lots, package.accepted) == ("pack/both", ("a:it", "b:it"), True)
    assert spans(answer) == [(Decimal(100), Decimal(100))]
    assert package.totals is not None
    assert (package.totals.cost, package.totals.proven) == (Decimal(100), True)
    assert [(lot.lot, lot.from_bid, lot.to_bid, lot.to_bidder) for lot in package.handovers] == [
        ("a:it", "pack/both", "one/a", "one"),
        ("b:it", "pack/both", "two/b", "two"),
    ]
    assert package.others == ()
    assert package.sentence == "Without it the best award is £100.00 worse (money-valued)."
    assert without(pair(OFFERS[:4]), isolated=False).bids == ()


def test_other_lots_change_hands_too() -> None:
    # one/a is worth 1,000 + 1,200 against beta/a 1,300 + 1,250 - 450 for both lots: the best without one/a is 2,100.
    bids = [*OFFERS[:4], offer("beta/both", 2_300, "a:it", "b:it")]
    (single,) = without(pair(bids), ["one/a"], isolated=False).bids
    assert single.sentence == "Without it the best award is £100.00 worse (money-valued)."
    assert [(lot.lot, lot.to_bid) for lot in single.handovers] == [("a:it", "beta/both")]
    assert [(lot.lot, lot.from_bid, lot.to_bid) for lot in single.others] == [("b:it", "two/b", "beta/both")]


def test_a_bid_that_does_not_win_changes_nothing() -> None:
    answer = without(pair(), ["beta/a", "beta/a", "two/b"], isolated=False)
    assert [each.bid for each in answer.bids] == ["beta/a", "two/b"]
    for each in answer.bids:
        assert (each.accepted, each.handovers, each.others) == (False, (), ())
        assert each.without == answer.best  # nothing was searched again
        assert each.sentence == "The best award does not accept it."
    assert spans(answer) == [(0, 0), (0, 0)]


def test_an_award_just_as_good() -> None:
    bids = [*OFFERS[:4], offer("pack/both", 2_200, "a:it", "b:it")]
    (package,) = without(pair(bids), isolated=False).bids
    assert package.sentence == "Without it the best award is as good as with it."
    assert len(package.handovers) == 2


def test_a_lot_for_which_nobody_else_bids() -> None:
    bids = [offer("one/a", 1_000, "a:it"), offer("two/b", 1_200, "b:it")]
    (single,) = without(pair(bids), ["one/a"], isolated=False).bids
    assert single.without.status == "infeasible"
    assert (single.without.certificate, single.totals, single.levels) == (None, None, ())
    assert single.uncovered == ("a:it",)
    assert single.sentence == ("Without it no award keeps every rule. No other bid can be accepted for IT for A.")


def test_a_lot_whose_other_bids_are_barred() -> None:
    case = pair(OFFERS, places={"a": {"vetoes": ["beta", "pack"]}})
    (single,) = without(case, ["one/a"], isolated=False).bids
    assert (single.without.status, single.uncovered) == ("infeasible", ("a:it",))


def test_a_bidder_fewer_is_a_competitor_fewer() -> None:
    # one/a and beta/a compete for a's lot. Had either of them not bid, the other could not be called off.
    framework = {"id": "fw", "name": "FW", "services": ["it"], "min_competitors": 2}
    bids = OFFERS[:4]
    assert evaluate(pair(bids, frameworks=[framework]), isolated=False).status == "optimal"
    (loser,) = without(pair(bids, frameworks=[framework]), ["beta/a"], isolated=False).bids
    assert (loser.accepted, loser.without.status, loser.uncovered) == (False, "infeasible", ("a:it",))


def test_limits_that_only_the_bid_kept() -> None:
    # Without one/a only beta is left for a, which may have one lot: two/b goes on, and there is an award. Without
    # two/b too beta would need both.
    case = pair([offer("one/a", 1_000, "a:it"), *OFFERS[2:4]], max_lots_per_bidder=1)
    (single,) = without(case, ["one/a"], isolated=False).bids
    assert (single.without.status, single.uncovered) == ("infeasible", ())
    assert single.without.certificate is not None
    assert single.sentence == "Without it no award keeps every rule."


def test_without_a_bid_of_its_own_for_somebody_else_a_buyer_is_at_home() -> None:
    # Own staff do a's work for 10, b's for 500, which firm does for 20. As a seller the own staff have to reach a floor
    # of 150,000 people: both lots, 510, where firm does both for 300 + 20. At home no floor binds them: 10 + 20 = 30.
    own = supplier("own", "in_house", buyer="a")
    bids = [
        offer("own/a", 10, "a:it"),
        offer("own/b", 500, "b:it"),
        offer("firm/a", 300, "a:it"),
        offer("firm/b", 20, "b:it"),
    ]
    services = [{"id": "it", "name": "IT", "floor_by_kind": {"in_house": 150_000}}]
    answer = without(tender(PAIR, services, bids, bidders=[own]), ["own/b"], isolated=False)
    assert answer.best.totals is not None
    assert answer.best.totals.cost == 320
    assert spans(answer) == [(-290, -290)]
    (single,) = answer.bids
    assert single.sentence == (
        "The award that was found does not accept it. Without it the best award is £290.00 better (money-valued)."
    )


def test_levels_one_after_another() -> None:
    # On a's lot one and beta ask the same; one is better by 20 points, which are 10 of Q. So is the package.
    scores = {"one/a": 70, "beta/a": 50, "one/b": 60}
    bids = [offer(name, 100, f"{name[-1]}:it", scores={"q": points}) for name, points in scores.items()]
    levels = [{"objective": "cost"}, {"objective": "quality"}]
    case = pair(bids, criteria=[{"id": "q", "name": "Q"}], objective={"mode": "lexicographic", "levels": levels})
    (single,) = without(case, ["one/a"], isolated=False).bids
    assert [(each.objective, each.at_least, each.at_most) for each in single.levels] == [
        ("cost", Decimal(0), Decimal(0)),
        ("quality", Decimal(-10), Decimal(-10)),
    ]
    assert single.sentence == "Without it the best award is as good (cost), and 10 points worse (quality)."


def test_an_award_that_is_known_is_not_sought_again() -> None:
    case = pair()
    award = evaluate(case, isolated=False)
    answer = without(case, award=award, isolated=False)
    assert answer.best.certificate == award.certificate
    assert spans(answer) == [(Decimal(100), Decimal(100))]


def test_an_award_that_does_not_hold() -> None:
    award = evaluate(pair(), isolated=False)
    with pytest.raises(AwardInvalid) as caught:
        without(pair(OFFERS[:4]), award=award, isolated=False)
    (fault,) = caught.value.faults
    assert fault.message.startswith("The award is of another case")
    assert award.totals is not None
    wrong = award.model_copy(update={"totals": award.totals.model_copy(update={"cost": Decimal(1)})})
    with pytest.raises(AwardInvalid, match="cost"):
        without(pair(), award=wrong, isolated=False)


def test_a_bid_that_there_is_not() -> None:
    with pytest.raises(UnknownName, match=r'there is no bid "pack/boht" \(did you mean "pack/both"\?\)'):
        without(pair(), ["pack/boht"], isolated=False)


def test_a_case_without_an_award() -> None:
    case = pair(places={"a": {"budget": {"2013-14": 1}}})
    answer = without(case, ["one/a"], isolated=False)
    assert (answer.best.status, answer.bids, answer.answered) == ("infeasible", (), True)


def test_once_stopped_the_rest_is_open() -> None:
    case = pair()
    answer = without(case, award=evaluate(case, isolated=False), stop=lambda: True, isolated=False)
    (package,) = answer.bids
    assert not answer.answered
    assert package.without.status == "unknown"
    assert spans(answer) == [(0, None)]
    assert package.sentence == "Whether there is an award without it was not found within the limits."


def test_the_time_limit_is_for_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float | None] = []

    def note(case: Case, options: Options, **_: object) -> Evaluation:
        given.append(options.time_limit)
        return evaluate(case, isolated=False)

    monkeypatch.setattr("selector.decide.without.answer.search", note)
    # Of four searches that are to come the first has a quarter; what it leaves goes to those after it. An award nearby
    # may take half of what there is for a bid. Two of these bids do not win, and need no search.
    without(pair(), ["pack/both", "two/b", "one/a"], Options(time_limit=1000), isolated=False)
    assert given == [pytest.approx(250, abs=1), pytest.approx(166, abs=10), pytest.approx(333, abs=20)]
    given.clear()
    without(pair(), options=Options(time_limit=1000), isolated=False)
    assert given == [pytest.approx(500, abs=1), pytest.approx(500, abs=20), pytest.approx(1000, abs=40)]


def ended(evaluation: Evaluation, bound: int | None) -> Evaluation:
    """The evaluation had the search ended before it found an award."""
    certificate = {"objective": None, "levels": (), "gap": None, "gap_pounds": None, "ties": "not_examined"}
    return evaluation.model_copy(
        update={
            "status": "unknown",
            "certificate": evaluation.certificate.model_copy(
                update={**certificate, "bound": None if bound is None else Decimal(bound), "limit": "time"}
            ),
            **dict.fromkeys(("awards", "providers", "discounts", "outposts", "rules"), ()),
            "totals": None,
        }
    )


@pytest.mark.parametrize(("bound", "gap", "at_least"), [(2_151, Decimal(50), 50), (None, None, 0)])
def test_an_award_nearby_stands_in_for_one_that_was_not_found(
    bound: int | None, gap: Decimal | None, at_least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(case: Case, options: Options, *, appraisal: Appraisal, **_: object) -> Evaluation:
        found = search(case, options, isolated=False, appraisal=appraisal)
        return found if not appraisal.bids.open.all() else ended(found, bound)

    # With c's lot for 1 it is 2,101 with the package, 2,201 without it; else/all is not nearby.
    case = pair([*OFFERS, offer("else/c", 1, "c:it"), offer("else/all", 9_000, "a:it", "b:it", "c:it")], people="abc")
    award = evaluate(case, isolated=False)
    monkeypatch.setattr("selector.decide.without.answer.search", fails)
    (package,) = without(case, options=Options(time_limit=1000), award=award, isolated=False).bids
    assert package.without.status == "feasible"
    assert package.without.certificate is not None
    assert (package.without.certificate.limit, package.without.certificate.gap_pounds) == ("time", gap)
    assert [lot.to_bid for lot in package.handovers] == ["one/a", "two/b"]
    assert package.totals is not None
    assert (package.totals.cost, package.totals.proven) == (Decimal(100), False)
    (level,) = package.levels
    assert (level.at_least, level.at_most) == (Decimal(at_least), Decimal(100))


@pytest.mark.parametrize("quality_value", [0, 7])
def test_an_award_nearby_with_the_bound_of_the_search_is_an_honest_one(quality_value: int) -> None:
    criteria = [{"id": "q", "name": "Q"}]
    bids = [{**bid, "scores": {"q": 50}} for bid in OFFERS]
    objective = {"mode": "money_valued", "quality_value": quality_value}
    case = pair(bids, criteria=criteria, objective=objective)
    near = evaluate(case, isolated=False)
    taken = better(case, ended(near, 1_000), near)
    assert taken.status == "feasible"
    assert taken.certificate.gap is not None
    assert verify(case, taken).valid
    # What the search has found counts if it is as good.
    worse = near.model_copy(update={"certificate": near.certificate.model_copy(update={"limit": "time"})})
    assert better(case, worse, near) is worse
    # A search that came to its end needs no help.
    assert better(case, near, taken) is near


def test_no_time_is_left() -> None:
    case = pair()
    answer = without(case, options=Options(time_limit=1e-9), award=evaluate(case, isolated=False), isolated=False)
    assert [each.without.status for each in answer.bids] == ["unknown"]
