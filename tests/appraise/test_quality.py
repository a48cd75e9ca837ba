"""Quality through the tree of criteria, worked out by hand."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models import Bid, Criterion, Marking
from selector.appraise.quality import Scale, scales

Row = dict[str, Any]


def scale(*criteria: Row, service: str = "it") -> Scale:
    rows = tuple(Criterion.model_validate({"name": row["id"], **row}) for row in criteria)
    return scales([service], rows, Marking())[service]


def bid(scores: Mapping[str, object]) -> Bid:
    return Bid.model_validate({"id": "b", "bidder": "a", "lots": ["l"], "price": 1, "scores": dict(scores)})


CARE = (
    {"id": "care", "weight": 60, "minimum": 50},
    {"id": "safety", "parent": "care", "weight": 2, "minimum": 40},
    {"id": "outcomes", "parent": "care"},
    {"id": "people", "weight": 40},
    {"id": "staff", "parent": "people", "weight": "0.5"},
    {"id": "users", "parent": "people", "weight": "0.25", "minimum": 10},
)


def test_a_tree_of_two_levels_by_hand() -> None:
    """care = (2 x 40 + 70) / 3 = 50, people = (0.5 x 30 + 0.25 x 10) / 0.75 = 70/3, quality = 0.6 x 50 + 0.4 x 70/3."""
    offer = bid({"safety": 40, "outcomes": 70, "staff": 30, "users": 10})
    assert scale(*CARE).points(offer) == {
        "care": 50,
        "safety": 40,
        "outcomes": 70,
        "people": Fraction(70, 3),
        "staff": 30,
        "users": 10,
    }
    assert scale(*CARE).quality(offer) == 39_333
    assert scale(*CARE).shortfalls(offer) == ()


def test_minimums_of_parts_and_of_wholes_each_once() -> None:
    """A millionth of a point less on safety: it falls short, and so does care, by 2/3 of a millionth."""
    offer = bid({"safety": "39.999999", "outcomes": 70, "staff": 100, "users": 0})
    assert scale(*CARE).shortfalls(offer) == ("minimum[care]", "minimum[safety]", "minimum[users]")


def test_half_a_thousandth_is_rounded_up() -> None:
    assert scale({"id": "one"}).quality(bid({"one": "50.0005"})) == 50_001
    assert scale({"id": "one"}).quality(bid({"one": "50.000499"})) == 50_000


def test_parts_are_not_rounded_before_the_whole() -> None:
    """top = (2 x 0.0005 + 0.0002) / 3 = 0.0004, and quality (0.0004 + 0.0006) / 2 = 0.0005, rounded up."""
    tree = (
        {"id": "top"},
        {"id": "a", "parent": "top", "weight": 2},
        {"id": "b", "parent": "top"},
        {"id": "c"},
    )
    assert scale(*tree).quality(bid({"a": "0.0005", "b": "0.0002", "c": "0.0006"})) == 1
    assert scale(*tree).quality(bid({"a": "0.0005", "b": "0.000199", "c": "0.0006"})) == 0


def test_what_applies() -> None:
    """Of a parent for other services nothing applies; nor does a parent of which no part applies; a part may be narrower."""
    tree = (
        {"id": "clinical", "services": ["care"]},
        {"id": "safety", "parent": "clinical"},
        {"id": "cost", "weight": 3},
        {"id": "it only", "parent": "cost", "services": ["it"]},
        {"id": "both", "services": ["it", "care"]},
    )
    assert [each.id for each in scale(*tree, service="it").criteria] == ["cost", "it only", "both"]
    assert [each.id for each in scale(*tree, service="care").criteria] == ["clinical", "safety", "both"]
    offer = bid({"safety": 10, "it only": 20, "both": 60})
    assert scale(*tree, service="it").quality(offer) == 30_000
    assert scale(*tree, service="care").quality(offer) == 35_000


def test_without_criteria_there_is_no_quality() -> None:
    empty = scale({"id": "other", "services": ["care"]}, service="it")
    assert (empty.quality(bid({})), empty.shortfalls(bid({})), empty.points(bid({}))) == (0, (), {})


def test_a_line_of_a_thousand_parts() -> None:
    line: list[Row] = [{"id": "0"}, *({"id": str(n), "parent": str(n - 1), "weight": n} for n in range(1, 1000))]
    assert scale(*line).quality(bid({"999": "12.345"})) == 12_345


def test_services_with_like_criteria_share_a_scale() -> None:
    rows = (Criterion(id="c", name="C"),)
    found = scales(["it", "hr"], rows, Marking())
    assert found["it"] is found["hr"]


WEIGHTS = st.decimals("0.000001", 1000, places=6)
POINTS = st.decimals(0, 100, places=6)


def mean(parts: list[tuple[Fraction, Fraction]]) -> Fraction:
    """Of pairs of a weight and points."""
    total = sum((weight for weight, _ in parts), Fraction(0))
    return sum((weight * points for weight, points in parts), Fraction(0)) / total


@given(
    st.lists(st.tuples(WEIGHTS, st.lists(st.tuples(WEIGHTS, POINTS), min_size=1, max_size=4)), min_size=1, max_size=4)
)
def test_as_fractions_have_it(branches: list[tuple[Any, list[tuple[Any, Any]]]]) -> None:
    criteria: list[Row] = []
    scores = {}
    tops: list[tuple[Fraction, Fraction]] = []
    for number, (weight, parts) in enumerate(branches):
        criteria.append({"id": f"{number}", "weight": weight})
        for at, (own, points) in enumerate(parts):
            criteria.append({"id": f"{number}.{at}", "parent": f"{number}", "weight": own})
            scores[f"{number}.{at}"] = points
        tops.append((Fraction(weight), mean([(Fraction(own), Fraction(points)) for own, points in parts])))
    exact = mean(tops)
    found = scale(*criteria)
    offer = bid(scores)
    assert abs(Fraction(found.quality(offer), 1000) - exact) <= Fraction(1, 2000)
    assert [found.points(offer)[f"{number}"] for number in range(len(tops))] == [whole for _, whole in tops]
