"""A line that shows where a search stands, on a terminal only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal

from selector.cli.console import err
from selector.search import Sign


@contextmanager
def live() -> Iterator[Callable[[Sign], None]]:
    """A function to be told of signs of life, which keeps one line up to date while the context lasts."""
    if not err.is_terminal:
        yield lambda _: None
        return
    with err.status("Reading the case into a program ...") as status:
        yield lambda sign: status.update(_line(sign))


def _line(sign: Sign) -> str:
    parts = [f"{sign.seconds:5.0f} s", sign.objective.replace("_", "-")]
    if sign.incumbent is not None:
        parts.append(f"best {_figure(sign.incumbent)}")
    if sign.bound is not None:
        parts.append(f"bound {_figure(sign.bound)}")
    if sign.gap is not None:
        parts.append(f"gap {sign.gap:.4%}")
    return "  ".join(parts)


def _figure(value: Decimal) -> str:
    return f"{value:,.2f}"
