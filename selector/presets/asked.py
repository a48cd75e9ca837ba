"""What is stated of a preset, held against what the preset takes and what the case has."""

from collections.abc import Mapping
from typing import Any

from models import Case, UnknownName
from models.faults import shown, suggestion
from selector.presets.parameters import Parameters


def asked(name: str, takes: type[Parameters], case: Case, stated: Mapping[str, Any]) -> Parameters:
    """What is stated, checked; lists name each thing once.

    Raises
    ------
    UnknownName
        if something is stated that the preset does not take, or the case has none of the name.
    pydantic.ValidationError
        if a figure is out of range, or something is missing.
    """
    said = {key: value for key, value in stated.items() if value is not None and value not in ((), [])}
    for key in said:
        if key not in takes.model_fields:
            raise UnknownName(f"preset {name} does not take {key}: it takes {', '.join(takes.model_fields)}")
    parameters = takes.model_validate(said)
    named: Mapping[str, tuple[str, Mapping[str, object]]] = {
        "services": ("there is no service", {row.id: row for row in case.services}),
        "buyers": ("there is no buyer", {row.id: row for row in case.buyers}),
        "bidders": ("there is no bidder", {row.id: row for row in case.bidders}),
        "tags": ("no bidder has the tag", {tag: bidder for bidder in case.bidders for tag in bidder.tags}),
    }
    once: dict[str, tuple[str, ...]] = {}
    for table in named.keys() & said.keys():
        once[table] = tuple(dict.fromkeys(getattr(parameters, table)))
        words, known = named[table]
        for each in once[table]:
            if each not in known:
                raise UnknownName(f"{words} {shown(each)}{suggestion(each, known)}")
    return parameters.model_copy(update=once)
