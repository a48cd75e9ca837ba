"""A cluster as an executor: what comes back, what is sent, and what goes wrong."""

import random
import threading
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import CancelledError, Future
from pathlib import Path
from typing import Any

import pytest

from models import ClusterFailed, ExtraMissing, SolverFailed, UnknownName
from selector import Cluster
from selector.cluster import connection
from selector.cluster.versions import difference, versions
from selector.many import Many
from tests.cluster import works
from tests.cluster.machines import Machines, eventually, kill, machines, solving

pytestmark = pytest.mark.xdist_group("cluster")


def test_what_comes_of_each_is_told_by_its_position(cluster: Cluster) -> None:
    assert cluster.places == 2
    told: dict[int, int] = {}
    found = Many(cluster).each(works.double, range(7), told.__setitem__)
    assert found == told == {position: 2 * position for position in range(7)}


def test_an_error_of_ours_comes_back_as_it_is_and_is_not_tried_again(cluster: Cluster) -> None:
    with pytest.raises(UnknownName, match="three"):
        Many(cluster).each(works.refuse_three, range(6))


def test_both_workers_work_at_the_same_time(cluster: Cluster, tmp_path: Path) -> None:
    found = Many(cluster).each(works.meet, [(tmp_path, number) for number in range(4)])
    assert found == {number: number for number in range(4)}


