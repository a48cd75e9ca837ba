"""An evaluation on a terminal: the award, its totals and its certificate."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from models import Accepted, Case, Evaluation, Totals
from selector.cli.board_rules import print_board_rules
from selector.cli.certificate import certificate_lines
from selector.cli.names import IN_HOUSE, Names
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.cli.tables import print_tables

_FEW_LOTS = 40


def print_summary(console: Console, case: Case, evaluation: Evaluation, *, every_lot: bool) -> None:
    """Print an evaluation: each lot where they are few or ``every_lot``, else a line a service and a provider."""
    names = Names(case)
    console.print(Text(case.name, style="bold"))
    if evaluation.awards:
        by_lot = every_lot or len(evaluation.awards) <= _FEW_LOTS
        if by_lot:
            console.print(_by_lot(console, names, evaluation.awards))
        else:
            console.print(_by_service(console, names, evaluation.awards))
            console.print(_by_provider(console, names, evaluation.awards))
        if evaluation.totals is not None and evaluation.totals.redeployed:
            rows = "lot" if by_lot else "service and provider"
            print_paragraph(console, f"Liability by {rows} is before redeployment.", "  ")
            console.print()
        print_tables(console, case, evaluation, every_row=every_lot)
        print_board_rules(console, case, evaluation, every_row=every_lot)
    if evaluation.totals is not None:
        console.print(_totals(console, case, evaluation.totals, outposts=bool(evaluation.outposts)))
    for line in certificate_lines(evaluation):
        console.print(line, markup=False)


def _by_lot(console: Console, names: Names, awards: Sequence[Accepted]) -> Table:
    return figures_table(
        console,
        "Award",
        ("Service", "Buyer", "Provider"),
        ("Cost, £", "Quality", "Liability, £"),
        (
            (
                names.services[row.service],
                names.buyers[row.buyer],
                names.bidder(row.bidder),
                f"{row.cost:,.2f}",
                f"{row.quality:.1f}",
                f"{row.liability:,.2f}",
            )
            for row in awards
        ),
    )


def _by_service(console: Console, names: Names, awards: Sequence[Accepted]) -> Table:
    won: defaultdict[str, list[Accepted]] = defaultdict(list)
    for row in awards:
        won[row.service].append(row)
    return figures_table(
        console,
        "Award by service",
        ("Service",),
        ("Lots", "Providers", "Cost, £", "Liability, £"),
        (
            (names.services[service], str(len(rows)), str(len({row.bidder for row in rows})), *_money(rows))
            for service, rows in won.items()
        ),
    )


def _by_provider(console: Console, names: Names, awards: Sequence[Accepted]) -> Table:
    won: defaultdict[str, list[Accepted]] = defaultdict(list)
    for row in awards:
        won["" if names.kind(row.bidder) == IN_HOUSE else row.bidder].append(row)
    return figures_table(
        console,
        "Award by provider",
        ("Provider", "Kind"),
        ("Lots", "Buyers", "Cost, £", "Liability, £"),
        (
            (
                names.bidder(bidder) if bidder else "Buyers' own staff",
                names.kind(bidder),
                str(len(rows)),
                str(len({row.buyer for row in rows})),
                *_money(rows),
            )
            for bidder, rows in sorted(won.items(), key=lambda item: (-len(item[1]), item[0]))
        ),
    )


def _money(won: Sequence[Accepted]) -> tuple[str, str]:
    """Cost and liability of some lots, in whole pounds."""
    return (
        f"{sum((row.cost for row in won), Decimal(0)):,.0f}",
        f"{sum((row.liability for row in won), Decimal(0)):,.0f}",
    )


def _totals(console: Console, case: Case, totals: Totals, *, outposts: bool) -> Table:
    years = case.horizon.years
    charges = "set-up, overheads and outposts" if outposts else "set-up and overheads"
    discount = [("", "after discounts of, £", f"{totals.discount:,.2f}")] if totals.discount else []
    measure = "lots that change supplier" if case.objective.disruption == "lots" else "WTE whose supplier changes"
    return figures_table(
        console,
        "Totals",
        ("", ""),
        ("",),
        (
            ("Cost", f"present value over {years} year{'' if years == 1 else 's'}, £", f"{totals.cost:,.2f}"),
            ("", f"of which {charges}, £", f"{totals.charges:,.2f}"),
            *discount,
            ("Quality", "points of 100", f"{totals.quality:.3f}"),
            *_liability(totals),
            ("Disruption", measure, f"{totals.disruption:,f}".rstrip("0").rstrip(".") or "0"),
            *([("Penalty", "what broken soft rules count for, £", f"{totals.penalty:,.2f}")] if totals.penalty else []),
        ),
    )


def _liability(totals: Totals) -> tuple[tuple[str, str, str], ...]:
    expected = ("expected redundancy cost, £", f"{totals.liability:,.2f}")
    # A part of what is due before redeployment: it may be more than what is left after it.
    buyers = ("", "of which the buyers pay, £", f"{totals.liability_buyers:,.2f}")
    if not totals.redeployed:
        return ("Liability", *expected), buyers
    return (
        ("Liability", "redundancy cost before redeployment, £", f"{totals.liability + totals.redeployed:,.2f}"),
        buyers,
        ("", "less what redeployment saves, £", f"{totals.redeployed:,.2f}"),
        ("", *expected),
    )
