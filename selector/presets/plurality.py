"""``plurality``: no bidder has more than a share of the yearly spend."""

from decimal import Decimal
from math import floor
from typing import Annotated

from pydantic import Field

from models import Case, LotSet, Rule
from models.quantities import Part
from selector.presets.changes import Changes
from selector.presets.chosen_lots import bidders_for
from selector.presets.parameters import Ids, Softened
from selector.verify.sentences.amount import per_cent


class Plurality(Softened):
    """Each bidder has at most a share of the yearly spend, at list price, on all lots or on those stated.

    40 %: below that share of a market a firm is unlikely to be dominant (Office of Fair Trading, *Abuse of a dominant
    position*, OFT402, 2004).
    """

    share: Annotated[Part, Field(description="Greatest share.")] = Decimal("0.4")
    services: Ids = ()
    buyers: Ids = ()

    def changes(self, case: Case) -> Changes:
        """One rule, and a remark where too few bid for it ever to be kept."""
        lots = LotSet(services=self.services, buyers=self.buyers)
        rule = Rule(
            id="plurality",
            name="Plurality",
            because="So that no bidder dominates.",
            metric="share_of_spend",
            each=True,
            lots=lots,
            sense="at_most",
            limit=self.share,
            penalty=self.penalty,
            priority=self.priority,
        )
        # The fewest that can share the whole.
        fewest, found = -floor(-1 / self.share), len(bidders_for(case, lots))
        if found >= fewest:
            return Changes(rules=(rule,))
        remark = f"At {per_cent(self.share)} each it takes {fewest:,} bidders, and {found:,} may win these lots."
        return Changes(rules=(rule,), remarks=(remark,))
