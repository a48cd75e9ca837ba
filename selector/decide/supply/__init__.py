"""The market that supplies the lots of a case, and the prospectus by which it is told of them."""

from selector.decide.supply.prospectus import before_bids, prospectus
from selector.decide.supply.question import market

__all__ = ["before_bids", "market", "prospectus"]
