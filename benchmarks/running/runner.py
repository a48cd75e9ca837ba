"""A suite run: on each case each engine, one at a time, each in a process of its own."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

import numpy as np

from benchmarks.answer import Answer
from benchmarks.errors import InputInvalid
from benchmarks.instance import Instance
from benchmarks.peers import Peer
from benchmarks.running import process
from benchmarks.running.course import Point
from benchmarks.running.exchange import take_report, write_program
from benchmarks.running.mixed_program import MixedProgram
from benchmarks.running.row import Row, row_of
from benchmarks.running.selector_process import write_instance
from benchmarks.suites import Entry, Suite

SELECTOR = Peer("selector", module="benchmarks.running.selector_process", package="selector", options="its defaults")
_GRACE = 60.0


def run(
    suite: Suite,
    engines: Sequence[Peer],
    *,
    seeds: int,
    time_limit: float | None,
    complain: Callable[[str], None],
    cases: str = "*",
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
        Seconds each engine has for a case; None for those that the case or the suite states.
    complain
        Told in a sentence of each case that cannot be run, of each engine that cannot take it, and of each process that
        broke down or had to be ended; the row of the last says ``unknown``.
    cases
        Pattern of the names of the cases to run, as of a shell.
    grace
        Seconds beyond its limit, for starting, laying its model and ending, after which a process is ended.
    """
    for entry in suite.entries(seeds):
        if not fnmatchcase(entry.case, cases):
            continue
        if entry.skip:
            complain(f"{entry.case} is left out: {entry.skip}")
            continue
        try:
            instance = entry.load()
        except InputInvalid as error:
            complain(f"{entry.case} is left out: {error}")
            continue
        limit = time_limit or entry.time_limit or suite.time_limit
        gap = suite.gap if entry.gap is None else entry.gap
        yield from _of_case(suite, entry, instance, engines, limit, gap, complain, grace)


def _of_case(
    suite: Suite,
    entry: Entry,
    instance: Instance,
    engines: Sequence[Peer],
    limit: float,
    gap: float,
    complain: Callable[[str], None],
    grace: float,
) -> Iterator[Row]:
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as name:
        folder = Path(name)
        write_instance(folder, instance)
        program = _program(instance) if any(engine is not SELECTOR for engine in engines) else None
        if program is not None:
            write_program(folder, program)
        for engine in engines:
            if program is not None and engine.whole_only and not program.integral.all():
                count = int((~program.integral).sum())
                complain(f"{engine.name} is left out of {entry.case}: {count} of its columns need not be whole")
                continue
            blank = Row(
                suite=suite.name,
                case=entry.case,
                engine=engine.name,
                status="unknown",
                objective=None,
                bound=None,
                gap=None,
                seconds=0.0,
                peak_mb=None,
                time_limit=limit,
                known=None if entry.known is None else entry.known.value,
                sense=instance.sense,
                size={} if program is None else _size(program),
            )
            row = _of_engine(engine, blank, instance, folder, gap, complain, grace)
            if entry.known is not None:
                row = replace(row, refuted=entry.known.refuted(row.objective, row.bound, row.sense))
            yield row


def _of_engine(
    engine: Peer,
    blank: Row,
    instance: Instance,
    folder: Path,
    gap: float,
    complain: Callable[[str], None],
    grace: float,
) -> Row:
    end = process.run(engine.module, folder, seconds=blank.time_limit or 0.0, gap=gap, grace=grace)
    report = take_report(folder)
    if end.complaint:
        complain(f"{engine.name} on {blank.case} {end.complaint}")
    if report is None or end.complaint:
        return row_of(blank, Answer("unknown", None, None, None, end.seconds), ())
    if engine is SELECTOR:  # it speaks in the file's terms; a peer knows but a minimum
        return replace(row_of(blank, report.answer, report.course), peak_mb=report.peak_mb)
    course = report.course
    if instance.sense == "maximise":
        course = tuple(Point(at, _minus(incumbent), _minus(bound)) for at, incumbent, bound in course)
    return replace(
        row_of(blank, instance.told(report.answer), course),
        peak_mb=report.peak_mb,
        build_seconds=report.build_seconds,
    )


def _minus(figure: float | None) -> float | None:
    return None if figure is None else 0.0 - figure


def _size(program: MixedProgram) -> dict[str, int]:
    return {"rows": len(program.row_lower), "columns": len(program.cost), "entries": len(program.value)}


def _program(instance: Instance) -> MixedProgram:
    """The program of an instance, with its objective in the file's money."""
    work = instance.work()
    program = work.program
    return MixedProgram(
        start=program.matrix.indptr.astype(np.int32),
        index=program.matrix.indices.astype(np.int32),
        value=program.matrix.data,
        row_lower=program.row_lower,
        row_upper=program.row_upper,
        upper=program.upper,
        integral=program.integral,
        cost=work.cost,
        base=work.base,
    )
