"""A fault of references, and the check that names lead somewhere."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from models.draft import Draft
from models.faults import shown
from models.horizon import Horizon
from models.known import Known

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Misfit:
    """A fault of references: the path of keys and indices to it, and the message."""

    path: Path
    message: str


Check = Callable[[Draft, Known], Iterator[Misfit]]


def points(known: Known, table: str, names: Iterable[tuple[Path, str]]) -> Iterator[Misfit]:
    """A fault for each of the names that leads nowhere, and for each that is repeated, at the path given with it."""
    seen: set[str] = set()
    for path, name in names:
        if message := known.missing(table, name):
            yield Misfit(path, message)
        elif name in seen:
            yield Misfit(path, f"{shown(name)} is named twice")
        seen.add(name)


def several(names: Iterable[str], joined: str = "and") -> str:
    """Names as a message lists them: three of them at most, and how many more."""
    quoted = [shown(name) for name in names]
    if len(quoted) > 3:
        quoted = [*quoted[:2], f"{len(quoted) - 2:,} others"]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {joined} {quoted[-1]}"


def repeated(here: Path, names: Iterable[str]) -> Iterator[Misfit]:
    """A fault for each name of the list at ``here`` that stands in it before."""
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name in seen:
            yield Misfit((*here, at), f"{shown(name)} is named twice")
        seen.add(name)


def outside(horizon: Horizon, here: Path, years: Iterable[str]) -> Iterator[Misfit]:
    """A fault for each of the financial years, keys of what stands at ``here``, that the horizon does not have."""
    known = horizon.financial_years
    for year in years:
        if year not in known:
            yield Misfit(
                (*here, year), f"{shown(year)} is not a financial year of the horizon ({known[0]} to {known[-1]})"
            )


def listed(known: Known, table: str, here: Path, names: Iterable[str]) -> Iterator[Misfit]:
    """As ``points``, for the names of a list that stands at ``here``."""
    return points(known, table, (((*here, at), name) for at, name in enumerate(names)))
