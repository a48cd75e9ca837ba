"""A suite run: on each case each engine, one at a time, each in a process of its own."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.answer import Answer
from benchmarks.instance import Instance
from benchmarks.peers import Peer
from benchmarks.running import process
from benchmarks.running.exchange import BinaryProgram, take_report, write_program
from benchmarks.running.row import Row, row_of
from benchmarks.running.selector_process import write_instance
from benchmarks.suites import Suite
from models import Case, MoneyValued
from selector import lay, money_valued, objectives

SELECTOR = Peer("selector", module="benchmarks.running.selector_process", package="selector")
_GRACE = 20.0
_PENCE = 100


def run(
    suite: Suite,
    engines: Sequence[Peer],
    *,
    seeds: int,
    time_limit: float,
    complain: Callable[[str], None],
    grace: float = _GRACE,
) -> Iterator[Row]:
    """Rows of a suite, each as soon as it is known.

    Parameters
    ----------
    suite
        What to run.
    engines
        Whom to run: ``SELECTOR``, and peers on the program that it lays.
    seeds
        How many cases to draw.
    time_limit
        Seconds each engine has for a case.
    complain
        Told in a sentence of each process that broke down or had to be ended; its row says ``unknown``.
    grace
        Seconds beyond its limit, for starting and for ending, after which a process is ended.
    """
    for entry in suite.entries(seeds):
        with tempfile.TemporaryDirectory(prefix="benchmarks-") as name:
            folder = Path(name)
            instance = entry.load()
            write_instance(folder, instance)
            if any(engine is not SELECTOR for engine in engines):
                write_program(folder, _program(instance))
            for engine in engines:
                end = process.run(engine.module, folder, seconds=time_limit, gap=suite.gap, grace=grace)
                report = take_report(folder)
                if end.complaint:
                    complain(f"{engine.name} on {entry.case} {end.complaint}")
                if report is None or end.complaint:
                    answer, peak = Answer("unknown", None, None, None, end.seconds), None
                else:
                    answer, peak = report.answer, report.peak_mb
                yield row_of(suite.name, entry.case, engine.name, answer, peak)


def _program(instance: Instance) -> BinaryProgram:
    """The program that the engine itself lays for an instance, with the board's objective in pounds."""
    appraisal = instance.appraisal()
    program, parts = lay(appraisal), objectives(appraisal)
    cost = base = parts.cost
    if isinstance(instance.question, Case):
        objective = instance.question.objective
        if not isinstance(objective, MoneyValued) or appraisal.priorities:
            raise TypeError("peers take one objective: a case of several levels is no case for a suite")
        cost = money_valued(parts, objective)
        if not objective.quality_value:
            base = cost
    return BinaryProgram(
        start=program.matrix.indptr.astype(np.int32),
        index=program.matrix.indices.astype(np.int32),
        value=program.matrix.data,
        row_lower=program.row_lower,
        row_upper=program.row_upper,
        cost=cost / (_PENCE * instance.scale),
        base=base / (_PENCE * instance.scale),
    )
