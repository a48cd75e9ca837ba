"""The rules of the board against small cases whose answers are worked out here by hand."""

from fractions import Fraction
from typing import Any

import pytest

from tests.oracle.board_rows import Row as Measured
from tests.oracle.board_rows import penalties, ranks, rows
from tests.oracle.by_hand import Row, bid, bidder, buyer, case, package, service
from tests.oracle.enumerate import award_of, solve, violations
from tests.oracle.exact import exact
from tests.oracle.reading import read
from tests.oracle.worth import worths

_BUYERS = [
    buyer("N", 100_000, area="Mersey", region="West"),
    buyer("S", 200_000, area="Lancs", region="West"),
    buyer("E", 300_000),
    buyer("B", 900_000, area="Mersey", kind="national_board"),
]
_LOTS = [
    {"id": "n", "buyer": "N", "service": "it", "incumbent": "a"},
    {"id": "s", "buyer": "S", "service": "it", "incumbent": "b"},
    {"id": "e", "buyer": "E", "service": "it"},
    {"id": "h", "buyer": "N", "service": "hr", "incumbent": "b"},
    {"id": "x", "buyer": "B", "service": "hr", "required": False, "in_house": {"cost": 50, "quality": 40}},
]
_AWARD = {"n": "a n", "s": "a s", "e": "b e", "h": "b h", "x": "in-house:x"}
_PRICES = {"n": 100, "s": 200, "e": 300, "h": 400}


def _case(*rules: Row, **tables: Any) -> Row:
    """Five lots, in four of which both a (tag ``small``, group g) and b (private) bid; b asks twice as much.

    Of ``_AWARD``: a wins n and s, b wins e and h, and the board does x itself.
    """
    return case(
        buyers=_BUYERS,
        services=[service(), {"id": "hr", "name": "HR", "weight": 2}],
        lots=_LOTS,
        bidders=[bidder("a", "nhs_csu", tags=["small"], group="g"), bidder("b")],
        bids=[
            {**bid(f"{who} {lot}", who, lot, price * times), "scores": {"care": score}}
            for who, times, score in (("a", 1, 50), ("b", 2, 80))
            for lot, price in _PRICES.items()
        ],
        criteria=[{"id": "care", "name": "Care"}],
        rules=[{"id": "r", "sense": "at_most", "limit": 0, **rule} for rule in rules],
        **tables,
    )


def _rows(rule: Row, award: dict[str, str] = _AWARD) -> dict[str, Measured]:
    facts = read(_case(rule))
    return {row.name: row for row in rows(facts, award_of(facts, award).offers)}


def _values(rule: Row) -> dict[str, Fraction]:
    return {
        name.removeprefix("rule[r").removeprefix(", ").removesuffix("]"): row.value for name, row in _rows(rule).items()
    }


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ({"metric": "lots"}, 5),
        ({"metric": "lots", "bidders": {"ids": ["a"]}}, 2),
        ({"metric": "lots", "bidders": {"tags": ["small"], "kinds": ["private"]}}, 4),
        ({"metric": "lots", "bidders": {"groups": ["g"]}}, 2),
        ({"metric": "lots", "bidders": {"kinds": ["in_house"]}}, 1),
        ({"metric": "lots", "bidders": {"incumbents": True}}, 2),
        ({"metric": "lots", "bidders": {"ids": ["b"], "incumbents": True}}, 1),
        ({"metric": "lots", "lots": {"services": ["it"]}}, 3),
        ({"metric": "lots", "lots": {"buyers": ["E"], "areas": ["Mersey"]}}, 4),
        ({"metric": "lots", "lots": {"regions": ["West"], "services": ["hr"]}}, 1),
        ({"metric": "lots", "lots": {"areas": ["Kent"]}}, 0),
        ({"metric": "buyers"}, 4),
        ({"metric": "buyers", "bidders": {"ids": ["b"]}}, 2),
        ({"metric": "population"}, 600_000),
        ({"metric": "population", "bidders": {"kinds": ["in_house"]}}, 0),
        ({"metric": "population", "bidders": {"ids": ["b"]}}, 400_000),
        ({"metric": "spend", "bidders": {"ids": ["a"]}}, 300),
        # Of 100 + 200 + 600 + 800 + 50.
        ({"metric": "share_of_spend", "bidders": {"ids": ["a"]}}, Fraction(300, 1750)),
        ({"metric": "share_of_spend", "bidders": {"ids": ["a"]}, "lots": {"services": ["it"]}}, Fraction(300, 900)),
        ({"metric": "share_of_population", "bidders": {"ids": ["b"]}}, Fraction(4, 6)),
        ({"metric": "share_of_population", "lots": {"buyers": ["B"]}}, 0),
        ({"metric": "winners"}, 3),
        ({"metric": "winners", "lots": {"services": ["it"]}, "bidders": {"kinds": ["private"]}}, 1),
        # 100,000 and 200,000 at 50 points; e 300,000 at 80, h 2 x 100,000 at 80; x 2 x 900,000 at 40.
        ({"metric": "mean_quality", "bidders": {"ids": ["a"]}}, 50),
        ({"metric": "mean_quality", "lots": {"services": ["it"]}}, 65),
        ({"metric": "mean_quality"}, Fraction(50 * 3 + 80 * 5 + 40 * 18, 26)),
        ({"metric": "mean_quality", "lots": {"areas": ["Kent"]}}, 0),
        ({"metric": "moves"}, 1),
        ({"metric": "moves", "bidders": {"ids": ["b"]}}, 0),
        ({"metric": "liability"}, 0),
    ],
)
def test_what_a_rule_measures(rule: Row, value: int | Fraction) -> None:
    assert _values(rule) == {"": value}


