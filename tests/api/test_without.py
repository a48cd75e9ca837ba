"""What is answered to the question what bids are worth, beside errors."""

import json
from decimal import Decimal
from typing import Any

import pytest
from starlette.testclient import TestClient

from models import Options, Without, read_case
from models.reference import SMALLEST
from selector import without
from tests.api.cases import edited, knot, smallest
from tests.api.live import JSON
from tests.api.problems import problem

BUYERS = [
    {"id": "north", "name": "North", "population": 200_000},
    {"id": "south", "name": "South", "population": 100_000},
]
BIDS = [
    {"id": name, "bidder": "csu", "lots": [f"{buyer}:payroll" for buyer in buyers], "price": price}
    for name, buyers, price in (
        ("north", ("north",), 100),
        ("south", ("south",), 70),
        ("both of them", ("north", "south"), 150),
    )
]


def asked(client: TestClient, body: bytes, query: str = "") -> Without:
    answer = client.post(f"/v1/without{query}", content=body, headers=JSON)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    return Without.model_validate_json(answer.content)


def package() -> bytes:
    """A case whose best award accepts a package; without it the best is £20 a year more."""
    return edited(buyers=BUYERS, bids=BIDS, horizon={"start": "2013-04-01", "years": 1})


def same(one: Without, other: Without) -> bool:
    """Whether two answers are the same but for their seconds."""
    first, second = (without_seconds(json.loads(each.to_json())) for each in (one, other))
    return bool(first == second)


def without_seconds(node: Any) -> Any:
    match node:
        case dict():
            return {key: without_seconds(value) for key, value in node.items() if key != "seconds"}
        case list():
            return [without_seconds(value) for value in node]
    return node


def test_it_tells_of_each_package_that_wins(client: TestClient) -> None:
    answer = asked(client, package())
    (found,) = answer.bids
    assert (found.bid, found.levels[0].at_least, found.levels[0].at_most) == ("both of them", Decimal(20), Decimal(20))
    assert same(answer, without(read_case(package()), options=Options(time_limit=30)))


def test_it_tells_of_the_bids_that_are_named(client: TestClient) -> None:
    answer = asked(client, package(), "?bid=south&bid=both%20of%20them&bid=south")
    assert [(each.bid, each.accepted) for each in answer.bids] == [("south", False), ("both of them", True)]


def test_without_it_there_is_no_award(client: TestClient) -> None:
    answer = asked(client, smallest(), f"?bid={SMALLEST['bids'][0]['id']}")
    assert [each.without.status for each in answer.bids] == ["infeasible"]
    assert answer.bids[0].uncovered == ("north:payroll",)


def test_a_bid_that_there_is_not_is_a_fault_of_the_query(client: TestClient) -> None:
    answer = client.post("/v1/without?bid=south&bid=west&bid=east", content=package(), headers=JSON)
    assert answer.status_code == 422
    found = problem(422, answer.headers, answer.content, "/v1/without")
    assert found["errors"] == [
        {"parameter": "bid", "detail": 'There is no bid "west" in the case.'},
        {"parameter": "bid", "detail": 'There is no bid "east" in the case.'},
    ]


@pytest.mark.parametrize(
    ("query", "parameter"), [("?bids=south", "bids"), ("?gap=2", "gap"), ("?" + "&".join(["bid=a"] * 1001), "bid")]
)
def test_faults_of_the_query(client: TestClient, query: str, parameter: str) -> None:
    answer = client.post(f"/v1/without{query}", content=package(), headers=JSON)
    assert answer.status_code == 422
    errors = problem(422, answer.headers, answer.content, "/v1/without")["errors"]
    assert [error["parameter"] for error in errors] == [parameter]


def test_faults_of_the_case(client: TestClient) -> None:
    answer = client.post("/v1/without", content=edited(colour="red"), headers=JSON)
    assert answer.status_code == 422
    errors = problem(422, answer.headers, answer.content, "/v1/without")["errors"]
    assert [error["pointer"] for error in errors] == ["/colour"]


def test_the_time_limit_holds(client: TestClient) -> None:
    answer = asked(client, knot(), "?time_limit=0.5&bid=left-0")
    assert (answer.best.status, answer.bids, answer.answered) == ("unknown", (), False)
    assert answer.seconds < 20
