"""Limits of how much may be asked."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from api.access import buckets
from api.access.buckets import Buckets
from tests.service.access.running import OTHER, Running, running


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_empties_and_fills_again() -> None:
    clock = Clock()
    found = Buckets(2.0, 3, clock)
    for _ in range(3):
        assert found.wait("a") == 0
        found.take("a")
    assert found.wait("a") == 0.5
    assert found.wait("b") == 0
    clock.now = 0.25
    assert found.wait("a") == 0.25
    clock.now = 100
    for _ in range(3):
        assert found.wait("a") == 0
        found.take("a")
    assert found.wait("a") == 0.5


def test_no_limit() -> None:
    found = Buckets(0, 1)
    for _ in range(100):
        found.take("a")
        assert found.wait("a") == 0


def test_there_are_only_so_many_buckets() -> None:
    found = Buckets(1.0, 1, Clock())
    for i in range(3 * buckets._MOST):
        found.take(str(i))
    assert len(found._buckets) == buckets._MOST
    assert found.wait(str(3 * buckets._MOST - 1)) == 1


def test_a_key_that_asks_too_much_waits_and_others_do_not(tmp_path: Path) -> None:
    with running(tmp_path, rate=2, burst=3) as service:
        busy, other = service.key(), service.key()
        assert [service.ask("/v1/cases", busy).status for _ in range(3)] == [200] * 3
        answer = service.ask("/v1/cases", busy)
        assert (answer.status, answer.headers["retry-after"]) == (429, "1")
        assert answer.json()["detail"] == "Too many requests at once."
        assert service.ask("/v1/cases", other).status == 200
        time.sleep(1)
        assert service.ask("/v1/cases", busy).status == 200


def test_the_keys_of_a_tenant_share_its_limit(tmp_path: Path) -> None:
    with running(tmp_path, tenant_rate=0.5, tenant_burst=3) as service:
        own = [service.key() for _ in range(4)]
        assert [service.ask("/v1/cases", key).status for key in own] == [200, 200, 200, 429]
        assert service.ask("/v1/cases", own[0]).headers["retry-after"] in ("1", "2")
        assert service.ask("/v1/cases", service.key(tenant=OTHER)).status == 200


def test_whoever_guesses_keys_is_stopped(service: Running) -> None:
    right = service.key()
    guesses = [service.ask("/v1/cases", f"sel_{'a' * 12}_{'b' * 52}") for _ in range(25)]
    assert [answer.status for answer in guesses[:20]] == [401] * 20
    assert guesses[-1].status == 429
    assert int(guesses[-1].headers["retry-after"]) >= 1
    assert service.ask("/v1/cases", right).status == 429
    time.sleep(3.1)
    assert service.ask("/v1/cases", right).status == 200


def test_whoever_guesses_keys_does_not_keep_out_those_that_are_used(service: Running) -> None:
    used, new = service.key(), service.key()
    assert service.ask("/v1/cases", used).status == 200
    while service.ask("/v1/cases", f"sel_{'a' * 12}_{'b' * 52}").status == 401:
        continue
    assert service.ask("/v1/cases", new).status == 429
    assert service.ask("/v1/cases", used).status == 200
    service.revoke(used)
    assert service.ask("/v1/cases", used).status == 401


def test_guesses_that_come_together_are_counted_before_they_are_looked_at(service: Running) -> None:
    guesses = [f"sel_{'a' * 12}_{letter * 52}" for letter in "abcdefghijklmnopqrstuvwxyz"] * 2
    service.key()
    with ThreadPoolExecutor(len(guesses)) as threads:
        told = Counter(threads.map(lambda key: service.ask("/v1/cases", key).status, guesses))
    # While the first are looked at, one more is allowed every three seconds.
    assert 20 <= told[401] < 30
    assert told[401] + told[429] == len(guesses)


def test_many_requests_with_one_key_at_once_are_no_guesses(service: Running) -> None:
    key = service.key()
    with ThreadPoolExecutor(40) as threads:
        assert set(threads.map(lambda _: service.ask("/v1/cases", key).status, range(40))) == {200}


def test_this_machine_without_keys_has_no_limit(tmp_path: Path) -> None:
    with running(tmp_path, rate=0.01, burst=1, tenant_rate=0.01, tenant_burst=1) as service:
        assert {service.ask("/v1/cases").status for _ in range(5)} == {200}