def test_liability_is_whoever_pays_it_before_redeployment() -> None:
    document = _case(
        {"metric": "liability", "bidders": {"ids": ["b"]}},
        staff_groups=[
            {"id": "g", "lots": [{"lot": "e"}], "headcount": 2, "salary": 36_500, "service_years": 3, "function": "f"}
        ],
        vacancies=[{"id": "v", "bidder": "a", "function": "f", "wte": 2}],
    )
    facts = read(document)
    (row,) = rows(facts, award_of(facts, _AWARD).offers)
    # Three months of 4.35 weeks at £36,500 x 7 / 365 = £700, for two.
    assert row.value == 2 * 3 * 3045


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ({"each": True}, {"a": 2, "b": 2, "in-house:B": 1}),
        ({"each": True, "bidders": {"kinds": ["private", "in_house"]}}, {"b": 2, "in-house:B": 1}),
        ({"per": ["service"]}, {"it": 3, "hr": 2}),
        ({"per": ["area"]}, {"Mersey": 3, "Lancs": 1}),
        ({"per": ["region", "service"]}, {"West, it": 2, "West, hr": 1}),
        ({"per": ["service", "region"]}, {"it, West": 2, "hr, West": 1}),
        ({"per": ["area", "region"]}, {"Mersey, West": 2, "Lancs, West": 1}),
        ({"per": ["buyer"], "lots": {"services": ["hr"]}}, {"N": 1, "B": 1}),
        ({"per": ["buyer"], "lots": {"areas": ["Kent"]}}, {}),
        (
            {"each": True, "bidders": {"ids": ["a", "b"]}, "per": ["service"]},
            {"a, it": 2, "a, hr": 0, "b, it": 1, "b, hr": 1},
        ),
    ],
)
def test_rows_of_a_rule(rule: Row, values: dict[str, int]) -> None:
    found = _values({"metric": "lots", **rule})
    assert found == values
    assert list(found) == list(values)


def test_each_binds_only_whoever_wins_what_counts() -> None:
    each = _rows({"metric": "lots", "each": True, "sense": "at_least", "limit": 3, "bidders": {"ids": ["a", "b"]}})
    assert {name: row.short for name, row in each.items()} == {"rule[r, a]": 1, "rule[r, b]": 1}
    hr = _rows({"metric": "lots", "each": True, "sense": "at_least", "limit": 3, "lots": {"services": ["hr"]}})
    assert {name: row.short for name, row in hr.items()} == {"rule[r, a]": 0, "rule[r, b]": 2, "rule[r, in-house:B]": 2}
    # Of what a wins it provides n today, of what b wins h: only these count.
    both = {"metric": "lots", "each": True, "sense": "at_least", "limit": 1, "bidders": {"incumbents": True}}
    assert {name: row.binds for name, row in _rows(both).items()} == {
        "rule[r, a]": True,
        "rule[r, b]": True,
        "rule[r, in-house:B]": False,
    }
    all_together = _rows({"metric": "lots", "sense": "at_least", "limit": 3, "bidders": {"ids": ["a"]}})
    assert [row.short for row in all_together.values()] == [1]


