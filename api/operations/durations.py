"""How long something lasts, as people write it: ``90d``, ``12h``, ``30m``."""

import re

import typer

_MILLISECONDS = {"m": 60_000, "h": 3_600_000, "d": 86_400_000}


def milliseconds(text: str) -> int:
    """A number of minutes, hours or days in milliseconds; a parser for an option."""
    found = re.fullmatch(r"([0-9]{1,5})([mhd])", text)
    if not found:
        raise typer.BadParameter("must be a number of minutes, hours or days, such as 30m, 12h or 90d")
    return int(found[1]) * _MILLISECONDS[found[2]]
