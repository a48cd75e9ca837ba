"""Ground that hangs together."""

from collections.abc import Iterator

from models import Case, Contiguity
from selector.decide.member import Member
from selector.decide.members.stated import kept
from selector.verify.words import number


def contiguity(case: Case) -> Iterator[Member]:
    """What services ask of the ground of their providers."""
    for position, service in enumerate(case.services):
        if service.contiguity is not None:
            yield kept(
                f"contiguity[{service.id}]",
                ("services", position, "contiguity"),
                f"the rule that the ground of each provider of {service.name} hangs together",
                f"{service.name}: the {service.contiguity.of}s that a provider serves must hang together,"
                f" {_near(service.contiguity)}.",
                # A buyer that falls back on itself serves one place, which is in one piece.
                (("contiguity", (bidder.id, service.id)) for bidder in case.bidders),
            )


def _near(contiguity: Contiguity) -> str:
    """What makes two places neighbours."""
    if contiguity.within_km is None:
        return "from neighbour to neighbour"
    return f"each with a buyer at most {number(contiguity.within_km)} km from one of the next"