@pytest.mark.parametrize(
    ("sense", "limit", "kept"),
    [
        ("at_least", 2, True),
        ("at_least", "2.000001", False),
        ("at_most", 2, True),
        ("at_most", "1.999999", False),
        ("at_most", 0, False),
        ("exactly", 2, True),
        ("exactly", 3, False),
        ("exactly", 1, False),
    ],
)
def test_a_hard_rule_is_kept_on_its_side_of_the_limit(sense: str, limit: int | str, kept: bool) -> None:
    document = _case({"metric": "lots", "bidders": {"ids": ["a"]}, "sense": sense, "limit": limit})
    assert violations(document, _AWARD) == ([] if kept else ["rule[r]"])


@pytest.mark.parametrize(("limit", "kept"), [("0.333333", True), ("0.333334", False)])
def test_a_share_is_held_exactly(limit: str, kept: bool) -> None:
    """Of spend on it, 900, a has 300: a third."""
    least = {"metric": "share_of_spend", "bidders": {"ids": ["a"]}, "lots": {"services": ["it"]}, "sense": "at_least"}
    assert violations(_case(least | {"limit": limit}), _AWARD) == ([] if kept else ["rule[r]"])


def test_a_share_of_nothing_is_kept() -> None:
    for rule in (
        {"metric": "share_of_population", "lots": {"buyers": ["B"]}},
        {"metric": "mean_quality", "bidders": {"ids": ["a"]}, "lots": {"services": ["hr"]}},
        {"metric": "share_of_spend", "lots": {"areas": ["Kent"]}},
    ):
        assert violations(_case(rule | {"sense": "at_least", "limit": 1}), _AWARD) == []


def test_a_rule_that_is_not_active_is_none() -> None:
    assert violations(_case({"metric": "lots", "active": False}), _AWARD) == []


def test_soft_rules_are_not_broken_but_count() -> None:
    """a wins 2 lots of at most 0: 2 x £1.255 is £2.51; at priority 3 the violation is 2, where the limit is 0."""
    rule = {"metric": "lots", "bidders": {"ids": ["a"]}}
    for more in ({"penalty": "1.255"}, {"priority": 3}, {"penalty": "1.255", "priority": 3}):
        assert violations(_case(rule | more), _AWARD) == []
    facts = read(_case(rule | {"penalty": "1.255"}, rule | {"priority": 3}, rule | {"priority": 1, "limit": 3}))
    offers = award_of(facts, _AWARD).offers
    assert penalties(facts, offers) == exact("2.51")
    assert list(ranks(facts, offers)) == [0, 2]


@pytest.mark.parametrize(("limit", "pence"), [("0.3", 4), ("0.300001", 4), ("0.1", 5), ("0.100001", 5), ("0.4", 3)])
def test_penalties_are_rounded_once(limit: str, pence: int) -> None:
    """Of five winners at four buyers, two at N, each row's is beyond the limit: at a penny each 5 - 4 x limit pence."""
    facts = read(_case({"metric": "winners", "per": ["buyer"], "penalty": "0.01", "limit": limit}))
    totals = award_of(facts, _AWARD).totals(facts)
    assert totals.penalties == (5 - 4 * exact(limit)) / 100
    assert totals.penalty == pence


@pytest.mark.parametrize(
    ("rule", "violation"),
    [
        ({"metric": "lots", "sense": "exactly", "limit": 3}, 1),
        ({"metric": "lots", "sense": "exactly", "limit": 1}, 1),
        ({"metric": "lots", "sense": "at_least", "limit": 5}, 3),
        ({"metric": "population", "sense": "at_least", "limit": 400_000}, 100_000),
        # Short of half of 900 by 150; the least that it could come to is 100 + 200 + 300.
        (
            {"metric": "share_of_spend", "lots": {"services": ["it"]}, "sense": "at_least", "limit": "0.5"},
            Fraction(150, 600),
        ),
        # All 600,000 people but the board's; a half are 300,000, which a serves.
        ({"metric": "share_of_population", "sense": "at_least", "limit": "0.75"}, Fraction(1, 4)),
        # 300,000 of people x weight at 10 points short, of 2,600,000.
        ({"metric": "mean_quality", "sense": "at_least", "limit": 60}, Fraction(30, 26)),
        ({"metric": "mean_quality", "sense": "at_least", "limit": 60, "lots": {"services": ["it"]}}, Fraction(30, 6)),
        ({"metric": "spend", "limit": "100.5"}, Fraction("199.5")),
    ],
)
def test_how_far_beyond_the_limit(rule: Row, violation: int | Fraction) -> None:
    (row,) = _rows({"bidders": {"ids": ["a"]}, "penalty": 1, **rule}).values()
    assert row.violation == violation


