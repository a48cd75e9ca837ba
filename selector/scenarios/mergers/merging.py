"""Mergers, one after another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Context, localcontext
from typing import Any

from models import Case, CaseInvalid, Fault, Merger, Scenario
from models.faults import pointer, steps
from models.read import case_of
from selector.scenarios.mergers.bids import merged_bids
from selector.scenarios.mergers.discounts import merged_discounts
from selector.scenarios.mergers.joined import Joined
from selector.scenarios.mergers.references import merged_bidders, renamed
from selector.scenarios.mergers.staff import merged_staff
from selector.scenarios.patched import Path

_EXACT = Context(prec=50)


def merging(case: Case, mergers: Sequence[Merger], above: Path) -> Case:
    """The case once these mergers, which stand at ``above``, have taken place; they are sound by themselves.

    Raises
    ------
    CaseInvalid
        if the bidders can not become one truthfully.
    """
    if not mergers:
        return case
    with localcontext(_EXACT):
        for position, merger in enumerate(mergers):
            case = _merged(Joined(case, merger, (*above, position)))
    document = case.model_dump(mode="json", exclude_defaults=True)
    try:
        return case_of(document)
    except CaseInvalid as error:
        raise CaseInvalid(tuple(_told(document, error.faults, above))) from None


def successors(scenario: Scenario) -> Mapping[str, str]:
    """By the id of each bidder that merges: the id of what it becomes."""
    found: dict[str, str] = {}
    for merger in scenario.mergers:
        new = merger.id or merger.bidders[0]
        found = {name: new if after in merger.bidders else after for name, after in found.items()}
        found |= dict.fromkeys(merger.bidders, new)
    return found


def _merged(joined: Joined) -> Case:
    bids, gave_way = merged_bids(joined)
    tables = renamed(joined, gave_way) | {
        "scenarios": (),
        "bidders": merged_bidders(joined),
        "bids": bids,
        "discounts": merged_discounts(joined),
        "staff_groups": merged_staff(joined),
    }
    # Without validation: further mergers may follow, and what comes of them all is validated once.
    return Case.model_construct(**{name: getattr(joined.case, name) for name in Case.model_fields} | tables)


def _told(document: Mapping[str, Any], faults: Iterable[Fault], above: Path) -> Iterator[Fault]:
    for fault in faults:
        path = steps(fault.pointer)
        if len(path) > 1 and path[1].isdecimal():
            path[1] = document[path[0]][int(path[1])]["id"]
        yield Fault(pointer(above), f"leave {pointer(path)} at fault: {fault.message}")
