"""Tables of what only some awards have: packages, discounts, outposts, joint purchases, staff, moves, budgets."""

from collections.abc import Callable

from rich.console import Console

from models import Case, Evaluation
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.cli.tables.budgets import budgets
from selector.cli.tables.discounts import discounts
from selector.cli.tables.joint_purchases import joint_purchases
from selector.cli.tables.moves import moves
from selector.cli.tables.outposts import outposts
from selector.cli.tables.packages import packages
from selector.cli.tables.rows import Rows
from selector.cli.tables.staff import staff

__all__ = ["print_tables"]

_TABLES: tuple[Callable[[Case, Evaluation], Rows], ...] = (
    packages,
    discounts,
    outposts,
    joint_purchases,
    staff,
    moves,
    budgets,
)
_MOST = 12
"""Rows of a table, unless all of them are asked for."""


def print_tables(console: Console, case: Case, evaluation: Evaluation, *, every_row: bool) -> None:
    """Print each table that has rows; long ones in part, unless ``every_row``."""
    for table in _TABLES:
        rows = table(case, evaluation)
        shown = rows.rows if every_row else rows.rows[:_MOST]
        if shown:
            console.print(figures_table(console, rows.title, rows.names, rows.figures, shown))
        if len(shown) < len(rows.rows):
            print_paragraph(console, f"and {len(rows.rows) - len(shown):,} more: --lots lists them all.", "  ")
            console.print()