def test_a_share_of_what_can_cost_nothing_counts_against_a_pound() -> None:
    """Bids of 0 by c: the least for both lots is 0, so what b is over counts in pounds."""
    document = case(
        bidders=[bidder("b"), bidder("c")],
        bids=[
            bid("b N", "b", "N:it", 30),
            bid("b S", "b", "S:it", 50),
            bid("c N", "c", "N:it", 0),
            bid("c S", "c", "S:it", 0),
        ],
        rules=[
            {
                "id": "r",
                "metric": "share_of_spend",
                "bidders": {"ids": ["b"]},
                "sense": "at_most",
                "limit": "0.5",
                "penalty": 1,
            }
        ],
    )
    facts = read(document)
    (row,) = rows(facts, award_of(facts, {"N:it": "b N", "S:it": "c S"}).offers)
    assert [row.value, row.violation, row.penalty] == [1, 15, 15]
    (row,) = rows(facts, award_of(facts, {"N:it": "c N", "S:it": "c S"}).offers)
    assert [row.value, row.violation, row.kept] == [0, 0, True]


def test_priority_is_a_part_of_the_limit_to_a_millionth() -> None:
    facts = read(_case({"metric": "lots", "priority": 2, "limit": 3}, {"metric": "buyers", "priority": 2, "limit": 4}))
    assert ranks(facts, award_of(facts, _AWARD).offers) == (exact("0.666667"),)


_TWO = [bidder("a"), bidder("b")]
_SPLIT = [
    bid("a N", "a", "N:it", 100),
    bid("a S", "a", "S:it", 100),
    bid("b N", "b", "N:it", 130),
    bid("b S", "b", "S:it", 120),
]
_AT_MOST_ONE: Row = {"id": "one", "metric": "lots", "each": True, "sense": "at_most", "limit": 1}


@pytest.mark.parametrize(
    ("more", "award", "value"),
    [
        ({}, ("a N", "b S"), 220_00),
        ({"penalty": 19}, ("a N", "a S"), 219_00),
        ({"penalty": 21}, ("a N", "b S"), 220_00),
    ],
)
def test_a_penalty_weighs_against_money(more: Row, award: tuple[str, str], value: int) -> None:
    answer = solve(case(bidders=_TWO, bids=_SPLIT, rules=[_AT_MOST_ONE | more]))
    assert (answer.award, answer.objectives) == (award, (value,))
    assert answer.totals is not None
    assert answer.totals.cost + answer.totals.penalty == value


def test_priorities_come_first_the_least_number_before_others() -> None:
    b_wins_all = {"id": "b", "metric": "lots", "bidders": {"ids": ["b"]}, "sense": "at_least", "limit": 2}
    for first, second, award in ((1, 2, ("a N", "b S")), (2, 1, ("b N", "b S"))):
        rules = [_AT_MOST_ONE | {"priority": first}, b_wins_all | {"priority": second}]
        answer = solve(case(bidders=_TWO, bids=_SPLIT, rules=rules))
        assert answer.award == award
        assert answer.levels == ("priority 1", "priority 2", "money_valued")


def test_penalties_and_what_redeployment_saves_are_rounded_together() -> None:
    """Who is displaced by a's bid would be owed £6,090, and moves."""
    document = case(
        buyers=[buyer("N", 1000)],
        lots=[{"id": "N:it", "buyer": "N", "service": "it"}],
        bidders=_TWO,
        bids=[bid("a", "a", "N:it", 100)],
        staff_groups=[
            {
                "id": "g",
                "lots": [{"lot": "N:it"}],
                "headcount": 1,
                "salary": 36_500,
                "service_years": 2,
                "function": "f",
            }
        ],
        vacancies=[{"id": "v", "bidder": "a", "function": "f", "wte": 1}],
        rules=[{"id": "r", "metric": "lots", "sense": "at_most", "limit": 0, "penalty": "0.01"}],
        objective={"mode": "money_valued", "liability_weight": "0.000001"},
    )
    # Liability weighs 0.609 p in the bid's value, a penny; it is saved, 0.609 p, and the penalty is 1 p: 0.391 p are 0.
    assert solve(document).objectives == (100_01,)


