"""Quality as a tree of criteria, scores from marks, and minimums of both."""

from typing import Any

import pytest

from models import Case
from selector.verify.barred import reasons
from selector.verify.tender import Tender
from selector.verify.worth import worth
from tests.verify.checking import broken
from tests.verify.small import claimed, small

# Care is 3 parts of safety to 1 of speed, which only service f has; there culture counts as much as care.
TREE: list[dict[str, Any]] = [
    {"id": "speed", "name": "Speed", "parent": "care", "services": ["f"]},
    {"id": "care", "name": "Care", "weight": 2},
    {"id": "safety", "name": "Safety", "parent": "care", "weight": 3},
    {"id": "culture", "name": "Culture", "weight": 2, "services": ["f"]},
    {"id": "tone", "name": "Tone", "parent": "culture"},
]
SCORES = {"speed": 40, "safety": 60, "tone": 70}


def tree(criteria: list[dict[str, Any]] = TREE, scores: dict[str, Any] = SCORES, **bid: Any) -> Case:
    on_g = {name: score for name, score in scores.items() if name == "safety"}
    return small(
        criteria=criteria,
        bids=[
            {"id": "f1", "bidder": "j", "lots": ["b:f"], "price": 0, "scores": scores, **bid},
            {"id": "g1", "bidder": "j", "lots": ["b:g"], "price": 0, "scores": on_g},
        ],
    )


def quality(case: Case, bid: str = "f1") -> list[str]:
    tender = Tender(case)
    return [str(each.quality) for each in worth(tender, tender.bids[bid]).values()]


def test_what_criteria_come_to_goes_up_the_tree() -> None:
    # Care: (3 x 60 + 40) / 4 = 55, culture 70; on g, which has no speed and no culture, safety alone.
    assert quality(tree()) == ["62.500"]
    assert quality(tree(), "g1") == ["60.000"]


def test_what_applies_is_handed_down_and_up() -> None:
    # Tone says nothing of services, and is part of culture, which g does without.
    tender = Tender(tree())
    assert [criterion.id for criterion in tender.criteria["f"]] == ["speed", "care", "safety", "culture", "tone"]
    assert [criterion.id for criterion in tender.criteria["g"]] == ["care", "safety"]


def test_nothing_is_rounded_on_the_way_up() -> None:
    # (0.0005 + 2 x 0.00049) / 3 = 0.000493..., which is nothing; by way of 0.001 it would be 0.00066, and 0.001.
    criteria = [
        {"id": "a", "name": "A"},
        *({"id": part, "name": part, "parent": "a"} for part in "xyz"),
        {"id": "b", "name": "B", "weight": 2},
    ]
    case = small(
        criteria=criteria,
        bids=[
            {
                "id": name,
                "bidder": "j",
                "lots": [lot],
                "price": 0,
                "scores": {"x": "0.0015", "y": 0, "z": 0, "b": "0.00049"},
            }
            for name, lot in (("f1", "b:f"), ("g1", "b:g"))
        ],
    )
    assert quality(case) == ["0.000"]


@pytest.mark.parametrize(
    ("marking", "bid", "expected"),
    [
        # Marks 3, 4 and 8 out of 10.
        ({"by": "mean"}, {}, "50.000"),
        ({"by": "median"}, {}, "40.000"),
        ({"by": "median"}, {"marks": {"c": {"x": 3, "y": 4}}}, "35.000"),
        ({"by": "mean"}, {"moderated": {"c": {"mark": "6.5", "reason": "agreed"}}}, "65.000"),
        ({"by": "median"}, {"moderated": {"c": {"mark": 0, "reason": "withdrawn"}}}, "0.000"),
    ],
)
def test_marks_become_a_score(marking: dict[str, Any], bid: dict[str, Any], expected: str) -> None:
    case = small(
        criteria=[{"id": "c", "name": "C", "out_of": 10, "services": ["f"]}],
        evaluators=[{"id": name, "name": name} for name in "xyz"],
        marking=marking,
        bids=[
            {"id": "f1", "bidder": "j", "lots": ["b:f"], "price": 0, "marks": {"c": {"x": 3, "y": 4, "z": 8}}} | bid,
            {"id": "g1", "bidder": "j", "lots": ["b:g"], "price": 0},
        ],
    )
    assert quality(case) == [expected]
    assert quality(case, "g1") == ["0.000"]


def test_a_score_from_marks_is_rounded_to_a_millionth() -> None:
    # 100 x (1 + 1 + 0) / 3 / 3 = 22.2222222..., which is held against a minimum as 22.222222.
    def marked(minimum: str) -> set[str]:
        case = small(
            criteria=[{"id": "c", "name": "C", "out_of": 3, "minimum": minimum, "services": ["f"]}],
            evaluators=[{"id": name, "name": name} for name in "xyz"],
            bids=[
                {"id": "f1", "bidder": "j", "lots": ["b:f"], "price": 0, "marks": {"c": {"x": 1, "y": 1, "z": 0}}},
                {"id": "g1", "bidder": "j", "lots": ["b:g"], "price": 0},
            ],
        )
        return {rule for rule in broken(claimed(case), case) if rule.startswith("minimum")}

    assert marked("22.222222") == set()
    assert marked("22.222223") == {"minimum[c]"}


@pytest.mark.parametrize(
    ("minimums", "names"),
    [
        ({}, []),
        ({"speed": 40, "care": 55, "tone": 70, "culture": 70}, []),
        ({"speed": "40.01"}, ["minimum[speed]"]),
        # Of a parent it is what its parts come to.
        ({"care": "55.000001"}, ["minimum[care]"]),
        ({"care": 56, "speed": 41, "culture": 71}, ["minimum[care]", "minimum[culture]", "minimum[speed]"]),
    ],
)
def test_a_bid_below_a_minimum_is_barred_by_it(minimums: dict[str, Any], names: list[str]) -> None:
    criteria = [criterion | {"minimum": minimums.get(criterion["id"])} for criterion in TREE]
    case = tree(criteria)
    tender = Tender(case)
    assert [reason.rule for reason in reasons(tender, tender.bids["f1"])] == names
    assert {rule for rule in broken(claimed(case), case) if rule.startswith("minimum")} == set(names)


def test_a_package_is_barred_by_what_it_comes_to_on_any_lot() -> None:
    # On g care is safety alone: 60; on f it is 55.
    criteria = [criterion | ({"minimum": 58} if criterion["id"] == "care" else {}) for criterion in TREE]
    bids = [{"id": "both", "bidder": "j", "lots": ["b:g", "b:f"], "price": 0, "scores": SCORES}]
    tender = Tender(small(criteria=criteria, bids=bids))
    (reason,) = reasons(tender, tender.bids["both"])
    assert reason.rule == "minimum[care]"
    assert reason.sentence == 'F for B: bid "both" by J scores 55 on Care; it must score at least 58.'


def test_a_chain_of_criteria_may_be_as_long_as_the_table() -> None:
    chain = [{"id": f"c{at}", "name": "C", "services": ["f"], "parent": f"c{at - 1}"} for at in range(1, 3000)]
    chain = [{"id": "safety", "name": "Safety"}, {"id": "c0", "name": "C"}, *chain]
    assert quality(tree(chain, {"c2999": "55.5", "safety": "44.5"})) == ["50.000"]
