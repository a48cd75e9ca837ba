"""Differences between awards that are not proven the best: no more is said than is so."""

from decimal import Decimal

import pytest

from models import BestAward, Certificate, Difference, Level, Status, Ties, Totals
from selector.decide.without.difference import differences, totals_difference
from selector.decide.without.sentence import sentence
from tests.references.small import one_service

Figure = int | str | None
Spread = tuple[int | None, int | None]

CASE = one_service({"firm": {"a": 1}})


def found(
    *levels: tuple[str, Figure, Figure],
    status: Status = "feasible",
    bound: Figure = None,
    cost: int | None = None,
    ties: Ties = "not_examined",
) -> BestAward:
    """What was found: for each level its objective, its best value and its bound."""
    stated = tuple(
        Level(objective=name, value=Decimal(best or 0), best=Decimal(best or 0), bound=_decimal(limit), gap=None)
        for name, best, limit in levels
    )
    certificate = Certificate(
        objective=stated[0].best if stated else None,
        bound=stated[0].bound if stated else _decimal(bound),
        gap=None,
        seconds=0,
        solver="none",
        method="by hand",
        levels=stated,
        ties=ties,
        feasibility_tolerance=0,
        integrality_tolerance=0,
    )
    return BestAward(status=status, certificate=certificate, totals=None if cost is None else _totals(cost))


def _decimal(value: Figure) -> Decimal | None:
    return None if value is None else Decimal(value)


def _totals(cost: int) -> Totals:
    figures = dict.fromkeys(
        ("quality", "liability", "disruption", "charges", "discount", "liability_buyers"), Decimal(0)
    )
    return Totals(cost=Decimal(cost), **figures)


def spread(best: BestAward, rest: BestAward, *, can_only_worsen: bool) -> tuple[object, object]:
    (first, *_) = differences(best, rest, can_only_worsen=can_only_worsen)
    return first.at_least, first.at_most


def turned(ends: Spread) -> Spread:
    """The same of an objective of which more is better."""
    least, most = (None if end is None else -end for end in ends)
    return most, least


@pytest.mark.parametrize(
    ("best", "rest", "worsening", "free"),
    [
        # Both proven.
        ((100, 100), (130, 130), (30, 30), (30, 30)),
        # With it between 90 and 100, without it between 120 and 130.
        ((100, 90), (130, 120), (20, 40), (20, 40)),
        # They overlap: where it can only worsen it can not be better.
        ((100, 90), (105, 95), (0, 15), (-5, 15)),
        # What was found without it is better than what was found with it, which then is at most 98 as well.
        ((100, 90), (98, 97), (0, 8), (-3, 8)),
        # The best without it is no less than the bound with it.
        ((100, 90), (105, 80), (0, 15), (-20, 15)),
        # Nothing is proven of the one, or the other, or both.
        ((100, None), (130, 120), (20, None), (20, None)),
        ((100, 90), (130, None), (0, 40), (None, 40)),
        ((100, None), (130, None), (0, None), (None, None)),
    ],
)
def test_the_spread_is_what_the_bounds_leave_open(
    best: tuple[int, Figure], rest: tuple[int, Figure], worsening: Spread, free: Spread
) -> None:
    before, now = found(("cost", *best)), found(("cost", *rest))
    assert spread(before, now, can_only_worsen=True) == worsening
    assert spread(before, now, can_only_worsen=False) == free
    before, now = (found(("quality", -value, None if bound is None else -int(bound))) for value, bound in (best, rest))
    assert spread(before, now, can_only_worsen=True) == turned(worsening)
    assert spread(before, now, can_only_worsen=False) == turned(free)


def test_without_an_award_a_bound_may_tell_something() -> None:
    before = found(("cost", 100, 90))
    assert spread(before, found(status="unknown", bound=120), can_only_worsen=True) == (20, None)
    assert spread(before, found(status="unknown", bound=80), can_only_worsen=True) == (0, None)
    assert spread(before, found(status="unknown"), can_only_worsen=False) == (None, None)
    unexamined = BestAward(status="unknown", certificate=None, totals=None)
    assert spread(before, unexamined, can_only_worsen=True) == (0, None)
    assert spread(before, unexamined, can_only_worsen=False) == (None, None)


