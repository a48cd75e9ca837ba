"""The summary of a suite on a terminal."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from benchmarks.running.summary import SHIFT, Summary

_STATUSES = ("optimal", "feasible", "infeasible", "unknown")


def table(suite: str, time_limit: str, summaries: Sequence[Summary]) -> Table:
    """A line for each engine."""
    result = Table(
        title=f"{suite}, at most {time_limit} s a case",
        caption=f"mean: shifted geometric mean, shift {SHIFT:g} s; ratio: mean over that of {summaries[0].engine}; "
        "to 0.1%: median seconds to a gap of 0.1%",
        title_justify="left",
        box=SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        caption_justify="left",
    )
    result.add_column("engine")
    result.add_column("cases by status")
    for heading in ("median s", "mean s", "to 0.1%", "max gap", "ratio"):
        result.add_column(heading, justify="right", no_wrap=True)
    for each in summaries:
        result.add_row(
            each.engine,
            ", ".join(f"{each.statuses[status]} {status}" for status in _STATUSES if each.statuses[status]),
            f"{each.median_seconds:.2f}",
            f"{each.mean_seconds:.2f}",
            "-" if (reached := each.seconds_to_gap["0.1%"]) is None else f"{reached:.2f}",
            "-" if each.largest_gap is None else f"{each.largest_gap:.4%}",
            "-" if each.ratio is None else f"{each.ratio:.2f}",
        )
    return result
