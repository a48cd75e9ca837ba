"""``small-and-voluntary``: small firms and voluntary bodies have at least a share of the yearly spend."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from models import BidderSet, Case, CaseInvalid, Fault, LotSet, Rule
from models.quantities import Share
from selector.presets.changes import Changes
from selector.presets.chosen_lots import bidders_for
from selector.presets.parameters import Ids, Softened, Tags

_TAG = "sme"


class SmallAndVoluntary(Softened):
    """Bidders with a tag, and voluntary bodies, have at least a share of the yearly spend at list price.

    25 %: what central government aspired to spend with small and medium-sized enterprises by 2015 (National Audit Office,
    *Government's spending with small and medium-sized enterprises*, 2016).
    """

    share: Annotated[Share, Field(description="Least share.")] = Decimal("0.25")
    tags: Tags = ()
    services: Ids = ()
    buyers: Ids = ()

    def changes(self, case: Case) -> Changes:
        """One rule, and a remark on how many bidders it favours."""
        # A tag that nobody has may not be named; that of small firms is only asked for where somebody has it.
        usual = (_TAG,) if any(_TAG in bidder.tags for bidder in case.bidders) else ()
        tags = self.tags or usual
        favoured = {
            bidder.id for bidder in case.bidders if bidder.kind == "voluntary" or not set(tags).isdisjoint(bidder.tags)
        }
        words = " or ".join((*(f'tagged "{tag}"' for tag in self.tags or (_TAG,)), "voluntary"))
        if not favoured:
            raise CaseInvalid([Fault("/bidders", f"no bidder is {words}: give the tag to those that are small")])
        lots = LotSet(services=self.services, buyers=self.buyers)
        bidding = bidders_for(case, lots)
        rule = Rule(
            id="small-and-voluntary",
            name="Small firms and voluntary bodies",
            because="So that small firms and voluntary bodies have a part of the work.",
            metric="share_of_spend",
            bidders=BidderSet(kinds=("voluntary",), tags=tags),
            lots=lots,
            sense="at_least",
            limit=self.share,
            penalty=self.penalty,
            priority=self.priority,
        )
        remark = f"Of the {len(bidding):,} that may win these lots, {len(bidding & favoured):,} are {words}."
        return Changes(rules=(rule,), remarks=(remark,))
