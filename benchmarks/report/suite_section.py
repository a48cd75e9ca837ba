"""What the page says of one suite: engine by engine, and case by case beside the best peer."""

from collections.abc import Iterator, Mapping

from benchmarks.report.figures import Figures
from benchmarks.report.markdown import megabytes, percent, ratio, seconds, table
from benchmarks.running.measures import GAPS
from benchmarks.running.row import Row
from benchmarks.running.summary import SELECTOR, SHIFT, Summary, best_of, summaries

_STATUSES = ("optimal", "feasible", "infeasible", "unknown")
_MOST_CASES = 60
"""Up to which a suite is told case by case."""


def section(figures: Figures, about: str, charts: Mapping[str, str]) -> str:
    """The section of a suite; ``charts`` has the paths of its pictures, by what they show."""
    parts = [f"### `{figures.suite}`", _opening(figures, about), _engines(figures)]
    parts.extend(f"![{alt}]({path})" for alt, path in charts.items())
    cases = dict.fromkeys(row.case for row in figures.rows)
    if any(row.engine != SELECTOR for row in figures.rows) and len(cases) <= _MOST_CASES:
        parts.append(_cases(figures, list(cases)))
    return "\n\n".join(parts)


def _opening(figures: Figures, about: str) -> str:
    limits = sorted({row.time_limit for row in figures.rows if row.time_limit is not None})
    cases = len({row.case for row in figures.rows})
    machine = figures.machine
    versions = ", ".join(f"{name} {version}" for name, version in machine.get("versions", {}).items())
    told = [
        f"{about}." if about else "",
        f"{cases} case{'' if cases == 1 else 's'}, at most {' or '.join(f'{each:g}' for each in limits)} s each"
        if limits
        else f"{cases} cases",
        f"; {machine.get('cpu', 'an unknown processor')}, {machine.get('cores', machine.get('cpu_count', '?'))} cores, "
        f"Python {machine.get('python', '?')}; {versions}.",
    ]
    return f"{told[0]} {told[1]}{told[2]}".strip()


def _engines(figures: Figures) -> str:
    gaps = [f"to {name}" for name in GAPS]
    headings = [
        "engine",
        "cases by status",
        "median s",
        "mean s",
        *gaps,
        "max gap",
        "primal integral",
        "MiB",
        "over best peer",
    ]
    return table(headings, [_engine(each, figures) for each in summaries(figures.rows)], left=2)


def _engine(each: Summary, figures: Figures) -> list[str]:
    rows = [row for row in figures.rows if row.engine == each.engine]
    told = any(row.seconds_to_gap for row in rows)
    return [
        f"`{each.engine}`",
        ", ".join(f"{each.statuses[status]} {status}" for status in _STATUSES if each.statuses[status]),
        seconds(each.median_seconds),
        seconds(each.mean_seconds),
        *(seconds(each.seconds_to_gap[name]) if told else "-" for name in GAPS),
        percent(each.largest_gap),
        seconds(each.primal_integral),
        megabytes(each.peak_mb),
        ratio(each.against_best),
    ]


def _cases(figures: Figures, cases: list[str]) -> str:
    lines = [line for case in cases for line in _case(case, [row for row in figures.rows if row.case == case])]
    headings = [
        "case",
        "best peer",
        "status",
        "its s",
        "its gap",
        "its 0.1%",
        "own status",
        "s",
        "gap",
        "0.1%",
        "ratio",
    ]
    return table(headings, lines, left=3)


def _case(case: str, rows: list[Row]) -> Iterator[list[str]]:
    own = next((row for row in rows if row.engine == SELECTOR), None)
    if own is None:
        return
    best = best_of([row for row in rows if row.engine != SELECTOR])
    theirs = ["-"] * 5 if best is None else [f"`{best.engine}`", best.status, *_times(best)]
    over = None if best is None else (own.seconds + SHIFT) / (best.seconds + SHIFT)
    yield [case, *theirs, own.status, *_times(own), ratio(over)]


def _times(row: Row) -> list[str]:
    return [seconds(row.seconds), percent(row.gap), seconds(row.seconds_to_gap.get("0.1%"))]
