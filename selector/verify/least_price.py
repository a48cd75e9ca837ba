"""What a lot is offered for at the least."""

from collections.abc import Mapping
from decimal import Decimal

from selector.verify.tender import Tender
from selector.verify.worth import list_prices


def least_prices(tender: Tender) -> Mapping[str, Decimal]:
    """By lot: the least list price of the bids for it, fallbacks and barred ones among them; worked out once."""
    if not tender.least_prices:
        for bid in tender.bids.values():
            for lot, price in zip(bid.lots, list_prices(tender, bid), strict=True):
                tender.least_prices[lot] = min(price, tender.least_prices.get(lot, price))
    return tender.least_prices
