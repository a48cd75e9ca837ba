"""Awards that are other than they would be because displaced staff can be redeployed, worked out by hand.

Ten people of the function ``it`` work on the lot of a: £30,450 each (£36,500 a year, ten years; ``test_redeployment.py``),
£304,500 if a firm wins, to which nobody transfers. Four vacancies at the CSU are open if it wins anything, and then save
4 x 30,450 = £121,800: £182,700 remain.
"""

from decimal import Decimal
from typing import Any

import pytest

from models import Case
from tests.references.decided import Decided, best, exact
from tests.references.tender import Row, offer, supplier, tender


def case(*bids: Row, **changes: Any) -> Case:
    """Of the firm for a and of the CSU for b, unless other bids are given."""
    partners = [{"bidder": "csu", "share": "0.6"}, {"bidder": "firm", "share": "0.4"}]
    bidders = [
        supplier("csu", "nhs_csu"),
        supplier("other", "nhs_csu"),
        supplier("firm"),
        supplier("duo", "partnership", partners=partners),
    ]
    group = {"id": "g", "lots": [{"lot": "a:it"}], "headcount": 10, "salary": 36_500, "service_years": 10}
    tables: Row = {
        "bidders": bidders,
        "staff_groups": [{**group, "function": "it"}],
        "vacancies": [{"id": "v", "bidder": "csu", "function": "it", "wte": 4}],
    }
    usual = (offer("firm/a", 100, "a:it"), offer("csu/b", 100, "b:it"))
    return tender(dict.fromkeys("ab", 100_000), ["it"], bids or usual, **{**tables, **changes})


def money(decided: Decided) -> tuple[Decimal, Decimal, Decimal]:
    """Liability after redeployment, what that took off, and what is the buyers' before it."""
    totals = decided.totals
    return totals.liability, totals.redeployed, totals.liability_buyers


@pytest.mark.parametrize(("price", "cost", "winner"), [(121_899, 121_999, "csu/b"), (121_901, 200, "other/b")])
def test_the_award_changes_for_the_sake_of_vacancies(price: int, cost: int, winner: str) -> None:
    """The CSU's bid for b makes its four vacancies open: it may ask 121,800 more than another unit's 100."""
    bids = [offer("firm/a", 100, "a:it"), offer("csu/b", price, "b:it"), offer("other/b", 100, "b:it")]
    best(case(*bids), cost, "firm/a", winner)


@pytest.mark.parametrize(("price", "cost", "winner"), [(182_801, 200, "firm/a"), (182_799, 182_899, "other/a")])
def test_vacancies_are_weighed_against_a_winner_who_displaces_nobody(price: int, cost: int, winner: str) -> None:
    """The firm's 100 and 182,700 of liability that remain, against another unit, to which all transfer."""
    bids = [offer("firm/a", 100, "a:it"), offer("other/a", price, "a:it"), offer("csu/b", 100, "b:it")]
    best(case(*bids), cost, winner, "csu/b")


def test_half_a_pound_a_pound() -> None:
    """Liability counts for half: 200 + 0.5 x 304,500 - 0.5 x 121,800 = 91,550."""
    objective = {"mode": "money_valued", "liability_weight": "0.5"}
    decided = best(case(objective=objective), 200, "firm/a", "csu/b")
    assert (decided.objective, decided.totals.liability) == exact("91550.00", "182700.00")


def test_where_liability_counts_for_nothing_the_moves_still_save_what_they_can() -> None:
    """Costs alone decide, 200; of the awards at that cost there is one, and its liability is 182,700."""
    objective = {"mode": "lexicographic", "levels": [{"objective": "cost"}]}
    decided = best(case(objective=objective), 200, "firm/a", "csu/b")
    assert money(decided) == exact("182700.00", "121800.00", "304500.00")


def test_liability_first_opens_the_vacancies_at_any_price() -> None:
    """182,700 with the CSU at a million, rather than 304,500 without."""
    objective = {"mode": "lexicographic", "levels": [{"objective": "liability"}, {"objective": "cost"}]}
    bids = [offer("firm/a", 100, "a:it"), offer("csu/b", 10**6, "b:it"), offer("other/b", 100, "b:it")]
    decided = best(case(*bids, objective=objective), 1_000_100, "firm/a", "csu/b")
    assert decided.totals.liability == Decimal("182700.00")


def test_a_partner_is_not_active_by_its_partnership() -> None:
    """The CSU and the firm win b together; the CSU alone wins nothing, so nobody moves to it."""
    bids = [offer("firm/a", 100, "a:it"), offer("duo/b", 100, "b:it")]
    decided = best(case(*bids), 200, "firm/a", "duo/b")
    assert money(decided) == exact("304500.00", 0, "304500.00")


def test_those_whom_the_winner_itself_leaves_behind_may_fill_its_vacancies() -> None:
    """The CSU wins a; of its bid 0.7 transfer, three are displaced, 91,350, whom nobody but the nation pays for."""
    bids = [offer("csu/a", 100, "a:it", transfer="0.7"), offer("other/b", 100, "b:it")]
    decided = best(case(*bids), 200, "csu/a", "other/b")
    assert money(decided) == exact(0, "91350.00", 0)
    assert [each.wte for each in decided.evaluation.moves] == [3]


def test_who_is_left_behind_when_hosting_ends_does_not_move() -> None:
    """A tenth of ten in 2015, 12 years then: 12 x 3,045 = 36,540. The vacancies are of today."""
    hosted = supplier("csu", "nhs_csu", hosting={"until": "2015-07-01", "becomes": "private", "transfer": "0.9"})
    bids = [offer("csu/a", 0, "a:it"), offer("csu/b", 0, "b:it")]
    horizon = {"start": "2013-04-01", "years": 4}
    decided = best(case(*bids, bidders=[hosted], horizon=horizon), 0, "csu/a", "csu/b")
    assert money(decided) == exact("36540.00", 0, "36540.00")
    assert decided.evaluation.moves == ()
