"""Cases of which only some buyers tender: random ones of every family of rules, and single statements."""

import json
from typing import Any

import pytest

from models import Case, JointPurchase, read_case
from selector import appraise
from selector.decide.choice.alone import Finder
from selector.decide.choice.figures import figures
from selector.decide.choice.restricted import restricted
from tests.decide.choice.enumerated import Pool
from tests.oracle.random_case import random_case
from tests.references.tender import offer, supplier, tender

USUAL, ALL = 40, 300


def listed(seed: int) -> dict[str, Any]:
    """A random case that lists its lots."""
    document = dict(random_case(seed))
    document.setdefault(
        "lots",
        [
            {"id": f"{buyer['id']}:{service['id']}", "buyer": buyer["id"], "service": service["id"]}
            for buyer in document["buyers"]
            for service in document["services"]
        ],
    )
    return document


@pytest.mark.parametrize(
    "seed", [seed if seed < USUAL else pytest.param(seed, marks=pytest.mark.deep) for seed in range(ALL)]
)
def test_the_best_award_of_some_is_that_of_the_oracle(seed: int) -> None:
    document = listed(seed)
    case = read_case(json.dumps(document, default=str))
    enumerated = Pool(document)
    finder = Finder(case, figures(case, appraise(case)), gap=None, solver="highs")
    for buyers in enumerated.subsets():
        if not finder.tendering.lots(buyers) or finder.tendering.uncovered(buyers):
            continue
        best, least = finder.best(buyers), enumerated.best(frozenset(buyers))
        assert best.status == ("infeasible" if least is None else "optimal"), buyers
        assert best.value == least


BIDS = [
    offer("acme/a", 100, "a:it"),
    offer("acme/b", 100, "b:it"),
    offer("acme/ab", 150, "a:it", "b:it"),
    offer("acme/a hr", 70, "a:hr"),
    offer("own/a", 90, "a:it"),
    offer("own/b", 90, "b:it"),
    offer("acme/b hr", 80, "b:hr"),
]


def case_of(**changes: Any) -> Case:
    bidders = [supplier("own", "in_house", buyer="a"), supplier("acme", setup={"hr": 5, "it": 6})]
    return tender({"a": 100_000, "b": 200_000}, ["it", "hr"], BIDS, bidders=bidders, **changes)


def test_lots_and_bids_are_those_of_the_buyers_alone() -> None:
    left = restricted(case_of(), ["b"])
    assert [lot.id for lot in left.tendered] == ["b:it", "b:hr"]
    assert [bid.id for bid in left.bids] == ["acme/b", "own/b", "acme/b hr"]
    # Whose staff an in-house bidder is, the other buyer still says.
    assert [buyer.id for buyer in left.buyers] == ["a", "b"]


def test_what_is_stated_of_services_nobody_buys_goes() -> None:
    lots = [{"id": "a:it", "buyer": "a", "service": "it"}, {"id": "b:hr", "buyer": "b", "service": "hr"}]
    bids = [offer("acme/a", 1, "a:it", scores={"q": 1, "it": 2}), offer("acme/b", 1, "b:hr", scores={"q": 1, "hr": 2})]
    criteria = [
        {"id": "all", "name": "All"},
        {"id": "q", "name": "Q", "parent": "all"},
        {"id": "special", "name": "Special", "parent": "all"},
        {"id": "it", "name": "IT", "parent": "special", "services": ["it"]},
        {"id": "hr", "name": "HR", "services": ["hr", "it"], "parent": "only hr"},
        {"id": "only hr", "name": "Only HR", "services": ["hr"]},
    ]
    stated = tender(
        {"a": 100_000, "b": 200_000},
        ["it", "hr"],
        bids,
        lots=lots,
        bidders=[supplier("acme", setup={"it": 1}, capacity={"it": 400_000, "hr": 500_000})],
        criteria=criteria,
        discounts=[{"id": "d", "bidder": "acme", "services": ["it"], "tiers": [{"at_least": 0, "rate": "0.1"}]}],
        frameworks=[{"id": "f", "name": "F", "services": ["it", "hr"]}],
        exclusions=[{"id": "x", "bidder": "acme", "lots": {"services": ["it"]}, "reason": "r"}],
    )
    left = restricted(stated, ["b"])
    assert [service.id for service in left.services] == ["hr"]
    assert (left.bidders[0].setup, list(left.bidders[0].capacity)) == ({}, ["hr"])
    assert [row.id for row in left.criteria] == ["all", "q", "hr", "only hr"]
    assert (left.discounts, left.frameworks[0].services, left.exclusions) == ((), ("hr",), ())


