"""Every form in which a prospectus comes out."""

import io

from rich.console import Console

from models.prospectus import Prospectus
from selector.cli.prospectus_tables import print_prospectus

_WIDTHS = (40, 80, 240)


def forms(told: Prospectus, narrowest: int = 40) -> list[str]:
    """Its JSON and its tables, narrow and wide, with every lot and without."""
    widths = [width for width in _WIDTHS if width >= narrowest]
    return [told.to_json(), *(_tables(told, width, lots) for width in widths for lots in (False, True))]


def _tables(told: Prospectus, width: int, lots: bool) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    with console.capture() as captured:
        print_prospectus(console, told, every_lot=lots)
    return captured.get()
