"""The summary of a suite on a terminal."""

from collections.abc import Sequence

from rich.table import Table

from benchmarks.running.summary import SHIFT, Summary

_STATUSES = ("optimal", "feasible", "infeasible", "unknown")


def table(suite: str, time_limit: float, summaries: Sequence[Summary]) -> Table:
    """A line for each engine."""
    result = Table(
        title=f"{suite}, at most {time_limit:g} s a case",
        caption=f"mean: shifted geometric mean, shift {SHIFT:g} s; ratio: mean over that of {summaries[0].engine}",
        title_justify="left",
        caption_justify="left",
    )
    result.add_column("engine")
    result.add_column("cases by status")
    for heading in ("median s", "mean s", "max gap", "ratio"):
        result.add_column(heading, justify="right", no_wrap=True)
    for each in summaries:
        result.add_row(
            each.engine,
            ", ".join(f"{each.statuses[status]} {status}" for status in _STATUSES if each.statuses[status]),
            f"{each.median_seconds:.2f}",
            f"{each.mean_seconds:.2f}",
            "-" if each.largest_gap is None else f"{each.largest_gap:.4%}",
            "-" if each.ratio is None else f"{each.ratio:.2f}",
        )
    return result
