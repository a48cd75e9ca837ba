"""The service measured: each part, small."""

import json
import os
from pathlib import Path

import pytest

from benchmarks.report import service as report
from benchmarks.service import cases, latency, memory
from benchmarks.service.file import Measured, read, together, write
from benchmarks.service.flat import course
from benchmarks.service.hostile import running as hostile
from benchmarks.service.hostile.kinds import KINDS
from benchmarks.service.kills import storm
from benchmarks.service.parts import POSTGRES
from benchmarks.service.table import tables
from tests.api.live import needs_processes
from tests.benchmarks.kept import MACHINE

pytestmark = needs_processes


def silent(message: str) -> None:
    del message


def test_the_service_answers_as_the_engine_does() -> None:
    overhead, one, two = latency.measure(cases.small(2), (1, 2), 1.0, silent)
    assert overhead["pairs"] > 0
    assert overhead["different"] == 0
    assert (one["clients"], two["clients"]) == (1, 2)
    for load in (one, two):
        assert load["requests"] > 0
        assert load["errors"] == 0
        assert 0 < load["p50"] <= load["p95"] <= load["p99"]


def test_runs_survive_kills() -> None:
    server = os.environ.get(POSTGRES, "")
    if not server:
        pytest.skip(f"{POSTGRES} names no PostgreSQL server")
    (row,) = storm.measure(server, 10, 3, 300.0, silent, seed=1)
    assert sum(row["kills"].values()) == 3
    assert (row["accepted"], row["finished"]) == (10, 10)
    assert (row["lost"], row["doubled"], row["different"]) == (0, 0, 0)
    assert row["audit_whole"]


def test_no_hostile_request_does_harm() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 24
    found = {row["kind"]: row for row in hostile.measure(silent)}
    assert found.keys() == {kind.name for kind in KINDS}
    # How long others had to wait is for the benchmark to tell: this machine has more to do.
    slow = hostile.HAD_TO_WAIT
    assert {name: row["complaints"] for name, row in found.items() if set(row["complaints"]) - {slow}} == {}


def test_memory_is_weighed() -> None:
    server, processes = memory.measure(100, 10, silent)
    for row in (server, processes):
        assert (row["reads"], row["evaluations"], row["failed"]) == (100, 10, 0)
        assert len(row["curve"]) == 10
        assert row["curve"][-1][0] == 110
        assert row["end_mb"] > 10
    assert processes["end_mb"] != server["end_mb"]


def test_memory_that_grows_is_not_flat() -> None:
    requests = list(range(100, 10_001, 100))
    warm = [200 + min(at, 2500) / 100 for at in requests]
    assert course(requests, warm).flat
    grows = [mb + at * 1.1 / 1024 for mb, at in zip(warm, requests, strict=True)]
    assert course(requests, grows).slope_kb == pytest.approx(1.1)
    assert not course(requests, grows).flat
    jumps = [*warm[:-1], 240.0]
    assert not course(requests, jumps).flat


def test_parts_are_kept_and_shown(tmp_path: Path) -> None:
    parts = [
        Measured(
            "latency",
            MACHINE,
            [
                {
                    "what": "overhead",
                    "pairs": 9,
                    "engine_ms": 300.0,
                    "engine_p95_ms": 900.0,
                    "service_ms": 305.0,
                    "overhead_ms": 5.25,
                    "different": 0,
                },
                {
                    "what": "load",
                    "clients": 8,
                    "requests": 1234,
                    "errors": 0,
                    "a_second": 4.0,
                    "p50": 1.0,
                    "p95": 2.0,
                    "p99": 2.5,
                },
            ],
        ),
        Measured(
            "hostile",
            MACHINE,
            [
                {
                    "kind": "noise",
                    "about": "bytes",
                    "attempts": 3,
                    "statuses": {"400": 2, "ended": 1},
                    "seconds": 1.0,
                    "beside": 0.02,
                    "after": 0.1,
                    "complaints": (),
                }
            ],
        ),
    ]
    path = tmp_path / "service.json"
    write(path, parts[:1])
    assert read(path) == parts[:1]
    all_of = together(read(path) or [], parts[1:])
    assert [part.part for part in all_of] == ["latency", "hostile"]
    text = report.section(all_of)
    assert "| 8 | 1,234 | 0 | 4.00 | 1.00 | 2.00 | 2.50 |" in text
    assert "takes 5.2 ms more at the median of 9 pairs; 0 answers differ." in text
    assert "| noise | bytes | 3 | 400: 2, ended: 1 | 0.02 | - |" in text
    assert text.count("A processor, 2 cores") == 1
    assert [table.row_count for part in parts for table in tables(part.part, part.rows)] == [1, 1, 1]


def test_what_is_no_part_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "service.json"
    path.write_text(json.dumps({"results": []}), encoding="utf-8")
    assert read(path) is None
