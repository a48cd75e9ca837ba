"""Lines that show where each of several searches stands, on a terminal only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from selector.cli.console import err
from selector.compare import ScenarioSign
from selector.search import Sign


@contextmanager
def live_scenarios() -> Iterator[Callable[[ScenarioSign], None]]:
    """A function to be told of signs of life, which keeps a line for each scenario while the context lasts."""
    if not err.is_terminal:
        yield lambda _: None
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=10),
        TimeElapsedColumn(),
        TextColumn("{task.fields[state]}", markup=False),
    )
    lines: dict[str, TaskID] = {}
    with Progress(*columns, console=err, transient=True) as progress:

        def tell(told: ScenarioSign) -> None:
            if told.scenario not in lines:
                lines[told.scenario] = progress.add_task(told.scenario, total=None, state="")
            if told.done:
                progress.update(lines[told.scenario], total=1, completed=1)
            elif told.sign is not None:
                progress.update(lines[told.scenario], state=_state(told.sign))

        yield tell


def _state(sign: Sign) -> str:
    best = "" if sign.incumbent is None else f"best {sign.incumbent:,.2f}"
    gap = "" if sign.gap is None else f"gap {sign.gap:.4%}"
    return "  ".join(part for part in (sign.objective.replace("_", "-"), best, gap) if part)
