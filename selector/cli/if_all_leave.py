"""What redundancy comes to if every buyer leaves the NHS family, on a terminal."""

from rich.console import Console

from models import IfAllLeave, Redundancy
from selector.cli.paragraph import print_paragraph
from selector.cli.table import figures_table
from selector.verify.words import number


def print_if_all_leave(console: Console, found: IfAllLeave) -> None:
    """Print the figures of the case beside those published, then why these differ."""
    console.print(
        figures_table(
            console,
            f"Redundancy if every buyer leaves the NHS family, of {number(found.staff)} staff",
            ("",),
            ("People", "Cost, £", "Mean, £ a head"),
            [
                ("Nobody transfers", *_figures(found.nobody_transfers)),
                ("On terms for private bidders", *_figures(found.private_terms)),
                *((f"Published: {each.source}", *_figures(each)) for each in found.published),
            ],
        )
    )
    for each in found.published:
        print_paragraph(console, f"{each.source}: {each.difference}", "- ")


def _figures(redundancy: Redundancy) -> tuple[str, str, str]:
    mean = "" if redundancy.mean is None else f"{redundancy.mean:,.0f}"
    return f"{redundancy.people:,.0f}", f"{redundancy.cost:,.0f}", mean
