"""How fast a bidder can take work over, worked out by hand: an award cannot start before its winner is ready.

A firm can prepare from some day on; the whole months from then to a start, times what it can take over in a month, are
the most it can have taken over by then.
"""

import pytest

from models import Case
from tests.references.decided import Decided, best, broken, conflict_rules, exact
from tests.references.tender import Row, offer, supplier, tender

PEOPLE = dict.fromkeys("abc", 100_000)


def ready(begins: str, **pace: object) -> Row:
    return supplier("firm", mobilisation={"begins": begins, **pace})


def case(firm: Row, lots: Row | None = None, *, rival: bool = True) -> Case:
    """Three lots of 10 WTE that the firm would do for 100, 100 and 100, a rival for 110, 120 and 130."""
    bids = [offer(f"firm/{name}", 100, f"{name}:it") for name in PEOPLE]
    if rival:
        bids += [offer(f"rival/{name}", 110 + 10 * at, f"{name}:it") for at, name in enumerate(PEOPLE)]
    rows = [
        {"id": f"{name}:it", "buyer": name, "service": "it", "wte": 10, **(lots or {}).get(name, {})} for name in PEOPLE
    ]
    return tender(PEOPLE, ["it"], bids, bidders=[firm], lots=rows)


def limits(decided: Decided) -> dict[str, tuple[object, object]]:
    """Value and limit of each rule of mobilisation."""
    rules = decided.evaluation.rules
    assert all(row.satisfied for row in rules)
    return {row.rule: (row.value, row.limit) for row in rules if row.rule.startswith("mobilised")}


@pytest.mark.parametrize(
    ("begins", "pace", "cost", "firms"),
    [
        # Three whole months to 1 April: three lots.
        ("2013-01-01", 1, 300, "abc"),
        # Two whole months and a part: two lots, c and b, where the rival is dearest. 100 + 100 + 110.
        ("2013-01-02", 1, 310, "bc"),
        ("2013-01-31", 1, 310, "bc"),
        # Half a lot a month: 1.5 lots are one. 100 + 120 + 110.
        ("2013-01-01", "0.5", 330, "c"),
        # 3 x 0.333 = 0.999 are no lot, 3 x 0.334 = 1.002 are one.
        ("2013-01-01", "0.333", 360, ""),
        ("2013-01-01", "0.334", 330, "c"),
        # From the day on which work is to start, or after it: none.
        ("2013-04-01", 10, 360, ""),
        ("2013-06-01", 10, 360, ""),
        # Long before.
        ("2012-01-01", "0.2", 300, "abc"),
    ],
)
def test_lots_by_whole_months(begins: str, pace: object, cost: int, firms: str) -> None:
    """Lots won on the first day <= lots a month x whole months from the day it begins."""
    winners = [f"{'firm' if name in firms else 'rival'}/{name}" for name in PEOPLE]
    best(case(ready(begins, lots_a_month=pace)), cost, *winners)


@pytest.mark.parametrize(
    ("wte", "lots", "cost", "firms"),
    [
        # Three months at 10 WTE: 30; at 9.999, 29.997: two lots; at 3.333, 9.999: none.
        (10, {}, 300, "abc"),
        ("9.999", {}, 310, "bc"),
        ("3.333", {}, 360, ""),
        # c is of 25 WTE: with 30 there is room for c alone, 100 + 110 + 120, or for a and b, 200 + 130.
        (10, {"c": {"wte": 25}}, 330, None),
        # Nobody works on c.
        ("6.667", {"c": {"wte": 0}}, 300, "abc"),
    ],
)
def test_work_by_whole_months(wte: object, lots: Row, cost: int, firms: str | None) -> None:
    """WTE of the lots won on the first day <= WTE a month x three months."""
    decided = Decided(case(ready("2013-01-01", wte_a_month=wte), lots))
    assert decided.totals.cost == cost
    if firms is not None:
        assert [row.lot[0] for row in decided.evaluation.awards if row.bidder == "firm"] == [*firms]


def test_who_provides_a_lot_today_need_not_take_it_over() -> None:
    """One lot, by one month's pace; b is the firm's today, so it takes over c only: 110 + 100 + 100."""
    held = {"b": {"incumbent": "firm"}, "a": {"incumbent": "rival"}}
    decided = best(case(ready("2013-03-01", lots_a_month=1, wte_a_month=10), held), 310, "rival/a", "firm/b", "firm/c")
    assert limits(decided) == {
        "mobilised_lots[firm, 2013-04-01]": exact(1, 1),
        "mobilised_wte[firm, 2013-04-01]": exact(10, 10),
    }


