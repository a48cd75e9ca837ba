"""A question asked of clusters of one worker and of several: seconds, pieces, and whether the answers are the same."""

import json
import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from benchmarks.scale.machines import machines
from benchmarks.scale.paper import expected, rounds
from benchmarks.scale.questions import Question
from benchmarks.scale.timed import Timed

PAPER = (1, 2, 4, 8, 16, 100)
_CALLS, _MEGABYTES = 50, 5


def measured(
    asked: Mapping[str, Question], workers: Sequence[int], note: Callable[[str], None]
) -> Iterator[dict[str, Any]]:
    """A row for each question and number of workers, a row for each on paper, and what it takes to send something."""
    cases = {name: question.case() for name, question in asked.items()}
    found: dict[str, tuple[float, list[tuple[float, float]]]] = {}
    answers: dict[str, str] = {}
    megabyte = 0.0
    shared: dict[str, float] = {}
    for number in workers:
        with machines(number) as cluster:
            sent = _sending(cluster.submit)
            yield {"what": "sending", "workers": number, **sent}
            megabyte = sent["megabyte_ms"] / 1000
            for name, question in asked.items():
                timed, before = Timed(cluster), cluster.shared
                began = time.perf_counter()
                answer = question.ask(cases[name], timed, number)
                seconds = time.perf_counter() - began
                note(f"{name}, {number} workers: {seconds:.1f} s, {len(timed.taken)} pieces")
                text = _timeless(answer.to_json())
                same = answers.setdefault(name, text) == text
                shared.setdefault(name, (cluster.shared - before) / 1_000_000)
                if number == 1:
                    found[name] = seconds, timed.taken
                yield {
                    "what": "measured",
                    "question": name,
                    "workers": number,
                    "seconds": round(seconds, 3),
                    "pieces": len(timed.taken),
                    "work": round(sum(ended - began for began, ended in timed.taken), 3),
                    "longest": round(max((ended - began for began, ended in timed.taken), default=0.0), 3),
                    "same": same,
                }
    for name, (seconds, taken) in found.items():
        for number in PAPER:
            yield {
                "what": "paper",
                "question": name,
                "workers": number,
                "seconds": round(expected(seconds, taken, number, megabyte * shared[name]), 3),
                "alone": round(seconds - sum(ended - began for began, ended in taken), 3),
                "rounds": len(rounds(taken)),
                "shared_mb": round(shared[name], 3),
            }


def _sending(submit: Callable[..., Any]) -> dict[str, float]:
    """Milliseconds of a call that does nothing, and of each megabyte that it brings with it for the first time."""
    submit(len, b"").result()  # a process starts
    empty = [_seconds(partial(_done, submit, b"")) for _ in range(_CALLS)]
    drawn = random.Random(0)
    large = [drawn.randbytes(_MEGABYTES * 1_000_000) for _ in range(3)]
    sent = [_seconds(partial(_done, submit, each)) for each in large]
    call = statistics.median(empty)
    return {
        "call_ms": round(1000 * call, 2),
        "megabyte_ms": round(1000 * max(statistics.median(sent) - call, 0.0) / _MEGABYTES, 2),
    }


def _done(submit: Callable[..., Any], content: bytes) -> None:
    submit(len, content).result()


def _seconds(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _timeless(text: str) -> str:
    return json.dumps(json.loads(text, object_hook=lambda part: {k: v for k, v in part.items() if k != "seconds"}))
