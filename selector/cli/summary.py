"""An evaluation on a terminal: the award, its totals and its certificate."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from models import Accepted, BidderKind, Case, Evaluation, Totals
from selector.cli.certificate import certificate_lines
from selector.cli.table import figures_table

_FEW_LOTS = 40
_IN_HOUSE = "in-house"
_KINDS: Mapping[BidderKind, str] = {
    "nhs_csu": "NHS unit",
    "private": "private",
    "voluntary": "voluntary",
    "local_authority": "council",
    "in_house": _IN_HOUSE,
    "partnership": "partnership",
}


def print_summary(console: Console, case: Case, evaluation: Evaluation, *, every_lot: bool) -> None:
    """Print an evaluation: each lot where they are few or ``every_lot``, else a line a service and a provider."""
    names = _Names(case)
    console.print(Text(case.name, style="bold"))
    if evaluation.awards:
        if every_lot or len(evaluation.awards) <= _FEW_LOTS:
            console.print(_by_lot(console, names, evaluation.awards))
        else:
            console.print(_by_service(console, names, evaluation.awards))
            console.print(_by_provider(console, names, evaluation.awards))
    if evaluation.totals is not None:
        console.print(_totals(console, case, evaluation.totals))
    for line in certificate_lines(evaluation):
        console.print(line, markup=False)


class _Names:
    def __init__(self, case: Case) -> None:
        self.case = case
        self.buyers = {buyer.id: buyer.name for buyer in case.buyers}
        self.services = {service.id: service.name for service in case.services}
        self.bidders = {bidder.id: bidder.name for bidder in case.bidders}
        self._kinds = {bidder.id: _KINDS[bidder.kind] for bidder in case.bidders}

    def bidder(self, name: str) -> str:
        """Name of a bidder; a fallback goes by what it is."""
        return self.bidders.get(name, "in-house fallback")

    def kind(self, bidder: str) -> str:
        """What sort of body a bidder is; a fallback is in-house."""
        return self._kinds.get(bidder, _IN_HOUSE)


def _by_lot(console: Console, names: _Names, awards: Sequence[Accepted]) -> Table:
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


def _by_service(console: Console, names: _Names, awards: Sequence[Accepted]) -> Table:
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


def _by_provider(console: Console, names: _Names, awards: Sequence[Accepted]) -> Table:
    won: defaultdict[str, list[Accepted]] = defaultdict(list)
    for row in awards:
        won["" if names.kind(row.bidder) == _IN_HOUSE else row.bidder].append(row)
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


def _totals(console: Console, case: Case, totals: Totals) -> Table:
    years = case.horizon.years
    measure = "lots that change supplier" if case.objective.disruption == "lots" else "WTE whose supplier changes"
    return figures_table(
        console,
        "Totals",
        ("", ""),
        ("",),
        (
            ("Cost", f"present value over {years} year{'' if years == 1 else 's'}, £", f"{totals.cost:,.2f}"),
            ("", "of which set-up and overheads, £", f"{totals.charges:,.2f}"),
            ("Quality", "points of 100", f"{totals.quality:.3f}"),
            ("Liability", "expected redundancy cost, £", f"{totals.liability:,.2f}"),
            ("", "of which the buyers pay, £", f"{totals.liability_buyers:,.2f}"),
            ("Disruption", measure, f"{totals.disruption:,f}".rstrip("0").rstrip(".") or "0"),
        ),
    )
