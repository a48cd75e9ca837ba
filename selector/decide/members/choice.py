"""Statements without a figure: delivery shapes, vetoes and shortlists."""

from collections.abc import Iterator

from models import Case, PatchOperation
from models.faults import pointer
from selector.decide.member import Member, RowKey
from selector.decide.members.stated import provider_standards

_SHAPES = {
    "single": "one central organisation provides it for every buyer",
    "network": "all its providers must be of one group",
    "plural": "it must have at least 2 providers",
}


def shapes(case: Case) -> Iterator[Member]:
    """The delivery shapes of services."""
    for position, service in enumerate(case.services):
        if service.shape is not None:
            path = ("services", position, "shape")
            rows: list[RowKey] = [("shape", (service.id,))]
            meaning = _SHAPES[service.shape]
            if service.shape == "plural":
                # Without the shape the standard is one for all of the service.
                rows += provider_standards(case, service.id)
                meaning += ", each held to the quality standard" if service.quality_standard else ""
            yield Member(
                f"shape[{service.id}]",
                path,
                f"the shape of {service.name}",
                f"{service.name} has the shape {service.shape}: {meaning}.",
                frozenset(rows),
                (PatchOperation(op="remove", path=pointer(path)),),
            )


def choices(case: Case) -> Iterator[Member]:
    """Whom buyers refuse, or confine themselves to."""
    bidders = {bidder.id: bidder for bidder in case.bidders}
    for position, buyer in enumerate(case.buyers):
        for entry, name in enumerate(buyer.vetoes):
            path = ("buyers", position, "vetoes", entry)
            yield Member(
                f"veto[{buyer.id}, {name}]",
                path,
                f"{buyer.name}'s veto of {bidders[name].name}",
                f"{buyer.name} will not have {bidders[name].name}.",
                frozenset({("bar", (f"veto[{buyer.id}, {name}]",))}),
                (PatchOperation(op="remove", path=pointer(path)),),
            )
        if buyer.shortlist is not None:
            listed = ", ".join(bidders[name].name for name in buyer.shortlist)
            shortlist = ("buyers", position, "shortlist")
            yield Member(
                f"shortlist[{buyer.id}]",
                shortlist,
                f"the shortlist of {buyer.name}",
                f"{buyer.name} will consider {f'{listed} only' if listed else 'nobody'}.",
                frozenset({("bar", (f"shortlist[{buyer.id}]",))}),
                (PatchOperation(op="remove", path=pointer(shortlist)),),
            )
