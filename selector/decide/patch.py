"""JSON Patch (RFC 6902) on a case: the operations that lift and move its members, and what comes of them."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from models import Case, PatchOperation, Repair
from models.faults import steps
from selector.decide.lever import Lever
from selector.decide.member import Member

_COUNTED = ("people", "providers", "buyers", "lots", "bidders")


def operations(member: Member, lever: Lever, limit: Decimal | None) -> tuple[PatchOperation, ...]:
    """What makes a move: a new limit, one bidder more on a list, or the member lifted."""
    if lever.bidder is not None:
        return (PatchOperation(op="add", path=f"{member.pointer}/-", value=lever.bidder),)
    if limit is None:
        return member.lift
    whole = member.unit in _COUNTED and member.step == 1
    return (PatchOperation(op="add", path=member.pointer, value=int(limit) if whole else f"{limit:f}"),)


def in_order(found: Iterable[PatchOperation]) -> tuple[PatchOperation, ...]:
    """Operations so that each still finds its place: the last entry of a list is removed first."""
    return tuple(
        sorted(
            found,
            key=lambda each: -int(_last(each.path)) if each.op == "remove" and _last(each.path).isdecimal() else 0,
        )
    )


def patched(case: Case, found: Iterable[PatchOperation]) -> Case:
    """The case after some operations.

    Raises
    ------
    pydantic.ValidationError
        if it is none any more.
    """
    document: Any = case.model_dump(mode="json")
    for each in found:
        _apply(document, each)
    return Case.model_validate(document)


def mended(case: Case, repair: Repair) -> Case:
    """The case that a repair of it makes."""
    return patched(case, repair.patch)


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _apply(document: Any, operation: PatchOperation) -> None:
    *above, last = steps(operation.path)
    holder = document
    for step in above:
        holder = holder[int(step)] if isinstance(holder, list) else holder[step]
    if isinstance(holder, list) and operation.op == "add":
        holder.insert(len(holder) if last == "-" else int(last), operation.value)
    elif operation.op == "add":
        holder[last] = operation.value
    else:
        del holder[int(last) if isinstance(holder, list) else last]
