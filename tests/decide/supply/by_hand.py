"""The case that docs/market.md works out by hand, read from the page."""

import re
from decimal import Decimal
from pathlib import Path

from models import read_case

PAGE = (Path(__file__).parents[3] / "docs" / "market.md").read_text(encoding="utf-8")
(DOCUMENT,) = re.findall(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)
CASE = read_case(DOCUMENT)


def table(heading: str) -> dict[str, list[Decimal]]:
    """The rows of the page's table whose heading line begins so, by their first cell."""
    lines = PAGE.splitlines()
    (start,) = [at for at, line in enumerate(lines) if line.startswith(heading)]
    found = {}
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        name, *cells = [cell.strip().replace(",", "") for cell in line.strip("|").split("|")]
        found[name] = [Decimal(cell) for cell in cells]
    return found
