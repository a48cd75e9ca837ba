"""An evaluation on a terminal: the award, its totals and its certificate."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from models import Accepted, Case, Evaluation
from selector.cli.certificate import certificate_lines

_FEW_LOTS = 40
_MOST_NAMED = 3


def print_summary(console: Console, case: Case, evaluation: Evaluation, *, every_lot: bool) -> None:
    """Print an evaluation: each lot where they are few or ``every_lot``, else a line a service and a provider."""
    names = _Names(case)
    console.print(Text(case.name, style="bold"))
    if evaluation.awards:
        if every_lot or len(evaluation.awards) <= _FEW_LOTS:
            console.print(_by_lot(names, evaluation.awards))
        else:
            console.print(_by_service(names, evaluation.awards))
            console.print(_by_provider(names, evaluation))
    if evaluation.totals is not None:
        console.print(_totals(case, evaluation))
    for line in certificate_lines(evaluation):
        console.print(line, markup=False)


class _Names:
    def __init__(self, case: Case) -> None:
        self.case = case
        self.buyers = {buyer.id: buyer.name for buyer in case.buyers}
        self.services = {service.id: service.name for service in case.services}
        self.bidders = {bidder.id: bidder.name for bidder in case.bidders}
        self.kinds = {bidder.id: bidder.kind.replace("_", " ") for bidder in case.bidders}

    def bidder(self, name: str) -> str:
        """Name of a bidder; a fallback goes by what it is."""
        return self.bidders.get(name, "in-house fallback")


def _table(title: str, *columns: tuple[str, bool]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold")
    for heading, figure in columns:
        table.add_column(heading, justify="right" if figure else "left", no_wrap=figure)
    return table


def _by_lot(names: _Names, awards: Sequence[Accepted]) -> Table:
    table = _table(
        "Award",
        ("Service", False),
        ("Buyer", False),
        ("Provider", False),
        ("Cost, £", True),
        ("Quality", True),
        ("Liability, £", True),
    )
    for row in awards:
        table.add_row(
            Text(names.services[row.service]),
            Text(names.buyers[row.buyer]),
            Text(names.bidder(row.bidder)),
            f"{row.cost:,.2f}",
            f"{row.quality:.1f}",
            f"{row.liability:,.2f}",
        )
    return table


def _by_service(names: _Names, awards: Sequence[Accepted]) -> Table:
    table = _table(
        "Award by service",
        ("Service", False),
        ("Providers (lots)", False),
        ("Lots", True),
        ("Cost, £", True),
        ("Liability, £", True),
    )
    rows: defaultdict[str, list[Accepted]] = defaultdict(list)
    for row in awards:
        rows[row.service].append(row)
    for service in names.case.services:
        won = rows[service.id]
        if not won:
            continue
        counts = Counter(names.bidder(row.bidder) for row in won).most_common()
        named = ", ".join(f"{name} ({count})" for name, count in counts[:_MOST_NAMED])
        more = f", {len(counts) - _MOST_NAMED} more" if len(counts) > _MOST_NAMED else ""
        table.add_row(
            Text(service.name),
            Text(named + more),
            str(len(won)),
            f"{sum((row.cost for row in won), Decimal(0)):,.0f}",
            f"{sum((row.liability for row in won), Decimal(0)):,.0f}",
        )
    return table


def _by_provider(names: _Names, evaluation: Evaluation) -> Table:
    table = _table(
        "Award by provider",
        ("Provider", False),
        ("Kind", False),
        ("Services", True),
        ("Lots", True),
        ("Buyers", True),
        ("Cost, £", True),
        ("Liability, £", True),
    )
    rows: defaultdict[str, list[Accepted]] = defaultdict(list)
    for row in evaluation.awards:
        rows[row.bidder if row.bidder in names.bidders else ""].append(row)
    for bidder, won in sorted(rows.items(), key=lambda item: (-len(item[1]), item[0])):
        table.add_row(
            Text(names.bidder(bidder)),
            names.kinds.get(bidder, "in house"),
            str(len({row.service for row in won})),
            str(len(won)),
            str(len({row.buyer for row in won})),
            f"{sum((row.cost for row in won), Decimal(0)):,.0f}",
            f"{sum((row.liability for row in won), Decimal(0)):,.0f}",
        )
    return table


def _totals(case: Case, evaluation: Evaluation) -> Table:
    totals = evaluation.totals
    table = _table("Totals", ("", False), ("", True), ("", False))
    table.show_header = False
    if totals is None:
        return table
    years = case.horizon.years
    table.add_row("Cost", f"£{totals.cost:,.2f}", f"present value over {years} year{'' if years == 1 else 's'}")
    table.add_row("  of which charges", f"£{totals.charges:,.2f}", "set-up and overheads")
    table.add_row("Quality", f"{totals.quality:.3f}", "points of 100")
    table.add_row("Liability", f"£{totals.liability:,.2f}", "expected redundancy cost")
    table.add_row("  of which buyers'", f"£{totals.liability_buyers:,.2f}", "")
    measure = "lots that change supplier" if case.objective.disruption == "lots" else "WTE whose supplier changes"
    table.add_row("Disruption", f"{totals.disruption:,f}".rstrip("0").rstrip("."), measure)
    return table
