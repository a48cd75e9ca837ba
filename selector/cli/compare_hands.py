"""Lots that change hands between scenarios, on a terminal."""

from collections.abc import Iterable

from rich.console import Console

from models import Case, Compared
from selector.cli.names import IN_HOUSE
from selector.cli.table import figures_table
from selector.scenarios import under
from selector.verify.words import count


def print_hands(console: Console, case: Case, base: Compared, held: Iterable[Compared]) -> None:
    """Print the lots that another bidder wins under each scenario than in the baseline."""
    buyers = {buyer.id: buyer.name for buyer in case.buyers}
    services = {service.id: service.name for service in case.services}
    for each in held:
        if not each.handovers:
            continue
        under_it = (bidder for name in (base.scenario, each.scenario) for bidder in under(case, name).bidders)
        names = {bidder.id: bidder.name for bidder in (*case.bidders, *under_it)}
        console.print(
            figures_table(
                console,
                f"{each.scenario}: {count(len(each.handovers), 'lot')} that another wins than in {base.scenario}",
                ("Service", "Buyer", "From", "To"),
                (),
                (
                    (
                        services.get(lot.service, lot.service),
                        buyers.get(lot.buyer, lot.buyer),
                        _who(names, lot.from_bidder),
                        _who(names, lot.to_bidder),
                    )
                    for lot in each.handovers
                ),
            )
        )


def _who(names: dict[str, str], bidder: str) -> str:
    """The name of a bidder; a fallback goes by what it is."""
    return names.get(bidder, IN_HOUSE)
