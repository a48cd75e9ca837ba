"""What building took, on a terminal."""

from collections.abc import Sequence

from rich.table import Table

from benchmarks.building.running import Row


def table(rows: Sequence[Row]) -> Table:
    """A line for each size and builder; ratios are to the first builder of the same size."""
    result = Table(
        title="from arrays in memory to a model in HiGHS",
        caption="s: processor time; MB: peak of the process, its libraries and the arrays included",
        title_justify="left",
        caption_justify="left",
    )
    for heading in ("size", "builder"):
        result.add_column(heading)
    for heading in ("columns", "entries", "s", "ratio", "MB"):
        result.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        if row.seconds is None:
            result.add_row(row.size, row.builder, "-", "-", "-", "-", "-")
            continue
        first = next(each.seconds for each in rows if each.size == row.size)
        ratio = row.seconds / first if first else None
        result.add_row(
            row.size,
            row.builder,
            f"{row.columns:,}",
            f"{row.nonzeros:,}",
            f"{row.seconds:.2f}",
            "-" if ratio is None else f"{ratio:.1f}",
            f"{row.peak_mb:,.0f}",
        )
    return result
