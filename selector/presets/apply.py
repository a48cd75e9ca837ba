"""A preset put into a case."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models import Case, UnknownName
from models.faults import shown, suggestion
from selector.presets import ten_bodies
from selector.presets.preset import Preset, Replaced

_LONGEST_NOTES = 100_000


@dataclass(frozen=True)
class _Kind:
    sentence: str
    fields: Callable[[Case, int, Decimal | None], Mapping[str, Any]]
    remarks: Callable[[Case, int], Iterator[str]]


_KINDS: Mapping[str, _Kind] = {
    "ten-bodies": _Kind(
        "About ten bodies of five million people each, every one at a published standard: business intelligence.",
        ten_bodies.ten_bodies,
        ten_bodies.remarks,
    )
}

PRESETS: Mapping[str, str] = {name: kind.sentence for name, kind in _KINDS.items()}
"""The presets there are, each with what it stands for."""


def apply_preset(name: str, case: Case, service: str, *, quality_standard: Decimal | None = None) -> Preset:
    """The case with what a preset states of one service, in place of what the service states now.

    Parameters
    ----------
    name
        One of ``PRESETS``.
    service
        Id of the service.
    quality_standard
        Points; the service's own standard if left out, and 60 where it has none.

    Raises
    ------
    UnknownName
        if there is no such preset, or no such service.
    CaseInvalid
        if the preset does not fit the service.
    pydantic.ValidationError
        if ``quality_standard`` is out of range.
    """
    if name not in _KINDS:
        raise UnknownName(f"there is no preset {shown(name)}{suggestion(name, _KINDS)}: there is {', '.join(_KINDS)}")
    positions = {each.id: position for position, each in enumerate(case.services)}
    if service not in positions:
        raise UnknownName(f"there is no service {shown(service)}{suggestion(service, positions)}")
    position = positions[service]
    before = case.services[position]
    # Validated as a whole: a copy of a service would not be.
    stated = type(before).model_validate(
        before.model_dump() | dict(_KINDS[name].fields(case, position, quality_standard))
    )
    replaced = tuple(
        Replaced(f"/services/{position}/{field}", getattr(before, field), getattr(stated, field))
        for field in type(before).model_fields
        if getattr(before, field) != getattr(stated, field)
    )
    services = (*case.services[:position], stated, *case.services[position + 1 :])
    update: dict[str, Any] = {"services": services, "notes": _noted(case, name, before.name, replaced)}
    return Preset(case.model_copy(update=update), replaced, tuple(_KINDS[name].remarks(case, position)))


def _noted(case: Case, preset: str, service: str, replaced: tuple[Replaced, ...]) -> str:
    """The notes with a line on what was done, where something was and they have room."""
    line = f"Preset {preset}, {service}: {'; '.join(map(str, replaced))}."
    notes = f"{case.notes}\n{line}" if case.notes else line
    return notes if replaced and len(notes) <= _LONGEST_NOTES else case.notes
