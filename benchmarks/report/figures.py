"""Figures of a suite as a run leaves them in a file, and the folder of those that are kept."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, get_args

from benchmarks.answer import Status
from benchmarks.errors import InputInvalid
from benchmarks.running import results
from benchmarks.running.course import Point, thinned
from benchmarks.running.row import Row

KEPT = Path(__file__).resolve().parents[1] / "kept"
_MOST_KEPT_POINTS = 40
_FIELDS = frozenset(field.name for field in fields(Row))
_NEEDED = ("suite", "case", "engine", "status", "objective", "bound", "gap", "seconds", "peak_mb")
_NUMBERS = ("objective", "bound", "gap", "seconds", "peak_mb")


@dataclass(frozen=True)
class Figures:
    """One suite's rows, what they were measured on, and how each engine was set up."""

    machine: Mapping[str, Any]
    engines: Mapping[str, str]
    rows: tuple[Row, ...]

    @property
    def suite(self) -> str:
        """The suite, of which there are rows."""
        return self.rows[0].suite

    def same_machine(self, other: "Figures") -> bool:
        """Whether seconds of the two may be compared."""
        return all(self.machine.get(name) == other.machine.get(name) for name in ("cpu", "cpu_count", "cores"))


def read(path: Path) -> Figures:
    """The figures of a file.

    Raises
    ------
    InputInvalid
        if it is none of ``benchmarks run``, has no rows or those of several suites.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputInvalid(f"there is no file {path}") from None
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise InputInvalid(f"{path} cannot be read as results: {error}") from None
    if not isinstance(content, dict) or not isinstance(content.get("results"), list):
        raise InputInvalid(f"{path} holds no results of `benchmarks run`")
    rows = tuple(_row(path, number, line) for number, line in enumerate(content["results"], 1))
    if len({row.suite for row in rows}) != 1:
        raise InputInvalid(f"{path} holds {'rows of several suites' if rows else 'no rows'}: one suite is expected")
    return Figures(dict(content.get("machine") or {}), dict(content.get("engines") or {}), rows)


def together(several: Sequence[Figures]) -> Figures:
    """Figures of one suite as one; of a case and engine that are in several, the last.

    Raises
    ------
    InputInvalid
        if they are of several suites, machines or versions.
    """
    first = several[0]
    versions: dict[str, str] = {}
    for each in several:
        if each.suite != first.suite:
            raise InputInvalid(f"rows of the suites {first.suite} and {each.suite} are not kept together")
        if not each.same_machine(first):
            raise InputInvalid("rows of different machines are not kept together")
        for name, version in each.machine.get("versions", {}).items():
            if versions.setdefault(name, version) != version:
                raise InputInvalid(f"rows of {name} {versions[name]} and {version} are not kept together")
    rows = {(row.case, row.engine): row for each in several for row in each.rows}
    engines = {name: said for each in several for name, said in each.engines.items()}
    machine = {
        **several[-1].machine,
        "versions": dict(sorted(versions.items(), key=lambda each: each[0] != "selector")),
    }
    return Figures(machine, engines, _in_order(list(rows.values())))


def keep(figures: Figures, folder: Path = KEPT) -> Path:
    """Put figures where the gate and the report find them, their curves thinned; with the path.

    Raises
    ------
    OSError
        if the file cannot be written.
    """
    path = folder / f"{figures.suite}.json"
    rows = [replace(row, curve=thinned(row.curve, _MOST_KEPT_POINTS)) for row in figures.rows]
    results.write(path, rows, figures.machine, figures.engines)
    return path


def _in_order(rows: list[Row]) -> tuple[Row, ...]:
    """Rows of a case side by side, cases and engines in the order in which they first come."""
    cases = {case: at for at, case in enumerate(dict.fromkeys(row.case for row in rows))}
    engines = {engine: at for at, engine in enumerate(dict.fromkeys(row.engine for row in rows))}
    return tuple(sorted(rows, key=lambda row: (cases[row.case], engines[row.engine])))


def _row(path: Path, number: int, line: object) -> Row:
    if not isinstance(line, dict) or any(name not in line for name in _NEEDED):
        raise InputInvalid(f"{path}: row {number} lacks one of {', '.join(_NEEDED)}")
    wrong = [name for name in _NUMBERS if line[name] is not None and not isinstance(line[name], int | float)]
    if wrong or line["seconds"] is None or line["status"] not in get_args(Status):
        raise InputInvalid(f"{path}: row {number} has no usable {(*wrong, 'status or seconds')[0]}")
    known = {name: value for name, value in line.items() if name in _FIELDS}
    return Row(**{**known, "curve": tuple(Point(*point) for point in known.get("curve", ()))})
