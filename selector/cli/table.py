"""A table that fits its terminal: names are cut where they must be, figures never are."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

_BETWEEN = 3  # columns of the terminal from one column of the table to the next
_SHORT = 12  # a name this short is never cut


def figures_table(
    console: Console, title: str, names: Sequence[str], figures: Sequence[str], rows: Iterable[Sequence[str]]
) -> Table:
    """A table whose first columns are ``names``, one line a row, and whose last are ``figures``, ranged right."""
    rows = [tuple(row) for row in rows]
    headings = (*names, *figures)
    widths = [max(len(cell) for cell in column) for column in zip(headings, *rows, strict=True)]
    natural = sum(widths) + _BETWEEN * len(headings) + 1
    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        header_style="bold",
        box=box.SIMPLE_HEAD,
        width=min(natural, console.width),
        show_header=any(headings),
    )
    for heading, width in zip(headings, widths, strict=True):
        if len(table.columns) < len(names) and width > _SHORT:
            table.add_column(heading, no_wrap=True, overflow="ellipsis", ratio=width)
        else:
            justify: JustifyMethod = "left" if len(table.columns) < len(names) else "right"
            table.add_column(heading, justify=justify, no_wrap=True, width=width)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table
