"""How fast board-size cases are evaluated: by one client and by several, and what the service adds to the engine."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

from benchmarks.service.alone import Alone
from benchmarks.service.place import place
from benchmarks.service.same import essence
from benchmarks.service.server import Server
from benchmarks.service.wire import Wire

_WARM = 4
_EVALUATE = "/v1/evaluate"


@dataclass(frozen=True)
class Overhead:
    """What the service adds: a case to the engine and then to the service, or the other way round, again and again."""

    pairs: int
    engine_ms: float
    """Median of the engine by itself: from the text of a case to the text of its evaluation, in a warm process."""
    engine_p95_ms: float
    service_ms: float
    """Median of the service: from the first byte sent to the last received."""
    overhead_ms: float
    """Median of the differences."""
    different: int
    """Answers that are not the engine's, but for the seconds that they tell."""


@dataclass(frozen=True)
class Load:
    """So many clients, each of which sends one case after another."""

    clients: int
    requests: int
    errors: int
    a_second: float
    p50: float
    p95: float
    p99: float


def measure(
    board: Sequence[bytes], clients: Sequence[int], seconds: float, note: Callable[[str], None]
) -> Iterator[dict[str, Any]]:
    """Rows: the overhead on some cases, and one for each number of clients, of so many seconds each."""
    with place(rate="0", tenant_rate="0", workers="0") as where:
        key = where.key()
        with Server(where) as server:
            with Alone(where.folder, board) as alone, server.wire(key) as wire:
                overhead = _overhead(alone, wire, board, seconds)
            note(f"latency  overhead {overhead.overhead_ms:.1f} ms over {overhead.engine_ms:.0f} ms")
            yield {"what": "overhead", **vars(overhead)}
            for number in clients:
                load = _load(server, key, board, number, seconds)
                note(f"latency  {number} clients  p95 {load.p95:.2f} s  {load.a_second:.1f} a second")
                yield {"what": "load", **vars(load)}


def _overhead(alone: Alone, wire: Wire, board: Sequence[bytes], seconds: float) -> Overhead:
    for case in range(min(_WARM, len(board))):
        alone.answer(case)
        wire.ask("POST", _EVALUATE, board[case])
    engine: list[float] = []
    service: list[float] = []
    different = 0
    last = time.monotonic() + seconds
    while time.monotonic() < last:
        case, swapped = len(engine) % len(board), len(engine) // len(board) % 2
        if swapped:
            reply = wire.ask("POST", _EVALUATE, board[case])
            answered = alone.answer(case)
        else:
            answered = alone.answer(case)
            reply = wire.ask("POST", _EVALUATE, board[case])
        engine.append(answered.seconds)
        service.append(reply.seconds)
        different += reply.status != 200 or essence(reply.body) != essence(answered.award)
    gaps = [theirs - ours for ours, theirs in zip(engine, service, strict=True)]
    return Overhead(
        pairs=len(engine),
        engine_ms=_ms(median(engine)),
        engine_p95_ms=_ms(_marks(engine)[94]),
        service_ms=_ms(median(service)),
        overhead_ms=_ms(median(gaps)),
        different=different,
    )


def _load(server: Server, key: str, board: Sequence[bytes], clients: int, seconds: float) -> Load:
    taken: list[float] = []
    errors: list[str] = []
    last = time.monotonic() + seconds

    def client(first: int) -> None:
        sent = first
        with server.wire(key) as wire:
            while time.monotonic() < last:
                try:
                    reply = wire.ask("POST", _EVALUATE, board[sent % len(board)])
                except OSError as error:
                    errors.append(str(error))
                    time.sleep(0.1)
                    continue
                sent += 1
                taken.append(reply.seconds)
                if reply.status != 200:
                    errors.append(str(reply.status))

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    passed = time.monotonic() - began
    marks = _marks(taken)
    return Load(
        clients=clients,
        requests=len(taken),
        errors=len(errors),
        a_second=round(len(taken) / passed, 2),
        p50=round(marks[49], 4),
        p95=round(marks[94], 4),
        p99=round(marks[98], 4),
    )


def _marks(seconds: Sequence[float]) -> list[float]:
    """The percentiles from the first to the ninety-ninth."""
    return quantiles(seconds, n=100, method="inclusive") if len(seconds) > 1 else [*seconds, 0.0][:1] * 99


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 2)
