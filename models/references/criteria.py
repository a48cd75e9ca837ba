"""Criteria held against each other and against the services."""

from collections.abc import Iterator

from models.criterion import Criterion
from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.marks import OUT_OF
from models.references.criteria_tree import CriteriaTree
from models.references.misfit import Misfit, listed, several


def criteria(draft: Draft, known: Known) -> Iterator[Misfit]:
    """Criteria that are parts of others that there are, never of themselves, and that some service is left to."""
    tree = CriteriaTree(known)
    for position, criterion in draft.criteria:
        here = ("criteria", position)
        yield from listed(known, "services", (*here, "services"), criterion.services or ())
        if criterion.parent is not None and (message := known.missing("criteria", criterion.parent)):
            yield Misfit((*here, "parent"), message)
        if criterion.id in tree.loops:
            yield Misfit((*here, "parent"), _loop(tree.loops[criterion.id]))
        if message := _without_services(criterion, tree, known):
            yield Misfit((*here, "services"), message)
        if criterion.id in tree.parts and criterion.out_of != OUT_OF:
            yield Misfit(
                (*here, "out_of"),
                f"is only for criteria that are marked: {shown(criterion.id)} has parts, and only its parts are",
            )


def _loop(loop: list[str]) -> str:
    if len(loop) == 1:
        return f"{shown(loop[0])} cannot be a part of itself"
    return f"{shown(loop[0])} would be a part of itself, by way of {several(loop[1:])}"


def _without_services(criterion: Criterion, tree: CriteriaTree, known: Known) -> str | None:
    """What to say where the services of a criterion are none of those of what it is a part of."""
    if not criterion.services or criterion.parent is None:
        return None
    if any(known.missing("services", name) for name in criterion.services):
        return None
    above = tree.scope.get(criterion.parent)
    if not above or not above.isdisjoint(criterion.services):
        return None
    return f"leaves no service to it: {shown(criterion.parent)}, which it is a part of, applies to {several(sorted(above))}"
