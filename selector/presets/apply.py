"""A preset put into a case."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar, Unpack

from pydantic import ValidationError

from models import Case, CaseInvalid, Framework, Rule, UnknownName
from models.faults import from_validation, shown, suggestion
from selector.presets.asked import asked
from selector.presets.catalogue import CATALOGUE
from selector.presets.changes import Changes
from selector.presets.parameters import Stated
from selector.presets.preset import Preset, Replaced, replaced

_LONGEST_NOTES = 100_000

Row = TypeVar("Row", Rule, Framework)


def apply_preset(name: str, case: Case, **stated: Unpack[Stated]) -> Preset:
    """The case with what a preset states, in place of what it states now of the same.

    Parameters
    ----------
    name
        One of ``PRESETS``.
    stated
        What the preset takes, as ``PARAMETERS`` has it; what is left out stays at its default.

    Raises
    ------
    UnknownName
        if there is no such preset, it does not take what is stated, or the case has no such service, buyer, bidder or tag.
    CaseInvalid
        if the preset does not fit the case.
    pydantic.ValidationError
        if a figure is out of range, or one that the preset needs is left out.
    """
    if name not in CATALOGUE:
        known = ", ".join(CATALOGUE)
        raise UnknownName(f"there is no preset {shown(name)}{suggestion(name, CATALOGUE)}: there is {known}")
    changes = asked(name, CATALOGUE[name].takes, case, stated).changes(case)
    services, of_services = _services(case, changes)
    rules, of_rules = _rows(case, "rules", case.rules, changes.rules, changes.gone)
    frameworks, of_frameworks = _rows(case, "frameworks", case.frameworks, changes.frameworks, changes.gone)
    told = (*of_services, *of_rules, *of_frameworks)
    notes = _noted(case, name, [case.services[at].name for at in _positions(case, changes)], told)
    update = {"services": services, "rules": rules, "frameworks": frameworks, "notes": notes}
    try:
        return Preset(case.model_copy(update=update), told, changes.remarks)
    except ValidationError as error:
        raise CaseInvalid(from_validation(error, Case)) from None


def _positions(case: Case, changes: Changes) -> Iterator[int]:
    return (position for position, service in enumerate(case.services) if service.id in changes.services)


def _services(case: Case, changes: Changes) -> tuple[tuple[Any, ...], list[Replaced]]:
    rows, told = list(case.services), list[Replaced]()
    for position in _positions(case, changes):
        before = rows[position]
        # Validated as a whole: a copy of a service would not be.
        after = type(before).model_validate(before.model_dump() | dict(changes.services[before.id]))
        rows[position] = after
        told += (
            replaced(case, f"/services/{position}/{field}", field, getattr(before, field), getattr(after, field))
            for field in type(before).model_fields
            if getattr(before, field) != getattr(after, field)
        )
    return tuple(rows), told


def _rows(
    case: Case, table: str, before: Sequence[Row], stated: Sequence[Row], gone: Sequence[str]
) -> tuple[tuple[Row, ...], list[Replaced]]:
    """A table with the rows stated, each where one of its id stood or else at the end, and without those that go."""
    stated_by_id = {row.id: row for row in stated}
    rows, told = list[Row](), list[Replaced]()

    def tell(position: int, was: Row | None, now: Row | None, name: str) -> None:
        if was != now:
            told.append(replaced(case, f"/{table}/{position}", f"{table.removesuffix('s')}[{name}]", was, now))

    for position, row in enumerate(before):
        if row.id in gone and row.id not in stated_by_id:
            tell(position, row, None, row.id)
            continue
        now = stated_by_id.pop(row.id, row)
        tell(len(rows), row, now, row.id)
        rows.append(now)
    for row in stated_by_id.values():
        tell(len(rows), None, row, row.id)
        rows.append(row)
    return tuple(rows), told


def _noted(case: Case, preset: str, services: Sequence[str], told: Sequence[Replaced]) -> str:
    """The notes with a line on what was done, where something was and they have room."""
    line = f"Preset {', '.join((preset, *services))}: {'; '.join(map(str, told))}."
    notes = f"{case.notes}\n{line}" if case.notes else line
    return notes if told and len(notes) <= _LONGEST_NOTES else case.notes
