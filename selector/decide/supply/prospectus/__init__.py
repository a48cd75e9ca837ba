"""The prospectus: what suppliers are told of each deal before they bid."""

from selector.decide.supply.prospectus.before_bids import before_bids
from selector.decide.supply.prospectus.question import prospectus

__all__ = ["before_bids", "prospectus"]
