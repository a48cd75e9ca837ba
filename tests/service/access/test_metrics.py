"""What Prometheus fetches, read by Prometheus's own parser."""

import uuid

from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import insert

from api.store.database import Database
from api.store.run_figures import run_figures
from api.store.tables import CASES, RUNS
from tests.service.access.running import Running

AWAY = {"X_Forwarded_For": "192.0.2.7"}


def figures(service: Running, key: str | None = None) -> dict[tuple[str, ...], float]:
    answer = service.ask("/metrics", key)
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    return {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(answer.body.decode())
        for sample in family.samples
    }


def add_runs(database: Database, *runs: tuple[str, str, int | None, int | None]) -> None:
    with database.writing() as connection:
        connection.execute(
            insert(CASES).values(tenant_id="local", id="c", name="c", lots=1, bids=1, content=b"", created_at=0)
        )
        for kind, status, started, finished in runs:
            connection.execute(
                insert(RUNS).values(
                    id=uuid.uuid4().hex,
                    tenant_id="local",
                    kind=kind,
                    case_id="c",
                    asked="{}",
                    status=status,
                    cancel_requested=False,
                    attempt=1,
                    created_at=0,
                    started_at=started,
                    finished_at=finished,
                )
            )


def test_requests_are_counted_by_route_method_and_status(service: Running) -> None:
    for i in range(3):
        service.ask(f"/v1/cases/{i}")
    service.ask("/v1/cases")
    service.ask("/no/such/place")
    service.ask("/v1/cases", method="BREW")
    found = figures(service)
    assert found["selector_http_requests_total", "/v1/cases/{case_id}", "404", "GET"] == 3
    assert found["selector_http_requests_total", "/v1/cases", "200", "GET"] == 1
    assert found["selector_http_requests_total", "404", "GET", "none"] == 1
    assert not any("BREW" in name for name in found)
    assert found["selector_http_request_seconds_count", "/v1/cases/{case_id}", "GET"] == 3
    assert found["selector_http_request_seconds_bucket", "+Inf", "/v1/cases/{case_id}", "GET"] == 3
    assert found["process_resident_memory_bytes",] > 0


def test_runs_are_counted_whoever_worked_on_them(service: Running) -> None:
    add_runs(
        service.database,
        ("evaluate", "finished", 1_000, 3_000),
        ("evaluate", "finished", 1_000, 1_500),
        ("evaluate", "queued", None, None),
        ("compare", "queued", None, None),
        ("compare", "cancelled", None, 9_000),
    )
    found = figures(service)
    assert found["selector_runs", "evaluate", "finished"] == 2
    assert found["selector_runs", "cancelled", "compare"] == 1
    assert found["selector_queue_length",] == 2
    assert found["selector_solver_seconds_total", "evaluate"] == 2.5
    assert found["selector_solver_seconds_total", "compare"] == 0


def test_the_figures_are_the_same_on_each_database(prepared: Database) -> None:
    add_runs(prepared, ("ties", "failed", 0, 250), ("ties", "failed", 0, 500), ("ties", "running", 100, None))
    with prepared.reading() as connection:
        found = [(one.kind, one.status, one.count, one.milliseconds) for one in run_figures(connection)]
    assert found == [("ties", "failed", 2, 750), ("ties", "running", 1, 0)]


def test_who_may_read_them(service: Running) -> None:
    key = service.key("admin")
    assert service.ask("/metrics").status == 200
    assert service.ask("/metrics", **AWAY).status == 401
    assert service.ask("/metrics", Host="example.com").status == 401
    assert service.ask("/metrics", service.key("evaluate"), **AWAY).status == 403
    assert service.ask("/metrics", key, **AWAY).status == 200
