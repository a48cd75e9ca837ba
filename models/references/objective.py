"""The objective held against the lots."""

from collections.abc import Iterator

from models.draft import Draft
from models.faults import shown
from models.known import Known
from models.objective import Ratio
from models.references.misfit import Misfit

_WANTED = "is missing: the formula to_a_benchmark scores every price against one"
_NOTHING = "is not allowed: the formula to_a_benchmark needs more than 0"


def benchmarks(draft: Draft, known: Known) -> Iterator[Misfit]:
    """A benchmark above 0 for each lot, its own or its service's, where prices are scored against it."""
    if not isinstance(draft.objective, Ratio) or draft.objective.formula != "to_a_benchmark":
        return
    bought = {lot.service for lot in known.tendered}
    with_own = {lot.service for lot in known.tendered if lot.benchmark is not None}
    for position, service in draft.services:
        path = ("services", position, "benchmark")
        # Where no lot of it has its own, the service's was forgotten: that is one fault, not one for each lot.
        if service.benchmark is None and service.id in bought - with_own:
            yield Misfit(path, f"{_WANTED}, and neither service {shown(service.id)} nor any lot of it has one")
        if service.benchmark == 0:
            yield Misfit(path, f"0 {_NOTHING}")
    without = {service.id for _, service in draft.services if service.benchmark is None} & with_own
    for position, lot in draft.lots or ():
        if lot.benchmark == 0:
            yield Misfit(("lots", position, "benchmark"), f"0 {_NOTHING}")
        elif lot.benchmark is None and lot.service in without:
            said = f"{_WANTED}, and service {shown(lot.service)} has none for all its lots"
            yield Misfit(("lots", position, "benchmark"), said)
