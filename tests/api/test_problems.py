"""Every way to fail, and the one shape in which it is told."""

import json
from collections.abc import Callable
from typing import Any, NoReturn

import pytest
from starlette.testclient import TestClient

from api.app import Service
from api.children.pool import Pool
from models import SolverFailed
from tests.api.cases import edited, smallest
from tests.api.conftest import HERE
from tests.api.live import JSON
from tests.api.problems import problem


def refused(
    client: TestClient, body: bytes, status: int, query: str = "", headers: dict[str, str] | None = None
) -> dict[str, Any]:
    answer = client.post(f"/v1/evaluate{query}", content=body, headers=JSON if headers is None else headers)
    assert answer.status_code == status
    return problem(status, answer.headers, answer.content)


@pytest.mark.parametrize("path", ["/v1", "/v1/evaluate/", "/docs", "/redoc", "/n%C3%B6%0Aitem"])
def test_nothing_there(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    problem(404, answer.headers, answer.content, path)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/v1/evaluate", "POST"),
        ("PUT", "/v1/evaluate", "POST"),
        ("POST", "/livez", "GET"),
        ("PUT", "/v1/cases", "GET, POST"),
        ("POST", "/v1/cases/a/scenarios/b/c", "GET, PUT, DELETE"),
        ("POST", "/openapi.json", "GET, HEAD"),
    ],
)
def test_another_method(client: TestClient, method: str, path: str, allowed: str) -> None:
    answer = client.request(method, path)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == allowed
    problem(405, answer.headers, answer.content, path)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/jsonx"},
        {"Content-Type": "multipart/form-data; boundary=b"},
        {"Content-Type": "application/json; charset=latin-1"},
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
    ],
)
def test_another_media_type(client: TestClient, headers: dict[str, str]) -> None:
    refused(client, smallest(), 415, headers=headers)


@pytest.mark.parametrize(
    "media_type", ["Application/JSON", "application/json;charset=UTF-8", 'application/json; charset="utf-8"']
)
def test_the_media_type_may_be_written_in_other_ways(client: TestClient, media_type: str) -> None:
    refused(client, b"{}", 422, headers={"Content-Type": media_type})


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        (b"", "is empty"),
        (b"buyers: []", "is not JSON: Expecting value at line 1, column 1"),
        (b'{"format": 1,}', "is not JSON: "),  # the rest is Python's own, and differs between its versions
        (b'{"name": "\xff"}', "is not UTF-8 text (byte 10)"),
        ('{"name": "ü"}'.encode("utf-16"), "is not UTF-8 text (byte 0)"),
    ],
)
def test_no_json(client: TestClient, body: bytes, detail: str) -> None:
    errors = refused(client, body, 400)["errors"]
    assert [error["pointer"] for error in errors] == [""]
    assert errors[0]["detail"].startswith(detail)


def test_faults_of_a_case_with_their_places(client: TestClient) -> None:
    bids = [
        {"id": "good", "bidder": "csu", "lots": ["north:payroll"], "price": "1"},
        {"id": "bad", "bidder": "cus", "lots": ["north:payroll"], "price": -5},
    ]
    found = refused(client, edited(bids=bids, colour="red"), 422)
    assert found["detail"] == "The case has 2 faults."
    assert found["errors"] == [
        {"pointer": "/colour", "detail": "is not a field here"},
        {"pointer": "/bids/1/price", "detail": "-5 is not allowed: it must be 0 or more"},
    ]


def test_faults_of_reference_with_their_places(client: TestClient) -> None:
    bids = [{"id": "b", "bidder": "cus", "lots": ["north:payroll"], "price": "1"}]
    errors = refused(client, edited(bids=bids), 422)["errors"]
    assert errors == [{"pointer": "/bids/0/bidder", "detail": 'there is no bidder "cus"'}]


def test_more_faults_than_anybody_reads(client: TestClient) -> None:
    found = refused(client, edited(notes=0, criteria=[0] * 2000), 422)
    assert found["detail"] == "The case has more than 1,000 faults. Here are the first."
    assert len(found["errors"]) == 1000


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("?time_limit=0", "time_limit"),
        ("?time_limit=-1", "time_limit"),
        ("?time_limit=soon", "time_limit"),
        ("?time_limit=nan", "time_limit"),
        ("?time_limit=1e999", "time_limit"),
        ("?gap=-0.1", "gap"),
        ("?gap=1.1", "gap"),
        ("?timelimit=5", "timelimit"),
    ],
)
def test_faults_of_the_query(client: TestClient, query: str, parameter: str) -> None:
    errors = refused(client, smallest(), 422, query)["errors"]
    assert [error["parameter"] for error in errors] == [parameter]


def raising(error: Exception) -> Callable[..., NoReturn]:
    def call(*_: object, **__: object) -> NoReturn:
        raise error

    return call


@pytest.mark.parametrize("error", [SolverFailed("row 17 of secret"), RuntimeError("secret"), MemoryError("secret")])
def test_an_error_of_ours_is_logged_and_not_told(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    monkeypatch.setattr(Pool, "call", raising(error))
    found = refused(client, smallest(), 500, headers={**JSON, "X-Request-ID": "its-name"})
    assert "secret" not in json.dumps(found)
    (record,) = [record for record in caplog.records if record.exc_info]
    assert record.exc_info is not None
    assert record.exc_info[1] is error
    assert "its-name" in record.getMessage()


def test_the_service_answers_on_after_an_error_of_ours(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Pool, "call", raising(RuntimeError()))
        for _ in range(5):  # more than there are places for solves
            refused(client, smallest(), 500)
    assert client.post("/v1/evaluate", content=smallest(), headers=JSON).json()["status"] == "optimal"


def test_shutting_down(service: Service) -> None:
    with TestClient(service, HERE, client=("127.0.0.1", 50000)) as client:
        assert client.get("/readyz").json() == {"status": "ready"}
        service.solves.close()
        ready = client.get("/readyz")
        assert ready.status_code == 503
        problem(503, ready.headers, ready.content, "/readyz")
        refused(client, smallest(), 503)
        assert client.get("/livez").json() == {"status": "alive"}


def test_the_end_of_the_application_closes_it(service: Service) -> None:
    with TestClient(service):
        assert not service.solves.closing
    assert service.solves.closing


@pytest.mark.parametrize(("solver", "pointer"), [("mosek", "/options/solver"), ("no-such-solver", "/options")])
def test_a_solver_that_cannot_run_is_the_clients_to_change(client: TestClient, solver: str, pointer: str) -> None:
    answer = refused(client, edited(options={"solver": solver}), 422)
    assert [error["pointer"] for error in answer["errors"]] == [pointer]
    assert "highs" in answer["errors"][0]["detail"]


def test_a_rule_that_there_is_not_is_the_clients_to_change(client: TestClient) -> None:
    answer = refused(client, edited(options={"fixed": ["no-such-rule"]}), 422)
    assert [error["pointer"] for error in answer["errors"]] == ["/options"]
    assert "no-such-rule" in answer["errors"][0]["detail"]
