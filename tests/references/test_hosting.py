"""Whom the end of hosting by the NHS leaves behind, and what it costs, worked out by hand.

Ten people at £36,500: a month's pay is £3,045 (4.35 weeks of 36,500 x 7/365 = £700). The unit is hosted until 1 July
2015, then it is a private firm, and a tenth of its staff do not move with it; for them the buyer pays. Redundancies now
are as of 1 April 2013, so on that day everybody has two whole years more. The horizon has four years.
"""

from decimal import Decimal
from typing import Any

import pytest

from models import Case
from tests.references.decided import Decided, best, exact
from tests.references.tender import Row, offer, supplier, tender

HOSTING = {"until": "2015-07-01", "becomes": "private", "transfer": "0.9"}


def group(**more: object) -> Row:
    return {"id": "g", "lots": [{"lot": "a:it"}], "headcount": 10, "salary": 36_500, "service_years": "10.9", **more}


def case(
    *bids: Row, hosting: Row = HOSTING, incumbent: str | None = None, extended: bool = False, **changes: Any
) -> Case:
    csu = supplier("csu", "nhs_csu", hosting=hosting)
    partners = [{"bidder": "csu", "share": "0.6"}, {"bidder": "firm", "share": "0.4"}]
    bidders = [csu, supplier("other", "nhs_csu"), supplier("firm"), supplier("duo", "partnership", partners=partners)]
    lots = [{"id": "a:it", "buyer": "a", "service": "it", "incumbent": incumbent, "present_cost": 0}]
    horizon = {"start": "2013-04-01", "years": 4, "discount_rate": 0, "extended": extended}
    tables: Row = {"bidders": bidders, "lots": lots, "horizon": horizon, "staff_groups": [group()]}
    return tender({"a": 100_000}, ["it"], bids, **{**tables, **changes})


def liability(decided: Decided) -> tuple[Decimal, Decimal]:
    return decided.totals.liability, decided.totals.liability_buyers


def later(decided: Decided) -> tuple[Decimal, Decimal]:
    """WTE redundant now, and later."""
    staff = decided.evaluation.staff
    assert staff is not None
    return staff.redundant, staff.redundant_later


FREE = offer("csu/a", 0, "a:it")


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        # 10.9 and 2 whole years are 12.9, so 12: 12 x 3,045 = 36,540 a head; a tenth of ten. With 2.25 it were 13.
        ({}, "36540.00"),
        # The staff of the incumbent as well.
        ({"incumbent": "csu"}, "36540.00"),
        # 23.5 + 2 are 24 at most: 73,080 a head.
        ({"staff_groups": [group(service_years="23.5")]}, "73080.00"),
        # Half a year and two, 2.5: 6,090. Without the two nothing were due.
        ({"staff_groups": [group(service_years="0.5")]}, "6090.00"),
        # From 1 April 2013 to 1 July 2015 are 821 days, 117 whole weeks: enough, however few there are today.
        ({"staff_groups": [group(continuous_weeks=0)]}, "36540.00"),
        # To 1 March 2015 699 days, 99 weeks, and one whole year: with 4 weeks nothing is due, with 5 eleven months.
        ({"hosting": {**HOSTING, "until": "2015-03-01"}, "staff_groups": [group(continuous_weeks=4)]}, "0.00"),
        ({"hosting": {**HOSTING, "until": "2015-03-01"}, "staff_groups": [group(continuous_weeks=5)]}, "33495.00"),
        # The limits of 1 April 2015 hold on the day: 18,000 count as 23,000, 23,000 x 7/365 x 4.35 = 1,918.767123
        # a month, x 12 = 23,025.205479; 120,000 as 80,000, 6,673.972603, x 12 = 80,087.671233. A head, rounded.
        ({"staff_groups": [group(salary=18_000)]}, "23025.21"),
        ({"staff_groups": [group(salary=120_000)]}, "80087.67"),
        # On 1 March 2015 they do not hold yet: 18,000 give 1,501.643836 a month, x 11 = 16,518.082192.
        ({"hosting": {**HOSTING, "until": "2015-03-01"}, "staff_groups": [group(salary=18_000)]}, "16518.08"),
        # On 1 April 2015 they do, and two years are whole: as above.
        ({"hosting": {**HOSTING, "until": "2015-04-01"}, "staff_groups": [group(salary=18_000)]}, "23025.21"),
        # The case is as of a later day: nothing comes on top, 10 x 3,045.
        ({"date": "2016-01-01"}, "30450.00"),
        # Half are not needed, and go now: 10 x 3,045 x 5 = 152,250; of the rest a tenth goes later: 18,270.
        ({"lots": [{"id": "a:it", "buyer": "a", "service": "it", "required_wte": 5}]}, "170520.00"),
        # All move with it.
        ({"hosting": {**HOSTING, "transfer": 1}}, "0.00"),
        ({"hosting": {**HOSTING, "transfer": 0}}, "365400.00"),
        # To become what no terms make the buyer pay for is as dear to all.
        ({"hosting": {**HOSTING, "becomes": "nhs_csu"}}, "36540.00"),
    ],
)
def test_who_does_not_move_on_is_redundant_on_that_day(changes: Row, due: str) -> None:
    """0.1 x 10 x complete years on the day x 3,045."""
    assert best(case(FREE, **changes), 0, "csu/a").totals.liability == Decimal(due)