def test_an_award_that_cannot_start_on_time_starts_later() -> None:
    """A firm that begins on 1 April can take over a lot a month: none then, one by May, two by June.

    Today a costs 24,000 and b 24,012 a year, a month 2,000 and 2,001; the firm asks 12,000, a month 1,000; a rival asks
    30,000 from the first day.

              April    May                       June
        a     12,000   2,000 + 11,000 = 13,000   4,000 + 10,000 = 14,000
        b     12,000   2,001 + 11,000 = 13,001   4,002 + 10,000 = 14,002

    Both in April would be 24,000 and both in May 26,001. a in May and b in June are 27,002; b in May, a in June 27,001.
    """
    starts = {"april": None, "may": "2013-05-01", "june": "2013-06-01"}
    bids = [
        offer(f"firm/{name}/{month}", 12_000, f"{name}:it", start=start)
        for name in "ab"
        for month, start in starts.items()
    ]
    bids += [offer(f"rival/{name}", 30_000, f"{name}:it") for name in "ab"]
    lots = [
        {"id": f"{name}:it", "buyer": name, "service": "it", "present_cost": cost}
        for name, cost in (("a", 24_000), ("b", 24_012))
    ]
    people = dict.fromkeys("ab", 100_000)

    def asked(firm: Row) -> Case:
        return tender(people, ["it"], bids, bidders=[firm], lots=lots)

    decided = best(asked(ready("2013-04-01", lots_a_month=1)), 27_001, "firm/a/june", "firm/b/may")
    found = limits(decided)
    assert found["mobilised_lots[firm, 2013-05-01]"] == exact(1, 1)
    assert found["mobilised_lots[firm, 2013-06-01]"] == exact(2, 2)
    best(asked(ready("2013-04-01", lots_a_month=2)), 26_001, "firm/a/may", "firm/b/may")
    best(asked(supplier("firm")), 24_000, "firm/a/april", "firm/b/april")
    # Which starts are too early, told of the award that takes no account of it.
    assert broken(asked(ready("2013-04-01", lots_a_month=2)), asked(supplier("firm"))) == {
        "mobilised_lots[firm, 2013-04-01]"
    }


def test_what_started_before_counts_on_every_later_day() -> None:
    """Ready since March, a lot a month: one by April, and two by May; so a starts in April, b in May.

    The firm's bids start on different days, and cost 100 a year throughout; lots cost nothing today. By April a alone:
    100. b, in May, 11/12 of 120 = 110; and c, in May, 11/12 of 240 = 220, which the rival does for 130. By May three
    lots would be one too many.
    """
    bids = [
        offer("firm/a", 100, "a:it"),
        offer("firm/b", 120, "b:it", start="2013-05-01"),
        offer("firm/c", 120, "c:it", start="2013-05-01"),
        *(offer(f"rival/{name}", price, f"{name}:it") for name, price in (("a", 150), ("b", 150), ("c", 130))),
    ]
    lots = [{"id": f"{name}:it", "buyer": name, "service": "it", "present_cost": 0} for name in PEOPLE]
    firm = ready("2013-03-01", lots_a_month=1)
    decided = best(tender(PEOPLE, ["it"], bids, bidders=[firm], lots=lots), 340, "firm/a", "firm/b", "rival/c")
    assert limits(decided)["mobilised_lots[firm, 2013-05-01]"] == exact(2, 2)


def test_a_package_is_taken_over_lot_by_lot() -> None:
    """Two months are two lots: the package of three is one too many, though it is one bid. Three months will do."""
    bids = [offer("firm/abc", 90, "a:it", "b:it", "c:it"), offer("rival/abc", 300, "a:it", "b:it", "c:it")]
    for begins, cost, winner in (("2013-02-01", 300, "rival/abc"), ("2013-01-01", 90, "firm/abc")):
        best(tender(PEOPLE, ["it"], bids, bidders=[ready(begins, lots_a_month=1)]), cost, winner)


def test_a_partnership_is_not_held_back_by_its_partners() -> None:
    """The firm cannot take over anything, and what it bids for with a CSU is the partnership's."""
    partners = [{"bidder": "csu", "share": "0.5"}, {"bidder": "firm", "share": "0.5"}]
    bidders = [
        ready("2013-04-01", lots_a_month=1),
        supplier("csu", "nhs_csu"),
        supplier("duo", "partnership", partners=partners),
    ]
    bids = [offer("firm/a", 90, "a:it"), offer("duo/a", 100, "a:it"), offer("csu/a", 110, "a:it")]
    best(tender({"a": 1}, ["it"], bids, bidders=bidders), 100, "duo/a")


def test_without_a_rival_the_pace_is_named_as_what_is_in_the_way() -> None:
    """Three lots, and nobody else who bids: two months give two, and 10 WTE a month give 20 of 30."""
    assert conflict_rules(case(ready("2013-02-01", lots_a_month=1), rival=False)) == {"mobilised_lots[firm]"}
    assert conflict_rules(case(ready("2013-02-01", wte_a_month=10), rival=False)) == {"mobilised_wte[firm]"}
