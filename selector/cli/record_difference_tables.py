"""What changed from one decision record to a later one, on a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from models import Case, Handover
from models.record_difference import Changed, ChangedPart, RecordDifference
from selector.cli.families import MOST
from selector.cli.names import Names
from selector.cli.paragraph import print_paragraph
from selector.cli.printable import printable
from selector.cli.table import figures_table
from selector.verify.words import count, number, pounds

_POUNDS = ("cost", "liability", "charges", "discount", "liability_buyers", "redeployed", "penalty")


def print_difference(console: Console, found: RecordDifference, case: Case, *, every_lot: bool) -> None:
    """Print what changed, in the order in which an auditor asks: the input, what it was decided by, the award."""
    earlier = found.earlier
    by = f" by {earlier.recorded.by}" if earlier.recorded.by else ""
    print_paragraph(console, Text(f"What changed since the record of {earlier.recorded.at}{by}", style="bold"))
    if earlier.name != found.later.name:
        print_paragraph(console, f"The earlier record is of a case of another name: {earlier.name}.")
    if found.is_empty:
        print_paragraph(console, "Nothing: case, rules, options, version and award are the same.")
        return
    if found.same_case:
        print_paragraph(console, "The case as stated is the same, to the last figure.")
    for part in found.case:
        _print_part(console, part)
    for title, changes in (
        ("Scenario", found.scenario),
        ("What the board sought", found.goal),
        ("The board's rules", found.rules),
        ("Decided by hand", found.overrides),
        ("Version, solver and options", found.program),
    ):
        _print_changes(console, title, changes)
    if earlier.status != found.later.status:
        print_paragraph(console, f"Status: {earlier.status} became {found.later.status}.")
    _print_totals(console, found)
    _print_lots(console, found, case, every_lot)


def _print_part(console: Console, part: ChangedPart) -> None:
    counted = [
        f"{count(many, 'row')} {what}"
        for many, what in ((part.added, "added"), (part.removed, "removed"), (part.changed, "changed"))
        if many
    ]
    if part.reordered:
        counted.append("rows in another order")
    print_paragraph(console, f"Case, {part.part}: {', '.join(counted) or 'changed'}.")
    for change in part.changes:
        print_paragraph(console, printable(change.sentence), "- ", aside=printable(change.pointer))
    if part.more:
        print_paragraph(console, f"and {count(part.more, 'further change')}.", "  ")


def _print_changes(console: Console, title: str, changes: Sequence[Changed]) -> None:
    if changes:
        print_paragraph(console, f"{title}:")
    for change in changes:
        print_paragraph(console, printable(change.sentence), "- ", aside=printable(change.pointer))


def _print_totals(console: Console, found: RecordDifference) -> None:
    for total in found.totals:
        shown = pounds if total.total in _POUNDS else number
        sign = "+" if total.difference > 0 else ""
        print_paragraph(
            console,
            f"{total.total.replace('_', ' ').capitalize()}: {shown(total.before)} became {shown(total.after)}"
            f" ({sign}{shown(total.difference)}).",
        )


def _print_lots(console: Console, found: RecordDifference, case: Case, every_lot: bool) -> None:
    for what, lots in (("awarded now that were not before", found.new_lots), ("no longer awarded", found.gone_lots)):
        if lots:
            listed = lots if every_lot else lots[:MOST]
            rest = "" if len(listed) == len(lots) else f" and {len(lots) - len(listed):,} more"
            print_paragraph(console, f"{count(len(lots), 'lot')} {what}: {', '.join(listed)}{rest}.")
    if found.other_bids:
        print_paragraph(console, f"{count(len(found.other_bids), 'lot')} won by the same bidder with another bid.")
    if not found.handovers:
        print_paragraph(console, "No lot changed supplier.")
        return
    names = Names(case)
    print_paragraph(console, f"{count(len(found.handovers), 'lot')} changed supplier.")
    rows = found.handovers if every_lot else found.handovers[:MOST]
    console.print(
        figures_table(
            console, "Lots that changed supplier", ("Lot", "From", "To"), (), [_row(names, row) for row in rows]
        )
    )
    if len(rows) < len(found.handovers):
        print_paragraph(console, f"and {len(found.handovers) - len(rows):,} more: --lots lists them all.")


def _row(names: Names, row: Handover) -> tuple[str, str, str]:
    return row.lot, names.bidder(row.from_bidder), names.bidder(row.to_bidder)
