"""``lots-per-bidder``: no bidder wins more than so many lots."""

from typing import Annotated, get_args

from pydantic import Field

from models import BidderKind, BidderSet, Case, LotSet, Rule
from models.quantities import Cap
from selector.presets.changes import Changes
from selector.presets.parameters import Ids, Softened

_SELLERS: tuple[BidderKind, ...] = tuple(kind for kind in get_args(BidderKind) if kind != "in_house")


class LotsPerBidder(Softened):
    """Each bidder wins at most so many lots, of all or of those stated; buyers' own staff are free.

    No number is published: the cap is the board's, and is stated in the contract notice or the invitation, with the rules
    by which it is applied (Public Contracts Regulations 2015, regulation 46).
    """

    number: Annotated[Cap, Field(description="Most lots that one bidder wins.")]
    services: Ids = ()
    buyers: Ids = ()

    def changes(self, case: Case) -> Changes:
        """One rule, and a remark that a cap has to be published."""
        own_staff = any(bidder.kind == "in_house" for bidder in case.bidders)
        rule = Rule(
            id="lots-per-bidder",
            name="Lots of one bidder",
            because="A cap on lots, as was published.",
            metric="lots",
            bidders=BidderSet(kinds=_SELLERS if own_staff else ()),
            each=True,
            lots=LotSet(services=self.services, buyers=self.buyers),
            sense="at_most",
            limit=self.number,
            penalty=self.penalty,
            priority=self.priority,
        )
        published = (
            "A cap on lots is to be published before bids are made, with how it is applied"
            " (Public Contracts Regulations 2015, regulation 46)."
        )
        return Changes(rules=(rule,), remarks=(published,))