def test_where_there_is_none_there_is_no_difference() -> None:
    assert differences(found(("cost", 1, 1)), found(status="infeasible"), can_only_worsen=True) == ()


def test_later_levels_count_only_where_the_earlier_are_proven() -> None:
    proven = found(("cost", 100, 100), ("quality", 60, 60), ("liability", 5, 5))
    same = found(("cost", 100, 100), ("quality", 61, 61), ("liability", 4, 4))
    # More quality without the bid than with it: later levels may go either way.
    told: list[tuple[object, object]] = [
        (each.at_least, each.at_most) for each in differences(proven, same, can_only_worsen=True)
    ]
    assert told == [(0, 0), (1, 1), (-1, -1)]
    half = found(("cost", 100, 99), ("quality", 61, 61), ("liability", 4, 4))
    (only,) = differences(proven, half, can_only_worsen=True)
    assert only.objective == "cost"


def test_a_quality_is_proven_to_its_last_figure() -> None:
    before, now = found(("quality", "60.123456", "60.123457")), found(("quality", "59.123456", "59.123456"))
    assert spread(before, now, can_only_worsen=True) == (-1, -1)


@pytest.mark.parametrize(
    ("before", "after", "proven"),
    [("proven_none", "found", True), ("not_examined", "found", False), ("found", "not_examined", False)],
)
def test_totals_are_of_the_case_only_where_both_awards_are(before: Ties, after: Ties, proven: bool) -> None:
    difference = totals_difference(found(cost=100, ties=before), found(cost=90, ties=after))
    assert difference is not None
    assert (difference.cost, difference.proven) == (Decimal(-10), proven)
    assert totals_difference(found(cost=100), found()) is None


@pytest.mark.parametrize(
    ("objective", "ends", "words"),
    [
        ("cost", (30, 30), "£30.00 worse (cost)"),
        ("money_valued", (20, 40), "at least £20.00 and at most £40.00 worse (money-valued)"),
        ("cost", (0, 40), "at most £40.00 worse (cost)"),
        ("cost", (20, None), "at least £20.00 worse (cost)"),
        ("cost", (0, None), "worse, if at all, by an amount that is not proven (cost)"),
        ("cost", (None, 40), "at most £40.00 worse (cost)"),
        ("cost", (None, None), "better or worse by an amount that is not proven (cost)"),
        ("cost", (-5, 40), "between £5.00 better and £40.00 worse (cost)"),
        ("cost", (-5, -5), "£5.00 better (cost)"),
        ("quality", (-1, -1), "1 point worse (quality)"),
        ("quality", ("-2.5", "-1.25"), "at least 1.25 points and at most 2.5 points worse (quality)"),
        ("disruption", (3, 3), "3 lots worse (disruption)"),
    ],
)
def test_in_words(objective: str, ends: tuple[Figure, Figure], words: str) -> None:
    least, most = map(_decimal, ends)
    level = Difference(objective=objective, at_least=least, at_most=most)
    told = sentence(CASE, "feasible", (level,), accepted=True, uncovered=())
    assert told == f"Without it the best award is {words}."
    told = sentence(CASE, "feasible", (level,), accepted=False, uncovered=())
    assert told == f"The award that was found does not accept it. Without it the best award is {words}."


def test_what_is_open_in_words() -> None:
    level = Difference(objective="cost", at_least=Decimal(20), at_most=None)
    assert sentence(CASE, "unknown", (level,), accepted=True, uncovered=()) == (
        "Whether there is an award without it was not found within the limits. It would be at least £20.00 worse."
    )


def test_many_lots_that_nobody_else_bids_for() -> None:
    case = one_service({"firm": dict.fromkeys("abcde", 1)})
    told = sentence(case, "infeasible", (), accepted=True, uncovered=[f"{name}:it" for name in "abcde"])
    assert told.endswith(" No other bid can be accepted for IT for a, IT for b, IT for c and 2 more.")