@pytest.mark.parametrize(
    ("bid", "until", "extended", "counts"),
    [
        # Until after the day; to the day; from the day; from the day after it.
        ({"term_years": "2.5"}, "2015-07-01", False, True),
        ({"term_years": "2.25"}, "2015-07-01", False, False),
        ({"start": "2015-07-01"}, "2015-07-01", False, True),
        ({"start": "2015-08-01"}, "2015-07-01", False, False),
        # An extension counts where it is counted upon.
        ({"term_years": "2.25", "extension_years": "0.25"}, "2015-07-01", False, False),
        ({"term_years": "2.25", "extension_years": "0.25"}, "2015-07-01", True, True),
        # To the end of the horizon, where the bid has no term; beyond it, where it has.
        ({}, "2017-03-01", False, True),
        ({}, "2017-04-01", False, False),
        ({"term_years": 5}, "2017-04-01", False, True),
        ({"term_years": 5}, "2018-04-01", False, False),
    ],
)
def test_only_while_the_bid_runs(bid: Row, until: str, extended: bool, counts: bool) -> None:
    """A tenth is left behind where hosting ends from the start of the bid to before its end."""
    decided = best(case({**FREE, **bid}, hosting={**HOSTING, "until": until}, extended=extended), 0, "csu/a")
    assert later(decided) == exact(0, 1 if counts else 0)
    assert (decided.totals.liability > 0) == counts


def test_now_and_later_are_paid_by_those_whose_terms_they_are() -> None:
    """Two of ten do not transfer, 2 x 10 x 3,045 = 60,900, a national body's to pay as the unit is of the NHS.

    Of the eight a tenth goes later, 0.8 x 12 x 3,045 = 29,232, the buyer's to pay as it is then a firm.
    """
    decided = best(case({**FREE, "transfer": "0.8"}), 0, "csu/a")
    assert liability(decided) == exact("90132.00", "29232.00")
    assert later(decided) == exact(2, "0.8")
    (account,) = decided.evaluation.buyers
    assert account.liability == Decimal("29232.00")
    assert decided.evaluation.staff is not None
    assert decided.evaluation.staff.transferred == Decimal("7.2")


@pytest.mark.parametrize(
    ("becomes", "buyers"), [("private", "36540.00"), ("voluntary", "9135.00"), ("nhs_csu", "0.00")]
)
def test_the_buyer_pays_by_what_the_unit_becomes(becomes: str, buyers: str) -> None:
    """Of 36,540 all for a firm, a quarter for a charity by the terms of this case, nothing within the NHS."""
    terms = {"voluntary": {"transfer": 1, "buyer_share": "0.25"}}
    decided = best(case(FREE, hosting={**HOSTING, "becomes": becomes}, transfer_terms=terms), 0, "csu/a")
    assert liability(decided) == exact("36540.00", buyers)


@pytest.mark.parametrize(
    ("incumbent", "now", "due", "buyers"),
    [
        # The firm's 0.4 displaces 4: 4 x 30,450 = 121,800; of the unit's 0.6 a tenth goes later: 0.6 x 36,540 = 21,924.
        (None, 4, "143724.00", "143724.00"),
        # The unit does the work today: the same.
        ("csu", 4, "143724.00", "143724.00"),
        # The firm does: nobody goes now.
        ("firm", 0, "21924.00", "21924.00"),
    ],
)
def test_the_hosted_part_of_a_partnership(incumbent: str | None, now: int, due: str, buyers: str) -> None:
    """0.4 x 10 x 10 x 3,045 now, 0.6 x 0.1 x 10 x 12 x 3,045 later."""
    decided = best(case(offer("duo/a", 0, "a:it"), incumbent=incumbent), 0, "duo/a")
    assert liability(decided) == exact(due, buyers)
    assert later(decided) == exact(now, "0.6")


@pytest.mark.parametrize(("price", "winner"), [(36_541, "csu/a"), (36_539, "other/a")])
def test_what_is_to_come_decides_who_wins(price: int, winner: str) -> None:
    """Another unit, of which nobody is to be left behind, may cost 36,540 more to move to, and no more."""
    bids = [FREE, offer("other/a", 0, "a:it", transition=price)]
    best(case(*bids), price if winner == "other/a" else 0, winner)
