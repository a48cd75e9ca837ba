"""The names of a case as they are printed."""

from collections.abc import Mapping

from models import BidderKind, Case

IN_HOUSE = "in-house"
_KINDS: Mapping[BidderKind, str] = {
    "nhs_csu": "NHS unit",
    "private": "private",
    "voluntary": "voluntary",
    "local_authority": "council",
    "in_house": IN_HOUSE,
    "partnership": "partnership",
}


class Names:
    """Names by id."""

    def __init__(self, case: Case) -> None:
        self.buyers = {buyer.id: buyer.name for buyer in case.buyers}
        self.services = {service.id: service.name for service in case.services}
        self._bidders = {bidder.id: bidder.name for bidder in case.bidders}
        self._kinds = {bidder.id: _KINDS[bidder.kind] for bidder in case.bidders}

    def bidder(self, name: str) -> str:
        """Name of a bidder; a fallback goes by what it is."""
        return self._bidders.get(name, "in-house fallback")

    def kind(self, bidder: str) -> str:
        """What sort of body a bidder is; a fallback is in-house."""
        return self._kinds.get(bidder, IN_HOUSE)
