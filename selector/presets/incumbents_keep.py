"""``incumbents-keep``: who provides a lot today keeps at least a share of the yearly spend."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from models import BidderSet, Case, LotSet, Rule
from models.quantities import Share
from selector.presets.changes import Changes
from selector.presets.chosen_lots import chosen_lots
from selector.presets.parameters import Ids, Softened


class IncumbentsKeep(Softened):
    """Lots that stay with their incumbents make up at least a share of the yearly spend at list price.

    One half, for want of a published figure: most of the work stays where it is.
    """

    share: Annotated[Share, Field(description="Least share.")] = Decimal("0.5")
    services: Ids = ()
    buyers: Ids = ()

    def changes(self, case: Case) -> Changes:
        """One rule, and a remark on the lots that nobody can keep."""
        chosen = LotSet(services=self.services, buyers=self.buyers)
        lots = chosen_lots(case, chosen)
        bidding = {(bid.bidder, lot) for bid in case.bids for lot in bid.lots}
        kept = sum((lot.incumbent, lot.id) in bidding for lot in lots)
        rule = Rule(
            id="incumbents-keep",
            name="What incumbents keep",
            because="So that work goes on where it is done today.",
            metric="share_of_spend",
            bidders=BidderSet(incumbents=True),
            lots=chosen,
            sense="at_least",
            limit=self.share,
            penalty=self.penalty,
            priority=self.priority,
        )
        if kept == len(lots):
            return Changes(rules=(rule,))
        remark = (
            f"Of the {len(lots):,} lots {kept:,} have an incumbent that bids for them; the others count in the whole,"
            " and nobody keeps them."
        )
        return Changes(rules=(rule,), remarks=(remark,))