RULES = [
    {"id": "own", "metric": "lots", "lots": {"buyers": ["a"]}, "sense": "at_least", "limit": 1},
    {"id": "all", "metric": "lots", "sense": "at_least", "limit": 1},
    {"id": "each", "metric": "winners", "per": ["buyer", "service"], "sense": "at_most", "limit": 1},
    {"id": "soft", "metric": "lots", "lots": {"buyers": ["a"]}, "sense": "at_least", "limit": 1, "penalty": 5},
    {"id": "off", "metric": "lots", "lots": {"buyers": ["a"]}, "sense": "at_least", "limit": 1, "active": False},
]
PICKS = [
    {"id": "mine", "bid": "acme/b hr", "reason": "r"},
    {"id": "both", "bid": "acme/ab", "reason": "r"},
    {"id": "fallback", "bid": "in-house:a:hr", "reason": "r"},
]


@pytest.mark.parametrize(
    ("buyers", "rules", "picks", "cap"),
    [
        (["a"], ["own", "each"], ["fallback"], False),
        (["b"], ["each"], ["mine"], False),
        (["a", "b"], ["own", "all", "each"], ["mine", "both", "fallback"], True),
    ],
)
def test_of_the_board_what_is_about_these_lots_alone_stays(
    buyers: list[str], rules: list[str], picks: list[str], cap: bool
) -> None:
    stated = case_of(rules=RULES, picks=PICKS, liability_cap=1_000, in_house={"a:hr": 200})
    left = restricted(stated, buyers)
    assert [rule.id for rule in left.rules] == rules
    assert [pick.id for pick in left.picks] == picks
    assert (left.liability_cap is not None) == cap


def test_joint_purchases_stay_where_all_their_buyers_do() -> None:
    joint = JointPurchase(id="j", name="J", buyers=("a", "b"), services=("it",))
    stated = case_of().model_copy(update={"joint_purchases": (joint,)})
    assert restricted(stated, ["a"]).joint_purchases == ()
    assert restricted(stated, ["a", "b"]).joint_purchases == (joint,)


def test_contiguity_by_distance_of_places_that_nobody_knows() -> None:
    service = {"id": "it", "name": "IT", "contiguity": {"of": "buyer", "within_km": 10}}
    stated = tender(
        {"a": 100_000, "b": 200_000, "c": 100_000},
        [service],
        [offer(f"acme/{buyer}", 1, f"{buyer}:it") for buyer in "abc"]
        + [offer(f"firm/{buyer}", 3, f"{buyer}:it") for buyer in "abc"],
        places={"c": {"lon": 1, "lat": 51}},
        neighbours=[["a", "b"]],
    )
    left = restricted(stated, ["a", "b"])
    assert (left.services[0].contiguity is not None, left.neighbours) == (True, ())
    finder = Finder(stated, figures(stated, appraise(stated)), gap=None, solver="highs")
    # Each by somebody else: £1 and £3.
    assert finder.best(("a", "b")).value == 400


def test_staff_of_an_employer_are_shared_as_in_the_whole_case() -> None:
    # Three lots of one size: a third of the group each, which no figure of a case can state.
    group = {"id": "desk", "employer": "csu", "headcount": 1, "salary": 36_500, "service_years": 10}
    stated = tender(
        {"a": 100_000, "b": 100_000, "c": 100_000},
        ["it"],
        [offer(f"acme/{buyer}", 1, f"{buyer}:it") for buyer in "abc"],
        bidders=[supplier("csu", "nhs_csu")],
        lots=[{"id": f"{buyer}:it", "buyer": buyer, "service": "it", "incumbent": "csu"} for buyer in "abc"],
        staff_groups=[group],
    )
    left = restricted(stated, ["a"])
    assert str(left.staff_groups[0].lots[0].share) == "0.333333"
    finder = Finder(stated, figures(stated, appraise(stated)), gap=None, solver="highs")
    # £30,450 by 3, and the price.
    assert finder.best(("a",)).value == 1_015_000 + 100