def test_what_calls_share_is_sent_once(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    run, submit = cluster._client.run, cluster._client.submit

    def counted_run(function: Any, parts: Any, **more: Any) -> Any:
        sent.append(sum(map(len, parts.values())))
        return run(function, parts, **more)

    def counted_submit(function: Any, call: bytes, *arguments: Any, **more: Any) -> Any:
        sent.append(len(call))
        return submit(function, call, *arguments, **more)

    monkeypatch.setattr(cluster._client, "run", counted_run)
    monkeypatch.setattr(cluster._client, "submit", counted_submit)
    shared = random.Random(1).randbytes(1_000_000)
    found = Many(cluster).each(works.size, [(shared, number) for number in range(6)])
    assert found == {number: len(shared) + number for number in range(6)}
    assert len(sent) == 7
    assert sum(size > 1_000 for size in sent) == 1  # the others are calls


@pytest.mark.deep
def test_a_worker_that_joins_is_sent_what_it_lacks(tmp_path: Path) -> None:
    shared = random.Random(2).randbytes(100_000)
    with machines(tmp_path, workers=1) as own, Cluster(own.address) as cluster:
        assert cluster.submit(works.size, (shared, 1), None, bool).result(90) == 100_001
        own.worker()
        eventually(lambda: cluster.places == 2, "it to join")
        kill(own.workers[0])
        assert cluster.submit(works.size, (shared, 2), None, bool).result(90) == 100_002


def test_what_is_stopped_ends_at_once(cluster: Cluster, running: Machines, tmp_path: Path) -> None:
    many = Many(cluster, stop=lambda: len(list(tmp_path.iterdir())) == 2)
    assert many.each(works.linger, [(tmp_path, number, 600.0) for number in range(4)]) == {}
    eventually(lambda: not solving(*running.workers), "processes of the workers to end", 30)
    assert len(list(tmp_path.iterdir())) == 2


def test_what_is_cancelled_while_its_result_arrives_is_no_error(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Each is cancelled by another thread when the client has its result and has not told it on."""
    gather: Callable[..., Awaitable[Any]] = cluster._client._gather
    calls: list[Future[int]] = []
    arrived: list[bool] = []

    async def gathered(*asked: Any, **more: Any) -> Any:
        found = await gather(*asked, **more)
        if calls:
            call = calls.pop()
            threading.Thread(target=call.cancel, daemon=True).start()
            time.sleep(0.2)
            arrived.append(call.cancelled())
        return found

    monkeypatch.setattr(cluster._client, "_gather", gathered)
    for number in range(3):
        arrived.clear()
        calls.append(cluster.submit(works.double, number, None, bool))
        eventually(lambda: bool(arrived), "its result to arrive")
        assert arrived == [True]
    assert cluster.submit(works.double, 4, None, bool).result(90) == 8
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_a_killed_worker_loses_nothing(cluster: Cluster, running: Machines, tmp_path: Path) -> None:
    killed: list[int] = []

    def kill_one() -> bool:
        begun = [int(each.name.partition("-")[2]) for each in tmp_path.iterdir()]
        if begun and not killed:
            worker = next(each for each in running.workers if each.pid == begun[0])
            of_it = solving(worker)
            worker.kill()
            worker.wait()
            killed.append(worker.pid)
            eventually(lambda: not any(Path(f"/proc/{each}").exists() for each in of_it), "its processes to end", 30)
        return False

    found = Many(cluster, stop=kill_one).each(works.linger, [(tmp_path, number, 1.0) for number in range(4)])
    assert found == {number: number for number in range(4)}
    assert killed
    begun = [each.name.partition("-")[0] for each in tmp_path.iterdir()]
    assert len(begun) == 5  # one of them was begun again


@pytest.mark.deep
def test_without_a_worker_pieces_wait_for_the_next(tmp_path: Path) -> None:
    with machines(tmp_path, workers=1) as own, Cluster(own.address) as cluster:
        folder = tmp_path / "begun"
        folder.mkdir()
        future = cluster.submit(works.linger, (folder, 1, 1.0), None, bool)
        eventually(lambda: any(folder.iterdir()), "it to begin")
        kill(own.workers[0])
        own.worker()
        assert future.result(90) == 1


def test_what_ends_its_process_is_tried_thrice(cluster: Cluster, tmp_path: Path) -> None:
    with pytest.raises(SolverFailed, match=r"each of the 3 processes .* exit status -9: .* memory"):
        Many(cluster).each(works.die, [tmp_path])
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.deep
def test_what_ends_its_worker_is_given_up(tmp_path: Path) -> None:
    with machines(tmp_path, workers=3) as own, Cluster(own.address) as cluster:
        folder = tmp_path / "killed"
        folder.mkdir()
        with pytest.raises(SolverFailed, match="several workers ended"):
            Many(cluster, workers=1).each(works.kill_worker, [folder])
        assert len(list(folder.iterdir())) == 2  # as this scheduler was told to allow


@pytest.mark.deep
def test_a_scheduler_that_is_lost_is_told(tmp_path: Path) -> None:
    with machines(tmp_path, workers=1) as own, Cluster(own.address) as cluster:
        future = cluster.submit(works.linger, (tmp_path, 1, 600.0), None, bool)
        eventually(lambda: any(tmp_path.glob("1-*")), "it to begin")
        assert own.scheduler is not None
        kill(own.scheduler)
        with pytest.raises(ClusterFailed, match=r"was lost.*dask scheduler"):
            future.result(90)
        with pytest.raises(ClusterFailed, match="was lost"):
            cluster.submit(works.double, 1, None, bool).result(90)


def test_where_there_is_no_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_SECONDS", 1)
    with pytest.raises(ClusterFailed, match=r"no scheduler to be had at tcp://127\.0\.0\.1:9 .*'dask scheduler'"):
        Cluster("tcp://127.0.0.1:9")
    with pytest.raises(ClusterFailed, match="no scheduler to be had at nonsense://x"):
        Cluster("nonsense://x")


@pytest.mark.deep
def test_where_there_is_no_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_FOR_A_WORKER", 0.5)
    with machines(tmp_path) as own, pytest.raises(ClusterFailed, match=f"no worker: .*'dask worker {own.address}'"):
        Cluster(own.address)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "find_spec", lambda _: None)
    with pytest.raises(ExtraMissing, match=r"supplier-selector\[cluster\]"):
        Cluster("tcp://127.0.0.1:9")


def test_a_worker_of_another_version_is_refused(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    other = dict(versions()) | {"highspy": "0.1"}
    monkeypatch.setattr("selector.cluster.cluster.versions", lambda: other)
    with pytest.raises(ClusterFailed, match=r"highspy .* and not 0\.1: results could differ"):
        cluster.submit(works.double, 1, None, bool).result(90)


class KilledWorker(Exception):
    """As Dask has it."""


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (KilledWorker("x"), SolverFailed, "several workers ended"),
        (
            ImportError("No module named 'selector'\nand so on"),
            ClusterFailed,
            r"\(No module named 'selector'\): install",
        ),
        (OSError(), ClusterFailed, r"cluster at tcp://x:1 failed: OSError"),
    ],
)
def test_errors_of_dask_in_words(error: Exception, kind: type[Exception], words: str) -> None:
    found = connection.told(error, "tcp://x:1")
    assert type(found) is kind
    with pytest.raises(kind, match=words):
        raise found


@pytest.mark.deep
def test_with_tls(tmp_path: Path) -> None:
    dask = pytest.importorskip("dask")
    security = pytest.importorskip("distributed").Security.temporary()
    for name, text in (("ca", security.tls_ca_file), ("key", security.tls_client_key)):
        (tmp_path / name).write_text(text)
    files = {"ca-file": str(tmp_path / "ca")}
    roles = {
        role: {"cert": str(tmp_path / "ca"), "key": str(tmp_path / "key")} for role in ("client", "scheduler", "worker")
    }
    flat = {"CA_FILE": files["ca-file"]}
    for role, own in roles.items():
        flat |= {f"{role.upper()}__{name.upper()}": file for name, file in own.items()}
    variables = {f"DASK_DISTRIBUTED__COMM__TLS__{name}": value for name, value in flat.items()}
    with machines(tmp_path, 1, "--protocol", "tls", **variables) as own_cluster:
        assert own_cluster.address.startswith("tls://")
        with pytest.raises(ClusterFailed, match="no scheduler to be had at tls://"):
            Cluster(own_cluster.address)
        told = {f"distributed.comm.tls.{name}": value for name, value in {**files, **roles}.items()}
        with dask.config.set(told), Cluster(own_cluster.address) as cluster:
            assert Many(cluster).each(works.double, [1, 2]) == {0: 2, 1: 4}


def test_versions_are_compared_by_name() -> None:
    assert difference(versions()) == ""
    assert difference({}).count("and not none") == len(versions())


def test_what_was_cancelled_is_and_a_closed_cluster_takes_nothing(running: Machines, tmp_path: Path) -> None:
    with Cluster(running.address) as own:
        future = own.submit(works.linger, (tmp_path, 1, 600.0), None, bool)
        assert future.cancel()
        with pytest.raises(CancelledError):
            future.result()
    own.shutdown()  # once more is no mistake
    with pytest.raises(RuntimeError, match="shut down"):
        own.submit(works.double, 1, None, bool)


def test_leaving_waits_for_what_runs_unless_told(running: Machines, tmp_path: Path) -> None:
    with Cluster(running.address) as own:
        future = own.submit(works.linger, (tmp_path, 1, 0.5), None, bool)
    assert future.result() == 1
    own = Cluster(running.address)
    own.submit(works.linger, (tmp_path, 2, 600.0), None, bool)
    eventually(lambda: any(tmp_path.glob("2-*")), "it to begin")
    began = time.monotonic()
    own.shutdown(cancel_futures=True)
    assert time.monotonic() - began < 10
    eventually(lambda: not solving(*running.workers), "processes of the workers to end", 30)
