"""What is told of repairs, held against the solver-free check and against evaluations of cases without the bids."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from models import Accepted, Case, Evaluation, Exclusion, Failure
from selector import read_case, resilience, verify
from selector.search import search
from tests.oracle.board_case import board_case
from tests.oracle.random_case import random_case

Draw = Callable[[int], dict[str, Any]]
_SEEDS = [(random_case, seed) for seed in range(4)] + [(board_case, seed) for seed in range(4)]
_MORE = [(random_case, seed) for seed in range(4, 150)] + [(board_case, seed) for seed in range(4, 150)]


@pytest.mark.parametrize(("draw", "seed"), _SEEDS)
def test_the_limits_that_are_broken_are_those_that_the_check_finds(draw: Draw, seed: int) -> None:
    _hold_broken(read_case(json.dumps(draw(seed))))


@pytest.mark.parametrize(("draw", "seed"), _SEEDS)
def test_an_award_made_anew_is_that_of_the_case_without_the_bids(draw: Draw, seed: int) -> None:
    _hold_anew(read_case(json.dumps(draw(seed))))


@pytest.mark.deep
@pytest.mark.parametrize(("draw", "seed"), _MORE)
def test_what_is_told_is_true_at_length(draw: Draw, seed: int) -> None:
    case = read_case(json.dumps(draw(seed)))
    _hold_broken(case)
    _hold_anew(case)


def _hold_broken(case: Case) -> None:
    award = search(case, isolated=False)
    for each in resilience(case, award=award, isolated=False).failures:
        if each.uncovered:
            continue
        after = _without_void_picks(case, each)
        checked = verify(after, award.model_copy(update={"awards": _repaired(award, each)}))
        assert checked.totals is not None
        broken = {(rule.rule, rule.value) for rule in checked.rules if not rule.satisfied and not rule.soft}
        assert {(rule.rule, rule.value) for rule in each.broken} == broken
        if each.totals is not None and award.totals is not None and not case.vacancies:
            assert checked.totals.cost - award.totals.cost == each.totals.cost
            assert checked.totals.liability - award.totals.liability == each.totals.liability


def _repaired(award: Evaluation, failure: Failure) -> tuple[Accepted, ...]:
    """The rows of a repaired award; of each only who wins the lot matters to the check of limits."""
    now = {each.lot: each for each in (*failure.handovers, *failure.others)}
    return tuple(
        row.model_copy(update={"bid": now[row.lot].to_bid, "bidder": now[row.lot].to_bidder}) if row.lot in now else row
        for row in award.awards
    )


def _without_void_picks(case: Case, failure: Failure) -> Case:
    gone = {*failure.bidders, *failure.partnerships}
    void = {bid.id for bid in case.bids if bid.bidder in gone}
    return case.model_copy(update={"picks": tuple(pick for pick in case.picks if pick.bid not in void)})


def _hold_anew(case: Case) -> None:
    award = search(case, isolated=False)
    for each in resilience(case, award=award, isolated=False).failures:
        if each.anew is None:
            continue
        excluded = tuple(
            Exclusion(id=f"failed {bidder}", bidder=bidder, reason="it has failed")
            for bidder in (*each.bidders, *each.partnerships)
        )
        after = _without_void_picks(case, each)
        best = search(after.model_copy(update={"exclusions": (*case.exclusions, *excluded)}), isolated=False)
        assert each.anew.status == best.status
        # Bids that are excluded are not among those that scores of price are measured against; bids that failed are.
        if best.status == "optimal" and case.objective.mode != "ratio":
            first, before = best.certificate.levels[0], award.certificate.levels[0]
            assert each.anew.levels[0].at_least == each.anew.levels[0].at_most == first.value - before.value
        if each.outcome == "kept" and each.anew.saves is not None:
            assert each.anew.saves.at_least is not None
            assert each.anew.saves.at_least >= Decimal(0)
            assert each.anew.saves.at_least == each.anew.saves.at_most
