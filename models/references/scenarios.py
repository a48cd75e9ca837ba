"""Scenarios held against the case they change, so far as this can be told before they are applied."""

from collections.abc import Iterator

from models.draft import Draft
from models.faults import pointer, shown
from models.known import Known
from models.references.misfit import Misfit, Path, repeated
from models.scenario import Merger, Scenario
from models.tender import FALLBACK_PREFIX

_OF_THE_CASE_ALONE = ("format", "scenarios")


def scenarios(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Patches of fields that a case has; mergers of bidders that there are, and that can merge."""
    from models.case import Case  # it stands on these checks itself

    fields = [name for name in Case.model_fields if name not in _OF_THE_CASE_ALONE]
    for position, scenario in draft.scenarios:
        here = ("scenarios", position)
        for key in scenario.patch:
            if key in _OF_THE_CASE_ALONE:
                yield Misfit((*here, "patch", key), "cannot be changed by a scenario")
            elif key not in fields:
                said = f"is not a field of a case{known.near('field', key, fields)}"
                yield Misfit((*here, "patch", key), said)
        yield from _mergers(here, scenario, known)


def _mergers(here: Path, scenario: Scenario, known: Known) -> Iterator[Misfit]:
    # A patch may add, remove or change any bidder: what it makes of them is told once it is applied.
    told = "bidders" not in scenario.patch
    into: dict[str, Path] = {}
    """Bidders that are no more, by the merger that they went into."""
    made: set[str] = set()
    for at, merger in enumerate(scenario.mergers):
        path = (*here, "mergers", at)
        yield from repeated((*path, "bidders"), merger.bidders)
        for place, name in enumerate(merger.bidders):
            if name in into:
                yield Misfit((*path, "bidders", place), f"{shown(name)} has merged already, by {pointer(into[name])}")
            elif told and name not in made and (message := _cannot_merge(name, known)):
                yield Misfit((*path, "bidders", place), message)
        if message := _taken(merger, known, told):
            yield Misfit((*path, "id"), message)
        name = merger.bidders[0] if merger.id is None else merger.id
        into |= dict.fromkeys(merger.bidders, path)
        into.pop(name, None)
        made.add(name)


def _cannot_merge(name: str, known: Known) -> str | None:
    """What to say of a bidder that is not there, or is not the sort that merges."""
    if message := known.missing("bidders", name):
        return message
    match known.bidders[name].kind if name in known.bidders else None:
        case "partnership":
            return f"{shown(name)} is a partnership, which cannot merge: merge its partners"
        case "in_house":
            return f"{shown(name)} is a buyer's own staff, which cannot merge"
    return None


def _taken(merger: Merger, known: Known, told: bool) -> str | None:
    """What to say of the id of what merges where another bidder has it, or may have it."""
    if merger.id is None:
        return None
    if merger.id.startswith(FALLBACK_PREFIX):
        return f'{shown(merger.id)} is not allowed: ids that start with "{FALLBACK_PREFIX}" belong to fallbacks'
    if told and merger.id in known.bidders and merger.id not in merger.bidders:
        return f"{shown(merger.id)} is the id of another bidder"
    return None