def test_a_rule_with_both_counts_for_both() -> None:
    rules = [_AT_MOST_ONE | {"priority": 1, "penalty": 7, "limit": 0}]
    answer = solve(case(bidders=_TWO, bids=_SPLIT, rules=rules))
    # 2 lots too many, whoever wins them.
    assert answer.objectives == (2, 214_00)


def test_penalty_is_the_last_level_unless_it_is_named() -> None:
    def solved(*names: str) -> Any:
        levels = [{"objective": name, "tolerance": 20} for name in names]
        objective = {"mode": "lexicographic", "levels": levels}
        return solve(case(bidders=_TWO, bids=_SPLIT, rules=[_AT_MOST_ONE | {"penalty": 5}], objective=objective))

    last, first = solved("cost"), solved("penalty", "cost")
    assert (last.levels, last.objectives, last.award) == (("cost", "penalty"), (200_00, 0), ("a N", "b S"))
    assert (first.levels, first.objectives) == (("penalty", "cost"), (0, 200_00))
    without = solve(
        case(bidders=_TWO, bids=_SPLIT, objective={"mode": "lexicographic", "levels": [{"objective": "cost"}]})
    )
    assert without.levels == ("cost",)


def test_a_pick_is_accepted_or_there_is_no_award() -> None:
    pick = {"id": "p", "bid": "b N", "reason": "as agreed"}
    assert solve(case(bidders=_TWO, bids=_SPLIT, picks=[pick])).award == ("b N", "a S")
    document = case(bidders=_TWO, bids=_SPLIT, picks=[pick], buyers=[buyer("N", 1, vetoes=["b"]), buyer("S", 1)])
    assert not solve(document).feasible
    assert violations(case(bidders=_TWO, bids=_SPLIT, picks=[pick]), {"N:it": "a N", "S:it": "a S"}) == ["pick[p]"]


@pytest.mark.parametrize(
    ("exclusion", "barred"),
    [
        ({"bid": "a N"}, {"a N"}),
        ({"bidder": "a"}, {"a N", "a S", "both"}),
        ({"bidder": "a", "lots": {"buyers": ["N"]}}, {"a N", "both"}),
        ({"bidder": "a", "lots": {"areas": ["Kent"]}}, set[str]()),
        ({"bidder": "b", "lots": {"services": ["it"]}}, {"b N", "b S"}),
    ],
)
def test_what_is_excluded_is_barred(exclusion: Row, barred: set[str]) -> None:
    bids = [*_SPLIT, package("both", "a", ["N:it", "S:it"], 150)]
    facts = read(case(bidders=_TWO, bids=bids, exclusions=[{"id": "x", "reason": "conflict of interest", **exclusion}]))
    assert {name for name, row in worths(facts).items() if "exclusion[x]" in row.bars} == barred


def test_a_soft_rule_that_binds_nobody_has_its_levels() -> None:
    nobody = {
        "id": "r",
        "metric": "lots",
        "each": True,
        "bidders": {"kinds": ["voluntary"]},
        "sense": "exactly",
        "limit": 1,
    }
    objective = {"mode": "lexicographic", "levels": [{"objective": "cost"}]}
    document = case(bidders=_TWO, bids=_SPLIT, rules=[nobody | {"penalty": 1, "priority": 4}], objective=objective)
    assert solve(document).levels == ("priority 4", "cost", "penalty")
    document["rules"][0]["active"] = False
    assert solve(document).levels == ("cost",)


def test_fallbacks_of_each_come_last_in_the_order_of_their_lots() -> None:
    lots = [
        {"id": lot, "buyer": lot, "service": "it", "required": False, "in_house": {"cost": 10, "quality": 0}}
        for lot in ("S", "N")
    ]
    facts = read(
        case(
            lots=lots,
            bidders=[bidder("a")],
            bids=[bid("a N", "a", "N", 100)],
            rules=[{"id": "r", "metric": "lots", "each": True, "sense": "at_most", "limit": 1}],
        )
    )
    ruled = rows(facts, award_of(facts, {"S": "in-house:S", "N": "in-house:N"}).offers)
    assert [row.name for row in ruled] == ["rule[r, a]", "rule[r, in-house:S]", "rule[r, in-house:N]"]
